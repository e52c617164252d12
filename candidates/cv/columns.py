"""Bring a page set in columns into reading order.

A page comes as lines of a fixed-width grid, as a layout-preserving text extraction
gives it. Where a blank river runs down through several lines with text on both banks,
the left bank is read before the right one. Rows whose one cell is a date, a label or a
bullet stay rows.
"""

import re

from candidates.cv import headings

GAP = 3  # blanks that part two cells
RIVER = 2  # blanks that must stay open all the way down
PAIRS = 3  # lines with text on both banks
PAGE_PAIRS = 12  # so many, and the columns are the page's: they run to its end
DEPTH = 3  # rivers within a bank

_GAPS = re.compile(r"(?<=\S) {3,}(?=\S)")
_ROW_CELL = re.compile(
    r"(?:\b(?:19|20)\d\d\b|\b\d\d?[/.]\d{2,4}\b|\b(?:present|current|heute|actual)\b"
    r"|:$|^\W{0,2}$|^\d{1,2}\.?$)",
    re.IGNORECASE,
)


def in_reading_order(lines: list[str], depth: int = DEPTH) -> list[str]:
    """Return the lines with columns one after the other, each set off by blank lines."""
    ordered: list[str] = []
    at = 0
    while at < len(lines):
        river = _river_from(lines, at) if depth else None
        if river is None:
            ordered.append(lines[at])
            at += 1
            continue
        end, cut = river
        for bank in (
            [line[:cut].rstrip() for line in lines[at:end]],
            [line[cut:] for line in lines[at:end]],
        ):
            ordered += ["", *in_reading_order(bank, depth - 1), ""]
        at = end
    return ordered


def _river_from(lines: list[str], start: int) -> tuple[int, int] | None:
    """Find the longest river that springs in this line: where it ends, where to cut."""
    best: tuple[int, int] | None = None
    for gap in _GAPS.finditer(lines[start]):
        found = _follow(lines, start, gap.start(), gap.end())
        if found and (best is None or found[0] > best[0]):
            best = found
    return best


def _follow(
    lines: list[str], start: int, left: int, right: int
) -> tuple[int, int] | None:
    pairs: list[tuple[str, str]] = []
    last, bed = start, (left, right)
    end = start
    for number in range(start, len(lines)):
        narrowed = _narrow(lines[number], *bed)
        if narrowed is None:
            break
        end = number + 1
        bed = narrowed
        cells = lines[number][: bed[0]].strip(), lines[number][bed[1] :].strip()
        if all(cells):
            pairs.append(cells)
            last = number
    if len(pairs) < PAIRS or _are_rows(pairs):
        return None
    cut = (bed[0] + bed[1]) // 2
    written = sum(bool(line.strip()) for line in lines)
    run = sum(bool(line.strip()) for line in lines[start:end])
    if len(pairs) < PAGE_PAIRS or run * 2 < written:
        end = _tail(lines, last + 1, end, cut)
    return end, cut


def _narrow(line: str, left: int, right: int) -> tuple[int, int] | None:
    """Keep the widest part of the bed that is blank in this line too."""
    part = line[left:right].ljust(right - left)
    widest = max(re.finditer(r" +", part), key=lambda m: len(m[0]), default=None)
    if widest is None or len(widest[0]) < RIVER:
        return None
    return left + widest.start(), left + widest.end()


def _tail(lines: list[str], start: int, end: int, cut: int) -> int:
    """Take along the lines that go on on one bank alone, up to an end of block."""
    bank: bool | None = None
    while start < end and lines[start].strip():
        left, right = bool(lines[start][:cut].strip()), bool(lines[start][cut:].strip())
        side = left and not right
        if headings.kind_of(lines[start]) or (bank is not None and side is not bank):
            break
        bank = side
        start += 1
    return start


def _are_rows(pairs: list[tuple[str, str]]) -> bool:
    for bank in (0, 1):
        told = sum(bool(_ROW_CELL.search(pair[bank])) for pair in pairs)
        if told * 2 >= len(pairs):
            return True
    return False
