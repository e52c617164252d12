"""Why a score is what it is: exact contributions, as data for a page to word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from screening.engine.scoring import aligned, weights_of
from screening.engine.values import MEETS, WHOLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from screening.engine.values import Criterion, CriterionResult


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one criterion adds to the score of one application.

    `exact` is weight * (low + high), twice the contribution in hundredths times
    ten-thousandths; all of them sum exactly to the composite's `exact`. `points` are
    hundredths, rounded so that they sum exactly to the score shown. `against_meets` is
    the exact difference from somebody who meets every requirement (50), same unit as
    `exact`: for an additive model this is the Shapley value.
    """

    result: CriterionResult
    weight: int
    exact: int
    points: int
    against_meets: int

    @property
    def arithmetic(self) -> str:
        """Return the sum in figures: weight, score and points."""
        score = f"{self.result.score // 100}.{self.result.score % 100:02}"
        weight = f"{self.weight // 100}.{self.weight % 100:02}"
        return f"{weight} % × {score} = {self.points // 100}.{self.points % 100:02}"


def contributions(
    plan: Sequence[Criterion], results: Sequence[CriterionResult]
) -> tuple[Contribution, ...]:
    """Return one contribution per criterion, in the plan's order."""
    row = aligned(plan, results)
    weights = [int(weight) for weight in weights_of(plan)]
    exact = [
        weight * (result.low + result.high)
        for weight, result in zip(weights, row, strict=True)
    ]
    points = shares((sum(exact) + WHOLE) // (2 * WHOLE), exact)
    return tuple(
        Contribution(
            result=result,
            weight=weight,
            exact=whole,
            points=shown,
            against_meets=whole - weight * 2 * MEETS,
        )
        for result, weight, whole, shown in zip(
            row, weights, exact, points, strict=True
        )
    )


def shares(total: int, parts: Sequence[int]) -> list[int]:
    """Share a whole number out in proportion to the parts, by largest remainders.

    The result sums to `total`; an earlier part wins where remainders are equal.
    """
    whole = sum(parts)
    if not whole:
        return [0] * len(parts)
    floors = [total * part // whole for part in parts]
    rest = [(total * part % whole, -index) for index, part in enumerate(parts)]
    for _, index in sorted(rest, reverse=True)[: total - sum(floors)]:
        floors[-index] += 1
    return floors
