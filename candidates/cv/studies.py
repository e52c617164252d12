"""Qualifications out of the education section: level, field, institution, dates.

One entry for each qualification named. Which lines around it are its own is told by the
first one: what stands above its line, below the heading, can belong to nothing else.
"""

from dataclasses import dataclass
from itertools import pairwise

from candidates.cv import contacts, dates, headers, levels, schools
from candidates.cv.lines import Line, lines_of
from candidates.cv.schools import naming_of
from candidates.cv.values import Education, Precision, Source, WrittenDate
from positions.criteria import EducationLevel

LOOSE = levels.LOOSE
NEAR = 300  # characters in which the words about a qualification stand
MOST_ABOVE = 2  # lines between the head of an entry and its qualification
MOST_SCHOOLS = 10


@dataclass(frozen=True, slots=True)
class _Entry:
    """A qualification and the text around it, `text[start:end]`."""

    named: levels.FoundLevel | None
    start: int
    end: int


def read(text: str, start: int, end: int) -> list[Education]:
    """Read the qualifications of a section; `[start:end]` is below its heading."""
    part = text[start:end]
    named = _main(part, levels.find(part))
    if not named:
        return _schools_only(text, start, end)
    found = [_course(text, entry, start) for entry in _entries(part, named)]
    return [one for one in found if one.words or one.institution]


def _main(part: str, named: list[levels.FoundLevel]) -> list[levels.FoundLevel]:
    """Keep what names an entry: no echo on its line, no word of a school's name."""
    named_schools = [
        (line.start + match.start(), line.start + match.end())
        for line in lines_of(part)
        for match in contacts.INSTITUTION.finditer(line.text)
    ]
    kept: list[levels.FoundLevel] = []
    for one in named:
        inside = any(a <= one.start and one.end <= z for a, z in named_schools)
        if inside and one.level <= LOOSE and not _names_itself(part, one):
            continue
        if one.level <= LOOSE and not _leads(part, one):
            continue
        before = kept[-1] if kept else None
        between = part[before.end : one.start] if before else "\n"
        if inside and before and before.level == one.level and "\n" not in between:
            continue  # "High School Diploma 2010 Bethel High School"
        if before is None or "\n" in between or dates.find(between):
            kept.append(one)
        elif before.level <= LOOSE < one.level:
            kept[-1] = one  # "Diploma, Bachelor of Arts"
        elif before.level != one.level > LOOSE:
            kept.append(one)
    named_outright = [one for one in kept if not _is_told(part, one)]
    return named_outright or kept


def _leads(part: str, one: levels.FoundLevel) -> bool:
    """Say whether a word of many uses stands where it can name something."""
    line = part[_line_start(part, one.start) : _line_end(part, one.start)]
    before = part[_line_start(part, one.start) : one.start]
    before = schools.unlabelled(before).rpartition("\t")[2]
    return headers.running(before) < 2 and headers.running(line) < 2 * headers.RUNNING  # noqa: PLR2004 -- a sentence leads up to it


def _is_told(part: str, one: levels.FoundLevel) -> bool:
    """Say whether a sentence speaks of a qualification instead of naming it."""
    before = part[_line_start(part, one.start) : one.start]
    return headers.running(before) >= headers.RUNNING or before.lstrip().startswith(
        ("I ", "•", ">")
    )


def _names_itself(part: str, one: levels.FoundLevel) -> bool:
    """Say whether a school's name is all that names it: "Lincoln High School, 1998"."""
    if one.level > EducationLevel.UPPER_SECONDARY:
        return False
    line = part[_line_start(part, one.start) : _line_end(part, one.start)]
    return all(other.level == one.level for other in levels.find(line))


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def _entries(part: str, named: list[levels.FoundLevel]) -> list[_Entry]:
    lines = lines_of(part)
    rows = [_row_of(lines, one.start) for one in named]
    lead = [n for n in range(rows[0]) if lines[n].text]
    above = len(lead) if len(lead) <= MOST_ABOVE + 1 else 0
    starts: list[int] = []
    for number, (one, row) in enumerate(zip(named, rows, strict=True)):
        floor = rows[number - 1] + 1 if number else 0
        head = _head(lines, row, floor, above) if number else 0
        begin = lines[head].start if number else 0
        if number and row == rows[number - 1]:
            begin = one.start
        starts.append(begin)
    bounds = pairwise([*starts, len(part)])
    return [
        _Entry(one, begin, stop)
        for one, (begin, stop) in zip(named, bounds, strict=True)
    ]


def _row_of(lines: list[Line], at: int) -> int:
    return max((n for n, line in enumerate(lines) if line.start <= at), default=0)


def _head(lines: list[Line], row: int, floor: int, above: int) -> int:
    """Go up as many lines as stood above the first qualification."""
    head, left = row, above
    for number in range(row - 1, floor - 1, -1):
        if not left:
            break
        line = lines[number].text
        if not line:
            if head == row and above > 1:
                continue
            if left < above:
                break
            continue
        if not headers.is_header_like(line) and not dates.find(line):
            break
        head, left = number, left - 1
    return head


def _course(text: str, entry: _Entry, offset: int) -> Education:
    start, end = offset + entry.start, offset + entry.end
    part = text[start:end]
    named = entry.named
    at = (named.start - entry.start, named.end - entry.start) if named else (0, 0)
    area, school = naming_of(part, at)
    words = named.words if named else ""
    found = _dates(_line_of(part, at[0])) if named else (None, None)
    if found == (None, None):
        found = _dates(part)
    return Education(
        words=words,
        level=named.level if named else None,
        field=area,
        institution=school,
        since=found[0],
        until=found[1],
        finished=levels.is_finished(part[:NEAR]),
        sources=_sources(text, (start, end), words, area, school, found),
    )


def _line_of(part: str, at: int) -> str:
    return part[_line_start(part, at) : _line_end(part, at)]


def _dates(part: str) -> tuple[WrittenDate | None, WrittenDate | None]:
    """Take a single date beside a qualification as when it was received."""
    found = [one for one in dates.find(part) if one.since]
    if not found:
        return None, None
    first = found[0]
    return (first.since, first.until) if first.is_span else (None, first.since)


def _sources(
    text: str,
    span: tuple[int, int],
    words: str,
    area: str,
    school: str,
    when: tuple[WrittenDate | None, WrittenDate | None],
) -> dict[str, Source]:
    found: dict[str, Source] = {}
    sure = 0.95 if contacts.INSTITUTION.search(school) else 0.6
    for name, said, confidence in (
        ("words", words, 0.95),
        ("field", area, 0.8),
        ("institution", school, sure),
    ):
        at = text.find(said, *span) if said else -1
        if said:
            place = (at, at + len(said)) if at >= 0 else span
            found[name] = Source(*place, confidence)
    written = next(iter(dates.find(text[slice(*span)])), None)
    for name, date in zip(("since", "until"), when, strict=True):
        if date and written:
            exact = date.precision is not Precision.YEAR
            at = span[0] + written.start
            found[name] = Source(at, span[0] + written.end, 0.95 if exact else 0.8)
    return found


def _schools_only(text: str, start: int, end: int) -> list[Education]:
    found = []
    for line in lines_of(text, start, end):
        match = contacts.INSTITUTION.search(line.text)
        if not match or headers.running(line.text) >= headers.RUNNING:
            continue
        near = text[line.start : min(line.end + 60, end)]
        since, until = _dates(near)
        school = schools.at_school(line.text)
        at = max(text.find(school, line.start, line.end), line.start)
        found.append(
            Education(
                words="",
                level=None,
                field="",
                institution=school,
                since=since,
                until=until,
                finished=levels.is_finished(text[line.start :][:NEAR]),
                sources={"institution": Source(at, at + len(school), 0.7)},
            )
        )
    return found[:MOST_SCHOOLS]
