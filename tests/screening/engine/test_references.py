"""References: who saw more counts more, and two with a supervisor are needed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.engine.references import INSUFFICIENT, Report, score

SIDES = ["RELIABILITY", "TEAMWORK", "SERVICE"]


def report(*ratings, supervisor=True, senior=False, months=24, sides=SIDES):
    return Report(supervisor, senior, months, dict.fromkeys(sides, ratings))


@pytest.mark.parametrize(
    ("supervisor", "senior", "months", "factor"),
    [
        (True, False, 6, 1.0),
        (True, False, 5, 0.75),
        (False, True, 100, 0.75),
        (False, False, 100, 0.5),
    ],
)
def test_who_saw_more_counts_more(supervisor, senior, months, factor):
    assert Report(supervisor, senior, months, {}).factor == factor


def test_a_side_is_the_weighted_mean_of_means():
    # (1.0 * 4 + .5 * 5) / 1.5 = 4.3333 -> 25 * 3.3333
    found = score([report(3, 4, 5), report(5, supervisor=False)], SIDES)

    assert found["TEAMWORK"].value == 8_333
    assert found[""].value == 8_333
    assert (found[""].count, found["TEAMWORK"].count) == (2, 2)
    assert 0 < found[""].error < found["TEAMWORK"].error


@pytest.mark.parametrize(
    "reports",
    [
        [],
        [report(5, 5, 5)],
        [report(5, supervisor=False), report(5, supervisor=False, senior=True)],
        [report(5), report()],
    ],
)
def test_too_little_is_said_and_never_a_number(reports):
    found = score(reports, SIDES)

    assert found[""].value is None
    assert found[""].reason == INSUFFICIENT


def test_a_side_that_nobody_saw_leaves_the_others_standing():
    seen = ["RELIABILITY", "TEAMWORK"]
    found = score([report(4, sides=seen), report(5, sides=seen)], SIDES)

    assert found["SERVICE"].reason == INSUFFICIENT
    assert found["TEAMWORK"].value == 8_750
    assert found[""].value is None


@given(
    ratings=st.lists(
        st.lists(st.integers(1, 5), min_size=1, max_size=3), min_size=2, max_size=5
    )
)
def test_points_stay_on_the_scale_and_order_does_not_matter(ratings):
    reports = [report(*one) for one in ratings]

    found = score(reports, SIDES)

    assert found[""].value is not None
    assert 0 <= found[""].value <= 10_000
    assert score(reports[::-1], SIDES)[""].value == pytest.approx(
        found[""].value, abs=1
    )
