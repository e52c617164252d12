import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from screening.engine.sjt import (
    MINIMUM_ANSWERED,
    Unscorable,
    best_worst,
    pick_one,
    profile_score,
    same_side_score,
)
from screening.instruments.public_demo import FORMS

DEMO = FORMS[0]  # 32 replies
KEY = [6.2, 2.1, 4.8, 1.5, 5.9, 3.0, 1.8, 6.5]


@pytest.mark.parametrize(
    ("ratings", "distance", "parts", "r", "value"),
    [
        ([7, 3, 5, 1, 6, 4, 2, 7], 0.38, (0.16, 0.0219, 0.1981), 0.9763, 98.81),
        ([5, 3, 4, 3, 5, 4, 3, 5], 1.33, (0.0006, 1.2179, 0.1115), 0.9673, 98.37),
        ([1, 6, 3, 7, 2, 5, 6, 1], 17.855, None, -0.9946, 0.27),
    ],
)
def test_golden_profiles(ratings, distance, parts, r, value):
    found = profile_score(ratings, KEY)

    assert found.value == pytest.approx(value, abs=0.005)
    assert found.reason is None
    assert found.correlation == pytest.approx(r, abs=5e-5)
    assert found.distance == pytest.approx(distance, abs=5e-5)
    if parts:
        assert (found.elevation, found.scatter, found.shape) == pytest.approx(
            parts, abs=5e-5
        )


def test_straight_lining_is_not_scorable():
    found = profile_score([4] * 8, KEY)

    assert found.value is None
    assert found.reason is Unscorable.STRAIGHT_LINE
    assert found.distance == pytest.approx(3.88)


def test_fewer_than_twenty_ratings_are_not_scorable():
    key = list(DEMO.means)
    ratings: list[int | None] = [None] * len(key)
    ratings[:19] = [1, 7] * 9 + [1]

    found = profile_score(ratings, key, minimum=MINIMUM_ANSWERED)

    assert (found.value, found.reason) == (None, Unscorable.TOO_FEW)
    assert found.answered == 19


@pytest.mark.parametrize("wrong", [[0] * 8, [8] * 8, [1] * 7])
def test_answers_that_do_not_belong_to_the_key_are_not_scorable(wrong):
    found = profile_score(wrong, KEY)

    assert (found.value, found.reason) == (None, Unscorable.MALFORMED)


rating_lists = st.lists(st.integers(1, 7), min_size=32, max_size=32)


@given(ratings=rating_lists)
def test_the_distance_is_the_sum_of_its_parts(ratings):
    found = profile_score(ratings, DEMO.means)
    parts = [found.elevation, found.scatter, found.shape]

    assert found.distance == pytest.approx(
        sum(part for part in parts if part is not None), abs=1e-9
    )
    assert found.value is None or 0 <= found.value <= 100


@given(ratings=st.lists(st.integers(2, 4), min_size=32, max_size=32))
def test_rating_everything_higher_or_farther_apart_changes_nothing(ratings):
    assume(len(set(ratings)) > 1)
    plain = profile_score(ratings, DEMO.means)

    higher = profile_score([one + 3 for one in ratings], DEMO.means)
    apart = profile_score([2 * one - 1 for one in ratings], DEMO.means)

    assert higher.value == pytest.approx(plain.value, abs=1e-9)
    assert apart.value == pytest.approx(plain.value, abs=1e-9)


@given(ratings=rating_lists)
def test_the_dimensions_average_to_the_whole(ratings):
    parts = [str(place % 4) for place in range(32)]
    found = profile_score(ratings, DEMO.means[:32], parts=parts)
    assume(found.reason is None)
    assume(all(one > 0 for one in found.parts.values()))

    assert math.fsum(found.parts.values()) / 4 == pytest.approx(found.value, abs=1e-9)


def test_a_dimension_of_few_replies_has_no_score_of_its_own():
    found = profile_score([7, 3, 5, 1, 6, 4, 2, 7], KEY, parts=["a"] * 5 + ["b"] * 3)

    assert list(found.parts) == ["a"]


@pytest.mark.parametrize(
    ("best", "worst", "points"),
    [
        ("a", "d", 2),
        ("a", "b", 1),
        ("b", "d", 1),
        ("b", "c", 0),
        ("d", "b", -1),
        ("d", "a", -2),
    ],
)
def test_golden_best_and_worst(best, worst, points):
    found = best_worst([(best, worst)], [({"a"}, {"d"})])

    assert found.points == (points,)
    assert found.value == 25 * (points + 2)


def test_best_and_worst_over_scenarios_leaves_open_ones_out():
    key = [({"a"}, {"d"}), ({"a", "b"}, {"c"}), ({"a"}, {"b"})]

    found = best_worst([("a", "d"), ("b", "d"), None], key)

    assert list(found.points) == [2, 1, None]
    assert found.value == pytest.approx(87.5)
    assert found.answered == 2


def test_no_pick_and_a_key_of_another_length_give_no_score():
    key = [({"a"}, {"d"})]

    assert best_worst([None], key).reason is Unscorable.TOO_FEW
    assert best_worst([("a", "b")] * 2, key).reason is Unscorable.MALFORMED


def test_one_pick_counts_by_how_effective_experts_found_it():
    key = [{"a": 6.0, "b": 2.0, "c": 4.0}, {"a": 3.0, "b": 5.0}, {"a": 4.0, "b": 4.0}]

    found = pick_one(["c", "b", "a"], key)

    assert found.points == (0.5, 1.0, None)
    assert found.value == 75
    assert pick_one(["z", "b", "a"], key).reason is Unscorable.MALFORMED
    assert pick_one([None, None, "a"], key).reason is Unscorable.TOO_FEW


def test_sides_count_and_the_middle_takes_none():
    found = same_side_score([7, 1, 4, 2, 5], [6.2, 4.8, 5.0, 4.0, 6.0])

    assert found.points == (1.0, 0.0, 0.0, None, 1.0)
    assert found.value == 50
