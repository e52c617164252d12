"""Reliability: golden values, two packages as oracles, and what cannot be computed."""

import csv
from importlib import import_module

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.engine import items, reliability
from screening.engine.estimates import WhyNot
from tests.testdata import needed

ALPHA = [
    [4, 5, 4, 4],
    [3, 3, 2, 3],
    [5, 5, 5, 4],
    [2, 2, 3, 2],
    [4, 4, 4, 5],
    [1, 2, 2, 1],
    [3, 4, 3, 3],
    [5, 4, 5, 5],
]
SHROUT_FLEISS = [
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
]
N = None
KRIPPENDORFF_C: list[list[float | None]] = [
    [1, 1, N, 1],
    [2, 2, 3, 2],
    [3, 3, 3, 3],
    [3, 3, 3, 3],
    [2, 2, 2, 2],
    [1, 2, 3, 4],
    [4, 4, 4, 4],
    [1, 1, 2, 1],
    [2, 2, 2, 2],
    [N, 5, 5, 5],
    [N, N, 1, 1],
    [N, N, 3, N],
]
MATRICES = 200


def matrix(number, *, most=5, gaps=0.1):
    """One of the random tables: whole numbers, so with ties, and with gaps."""
    dice = np.random.default_rng(number)
    shape = (int(dice.integers(6, 40)), int(dice.integers(2, 8)))
    common = dice.normal(size=(shape[0], 1))
    table = np.clip(np.rint(common + dice.normal(size=shape) + 3), 1, most)
    table[dice.random(shape) < gaps] = np.nan
    return table


# ---- golden values ----


def test_golden_alpha():
    found = reliability.cronbach_alpha(ALPHA)

    assert found.value == pytest.approx(0.952809, abs=5e-7)
    assert found.reason is None


def test_golden_interval_of_feldt():
    low, high = reliability.feldt_interval(0.80, 50, 6)

    assert (round(low, 3), round(high, 3)) == (0.700, 0.875)


def test_golden_items():
    found = items.analyse(ALPHA)

    assert [round(one.item_total.value or 0, 4) for one in found] == [
        0.9698,
        0.8367,
        0.8616,
        0.8914,
    ]
    assert [round(one.alpha_without.value or 0, 4) for one in found] == [
        0.9113,
        0.9529,
        0.9460,
        0.9375,
    ]
    assert [one.item_total for one in found] == list(items.corrected_item_total(ALPHA))


def test_golden_error_of_measurement():
    total = np.asarray(ALPHA).sum(axis=1)
    alpha = reliability.cronbach_alpha(ALPHA).value or 0

    assert reliability.error_of_measurement(total.std(ddof=1), alpha) == pytest.approx(
        1.0607, abs=5e-5
    )


def test_golden_icc():
    found = reliability.icc(SHROUT_FLEISS)

    assert [
        round(one or 0, 4)
        for one in (
            found.icc1,
            found.icc2,
            found.icc3,
            found.icc1k,
            found.icc2k,
            found.icc3k,
        )
    ] == [0.1657, 0.2898, 0.7148, 0.4428, 0.6201, 0.9093]


@pytest.mark.parametrize(
    ("level", "value"),
    [("nominal", 0.7434), ("ordinal", 0.8154), ("interval", 0.8491), ("ratio", 0.7974)],
)
def test_golden_krippendorff(level, value):
    found = reliability.krippendorff_alpha(KRIPPENDORFF_C, level=level)

    assert found.value == pytest.approx(value, abs=5e-5)


def test_golden_agreement_within_a_group_and_of_two():
    one, other = [1, 2, 3, 4, 5, 3, 2, 4, 5, 1], [1, 3, 3, 4, 4, 3, 2, 5, 5, 2]

    assert reliability.r_wg([4, 4, 5, 3], options=5).value == pytest.approx(2 / 3)
    assert reliability.weighted_kappa(one, other).value == pytest.approx(
        0.8889, abs=5e-5
    )


def test_a_test_twice_as_long_is_more_reliable():
    assert reliability.spearman_brown(0.65, 2).value == pytest.approx(1.3 / 1.65)
    assert reliability.spearman_brown(0.65, 0.2).value == pytest.approx(0.13 / 0.48)
    assert reliability.spearman_brown(-0.9, 3).reason is WhyNot.OUT_OF_RANGE


def test_the_published_alphas_of_the_big_five():
    published = {"A": 0.704, "C": 0.729, "E": 0.761, "N": 0.813, "O": 0.603}
    with needed("statistics", "bfi.csv").open() as file:
        rows = list(csv.DictReader(file))
    with needed("statistics", "bfi.keys.csv").open() as file:
        keys = list(csv.reader(file))
    turned = {cell.lstrip("-") for row in keys for cell in row if cell.startswith("-")}

    for scale, alpha in published.items():
        names = [f"{scale}{number}" for number in range(1, 6)]
        table = [
            [_answer(row[name], reverse=name in turned) for name in names]
            for row in rows
        ]
        found = reliability.cronbach_alpha(table)
        assert found.value == pytest.approx(alpha, abs=5e-4), scale


def _answer(text, *, reverse):
    if text in {"", "NA"}:
        return None
    return 7 - float(text) if reverse else float(text)


# ---- oracles ----


@pytest.fixture(scope="module")
def oracles():
    """Two packages under the GPL; loading them takes seconds, so only here."""
    return import_module("pingouin"), import_module("krippendorff")


def test_alpha_is_the_oracles(oracles):
    for number in range(MATRICES):
        table = matrix(number, gaps=0.02 if number % 2 else 0)
        # Its interval counts those who left something open; ours does not.
        frame = import_module("pandas").DataFrame(table).dropna()
        wanted, ends = oracles[0].cronbach_alpha(data=frame, nan_policy="listwise")

        found = reliability.cronbach_alpha(table)

        assert found.value == pytest.approx(wanted, abs=1e-9), number
        assert (found.low, found.high) == pytest.approx(tuple(ends), abs=6e-4), number


@pytest.mark.filterwarnings("ignore:.*inplace")
def test_icc_is_the_oracles(oracles):
    for number in range(MATRICES):
        table = matrix(number, gaps=0.02 if number % 2 else 0)
        complete = table[~np.isnan(table).any(axis=1)]
        wanted = _mean_squares(oracles[0], complete)

        found = reliability.icc(table)

        assert [
            found.icc1,
            found.icc2,
            found.icc3,
            found.icc1k,
            found.icc2k,
            found.icc3k,
        ] == pytest.approx(wanted, abs=1e-9), number


def _mean_squares(pingouin, table):
    """Ask the oracle, which warns of what it will have to change one day."""
    n, k = table.shape
    frame = import_module("pandas").DataFrame(
        {
            "target": np.repeat(np.arange(n), k),
            "rater": np.tile(np.arange(k), n),
            "score": table.ravel(),
        }
    )
    found = pingouin.intraclass_corr(
        frame, targets="target", raters="rater", ratings="score"
    )
    return list(found["ICC"])


@pytest.mark.parametrize("level", ["nominal", "ordinal", "interval", "ratio"])
def test_krippendorff_is_the_oracles(level, oracles):
    for number in range(MATRICES):
        table = matrix(number, gaps=0.3)
        wanted = oracles[1].alpha(table.T, level_of_measurement=level)

        found = reliability.krippendorff_alpha(table, level=level)

        assert found.value == pytest.approx(wanted, abs=1e-9), number


# ---- what cannot be computed is said ----


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([], WhyNot.MALFORMED),
        ([[]], WhyNot.TOO_FEW),
        ([[1, 2], [3]], WhyNot.MALFORMED),
        ("words", WhyNot.MALFORMED),
        ([["a", "b"], ["c", "d"]], WhyNot.MALFORMED),
        ([[1, 2]], WhyNot.TOO_FEW),
        ([[1], [2]], WhyNot.TOO_FEW),
        ([[1, None], [None, 2]], WhyNot.TOO_FEW),
        ([[3, 3], [3, 3]], WhyNot.NO_VARIATION),
        ([[0.1, 0.1], [0.1, 0.1]], WhyNot.NO_VARIATION),
        ([[float("inf"), 1], [2, 3]], WhyNot.TOO_FEW),
    ],
)
def test_what_cannot_be_computed_has_a_reason(rows, reason):
    assert reliability.cronbach_alpha(rows).reason is reason
    assert reliability.icc(rows).reason is reason
    assert reliability.stratified_alpha([rows]).value is None
    assert (
        reliability.krippendorff_alpha(rows).value is None or reason is WhyNot.TOO_FEW
    )


@given(
    table=st.lists(
        st.lists(
            st.one_of(st.none(), st.integers(1, 5), st.just(float("nan"))),
            min_size=3,
            max_size=3,
        ),
        max_size=12,
    )
)
def test_no_table_raises_or_gives_a_nan(table):
    said = [
        reliability.cronbach_alpha(table),
        reliability.stratified_alpha([table, table]),
        *(
            reliability.krippendorff_alpha(table, level=level)
            for level in ("nominal", "ordinal", "interval", "ratio")
        ),
        *items.corrected_item_total(table),
    ]
    found = reliability.icc(table)

    for one in said:
        assert (one.value is None) == (one.reason is not None)
        assert one.value is None or np.isfinite(one.value)
        assert one.value is None or one.value <= 1 + 1e-9
    assert (found.icc1 is None) == (found.reason is not None)


def test_strata_that_each_measure_one_thing_are_more_reliable_than_alpha_says():
    dice = np.random.default_rng(5)
    one, two = dice.normal(size=(2, 300, 1))
    first = one + dice.normal(size=(300, 4)) / 2
    second = two + dice.normal(size=(300, 4)) / 2

    by_strata = reliability.stratified_alpha([first, second]).value
    plain = reliability.cronbach_alpha(np.hstack([first, second])).value

    assert by_strata is not None
    assert plain is not None
    assert plain < by_strata < 1


def test_halves_that_rank_alike_are_reliable():
    assert reliability.split_half([1, 2, 3, None], [2, 3, 5, 4]).value == pytest.approx(
        2 * 0.9819805 / 1.9819805
    )
    assert reliability.split_half([1, 1, 1], [2, 3, 5]).reason is WhyNot.NO_VARIATION
    assert reliability.split_half([1, 2], [2, 3]).reason is WhyNot.TOO_FEW
