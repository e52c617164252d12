"""Say of each line of an advert whether it is a duty, a requirement or something else.

Three things are added up for each line, in natural logarithms of odds: what its wording
says (fitted figures from a data file), what the heading above it says, and what its
neighbours are (forwards and backwards through the section).
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from positions.pasted import wording
from positions.pasted.headings import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from positions.pasted.pieces import Piece

FILE = Path(__file__).parent / "data" / "weights-1.json"


class Label(IntEnum):
    """What a line is; the order in which the data file has its figures."""

    DUTY = 0
    REQUIREMENT = 1
    OTHER = 2


Scores = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A piece that is no heading, and what it was taken for."""

    piece: Piece
    label: Label
    confidence: float
    why: str


@dataclass(frozen=True, slots=True)
class Section:
    """The lines under one heading (None: before the first)."""

    kind: Kind | None
    pieces: tuple[Piece, ...]


# How much a heading says for the lines under it, and how much is left of that when the
# layout changes: a list under "Requirements" ends, and a paragraph follows.
_HOLD = 4.5
_LOOSE = 1.5
# The same where only one of the two has a heading in the whole text: the other stands
# somewhere without one.
_HOLD_ALONE = 2.0
_LOOSE_ALONE = 0.5
# The job in general ("Job description") where the duties have their own heading, and
# what stands before the first heading.
_GENERAL = 3.0
_GENERAL_ALONE = 1.0
_HINT = 1.0  # for duties under "The job", where they have no heading of their own
# The chance that the next line is of the same sort, in one run and over a gap.
_STAY = 0.85
_STAY_OVER_GAP = 0.4
_NOTHING: Scores = (0.0, 0.0, 0.0)


def label(pieces: Sequence[Piece]) -> list[Labelled]:
    """Label every piece that is no heading, in their order."""
    sections = sections_of(pieces)
    kinds = {section.kind for section in sections}
    in_list = any(piece.bulleted for piece in pieces)
    labelled = []
    for section in sections:
        if section.pieces:
            labelled += _label_section(section, kinds, in_list=in_list)
    return labelled


def sections_of(pieces: Sequence[Piece]) -> list[Section]:
    """Gather the lines under each heading.

    A heading that says nothing known goes on in the section above it, unless it is
    written in capitals as another heading is: then it begins one of its own.
    """
    loud = any(
        piece.loud and piece.kind not in {None, Kind.UNKNOWN} for piece in pieces
    )
    sections: list[Section] = []
    kind: Kind | None = None
    held: list[Piece] = []
    for piece in pieces:
        if piece.kind is None:
            held.append(piece)
        elif piece.kind is not Kind.UNKNOWN or (loud and piece.loud):
            sections.append(Section(kind, tuple(held)))
            kind, held = piece.kind, []
    return [*sections, Section(kind, tuple(held))]


def _label_section(
    section: Section, kinds: set[Kind | None], *, in_list: bool
) -> list[Labelled]:
    spoken = [_spoken(piece, in_list=in_list) for piece in section.pieces]
    wordings = [_score(found) for found in spoken]
    priors = _priors(section, kinds)
    sums = [_plus(own, prior) for own, prior in zip(wordings, priors, strict=True)]
    chances = _smoothed(sums, [piece.gap for piece in section.pieces])
    labelled = []
    for nth, piece in enumerate(section.pieces):
        best = max(Label, key=lambda one: chances[nth][one])
        labelled.append(
            Labelled(
                piece,
                best,
                round(chances[nth][best], 3),
                _why(best, priors[nth], wordings[nth], spoken[nth]),
            )
        )
    return labelled


def _spoken(piece: Piece, *, in_list: bool) -> frozenset[str]:
    return wording.features_of(piece, in_list=in_list)


def _priors(section: Section, kinds: set[Kind | None]) -> list[Scores]:
    """Say what the heading makes of each line, before its words are looked at."""
    listed = section.pieces[0].bulleted
    alone = not {Kind.DUTY, Kind.REQUIREMENT} <= kinds
    loose = False
    priors = []
    for piece in section.pieces:
        loose = loose or (listed and piece.gap and (alone or not piece.bulleted))
        listed = True if alone else listed or piece.bulleted
        priors.append(_prior(section.kind, kinds, loose=loose))
    return priors


def _prior(kind: Kind | None, kinds: set[Kind | None], *, loose: bool) -> Scores:
    alone = not {Kind.DUTY, Kind.REQUIREMENT} <= kinds
    if kind in {Kind.OTHER, Kind.TITLE, Kind.UNKNOWN}:
        return (0.0, 0.0, _LOOSE if loose else _HOLD)
    hold = (_HOLD_ALONE, _LOOSE_ALONE) if alone else (_HOLD, _LOOSE)
    if kind is Kind.DUTY:
        return (hold[loose], 0.0, 0.0)
    if kind is Kind.REQUIREMENT:
        return (0.0, hold[loose], 0.0)
    # Before any heading, or under one about the job in general: what has a heading of
    # its own elsewhere will not stand here as well.
    against = _GENERAL_ALONE if alone else _GENERAL
    duty = -against if Kind.DUTY in kinds else _HINT if kind is Kind.MIXED else 0.0
    requirement = -against if Kind.REQUIREMENT in kinds else 0.0
    return (duty, requirement, 0.0)


def _why(best: Label, prior: Scores, own: Scores, spoken: frozenset[str]) -> str:
    if prior[best] > 0 or (best is Label.OTHER and min(prior) < 0):
        return "heading"
    if own[best] < max(own):
        return "neighbours"
    if best is Label.DUTY and any("verb" in name for name in spoken):
        return "verb"
    return "wording"


def _plus(left: Scores, right: Scores) -> Scores:
    return (left[0] + right[0], left[1] + right[1], left[2] + right[2])


@cache
def _weights() -> Mapping[str, Scores]:
    raw = json.loads(FILE.read_text(encoding="utf-8"))
    return {name: (one[0], one[1], one[2]) for name, one in raw["weights"].items()}


def _score(spoken: frozenset[str]) -> Scores:
    """Add up what the wording says, in a fixed order: sums of floats depend on it."""
    weights = _weights()
    total = weights.get("", _NOTHING)
    for name in sorted(spoken):
        total = _plus(total, weights.get(name, _NOTHING))
    return total


def _smoothed(sums: Sequence[Scores], gaps: Sequence[bool]) -> list[Scores]:
    """Return the chance of each label for each line, given all lines of the section."""
    local = [_chances(one) for one in sums]
    forward = [local[0]]
    for here, gap in zip(local[1:], gaps[1:], strict=True):
        forward.append(_normal(_times(_step(forward[-1], gap=gap), here)))
    backward: list[Scores] = [(1.0, 1.0, 1.0)]
    for here, gap in zip(reversed(local[1:]), reversed(gaps[1:]), strict=True):
        backward.append(_normal(_step(_times(backward[-1], here), gap=gap)))
    return [
        _normal(_times(before, after))
        for before, after in zip(forward, reversed(backward), strict=True)
    ]


def _step(before: Scores, *, gap: bool) -> Scores:
    stay = _STAY_OVER_GAP if gap else _STAY
    leave = (1 - stay) / 2
    whole = sum(before) * leave
    return (
        whole + before[0] * (stay - leave),
        whole + before[1] * (stay - leave),
        whole + before[2] * (stay - leave),
    )


def _chances(scores: Scores) -> Scores:
    top = max(scores)
    return _normal(
        (
            math.exp(max(scores[0] - top, -30)),
            math.exp(max(scores[1] - top, -30)),
            math.exp(max(scores[2] - top, -30)),
        )
    )


def _times(left: Scores, right: Scores) -> Scores:
    return (left[0] * right[0], left[1] * right[1], left[2] * right[2])


def _normal(scores: Scores) -> Scores:
    whole = sum(scores)
    return (scores[0] / whole, scores[1] / whole, scores[2] / whole)
