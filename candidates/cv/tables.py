"""A table of people from a CSV file: rows, and which column is what. Pure."""

import csv
import io
from dataclasses import dataclass

from candidates.cv.gate import decode

MAX_BYTES = 2 * 1024 * 1024
MOST_ROWS = 2_000
MOST_COLUMNS = 60
MOST_CHARACTERS = 1_000  # of a cell
FIELDS = ("name", "email", "phone", "city", "title", "employer")

# Column heads as spreadsheets and other systems write them.
_HEADS = {
    "name": ("name", "full name", "candidate", "candidate name", "applicant"),
    "email": ("email", "e-mail", "email address", "e-mail address", "mail"),
    "phone": ("phone", "telephone", "mobile", "phone number", "tel"),
    "city": ("city", "town", "location", "town or city", "place"),
    "title": ("title", "job title", "current title", "position", "role"),
    "employer": ("employer", "company", "current company", "organisation"),
}


class TableError(ValueError):
    """It is no table; `reason` is "kind", "large", "rows", "columns" or "empty"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Table:
    """Column heads, and rows of as many cells."""

    header: list[str]
    rows: list[list[str]]


def read(data: bytes) -> Table:
    """Read CSV with commas, semicolons or tabs. Raises TableError."""
    if len(data) > MAX_BYTES:
        raise TableError("large")
    text = decode(data)
    if text is None:
        raise TableError("kind")
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=_mark(text))
    try:
        lines = [row for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise TableError("kind") from error
    if len(lines) < 2:  # noqa: PLR2004 -- the heads and one person
        raise TableError("empty")
    if len(lines) - 1 > MOST_ROWS:
        raise TableError("rows")
    width = len(lines[0])
    if width > MOST_COLUMNS:
        raise TableError("columns")
    header = [_cell(cell) or str(number) for number, cell in enumerate(lines[0], 1)]
    rows = [[_cell(cell) for cell in (row + [""] * width)[:width]] for row in lines[1:]]
    return Table(header, rows)


def guess(header: list[str]) -> dict[str, int]:
    """Say which column seems to hold which field: {field: number of the column}."""
    heads = [" ".join(head.casefold().replace("_", " ").split()) for head in header]
    found = {}
    for field, names in _HEADS.items():
        number = next((heads.index(name) for name in names if name in heads), None)
        if number is not None:
            found[field] = number
    return found


def _mark(text: str) -> str:
    """Find what stands between the cells: the commonest mark of the first line."""
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)


def _cell(text: str) -> str:
    plain = "".join(" " if c < " " or c == "\x7f" else c for c in text)
    return " ".join(plain.split())[:MOST_CHARACTERS]
