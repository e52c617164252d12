"""A frozen plan as values: what applicants are judged by. Pure.

`PlanVersion.content` is `Plan.to_json()`. Readers turn it back with `from_json` and
never look into the dictionaries themselves.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from positions.criteria import CriterionKind, EducationLevel, Equivalence


@dataclass(frozen=True, slots=True)
class PlanDuty:
    """One task statement; `share` in per cent of the time."""

    id: int
    order: int
    statement: str
    share: int
    essential: bool


@dataclass(frozen=True, slots=True)
class PlanEducation:
    """Study asked for; `credits_full` beyond `credits_base` make 100 per cent."""

    level: EducationLevel
    fields: tuple[str, ...]
    credits_base: int
    credits_full: int
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
class PlanCriterion:
    """Something scored (weight in per cent) or required (essential), from duties.

    `experience` names the requirement a QUALIFICATION criterion judges; without one it
    judges the education requirement alone.
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


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything frozen at publication. Weights add up to 100."""

    equivalence: Equivalence
    duties: tuple[PlanDuty, ...]
    education: PlanEducation | None
    experience: tuple[PlanExperience, ...]
    criteria: tuple[PlanCriterion, ...]

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
        education = content["education"]
        return cls(
            equivalence=Equivalence(content["equivalence"]),
            duties=tuple(PlanDuty(**duty) for duty in content["duties"]),
            education=education
            and PlanEducation(
                **{
                    **education,
                    "level": EducationLevel(education["level"]),
                    "fields": tuple(education["fields"]),
                }
            ),
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
        )

    def digest(self) -> str:
        """Return the SHA-256 of the canonical JSON, as 64 hexadecimal digits."""
        canonical = json.dumps(
            self.to_json(), ensure_ascii=False, sort_keys=True, separators=(",", ":")
        )
        return hashlib.sha256(canonical.encode()).hexdigest()
