"""One applicant's way through the scenarios: every answer saved at once.

What an applicant's page may know is in `Sheet`: texts and own answers, by place. The
key, and the names of the replies that would hint at it, never leave this module.
"""

import datetime as dt
import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.db import transaction

from candidates.models import Application
from candidates.services import scenarios
from candidates.stages import Status
from screening.engine import sjt
from screening.engine.values import Measured
from screening.enums import Method
from screening.instruments import AnswerFormat, Instrument, Option, Scenario
from screening.models import Attempt
from screening.services import form_scores, forms, measures, screenings

LOWEST, HIGHEST = sjt.LOWEST, sjt.HIGHEST
# Until then an answer can still count for the review.
TAKING = frozenset({Status.SUBMITTED, Status.UNDER_REVIEW, Status.SHORTLISTED})
BEST, WORST = "best", "worst"
KEY_LOST = "KEY_LOST"  # the seal cannot be opened: a person follows it up


class FinishedError(Exception):
    """The scenarios were finished: their answers stand."""


class RetiredError(Exception):
    """The situation was taken out of the form meanwhile."""


class SameReplyError(Exception):
    """One reply was called the best and the worst."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply as the applicant sees it: its place on the page, its text, what was said.

    `rating` 1..7 where replies are rated; `pick` "best" or "worst" where it was chosen.
    """

    place: int
    text: str
    rating: int | None = None
    pick: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One scenario as a page. `number` counts from 1 in this applicant's order.

    `mark` tells the situation apart from one that took its place meanwhile.
    """

    number: int
    total: int
    mark: str
    stem: str
    answer_format: AnswerFormat
    replies: tuple[Reply, ...]

    @property
    def open_count(self) -> int:
        """How many ratings or choices are missing."""
        if self.answer_format is AnswerFormat.RATE:
            return sum(reply.rating is None for reply in self.replies)
        ends = (BEST, WORST)[: 1 + (self.answer_format is AnswerFormat.BEST_WORST)]
        picked = {reply.pick for reply in self.replies}
        return sum(end not in picked for end in ends)

    @property
    def is_begun(self) -> bool:
        return any(reply.rating or reply.pick for reply in self.replies)


@dataclass(frozen=True, slots=True)
class Given:
    """What came from the page: ratings by place, or the places of the picks."""

    ratings: Mapping[int, int]
    best: int | None = None
    worst: int | None = None


def is_offered(application: Application) -> bool:
    """Say whether the plan scores scenarios and the applicant may still take them."""
    return application.status in TAKING and screenings.is_asked(application.position)


def attempt_of(application: Application) -> Attempt | None:
    return Attempt.objects.filter(application=application).first()


def blank(application: Application) -> Attempt:
    """Return what a beginning would be, not kept: to show what is to come."""
    return Attempt(
        application=application,
        instrument=screenings.form_of(application.position),
        seed=0,
    )


def format_of(attempt: Attempt) -> AnswerFormat:
    return _form(attempt).answer_format


@transaction.atomic
def begin(application: Application, *, at: dt.datetime) -> Attempt:
    """Begin, or return what was begun: one attempt per application."""
    Attempt.objects.bulk_create(
        [
            Attempt(
                application=application,
                instrument=screenings.pin(application.position),
                seed=secrets.randbits(53),
                started_at=at,
            )
        ],
        ignore_conflicts=True,
    )
    return Attempt.objects.get(application=application)


def sheets_of(attempt: Attempt) -> list[Sheet]:
    """Return all scenarios in this applicant's own order, with what was answered."""
    return _sheets(_form(attempt), attempt)


@transaction.atomic
def save(attempt: Attempt, mark: str, given: Given) -> Attempt:
    """Save the answers to one scenario by place; what is open stays as it was.

    Raises FinishedError, RetiredError, SameReplyError, and ValueError for a rating or a
    place that is not there.
    """
    locked = Attempt.objects.select_for_update(no_key=True).get(pk=attempt.pk)
    if locked.finished_at is not None:
        raise FinishedError
    form = _form(locked)
    scenario = next((one for one in form.scenarios if one.key == mark), None)
    if scenario is None:
        raise RetiredError
    options = _shuffled(locked.seed, scenario)
    kept = dict(locked.answers.get(scenario.key, {}))
    if form.answer_format is AnswerFormat.RATE:
        kept |= _rated(options, given)
    else:
        kept |= _picked(options, given, kept)
    locked.answers = {**locked.answers, scenario.key: kept}
    locked.save(update_fields=["answers", "updated_at"])
    if kept:
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
    form = _form(locked)
    scored = _scored(form, locked)
    locked.finished_at = at
    locked.score = scored.whole.value
    locked.not_scorable = scored.whole.reason
    locked.diagnostics = dict(scored.diagnostics)
    locked.save()
    scenarios.note_done(locked.application, at=at)
    measures.keep(locked.application, Method.SCENARIOS, _rows(form, scored), at=at)
    return locked


def _scored(form: Instrument, attempt: Attempt) -> form_scores.Scores:
    if not form.means:  # its key cannot be opened
        return form_scores.Scores(Measured(None, reason=KEY_LOST))
    return form_scores.score(form, attempt.answers)


def _rows(form: Instrument, scored: form_scores.Scores) -> dict[str, Measured]:
    """Return the whole and the dimensions as they are kept."""
    parts = {dimension.value: one for dimension, one in scored.parts.items()}
    return {
        subject: replace(one, public=form.is_public)
        for subject, one in {measures.WHOLE: scored.whole, **parts}.items()
    }


# ---- the form in this applicant's order ----


def _form(attempt: Attempt) -> Instrument:
    form = forms.load(attempt.instrument)
    if form is None:  # only a restored backup that lacks it can bring this about
        raise LookupError(attempt.instrument)
    return form


def _sheets(form: Instrument, attempt: Attempt) -> list[Sheet]:
    shown = sorted(form.scenarios, key=lambda one: _dice(attempt.seed, one.key))
    return [
        Sheet(
            number=number,
            total=len(shown),
            mark=scenario.key,
            stem=scenario.stem,
            answer_format=form.answer_format,
            replies=_replies(form, scenario, attempt),
        )
        for number, scenario in enumerate(shown, start=1)
    ]


def _replies(
    form: Instrument, scenario: Scenario, attempt: Attempt
) -> tuple[Reply, ...]:
    said = attempt.answers.get(scenario.key, {})
    options = enumerate(_shuffled(attempt.seed, scenario), start=1)
    if form.answer_format is AnswerFormat.RATE:
        return tuple(
            Reply(place, option.text, rating=said.get(option.key))
            for place, option in options
        )
    picks = {said[end]: end for end in (BEST, WORST) if end in said}
    return tuple(
        Reply(place, option.text, pick=picks.get(option.key, ""))
        for place, option in options
    )


def _shuffled(seed: int, scenario: Scenario) -> list[Option]:
    return sorted(
        scenario.options,
        key=lambda option: _dice(seed, f"{scenario.key}.{option.key}"),
    )


def _dice(seed: int, name: str) -> bytes:
    """Draw a place by the stored seed: what is taken out moves nothing else."""
    return hashlib.sha256(f"{seed}.{name}".encode()).digest()


def _rated(options: list[Option], given: Given) -> dict[str, int]:
    found = {}
    for place, rating in given.ratings.items():
        if not (LOWEST <= rating <= HIGHEST and 1 <= place <= len(options)):
            raise ValueError(place)
        found[options[place - 1].key] = rating
    return found


def _picked(
    options: list[Option], given: Given, before: Mapping[str, str]
) -> dict[str, str]:
    found = {}
    for end, place in ((BEST, given.best), (WORST, given.worst)):
        if place is None:
            continue
        if not 1 <= place <= len(options):
            raise ValueError(place)
        found[end] = options[place - 1].key
    both = {**before, **found}
    if BEST in both and both[BEST] == both.get(WORST):
        raise SameReplyError
    return found
