"""After OPM: the examples that the agency's own announcements give, and their edges."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.criteria import EducationLevel, Equivalence
from positions.equivalence import (
    NOMINAL_CREDITS,
    UNKNOWN,
    Amount,
    Rule,
    Standing,
    combine,
)

GS5 = Rule(Equivalence.COMBINATION, months=(12,), base_credits=60, full_credits=60)


def months(number: float) -> Amount:
    return Amount.exactly(round(number * 100))


@pytest.mark.parametrize(
    ("worked", "credits_", "q_exp", "q_edu", "total", "standing"),
    [
        (6, 90, ".5", ".5", "1", Standing.QUALIFIED),
        (6, 75, ".5", ".25", ".75", Standing.NOT_QUALIFIED),
        (3, 105, ".25", ".75", "1", Standing.QUALIFIED),
        (12, 0, "1", "0", "1", Standing.QUALIFIED),
        (0, 120, "0", "1", "1", Standing.QUALIFIED),
        (11.99, 60, "1199/1200", "0", "1199/1200", Standing.BORDERLINE),
    ],
)
def test_combination_adds_shares(worked, credits_, q_exp, q_edu, total, standing):
    terms = combine(GS5, [months(worked)], months(credits_))

    assert terms.counted is not None
    assert terms.education is not None
    assert terms.counted.low == Fraction(q_exp)
    assert terms.education.low == Fraction(q_edu)
    assert (terms.low, terms.high) == (Fraction(total), Fraction(total))
    assert terms.standing is standing


def test_parts_are_summed_uncapped_and_shown_capped():
    terms = combine(GS5, [months(30)], months(150))

    assert terms.low == Fraction(30, 12) + Fraction(90, 60)
    assert terms.percent_low == 100
    assert terms.counted is not None
    assert terms.counted.percent_low == 100


def test_every_number_of_the_arithmetic_is_in_the_terms():
    terms = combine(GS5, [months(6)], months(90))

    assert terms.counted is not None
    assert terms.education is not None
    assert (terms.counted.amount.low, terms.counted.needed) == (600, 1200)
    assert (terms.education.amount.low, terms.education.needed) == (3000, 6000)
    assert terms.percent_low == 100


@pytest.mark.parametrize(
    ("rule", "worked", "credits_", "standing"),
    [
        (Equivalence.EITHER, 6, 90, Standing.NOT_QUALIFIED),
        (Equivalence.EITHER, 12, 0, Standing.QUALIFIED),
        (Equivalence.EITHER, 0, 120, Standing.QUALIFIED),
        (Equivalence.BOTH, 12, 60, Standing.NOT_QUALIFIED),
        (Equivalence.BOTH, 12, 120, Standing.QUALIFIED),
        (Equivalence.BOTH, 6, 400, Standing.NOT_QUALIFIED),
    ],
)
def test_either_and_both(rule, worked, credits_, standing):
    asked = Rule(rule, months=(12,), base_credits=60, full_credits=60)

    assert combine(asked, [months(worked)], months(credits_)).standing is standing


def test_unknown_education_is_open_not_zero():
    terms = combine(GS5, [months(6)], UNKNOWN)

    assert terms.low == Fraction(1, 2)
    assert terms.high is None
    assert terms.standing is Standing.UNKNOWN
    assert terms.percent_high == 100


def test_unknown_does_not_matter_where_the_rest_qualifies():
    assert combine(GS5, [months(12)], UNKNOWN).standing is Standing.QUALIFIED


def test_a_known_gap_decides_under_both_whatever_is_unknown():
    asked = Rule(Equivalence.BOTH, months=(12,), base_credits=60, full_credits=60)

    assert combine(asked, [months(6)], UNKNOWN).standing is Standing.NOT_QUALIFIED


def test_what_a_range_can_still_reach_is_open():
    terms = combine(GS5, [Amount(500, 700)], months(90))

    assert (terms.low, terms.high) == (Fraction(11, 12), Fraction(13, 12))
    assert terms.standing is Standing.UNKNOWN


def test_nothing_asked_for_is_met():
    assert combine(Rule(Equivalence.BOTH), [], UNKNOWN).standing is Standing.QUALIFIED


def test_of_several_kinds_of_work_the_weakest_counts():
    asked = Rule(Equivalence.COMBINATION, months=(12, 24))

    terms = combine(asked, [months(12), months(12)], UNKNOWN)

    assert terms.weakest == 1
    assert terms.low == terms.high == Fraction(1, 2)


def test_nominal_credits_count_thirty_to_a_year():
    assert NOMINAL_CREDITS[EducationLevel.BACHELOR] == 4 * 30
    assert set(NOMINAL_CREDITS) == set(EducationLevel)
    assert list(NOMINAL_CREDITS.values()) == sorted(NOMINAL_CREDITS.values())
    assert Amount.of_level(EducationLevel.SHORT_CYCLE) == months(60)


@pytest.mark.parametrize("wrong", [(-1, 5), (5, 4)])
def test_an_amount_is_a_range(wrong):
    with pytest.raises(ValueError, match="not a range"):
        Amount(*wrong)


def test_amounts_must_fit_the_rule():
    with pytest.raises(ValueError, match="1 amounts"):
        combine(GS5, [], UNKNOWN)


amounts = st.integers(0, 10_000)


@given(
    rule=st.sampled_from(Equivalence),
    worked=amounts,
    more=amounts,
    units=amounts,
    more_units=amounts,
)
def test_more_never_makes_it_worse(rule, worked, more, units, more_units):
    asked = Rule(rule, months=(12,), base_credits=60, full_credits=60)

    less = combine(asked, [Amount.exactly(worked)], Amount.exactly(units))
    greater = combine(
        asked, [Amount.exactly(worked + more)], Amount.exactly(units + more_units)
    )

    assert greater.low >= less.low
