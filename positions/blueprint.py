"""What a definition can begin with: a template, a copy, an occupation, an old advert.

All of them are read into one value, and `services.beginnings` makes a draft of it.
Duties, kinds of work and requirements are named by their place, counted from 0. Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.criteria import Equivalence
from positions.plan import (
    Plan,
    PlanDuty,
    PlanEducation,
    PlanExperience,
    PlanField,
    PlanPolicy,
    PlanRequirement,
    PlanRoute,
)

if TYPE_CHECKING:
    from positions.criteria import (
        CriterionKind,
        Dimension,
        EducationLevel,
        RequirementKind,
    )


@dataclass(frozen=True, slots=True)
class BlueprintDuty:
    """One task statement; `share` in per cent of the time, 0 where nobody knows yet.

    `essential` says why the job cannot be done without it; empty where it can.
    `source` names whose words these are, where they are not ours.
    """

    statement: str
    share: int = 0
    essential: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class BlueprintRoute:
    """One acceptable course of study; fields with the per cent of credits that count."""

    level: EducationLevel
    fields: tuple[tuple[str, int], ...]
    credits_full: int
    credits_base: int = 0


@dataclass(frozen=True, slots=True)
class BlueprintExperience:
    """A kind of work asked for, in months."""

    kind_of_work: str
    months: int
    duties: tuple[int, ...]
    headroom: int = 24
    education_counts: bool = True


@dataclass(frozen=True, slots=True)
class BlueprintRequirement:
    """A skill, licence, language or condition; `essential` as for duties."""

    kind: RequirementKind
    name: str
    duties: tuple[int, ...]
    level: int | None = None
    expires: bool = False
    essential: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class BlueprintInterview:
    """A side of working with others that the interview asks about, and for what."""

    dimension: Dimension
    duties: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class BlueprintCriterion:
    """A criterion, weights in per cent; see `plan.PlanCriterion`."""

    kind: CriterionKind
    title: str
    duties: tuple[int, ...]
    weight: int = 0
    final_weight: int = 0
    minimum: int = 0
    essential: bool = False
    experience: int | None = None
    requirement: int | None = None
    dimension: str = ""
    reason: str = ""
    anchor_none: str = ""
    anchor_meets: str = ""
    anchor_best: str = ""


@dataclass(frozen=True, slots=True)
class BlueprintQuestion:
    """A question in the position's own words; `criterion` is a place in `criteria`."""

    kind: str
    text: str
    guidance: str = ""
    required: bool = False
    options: tuple[str, ...] = ()
    most_words: int | None = None
    criterion: int | None = None


@dataclass(frozen=True, slots=True)
class Blueprint:
    """A definition to begin with. Without `criteria` they are drafted."""

    title: str
    department: str = ""
    summary: str = ""
    duties: tuple[BlueprintDuty, ...] = ()
    education_reason: str = ""
    routes: tuple[BlueprintRoute, ...] = ()
    experience: tuple[BlueprintExperience, ...] = ()
    requirements: tuple[BlueprintRequirement, ...] = ()
    interview: tuple[BlueprintInterview, ...] = ()
    criteria: tuple[BlueprintCriterion, ...] = ()
    questions: tuple[BlueprintQuestion, ...] = ()
    equivalence: Equivalence = Equivalence.COMBINATION
    policy: int | None = None  # the key of a named policy; of a copy
    plan_reason: str = ""
    origin: str = "BLANK"
    origin_key: str = ""

    def preview(self) -> Plan:
        """Return duties and needs as a plan, to be shown; ids are places from 1."""
        return Plan(
            policy=PlanPolicy(self.equivalence),
            duties=tuple(
                PlanDuty(
                    number, number, duty.statement, duty.share, bool(duty.essential)
                )
                for number, duty in enumerate(self.duties, start=1)
            ),
            education=PlanEducation(
                tuple(
                    PlanRoute(
                        route.level,
                        tuple(PlanField(*field) for field in route.fields),
                        route.credits_base,
                        route.credits_full,
                    )
                    for route in self.routes
                ),
                self.education_reason,
            )
            if self.routes
            else None,
            experience=tuple(
                PlanExperience(
                    number,
                    kind.kind_of_work,
                    kind.months,
                    kind.headroom,
                    kind.education_counts,
                    tuple(place + 1 for place in kind.duties),
                )
                for number, kind in enumerate(self.experience, start=1)
            ),
            requirements=tuple(
                PlanRequirement(
                    number,
                    one.kind,
                    one.name,
                    one.level,
                    one.expires,
                    one.essential,
                    one.reason,
                    tuple(place + 1 for place in one.duties),
                )
                for number, one in enumerate(self.requirements, start=1)
            ),
            criteria=(),
        )
