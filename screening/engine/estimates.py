"""What a statistic returns: a number, or in one word why there is none. Pure.

Nothing here raises for data, and nothing is ever NaN: an estimate that cannot be made
says so, and a page prints the reason instead of a figure.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike, NDArray

    Matrix = NDArray[np.float64]
    Table = ArrayLike | Sequence[Sequence[float | None]]


class WhyNot(StrEnum):
    """Why there is no figure."""

    MALFORMED = "MALFORMED"  # no table of numbers, or not of the shape that is needed
    TOO_FEW = "TOO_FEW"  # too few people, items, raters or ratings
    NO_VARIATION = "NO_VARIATION"  # everything is equal, so nothing can be compared
    OUT_OF_RANGE = "OUT_OF_RANGE"  # a value that the scale does not have


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure, or None with a `reason`."""

    value: float | None
    reason: WhyNot | None = None


@dataclass(frozen=True, slots=True)
class Interval(Estimate):
    """A figure with the ends of its 95 per cent interval."""

    low: float | None = None
    high: float | None = None


def table_of(rows: Table) -> Matrix | None:
    """Return rows by columns of floats, NaN where one is missing; None if it is no table.

    None, NaN and infinite values are missing.
    """
    try:
        table = np.asarray(rows, dtype=np.float64)
    except (TypeError, ValueError):
        return None
    if table.ndim != 2:  # noqa: PLR2004 -- rows and columns
        return None
    return np.where(np.isfinite(table), table, np.nan)


def estimate(value: float) -> Estimate:
    """Wrap a figure; what came out as no number says that nothing varied."""
    if math.isfinite(value):
        return Estimate(float(value))
    return Estimate(None, WhyNot.NO_VARIATION)
