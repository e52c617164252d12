"""Bring the words of a page into reading order, by where they stand. Pure.

Pieces of text become cells (what stands together on one baseline), cells become rows.
Where the left edges of many cells stand one below the other and nothing crosses the
gutter beside them, there are two banks: columns, read one after the other, or the two
sides of a table, read row by row. Dates, labels and headings that share their baseline
with words of the other bank tell a table.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from candidates.cv import headers, headings
from candidates.cv.looks import Look

BLANK = 0.12  # of the size: a gap between words
APART = 1.2  # of the size: a gap between cells
BASELINE = 0.45  # of the size: still the same line
GUTTER = 5.0  # points that stay open between two banks
FEW = 3  # lines of a bank
NEW_BLOCK = 1.45  # of the usual distance between lines
DEPTH = 4  # gutters within banks

_TOLD = re.compile(
    r"^\W*(?:(?:19|20)\d\d\b|\d\d?[/.\-]\d{2,4}\b|[^\W\d]{3,10}\.?\s+(?:de\s+)?(?:19|20)\d\d\b)"
    r"|\b(?:19|20)\d\d\W*$|:$|^\W{0,2}$|^\d{1,2}\.?$"
    r"|\b(?:present|current|now|heute|actualidad|aujourd.hui|obecnie)\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words drawn at once, from `left` to `right` on the baseline `y` (points)."""

    left: float
    right: float
    y: float
    size: float
    text: str
    bold: bool = False

    def followed_by_blank(self) -> "Piece":
        """Return the piece with a blank that was drawn after it."""
        return self if self.text.endswith(" ") else replace(self, text=f"{self.text} ")


@dataclass(frozen=True, slots=True)
class Placed:
    """A line in reading order; its cells are parted by tabs. Empty between blocks."""

    text: str
    size: float = 0.0
    bold: bool = False
    left: float = 0.0


def lines_of(pieces: list[Piece]) -> list[Placed]:
    """Return the lines of a page as they are to be read."""
    cells = [
        cell
        for row in _rows(pieces)
        for cell in _cells(row)
        if not headers.PAGE.fullmatch(cell.text)
    ]
    return _ordered(cells, DEPTH)


def signed(lines: list[Placed]) -> str:
    """Write the lines, each with a sign of how it is set (see `looks`)."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    usual = max(sizes, key=lambda size: sizes[size], default=1.0) or 1.0
    return "\n".join(
        f"{Look(line.size / usual, line.bold).sign()}{line.text}" if line.text else ""
        for line in lines
    )


def _rows(pieces: list[Piece]) -> list[list[Piece]]:
    rows: list[list[Piece]] = []
    base = 0.0
    for piece in sorted(pieces, key=lambda one: -one.y):
        reach = BASELINE * (min(piece.size, rows[-1][0].size) if rows else 0.0)
        if rows and base - piece.y <= max(reach, 1.0):
            rows[-1].append(piece)
        else:
            rows.append([piece])
            base = piece.y
    return rows


def _cells(row: list[Piece]) -> list[Piece]:
    """Join the pieces of a row that stand together; a piece drawn twice counts once."""
    joined: list[Piece] = []
    y = max(row, key=lambda one: len(one.text)).y
    for piece in sorted(row, key=lambda one: (one.left, one.right)):
        last = joined[-1] if joined else None
        if last is None or piece.left - last.right > APART * max(piece.size, last.size):
            joined.append(replace(piece, y=y))
            continue
        if piece.text.strip() == last.text.strip() and piece.left - last.left < 1:
            continue
        gap = piece.left - last.right > BLANK * min(piece.size, last.size)
        blank = " " if gap and not last.text.endswith(" ") else ""
        longer = len(piece.text) > len(last.text)
        joined[-1] = Piece(
            last.left,
            max(last.right, piece.right),
            y,
            max(last.size, piece.size),
            f"{last.text}{blank}{piece.text}",
            piece.bold if longer else last.bold,
        )
    return [replace(cell, text=cell.text.strip()) for cell in joined]


@dataclass(frozen=True, slots=True)
class _Banks:
    """What stands on both sides of a gutter, and what above and below it."""

    above: list[Piece]
    left: list[Piece]
    right: list[Piece]
    below: list[Piece]

    @property
    def weight(self) -> int:
        return min(len(self.left), len(self.right))


def _ordered(cells: list[Piece], depth: int) -> list[Placed]:
    banks = _best(cells) if depth else None
    if banks is None:
        return _plain(cells)
    if _leads(banks.left, banks.right):
        middle = _table(banks)
    elif _leads(banks.right, banks.left):
        middle = _plain([*banks.left, *banks.right])
    else:
        left = _ordered(banks.left, depth - 1)
        middle = [*left, Placed(""), *_ordered(banks.right, depth - 1)]
    above, below = _ordered(banks.above, depth), _ordered(banks.below, depth)
    return [*above, Placed(""), *middle, Placed(""), *below]


def _best(cells: list[Piece]) -> _Banks | None:
    """Find the gutter with the most lines on both of its sides."""
    edges = Counter(round(cell.left / 2) * 2 for cell in cells)
    found: _Banks | None = None
    first = min(edges, default=0)
    for edge, count in edges.most_common(12):
        if edge == first or count < FEW:
            continue
        for banks in _along(cells, edge - 2.0):
            if found is None or banks.weight > found.weight:
                found = banks
    return found


def _along(cells: list[Piece], gutter: float) -> list[_Banks]:
    """Cut the page where words cross the gutter; keep the runs with two full banks."""
    crossing = [c.y for c in cells if c.left < gutter and c.right > gutter - GUTTER]
    runs = []
    bounds = [float("inf"), *sorted(set(crossing), reverse=True), float("-inf")]
    for top, bottom in pairwise(bounds):
        run = [cell for cell in cells if bottom < cell.y < top]
        left = [cell for cell in run if cell.right <= gutter - GUTTER]
        right = [cell for cell in run if cell.left >= gutter]
        if not _both_are_full(left, right):
            continue
        above = [cell for cell in cells if cell.y >= top]
        below = [cell for cell in cells if cell.y <= bottom]
        runs.append(_Banks(above, left, right, below))
    return runs


def _both_are_full(left: list[Piece], right: list[Piece]) -> bool:
    rows = [len({round(cell.y) for cell in bank}) for bank in (left, right)]
    return min(rows) >= FEW


def _leads(bank: list[Piece], other: list[Piece]) -> bool:
    """Say whether a bank holds what the rows of a table begin or end with."""
    beside = [cell.y for cell in other]
    blocks = _blocks(bank)
    level = [
        block
        for block in blocks
        if any(abs(block[0].y - y) <= BASELINE * block[0].size for y in beside)
    ]
    if all(_is_told(_words(block)) for block in blocks):
        return True  # nothing but dates or headings: what they head is beside them
    told = [block for block in level if _is_told(_words(block))]
    return len(told) * 2 >= len(blocks) or _are_labels(bank, beside)


def _are_labels(bank: list[Piece], beside: list[float]) -> bool:
    """Say whether most lines of a bank are labels: the same words again and again."""
    level = [
        cell
        for cell in bank
        if any(abs(cell.y - y) <= BASELINE * cell.size for y in beside)
    ]
    texts = Counter(cell.text for cell in level)
    again = sum(count for count in texts.values() if count > 1)
    return again > FEW and again * 2 >= len(level)


def _words(block: list[Piece]) -> str:
    return " ".join(cell.text for cell in block)


def _is_told(text: str) -> bool:
    return bool(_TOLD.search(text)) or headings.kind_of(text) is not None


def _blocks(bank: list[Piece]) -> list[list[Piece]]:
    """Join the lines of a bank that stand close below one another."""
    ordered = sorted(bank, key=lambda cell: (-cell.y, cell.left))
    blocks: list[list[Piece]] = []
    for cell in ordered:
        last = blocks[-1][-1] if blocks else None
        if last and last.y - cell.y <= NEW_BLOCK * max(last.size, cell.size):
            blocks[-1].append(cell)
        else:
            blocks.append([cell])
    return blocks


def _table(banks: _Banks) -> list[Placed]:
    """Read a table row by row; a cell that is set over lines is one cell."""
    narrow = banks.left
    beside = sorted({round(cell.y, 1) for cell in banks.right}, reverse=True)
    joined: list[Piece] = []
    for cell in sorted(narrow, key=lambda one: (-one.y, one.left)):
        last = joined[-1] if joined else None
        if last and _goes_on(last, cell, beside):
            joined[-1] = replace(last, text=f"{last.text} {cell.text}")
        else:
            joined.append(cell)
    return _plain([*joined, *banks.right])


def _goes_on(last: Piece, cell: Piece, beside: list[float]) -> bool:
    """Say whether a cell of the left bank is the end of the one above it."""
    if headings.kind_of(last.text) or headings.kind_of(cell.text):
        return False
    lines = round((last.y - cell.y) / max(cell.size, 1))
    if lines > 4:  # noqa: PLR2004 -- no cell is set over so many lines
        return False
    dash = last.text.rstrip().endswith(("-", "–", "—", "to", "bis", "à", "al"))
    level = any(abs(cell.y - y) <= BASELINE * cell.size for y in beside)
    return dash or cell.text[:1].islower() or (not level and lines <= 1)


def _plain(cells: list[Piece]) -> list[Placed]:
    """Write rows down the page, an empty line where a wider gap parts blocks."""
    rows: list[list[Piece]] = []
    for cell in sorted(cells, key=lambda one: (-one.y, one.left)):
        if rows and abs(rows[-1][0].y - cell.y) <= BASELINE * min(
            cell.size, rows[-1][0].size
        ):
            rows[-1].append(cell)
        else:
            rows.append([cell])
    steps = [
        one[0].y - two[0].y for one, two in pairwise(rows) if one[0].y > two[0].y + 1
    ]
    usual = sorted(steps)[len(steps) // 4] if steps else 0.0
    found: list[Placed] = []
    for number, row in enumerate(rows):
        if number:
            step = rows[number - 1][0].y - row[0].y
            if step > _most(usual, rows[number - 1][0], row[0]):
                found.append(Placed(""))
        row.sort(key=lambda cell: cell.left)
        text = "\t".join(cell.text for cell in row)
        found.append(Placed(text, row[0].size, row[0].bold, row[0].left))
    return found


def _most(usual: float, above: Piece, below: Piece) -> float:
    """Return the greatest distance at which a line still belongs to the one above."""
    natural = 1.2 * max(above.size, below.size)
    return NEW_BLOCK * min(usual, 1.6 * natural) if usual else NEW_BLOCK * natural
