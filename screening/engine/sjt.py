"""Scoring a questionnaire whose replies are rated 1 to 7: the profile correlation.

The score removes how high (elevation) and how far apart (scatter) somebody rates, so
that neither a cautious nor an extreme style of rating is rewarded: 50 * (1 + r).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

MINIMUM_ANSWERED = 20
LOWEST, HIGHEST = 1, 7


class Unscorable(StrEnum):
    """Why no score can be given. Never a zero: a person follows it up."""

    TOO_FEW = "TOO_FEW"  # fewer than 20 ratings
    STRAIGHT_LINE = "STRAIGHT_LINE"  # every reply got the same rating
    FLAT_KEY = "FLAT_KEY"  # the key itself does not tell the replies apart


@dataclass(frozen=True, slots=True)
class Profile:
    """A score or the reason why there is none, and the parts of the raw distance.

    `value` in hundredths of a point, 0..10,000, None with a `reason`. `distance` is the
    mean squared difference from the key = elevation + scatter + shape.
    """

    value: int | None
    reason: Unscorable | None
    answered: int
    correlation: float | None = None
    distance: float | None = None
    elevation: float | None = None
    scatter: float | None = None
    shape: float | None = None


def profile_score(
    ratings: Sequence[int | None],
    key: Sequence[float],
    *,
    minimum: int = MINIMUM_ANSWERED,
) -> Profile:
    """Score ratings (1..7, None where skipped) against a key of the same order.

    Raises ValueError where the lengths differ or a rating is outside 1..7.
    """
    if len(ratings) != len(key):
        raise ValueError("ratings and key differ in length")
    if any(one is not None and not LOWEST <= one <= HIGHEST for one in ratings):
        raise ValueError("a rating is outside 1..7")
    pairs = [
        (float(rating), float(want))
        for rating, want in zip(ratings, key, strict=True)
        if rating is not None
    ]
    count = len(pairs)
    if not count or count < minimum:
        return Profile(None, Unscorable.TOO_FEW, count)
    return _profile(pairs)


def _profile(pairs: Sequence[tuple[float, float]]) -> Profile:
    count = len(pairs)
    mean_x = math.fsum(x for x, _ in pairs) / count
    mean_k = math.fsum(k for _, k in pairs) / count
    s_x = math.sqrt(math.fsum((x - mean_x) ** 2 for x, _ in pairs) / count)
    s_k = math.sqrt(math.fsum((k - mean_k) ** 2 for _, k in pairs) / count)
    shared = math.fsum((x - mean_x) * (k - mean_k) for x, k in pairs) / count
    flat_x = len({x for x, _ in pairs}) == 1
    flat_k = len({k for _, k in pairs}) == 1
    reason = None
    if flat_x:
        reason = Unscorable.STRAIGHT_LINE
    elif flat_k:
        reason = Unscorable.FLAT_KEY
    r = None if reason else max(-1.0, min(1.0, shared / (s_x * s_k)))
    return Profile(
        value=None if r is None else round(50 * (1 + r) * 100),
        reason=reason,
        answered=count,
        correlation=r,
        distance=math.fsum((x - k) ** 2 for x, k in pairs) / count,
        elevation=(mean_x - mean_k) ** 2,
        scatter=(s_x - s_k) ** 2,
        shape=2 * (s_x * s_k - shared),
    )
