"""What raters agree about: per question, per panel, and beside the scenarios."""

from collections.abc import Sequence
from dataclasses import dataclass

from candidates.models import Application
from positions.models import Position
from screening.engine import interviews as engine
from screening.engine import reliability
from screening.engine.estimates import Estimate
from screening.enums import Method
from screening.models import InterviewRating, KitQuestion, Measure
from screening.services import measures
from screening.services.form_scores import SPREAD

FAR_APART = 1.5  # standard deviations between two methods
FEWEST_FOR_RATERS = 3  # applicants, before anything is said about raters


@dataclass(frozen=True, slots=True)
class Compared:
    """One question with what every rater who handed in said: spread first."""

    question: KitQuestion
    ratings: tuple[InterviewRating, ...]
    agreement: Estimate  # r_wg
    low: int
    high: int

    @property
    def spread(self) -> int:
        return self.high - self.low

    @property
    def is_to_talk_about(self) -> bool:
        return self.spread >= engine.TALK_FROM


def compare(application: Application) -> list[Compared]:
    """Return each question with the ratings that were handed in, most apart first."""
    rows = InterviewRating.objects.filter(
        scorecard__application=application, scorecard__submitted_at__isnull=False
    ).select_related("scorecard__rater", "question")
    found: dict[KitQuestion, list[InterviewRating]] = {}
    for row in rows.order_by("question__order", "question", "scorecard"):
        found.setdefault(row.question, []).append(row)
    compared = [
        Compared(
            question,
            tuple(said),
            reliability.r_wg([one.rating for one in said], options=engine.HIGHEST),
            low=min(one.rating or 0 for one in said),
            high=max(one.rating or 0 for one in said),
        )
        for question, said in found.items()
    ]
    return sorted(compared, key=lambda one: (-one.spread, one.question.order))


def differs_from_scenarios(application: Application) -> bool:
    """Say whether interview and scenarios are more than 1.5 SD apart.

    Information for who decides, and no more: there are many reasons for it.
    """
    found = dict(
        Measure.objects.filter(
            application=application,
            subject=measures.WHOLE,
            method__in=[Method.SCENARIOS, Method.INTERVIEW],
            value__isnull=False,
        ).values_list("method", "value")
    )
    if len(found) < len((Method.SCENARIOS, Method.INTERVIEW)):
        return False
    apart = abs(found[Method.SCENARIOS] - found[Method.INTERVIEW]) / 100
    return bool(apart > FAR_APART * SPREAD)


def agreement_of(position: Position) -> tuple[int, reliability.Icc, Estimate]:
    """Return how far raters of a position agree: applicants, the ICCs, and alpha.

    Over applicants by raters, each by the mean of a card; alpha is Krippendorff's over
    single answers, by level.
    """
    rows = InterviewRating.objects.filter(
        scorecard__application__position=position,
        scorecard__submitted_at__isnull=False,
        rating__isnull=False,
    ).values_list("scorecard__application", "question", "scorecard__rater", "rating")
    raters = sorted({row[2] for row in rows})
    answers: dict[tuple[int, int], dict[int, int]] = {}
    for application, question, rater, rating in rows:
        answers.setdefault((application, question), {})[rater] = rating
    units = [[said.get(one) for one in raters] for said in answers.values()]
    applicants = sorted({row[0] for row in rows})
    table = [
        [
            _mean(
                [
                    said[one]
                    for (who, _q), said in answers.items()
                    if who == application and one in said
                ]
            )
            for one in raters
        ]
        for application in applicants
    ]
    return (
        len(applicants),
        reliability.icc(table),
        reliability.krippendorff_alpha(units, level="ordinal"),
    )


def severity_of(position: Position) -> list[tuple[str, int, float]]:
    """Return each rater with how many answers they rated and their mean: the chair's."""
    found: dict[str, list[int]] = {}
    for name, rating in InterviewRating.objects.filter(
        scorecard__application__position=position,
        scorecard__submitted_at__isnull=False,
        rating__isnull=False,
    ).values_list("scorecard__rater__name", "rating"):
        found.setdefault(name, []).append(rating)
    return [
        (name, len(said), sum(said) / len(said)) for name, said in sorted(found.items())
    ]


def _mean(said: Sequence[int]) -> float | None:
    return sum(said) / len(said) if said else None
