"""Scoring structured interviews: mean over raters of the mean over questions. Pure.

Ratings are 1 to 5; points are 25 * (mean - 1). Two raters at least, because one person's
view cannot be told from the person. Leniency is shown and never corrected with few
applicants. Source: the specification's 2.5.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from screening.engine.values import Measured

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LOWEST, HIGHEST = 1, 5
RATERS = 2
TALK_FROM = 2  # a range of so much on a question is talked about
ONE_RATER = "ONE_RATER"
_POINTS = 2_500  # hundredths for a step of the scale


def score(cards: Sequence[Mapping[int, int]], questions: Sequence[int]) -> Measured:
    """Score one criterion: `cards` are raters' ratings by question, locked ones only.

    Raters who rated none of these questions do not count. `error` is the standard error
    between raters.
    """
    means = [
        sum(said) / len(said)
        for card in cards
        if (said := [card[one] for one in questions if one in card])
    ]
    count = len(means)
    if count < RATERS:
        return Measured(None, count=count, reason=ONE_RATER)
    mean = sum(means) / count
    spread = sum((one - mean) ** 2 for one in means) / (count - 1)
    return Measured(
        round(_POINTS * (mean - LOWEST)),
        error=round(_POINTS * math.sqrt(spread / count)),
        count=count,
    )
