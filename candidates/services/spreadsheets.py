"""A position's pipeline as a spreadsheet: what one may see, and nothing that runs.

What applicants typed may begin with a sign that a spreadsheet takes for a formula. In
XLSX every cell is written as text, exactly as it was. CSV has no types, so such a cell
gets an apostrophe in front (OWASP ASVS 5.0, 1.2.10).
"""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator, Sequence

import xlsxwriter
from django.utils import timezone
from django.utils.translation import gettext as _

from backoffice_ats.accounts.models import User
from backoffice_ats.audit.models import Act, AuditEvent
from candidates.models import Application
from candidates.services import identity
from positions.models import Position

# What spreadsheets take for the beginning of a formula, the wide signs too.
LIVE = tuple("=+-@\t\r\n\0＝＋－＠")
AT_ONCE = 500


def table_of(position: Position, user: User) -> Iterator[Sequence[str]]:
    """Yield a head and a row for each application, as this person may see it.

    Where names are hidden there are codes only. Rows come in the order of arrival.
    """
    hidden = identity.hides_names(position, user)
    yield _head(hidden=hidden)
    applications = (
        Application.objects.visible_to(user)
        .for_position(position)
        .select_related("candidate")
        .defer("answers", "note")
        .order_by("submitted_at", "pk")
    )
    for application in applications.iterator(chunk_size=AT_ONCE):
        yield _row(application, hidden=hidden)


def _head(*, hidden: bool) -> list[str]:
    marks = [_("Code"), _("Reference")]
    who = [_("Name"), _("Email address"), _("Phone"), _("Town or city"), _("Came from")]
    where = [_("Stage"), _("Received"), _("Decided"), _("Reason")]
    return [*marks, *([] if hidden else who), *where]


def _row(application: Application, *, hidden: bool) -> list[str]:
    candidate = application.candidate
    marks = [application.code, application.reference or ""]
    who = (
        [
            candidate.name,
            candidate.email,
            candidate.phone,
            candidate.city,
            application.source_token,
        ]
        if candidate
        else [""] * 5
    )
    where = [
        str(application.get_status_display()),
        _day(application.submitted_at),
        _day(application.decided_at),
        str(application.get_reason_code_display()),
    ]
    return [*marks, *([] if hidden else who), *where]


def _day(at: dt.datetime | None) -> str:
    return f"{timezone.localtime(at):%Y-%m-%d}" if at else ""


def as_csv(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a CSV file: every field quoted, none of them a formula."""
    line = io.StringIO()
    writer = csv.writer(line, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    yield "\ufeff"  # or a spreadsheet takes it for an old alphabet
    for row in rows:
        writer.writerow([harmless(cell) for cell in row])
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def harmless(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would run; leave the rest alone."""
    return f"'{cell}" if cell.startswith(LIVE) else cell


def as_xlsx(rows: Iterable[Sequence[str]], *, title: str) -> bytes:
    """Return an XLSX file of text cells, the first row as its head."""
    whole = io.BytesIO()
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    with xlsxwriter.Workbook(whole, options) as book:
        book.set_properties({"title": title})
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet(_("Applications"))
        sheet.freeze_panes(1, 0)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write_string(number, column, cell, bold if number == 0 else None)
    return whole.getvalue()


def record(position: Position, *, by: User, at: dt.datetime, how: str) -> AuditEvent:
    """Note who took a position's applications out as a file."""
    event: AuditEvent = AuditEvent.objects.create(
        act=Act.EXPORTED,
        actor=by,
        subject=Position._meta.label,
        subject_id=position.pk,
        position_id=position.pk,
        details={"how": how},
        at=at,
    )
    return event
