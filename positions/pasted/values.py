"""What is read from a pasted advert. Every value is frozen.

`start` and `end` say where something stands in the pasted text, `text[start:end]`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from positions.criteria import EducationLevel


@dataclass(frozen=True, slots=True)
class Line:
    """A duty, a requirement or something else that the advert says.

    `text` is cleaned of bullets and line wraps. `confidence` is between 0 and 1. `why`
    names what decided: "heading" (the heading it stands under), "verb" (it begins with
    what somebody does), "wording" (words such as "ability to"), "neighbours" (what
    stands around it), "lead-in" (it only introduces a list), "cut" (the rest of a text
    that is too long to read).
    """

    text: str
    start: int
    end: int
    confidence: float
    why: str


@dataclass(frozen=True, slots=True)
class Education:
    """A level of education asked for: the lowest that the words accept.

    `level` is None where education is asked for without one. `required` is False where
    the words only prefer it; `equivalent` is True where experience may stand in for it.
    """

    level: EducationLevel | None
    fields: tuple[str, ...]
    required: bool
    equivalent: bool
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Experience:
    """Experience asked for: the least number of months (None where it is not said).

    `kind` is what the experience is in, "" where that is not said.
    """

    months: int | None
    kind: str
    required: bool
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Skill:
    """Software, a language, a licence or a certificate that the text names."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pasted:
    """An advert as far as it was understood; each line is in one of the three lists."""

    title: str
    summary: str
    duties: tuple[Line, ...]
    requirements: tuple[Line, ...]
    other: tuple[Line, ...]
    education: tuple[Education, ...]
    experience: tuple[Experience, ...]
    skills: tuple[Skill, ...]
