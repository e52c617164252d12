"""Bands: differences inside one are within measurement error.

Fixed bands that start at the top score; width = C * sqrt(2) * the standard error of the
composite. By default the standard error of estimate, SD * sqrt(r * (1 - r)), which is
the right one around an observed score (Gasperson et al. 2013); the standard error of
measurement, SD * sqrt(1 - r), is there to compare. Derived whenever they are read.
"""

from __future__ import annotations

import math
from enum import StrEnum
from typing import TYPE_CHECKING

from screening.engine.values import WHOLE, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from screening.engine.values import Criterion

CONFIDENCE = 1.0  # C: about 68 % for bands that are displayed
LETTERS = 26


class ErrorKind(StrEnum):
    """Which standard error a band is made of."""

    ESTIMATE = "ESTIMATE"
    MEASUREMENT = "MEASUREMENT"


def standard_error(
    plan: Sequence[Criterion], kind: ErrorKind = ErrorKind.ESTIMATE
) -> float:
    """Return the standard error of the composite in points."""
    variance = 0.0
    for criterion in plan:
        error = 1 - criterion.reliability
        if kind is ErrorKind.ESTIMATE:
            error *= criterion.reliability
        variance += (criterion.weight / WHOLE) ** 2 * criterion.spread**2 * error
    return math.sqrt(variance)


def width(
    plan: Sequence[Criterion],
    confidence: float = CONFIDENCE,
    kind: ErrorKind = ErrorKind.ESTIMATE,
) -> int:
    """Return the width of a band in hundredths of a point, at least 1."""
    points = confidence * math.sqrt(2) * standard_error(plan, kind)
    return max(1, round(points * 100))


def top_of(scores: Sequence[tuple[int, Verdict]]) -> int | None:
    """Return the top score of those whose essentials are not missed; None if nobody."""
    return max(
        (score for score, essentials in scores if essentials is not Verdict.NOT_MET),
        default=None,
    )


def band(score: int, essentials: Verdict, top: int | None, width: int) -> str:
    """Return the band's letters: A, B, … Z, AA, …; "" where an essential is not met.

    `score`, `top` and `width` in hundredths. A score on the lower edge is still inside.
    """
    if essentials is Verdict.NOT_MET or top is None:
        return ""
    number = max(0, top - score) // (width + 1)
    letters = ""
    while number >= 0:
        number, rest = divmod(number, LETTERS)
        letters = chr(ord("A") + rest) + letters
        number -= 1
    return letters
