from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.advice import (
    EVIDENCE,
    Rule,
    Severity,
    Stage,
    Strength,
    advice_of,
    composite,
)
from positions.criteria import CriterionKind
from tests.positions import planning
from tests.positions.planning import criterion, experience, plan

K = CriterionKind
BEFORE, AFTER = Stage.BEFORE, Stage.AFTER

SAMPLE = criterion(90, K.WORK_SAMPLE, 40, 20)
INTERVIEW = criterion(91, K.INTERVIEW, 0, 35)
YEARS = criterion(1, K.QUALIFICATION, essential=True, experience=1)


def told(*criteria, **fields):
    """Advice in short: rule, severity, stage, weight, criterion."""
    return [
        (one.rule, one.severity, one.stage, one.weight, one.criterion)
        for one in advice_of(plan(*criteria, **fields))
    ]


def years(weight, final=0, **fields):
    return replace(YEARS, weight=weight, final_weight=final, **fields)


GOLDEN = {
    "ten is enough for years": ((years(10), SAMPLE), []),
    "eleven warns": (
        (years(11), SAMPLE),
        [(Rule.YEARS, Severity.WARN, BEFORE, 11, 1)],
    ),
    "twenty warns": (
        (years(20), SAMPLE),
        [(Rule.YEARS, Severity.WARN, BEFORE, 20, 1)],
    ),
    "twenty-one asks for a reason": (
        (years(21), SAMPLE),
        [(Rule.YEARS, Severity.REASON, BEFORE, 21, 1)],
    ),
    "a reason settles it, and it still warns": (
        (years(21, reason="The law asks for three years."), SAMPLE),
        [(Rule.YEARS, Severity.WARN, BEFORE, 21, 1)],
    ),
    "blanks are no reason": (
        (years(21, reason="  "), SAMPLE),
        [(Rule.YEARS, Severity.REASON, BEFORE, 21, 1)],
    ),
    "several qualifications count together, at the heaviest": (
        (
            years(10),
            criterion(2, K.QUALIFICATION, 12, essential=True, experience=2),
            SAMPLE,
        ),
        [(Rule.YEARS, Severity.REASON, BEFORE, 22, 2)],
    ),
    "years after interviews": (
        (years(5, 30), SAMPLE, INTERVIEW),
        [(Rule.YEARS, Severity.REASON, AFTER, 30, 1)],
    ),
    "weights after interviews do not count without a late method": (
        (years(5, 30), SAMPLE),
        [],
    ),
    "an unstructured interview is capped": (
        (criterion(1, K.CONVERSATION, 0, 11), SAMPLE),
        [(Rule.CONVERSATION, Severity.BLOCK, AFTER, 11, 1)],
    ),
    "ten for an unstructured interview": (
        (criterion(1, K.CONVERSATION, 0, 10), SAMPLE),
        [],
    ),
    "one of fifty": ((criterion(1, K.DUTY, 50), SAMPLE), []),
    "one above fifty": (
        (criterion(1, K.DUTY, 51), SAMPLE),
        [(Rule.ONE_WEIGHS_MOST, Severity.BLOCK, BEFORE, 51, 1)],
    ),
    "no strong method": (
        (criterion(1, K.DUTY, 50), criterion(2, K.DUTY, 50)),
        [(Rule.NO_STRONG_METHOD, Severity.REASON, None, 0, None)],
    ),
    "a strong method that weighs nothing is none": (
        (criterion(1, K.DUTY, 50), criterion(2, K.WORK_SAMPLE)),
        [(Rule.NO_STRONG_METHOD, Severity.REASON, None, 0, None)],
    ),
    "demo situations": (
        (criterion(1, K.SCREENING, 11), SAMPLE),
        [(Rule.DEMO_SCENARIOS, Severity.BLOCK, BEFORE, 11, 1)],
    ),
    "work values": (
        (criterion(1, K.VALUE, 0, 15), SAMPLE),
        [(Rule.VALUES, Severity.WARN, AFTER, 15, 1)],
    ),
    "references": (
        (criterion(1, K.REFERENCE, 0, 15), SAMPLE),
        [(Rule.REFERENCES, Severity.WARN, AFTER, 15, 1)],
    ),
    "education that nothing makes up for": (
        (years(5, experience=None), SAMPLE),
        [(Rule.EDUCATION_ALONE, Severity.HINT, None, 0, 1)],
    ),
    "a minimum that is no minimum": (
        (years(5, essential=False), SAMPLE),
        [(Rule.NOT_ESSENTIAL, Severity.HINT, None, 0, 1)],
    ),
    "the template of the final stage": (
        (
            INTERVIEW,
            criterion(2, K.WORK_SAMPLE, 40, 25),
            criterion(3, K.SCREENING, 10, 10),
            criterion(4, K.REFERENCE, 0, 10),
            criterion(5, K.DUTY, 45, 10),
            criterion(6, K.VALUE, 0, 5),
            years(5, 5),
        ),
        [],
    ),
}


@pytest.mark.parametrize(("criteria", "expected"), GOLDEN.values(), ids=GOLDEN)
def test_the_advice_follows_the_rules(criteria, expected):
    assert told(*criteria) == expected


def test_a_plan_without_a_strong_method_may_say_why():
    weak = criterion(1, K.DUTY, 50)

    (advice,) = advice_of(plan(weak, reason="Nobody can be interviewed at sea."))

    assert (advice.rule, advice.severity) == (Rule.NO_STRONG_METHOD, Severity.WARN)


def test_an_empty_plan_gets_no_advice():
    assert advice_of(plan()) == ()


def test_months_beyond_the_headroom_are_named():
    found = told(years(5), SAMPLE, experience=(experience(1, headroom=36),))

    assert found == [(Rule.HEADROOM, Severity.HINT, None, 36, 1)]


@given(planning.plans, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_advice(given_plan, random):
    mixed = list(given_plan.criteria)
    random.shuffle(mixed)

    assert advice_of(replace(given_plan, criteria=tuple(mixed))) == advice_of(
        given_plan
    )


@given(planning.plans)
def test_a_written_reason_never_adds_a_gate(given_plan):
    explained = replace(
        given_plan,
        reason="Said.",
        criteria=tuple(replace(one, reason="Said.") for one in given_plan.criteria),
    )

    gates = [one for one in advice_of(explained) if one.severity <= Severity.REASON]

    assert all(one.severity is Severity.BLOCK for one in gates)
    before = [one for one in advice_of(given_plan) if one.severity is Severity.BLOCK]
    assert gates == before


def test_every_kind_has_its_evidence_and_measures_name_a_source():
    assert set(EVIDENCE) == set(CriterionKind)
    for evidence in EVIDENCE.values():
        assert bool(evidence.source) == (evidence.strength is not Strength.CONDITION)


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ((0.42, 0.33, 0.26, 0.07), 0.496),
        ((1, 1, 1, 0), 0.493),
        ((40, 30, 20, 10), 0.4915),
        ((25, 25, 25, 25), 0.427),
        ((25, 25, 10, 40), 0.366),
        ((15, 15, 10, 60), 0.2475),
        ((0, 0, 0, 1), 0.070),
    ],
)
def test_weight_on_years_costs_what_the_table_says(weights, expected):
    assert composite(weights) == pytest.approx(expected, abs=0.0005)
