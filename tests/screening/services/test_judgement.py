"""A plan and what is known, to verdicts: no row, no database."""

from positions.criteria import CriterionKind, EducationLevel, Equivalence
from positions.plan import (
    Plan,
    PlanCriterion,
    PlanEducation,
    PlanExperience,
    PlanPolicy,
    PlanRoute,
)
from screening.engine.values import Verdict
from screening.services import judgement

PAYROLL = 7


def plan_with(equivalence):
    def criterion(key, experience):
        return PlanCriterion(
            id=key,
            order=key,
            kind=CriterionKind.QUALIFICATION,
            title="",
            essential=True,
            weight=50,
            duties=(),
            experience=experience,
            anchor_none="",
            anchor_meets="",
            anchor_best="",
        )

    return Plan(
        policy=PlanPolicy(equivalence),
        duties=(),
        education=PlanEducation((PlanRoute(EducationLevel.BACHELOR, (), 60, 60),), ""),
        experience=(PlanExperience(PAYROLL, "Payroll", 24, 24, True, ()),),
        criteria=(criterion(1, PAYROLL), criterion(2, None)),
    )


def known(months, credits_):
    facts = {
        "duties": {},
        "months": {str(PAYROLL): {"low": months, "high": months, "source": "CLAIMED"}},
        "credits": {
            "source": "CLAIMED",
            "routes": [{"low": credits_, "high": credits_}],
        },
    }
    return judgement.Known(facts=facts, overrides={})


def test_where_both_are_needed_each_is_judged_by_itself():
    results = judgement.judge(plan_with(Equivalence.BOTH), known(2_400, 6_000))

    assert [result.verdict for result in results] == [Verdict.MET, Verdict.NOT_MET]


def test_where_they_add_up_half_of_each_is_enough():
    results = judgement.judge(plan_with(Equivalence.COMBINATION), known(1_200, 9_000))

    assert results[0].verdict is Verdict.MET
