"""The same work, said clearly and vaguely, is told apart; real statements are read."""

import csv
import io
import statistics
import zipfile

import pytest

from backoffice_ats.demo.positions import POSITIONS
from positions.clarity.statement import check_duty
from positions.clarity.values import CLEAR
from tests.positions.clarity.pairs import PAIRS
from tests.testdata import needed

APART = 25


def told(check):
    return [(one.rule, one.words) for one in check.findings]


@pytest.mark.parametrize(("clear", "vague"), PAIRS, ids=[one[0][:40] for one in PAIRS])
def test_a_clear_statement_is_clear_and_the_same_said_vaguely_is_not(clear, vague):
    good, bad = check_duty(clear), check_duty(vague)

    assert good.score >= CLEAR, told(good)
    assert good.is_clear
    assert good.score - bad.score >= APART, told(bad)
    assert not bad.is_clear


def test_there_are_sixty_pairs_and_none_twice():
    assert len(PAIRS) == 60
    assert len({text for pair in PAIRS for text in pair}) == 120


@pytest.mark.parametrize(
    "statement",
    [duty.statement for position in POSITIONS for duty in position.duties],
)
def test_the_demo_says_clearly_what_is_done(statement):
    check = check_duty(statement)

    assert check.score >= CLEAR, told(check)
    assert not check.blocks


def onet_tasks():
    """Return the task statements of O*NET's office and business occupations."""
    folder = needed("onet", "db_27_0_text.zip")
    with zipfile.ZipFile(folder) as archive:
        name = next(n for n in archive.namelist() if n.endswith("Task Statements.txt"))
        text = io.StringIO(archive.read(name).decode("utf-8"))
    return [
        row["Task"]
        for row in csv.DictReader(text, delimiter="\t")
        if row["O*NET-SOC Code"][:2] in {"13", "43"}
    ]


def test_task_statements_of_real_occupations_are_read_as_duties():
    checks = [check_duty(task) for task in onet_tasks()]

    scores = [check.score for check in checks]
    cuts = statistics.quantiles(scores, n=20, method="inclusive")
    marks = {f"{5 * n} %": cuts[n - 1] for n in (1, 2, 5, 10, 15, 18, 19)}
    print(  # noqa: T201 -- the figures are the point: pytest -s shows them
        f"\n{len(scores)} statements, least {min(scores)}, most {max(scores)}: {marks}"
    )
    passed = {
        rule: sum(check.passed[rule] for check in checks) / len(checks)
        for rule in ("D1", "D2", "D5", "D6")
    }
    assert len(scores) > 1_900
    assert statistics.median(scores) >= 60
    assert passed["D1"] >= 0.97
    assert all(share >= 0.8 for share in passed.values()), passed
    assert len(set(scores)) >= 10  # they are told apart, not all alike
