"""Applications out as files: what one may see, and nothing that runs."""

import csv
import io
import xml.etree.ElementTree as ET
import zipfile

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from backoffice_ats.accounts.enums import Role
from backoffice_ats.audit.models import Act, AuditEvent
from candidates.models import RateBucket
from candidates.services import spreadsheets
from positions.models import Position
from tests import make

EVIL = [
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("https://evil.example","x")',
    "+44 114 496 0142",
    "-2+3",
    "@SUM(1)",
    "\tx",
    "＝1+1",
    "https://evil.example",
    "0012",
    "Žofie Παπαδοπούλου",
    '"quoted", and a comma',
    "two\nlines",
]
NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def cells_of(data):
    """Read a sheet back: {cell: text}, and the elements that would compute."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        sheet = ET.fromstring(book.read("xl/worksheets/sheet1.xml"))  # noqa: S314 -- our own
        names = book.namelist()
        texts = []
        if "xl/sharedStrings.xml" in names:
            shared = ET.fromstring(book.read("xl/sharedStrings.xml"))  # noqa: S314 -- our own
            texts = ["".join(item.itertext()) for item in shared]
    found = []
    for cell in sheet.iter(f"{NAMESPACE}c"):
        value = "".join(cell.itertext())
        found.append(texts[int(value)] if cell.get("t") == "s" else value)
    running = [*sheet.iter(f"{NAMESPACE}f"), *sheet.iter(f"{NAMESPACE}hyperlink")]
    return found, running


def test_a_workbook_holds_what_was_typed_and_no_formula():
    data = spreadsheets.as_xlsx([["Name"], *([value] for value in EVIL)], title="T")

    cells, running = cells_of(data)
    assert running == []
    assert cells == ["Name", *EVIL]


def test_a_csv_holds_what_was_typed_and_nothing_that_runs():
    text = "".join(spreadsheets.as_csv([[value] for value in EVIL]))

    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert [cell.removeprefix("'") for (cell,) in rows] == EVIL
    assert not any(cell.startswith(spreadsheets.LIVE) for (cell,) in rows)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=40))
def test_only_what_would_run_gets_a_mark(text):
    shown = spreadsheets.harmless(text)

    assert not shown.startswith(spreadsheets.LIVE)
    assert shown.removeprefix("'") == text.removeprefix("'")


@pytest.fixture
def position(db):
    make.organisation()
    return make.published()


def test_hr_takes_applications_out_and_the_trail_says_so(client, position):
    application = make.application(position, name="=1+1 Marsh")
    client.force_login(make.user(Role.HR_MANAGER))

    book = client.get(reverse("candidates:export_xlsx", args=[position.slug]))
    lines = client.get(reverse("candidates:export_csv", args=[position.slug]))

    cells, running = cells_of(book.content)
    text = b"".join(lines.streaming_content).decode()
    assert book.headers["Content-Disposition"].startswith("attachment")
    assert "=1+1 Marsh" in cells
    assert running == []
    assert str(application.reference) in text
    assert '"\'=1+1 Marsh"' in text
    events = AuditEvent.objects.filter(act=Act.EXPORTED)
    assert {event.details["how"] for event in events} == {"xlsx", "csv"}


def test_where_names_are_hidden_there_are_codes_only(position):
    Position.objects.filter(pk=position.pk).update(blind_review=True)
    position.refresh_from_db()
    application = make.application(position, name="Aoife Marsh")
    member = make.member(position).user

    rows = list(spreadsheets.table_of(position, member))

    assert rows[1][:2] == [application.code, application.reference]
    assert "Aoife Marsh" not in "".join(map(str, rows))
    assert "mail.example" not in "".join(map(str, rows))


def test_rows_are_read_in_a_constant_number_of_queries(
    position, django_assert_num_queries
):
    for number in range(12):
        make.application(position, email=f"{number}@mail.example")

    with django_assert_num_queries(2):
        assert len(list(spreadsheets.table_of(position, position.owner))) == 13


def test_nobody_takes_out_more_than_an_office_needs(client, position):
    client.force_login(make.user(Role.HR_MANAGER))
    RateBucket.objects.all().delete()
    address = reverse("candidates:export_csv", args=[position.slug])

    answers = [client.get(address).status_code for _ in range(22)]

    assert answers.count(200) >= 20
    assert answers[-1] == 429
