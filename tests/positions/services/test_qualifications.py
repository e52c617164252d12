"""Several courses of study, and the words the arithmetic is printed in."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.criteria import EducationLevel, Equivalence
from positions.equivalence import UNKNOWN, Amount, Rule, combine
from positions.plan import (
    Plan,
    PlanEducation,
    PlanExperience,
    PlanField,
    PlanPolicy,
    PlanRoute,
)
from positions.services import qualifications

WORK = PlanExperience(1, "Payroll", 12, headroom=24, education_counts=True, duties=(1,))


def route(credits_full, credits_base=0):
    return PlanRoute(EducationLevel.BACHELOR, (), credits_base, credits_full)


def plan_with(*routes, policy=None):
    return Plan(
        policy=policy or PlanPolicy(Equivalence.COMBINATION),
        duties=(),
        education=PlanEducation(routes, "why") if routes else None,
        experience=(WORK,),
        criteria=(),
    )


amounts = st.integers(0, 9_000).map(Amount.exactly)
routes = st.builds(route, st.integers(1, 120), st.integers(0, 60))


@given(asked=st.lists(routes, min_size=1, max_size=4), worked=amounts, studied=amounts)
def test_several_routes_are_the_best_of_each_alone(asked, worked, studied):
    together = [
        combine(rule, [worked], studied)
        for rule in qualifications.rules_for(plan_with(*asked), WORK)
    ]
    alone = [
        combine(rule, [worked], studied)
        for one in asked
        for rule in qualifications.rules_for(plan_with(one), WORK)
    ]

    best = together[qualifications.best(together)]
    assert best.low == max(terms.low for terms in alone)


@given(asked=st.lists(routes, min_size=2, max_size=4), data=st.data(), studied=amounts)
def test_the_order_of_routes_and_a_route_twice_change_no_result(asked, data, studied):
    def best_of(given_routes):
        found = [
            combine(rule, [Amount.exactly(300)], studied)
            for rule in qualifications.rules_for(plan_with(*given_routes), WORK)
        ]
        return found[qualifications.best(found)].low

    shuffled = data.draw(st.permutations(asked))
    assert best_of(shuffled) == best_of(asked) == best_of([*asked, asked[0]])


def test_where_nothing_is_known_the_open_route_is_the_better_one():
    rules = qualifications.rules_for(plan_with(route(60), route(30)), WORK)
    known = combine(rules[0], [Amount.exactly(0)], Amount.exactly(0))
    open_ = combine(rules[1], [Amount.exactly(0)], UNKNOWN)

    assert qualifications.best([known, open_]) == 1


@pytest.mark.parametrize(
    ("policy", "months", "credit", "sentence", "state"),
    [
        (
            PlanPolicy(Equivalence.COMBINATION),
            "6",
            "90",
            "6 of 12 months (50 %) + 30 of 60 credits (50 %) = 100 %",
            "met",
        ),
        (
            PlanPolicy(Equivalence.COMBINATION),
            "11.99",
            "60",
            "11.99 of 12 months (99.9 %) + 0 of 60 credits (0 %) = 99.9 %",
            "not",
        ),
        (
            PlanPolicy(Equivalence.COMBINATION, cap_experience=50),
            "12",
            "60",
            "12 of 12 months (50 %) + 0 of 60 credits (0 %) = 50 %",
            "not",
        ),
        (
            PlanPolicy(Equivalence.EITHER),
            "6",
            "120",
            "6 of 12 months (50 %) or 60 of 60 credits (100 %) = 100 %",
            "met",
        ),
        (
            PlanPolicy(Equivalence.YEAR_FOR_YEAR),
            "18",
            "105",
            "18 of 36 months (50 %) + 45 of 90 credits (50 %) = 100 %",
            "met",
        ),
    ],
)
def test_an_example_prints_every_term(policy, months, credit, sentence, state):
    plan = plan_with(route(60, 60), policy=policy)

    (example,) = qualifications.try_out(plan, {1: Decimal(months)}, Decimal(credit))

    assert (example.sentence, example.state) == (sentence, state)


def test_of_several_routes_the_one_that_counts_is_named():
    diploma = PlanRoute(EducationLevel.SHORT_CYCLE, (), 0, 30)

    (example,) = qualifications.try_out(
        plan_with(route(60), diploma), {1: Decimal(0)}, Decimal(15)
    )

    study = example.rows[1]
    assert study.label == "Study: Higher diploma or associate degree"
    assert (study.terms, study.result) == ("15 of 30 credits", "50 %")


def test_a_range_is_printed_from_its_lower_end_and_says_so():
    rule = Rule(Equivalence.COMBINATION, months=(12,), full_credits=60)

    printed = qualifications.printed(combine(rule, [Amount.exactly(600)], UNKNOWN))

    assert printed.total.label == "Together, at least"
    assert printed.total.result == "50 %"
    assert printed.conclusion == "What is not known yet decides."


def test_what_a_cap_cuts_is_said():
    rule = Rule(
        Equivalence.COMBINATION, months=(12,), full_credits=60, cap_experience=40
    )

    printed = qualifications.printed(
        combine(rule, [Amount.exactly(1_200)], Amount.exactly(0))
    )

    assert printed.rows[0].note == "40 % counts at most"
    assert printed.rows[0].result == "40 %"


def test_a_policy_is_shown_on_five_people():
    rows = qualifications.table_for(PlanPolicy(Equivalence.BOTH))

    assert [(row.months, row.credits) for row in rows] == list(
        qualifications.SAMPLE_PEOPLE
    )
    assert [row.state for row in rows] == ["not", "not", "not", "met", "not"]


OLD = {
    "equivalence": "EITHER",
    "duties": [],
    "education": {
        "level": 6,
        "fields": ["accounting", "payroll"],
        "credits_base": 60,
        "credits_full": 60,
        "reason": "Ledgers follow rules.",
    },
    "experience": [
        {
            "id": 1,
            "kind_of_work": "Payroll",
            "months": 12,
            "headroom": 24,
            "education_counts": True,
            "duties": [1],
        }
    ],
    "criteria": [
        {
            "id": 5,
            "order": 1,
            "kind": "QUALIFICATION",
            "title": "Payroll",
            "essential": True,
            "weight": 100,
            "duties": [1],
            "experience": 1,
            "anchor_none": "",
            "anchor_meets": "",
            "anchor_best": "",
        }
    ],
}


def test_a_plan_frozen_in_the_first_format_reads_as_it_was():
    plan = Plan.from_json(OLD)

    assert plan.policy == PlanPolicy(Equivalence.EITHER)
    assert plan.education == PlanEducation(
        (
            PlanRoute(
                EducationLevel.BACHELOR,
                (PlanField("accounting"), PlanField("payroll")),
                60,
                60,
            ),
        ),
        "Ledgers follow rules.",
    )
    assert plan.requirements == ()
    (rule,) = qualifications.rules_for(plan, plan.experience[0])
    terms = combine(rule, [Amount.exactly(600)], Amount.exactly(12_000))
    assert (terms.low, rule.cap_experience) == (Fraction(1), 100)
    assert Plan.from_json(plan.to_json()) == plan
