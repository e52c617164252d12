"""Split a pasted advert into duties, requirements and the rest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from positions.pasted import education, experience, labelling, pieces, skills
from positions.pasted.headings import Kind
from positions.pasted.labelling import Label
from positions.pasted.values import Line, Pasted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from positions.pasted.labelling import Labelled
    from positions.pasted.pieces import Piece
    from positions.pasted.values import Skill

Found = TypeVar("Found")

LONGEST = 200_000  # characters that are read; an advert has some 5,000
LONGEST_LINE = 3_000  # characters of a line in which education and so on are looked for
LONGEST_TITLE = 80
LONGEST_SUMMARY = 600

_NO_TITLE = re.compile(
    r"\b(?:we|you|our|is|are|was|will|has|have|seek\w*|looking|invit\w+|announc\w+)\b"
    r"|@|https?:|www\.|\b(?:LLC|CJSC|OJSC|Inc|Ltd|Limited|GmbH|plc|Company|Group"
    r"|Foundation|Organi[sz]ation|Association|Fund|Bank|University|Ministry)\b",
    re.IGNORECASE,
)


def read(text: str) -> Pasted:
    """Read an advert: each line of it is a duty, a requirement or other, never two.

    Never raises. Of a text longer than `LONGEST` characters the rest is not read; it is
    the last of the other lines, with "cut" for its why.
    """
    cut = pieces.cut(text[:LONGEST])
    title = _title(cut)
    labelled = [
        one for one in labelling.label(cut) if title is None or one.piece is not title
    ]
    lines = {
        label: tuple(_line(one) for one in labelled if one.label is label)
        for label in Label
    }
    wanted = lines[Label.REQUIREMENT] or lines[Label.DUTY] or lines[Label.OTHER]
    named = sorted(
        (*lines[Label.REQUIREMENT], *lines[Label.DUTY]), key=lambda line: line.start
    )
    return Pasted(
        title=title.text.strip("#*=_ ")[:LONGEST_TITLE] if title else "",
        summary=_summary(labelled),
        duties=lines[Label.DUTY],
        requirements=lines[Label.REQUIREMENT],
        other=(*lines[Label.OTHER], *_rest(text)),
        education=_each(education.find, text, wanted),
        experience=_each(experience.find, text, wanted),
        skills=_once(_each(skills.find, text, named)),
    )


def _each(
    find: Callable[[str, int, int], list[Found]], text: str, lines: Sequence[Line]
) -> tuple[Found, ...]:
    return tuple(
        one
        for line in lines
        for one in find(text, line.start, min(line.end, line.start + LONGEST_LINE))
    )


def _once(found: Sequence[Skill]) -> tuple[Skill, ...]:
    """Keep each name where it stands first."""
    first: dict[str, Skill] = {}
    for one in found:
        first.setdefault(one.name, one)
    return tuple(first.values())


def _line(one: Labelled) -> Line:
    piece = one.piece
    return Line(piece.text, piece.start, piece.end, one.confidence, one.why)


def _rest(text: str) -> list[Line]:
    if len(text) <= LONGEST:
        return []
    return [Line("", LONGEST, len(text), 1.0, "cut")]


def _title(cut: Sequence[Piece]) -> Piece | None:
    """Find the title: behind "Job title:", else a short line at the very top."""
    for nth, piece in enumerate(cut[:-1]):
        if piece.kind is Kind.TITLE and cut[nth + 1].kind is None:
            return cut[nth + 1]
    for piece in cut[:2]:
        if piece.kind not in {None, Kind.UNKNOWN}:
            return None
        if _may_be_title(piece):
            return piece
    return None


def _may_be_title(piece: Piece) -> bool:
    return (
        not piece.bulleted
        and len(piece.text) <= LONGEST_TITLE
        and 1 <= len(piece.text.split()) <= 9  # noqa: PLR2004 -- a count of words
        and not piece.text.endswith((".", ":", "!", "?", ","))
        and not _NO_TITLE.search(piece.text)
    )


def _summary(labelled: Sequence[Labelled]) -> str:
    """Join the sentences at the top that are neither duty nor requirement."""
    sentences: list[str] = []
    for one in labelled:
        if one.label is not Label.OTHER:
            if sentences:
                break
            continue
        if not one.piece.bulleted and len(one.piece.text.split()) > 5:  # noqa: PLR2004 -- a count of words
            sentences.append(one.piece.text)
        if sum(map(len, sentences)) > LONGEST_SUMMARY:
            break
    return " ".join(sentences)[:LONGEST_SUMMARY]
