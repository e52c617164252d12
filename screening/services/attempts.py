"""One applicant's way through the scenarios: every answer saved at once.

What an applicant's page may know is in `Sheet`: texts and own ratings, by place. The
key, and the names of the replies that would hint at it, never leave this module.
"""

import datetime as dt
import random
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from candidates.models import Application
from candidates.services import scenarios
from candidates.stages import Status
from positions.criteria import CriterionKind
from positions.plan import Plan
from positions.services import plans
from screening.engine import sjt
from screening.instruments import Scenario
from screening.instruments.public_demo import DEMO
from screening.models import Attempt
from screening.services import work

LOWEST, HIGHEST = sjt.LOWEST, sjt.HIGHEST
# Until then an answer can still count for the review.
TAKING = frozenset({Status.SUBMITTED, Status.UNDER_REVIEW, Status.SHORTLISTED})
FORM = f"{DEMO.key} {DEMO.version}"
SCENARIOS = len(DEMO.scenarios)


class FinishedError(Exception):
    """The scenarios were finished: their answers stand."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply as the applicant sees it: its place on the page, its text, the rating."""

    place: int
    text: str
    rating: int | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One scenario as a page. `number` counts from 1 in this applicant's order."""

    number: int
    total: int
    stem: str
    replies: tuple[Reply, ...]

    @property
    def open_count(self) -> int:
        return sum(reply.rating is None for reply in self.replies)


def is_offered(application: Application) -> bool:
    """Say whether the plan scores scenarios and the applicant may still take them."""
    if application.status not in TAKING:
        return False
    version = plans.current(application.position)
    return version is not None and any(
        criterion.kind is CriterionKind.SCREENING
        for criterion in Plan.from_json(version.content).criteria
    )


def attempt_of(application: Application) -> Attempt | None:
    return Attempt.objects.filter(application=application).first()


def begin(application: Application, *, at: dt.datetime) -> Attempt:
    """Begin, or return what was begun: one attempt per application."""
    Attempt.objects.bulk_create(
        [
            Attempt(
                application=application,
                instrument=FORM,
                seed=secrets.randbits(53),
                started_at=at,
            )
        ],
        ignore_conflicts=True,
    )
    return Attempt.objects.get(application=application)


def sheets_of(attempt: Attempt) -> list[Sheet]:
    """Return all scenarios in this applicant's own order, with what was rated."""
    shown = _order(attempt.seed)
    return [
        Sheet(
            number=number,
            total=len(shown),
            stem=scenario.stem,
            replies=tuple(
                Reply(
                    place=place,
                    text=option.text,
                    rating=attempt.answers.get(scenario.key, {}).get(option.key),
                )
                for place, option in enumerate(scenario.options, start=1)
            ),
        )
        for number, scenario in enumerate(shown, start=1)
    ]


def _order(seed: int) -> list[Scenario]:
    """Shuffle scenarios and replies by the stored seed: the same on every visit."""
    dice = random.Random(seed)  # noqa: S311 -- an order, not a secret
    shown = [
        Scenario(
            scenario.key,
            scenario.dimension,
            scenario.stem,
            tuple(dice.sample(scenario.options, len(scenario.options))),
        )
        for scenario in DEMO.scenarios
    ]
    dice.shuffle(shown)
    return shown


@transaction.atomic
def save(attempt: Attempt, number: int, ratings: Mapping[int, int]) -> Attempt:
    """Save the ratings of one scenario by place; what is not rated stays as it was.

    Raises FinishedError, and ValueError for a rating or a place that is not there.
    """
    locked = Attempt.objects.select_for_update(no_key=True).get(pk=attempt.pk)
    if locked.finished_at is not None:
        raise FinishedError
    shown = _order(locked.seed)
    if not 1 <= number <= len(shown):
        raise ValueError(number)
    scenario = shown[number - 1]
    kept = dict(locked.answers.get(scenario.key, {}))
    for place, rating in ratings.items():
        if not (LOWEST <= rating <= HIGHEST and 1 <= place <= len(scenario.options)):
            raise ValueError(place)
        kept[scenario.options[place - 1].key] = rating
    locked.answers = {**locked.answers, scenario.key: kept}
    locked.save(update_fields=["answers", "updated_at"])
    if ratings:
        scenarios.note_begun(locked.application, at=locked.started_at)
    return locked


@transaction.atomic
def finish(attempt: Attempt, *, at: dt.datetime) -> Attempt:
    """Score the answers and ask for an evaluation; a second time changes nothing.

    Answers that cannot be scored get no score and a reason: a person follows it up.
    """
    locked = (
        Attempt.objects.select_for_update(of=("self",), no_key=True)
        .select_related("application")
        .get(pk=attempt.pk)
    )
    if locked.finished_at is not None:
        return locked
    profile = sjt.profile_score(_ratings(locked.answers), DEMO.means)
    locked.finished_at = at
    locked.score = profile.value
    locked.not_scorable = profile.reason.value if profile.reason else ""
    locked.diagnostics = {
        "answered": profile.answered,
        "correlation": profile.correlation,
        "distance": profile.distance,
        "elevation": profile.elevation,
        "scatter": profile.scatter,
        "shape": profile.shape,
    }
    locked.save()
    scenarios.note_done(locked.application, at=at)
    work.want(locked.application, at=at)
    return locked


def _ratings(answers: Mapping[str, Mapping[str, int]]) -> Sequence[int | None]:
    """Return the ratings in the order of the form's key; None where one is open."""
    return [
        answers.get(scenario.key, {}).get(option.key)
        for scenario in DEMO.scenarios
        for option in scenario.options
    ]
