"""How much the order hangs on the weights: what other weights would have done.

Crossover weights of a pair, the share of plausible weightings in which somebody has a
place (stochastic multicriteria acceptability analysis: Lahdelma, Hokkanen and Salminen
1998, SMAA, European Journal of Operational Research 106), and who leads where a
criterion is left out. Nothing here changes a score.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    type_floats = NDArray[np.float64]

DRAWS = 10_000
# How close plausible weightings lie around the typed ones: Dirichlet(50 * weight).
CLOSENESS = 50.0
SEED = 20_260_815  # fixed: whoever looks again sees the same
_CENTS = 2  # scores that are equal after rounding to 0.01 are ties


def crossover(
    weights: Sequence[float],
    first: Sequence[float],
    second: Sequence[float],
    criterion: int,
) -> float | None:
    """Return the weight of one criterion at which two applicants change places.

    `weights` are shares that add up to 1, `first` and `second` scores of 0 to 100. The
    other weights keep their proportions. None where no weight from 0 to 1 does it.
    """
    own = weights[criterion]
    if own >= 1:
        return None
    rest = [
        sum(
            weight * score
            for number, (weight, score) in enumerate(zip(weights, scores, strict=True))
            if number != criterion
        )
        / (1 - own)
        for scores in (first, second)
    ]
    slope = (first[criterion] - rest[0]) - (second[criterion] - rest[1])
    if not slope:
        return None
    found = (rest[1] - rest[0]) / slope
    return found if 0 <= found <= 1 else None


def first_shares(
    weights: Sequence[float],
    scores: type_floats,
    *,
    draws: int = DRAWS,
    seed: int = SEED,
) -> type_floats:
    """Return in which share of plausible weightings each applicant is first, (n,).

    The rank acceptability of the first rank. `weights`: k shares that add up to 1; one
    of 0 stays 0. `scores`: (n, k) of 0 to 100. Who ties for the first place shares it,
    so that the shares add up to 1. The same seed gives the same.
    """
    drawn = _plausible(np.asarray(weights, dtype=np.float64), draws, seed)
    totals = np.round(drawn @ scores.T, _CENTS)
    leads = totals == totals.max(axis=1, keepdims=True)
    found: type_floats = (leads / leads.sum(axis=1, keepdims=True)).mean(axis=0)
    return found


def totals_without(
    weights: Sequence[float], scores: type_floats, criterion: int
) -> type_floats | None:
    """Return everybody's total, (n,), if a criterion is left out, rounded to 0.01.

    The other weights keep their proportions. None where nothing else has a weight: then
    there is no order.
    """
    rest = np.array(weights, dtype=np.float64)
    rest[criterion] = 0
    if not rest.sum():
        return None
    found: type_floats = np.round(scores @ (rest / rest.sum()), _CENTS)
    return found


def overlap(one: Sequence[int], other: Sequence[int], count: int) -> float | None:
    """Return which share of the first `count` of one order the other has there, too.

    None where nobody is among them.
    """
    first = {*one[: max(count, 0)]}
    return len(first & {*other[:count]}) / len(first) if first else None


def _plausible(weights: type_floats, draws: int, seed: int) -> type_floats:
    """Draw weightings around the typed one, (draws, k); a weight of 0 stays 0."""
    drawn = np.zeros((draws, len(weights)))
    weighted = weights > 0
    drawn[:, weighted] = np.random.default_rng(seed).dirichlet(
        CLOSENESS * weights[weighted], size=draws
    )
    return drawn
