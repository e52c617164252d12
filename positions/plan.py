"""A frozen plan as values: what applicants are judged by. Pure.

`PlanVersion.content` is `Plan.to_json()`. Readers turn it back with `from_json` and
never look into the dictionaries themselves. What was frozen before a field existed is
read with that field's default, so an old version stays what it was.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from positions.criteria import (
    AFTER_INTERVIEWS,
    CriterionKind,
    EducationLevel,
    Equivalence,
    RequirementKind,
)


@dataclass(frozen=True, slots=True)
class PlanPolicy:
    """How education and experience stand in for each other.

    Caps in per cent of the whole; `credits_per_year` make an academic year.
    """

    rule: Equivalence
    name: str = ""
    cap_experience: int = 100
    cap_education: int = 100
    credits_per_year: int = 30


@dataclass(frozen=True, slots=True)
class PlanDuty:
    """One task statement; `share` in per cent of the time."""

    id: int
    order: int
    statement: str
    share: int
    essential: bool
    source: str = ""  # whose words they are, where they are not ours


@dataclass(frozen=True, slots=True)
class PlanField:
    """A field of study; `relevance` is the part of its credits that counts, in %."""

    name: str
    relevance: int = 100


@dataclass(frozen=True, slots=True)
class PlanRoute:
    """One acceptable course of study.

    `credits_full` beyond `credits_base` make 100 per cent. Without fields any will do.
    """

    level: EducationLevel
    fields: tuple[PlanField, ...]
    credits_base: int
    credits_full: int


@dataclass(frozen=True, slots=True)
class PlanEducation:
    """Study asked for: any one of the routes, and why the duties need it."""

    routes: tuple[PlanRoute, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class PlanExperience:
    """A kind of work asked for, in months; `headroom` months beyond still count."""

    id: int
    kind_of_work: str
    months: int
    headroom: int
    education_counts: bool
    duties: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PlanRequirement:
    """A skill, licence, language or condition that duties need.

    `level` on the scale of its kind (None where there is none); `expires` says that a
    licence must still be valid.
    """

    id: int
    kind: RequirementKind
    name: str
    level: int | None
    expires: bool
    essential: bool
    reason: str
    duties: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PlanCriterion:
    """Something scored or required (essential), traceable to duties.

    `weight` before interviews and `final_weight` after them, both in per cent;
    `minimum` is the least score, 0 for none. `experience` names the requirement a
    QUALIFICATION criterion judges; without one it judges the education alone.
    `requirement` names the skill, licence, language or condition of the other kinds.
    `reason` is why it weighs more than the evidence supports.
    """

    id: int
    order: int
    kind: CriterionKind
    title: str
    essential: bool
    weight: int
    duties: tuple[int, ...]
    experience: int | None
    anchor_none: str
    anchor_meets: str
    anchor_best: str
    requirement: int | None = None
    final_weight: int = 0
    minimum: int = 0
    reason: str = ""
    dimension: str = ""  # a `Dimension`, where an interview asks about one

    @property
    def is_late(self) -> bool:
        """Whether it is collected only at or after the interview."""
        return self.kind in AFTER_INTERVIEWS


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything frozen at publication. The weights of each stage add up to 100."""

    policy: PlanPolicy
    duties: tuple[PlanDuty, ...]
    education: PlanEducation | None
    experience: tuple[PlanExperience, ...]
    criteria: tuple[PlanCriterion, ...]
    requirements: tuple[PlanRequirement, ...] = ()
    reason: str = ""  # why there is no strong method, where there is none

    @property
    def equivalence(self) -> Equivalence:
        return self.policy.rule

    @property
    def early(self) -> tuple[PlanCriterion, ...]:
        """Return the criteria of the first stage: what the ranking is made of."""
        return tuple(one for one in self.criteria if not one.is_late)

    @property
    def has_two_stages(self) -> bool:
        return any(one.is_late for one in self.criteria)

    @property
    def scored_duties(self) -> frozenset[int]:
        """Return the ids of the duties that a criterion scores."""
        return frozenset(
            duty
            for criterion in self.criteria
            if criterion.kind is CriterionKind.DUTY
            for duty in criterion.duties
        )

    def to_json(self) -> dict[str, Any]:
        """Return plain JSON values; `from_json` gives the same plan back."""
        content: dict[str, Any] = json.loads(json.dumps(asdict(self)))
        return content

    @classmethod
    def from_json(cls, content: Mapping[str, Any]) -> "Plan":
        """Read what `to_json` wrote. Raises KeyError or ValueError on anything else."""
        return cls(
            policy=_policy(content),
            duties=tuple(PlanDuty(**duty) for duty in content["duties"]),
            education=_education(content["education"]),
            experience=tuple(
                PlanExperience(**{**kind, "duties": tuple(kind["duties"])})
                for kind in content["experience"]
            ),
            criteria=tuple(
                PlanCriterion(
                    **{
                        **criterion,
                        "kind": CriterionKind(criterion["kind"]),
                        "duties": tuple(criterion["duties"]),
                    }
                )
                for criterion in content["criteria"]
            ),
            requirements=tuple(
                PlanRequirement(
                    **{
                        **one,
                        "kind": RequirementKind(one["kind"]),
                        "duties": tuple(one["duties"]),
                    }
                )
                for one in content.get("requirements", ())
            ),
            reason=content.get("reason", ""),
        )

    def digest(self) -> str:
        """Return the SHA-256 of the canonical JSON, as 64 hexadecimal digits."""
        canonical = json.dumps(
            self.to_json(), ensure_ascii=False, sort_keys=True, separators=(",", ":")
        )
        return hashlib.sha256(canonical.encode()).hexdigest()


def _policy(content: Mapping[str, Any]) -> PlanPolicy:
    """Read the policy; version 1 of the format named only its rule."""
    if "policy" not in content:
        return PlanPolicy(Equivalence(content["equivalence"]))
    policy = content["policy"]
    return PlanPolicy(**{**policy, "rule": Equivalence(policy["rule"])})


def _education(content: Mapping[str, Any] | None) -> PlanEducation | None:
    """Read the routes; version 1 of the format had one, with plain fields."""
    if content is None:
        return None
    routes = content.get("routes") or [
        {**content, "fields": [{"name": name} for name in content["fields"]]}
    ]
    return PlanEducation(
        routes=tuple(
            PlanRoute(
                level=EducationLevel(route["level"]),
                fields=tuple(PlanField(**field) for field in route["fields"]),
                credits_base=route["credits_base"],
                credits_full=route["credits_full"],
            )
            for route in routes
        ),
        reason=content["reason"],
    )
