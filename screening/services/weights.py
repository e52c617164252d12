"""What weights were meant to do to the order, and what they do."""

from dataclasses import dataclass

import numpy as np

from positions.models import Position
from positions.plan import Plan
from screening.engine import scoring
from screening.models import Evaluation
from screening.services import judgement

ENOUGH = 5


@dataclass(frozen=True, slots=True)
class WeightInEffect:
    """What a criterion was meant to weigh and what it does, in per cent.

    `in_effect` None where there are too few to tell.
    """

    title: str
    nominal: int
    in_effect: int | None

    @property
    def length(self) -> int:
        """Return how long its bar is: a criterion may work against the others."""
        return max(self.in_effect or 0, 0)

    @property
    def is_off(self) -> bool:
        """Say whether it drives the order far more than it was meant to."""
        return self.in_effect is not None and self.in_effect > 1.5 * self.nominal + 10


def in_effect_for(position: Position, plan: Plan) -> list[WeightInEffect]:
    """Compare typed weights with those that really spread the scores."""
    rows = [
        scores
        for scores in Evaluation.objects.for_position(position).values_list(
            "scores", flat=True
        )
        if len(scores) == len(plan.early)
    ]
    found = None
    if len(rows) >= ENOUGH:
        found = scoring.effective_weights(
            judgement.criteria_of(plan), np.array(rows, dtype=np.int64)
        )
    return [
        WeightInEffect(
            title=criterion.title,
            nominal=criterion.weight,
            in_effect=None if found is None else round(found[index] * 100),
        )
        for index, criterion in enumerate(plan.early)
        if criterion.weight
    ]
