"""What other weights would have done: golden values and properties."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from screening.engine import sensitivity

# Interview, work sample, situations, examples, years: three applicants.
WEIGHTS = (0.35, 0.25, 0.20, 0.15, 0.05)
A = (84, 70, 62, 80, 100)
B = (90, 66, 58, 55, 40)
C = (70, 85, 75, 60, 20)
SCORES = np.array([A, B, C], dtype=float)

weightings = st.lists(st.integers(1, 100), min_size=2, max_size=6).map(
    lambda parts: [part / sum(parts) for part in parts]
)


@st.composite
def pools(draw):
    weights = draw(weightings)
    rows = draw(st.integers(1, 6))
    shape = (rows, len(weights))
    return weights, draw(arrays(np.float64, shape, elements=st.integers(0, 100)))


@pytest.mark.parametrize(
    ("criterion", "weight"), [(0, None), (1, 0.453), (2, 0.439), (3, None), (4, None)]
)
def test_crossover_weights_of_a_pair(criterion, weight):
    found = sensitivity.crossover(WEIGHTS, A, C, criterion)

    assert found == (weight if weight is None else pytest.approx(weight, abs=5e-4))


@given(pools())
def test_at_the_crossover_the_two_are_equal(pool):
    weights, scores = pool
    for criterion in range(len(weights)):
        found = sensitivity.crossover(weights, scores[0], scores[-1], criterion)
        if found is None:
            continue
        scale = (1 - found) / (1 - weights[criterion])
        moved = [weight * scale for weight in weights]
        moved[criterion] = found
        assert np.dot(moved, scores[0]) == pytest.approx(np.dot(moved, scores[-1]))


def test_a_criterion_that_is_all_there_is_has_no_crossover():
    assert sensitivity.crossover((1.0, 0.0), (1, 2), (2, 1), 0) is None


def test_who_is_first_of_three():
    shares = sensitivity.first_shares(WEIGHTS, SCORES)

    assert shares == pytest.approx([0.974, 0.0, 0.026], abs=0.004)


@given(pools())
def test_the_first_place_is_given_away_once(pool):
    weights, scores = pool

    shares = sensitivity.first_shares(weights, scores, draws=40)

    assert shares.sum() == pytest.approx(1)
    assert (shares >= 0).all()


def test_who_ties_for_the_first_place_shares_it():
    shares = sensitivity.first_shares(WEIGHTS, np.array([A, A, B, C], dtype=float))

    assert shares[0] == shares[1]
    assert shares.sum() == pytest.approx(1)


@given(pools())
def test_who_is_better_everywhere_is_always_first(pool):
    weights, scores = pool
    better = np.vstack([scores, scores.max(axis=0) + 1])

    assert sensitivity.first_shares(weights, better, draws=40)[-1] == 1


def test_the_same_is_drawn_again_and_no_weight_stays_none():
    weights = (0.6, 0.4, 0.0)
    scores = np.array([[50, 50, 0], [49, 49, 100]], dtype=float)

    once = sensitivity.first_shares(weights, scores)

    assert once.tolist() == [1.0, 0.0]
    assert once.tolist() == sensitivity.first_shares(weights, scores).tolist()


def test_totals_without_a_criterion():
    without_years = sensitivity.totals_without(WEIGHTS, SCORES, 4)

    assert without_years is not None
    # (76.30 - 5.00) / .95 and so on
    assert without_years.tolist() == [75.05, 71.42, 73.42]
    assert sensitivity.totals_without((1.0, 0.0), SCORES[:, :2], 0) is None


def test_how_many_stay_in_front():
    assert sensitivity.overlap([1, 2, 3], [2, 1, 4], 2) == 1
    assert sensitivity.overlap([1, 2, 3], [4, 5, 1], 3) == pytest.approx(1 / 3)
    assert sensitivity.overlap([1], [1], 0) is None
