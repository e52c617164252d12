import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.engine import explain, scoring
from screening.engine.values import (
    CODES,
    CriterionResult,
    Evaluation,
    Source,
    Verdict,
)
from tests.screening.engine.plans import array, plan, points, results, weights

STAGE = (3_500, 2_500, 2_000, 1_500, 500)
FIVE = [
    (84, 70, 62, 80, 100),
    (90, 66, 58, 55, 40),
    (70, 85, 75, 60, 20),
    (75, 72, 66, 70, 60),
    (81, 78, 60, 65, 90),
]


@pytest.mark.parametrize(
    ("scores", "total"), [(FIVE[0], 7_630), (FIVE[1], 6_985), (FIVE[2], 7_075)]
)
def test_the_composite_is_the_weighted_sum(scores, total):
    assert scoring.evaluate(plan(*STAGE), points(*scores)) == Evaluation(
        low=total, high=total, score=total, essentials=Verdict.MET, complete=True
    )


@pytest.mark.parametrize(
    ("pair", "another"),
    [
        pytest.param(
            [(90, 55, 50), (70, 80, 40)], (25, 55, 80), id="z-scores would swap them"
        ),
        pytest.param(
            [(35, 95, 50), (30, 75, 80)], (55, 20, 75), id="min-max would swap them"
        ),
        pytest.param(
            [(70, 40, 95), (95, 75, 30)], (25, 95, 55), id="TOPSIS would swap them"
        ),
    ],
)
def test_one_more_applicant_does_not_swap_two_others(pair, another):
    criteria = plan(4_000, 3_500, 2_500)
    verdicts = np.ones((3, 3), dtype=np.int8)
    three = array([*pair, another])

    before = scoring.composite(criteria, three[:2], three[:2], verdicts[:2]).score
    after = scoring.composite(criteria, three, three, verdicts).score

    assert before.tolist() == after[:2].tolist()


@pytest.mark.parametrize(
    ("scores", "total"),
    [
        ((90, 55, 50), 6_775),
        ((70, 80, 40), 6_600),
        ((35, 95, 50), 5_975),
        ((30, 75, 80), 5_825),
        ((70, 40, 95), 6_575),
        ((95, 75, 30), 7_175),
    ],
)
def test_anchored_scores_of_the_counter_examples(scores, total):
    found = scoring.evaluate(plan(4_000, 3_500, 2_500), points(*scores))

    assert found.score == total


def test_effective_weights_show_what_drives_the_order():
    found = scoring.effective_weights(plan(*STAGE), array(FIVE))

    assert found is not None
    assert found == pytest.approx((0.185, -0.031, -0.138, 0.434, 0.551), abs=5e-4)
    assert sum(found) == pytest.approx(1)


def test_effective_weights_need_a_spread():
    assert scoring.effective_weights(plan(*STAGE), array(FIVE[:1])) is None
    assert scoring.effective_weights(plan(*STAGE), array([FIVE[0]] * 3)) is None


def test_what_is_missing_spans_its_whole_range():
    found = scoring.evaluate(plan(6_000, 4_000), points(80, None))

    assert found == Evaluation(
        low=4_800, high=8_800, score=6_800, essentials=Verdict.MET, complete=False
    )


@pytest.mark.parametrize(
    ("verdict", "worst"),
    [
        (Verdict.MET, Verdict.MET),
        (Verdict.NOT_MET, Verdict.NOT_MET),
        (Verdict.UNKNOWN, Verdict.UNKNOWN),
    ],
)
def test_the_worst_essential_decides(verdict, worst):
    criteria = plan(5_000, 5_000, essential=(0,))

    found = scoring.evaluate(criteria, points(90, 90, verdicts={0: verdict}))

    assert found.essentials is worst


def test_a_criterion_that_is_not_essential_decides_nothing():
    criteria = plan(5_000, 5_000, essential=(0,))

    found = scoring.evaluate(criteria, points(90, 0, verdicts={1: Verdict.NOT_MET}))

    assert found.essentials is Verdict.MET


@pytest.mark.parametrize(
    ("low", "high", "source", "worst"),
    [
        (5_000, 6_000, Source.CLAIMED, Verdict.MET),
        (4_999, 6_000, Source.CLAIMED, Verdict.UNKNOWN),
        (4_000, 4_999, Source.CLAIMED, Verdict.NOT_MET),
        (4_000, 4_999, Source.INFERRED, Verdict.UNKNOWN),
    ],
)
def test_minimum_levels(low, high, source, worst):
    criteria = plan(10_000, minimum={0: 5_000})

    found = scoring.evaluate(
        criteria, [CriterionResult("c0", Verdict.MET, low, high, source)]
    )

    assert found.essentials is worst


@pytest.mark.parametrize("wrong", [(5_000, 4_999), (10_001, -1), ()])
def test_weights_must_add_up(wrong):
    with pytest.raises(ValueError, match="add up"):
        scoring.weights_of(plan(*wrong))


def test_results_of_another_plan_are_refused():
    with pytest.raises(ValueError, match="do not belong"):
        scoring.evaluate(plan(10_000), points(1, 2))


@given(data=st.data())
def test_one_or_many_give_the_same(data):
    shares = data.draw(weights())
    criteria = plan(*shares, essential=(0,), minimum={len(shares) - 1: 3_000})
    people = data.draw(st.lists(results(len(shares)), min_size=1, max_size=6))

    def matrix(value):
        return np.array([[value(one) for one in row] for row in people])

    found = scoring.composite(
        criteria,
        matrix(lambda one: one.low).astype(np.int64),
        matrix(lambda one: one.high).astype(np.int64),
        matrix(lambda one: CODES[one.verdict]).astype(np.int8),
        matrix(lambda one: one.source is Source.INFERRED),
    )

    for row, person in enumerate(people):
        alone = scoring.evaluate(criteria, person)
        assert (alone.low, alone.high, alone.score, alone.complete) == (
            found.low[row],
            found.high[row],
            found.score[row],
            found.complete[row],
        )
        assert CODES[alone.essentials] == found.essentials[row]


@given(data=st.data())
def test_contributions_add_up_exactly(data):
    shares = data.draw(weights())
    criteria = plan(*shares)
    person = data.draw(results(len(shares)))

    parts = explain.contributions(criteria, person)
    whole = scoring.evaluate(criteria, person)

    assert sum(part.points for part in parts) == whole.score
    assert sum(part.exact for part in parts) == sum(
        weight * (one.low + one.high)
        for weight, one in zip(shares, person, strict=True)
    )
    assert (
        sum(part.against_meets for part in parts)
        == sum(part.exact for part in parts) - 2 * 5_000 * 10_000
    )
    assert whole.low <= whole.score <= whole.high


@given(data=st.data())
def test_a_better_result_never_lowers_the_score(data):
    shares = data.draw(weights())
    criteria = plan(*shares)
    person = data.draw(results(len(shares)))
    place = data.draw(st.integers(0, len(shares) - 1))
    old = person[place]
    low = data.draw(st.integers(old.low, 10_000))
    high = data.draw(st.integers(max(low, old.high), 10_000))
    better = list(person)
    better[place] = CriterionResult(old.key, old.verdict, low, high, old.source)

    assert (
        scoring.evaluate(criteria, better).score
        >= scoring.evaluate(criteria, person).score
    )


def test_contributions_read_as_arithmetic():
    parts = explain.contributions(plan(*STAGE), points(*FIVE[0]))

    assert [part.arithmetic for part in parts] == [
        "35.00 % × 84.00 = 29.40",
        "25.00 % × 70.00 = 17.50",
        "20.00 % × 62.00 = 12.40",
        "15.00 % × 80.00 = 12.00",
        "5.00 % × 100.00 = 5.00",
    ]


def test_a_hundred_thousand_are_combined_at_once():
    generator = np.random.default_rng(1)
    low = generator.integers(0, 5_000, (100_000, 8))
    high = low + generator.integers(0, 5_000, (100_000, 8))
    verdicts = generator.integers(-1, 2, (100_000, 8)).astype(np.int8)
    criteria = plan(*[1_250] * 8, essential=(0, 3))

    found = scoring.composite(criteria, low, high, verdicts)
    again = scoring.composite(criteria, low, high, verdicts)

    assert found.score.shape == (100_000,)
    assert found.score.tobytes() == again.score.tobytes()
    assert (found.low <= found.score).all()
    assert (found.score <= found.high).all()


def test_effective_weights_are_exact_for_a_hundred_thousand():
    criteria = plan(4_000, 3_500, 2_500)
    scores = np.random.default_rng(3).integers(0, 10_001, (100_000, 3))
    rows = scores.astype(object)
    total = rows @ np.array([4_000, 3_500, 2_500], dtype=object)
    n = len(rows)
    spread = n * (total * total).sum() - total.sum() ** 2
    expected = tuple(
        weight * (n * (column * total).sum() - column.sum() * total.sum()) / spread
        for weight, column in zip((4_000, 3_500, 2_500), rows.T, strict=True)
    )

    assert scoring.effective_weights(criteria, scores) == expected
