"""The two commands: import a folder of CVs, print a ranking."""

import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from candidates.models import Application, Candidate, Document
from screening.models import Evaluation
from tests import make

ROOT = Path(__file__).parents[2]

PAYROLL_CV = """{name}
{address}
{mail}

SUMMARY
Payroll officer who closes every month on time.

EXPERIENCE
Payroll Officer, {employer}
March 2021 - Present
Ran the monthly payroll for 640 employees in the payroll system.
Reconciled payroll control accounts to the general ledger each month.
Answered employees' questions about pay and tax codes by phone and email.

Accounts Assistant, Dunmore Supplies
January 2018 - February 2021
Prepared weekly payroll for 40 drivers and filed payroll papers.

EDUCATION
Associate degree in Accounting, {school}, {year}
"""

WHO = {
    "name": "Aoife Marsh",
    "address": "12 Mill Lane, Sheffield",
    "mail": "aoife.marsh@mail.example",
    "employer": "Pell & Rowan Ltd",
    "school": "Sheffield College",
    "year": "2017",
}


def run(position, folder):
    out, err = StringIO(), StringIO()
    call_command("import_cvs", position.slug, str(folder), stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def ranking(position):
    out = StringIO()
    call_command("show_ranking", position.slug, "--json", stdout=out)
    return json.loads(out.getvalue())


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "one.txt").write_text(PAYROLL_CV.format(**WHO), encoding="utf-8")
    (tmp_path / "two.txt").write_text(
        "EXPERIENCE\nShop assistant, Shoe House\n2019 - 2022\nSold shoes to customers"
        " and counted the till every evening.\n",
        encoding="utf-8",
    )
    (tmp_path / "broken.pdf").write_bytes(b"MZ this is a program")
    (tmp_path / "scan.pdf").write_bytes(
        b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    )
    (tmp_path / "notes.csv").write_text("not,a,cv", encoding="utf-8")
    return tmp_path


@pytest.mark.django_db(transaction=True)
def test_a_folder_of_cvs_is_ranked_when_the_command_returns(position, folder):
    out, err = run(position, folder)

    rows = ranking(position)
    assert {row["file"] for row in rows} == {"one.txt", "two.txt", "scan.pdf"}
    assert rows[0]["file"] == "one.txt"
    assert out == "3 imported, 0 already there, 1 not taken.\n"
    assert "broken.pdf: This file is called PDF but is not one" in err
    assert "scan.pdf: Could not be read" in err
    assert "3 of 3 evaluated" in err


@pytest.mark.django_db(transaction=True)
def test_running_it_twice_adds_nothing(position, folder):
    run(position, folder)
    before = [
        (row.application_id, row.results, row.evaluated_at)
        for row in Evaluation.objects.order_by("pk")
    ]

    out, _err = run(position, folder)

    assert out == "0 imported, 3 already there, 1 not taken.\n"
    assert Application.objects.count() == Document.objects.count() == 3
    assert before == [
        (row.application_id, row.results, row.evaluated_at)
        for row in Evaluation.objects.order_by("pk")
    ]


@pytest.mark.django_db(transaction=True)
def test_a_person_is_called_as_in_the_cv_or_as_the_file(position, folder):
    run(position, folder)

    names = {
        application.documents.get().name: Candidate.objects.get(
            applications=application
        ).name
        for application in Application.objects.all()
    }
    assert names["one.txt"] == "Aoife Marsh"
    assert names["two.txt"] == "two"


@pytest.mark.parametrize(
    "changed",
    [
        {"name": "Mohammed Al-Rashid"},
        {"address": "9 Rue de Rivoli, Paris"},
        {"mail": "m.alrashid@elsewhere.example"},
        {"school": "University of Oxford"},
        {"year": "1984"},
        {"employer": "Kontoor Holdings Inc"},
    ],
    ids=lambda changed: next(iter(changed)),
)
@pytest.mark.django_db(transaction=True)
def test_who_and_where_in_a_cv_changes_no_score(position, tmp_path, changed):
    (tmp_path / "a.txt").write_text(PAYROLL_CV.format(**WHO), encoding="utf-8")
    (tmp_path / "b.txt").write_text(
        PAYROLL_CV.format(**WHO | changed), encoding="utf-8"
    )

    run(position, tmp_path)

    first, second = ranking(position)
    assert first["score"] > 30
    assert first | {"file": ""} == second | {"file": ""}


@pytest.mark.django_db(transaction=True)
def test_the_json_says_all_that_it_promises(position, folder):
    run(position, folder)

    first = ranking(position)[0]

    assert list(first) == [
        "rank",
        "band",
        "score",
        "low",
        "high",
        "complete",
        "file",
        "criteria",
    ]
    assert first["low"] <= first["score"] <= first["high"]
    assert sum(one["weight"] for one in first["criteria"]) == 100
    assert set(first["criteria"][0]) == {
        "title",
        "kind",
        "verdict",
        "score",
        "low",
        "high",
        "weight",
        "essential",
    }


@pytest.mark.django_db
def test_ties_share_a_rank(position, evaluate):
    for number in range(3):
        make.application(position, name=f"N{number}", email=f"n{number}@example.org")
    evaluate()
    Evaluation.objects.update(score=5_000, low=0, high=10_000)
    first = Evaluation.objects.values_list("pk", flat=True)[0]
    Evaluation.objects.filter(pk=first).update(score=6_000)

    assert [row["rank"] for row in ranking(position)] == [1, 2, 2]


@pytest.mark.django_db
def test_a_table_is_printed_for_people(position, strong, evaluate):
    make.document(strong, name="marsh.txt")
    evaluate()
    out = StringIO()

    call_command("show_ranking", position.slug, stdout=out)

    assert out.getvalue().split()[:2] == ["1", "A"]
    assert "marsh.txt" in out.getvalue()


@pytest.mark.django_db
@pytest.mark.parametrize("command", ["show_ranking", "import_cvs"])
def test_an_unknown_position_is_said_in_one_line(position, command, tmp_path):
    extra = [str(tmp_path)] if command == "import_cvs" else []

    with pytest.raises(CommandError, match=f"no position nowhere.*{position.slug}"):
        call_command(command, "nowhere", *extra)


@pytest.mark.django_db
def test_a_draft_takes_no_cvs(tmp_path):
    draft = make.position()

    with pytest.raises(CommandError, match="not published"):
        call_command("import_cvs", draft.slug, str(tmp_path))


@pytest.mark.django_db
def test_a_folder_that_is_none_is_said_in_one_line(position, tmp_path):
    with pytest.raises(CommandError, match="not a folder"):
        call_command("import_cvs", position.slug, str(tmp_path / "gone"))


@pytest.mark.django_db(transaction=True)
def test_the_command_line_exits_with_one_line_and_1(position, process_environment):
    done = subprocess.run(  # noqa: S603 -- our own words
        [sys.executable, ROOT / "manage.py", "show_ranking", "nowhere", "--json"],
        env=process_environment,
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )

    assert done.returncode == 1
    assert done.stdout == ""
    assert "There is no position nowhere" in done.stderr
    assert "Traceback" not in done.stderr
    assert position.slug in done.stderr
