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

from screening.engine.values import WHOLE

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


def number(score: int, top: int, width: int) -> int:
    """Return which band a score falls in, counted from 0 at the top.

    `score`, `top` and `width` in hundredths. A score on the lower edge is still inside.
    A number may have nobody; bands that have somebody are named by `letters`.
    """
    return max(0, top - score) // (width + 1)


def letters(place: int) -> str:
    """Name the bands that have somebody, counted from 0: A to Z, then AA, AB, AC."""
    found = ""
    while place >= 0:
        place, rest = divmod(place, LETTERS)
        found = chr(ord("A") + rest) + found
        place -= 1
    return found
