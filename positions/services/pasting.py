"""From an old advert to a draft: what was read, what a person made of it.

Nothing is taken over silently: every line comes with a proposal and the place it was
read from, and a person accepts or corrects each.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from positions.blueprint import (
    Blueprint,
    BlueprintDuty,
    BlueprintExperience,
    BlueprintRequirement,
    BlueprintRoute,
)
from positions.clarity.lexicon import Lexicon
from positions.clarity.wording import check_wording
from positions.criteria import (
    EducationLevel,
    LanguageLevel,
    RequirementKind,
    SkillLevel,
)
from positions.enums import PositionOrigin
from positions.equivalence import NOMINAL_CREDITS
from positions.pasted import splitting
from positions.pasted.skills import languages
from positions.pasted.values import Line, Pasted
from positions.services import clarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DUTY, LEAVE = "DUTY", "LEAVE"
SURE_FROM = 0.8  # below it the page asks to look twice
NAME_LENGTH = 200
LONGEST_TITLE = 80


@dataclass(frozen=True, slots=True)
class Proposal:
    """A line of the advert: `use` is DUTY, LEAVE or a kind of requirement.

    `found` is the very text it was read from, `note` why it is proposed like that.
    """

    text: str
    use: str
    found: str
    note: str
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Study:
    """A level of education that the advert asks for."""

    level: EducationLevel
    fields: tuple[str, ...]
    found: str


@dataclass(frozen=True, slots=True)
class Practice:
    """Experience that the advert asks for; `months` None where it does not say."""

    kind: str
    months: int | None
    found: str


@dataclass(frozen=True, slots=True)
class Review:
    """All that was read, for a person to accept or correct."""

    title: str
    summary: str
    lines: tuple[Proposal, ...]
    studies: tuple[Study, ...]
    practice: tuple[Practice, ...]


@dataclass(frozen=True, slots=True)
class Accepted:
    """A line as a person left it."""

    text: str
    use: str


def review(text: str) -> Review:
    """Read an advert and propose what becomes of each of its lines."""
    read = splitting.read(text)
    known = clarity.lexicon()
    taken = [
        *((one.start, one.end) for one in read.education),
        *((one.start, one.end) for one in read.experience),
    ]
    lines = [
        *(_duty(line, text, known) for line in read.duties),
        *_needs(read, taken, text, known),
    ]
    return Review(
        title=read.title or _first_line(text),
        summary=read.summary,
        lines=tuple(lines),
        studies=tuple(
            Study(one.level, one.fields, text[one.start : one.end])
            for one in read.education
            if one.level is not None
        ),
        practice=tuple(
            Practice(one.kind, one.months, text[one.start : one.end])
            for one in read.experience
        ),
    )


def _first_line(text: str) -> str:
    """Return the first line if it is short enough to be a title."""
    first = next(
        (line.strip(" .:-*#") for line in text.splitlines() if line.strip()), ""
    )
    return first if len(first) <= LONGEST_TITLE else ""


def _duty(line: Line, text: str, known: Lexicon) -> Proposal:
    return Proposal(
        text=line.text,
        use=DUTY,
        found=text[line.start : line.end],
        note=_wording_note(line.text, known),
        is_sure=line.confidence >= SURE_FROM,
    )


def _wording_note(text: str, known: Lexicon) -> str:
    """Say what the advert should not ask or say, and why; empty where all is well."""
    return " ".join(
        f"{one.message} {one.suggestion}".strip()
        for one in check_wording(text, lexicon=known)[:2]
    )


def _needs(
    read: Pasted, taken: "Sequence[tuple[int, int]]", text: str, known: Lexicon
) -> "Iterable[Proposal]":
    for line in read.requirements:
        is_taken = any(start < line.end and line.start < end for start, end in taken)
        skills = [
            skill.name
            for skill in read.skills
            if line.start <= skill.start and skill.end <= line.end
        ]
        yield Proposal(
            text=(", ".join(skills) if skills else line.text)[:NAME_LENGTH],
            use=LEAVE if is_taken else _kind_of(skills).value,
            found=text[line.start : line.end],
            note=_("Education and experience are taken up below.")
            if is_taken
            else _wording_note(line.text, known),
            is_sure=line.confidence >= SURE_FROM,
        )


def _kind_of(skills: "Sequence[str]") -> RequirementKind:
    if skills and languages().issuperset(skills):
        return RequirementKind.LANGUAGE
    return RequirementKind.SKILL


def blueprint_of(
    *,
    title: str,
    department: str,
    summary: str,
    lines: "Sequence[Accepted]",
    studies: "Sequence[tuple[EducationLevel, tuple[str, ...]]]",
    practice: "Sequence[tuple[str, int]]",
) -> Blueprint:
    """Make a definition of what a person accepted.

    Shares of time, reasons and which duties are essential stay open: the old advert
    does not say them. Every requirement is for every duty until somebody says more.
    """
    duties = [one for one in lines if one.use == DUTY]
    every = tuple(range(len(duties)))
    return Blueprint(
        title=title,
        department=department,
        summary=summary,
        duties=tuple(BlueprintDuty(one.text) for one in duties),
        routes=tuple(_route(level, fields) for level, fields in studies),
        experience=tuple(
            BlueprintExperience(kind, months, every) for kind, months in practice
        ),
        requirements=tuple(
            _requirement(one, every) for one in lines if one.use not in {DUTY, LEAVE}
        ),
        origin=PositionOrigin.ADVERT.value,
    )


def _route(level: EducationLevel, fields: tuple[str, ...]) -> BlueprintRoute:
    """Ask for what the level nominally takes; a level of school takes no credits."""
    return BlueprintRoute(
        level=level,
        fields=tuple((field, 100) for field in fields),
        credits_full=max(NOMINAL_CREDITS[level], 1),
    )


LEVELS = {
    RequirementKind.SKILL: SkillLevel.WORKING.value,
    RequirementKind.LANGUAGE: LanguageLevel.B2.value,
}


def _requirement(one: Accepted, every: tuple[int, ...]) -> BlueprintRequirement:
    kind = RequirementKind(one.use)
    return BlueprintRequirement(
        kind=kind, name=one.text[:NAME_LENGTH], duties=every, level=LEVELS.get(kind)
    )
