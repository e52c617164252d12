"""A file of a release as rows: tab separated, the first line names the columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.onet.archive import OnetFileError, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from positions.onet.archive import Archive


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one line that were asked for, and where it stands."""

    file: str
    line: int
    cells: tuple[str, ...]

    def wrong(self, what: str) -> OnetFileError:
        return OnetFileError(f"“{self.file}”, line {self.line}: {what}.")

    def text(self, place: int, column: str, longest: int) -> str:
        """Return a cell that must say something. Raises OnetFileError."""
        cell = self.cells[place]
        if not cell:
            raise self.wrong(f"“{column}” is empty")
        if len(cell) > longest:
            raise self.wrong(
                f"“{column}” has {len(cell)} characters, more than {longest}"
            )
        return cell

    def whole(self, place: int, column: str, low: int, high: int) -> int:
        """Return a cell that is a whole number from `low` to `high`, or raise."""
        cell = self.cells[place]
        if not (cell.isascii() and cell.isdecimal() and low <= int(cell[:12]) <= high):
            raise self.wrong(
                f"“{column}” is “{quoted(cell)}”, not a number from {low} to {high}"
            )
        return int(cell)

    def hundredths(self, place: int, column: str, low: int, high: int) -> int:
        """Return a cell that is a decimal from `low` to `high`, in hundredths."""
        cell = self.cells[place]
        before, _point, after = cell.partition(".")
        if (
            cell.isascii()
            and before.isdecimal()
            and len(before) < 4  # noqa: PLR2004 -- digits
            and (after.isdecimal() or not after)
            and low * 100 <= (found := round(float(cell) * 100)) <= high * 100
        ):
            return found
        raise self.wrong(
            f"“{column}” is “{quoted(cell)}”, not a number from {low} to {high}"
        )


def rows(archive: Archive, file: str, columns: tuple[str, ...]) -> Iterator[Row]:
    """Yield these columns of a file, in this order. Raises OnetFileError."""
    lines = archive.text(file).split("\n")
    head = _cells(lines[0])
    missing = [column for column in columns if column not in head]
    if missing:
        raise OnetFileError(
            f"“{file}” has no column “{missing[0]}”: its first line must name the"
            " columns, separated by tabs."
        )
    places = [head.index(column) for column in columns]
    for number, line in enumerate(lines[1:], start=2):
        cells = _cells(line)
        if cells == [""]:
            continue
        if len(cells) != len(head):
            raise OnetFileError(
                f"“{file}”, line {number}: {len(cells)} columns instead of {len(head)}."
            )
        yield Row(file, number, tuple(cells[place] for place in places))


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.rstrip("\r").split("\t")]
