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


YEAR_FOR_YEAR = Rule(Equivalence.YEAR_FOR_YEAR, months=(12,), full_credits=120)


@pytest.mark.parametrize(
    ("worked", "credits_", "standing"),
    [
        (12, 120, Standing.QUALIFIED),  # as it is asked for
        (60, 0, Standing.QUALIFIED),  # four years of work for the degree
        (0, 150, Standing.QUALIFIED),  # a year of study for the year of work
        (36, 60, Standing.QUALIFIED),  # half of the degree, two years in its place
        (35, 60, Standing.NOT_QUALIFIED),
        (36, 57.5, Standing.NOT_QUALIFIED),
        (59.99, 0, Standing.BORDERLINE),
    ],
)
def test_year_for_year_one_makes_up_for_the_other(worked, credits_, standing):
    terms = combine(YEAR_FOR_YEAR, [months(worked)], months(credits_))

    assert terms.standing is standing


def test_year_for_year_two_and_a_half_credits_are_a_month():
    by_study = combine(YEAR_FOR_YEAR, [months(24)], months(62.5))
    by_work = combine(YEAR_FOR_YEAR, [months(25)], months(60))

    assert by_study.low == by_work.low == Fraction(25 + 24, 60)


def test_year_for_year_a_hundred_and_twenty_credits_are_a_degree():
    asked = Rule(Equivalence.YEAR_FOR_YEAR, full_credits=120)
    degree = Amount.of_level(EducationLevel.BACHELOR)

    assert combine(asked, [], degree).low == 1
    assert combine(asked, [], months(119.99)).standing is Standing.BORDERLINE


def test_year_for_year_counts_in_the_credits_of_the_country():
    ects = Rule(
        Equivalence.YEAR_FOR_YEAR, months=(12,), full_credits=180, credits_per_year=60
    )

    assert combine(ects, [months(48)], UNKNOWN).low == 1  # three years and one


@pytest.mark.parametrize(
    ("caps", "worked", "credits_", "total"),
    [
        ((50, 100), 24, 90, "1"),  # half by work at most, and half of the study
        ((50, 100), 24, 60, "1/2"),
        ((100, 25), 9, 120, "1"),
        ((100, 25), 8, 120, "11/12"),
        ((50, 50), 24, 240, "1"),
        ((40, 40), 24, 240, "4/5"),  # caps that leave a gap let nobody through
    ],
)
def test_a_cap_is_the_most_one_side_may_bring(caps, worked, credits_, total):
    experience, education = caps
    asked = Rule(
        Equivalence.COMBINATION,
        months=(12,),
        base_credits=60,
        full_credits=60,
        cap_experience=experience,
        cap_education=education,
    )

    assert combine(asked, [months(worked)], months(credits_)).low == Fraction(total)


@pytest.mark.parametrize("worked", [11.88, 11.99, 11.9999])
def test_nearly_all_is_borderline_and_is_never_rounded_up(worked):
    nearly = Amount.exactly(int(worked * 100))

    assert combine(GS5, [nearly], months(60)).standing is Standing.BORDERLINE


def test_less_than_nearly_all_is_not_borderline():
    assert combine(GS5, [months(11.87)], months(0)).standing is Standing.NOT_QUALIFIED


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


caps = st.integers(1, 100)


@st.composite
def ranges(draw):
    low = draw(amounts)
    return Amount(low, draw(st.none() | st.integers(low, 12_000)))


def rule_of(kind, experience=100, education=100, work=(12, 24)):
    return Rule(
        kind,
        months=work,
        base_credits=30,
        full_credits=60,
        cap_experience=experience,
        cap_education=education,
    )


@given(
    kind=st.sampled_from(Equivalence),
    experience=caps,
    education=caps,
    worked=st.tuples(ranges(), ranges()),
    studied=ranges(),
)
def test_a_cap_never_raises(kind, experience, education, worked, studied):
    free = combine(rule_of(kind), worked, studied)
    capped = combine(rule_of(kind, experience, education), worked, studied)

    assert capped.low <= free.low
    if free.high is not None:
        assert capped.high is not None
        assert capped.high <= free.high


@given(worked=ranges(), studied=ranges())
def test_caps_of_a_hundred_are_no_caps(worked, studied):
    asked = rule_of(Equivalence.COMBINATION, work=(12,))
    terms = combine(asked, [worked], studied)

    assert terms.low == Fraction(worked.low, 1200) + Fraction(
        max(0, studied.low - 3000), 6000
    )


@given(
    kind=st.sampled_from(Equivalence),
    worked=st.lists(ranges(), min_size=2, max_size=2),
    studied=ranges(),
)
def test_the_order_of_kinds_of_work_does_not_matter(kind, worked, studied):
    one = combine(rule_of(kind), worked, studied)
    other = combine(rule_of(kind, work=(24, 12)), worked[::-1], studied)

    assert (one.low, one.high, one.standing) == (other.low, other.high, other.standing)


@given(kind=st.sampled_from(Equivalence), worked=ranges(), studied=ranges())
def test_the_same_kind_of_work_asked_for_twice_asks_for_no_more(kind, worked, studied):
    once = combine(rule_of(kind, work=(12,)), [worked], studied)
    twice = combine(rule_of(kind, work=(12, 12)), [worked, worked], studied)

    assert (once.low, once.high) == (twice.low, twice.high)


@given(
    kind=st.sampled_from(Equivalence),
    experience=caps,
    education=caps,
    worked=ranges(),
    studied=ranges(),
    more=amounts,
)
def test_more_never_lowers_whatever_the_caps(
    kind, experience, education, worked, studied, more
):
    asked = rule_of(kind, experience, education, work=(12,))
    grown = Amount(
        worked.low + more, None if worked.high is None else worked.high + more
    )

    less = combine(asked, [worked], studied)
    greater = combine(asked, [grown], studied)

    assert greater.low >= less.low
    assert greater.high is None or (less.high is not None and greater.high >= less.high)
