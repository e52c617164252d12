"""Rules over all duties of a position, each with the case just inside and outside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.clarity.values import DutyInput, Severity
from positions.clarity.whole import check_position

CLEAR = "Files incoming letters by date every morning, so that they are found at once."
VAGUE = "Responsible for letters"
REST = "Other duties as assigned"


def duty(share=20, essential=True, reason="It is the work.", **more):  # noqa: FBT002 -- a test's shorthand
    return DutyInput(more.pop("text", CLEAR), share, essential, reason, **more)


def whole(count=5):
    return [duty() for _ in range(count)]


def told(duties):
    """Return rule and category of what fails, hints apart."""
    return [
        (one.rule, one.category)
        for one in check_position(duties).findings
        if one.severity is not Severity.HINT
    ]


def test_five_clear_duties_that_fill_the_time_lack_nothing():
    check = check_position(whole())

    assert (check.score, check.findings) == (100, ())
    assert check.grade is not None


def test_without_duties_there_is_no_score():
    check = check_position([])

    assert (check.score, check.grade, check.duties) == (None, None, ())
    assert [one.rule for one in check.findings] == ["D8"]


@pytest.mark.parametrize(
    ("duties", "lacking"),
    [
        ([duty(34), duty(33), duty(33)], [("D8", "few")]),
        ([duty(25)] * 4, []),
        ([duty(20), *[duty(8)] * 10], []),
        ([duty(23), *[duty(7)] * 11], []),
        ([duty(22), *[duty(6)] * 13], [("D8", "many")]),
        ([duty(19)] * 5, [("D9", "flat")]),
        ([duty(20)] * 4 + [duty(14)], [("D9", "total")]),
        ([duty(21)] * 5, []),
        ([duty(21)] * 4 + [duty(22)], [("D9", "total")]),
        ([duty(24)] * 4 + [duty(4)], [("D9", "small")]),
        ([duty(20)] * 4 + [duty(None)], [("D9", "missing")]),
        ([duty(20)] * 4 + [duty(essential=None)], [("D10", "unmarked")]),
        (
            [duty(essential=False)] * 5,
            [("D10", "none"), ("D10", "marginal")],
        ),
        ([duty(35), duty(35), duty(10), duty(10), duty(10, essential=False)], []),
        (
            [duty(23), *[duty(23)] * 2, duty(31, essential=False)],
            [("D10", "marginal"), ("D8", "")][:1],
        ),
        ([duty(20)] * 4 + [duty(reason=" ")], [("D10", "reason")]),
        ([duty(20)] * 4 + [duty(linked=False)], [("D11", "")]),
        ([duty(20)] * 4 + [duty(essential=False, linked=False)], []),
        ([duty(19)] * 5 + [duty(5, essential=False, text=REST)], [("D9", "flat")]),
        ([duty(24)] * 4 + [duty(4, essential=False, text=REST)], []),
        ([duty(23)] * 4 + [duty(8, essential=False, text=REST)], [("D12", "share")]),
        ([duty(24)] * 4 + [duty(4, text=REST)], [("D12", "essential")]),
        (
            [duty(23)] * 4 + [duty(4, essential=False, text=REST)] * 2,
            [("D12", "twice")],
        ),
    ],
)
def test_each_rule_has_its_edge(duties, lacking):
    assert told(duties) == lacking


def test_the_score_is_the_mean_by_time_less_five_for_each_rule_that_fails():
    vague = check_position([duty(100, text=VAGUE)]).duties[0].score

    half = check_position([*[duty(20)] * 3, duty(40, text=VAGUE)])
    flawed = check_position([*[duty(20)] * 3, duty(40, essential=None, text=VAGUE)])

    assert half.score == round(0.6 * 100 + 0.4 * vague)
    assert flawed.score == half.score - 5


def test_the_line_for_the_rest_takes_nothing_from_the_score():
    rest = duty(4, essential=False, text=REST)

    assert check_position([*[duty(24)] * 4, rest]).score == 100


def test_long_words_in_long_sentences_are_told():
    hard = (
        "Administers comprehensive organisational documentation regarding"
        " intercompany reconciliation methodologies, so that international"
        " subsidiaries understand consolidated liabilities."
    )

    assert ("D13", "grade") in told([duty(20, text=hard)] * 5)


@given(
    st.lists(
        st.builds(
            DutyInput,
            st.sampled_from([CLEAR, VAGUE, REST, ""]) | st.text(max_size=40),
            st.none() | st.integers(0, 100),
            st.none() | st.booleans(),
            st.sampled_from(["", "Because."]),
            st.booleans(),
        ),
        max_size=15,
    )
)
def test_any_position_has_a_score_and_the_order_of_duties_does_not_matter(duties):
    check, turned = check_position(duties), check_position(duties[::-1])

    assert (check.score is None) == (not duties)
    assert check.score is None or 0 <= check.score <= 100
    assert len(check.duties) == len(duties)
    assert turned.score == check.score
    assert {one.category for one in turned.findings} == {
        one.category for one in check.findings
    }
