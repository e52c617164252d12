"""Qualifications out of the education section: level, field, institution, dates.

One entry for each qualification named. Which lines around it are its own is told by the
first one: what stands above its line, below the heading, can belong to nothing else.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from candidates.cv import contacts, dates, employers, headers, levels
from candidates.cv.lines import Line, lines_of
from candidates.cv.values import Education, Precision, Source, WrittenDate
from positions.criteria import EducationLevel

FIELD_LENGTH = 80
SCHOOL_LENGTH = 120
LOOSE = EducationLevel.POST_SECONDARY  # "diploma", "certificate": words of many uses
NEAR = 300  # characters in which the words about a qualification stand
MOST_ABOVE = 2  # lines between the head of an entry and its qualification
MOST_SCHOOLS = 10

_EDGES = " \t,;:|()[]–—-·•*"
_FIELD = re.compile(
    r"\s*(?:\((?:hons?|honours|[^)]{1,30})\)\.?\s*|hons?\.?\s+)?(?:degree\s*)?"
    r"(?::|,|\bin\b|\bof\b|\ben\b|\bde\b|\bder\b|\bim\b|\bdi\b|\bem\b|[–—-]|(?=\s?[A-ZÀ-ÝŚŁŻ]))\s*"
    r"(?:the\s+|major(?:ing)?\s*(?:in|:)?\s+|la\s+|el\s+)?(?P<field>[^\d,;:\n\t()|–—•]{3,80})",
    re.IGNORECASE,
)
_FIELD_ENDS = re.compile(
    r"\s+(?:City|State|GPA|from|at|Graduated|Minor|Honors|Hons|Expected|In Progress"
    r"|bei|à|an der|presso|na|w)\b.*$|\s-\s.*$"
)
_ARTS = re.compile(
    r"^(?:of\s+)?(?:Applied\s+|Fine\s+)?(?:Arts?|Sciences?|Commerce|Laws?|Engineering"
    r"|Technology|Education)\b(?:\s+Degree\b)?\s*(?:in\b|:|,|[–—-]|of\b|(?=\()|$)?\s*",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"\t+|\s[|•·]\s|\s[–—-]\s|\s?[–—]\s|;\s|,\s+|\n")
_LABEL = re.compile(
    r"^(?:dates?|title\s+of\s+qualification(?:\s+awarded)?|principal\s+subjects[^\t:]*"
    r"|name\s+(?:and\s+type\s+)?of\s+organi[sz]ation[^\t:]*|level\s+in[^\t:]*"
    r"|zeitraum|bezeichnung\s+der[^\t:]*|hauptfächer[^\t:]*|name\s+(?:und\s+art\s+)?der[^\t:]*"
    r"|intitulé\s+du[^\t:]*|principales\s+matières[^\t:]*|nom\s+(?:et\s+type\s+)?de[^\t:]*"
    r"|título\s+de[^\t:]*|principales\s+materias[^\t:]*|nombre\s+(?:y\s+tipo\s+)?del[^\t:]*|fechas?"
    r"|okres|uzyskany\s+tytuł|kierunek|nazwa[^\t:]*|institution|university|school|degree"
    r"|field(?:\s+of\s+study)?|major|course|qualification)\s*(?:\t|:)\s*",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"^(?:principal\s+subjects[^\t:]*|hauptfächer[^\t:]*|principales\s+mati?[eè]r\w+[^\t:]*"
    r"|principales\s+materias[^\t:]*|kierunek|field(?:\s+of\s+study)?|major)\s*(?:\t|:)\s*(.+)$",
    re.IGNORECASE,
)


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
    """Keep what names an entry: no echo on the same line, no word within a school's name."""
    schools = [
        (line.start + match.start(), line.start + match.end())
        for line in lines_of(part)
        for match in contacts.INSTITUTION.finditer(line.text)
    ]
    kept: list[levels.FoundLevel] = []
    for one in named:
        inside = any(a <= one.start and one.end <= z for a, z in schools)
        if inside and not _names_itself(part, one):
            continue
        before = kept[-1] if kept else None
        between = part[before.end : one.start] if before else "\n"
        if before is None or "\n" in between or dates.find(between):
            kept.append(one)
        elif before.level <= LOOSE < one.level:
            kept[-1] = one  # "Diploma, Bachelor of Arts"
        elif before.level != one.level > LOOSE:
            kept.append(one)
    return kept


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
        if not headers.is_header_like(line):
            break
        head, left = number, left - 1
    return head


def _course(text: str, entry: _Entry, offset: int) -> Education:
    start, end = offset + entry.start, offset + entry.end
    part = text[start:end]
    named = entry.named
    words = named.words if named else ""
    begin = offset + named.start if named else start
    school = _school(part, named, entry.start)
    found = _dates(part)
    after = text[begin + (named.end - named.start if named else 0) : end]
    area = _subject(part) or (_field(after, school) if named else "")
    if area and not school.replace(area, "").strip():
        area = ""
    sources = _sources(text, (start, end), words, area, school, found)
    return Education(
        words=words,
        level=named.level if named else None,
        field=area,
        institution=school,
        since=found[0],
        until=found[1],
        finished=levels.is_finished(part[:NEAR]),
        sources=sources,
    )


def _subject(part: str) -> str:
    for line in part.split("\n"):
        if match := _SUBJECT.match(line.strip()):
            return match[1].strip(_EDGES)[:FIELD_LENGTH]
    return ""


def _school(part: str, named: levels.FoundLevel | None, start: int) -> str:
    """Find the institution by its words; else take what is left of the short lines."""
    for row in part.split("\n"):
        bare = _LABEL.sub("", row.strip())
        match = contacts.INSTITUTION.search(bare)
        if match and match[0].strip():
            return _whole_school(bare, match)
    if named is None:
        return ""
    left: list[str] = []
    for line in lines_of(part)[:5]:
        inside = line.start <= named.start - start < line.end
        if not line.text or not (inside or headers.is_header_like(line.text)):
            continue
        bare = line.text
        if inside:
            cut = named.start - start - line.start
            left += _candidates(bare[:cut])
            left += _candidates(_past_field(bare[cut + named.end - named.start :]))
        else:
            left += _candidates(_LABEL.sub("", bare))
    return next(iter(left), "")[:SCHOOL_LENGTH]


def _past_field(after: str) -> str:
    """Leave out the field of study, which goes up to the first comma or dash."""
    parts = re.split(r"(,\s|\t|\s[–—|-]\s|\bfrom\b|\bat\b)", after, maxsplit=1)
    return parts[2] if len(parts) > 2 else ""  # noqa: PLR2004 -- before, the sign, after


def _candidates(words: str) -> list[str]:
    bare = words
    for one in reversed(dates.find(words)):
        bare = f"{bare[: one.start]}\t{bare[one.end :]}"
    parts = (part.strip(_EDGES) for part in _SEPARATORS.split(bare))
    return [
        part
        for part in parts
        if len(part) > 2  # noqa: PLR2004 -- letters of a state
        and not employers.is_region(part)
        and any(map(str.isalpha, part))
        and not part[0].islower()
        and not levels.find(part)
        and not _NO_SCHOOL.search(part)
    ]


_NO_SCHOOL = re.compile(
    r"\b(?:gpa|grades?|hono(?:u)?rs|minor|major|thesis|dissertation|modules?|coursework"
    r"|class(?:ification)?|distinction|merit|first|upper|second|2:1|note|mention|city"
    r"|state|graduated|expected|degree|present|credits?|subjects?)\b",
    re.IGNORECASE,
)


def _whole_school(line: str, match: re.Match[str]) -> str:
    """Widen a match to its segment: "IE Business School", "Lycée Dupuy de Lôme"."""
    start, end = 0, len(line)
    for cut in _SEPARATORS.finditer(line):
        if cut.end() <= match.start():
            start = cut.end()
        elif cut.start() >= match.end():
            end = cut.start()
            break
    segment = line[start:end]
    for one in reversed(dates.find(segment)):
        segment = f"{segment[: one.start]}\t{segment[one.end :]}"
    if levels.find(segment) and not contacts.INSTITUTION.fullmatch(
        segment.strip(_EDGES)
    ):
        segment = match[0]
    pieces = [
        piece.strip(_EDGES) for piece in segment.split("\t") if piece.strip(_EDGES)
    ]
    chosen = next((p for p in pieces if contacts.INSTITUTION.search(p)), match[0])
    if headers.running(chosen) > 2 or len(chosen.split()) > 10:  # noqa: PLR2004 -- a sentence around it
        chosen = match[0]
    chosen = re.sub(r"\s*\([^)]*$|^[^(]*\)\s*", "", chosen)
    return " ".join(chosen.split()).strip(_EDGES)[:SCHOOL_LENGTH]


def _field(after: str, school: str) -> str:
    match = _FIELD.match(_ARTS.sub(": ", after.lstrip(" "), count=1))
    if not match:
        return ""
    field = match["field"].partition(school)[0] if school else match["field"]
    field = contacts.INSTITUTION.sub("", field)
    field = _FIELD_ENDS.sub("", " ".join(field.split()))
    months = dates.find(f"{field} 2000")
    if months and months[0].since and months[0].since.month:
        field = field[: months[0].start]
    bare = field.strip(" .-–&'’*")[:FIELD_LENGTH]
    if employers.is_region(bare) or bare.lower() in {"in", "of", "degree", "honours"}:
        return ""
    return bare


def _dates(part: str) -> tuple[WrittenDate | None, WrittenDate | None]:
    """Take a single date beside a qualification as when it was received."""
    found = dates.find(part)
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
        school = _whole_school(line.text, match)
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
