"""Which criterion comes from which duty, and where there is a gap. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from positions.plan import Plan, PlanCriterion, PlanDuty


@dataclass(frozen=True, slots=True)
class DutyLine:
    """One duty: for each criterion of the plan, in its order, whether it is linked."""

    duty: PlanDuty
    ticks: tuple[bool, ...]
    is_gap: bool  # essential, and no evidence of it is scored


@dataclass(frozen=True, slots=True)
class Coverage:
    criteria: tuple[PlanCriterion, ...]
    lines: tuple[DutyLine, ...]
    without_duty: tuple[PlanCriterion, ...]

    @property
    def gaps(self) -> tuple[PlanDuty, ...]:
        return tuple(line.duty for line in self.lines if line.is_gap)


def coverage_of(plan: Plan) -> Coverage:
    """Lay duties and criteria across each other.

    An essential duty is covered where evidence of that very duty is scored; that the
    interview is about all duties covers none of them.
    """
    known = {duty.id for duty in plan.duties}
    return Coverage(
        criteria=plan.criteria,
        lines=tuple(
            DutyLine(
                duty=duty,
                ticks=tuple(duty.id in one.duties for one in plan.criteria),
                is_gap=duty.essential and duty.id not in plan.scored_duties,
            )
            for duty in plan.duties
        ),
        without_duty=tuple(
            one for one in plan.criteria if not known.intersection(one.duties)
        ),
    )
