"""Plans as values, for tests of the pure rooms."""

from typing import Any

from hypothesis import strategies as st

from positions.criteria import (
    AFTER_INTERVIEWS,
    CriterionKind,
    EducationLevel,
    Equivalence,
    RequirementKind,
)
from positions.plan import (
    Plan,
    PlanCriterion,
    PlanDuty,
    PlanEducation,
    PlanExperience,
    PlanField,
    PlanPolicy,
    PlanRequirement,
    PlanRoute,
)

KINDS = list(CriterionKind)


def duty(key: int = 1, **fields: Any) -> PlanDuty:
    given: dict[str, Any] = {
        "order": key,
        "statement": f"Duty {key}.",
        "share": 50,
        "essential": True,
    }
    return PlanDuty(id=key, **(given | fields))


def criterion(
    key: int, kind: CriterionKind, weight: int = 0, final: int = 0, **fields: Any
) -> PlanCriterion:
    given: dict[str, Any] = {
        "order": key,
        "title": f"{kind.value.title()} {key}",
        "essential": False,
        "duties": (1,),
        "experience": None,
        "anchor_none": "",
        "anchor_meets": "",
        "anchor_best": "",
    }
    return PlanCriterion(
        id=key, kind=kind, weight=weight, final_weight=final, **(given | fields)
    )


def experience(key: int = 1, **fields: Any) -> PlanExperience:
    given: dict[str, Any] = {
        "kind_of_work": "Running payroll",
        "months": 12,
        "headroom": 24,
        "education_counts": True,
        "duties": (1,),
    }
    return PlanExperience(id=key, **(given | fields))


def plan(*criteria: PlanCriterion, **fields: Any) -> Plan:
    given: dict[str, Any] = {
        "policy": PlanPolicy(Equivalence.COMBINATION),
        "duties": (duty(1), duty(2)),
        "education": None,
        "experience": (),
    }
    return Plan(criteria=criteria, **(given | fields))


weights = st.integers(0, 100)
short = st.sampled_from(["", "One", "Two", "Three"])
keys = st.sets(st.integers(1, 4)).map(lambda found: tuple(sorted(found)))


@st.composite
def criteria(draw: st.DrawFn) -> PlanCriterion:
    kind = draw(st.sampled_from(KINDS))
    return criterion(
        draw(st.integers(1, 6)),
        kind,
        0 if kind in AFTER_INTERVIEWS else draw(weights),
        draw(weights),
        order=draw(st.integers(1, 9)),
        title=draw(short),
        essential=draw(st.booleans()),
        duties=draw(keys),
        experience=draw(st.none() | st.integers(1, 3)),
        requirement=draw(st.none() | st.integers(1, 3)),
        minimum=draw(weights),
        reason=draw(short),
        anchor_none=draw(short),
    )


def rows(one: "st.SearchStrategy[Any]") -> "st.SearchStrategy[tuple[Any, ...]]":
    """Rows of a plan: no key twice."""
    return st.lists(one, max_size=6, unique_by=lambda row: row.id).map(tuple)


routes = st.builds(
    PlanRoute,
    level=st.sampled_from(list(EducationLevel)),
    fields=st.lists(
        st.builds(PlanField, name=short, relevance=weights), max_size=2
    ).map(tuple),
    credits_base=weights,
    credits_full=weights,
)
plans = st.builds(
    Plan,
    policy=st.builds(
        PlanPolicy, rule=st.sampled_from(list(Equivalence)), cap_education=weights
    ),
    duties=rows(
        st.builds(
            PlanDuty,
            id=st.integers(1, 4),
            order=st.integers(1, 9),
            statement=short,
            share=weights,
            essential=st.booleans(),
        )
    ),
    education=st.none()
    | st.builds(
        PlanEducation,
        routes=st.lists(routes, min_size=1, max_size=2).map(tuple),
        reason=short,
    ),
    experience=rows(
        st.builds(
            PlanExperience,
            id=st.integers(1, 3),
            kind_of_work=short,
            months=weights,
            headroom=weights,
            education_counts=st.booleans(),
            duties=keys,
        )
    ),
    criteria=rows(criteria()),
    requirements=rows(
        st.builds(
            PlanRequirement,
            id=st.integers(1, 3),
            kind=st.sampled_from(list(RequirementKind)),
            name=short,
            level=st.none() | st.integers(1, 4),
            expires=st.booleans(),
            essential=st.booleans(),
            reason=short,
            duties=keys,
        )
    ),
    reason=short,
)
