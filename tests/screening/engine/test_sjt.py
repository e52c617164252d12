import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from screening.engine.sjt import Unscorable, profile_score
from screening.instruments.public_demo import DEMO

KEY = [6.2, 2.1, 4.8, 1.5, 5.9, 3.0, 1.8, 6.5]


@pytest.mark.parametrize(
    ("ratings", "distance", "parts", "r", "value"),
    [
        ([7, 3, 5, 1, 6, 4, 2, 7], 0.38, (0.16, 0.0219, 0.1981), 0.9763, 9881),
        ([5, 3, 4, 3, 5, 4, 3, 5], 1.33, (0.0006, 1.2179, 0.1115), 0.9673, 9837),
        ([1, 6, 3, 7, 2, 5, 6, 1], 17.855, None, -0.9946, 27),
    ],
)
def test_golden_profiles(ratings, distance, parts, r, value):
    found = profile_score(ratings, KEY, minimum=8)

    assert found.value == value
    assert found.reason is None
    assert found.correlation == pytest.approx(r, abs=5e-5)
    assert found.distance == pytest.approx(distance, abs=5e-5)
    if parts:
        assert (found.elevation, found.scatter, found.shape) == pytest.approx(
            parts, abs=5e-5
        )


def test_straight_lining_is_not_scorable():
    found = profile_score([4] * 8, KEY, minimum=8)

    assert found.value is None
    assert found.reason is Unscorable.STRAIGHT_LINE
    assert found.distance == pytest.approx(3.88)


def test_fewer_than_twenty_ratings_are_not_scorable():
    key = list(DEMO.means)
    ratings: list[int | None] = [None] * len(key)
    ratings[:19] = [1, 7] * 9 + [1]

    found = profile_score(ratings, key)

    assert (found.value, found.reason) == (None, Unscorable.TOO_FEW)
    assert found.answered == 19


@pytest.mark.parametrize("wrong", [[0] * 8, [8] * 8, [1] * 7])
def test_wrong_ratings_are_an_error(wrong):
    with pytest.raises(ValueError, match="rating"):
        profile_score(wrong, KEY)


rating_lists = st.lists(st.integers(1, 7), min_size=32, max_size=32)


@given(ratings=rating_lists)
def test_the_distance_is_the_sum_of_its_parts(ratings):
    found = profile_score(ratings, DEMO.means)
    parts = [found.elevation, found.scatter, found.shape]

    assert found.distance == pytest.approx(
        sum(part for part in parts if part is not None), abs=1e-9
    )
    assert found.value is None or 0 <= found.value <= 10_000


@given(ratings=st.lists(st.integers(2, 4), min_size=32, max_size=32))
def test_rating_everything_higher_or_farther_apart_changes_nothing(ratings):
    assume(len(set(ratings)) > 1)
    plain = profile_score(ratings, DEMO.means)

    higher = profile_score([one + 3 for one in ratings], DEMO.means)
    apart = profile_score([2 * one - 1 for one in ratings], DEMO.means)

    assert higher.value == pytest.approx(plain.value, abs=1)
    assert apart.value == pytest.approx(plain.value, abs=1)
