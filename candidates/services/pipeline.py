"""Moving applications: the only writer of their status after they are sent."""

import datetime as dt

from django.db import transaction
from django.db.models import F, Q, QuerySet

from backoffice_ats.accounts.enums import Role
from backoffice_ats.accounts.models import User
from candidates.enums import LetterKind, ReasonCode
from candidates.models import Application, Seat, Stage, StatusChange
from candidates.querysets import ApplicationQuerySet
from candidates.services import letters, standing, ways, wording
from candidates.signals import status_changed
from candidates.stages import DECIDED, MAY_WITHDRAW, OPEN, Status, may_move
from positions.models import Position

# What a move can tell the applicant, and in which letter.
_NEWS = {
    Status.UNDER_REVIEW: LetterKind.REVIEWED,
    Status.SHORTLISTED: LetterKind.SHORTLISTED,
    Status.INTERVIEW: LetterKind.INVITATION,
    Status.OFFER: LetterKind.OFFER,
}

# Who got one of these knows that the first review is over.
_AFTER_REVIEW = [*_NEWS.values(), LetterKind.OUTCOME]


class MoveNotAllowedError(Exception):
    """The application may not go from where it stands to there."""


class ReasonMissingError(Exception):
    """A negative decision needs a reason."""


class SeatsFilledError(Exception):
    """All openings of the position are filled."""


class NothingToTellError(Exception):
    """There is no decision the applicant does not know yet."""


class NoAddressError(Exception):
    """The applicant gave no e-mail address."""


@transaction.atomic
def move(  # noqa: PLR0913 -- a move is all of these, and they are named
    application: Application,
    new: Status,
    *,
    by: User,
    at: dt.datetime,
    reason_code: str = "",
    note: str = "",
    stage: Stage | None = None,
    tell: bool = False,
    leave_at: dt.datetime | None = None,
) -> Application:
    """Move an application; with `tell`, write the letter if there is news.

    `stage` is one of the position's own stages of that status, else the first is taken.
    Letters that were written and would no longer be true are taken back, if they have
    not left. Raises MoveNotAllowedError, ReasonMissingError or SeatsFilledError. Hiring
    fills a seat, and a position never has more people hired than openings.
    """
    application = _locked(application)
    old = Status(application.status)
    stage = ways.stage_in(application.position, new, stage)
    if not _may_move(application, new, stage):
        raise MoveNotAllowedError(f"{old} to {new}")
    if new is Status.NOT_SELECTED and reason_code not in ReasonCode.values:
        raise ReasonMissingError
    if new is Status.HIRED:
        _take_seat(application, at=at)
    decided = new in DECIDED
    application.status = new.value
    application.stage = stage
    application.decided_at = at if decided else None
    application.decided_by = by if decided else None
    application.reason_code = reason_code if new is Status.NOT_SELECTED else ""
    application.note = note or application.note
    application.outcome_sent_at = None
    application.save()
    letters.take_back(application, standing.ahead_of(new), at=at)
    _record(application, old, by=by, at=at)
    if tell and can_announce(application):
        announce(application, by=by, at=at, leave_at=leave_at)
    return application


@transaction.atomic
def announce(
    application: Application,
    *,
    by: User,  # noqa: ARG001 -- the trail records the request's user; kept so that telling always has a teller
    at: dt.datetime,
    leave_at: dt.datetime | None = None,
) -> Application:
    """Write the letter about where the application stands now.

    It leaves in office hours, from `leave_at` on if that is later. Telling is apart from
    deciding: the status page shows it once the letter's time has come. Raises
    NothingToTellError and NoAddressError.
    """
    application = _locked(application)
    status = Status(application.status)
    leaves = letters.in_office_hours(max(leave_at or at, at))
    if not can_announce(application):
        raise NothingToTellError
    kind, text, words = _news_of(application, status)
    letter = letters.write(application, kind, at=leaves, text=text, by=None, **words)
    if letter is None:
        raise NoAddressError
    if status in DECIDED:
        application.outcome_sent_at = leaves
        application.save(update_fields=["outcome_sent_at", "updated_at"])
    return application


def preview(
    application: Application, new: Status, *, reason_code: str = ""
) -> wording.Text | None:
    """Return the letter that a move would bring; None where it brings none."""
    if new not in _NEWS and new not in DECIDED:
        return None
    kind, text, words = _news_of(application, new, reason_code)
    source = wording.text_of(
        text or kind.lower(), wording.language_of(application.position)
    )
    return wording.fill(source, letters.words_for(application, **words))


@transaction.atomic
def plan_next(
    application: Application, *, owner: User | None, action: str, on: dt.date | None
) -> Application:
    """Write down who does what next, and by when; empty takes it back."""
    application = _locked(application)
    application.owner = owner
    application.next_action = action
    application.next_action_on = on
    application.save(
        update_fields=["owner", "next_action", "next_action_on", "updated_at"]
    )
    return application


def next_for(user: User) -> ApplicationQuerySet:
    """Return what this person is to do next, what is due first."""
    found: ApplicationQuerySet = (
        Application.objects.visible_to(user)
        .without_outcome()
        .filter(owner=user)
        .exclude(next_action="")
        .select_related("position", "candidate")
        .order_by(F("next_action_on").asc(nulls_last=True), "pk")
    )
    return found


def may_own(application: Application) -> "QuerySet[User]":
    """Return the colleagues who can be given the next step: those who move people."""
    found: QuerySet[User] = User.objects.filter(
        is_active=True, role__in=[Role.HR_MANAGER, Role.ADMINISTRATOR]
    )
    if application.position.confidential:
        found = found.filter(
            Q(pk=application.position.owner_id)
            | Q(teams__position=application.position_id)
        ).distinct()
    return found.order_by("name", "pk")


def can_announce(application: Application) -> bool:
    """Say whether there is a decision the applicant does not know yet."""
    status = Status(application.status)
    if status in DECIDED:
        return application.outcome_sent_at is None
    if status is Status.UNDER_REVIEW:
        return not application.letters.filter(kind__in=_AFTER_REVIEW).exists()
    return status in _NEWS and not standing.is_written(application)


@transaction.atomic
def withdraw(application: Application, *, at: dt.datetime) -> Application:
    """Let the applicant leave; a second time changes nothing.

    Possible while the applicant has not been told of an outcome: one that waits untold
    stays in the history and must not show by a refusal. Raises MoveNotAllowedError.
    """
    return _leave(_locked(application), by=None, at=at)


@transaction.atomic
def record_leaving(
    application: Application,
    *,
    by: User,
    at: dt.datetime,
    declined: bool = False,
    note: str = "",
) -> Application:
    """Write down that an applicant left by telephone or letter.

    Declining an offer is leaving, too: the applicant decided, not we. So it counts as
    WITHDRAWN with the reason OFFER_DECLINED, and never as a rejection in any report.
    """
    application = _locked(application)
    if declined and application.status != Status.OFFER:
        raise MoveNotAllowedError(f"{application.status} is no offer")
    application.note = note or application.note
    reason = ReasonCode.OFFER_DECLINED.value if declined else ""
    return _leave(application, by=by, at=at, reason_code=reason)


def seats_left(position: Position) -> int:
    """Return how many openings nobody has accepted yet."""
    free: int = position.seats.free().count()
    return free


def unresolved(position: Position) -> ApplicationQuerySet:
    """Return everyone without an outcome once the last seat is filled; else nobody."""
    waiting: ApplicationQuerySet = (
        Application.objects.for_position(position)
        .without_outcome()
        .select_related("candidate", "position")
        .order_by("submitted_at", "pk")
    )
    return waiting.none() if seats_left(position) else waiting


def _news_of(
    application: Application, status: Status, reason_code: str = ""
) -> tuple[LetterKind, str, dict[str, str]]:
    """Say which letter tells of a status, by which text and with which words."""
    with wording.speaking(application.position):
        if status in DECIDED:
            reason = reason_code or application.reason_code
            language = wording.language_of(application.position)
            said = wording.reasons_in(language)[reason] if reason else ""
            return LetterKind.OUTCOME, f"outcome_{status.lower()}", {"reason": said}
        return (
            _NEWS[status],
            "",
            {"hear_by": standing.hear_by_words(application)},
        )


def _leave(
    application: Application,
    *,
    by: User | None,
    at: dt.datetime,
    reason_code: str = "",
) -> Application:
    old = Status(application.status)
    if old is Status.WITHDRAWN:
        return application
    untold = old in DECIDED and not standing.is_told(application, at=at)
    if old not in MAY_WITHDRAW and not untold:
        raise MoveNotAllowedError(f"{old} to {Status.WITHDRAWN}")
    if old is Status.HIRED:  # decided and not told: the opening is free again
        Seat.objects.filter(application=application).delete()
    application.status = Status.WITHDRAWN.value
    application.stage = None
    application.outcome_sent_at = None
    application.reason_code = reason_code
    application.decided_at = at if by else None
    application.decided_by = by
    application.save()
    letters.take_back(application, standing.ahead_of(Status.WITHDRAWN), at=at)
    _record(application, old, by=by, at=at)
    letters.write(application, LetterKind.WITHDRAWN, at=at)
    return application


def _record(
    application: Application, old: Status, *, by: User | None, at: dt.datetime
) -> None:
    StatusChange.objects.create(
        application=application,
        old=old.value,
        new=application.status,
        stage=application.stage.name if application.stage else "",
        by=by,
        reason_code=application.reason_code,
        at=at,
    )
    if old is not Status(application.status):
        status_changed.send(sender=Application, application=application)


def _may_move(application: Application, new: Status, stage: Stage | None) -> bool:
    """Allow the moves of the table, and from stage to stage inside a status."""
    old = Status(application.status)
    if old is new:
        return old in OPEN and stage is not None and stage.pk != application.stage_id
    return may_move(old, new)


def _take_seat(application: Application, *, at: dt.datetime) -> None:
    """Fill the lowest free opening.

    The position is held until the commit, so that two people cannot take one seat and
    nobody cancels it meanwhile.
    """
    position = Position.objects.select_for_update(no_key=True).get(
        pk=application.position_id
    )
    opening = position.seats.free().order_by("number").first()
    if opening is None:
        raise SeatsFilledError
    Seat.objects.create(opening=opening, application=application, filled_at=at)


def _locked(application: Application) -> Application:
    locked: Application = (
        Application.objects.select_for_update(of=("self",), no_key=True)
        .select_related("position", "candidate", "stage")
        .get(pk=application.pk)
    )
    return locked
