"""Scoring situational judgement: ratings, best and worst, one pick, against a key. Pure.

The default, the profile correlation, removes how high (elevation) and how far apart
(scatter) somebody rates, so that neither a cautious nor an extreme style of rating is
rewarded: 50 * (1 + r). Which way a form is scored is frozen with its key, because keys
and ways differ in what they predict (Bergman et al. 2006).

What cannot be scored is returned with its reason and never raised: a person follows it
up. Scores are points from 0 to 100.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

LOWEST, HIGHEST = 1, 7
MIDDLE = (LOWEST + HIGHEST) / 2
MINIMUM_ANSWERED = 20  # ratings, for a profile that is used
MINIMUM_OF_PART = 4  # ratings, for a dimension that is shown
TOP = 100.0


class Unscorable(StrEnum):
    """Why no score can be given. Never a zero: a person follows it up."""

    TOO_FEW = "TOO_FEW"  # too few answers
    STRAIGHT_LINE = "STRAIGHT_LINE"  # every reply got the same rating
    FLAT_KEY = "FLAT_KEY"  # the key itself does not tell the replies apart
    MALFORMED = "MALFORMED"  # answers and key do not belong together


@dataclass(frozen=True, slots=True)
class Profile:
    """A score or the reason why there is none, and the parts of the raw distance.

    `value` in points, 0..100, None with a `reason`. `distance` is the mean squared
    difference from the key = elevation + scatter + shape. `parts` are the points of
    each part that was asked for; weighed by their ratings they average to `value`.
    """

    value: float | None
    reason: Unscorable | None
    answered: int
    correlation: float | None = None
    distance: float | None = None
    elevation: float | None = None
    scatter: float | None = None
    shape: float | None = None
    parts: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tally:
    """A score of picks: `value` in points, `points` per scenario (None where open)."""

    value: float | None
    reason: Unscorable | None
    answered: int
    points: tuple[float | None, ...] = ()


# ---- every reply rated from 1 to 7 ----


def profile_score(
    ratings: Sequence[float | None],
    key: Sequence[float],
    *,
    minimum: int = 2,
    parts: Sequence[str] = (),
    least: int = MINIMUM_OF_PART,
) -> Profile:
    """Score ratings (1..7, None where skipped) against a key of the same order.

    `minimum`: how many ratings a score needs. `parts`: for each rating the dimension it
    belongs to; all are standardised over the whole form, because the four replies to
    one scenario are too few points. Source: the specification's (b) and (c), after
    Cronbach & Gleser 1953.
    """
    if not _belong(ratings, key) or (parts and len(parts) != len(key)):
        return Profile(None, Unscorable.MALFORMED, 0)
    there = [place for place, one in enumerate(ratings) if not _is_open(one)]
    if len(there) < max(minimum, 1):
        return Profile(None, Unscorable.TOO_FEW, len(there))
    pairs = [(float(ratings[place] or 0), float(key[place])) for place in there]
    said = [parts[place] for place in there] if parts else ()
    return _profile(pairs, said, least)


def same_side_score(
    ratings: Sequence[float | None], key: Sequence[float], *, minimum: int = 1
) -> Tally:
    """Score by sides: a point for each rating on the key's side of the middle.

    Robust, and the way to go with fewer than ten experts. A rating in the middle takes
    no side and gets no point; a reply whose key is in the middle is not counted.
    """
    if not _belong(ratings, key):
        return Tally(None, Unscorable.MALFORMED, 0)
    points = tuple(
        None
        if rating is None or _is_open(rating) or want == MIDDLE
        else float((rating - MIDDLE) * (want - MIDDLE) > 0)
        for rating, want in zip(ratings, key, strict=True)
    )
    return _mean_of(points, minimum)


# ---- picks ----


def best_worst(
    picks: Sequence[tuple[str, str] | None],
    key: Sequence[tuple[Collection[str], Collection[str]]],
    *,
    minimum: int = 1,
) -> Tally:
    """Score picks of the best and the worst reply, one pair per scenario.

    `key` has for each scenario the replies that are best and those that are worst (sets,
    as there may be ties). A scenario gives -2 to 2 points; the score is where their sum
    lies between the least and the most that the answered ones can give, times 100.
    """
    if len(picks) != len(key) or any(not best or not worst for best, worst in key):
        return Tally(None, Unscorable.MALFORMED, 0)
    points = tuple(
        None if pick is None else float(best_worst_points(*pick, *one))
        for pick, one in zip(picks, key, strict=True)
    )
    said = [one for one in points if one is not None]
    if len(said) < max(minimum, 1):
        return Tally(None, Unscorable.TOO_FEW, len(said), points)
    count = len(said)
    value = TOP * (math.fsum(said) + 2 * count) / (4 * count)
    return Tally(value, None, count, points)


def best_worst_points(
    best: str, worst: str, key_best: Collection[str], key_worst: Collection[str]
) -> int:
    """Return -2..2: a point for each right pick, one off for each that is upside down."""
    return (
        (best in key_best)
        - (best in key_worst)
        + (worst in key_worst)
        - (worst in key_best)
    )


def pick_one(
    picks: Sequence[str | None],
    key: Sequence[Mapping[str, float]],
    *,
    minimum: int = 1,
) -> Tally:
    """Score one pick per scenario by how effective experts found it.

    `key` has the mean of each reply; the best of a scenario gives 1, the worst 0, the
    others what lies between. A scenario whose replies are all alike is not counted.
    """
    if len(picks) != len(key) or any(
        pick is not None and pick not in means
        for pick, means in zip(picks, key, strict=True)
    ):
        return Tally(None, Unscorable.MALFORMED, 0)
    points = tuple(
        None if pick is None or _is_flat(means) else _part_of_best(means, pick)
        for pick, means in zip(picks, key, strict=True)
    )
    return _mean_of(points, minimum)


# ---- the parts ----


def _profile(
    pairs: Sequence[tuple[float, float]], parts: Sequence[str], least: int
) -> Profile:
    count = len(pairs)
    mean_x = math.fsum(x for x, _ in pairs) / count
    mean_k = math.fsum(k for _, k in pairs) / count
    s_x = math.sqrt(math.fsum((x - mean_x) ** 2 for x, _ in pairs) / count)
    s_k = math.sqrt(math.fsum((k - mean_k) ** 2 for _, k in pairs) / count)
    shared = math.fsum((x - mean_x) * (k - mean_k) for x, k in pairs) / count
    reason = None
    if len({x for x, _ in pairs}) == 1:
        reason = Unscorable.STRAIGHT_LINE
    elif len({k for _, k in pairs}) == 1:
        reason = Unscorable.FLAT_KEY
    r = None if reason else max(-1.0, min(1.0, shared / (s_x * s_k)))
    standard = (
        [(((x - mean_x) / s_x), (k - mean_k) / s_k) for x, k in pairs]
        if not reason
        else []
    )
    return Profile(
        value=None if r is None else 50 * (1 + r),
        reason=reason,
        answered=count,
        correlation=r,
        distance=math.fsum((x - k) ** 2 for x, k in pairs) / count,
        elevation=(mean_x - mean_k) ** 2,
        scatter=(s_x - s_k) ** 2,
        shape=2 * (s_x * s_k - shared),
        parts=_parts(standard, parts, least),
    )


def _parts(
    standard: Sequence[tuple[float, float]], parts: Sequence[str], least: int
) -> dict[str, float]:
    """Return the points of each part: 100 - 25 * its mean squared distance.

    Over the whole form that is 50 * (1 + r), because the distance of two standardised
    profiles is 2 * (1 - r).
    """
    found: dict[str, list[float]] = {}
    for (x, k), part in zip(standard, parts, strict=False):
        found.setdefault(part, []).append((x - k) ** 2)
    return {
        part: max(0.0, TOP - 25 * math.fsum(squares) / len(squares))
        for part, squares in found.items()
        if len(squares) >= least
    }


def _belong(ratings: Sequence[float | None], key: Sequence[float]) -> bool:
    return len(ratings) == len(key) and all(
        rating is None or _is_open(rating) or LOWEST <= rating <= HIGHEST
        for rating in ratings
    )


def _is_open(rating: float | None) -> bool:
    return rating is None or math.isnan(rating)


def _is_flat(means: Mapping[str, float]) -> bool:
    return len(set(means.values())) < 2  # noqa: PLR2004 -- nothing to choose between


def _part_of_best(means: Mapping[str, float], pick: str) -> float:
    least, most = min(means.values()), max(means.values())
    return (means[pick] - least) / (most - least)


def _mean_of(points: tuple[float | None, ...], minimum: int) -> Tally:
    said = [one for one in points if one is not None]
    if len(said) < max(minimum, 1):
        return Tally(None, Unscorable.TOO_FEW, len(said), points)
    return Tally(TOP * math.fsum(said) / len(said), None, len(said), points)
