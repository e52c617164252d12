"""Moving applications: the only writer of their status after they are sent."""

import datetime as dt

from django.db import transaction
from django.db.models import F, Q, QuerySet

from backoffice_ats.accounts.enums import Role
from backoffice_ats.accounts.models import User
from candidates.enums import LetterKind, ReasonCode
from candidates.models import Application, Seat, StatusChange
from candidates.querysets import ApplicationQuerySet
from candidates.services import letters, standing
from candidates.signals import status_changed
from candidates.stages import DECIDED, MAY_WITHDRAW, Status, may_move
from positions.models import Position

# What a move can tell the applicant, and in which letter.
_NEWS = {
    Status.SHORTLISTED: LetterKind.SHORTLISTED,
    Status.INTERVIEW: LetterKind.INVITATION,
    Status.OFFER: LetterKind.OFFER,
}


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
def move(
    application: Application,
    new: Status,
    *,
    by: User,
    at: dt.datetime,
    reason_code: str = "",
    note: str = "",
    tell: bool = False,
) -> Application:
    """Move an application; with `tell`, write the letter if there is news.

    Raises MoveNotAllowedError, ReasonMissingError or SeatsFilledError. Hiring fills a
    seat, and a position never has more people hired than openings.
    """
    application = _locked(application)
    old = Status(application.status)
    if not may_move(old, new):
        raise MoveNotAllowedError(f"{old} to {new}")
    if new is Status.NOT_SELECTED and reason_code not in ReasonCode.values:
        raise ReasonMissingError
    if new is Status.HIRED:
        _take_seat(application, at=at)
    decided = new in DECIDED
    application.status = new.value
    application.decided_at = at if decided else None
    application.decided_by = by if decided else None
    application.reason_code = reason_code if new is Status.NOT_SELECTED else ""
    application.note = note or application.note
    application.outcome_sent_at = None
    application.save()
    _record(application, old, by=by, at=at)
    if tell and can_announce(application):
        announce(application, by=by, at=at)
    return application


@transaction.atomic
def announce(application: Application, *, by: User, at: dt.datetime) -> Application:  # noqa: ARG001 -- the trail records the request's user; kept so that telling always has a teller
    """Write the letter about where the application stands now.

    Telling is apart from deciding: only then the status page shows it. Raises
    NothingToTellError and NoAddressError.
    """
    application = _locked(application)
    status = Status(application.status)
    if not can_announce(application):
        raise NothingToTellError
    if status in DECIDED:
        letter = letters.write(
            application,
            LetterKind.OUTCOME,
            at=at,
            text=f"outcome_{status.lower()}",
            reason=str(application.get_reason_code_display()),
        )
        application.outcome_sent_at = at
        application.save(update_fields=["outcome_sent_at", "updated_at"])
    else:
        letter = letters.write(
            application,
            _NEWS[status],
            at=at,
            hear_by=standing.hear_by_words(application),
        )
    if letter is None:
        raise NoAddressError
    return application


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
    return status in _NEWS and standing.told_stage(application) is not status


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
    untold = old in DECIDED and application.outcome_sent_at is None
    if old not in MAY_WITHDRAW and not untold:
        raise MoveNotAllowedError(f"{old} to {Status.WITHDRAWN}")
    if old is Status.HIRED:  # decided and not told: the opening is free again
        Seat.objects.filter(application=application).delete()
    application.status = Status.WITHDRAWN.value
    application.reason_code = reason_code
    application.decided_at = at if by else None
    application.decided_by = by
    application.save()
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
        by=by,
        reason_code=application.reason_code,
        at=at,
    )
    status_changed.send(sender=Application, application=application)


def _take_seat(application: Application, *, at: dt.datetime) -> None:
    """Fill the lowest free opening.

    The position is held until the commit, so that two people cannot take one seat and
    nobody cancels it meanwhile.
    """
    position = Position.objects.select_for_update().get(pk=application.position_id)
    opening = position.seats.free().order_by("number").first()
    if opening is None:
        raise SeatsFilledError
    Seat.objects.create(opening=opening, application=application, filled_at=at)


def _locked(application: Application) -> Application:
    locked: Application = (
        Application.objects.select_for_update(of=("self",))
        .select_related("position", "candidate")
        .get(pk=application.pk)
    )
    return locked
