"""What a definition can begin with: a template, a copy, an occupation, an old advert.

All of them are read into one value, and `services.beginnings` makes a draft of it.
Duties, kinds of work and requirements are named by their place, counted from 0. Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.criteria import Equivalence

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
    equivalence: Equivalence = Equivalence.COMBINATION
    policy: int | None = None  # the key of a named policy; of a copy
    plan_reason: str = ""
    origin: str = "BLANK"
    origin_key: str = ""
