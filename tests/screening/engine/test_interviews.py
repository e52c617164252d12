"""Interviews: the mean over raters of means over questions, from two raters on."""

from hypothesis import given
from hypothesis import strategies as st

from screening.engine.interviews import ONE_RATER, score


def test_each_rater_counts_once_however_many_answers_they_rated():
    # (3 + 5) / 2 = 4 -> 75
    found = score([{1: 2, 2: 4}, {1: 5}], [1, 2])

    assert (found.value, found.count) == (7_500, 2)
    assert found.error == 2_500  # SD 1.414 / sqrt(2) = 1 step


def test_raters_who_agree_leave_no_error_and_the_ends_are_the_ends():
    assert score([{1: 5}, {1: 5}], [1]).value == 10_000
    assert score([{1: 1}, {1: 1}], [1]).value == 0
    assert score([{1: 3}, {1: 3}], [1]).error == 0


def test_one_view_is_no_score():
    found = score([{1: 5}, {9: 4}], [1])

    assert (found.value, found.count, found.reason) == (None, 1, ONE_RATER)
    assert score([], [1]).value is None


@given(
    cards=st.lists(
        st.dictionaries(st.integers(1, 4), st.integers(1, 5)), min_size=0, max_size=5
    )
)
def test_points_stay_on_the_scale(cards):
    found = score(cards, [1, 2, 3])

    assert found.value is None or 0 <= found.value <= 10_000
    assert (found.value is None) == (found.count < 2)
