"""Keys out of experts' ratings: what is kept, what is dropped, and when there is none."""

from typing import Any

import pytest

from screening.engine import keys
from screening.engine.keys import Fault


def table(*columns):
    """Ratings by reply, turned into rows of raters."""
    return [list(row) for row in zip(*columns, strict=True)]


def test_a_reply_is_kept_where_experts_agree_that_it_is_good_or_bad():
    good, bad = [7, 6, 7, 6, 7, 6, 7, 6, 7, 6], [1, 2, 1, 2, 1, 2, 1, 2, 1, 2]
    torn, middle = [7, 1] * 5, [4, 4, 3, 5, 4, 4, 4, 3, 5, 4]

    found = keys.review(table(good, bad, torn, middle))

    assert found.raters == 10
    assert [one.fault if one else "none" for one in found.replies] == [
        None,
        None,
        Fault.SPREAD,
        Fault.MIDDLE,
    ]
    assert found.replies[0] is not None
    assert (found.replies[0].mean, found.replies[0].sd) == (6.5, 0.5)
    assert found.is_large_enough


def test_the_bounds_belong_to_the_middle_and_to_agreement():
    def fault(column):
        reply, _other = keys.review(table(column, [1] * len(column))).replies
        return reply.fault if reply else "none"

    assert fault([3, 4]) is Fault.MIDDLE  # 3.5
    assert fault([4, 5]) is Fault.MIDDLE  # 4.5
    assert fault([3, 3, 3, 4]) is None
    assert fault([7, 4]) is None  # SD 1.5


def test_a_panel_that_sees_things_alike_is_reliable_and_one_that_guesses_is_not():
    alike = [[6, 2, 5, 1, 7, 3], [7, 2, 5, 2, 6, 3], [6, 1, 6, 1, 7, 2]]
    guessing = [[6, 2, 5, 1, 7, 3], [1, 7, 2, 6, 2, 5], [4, 4, 1, 7, 3, 6]]

    assert keys.review(alike).is_reliable
    assert not keys.review(guessing).is_reliable


NOTHING: list[Any] = [[], [[]], [[None, None]], "x"]


@pytest.mark.parametrize("ratings", NOTHING)
def test_nothing_rated_is_no_panel(ratings):
    found = keys.review(ratings)

    assert found.raters == 0
    assert not found.is_reliable
    assert all(one is None for one in found.replies)


def test_an_expert_who_rated_nothing_does_not_count():
    rows: list[list[float | None]] = [[7, 1], [None, None], [6, 2]]

    assert keys.review(rows).raters == 2
