"""Answers to a questionnaire against its key: a score per dimension and in all."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from positions.criteria import Dimension
from screening.engine import reliability, sjt
from screening.engine.values import Measured
from screening.instruments import AnswerFormat, Instrument, Scenario, Scoring

# Until an organisation has figures of its own: what is usual of such tests (the
# specification's 2.2), and the spread of scores between applicants, in points.
RELIABILITY = 0.65
SPREAD = 15.0
FEWEST_PICKED = 8  # situations, for a score of picks

type_answers = Mapping[str, Mapping[str, int | str]]


@dataclass(frozen=True, slots=True)
class Scores:
    """What a finished form came to.

    `whole` and `parts` with standard errors; `diagnostics` are kept and shown to people
    who follow something up, never scored.
    """

    whole: Measured
    parts: Mapping[Dimension, Measured] = field(default_factory=dict)
    diagnostics: Mapping[str, float | int | None] = field(default_factory=dict)


def score(form: Instrument, answers: type_answers) -> Scores:
    """Score answers the way the form was frozen to be scored."""
    if form.scoring is Scoring.PROFILE:
        return _by_profile(form, answers)
    whole = _tally(form, form.scenarios, answers)
    if whole.value is None:
        return Scores(_unscored(whole.reason, whole.answered))
    parts = {}
    for dimension in form.dimensions:
        group = tuple(one for one in form.scenarios if one.dimension is dimension)
        part = _tally(form, group, answers, minimum=1)
        if part.value is not None:
            share = part.answered / whole.answered
            parts[dimension] = _measured(part.value, part.answered, share)
    return Scores(
        _measured(whole.value, whole.answered, 1.0),
        parts,
        {"answered": whole.answered},
    )


def points_of(form: Instrument, answers: type_answers) -> list[float | None]:
    """Return the points of each situation, None where it was left open.

    What statistics of items are made of: all on the scale from 0 to 100.
    """
    if form.scoring is not Scoring.PROFILE:
        return [
            _tally(form, (one,), answers, minimum=1).value for one in form.scenarios
        ]
    ratings = [_rating(answers, one.key, option.key) for one, option in form.scored]
    places = [one.key for one, _option in form.scored]
    profile = sjt.profile_score(ratings, form.means, parts=places, least=1)
    return [profile.parts.get(one.key) for one in form.scenarios]


def standard_error(share: float, *, whole: float = RELIABILITY) -> float:
    """Return how far a score over a share of the form may be off, in points.

    A shorter test is less reliable (Spearman and Brown).
    """
    found = reliability.spearman_brown(whole, share).value or 0.0
    return reliability.error_of_measurement(SPREAD, found)


def _by_profile(form: Instrument, answers: type_answers) -> Scores:
    ratings = [_rating(answers, one.key, option.key) for one, option in form.scored]
    profile = sjt.profile_score(
        ratings,
        form.means,
        minimum=sjt.MINIMUM_ANSWERED,
        parts=[one.dimension.value for one, _option in form.scored],
    )
    diagnostics: dict[str, float | int | None] = {
        "answered": profile.answered,
        "correlation": profile.correlation,
        "distance": profile.distance,
        "elevation": profile.elevation,
        "scatter": profile.scatter,
        "shape": profile.shape,
    }
    if profile.value is None:
        return Scores(
            _unscored(profile.reason, profile.answered), diagnostics=diagnostics
        )
    rated = [
        one.dimension.value
        for (one, _option), rating in zip(form.scored, ratings, strict=True)
        if rating is not None
    ]
    parts = {
        Dimension(name): _measured(
            value, rated.count(name), rated.count(name) / len(rated)
        )
        for name, value in profile.parts.items()
    }
    return Scores(_measured(profile.value, profile.answered, 1.0), parts, diagnostics)


def _tally(
    form: Instrument,
    scenarios: tuple[Scenario, ...],
    answers: type_answers,
    *,
    minimum: int = FEWEST_PICKED,
) -> sjt.Tally:
    if form.answer_format is AnswerFormat.RATE:
        pairs = [
            (_rating(answers, one.key, option.key), option.mean)
            for one in scenarios
            for option in one.options
            if option.mean is not None
        ]
        least = sjt.MINIMUM_ANSWERED if minimum > 1 else minimum
        return sjt.same_side_score(
            [rating for rating, _mean in pairs],
            [mean for _rating, mean in pairs],
            minimum=least,
        )
    keys = [_means(one) for one in scenarios]
    if form.scoring is Scoring.PICK:
        picks = [_picked(answers, one, "best") for one in scenarios]
        return sjt.pick_one(picks, keys, minimum=minimum)
    both = [
        (best, worst)
        if (best := _picked(answers, one, "best"))
        and (worst := _picked(answers, one, "worst"))
        else None
        for one in scenarios
    ]
    return sjt.best_worst(both, [_ends(key) for key in keys], minimum=minimum)


def _means(scenario: Scenario) -> dict[str, float]:
    return {one.key: one.mean for one in scenario.options if one.mean is not None}


def _ends(means: Mapping[str, float]) -> tuple[set[str], set[str]]:
    """Return the best and the worst replies of a key; ties are all of them."""
    most, least = max(means.values(), default=0), min(means.values(), default=0)
    return (
        {key for key, mean in means.items() if math.isclose(mean, most)},
        {key for key, mean in means.items() if math.isclose(mean, least)},
    )


def _rating(answers: type_answers, scenario: str, option: str) -> int | None:
    said = answers.get(scenario, {}).get(option)
    return said if isinstance(said, int) else None


def _picked(answers: type_answers, scenario: Scenario, end: str) -> str | None:
    """Return a pick that the key knows; one of a reply that is not scored is none."""
    said = answers.get(scenario.key, {}).get(end)
    return str(said) if said is not None and str(said) in _means(scenario) else None


def _measured(points: float, count: int, share: float) -> Measured:
    return Measured(
        value=round(points * 100),
        error=round(standard_error(share) * 100),
        count=count,
    )


def _unscored(reason: sjt.Unscorable | None, count: int) -> Measured:
    return Measured(None, count=count, reason=reason.value if reason else "")
