"""Scoring structured references: who saw more counts more. Pure.

Per side: the mean of each referee's observed items, weighted by how they know the work,
over all referees. It takes two referees and a supervisor among them, else nothing is
said. "Not observed" is left out and is no middle. Source: the specification's 2.5, after
Taylor et al. 2004. Points are 25 * (R - 1), so that 1 is 0 and 5 is 100.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from screening.engine.values import Measured

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LOWEST, HIGHEST = 1, 5
FEWEST = 2  # referees
LONG_ENOUGH = 6  # months under one supervisor
INSUFFICIENT = "INSUFFICIENT"
_POINTS = 2_500  # hundredths for a step of the scale


@dataclass(frozen=True, slots=True)
class Report:
    """What one referee said: `ratings` 1..5 by side, observed items only."""

    is_supervisor: bool
    is_senior: bool
    months: int
    ratings: Mapping[str, Sequence[int]]

    @property
    def factor(self) -> float:
        """Return how much they count: 1, .75 or .5."""
        if self.is_supervisor:
            return 1.0 if self.months >= LONG_ENOUGH else 0.75
        return 0.75 if self.is_senior else 0.5


def score(reports: Sequence[Report], sides: Sequence[str]) -> dict[str, Measured]:
    """Return what is said about each side, and under "" the mean of all of them.

    `error` is the standard error between referees; sides that too few have seen say so
    by their reason, and then there is no whole either.
    """
    found = {side: _side(reports, side) for side in sides}
    known = [one for one in found.values() if one.value is not None]
    count = len(reports)
    if len(known) < len(sides) or not known:
        return {"": Measured(None, count=count, reason=INSUFFICIENT), **found}
    whole = sum(one.value or 0 for one in known) / len(known)
    error = math.sqrt(sum(one.error**2 for one in known)) / len(known)
    return {"": Measured(round(whole), error=round(error), count=count), **found}


def _side(reports: Sequence[Report], side: str) -> Measured:
    saw = [one for one in reports if one.ratings.get(side)]
    if len(saw) < FEWEST or not any(one.is_supervisor for one in saw):
        return Measured(None, count=len(saw), reason=INSUFFICIENT)
    means = [sum(one.ratings[side]) / len(one.ratings[side]) for one in saw]
    weights = [one.factor for one in saw]
    total = sum(weights)
    mean = sum(w * m for w, m in zip(weights, means, strict=True)) / total
    spread = sum(w * (m - mean) ** 2 for w, m in zip(weights, means, strict=True))
    error = math.sqrt(spread / total / (len(saw) - 1))
    return Measured(
        round(_POINTS * (mean - LOWEST)), error=round(_POINTS * error), count=len(saw)
    )
