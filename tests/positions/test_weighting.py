import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.weighting import equal, in_proportion, rank_order_centroid, within


@given(
    parts=st.lists(st.integers(1, 100), min_size=1, max_size=12),
    total=st.integers(0, 100),
)
def test_proportional_shares_are_exact_and_fair(parts, total):
    shares = in_proportion(parts, total)

    assert sum(shares) == total
    for part, share in zip(parts, shares, strict=True):
        assert abs(share - part * total / sum(parts)) < 1


def test_ties_go_to_the_earlier_part():
    assert in_proportion([1, 1, 1], 100) == [34, 33, 33]
    assert in_proportion([], 100) == []


def test_equal_gives_what_is_left_to_the_earlier_ones():
    assert equal(3) == [34, 33, 33]


@pytest.mark.parametrize(
    ("count", "weights"),
    [
        (1, [100]),
        (3, [61, 28, 11]),
        (4, [52, 27, 15, 6]),
        (5, [46, 26, 15, 9, 4]),
    ],
)
def test_rank_order_centroid_meets_the_published_figures(count, weights):
    assert rank_order_centroid(count) == weights


@given(st.integers(1, 25))
def test_rank_order_centroid_adds_up_and_never_rises(count):
    weights = rank_order_centroid(count)

    assert sum(weights) == 100
    assert weights == sorted(weights, reverse=True)


@pytest.mark.parametrize(
    ("weights", "most", "expected"),
    [
        ([90], [50], [50]),
        ([72, 18], [50, 50], [50, 40]),
        ([25, 25, 25, 25], [10, 100, 100, 100], [10, 30, 30, 30]),
        ([61, 28, 11], [50, 50, 10], [50, 40, 10]),
        ([], [], []),
    ],
)
def test_what_a_limit_takes_off_goes_to_the_others(weights, most, expected):
    assert within(weights, most) == expected


@given(
    st.lists(st.tuples(st.integers(1, 100), st.integers(0, 100)), min_size=1).map(
        lambda rows: ([row[0] for row in rows], [row[1] for row in rows])
    )
)
def test_limits_are_kept_and_nothing_is_lost_while_there_is_room(rows):
    weights, most = rows

    shares = within(weights, most)

    assert all(share <= limit for share, limit in zip(shares, most, strict=True))
    assert sum(shares) == min(sum(weights), sum(most))
