"""The one implementation of the composite, over arrays: for one or for 100,000.

S = sum of weight times score, on absolute scales, so that nobody's score depends on
anybody else. Nothing that is missing is dropped or imputed: it spans its whole range.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from screening.engine.values import (
    CODES,
    VERDICTS,
    WHOLE,
    Criterion,
    CriterionResult,
    Evaluation,
    Source,
    Verdict,
    VerdictCode,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    type_ints = NDArray[np.int64]
    type_codes = NDArray[np.int8]


HALF = 14  # bits; a composite, weighed and not divided yet, has 27


@dataclass(frozen=True, slots=True)
class Composite:
    """Composites of n applications, each array of shape (n,).

    `low`, `high`, `score` in hundredths (low rounded down, high up, score half up);
    `exact` is twice the exact midpoint in hundredths times ten-thousandths: it equals
    the sum of `weight * (low + high)` over the criteria, with no rounding at all.
    """

    low: type_ints
    high: type_ints
    score: type_ints
    exact: type_ints
    essentials: type_codes
    complete: NDArray[np.bool_]


def weights_of(plan: Sequence[Criterion]) -> type_ints:
    """Return the weights, shape (k,). Raises ValueError unless they add up to 10,000.

    Also raised for a negative weight or a key that occurs twice.
    """
    weights = np.array([criterion.weight for criterion in plan], dtype=np.int64)
    if (weights < 0).any() or int(weights.sum()) != WHOLE:
        raise ValueError("the weights of a plan must add up to 100 %")
    if len({criterion.key for criterion in plan}) != len(plan):
        raise ValueError("a key occurs twice in the plan")
    return weights


def composite(
    plan: Sequence[Criterion],
    low: type_ints,
    high: type_ints,
    verdicts: type_codes,
    inferred: NDArray[np.bool_] | None = None,
) -> Composite:
    """Combine the scores of n applications on the k criteria of a plan.

    `low` and `high`: int64 of shape (n, k), hundredths 0..10,000, columns in the plan's
    order; `verdicts`: int8 of the same shape (see VerdictCode). `inferred` marks what
    was only read out of a text: it can never miss a minimum level.
    """
    weights = weights_of(plan)
    if ((low < 0) | (low > high) | (high > WHOLE)).any():
        raise ValueError("a score lies outside its range")
    exact_low = low @ weights
    exact_high = high @ weights
    exact = exact_low + exact_high
    return Composite(
        low=exact_low // WHOLE,
        high=-(-exact_high // WHOLE),
        score=(exact + WHOLE) // (2 * WHOLE),
        exact=exact,
        essentials=_essentials(plan, low, high, verdicts, inferred),
        complete=(verdicts != VerdictCode.UNKNOWN).all(axis=1),
    )


def _essentials(
    plan: Sequence[Criterion],
    low: type_ints,
    high: type_ints,
    verdicts: type_codes,
    inferred: NDArray[np.bool_] | None,
) -> type_codes:
    """Return the worst verdict over essential criteria and minimum levels, (n,)."""
    worst = np.full(len(low), VerdictCode.MET, dtype=np.int8)
    for column, criterion in enumerate(plan):
        if criterion.essential:
            worst = np.minimum(worst, verdicts[:, column])
        if criterion.minimum:
            missed = high[:, column] < criterion.minimum
            if inferred is not None:
                missed &= ~inferred[:, column]
            level = np.where(
                low[:, column] >= criterion.minimum,
                VerdictCode.MET,
                np.where(missed, VerdictCode.NOT_MET, VerdictCode.UNKNOWN),
            ).astype(np.int8)
            worst = np.minimum(worst, level)
    return worst


def evaluate(
    plan: Sequence[Criterion], results: Sequence[CriterionResult]
) -> Evaluation:
    """Evaluate one application. A criterion without a result is unknown, 0..100.

    Raises ValueError for a result whose key is not in the plan or occurs twice.
    """
    row = aligned(plan, results)
    total = composite(
        plan,
        np.array([[result.low for result in row]], dtype=np.int64),
        np.array([[result.high for result in row]], dtype=np.int64),
        np.array([[CODES[result.verdict] for result in row]], dtype=np.int8),
        np.array([[result.source is Source.INFERRED for result in row]]),
    )
    return Evaluation(
        low=int(total.low[0]),
        high=int(total.high[0]),
        score=int(total.score[0]),
        essentials=VERDICTS[int(total.essentials[0])],
        complete=bool(total.complete[0]),
    )


def aligned(
    plan: Sequence[Criterion], results: Sequence[CriterionResult]
) -> list[CriterionResult]:
    """Return one result per criterion in the plan's order; what is missing is unknown."""
    by_key = {result.key: result for result in results}
    if len(by_key) != len(results) or by_key.keys() - {c.key for c in plan}:
        raise ValueError("the results do not belong to this plan")
    return [by_key.get(c.key) or unknown(c.key) for c in plan]


def unknown(key: str) -> CriterionResult:
    """Return the result of a criterion on which nothing was collected."""
    return CriterionResult(key, Verdict.UNKNOWN, 0, WHOLE, Source.NONE)


def effective_weights(
    plan: Sequence[Criterion], scores: type_ints
) -> tuple[float, ...] | None:
    """Return what each criterion really contributes to the spread of the composite.

    w times cov(score, composite) / var(composite): adds up to 1, may be negative.
    `scores`: (n, k) in hundredths. None where n < 2 or all composites are equal.
    """
    weights = weights_of(plan)
    if len(scores) < 2:  # noqa: PLR2004 -- a spread needs two
        return None
    total = scores @ weights
    # Exact in integers up to the division: n * sum(xy) - sum(x) * sum(y).
    n, whole = len(scores), int(total.sum())
    spread = n * _dot(total, total) - whole**2
    if not spread:
        return None
    shared = [
        n * _dot(column, total) - int(column.sum()) * whole for column in scores.T
    ]
    return tuple(
        int(weight) * cov / spread for weight, cov in zip(weights, shared, strict=True)
    )


def _dot(left: type_ints, right: type_ints) -> int:
    """Return the sum of the products of two composites or scores, exact beyond int64.

    Half of the bits at a time: enough for ten million applications.
    """
    high, low = right >> HALF, right & ((1 << HALF) - 1)
    return (int(left @ high) << HALF) + int(left @ low)
