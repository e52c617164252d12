"""Plans, results and strategies that several tests of the engine use."""

import itertools

import numpy as np
from hypothesis import strategies as st

from positions.criteria import CriterionKind
from screening.engine.values import (
    Criterion,
    CriterionResult,
    Source,
    Verdict,
)


def plan(*weights, essential=(), minimum=None):
    """Return a plan of duties with these weights; `essential` are places."""
    return [
        Criterion(
            f"c{place}",
            CriterionKind.DUTY,
            weight,
            essential=place in essential,
            minimum=(minimum or {}).get(place, 0),
        )
        for place, weight in enumerate(weights)
    ]


def points(*scores, verdicts=None, source=Source.CLAIMED):
    """Return exact results for c0, c1, … from whole points; None is left out."""
    return [
        CriterionResult(
            f"c{place}",
            (verdicts or {}).get(place, Verdict.MET),
            score * 100,
            score * 100,
            source,
        )
        for place, score in enumerate(scores)
        if score is not None
    ]


def array(rows):
    return np.array(rows, dtype=np.int64) * 100


@st.composite
def weights(draw, smallest=1, largest=8):
    cuts = draw(
        st.lists(st.integers(0, 10_000), min_size=smallest - 1, max_size=largest - 1)
    )
    edges = [0, *sorted(cuts), 10_000]
    return [right - left for left, right in itertools.pairwise(edges)]


@st.composite
def results(draw, count):
    found = []
    for place in range(count):
        low = draw(st.integers(0, 10_000))
        found.append(
            CriterionResult(
                f"c{place}",
                draw(st.sampled_from(Verdict)),
                low,
                draw(st.integers(low, 10_000)),
                draw(st.sampled_from(Source)),
            )
        )
    return found
