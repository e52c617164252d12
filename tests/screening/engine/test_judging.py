from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.criteria import Answer, Equivalence
from positions.equivalence import UNKNOWN, Amount, Rule, combine
from screening.engine.judging import (
    _anchored,
    _hundredths,
    judge_answer,
    judge_by_person,
    judge_duty,
    judge_level,
    judge_measured,
    judge_qualification,
)
from screening.engine.values import Measured, Source, Verdict

strengths = st.integers(0, 10_000)
RULE = Rule(Equivalence.COMBINATION, months=(24,), base_credits=60, full_credits=60)


@pytest.mark.parametrize(
    ("strength", "claimed", "verdict", "low", "high", "source"),
    [
        (None, None, Verdict.UNKNOWN, 0, 10_000, Source.NONE),
        (0, None, Verdict.UNKNOWN, 0, 1_500, Source.INFERRED),
        (4_999, None, Verdict.UNKNOWN, 3_499, 6_499, Source.INFERRED),
        (5_000, None, Verdict.MET, 3_500, 6_500, Source.INFERRED),
        (None, True, Verdict.MET, 2_500, 7_500, Source.CLAIMED),
        (9_000, True, Verdict.MET, 7_500, 10_000, Source.CLAIMED),
        (1_000, False, Verdict.NOT_MET, 0, 2_500, Source.CLAIMED),
        (None, False, Verdict.NOT_MET, 0, 5_000, Source.CLAIMED),
        (6_000, False, Verdict.MET, 4_500, 7_500, Source.INFERRED),
    ],
)
def test_duties(strength, claimed, verdict, low, high, source):
    found = judge_duty("d", strength, claimed=claimed)

    assert (found.verdict, found.low, found.high) == (verdict, low, high)
    assert found.source is source


@given(one=strengths, other=strengths, claimed=st.sampled_from([True, False, None]))
def test_more_evidence_of_a_duty_never_lowers_its_score(one, other, claimed):
    less, more = sorted([one, other])

    weaker = judge_duty("d", less, claimed=claimed)
    stronger = judge_duty("d", more, claimed=claimed)

    assert weaker.low <= stronger.low
    assert weaker.high <= stronger.high


@given(strength=st.none() | strengths)
def test_a_text_alone_never_disproves(strength):
    assert judge_duty("d", strength).verdict is not Verdict.NOT_MET


@given(strength=st.none() | strengths)
def test_a_tick_never_lowers(strength):
    plain = judge_duty("d", strength)
    ticked = judge_duty("d", strength, claimed=True)

    assert ticked.low >= plain.low
    assert ticked.verdict is Verdict.MET


@pytest.mark.parametrize(
    ("worked", "units", "score", "verdict"),
    [
        (0, 0, 0, Verdict.NOT_MET),
        (12, 60, 2_500, Verdict.NOT_MET),
        (12, 90, 5_000, Verdict.MET),
        (24, 60, 5_000, Verdict.MET),
        (36, 60, 7_500, Verdict.MET),
        (48, 60, 10_000, Verdict.MET),
        (240, 60, 10_000, Verdict.MET),
    ],
)
def test_qualification_meets_at_fifty_and_stops_at_the_headroom(
    worked, units, score, verdict
):
    terms = combine(RULE, [Amount.exactly(worked * 100)], Amount.exactly(units * 100))

    found = judge_qualification("q", terms, source=Source.CLAIMED, headroom_months=24)

    assert (found.low, found.high, found.verdict) == (score, score, verdict)


def test_a_qualification_out_of_a_text_is_open_upwards():
    terms = combine(RULE, [Amount.at_least(1200)], UNKNOWN)

    found = judge_qualification("q", terms, source=Source.INFERRED)

    assert (found.low, found.high) == (2_500, 10_000)
    assert found.verdict is Verdict.UNKNOWN
    assert found.facts["months_low"] == 1200


def test_even_exact_figures_out_of_a_text_do_not_disprove():
    terms = combine(RULE, [Amount.exactly(1200)], Amount.exactly(0))

    found = judge_qualification("q", terms, source=Source.INFERRED)

    assert (found.verdict, found.high) == (Verdict.UNKNOWN, 10_000)


def test_the_facts_print_the_arithmetic():
    terms = combine(RULE, [Amount.exactly(1200)], Amount.exactly(9000))

    facts = judge_qualification("q", terms, source=Source.CLAIMED).facts

    assert facts == {
        "equivalence": "COMBINATION",
        "standing": "QUALIFIED",
        "percent_low": 10_000,
        "percent_high": 10_000,
        "months_low": 1200,
        "months_high": 1200,
        "months_needed": 2400,
        "months_percent_low": 5_000,
        "months_kind": 0,
        "credits_low": 3000,
        "credits_high": 3000,
        "credits_needed": 6000,
        "credits_percent_low": 5_000,
    }


def test_an_assessment_that_was_not_taken_is_unknown():
    found = judge_measured("s", None)

    assert (found.verdict, found.low, found.high) == (Verdict.UNKNOWN, 0, 10_000)


def test_a_straight_line_is_unknown_with_its_reason():
    found = judge_measured("s", Measured(None, count=32, reason="STRAIGHT_LINE"))

    assert (found.verdict, found.low, found.high) == (Verdict.UNKNOWN, 0, 10_000)
    assert found.facts == {"answered": 32, "error": 0, "reason": "STRAIGHT_LINE"}


@pytest.mark.parametrize(
    ("value", "verdict"),
    [(9_600, Verdict.MET), (5_000, Verdict.MET), (4_999, Verdict.NOT_MET)],
)
def test_what_was_measured_is_a_point_with_its_error_beside_it(value, verdict):
    found = judge_measured("s", Measured(value, error=890, count=96))

    assert (found.verdict, found.low, found.high) == (verdict, value, value)
    assert found.source is Source.MEASURED
    assert found.facts["error"] == 890


@pytest.mark.parametrize(
    ("verdict", "score", "source"),
    [
        (Verdict.MET, 6_000, Source.VERIFIED),
        (Verdict.MET, 9_000, Source.CORRECTED),
        (Verdict.NOT_MET, 6_000, Source.CORRECTED),
    ],
)
def test_a_person_confirms_or_corrects_and_both_values_stay(verdict, score, source):
    before = judge_duty("d", 6_000)

    found = judge_by_person("d", before, verdict=verdict, score=score)

    assert (found.verdict, found.low, found.high) == (verdict, score, score)
    assert found.source is source
    assert found.facts["before_low"] == before.low
    assert found.facts["before_verdict"] == "MET"


@pytest.mark.parametrize(
    ("has", "asked", "top", "score", "verdict"),
    [
        (0, 1, 4, 0, Verdict.NOT_MET),
        (1, 1, 4, 5_000, Verdict.MET),
        (2, 1, 4, 7_500, Verdict.MET),
        (3, 1, 4, 10_000, Verdict.MET),
        (0, 2, 4, 0, Verdict.NOT_MET),
        (1, 2, 4, 2_500, Verdict.NOT_MET),
        (2, 2, 4, 5_000, Verdict.MET),
        (4, 2, 4, 10_000, Verdict.MET),
        (1, 3, 4, 0, Verdict.NOT_MET),
        (4, 3, 4, 10_000, Verdict.MET),  # the top of the scale comes first
        (4, 4, 4, 5_000, Verdict.MET),
        (3, 4, 4, 2_500, Verdict.NOT_MET),
        (5, 4, 6, 7_500, Verdict.MET),
        (6, 3, 6, 10_000, Verdict.MET),
    ],
)
def test_levels_are_judged_by_their_distance(has, asked, top, score, verdict):
    found = judge_level("k", has, asked=asked, top=top)

    assert (found.low, found.high) == (score, score)
    assert (found.verdict, found.source) == (verdict, Source.CLAIMED)


@given(
    asked=st.integers(1, 6),
    has=st.integers(0, 6),
    more=st.integers(0, 6),
    top=st.sampled_from([4, 6]),
)
def test_a_higher_level_never_lowers(asked, has, more, top):
    asked, has = min(asked, top), min(has, top)

    less = judge_level("k", has, asked=asked, top=top)
    greater = judge_level("k", min(has + more, top), asked=asked, top=top)

    assert greater.low >= less.low


@pytest.mark.parametrize(
    ("asked", "verdict", "low"),
    [(1, Verdict.MET, 5_000), (2, Verdict.UNKNOWN, 2_500), (3, Verdict.UNKNOWN, 0)],
)
def test_what_a_text_names_shows_the_lowest_level_and_disproves_nothing(
    asked, verdict, low
):
    found = judge_level("k", None, asked=asked, top=4, named=True)

    assert (found.verdict, found.low, found.high) == (verdict, low, 10_000)
    assert found.source is Source.INFERRED


def test_a_level_nobody_told_is_open_and_no_zero():
    found = judge_level("k", None, asked=2, top=4)

    assert (found.verdict, found.low, found.high) == (Verdict.UNKNOWN, 0, 10_000)
    assert found.source is Source.NONE


@pytest.mark.parametrize(
    ("answer", "ended_on", "named", "verdict", "low", "high", "source"),
    [
        (Answer.YES, "", False, Verdict.MET, 5_000, 5_000, Source.CLAIMED),
        (Answer.NO, "", True, Verdict.NOT_MET, 0, 0, Source.CLAIMED),
        (Answer.CANNOT_TELL, "", False, Verdict.UNKNOWN, 0, 10_000, Source.CLAIMED),
        (Answer.YES, "2026-05-31", False, Verdict.NOT_MET, 0, 0, Source.CLAIMED),
        (None, "", True, Verdict.MET, 3_500, 5_000, Source.INFERRED),
        (None, "", False, Verdict.UNKNOWN, 0, 10_000, Source.NONE),
    ],
)
def test_answers(answer, ended_on, named, verdict, low, high, source):
    found = judge_answer("k", answer, ended_on=ended_on, named=named)

    assert (found.verdict, found.low, found.high) == (verdict, low, high)
    assert (found.source, found.facts["ended_on"]) == (source, ended_on or None)


shares = st.fractions(min_value=0, max_value=4, max_denominator=10_000)


@given(shares, st.fractions(min_value=0, max_value=3, max_denominator=100))
def test_whole_numbers_cut_shares_as_exact_fractions_do(share, beyond):
    if not beyond:
        expected = min(share, Fraction(1)) * 10_000
    elif share < 1:
        expected = 5_000 * share
    else:
        expected = 5_000 + 5_000 * min(Fraction(1), (share - 1) / beyond)

    assert _anchored(share, beyond) == int(expected)
    assert _hundredths(share) == int(min(share, Fraction(1)) * 10_000)
