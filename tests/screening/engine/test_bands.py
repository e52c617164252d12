import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.criteria import CriterionKind
from screening.engine.bands import ErrorKind, letters, number, standard_error, width
from screening.engine.values import Criterion

RELIABILITIES = (0.70, 0.65, 0.65, 0.60, 0.80)
STAGE = [
    Criterion(str(weight), CriterionKind.DUTY, weight, reliability=reliability)
    for weight, reliability in zip(
        (3_500, 2_500, 2_000, 1_500, 500), RELIABILITIES, strict=True
    )
]
SINGLE = [Criterion("one", CriterionKind.DUTY, 10_000, reliability=0.8, spread=10)]


def test_standard_errors_of_measurement():
    assert standard_error(STAGE, ErrorKind.MEASUREMENT) == pytest.approx(4.30, abs=5e-3)
    assert standard_error(SINGLE, ErrorKind.MEASUREMENT) == pytest.approx(
        4.472, abs=5e-4
    )
    assert standard_error(SINGLE) == pytest.approx(4.0)


@pytest.mark.parametrize(
    ("confidence", "points"), [(1.96, 11.9), (1.65, 10.0), (1.0, 6.1)]
)
def test_widths_of_measurement(confidence, points):
    found = width(STAGE, confidence, ErrorKind.MEASUREMENT)

    assert found / 100 == pytest.approx(points, abs=0.05)


def test_the_default_is_the_error_of_estimate():
    assert width(SINGLE, 1.96) / 100 == pytest.approx(11.1, abs=0.05)
    assert width(STAGE) < width(STAGE, 1.0, ErrorKind.MEASUREMENT)


@pytest.mark.parametrize(
    ("score", "place"),
    [(9_000, 0), (8_500, 0), (8_499, 1), (7_999, 1), (7_998, 2), (0, 17)],
)
def test_fixed_bands_start_at_the_top(score, place):
    assert number(score, 9_000, 500) == place


@pytest.mark.parametrize(
    ("place", "name"), [(0, "A"), (1, "B"), (25, "Z"), (26, "AA"), (27, "AB")]
)
def test_after_z_comes_aa(place, name):
    assert letters(place) == name


@given(
    one=st.integers(0, 10_000),
    other=st.integers(0, 10_000),
    wide=st.integers(1, 3_000),
)
def test_a_higher_score_is_never_in_a_lower_band(one, other, wide):
    top, worse = max(one, other), min(one, other)

    assert number(top, top, wide) == 0
    assert number(top, top, wide) <= number(worse, top, wide)
    assert (number(worse, top, wide) == 0) == (top - worse <= wide)
