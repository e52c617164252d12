"""Where an application stands, as the applicant may know it.

Derived from the status and from the letters that were written: a decision nobody has
told the applicant does not show here.
"""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from backoffice_ats.accounts.services import organisation
from candidates.enums import LetterKind
from candidates.models import Application
from candidates.stages import DECIDED, Status
from positions.models import Position

CLOSING_NEAR = dt.timedelta(days=1)  # from then on every page of the form says it

# What a letter has told, in the order of the way.
_TOLD = {
    LetterKind.SHORTLISTED: Status.SHORTLISTED,
    LetterKind.INVITATION: Status.INTERVIEW,
    LetterKind.OFFER: Status.OFFER,
}
_WAY = [
    Status.SUBMITTED,
    Status.UNDER_REVIEW,
    Status.SHORTLISTED,
    Status.INTERVIEW,
    Status.OFFER,
]


@dataclass(frozen=True, slots=True)
class Step:
    """A line of the way: DONE, NOW or NEXT, with when or what in plain words."""

    label: str
    when: str
    state: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What the status page says. `stage` is what the applicant may know of."""

    stage: Status
    title: str
    sentence: str
    steps: tuple[Step, ...]
    may_withdraw: bool


def standing_of(application: Application) -> Standing:
    """Derive what the applicant is told. Reads letters and changes: two queries."""
    stage = told_stage(application)
    title, sentence = _words(application, stage)
    return Standing(
        stage=stage,
        title=title,
        sentence=sentence,
        steps=_steps(application, stage),
        may_withdraw=stage in _WAY,
    )


def told_stage(application: Application, *, at: dt.datetime | None = None) -> Status:
    """Return how far the applicant knows the application to be.

    A letter that leaves later has told nothing yet.
    """
    at = at or timezone.now()
    status = Status(application.status)
    if status in {Status.WITHDRAWN, Status.SUBMITTED}:
        return status
    if status in DECIDED:
        if is_told(application, at=at):
            return status
        reached = _WAY.index(Status.OFFER)
    else:
        reached = _WAY.index(status)
    return _WAY[min(reached, _told(application, at=at))]


def is_told(application: Application, *, at: dt.datetime) -> bool:
    """Say whether the applicant knows the outcome, or the letter is under way."""
    return application.outcome_sent_at is not None and application.outcome_sent_at <= at


def is_written(application: Application) -> bool:
    """Say whether letters tell of the stage on the way, whenever they leave."""
    here = _WAY.index(Status(application.status))
    return _told(application, at=None) >= here


def ahead_of(status: Status) -> list[LetterKind]:
    """Return the letters that would no longer be true of an application there."""
    if status in {Status.NOT_SELECTED, Status.WITHDRAWN}:
        return [*_TOLD, LetterKind.REVIEWED, LetterKind.OUTCOME]
    if status is Status.HIRED:
        return [LetterKind.OUTCOME]
    here = _WAY.index(status)
    return [
        *(kind for kind, stage in _TOLD.items() if _WAY.index(stage) > here),
        LetterKind.OUTCOME,
    ]


def hear_by(application: Application) -> dt.date | None:
    """Return the day by which everybody hears, in the organisation's zone."""
    closes_at = application.position.closes_at
    if closes_at is None:
        return None
    days = organisation.current().reply_within_days
    return timezone.localtime(closes_at).date() + dt.timedelta(days=days)


def hear_by_words(application: Application) -> str:
    """Say that day as people read it: Friday 4 December."""
    return day_words(hear_by(application))


def day_words(day: dt.date | None) -> str:
    if day is None:
        return _("the day we tell you")
    this_year = timezone.localdate().year
    return date_format(day, "l j F" if day.year == this_year else "l j F Y")


def _words(  # noqa: PLR0911 -- one answer for each stage
    application: Application, stage: Status
) -> tuple[str, str]:
    by = hear_by_words(application)
    late = (day := hear_by(application)) is not None and day < timezone.localdate()
    hear = (
        _("You should have heard by %(day)s. That is our fault; write to us.")
        if late
        else _("You will hear from us by %(day)s, whatever the result.")
    ) % {"day": by}
    match stage:
        case Status.SUBMITTED:
            return (
                _("We have your application"),
                _("People will read all of it. ") + hear,
            )
        case Status.UNDER_REVIEW:
            return (
                _("Your application is being reviewed"),
                _("People read every application, and people decide. ") + hear,
            )
        case Status.SHORTLISTED:
            return (
                _("You are on the shortlist"),
                _("Your application is one of those we look at more closely. ") + hear,
            )
        case Status.INTERVIEW:
            return (
                _("We would like to meet you"),
                _("We wrote to you about an interview. Answer that letter, or ours."),
            )
        case Status.OFFER:
            return (
                _("We have made you an offer"),
                _("We wrote to you with the offer. Take the time you need to read it."),
            )
        case Status.HIRED:
            return (
                _("The job is yours"),
                _("You accepted our offer. We look forward to working with you."),
            )
        case Status.NOT_SELECTED:
            return (
                _("We did not choose you for this job"),
                _(
                    "We wrote to you with the reason. You may ask a person to look"
                    " again."
                ),
            )
        case _:
            return (
                _("You withdrew your application"),
                _("It is no longer read or ranked. Nothing more is needed from you."),
            )


def _steps(application: Application, stage: Status) -> tuple[Step, ...]:
    labels = {
        Status.SUBMITTED: _("Application received"),
        Status.UNDER_REVIEW: _("Being reviewed"),
        Status.SHORTLISTED: _("Shortlist"),
        Status.INTERVIEW: _("Interview"),
        Status.OFFER: _("Offer"),
    }
    dates = _dates(application)
    ended = stage not in _WAY
    here = _furthest(application) if ended else _WAY.index(stage)
    steps = []
    for number, (step, label) in enumerate(labels.items()):
        at = dates.get(step)
        state = "NEXT"
        if number < here or (ended and number == here):
            state = "DONE"
        elif number == here:
            state = "NOW"
        if state == "NEXT" and ended:
            break
        when = moment_words(at) if at and state != "NEXT" else ""
        steps.append(Step(label, when, state))
    if ended:
        label = {
            Status.HIRED: _("Accepted"),
            Status.NOT_SELECTED: _("Not selected"),
        }.get(stage, _("Withdrawn"))
        at = application.decided_at or dates.get(stage)
        steps.append(Step(label, moment_words(at) if at else "", "NOW"))
    else:
        steps.append(
            Step(
                _("Decision"),
                _("By %(day)s") % {"day": hear_by_words(application)},
                "NEXT",
            )
        )
    return tuple(steps)


def _furthest(application: Application) -> int:
    begun = 0 if application.status == Status.WITHDRAWN else 1
    return _told(application, at=timezone.now(), begun=begun)


def _told(application: Application, *, at: dt.datetime | None, begun: int = 1) -> int:
    """Return how far on the way the letters have told, those out at `at` or all."""
    told = [
        _WAY.index(_TOLD[LetterKind(letter.kind)])
        for letter in application.letters.all()
        if letter.kind in _TOLD and (at is None or letter.is_out(at))
    ]
    return max(told, default=begun)


def _dates(application: Application) -> dict[Status, dt.datetime]:
    """When each stage was reached last; the shortlist and later when it was told."""
    dates: dict[Status, dt.datetime] = {}
    for change in application.changes.all():
        dates[Status(change.new)] = change.at
    now = timezone.now()
    for letter in application.letters.all():
        stage = _TOLD.get(LetterKind(letter.kind))
        if stage is not None and letter.is_out(now):
            dates[stage] = letter.sent_at or letter.created_at
    if application.submitted_at:
        dates[Status.SUBMITTED] = application.submitted_at
    return dates


def moment_words(at: dt.datetime) -> str:
    """Say a moment in the organisation's zone: 11 November, 19:48."""
    local = timezone.localtime(at)
    same_year = local.year == timezone.localdate().year
    return date_format(local, "j F, H:i" if same_year else "j F Y, H:i")


@dataclass(frozen=True, slots=True)
class Closing:
    """When a position closes, and until when who has begun may send."""

    closes_at: dt.datetime
    ends_at: dt.datetime
    is_over: bool


def closing_near(position: Position, *, at: dt.datetime) -> Closing | None:
    """Return the end of the time to apply once it is less than a day away."""
    closes_at = position.closes_at
    if closes_at is None or at < closes_at - CLOSING_NEAR:
        return None
    grace = dt.timedelta(minutes=position.grace_minutes)
    return Closing(closes_at, closes_at + grace, is_over=closes_at <= at)
