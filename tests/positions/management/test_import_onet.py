"""The import: all of a release or nothing, once, and what a newer one takes out."""

import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from psycopg2 import sql

from positions.models import (
    Occupation,
    OccupationTask,
    OccupationTechnology,
    OccupationTitle,
)
from positions.onet import release
from positions.services import occupations
from tests.positions.onet import small
from tests.positions.onet.small import COUNTERS, KEEPERS, OTHERS
from tests.testdata import needed

ROOT = Path(__file__).parents[3]
TABLES = [Occupation, OccupationTitle, OccupationTask, OccupationTechnology]


def run(path):
    out, err = StringIO(), StringIO()
    call_command("import_onet", str(path), stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def places():
    """Say where each row lies in its table: a row that is written anew moves."""
    found = {}
    with connection.cursor() as cursor:
        for model in TABLES:
            table = sql.Identifier(model._meta.db_table)
            cursor.execute(
                sql.SQL("SELECT ctid::text, xmin::text, t::text FROM {} t").format(
                    table
                )
            )
            found[model.__name__] = set(cursor.fetchall())
    return found


@pytest.mark.django_db
def test_the_official_release_is_imported_once_and_found_by_what_people_say():
    path = needed("onet", "db_27_0_text.zip")

    out, err = run(path)
    before = places()
    again, _err = run(path)

    holds = (
        "O*NET 27.0: 1016 occupations, 53767 titles, 19265 tasks, 30826 software"
        " examples."
    )
    assert out == f"{holds} 104874 rows added, 0 changed, 0 removed.\n"
    assert "104874 of 104874 rows" in err
    assert again == f"{holds} All of it was there already: nothing changed.\n"
    assert places() == before
    office = OccupationTask.objects.filter(occupation__code__regex="^(43|13)-")
    assert office.count() == 2020
    assert {words: first(words) for words, _code, _title in SEARCHES} == {
        words: (code, title) for words, code, title in SEARCHES
    }


SEARCHES = [
    ("payroll clerk", "43-3051.00", "Payroll Clerk"),
    ("Payroll and timekeeping clerks", "43-3051.00", "Payroll and Timekeeping Clerks"),
    ("bookkeeper", "43-3031.00", "Bookkeeper"),
    ("AP clerk", "43-3031.00", "Accounts Payable Clerk"),
    ("claims adjuster", "13-1031.00", "Claims Adjuster"),
    ("accountant", "13-2011.00", "Accountant"),
    ("acountant", "13-2011.00", "Accountant"),
    ("bokkeeper", "43-3031.00", "Bookkeeper"),
    ("payrol clark", "43-3051.00", "Payroll Clerk"),
    ("document controller", "15-1299.03", "Document Controller"),
]


def first(words):
    best = occupations.search(words).titles[0]
    return best.occupation_id, best.title


@pytest.mark.django_db
def test_a_newer_release_adds_changes_and_takes_out(tmp_path):
    run(small.write(tmp_path / "old.zip"))
    newer = {
        release.README: b"O*NET 91.1 Database\n",
        release.OCCUPATIONS: small.text(
            [
                *small.TABLES[release.OCCUPATIONS][:2],
                [OTHERS, "Office Workers, All Other", "All others, still."],
                ["99-1004.00", "Coin Polishers", "Polish coins."],
            ]
        ).encode(),
        **{
            name: small.text(
                [row for row in small.TABLES[name] if row[0] != KEEPERS]
            ).encode()
            for name in (release.ALTERNATES, release.REPORTED, release.ZONES)
        },
        release.TASKS: small.text(
            [
                small.TABLES[release.TASKS][0],
                [COUNTERS, "12", "Count the pay of each person.", "Core", "09/2091"],
                ["99-1004.00", "41", "Polish coins.", "Core", "09/2091"],
            ]
        ).encode(),
        release.TECHNOLOGY: small.text(small.TABLES[release.TECHNOLOGY][:2]).encode(),
    }

    out, _err = run(small.write(tmp_path / "new.zip", newer))

    assert out.startswith("O*NET 91.1: 3 occupations, 5 titles, 2 tasks, 1 software")
    assert set(Occupation.objects.values_list("code", "release", "description")) == {
        (COUNTERS, "91.1", "Count what is paid, and to whom."),
        (OTHERS, "91.1", "All others, still."),
        ("99-1004.00", "91.1", "Polish coins."),
    }
    assert set(OccupationTask.objects.values_list("id", "statement", "order")) == {
        (12, "Count the pay of each person.", 1),
        (41, "Polish coins.", 1),
    }
    assert not OccupationTitle.objects.filter(occupation=KEEPERS).exists()
    assert OccupationTechnology.objects.get().name == "Ledgerware"


@pytest.mark.django_db
def test_what_a_release_lacks_stays_as_it_was(tmp_path):
    run(small.write(tmp_path / "whole.zip"))
    before = places()
    lacking = {release.REPORTED: None, release.TECHNOLOGY: None}

    out, _err = run(small.write(tmp_path / "lacking.zip", lacking))

    assert out.endswith("nothing changed.\n")
    assert places() == before


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changed",
    [
        {release.TASKS: None},
        {release.OCCUPATIONS: b"O*NET-SOC Code\tTitle\n99-1001.00\tOther\n"},
        {release.TECHNOLOGY: small.with_row(release.TECHNOLOGY, 2, [COUNTERS])},
        {release.ALTERNATES: b"\xff\xfe"},
    ],
    ids=["file missing", "column missing", "short row in the last file", "encoding"],
)
def test_a_wrong_file_changes_nothing(tmp_path, changed):
    run(small.write(tmp_path / "right.zip"))
    before = places()

    with pytest.raises(CommandError, match=r"Nothing was changed\.$"):
        run(small.write(tmp_path / "wrong.zip", changed))

    assert places() == before


@pytest.mark.django_db(transaction=True)
def test_the_process_ends_with_one_plain_line(tmp_path, process_environment):
    path = tmp_path / "wrong.zip"
    path.write_bytes(b"not a zip")
    said = f"CommandError: {path} is not a zip file, or only part of one: download it"

    assert in_a_process(path, process_environment) == (
        1,
        "",
        said + " again. Nothing was changed.\n",
    )


@pytest.mark.django_db(transaction=True)
def test_the_application_s_own_login_may_import(tmp_path, process_environment):
    path = small.write(tmp_path / "onet.zip")

    code, out, _err = in_a_process(path, process_environment)

    assert code == 0
    assert out.startswith("O*NET 91.0: 3 occupations")
    assert Occupation.objects.count() == 3


def in_a_process(path, environment):
    ended = subprocess.run(  # noqa: S603 -- our own command
        [sys.executable, "manage.py", "import_onet", str(path)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return ended.returncode, ended.stdout, ended.stderr
