"""Structure out of the text of a CV: its sections, and what each of them lists."""

import re
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from candidates.cv import (
    contacts,
    dates,
    headings,
    languages,
    levels,
    licences,
    skills,
    work,
)
from candidates.cv.lines import Line, lines_of
from candidates.cv.values import (
    Education,
    Resume,
    Section,
    SectionKind,
    Work,
    WrittenDate,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_Item = TypeVar("_Item")

MOST_ITEMS = 300
ITEM_LENGTH = 80
FIELD_LENGTH = 80
NEAR = 300  # characters in which the words about a qualification stand

_LISTS_OF_OWN = frozenset({SectionKind.EXPERIENCE, SectionKind.EDUCATION})
_COURSE_PARTS = frozenset(
    {"certificate", "certification", "coursework", "honors", "honours", "awards"}
)
_FIELD = re.compile(
    r"\s*(?:degree)?\s*(?:\([^)]{1,30}\)\s*)?(?::|,|\bin\b|\bof\b|[–—-])\s*(?:the\s+)?"
    r"(?P<field>[^\d,;:\n\t()|–—]{3,80})",
    re.IGNORECASE,
)
_FIELD_ENDS = re.compile(
    r"\s+(?:City|State|GPA|from|at|Graduated|Minor|Honors|Expected|In Progress)\b.*$"
)
_ARTS = re.compile(
    r"^(?:of\s+)?(?:Applied\s+|Fine\s+)?(?:Arts?|Sciences?)\b(?:\s+Degree\b)?\s*"
    r"(?:in\b|:|,|[–—-]|of\b)?\s*",
    re.IGNORECASE,
)


def parse(text: str) -> Resume:
    """Read what the text says; what it does not say stays empty. Never raises."""
    parts = _sections(text)
    top = [
        line.text
        for part in parts
        if part.kind is SectionKind.CONTACT
        for line in lines_of(text, part.start, part.end)
        if line.text
    ]
    return Resume(
        name=contacts.name_in(top),
        emails=_distinct(contacts.EMAIL.findall(text)),
        phones=_distinct(contacts.phones(_texts(text, parts, SectionKind.CONTACT))),
        urls=_distinct(contacts.URL.findall(text)),
        summary=_texts(text, parts, SectionKind.SUMMARY).strip(),
        work=_work(text, parts),
        education=_education(text, parts),
        skills=_read(skills.read, text, parts, SectionKind.SKILLS),
        languages=_read(languages.read, text, parts, SectionKind.LANGUAGES),
        licences=_read(licences.read, text, parts, SectionKind.CERTIFICATES),
        sections=tuple(parts),
    )


def body(section: Section) -> int:
    """Where the text of a section starts, after its heading."""
    return section.start + len(section.heading)


def _sections(text: str) -> list[Section]:
    """Cut the text at its headings; all before the first one is CONTACT."""
    heads: list[tuple[int, SectionKind, str]] = [(0, SectionKind.CONTACT, "")]
    lines = lines_of(text)
    for number, line in enumerate(lines):
        if not line.text or (number and _runs_on(lines[number - 1].text)):
            continue
        kind, heading = headings.kind_of(line.text), line.text
        if kind is None and (inline := headings.split_inline(line.text)):
            kind, heading = inline[0], line.text[: inline[1]]
            if heads[-1][1] in _LISTS_OF_OWN:
                continue
        if heads[-1][1] is SectionKind.EDUCATION and line.text.lower() in _COURSE_PARTS:
            continue
        if kind is None or _within_job(kind, heads[-1][1], lines, number):
            continue
        heads.append((line.start, kind, heading))
    ends = [start for start, _, _ in heads[1:]] + [len(text)]
    parts = [
        Section(kind, heading, start, end)
        for (start, kind, heading), end in zip(heads, ends, strict=True)
    ]
    return [part for part in parts if text[part.start : part.end].strip()]


def _runs_on(before: str) -> bool:
    """Say whether a line is cut off: the next one is its end and no heading."""
    return before.endswith((",", "&")) or before.rpartition(" ")[2] in {
        "and",
        "of",
        "or",
        "the",
        "in",
        "with",
        "to",
        "for",
        "und",
        "et",
        "y",
    }


def _within_job(
    kind: SectionKind, current: SectionKind, lines: list[Line], number: int
) -> bool:
    """Tell "Achievements" under one job from a section of its own.

    It belongs to the job when another job follows before the next heading.
    """
    minor = {SectionKind.ACCOMPLISHMENTS, SectionKind.SKILLS, SectionKind.OTHER}
    if current is not SectionKind.EXPERIENCE or kind not in minor:
        return False
    following = []
    for line in lines[number + 1 :]:
        if line.text and headings.kind_of(line.text):
            break
        following.append(line)
    return bool(work.jobs(following, ""))


def _texts(text: str, parts: list[Section], kind: SectionKind) -> str:
    return "\n".join(text[body(p) : p.end].strip() for p in parts if p.kind is kind)


def _work(text: str, parts: list[Section]) -> tuple[Work, ...]:
    told = [part for part in parts if part.kind is SectionKind.EXPERIENCE]
    if not told:
        # Without a heading the jobs may still stand there, with their dates.
        untold = {SectionKind.CONTACT, SectionKind.OTHER, SectionKind.SUMMARY}
        told = [part for part in parts if part.kind in untold]
    found: list[Work] = []
    for part in told:
        found += work.jobs(lines_of(text, body(part), part.end), text)
    return tuple(found)


def _education(text: str, parts: list[Section]) -> tuple[Education, ...]:
    found: list[Education] = []
    for part in parts:
        if part.kind is SectionKind.EDUCATION:
            found += _courses(text[body(part) : part.end])
    return tuple(found)


def _courses(text: str) -> list[Education]:
    """One qualification per level named, each with the words around it.

    A date alone on its line stands above or below its qualification; the section's
    first such line tells which.
    """
    named = _without_echoes(text, levels.find(text))
    if not named:
        return _schools_only(text)
    starts = [_line_start(text, one.start) for one in named]
    starts = [
        max(one.start, start) if index and start <= starts[index - 1] else start
        for index, (one, start) in enumerate(zip(named, starts, strict=True))
    ]
    starts[0] = 0
    bounds = pairwise([*_led_by_dates(text, starts), len(text)])
    return [
        _course(text[start:end], one, start)
        for one, (start, end) in zip(named, bounds, strict=True)
    ]


def _without_echoes(
    text: str, named: list[levels.FoundLevel]
) -> list[levels.FoundLevel]:
    """Drop a level named again on the line of the same one: "BA (Bachelor of Arts)"."""
    kept: list[levels.FoundLevel] = []
    for one in named:
        before = kept[-1] if kept else None
        between = text[before.end : one.start] if before else "\n"
        if before and before.level == one.level and "\n" not in between:
            continue
        kept.append(one)
    return kept


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _led_by_dates(text: str, starts: list[int]) -> list[int]:
    """Move each start up over a date line, where the section has them above."""
    lead = text.lstrip().split("\n", 1)[0]
    if not _is_date_line(lead):
        return starts
    moved = [0]
    for start in starts[1:]:
        above = _line_start(text, max(start - 1, 0))
        line = text[above : max(start - 1, 0)]
        moved.append(above if _is_date_line(line) and above > moved[-1] else start)
    return moved


def _is_date_line(line: str) -> bool:
    found = dates.find(line)
    return len(found) == 1 and len(line.strip()) - (found[0].end - found[0].start) <= 3  # noqa: PLR2004 -- a bracket or a stop


def _schools_only(text: str) -> list[Education]:
    found = []
    for match in contacts.INSTITUTION.finditer(text):
        since, until = _dates(text[match.start() : match.end() + 60])
        found.append(
            Education(
                words="",
                level=None,
                field="",
                institution=" ".join(match[0].split())[:ITEM_LENGTH],
                since=since,
                until=until,
                finished=levels.is_finished(text[match.start() :][:NEAR]),
            )
        )
    return found[:10]


def _course(part: str, named: levels.FoundLevel, offset: int) -> Education:
    school = contacts.INSTITUTION.search(part)
    since, until = _dates(part)
    return Education(
        words=named.words,
        level=named.level,
        field=_field(part[named.end - offset :], school[0] if school else ""),
        institution=" ".join(school[0].split())[:ITEM_LENGTH] if school else "",
        since=since,
        until=until,
        finished=levels.is_finished(part[:NEAR]),
    )


def _field(after: str, school: str) -> str:
    match = _FIELD.match(_ARTS.sub(": ", after.lstrip(), count=1))
    if not match:
        return ""
    field = match["field"].partition(school)[0] if school else match["field"]
    field = contacts.INSTITUTION.sub("", field)
    field = _FIELD_ENDS.sub("", " ".join(field.split()))
    months = dates.find(f"{field} 2000")
    if months and months[0].since and months[0].since.month:
        field = field[: months[0].start]
    return field.strip(" .-–&'’")[:FIELD_LENGTH]


def _dates(part: str) -> tuple[WrittenDate | None, WrittenDate | None]:
    """Take a single date beside a qualification as when it was received."""
    found = dates.find(part)
    if not found:
        return None, None
    first = found[0]
    return (first.since, first.until) if first.is_span else (None, first.since)


def _read(
    read: "Callable[[str, int, int], list[_Item]]",
    text: str,
    parts: list[Section],
    kind: SectionKind,
) -> "tuple[_Item, ...]":
    told = (part for part in parts if part.kind is kind)
    return tuple(item for part in told for item in read(text, body(part), part.end))


def _distinct(parts: "Iterable[str]") -> tuple[str, ...]:
    return tuple(dict.fromkeys(parts))[:MOST_ITEMS]
