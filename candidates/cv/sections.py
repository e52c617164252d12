"""Structure out of the text of a CV: its sections, and what each of them lists."""

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from candidates.cv import (
    contacts,
    dates,
    headings,
    languages,
    licences,
    phones,
    private,
    roles,
    skills,
    studies,
    untitled,
    work,
)
from candidates.cv.lines import Line, lines_of
from candidates.cv.looks import Looks
from candidates.cv.values import (
    Resume,
    Section,
    SectionKind,
    Source,
    Work,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

NEAR = 1_500  # characters from the top, where contact data stand
CONFIDENCE = {"name": 0.9, "email": 0.99, "phone": 0.95, "url": 0.95}
LARGE = 1.25  # of the size of the running text
_Item = TypeVar("_Item")

MOST_ITEMS = 300

_LISTS_OF_OWN = frozenset({SectionKind.EXPERIENCE, SectionKind.EDUCATION})
_COURSE_PARTS = frozenset(
    {"certificate", "certification", "coursework", "honors", "honours", "awards"}
)


def parse(text: str, looks: Looks | None = None, *, home: str = phones.HOME) -> Resume:
    """Read what the text says; what it does not say stays empty. Never raises.

    `home` is the country (ISO 3166 alpha-2) whose ways of writing numbers and days are
    taken where the text does not tell its own.
    """
    parts = _sections(text)
    region = phones.region_of(
        _texts(text, parts, SectionKind.CONTACT) or text[:NEAR], home
    )
    with dates.slashed_as_in(text, region):
        return _parsed(text, looks or {}, parts, region)


def _parsed(text: str, looks: Looks, parts: list[Section], region: str) -> Resume:
    top = [
        line.text
        for part in parts
        if part.kind is SectionKind.CONTACT
        for line in lines_of(text, part.start, part.end)
        if line.text
    ]
    name = _largest_name(text, looks) or contacts.name_in(top)
    emails = _distinct(contacts.EMAIL.findall(text))
    numbers = _numbers(text, parts, region)
    urls = _distinct(contacts.URL.findall(text))
    return Resume(
        name=name,
        emails=emails,
        phones=numbers,
        urls=urls,
        summary=private.without(_texts(text, parts, SectionKind.SUMMARY)).strip(),
        work=_work(text, parts),
        education=_read(studies.read, text, parts, SectionKind.EDUCATION),
        skills=_read(skills.read, text, parts, SectionKind.SKILLS),
        languages=_read(languages.read, text, parts, SectionKind.LANGUAGES),
        licences=_read(licences.read, text, parts, SectionKind.CERTIFICATES),
        sections=tuple(parts),
        sources=_sources(
            text, {"name": (name,), "email": emails, "phone": numbers, "url": urls}
        ),
    )


def _numbers(text: str, parts: list[Section], region: str) -> tuple[str, ...]:
    """Find telephone numbers among the contact lines; without any, anywhere on top."""
    found = phones.find(_texts(text, parts, SectionKind.CONTACT), region)
    if not found:
        rows = [
            line.text for line in lines_of(text[:NEAR]) if not dates.find(line.text)
        ]
        found = phones.find("\n".join(rows), region)
    return _distinct(number for number, _, _ in found)


def _sources(text: str, values: dict[str, tuple[str, ...]]) -> dict[str, Source]:
    found: dict[str, Source] = {}
    for name, said in values.items():
        first = next(iter(said), "")
        at = text.find(first) if first else -1
        if at >= 0:
            sure = CONFIDENCE[name]
            found[name] = Source(at, at + len(first), sure)
    return found


def _largest_name(text: str, looks: Looks) -> str:
    """Read a name that is set larger than all else, wherever a bar or box puts it."""
    large = [at for at, look in looks.items() if look.size > LARGE]
    first = sorted(large, key=lambda at: -looks[at].size)[:2]
    lines = [text[at : text.find("\n", at) % (len(text) + 1)] for at in sorted(first)]
    names = [line for line in lines if not headings.kind_of(line)]
    names = [line for line in names if not roles.is_role(line)]
    return next(filter(None, map(contacts.as_name, names)), "")


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
    parts = [part for part in parts if text[part.start : part.end].strip()]
    return _by_content(text, _with_studies(text, parts))


def _by_content(text: str, parts: list[Section]) -> list[Section]:
    """Tell work and education by what they hold, where no heading names either."""
    if any(part.kind in _LISTS_OF_OWN for part in parts):
        return parts
    found: list[Section] = []
    for part in parts:
        untold = part.kind is SectionKind.CONTACT and not part.heading
        cut = untitled.sections(text, part.start, part.end) if untold else [part]
        found += cut if any(one.kind in _LISTS_OF_OWN for one in cut) else [part]
    return found


def _with_studies(text: str, parts: list[Section]) -> list[Section]:
    """Take "Qualifications" for education where they are degrees of schools."""
    if any(part.kind is SectionKind.EDUCATION for part in parts):
        return parts
    return [
        replace(part, kind=SectionKind.EDUCATION)
        if "qualification" in part.heading.lower() and _are_degrees(text, part)
        else part
        for part in parts
    ]


def _are_degrees(text: str, part: Section) -> bool:
    told = studies.read(text, body(part), part.end)
    return any(one.level and (one.institution or one.until) for one in told)


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
    if "qualification" in lines[number].text.lower():
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
