"""The life of a position: each move of it, and what must be so before."""

import datetime as dt
from typing import TYPE_CHECKING

import pghistory
from django.db import transaction
from django.utils.translation import gettext as _

from positions.enums import CloseReason, Workplace
from positions.models import PlanVersion, Position
from positions.moves import Status
from positions.services import approvals, plans, status
from positions.services.plans import Problem
from positions.signals import closing_moved

if TYPE_CHECKING:
    from backoffice_ats.accounts.models import User


WrongStatusError = status.WrongStatusError


def missing(position: Position, *, at: dt.datetime) -> list[Problem]:
    """Say in words what is missing before strangers may see the advert."""
    return [
        *_advert_problems(position),
        *closing_problems(position.closes_at, at=at),
        *plans.problems_of(position),
    ]


def _advert_problems(position: Position) -> list[Problem]:
    found = []
    if not position.summary.strip():
        found.append(
            Problem("about", _("Say in a few sentences what this job is for."))
        )
    if position.workplace != Workplace.REMOTE and not position.place.strip():
        found.append(Problem("pay", _("Say where the job is.")))
    if position.pay_low is None and position.pay_high is None:
        found.append(Problem("pay", _("Say what the job pays.")))
    return found


def closing_problems(
    closes_at: dt.datetime | None, *, at: dt.datetime
) -> list[Problem]:
    """Say what is wrong with a closing moment, seen from `at`."""
    if closes_at is None:
        return [Problem("about", _("Say until when people may apply."))]
    if closes_at <= at:
        return [
            Problem("about", _("The closing moment has passed. Choose a later one."))
        ]
    return []


@transaction.atomic
def send_for_approval(position: Position, *, by: "User", at: dt.datetime) -> None:
    """Ask the chain to approve a draft, or what has changed on a running position.

    Raises WrongStatusError for any other, PlanIncompleteError with everything that is
    missing from a draft, approvals.NothingToApproveError when nothing has changed or a
    request runs, approvals.NobodyMayApproveError.
    """
    plans.lock(position)
    if not position.is_running:
        status.refuse_unless(position, Status.IN_APPROVAL)
        if found := missing(position, at=at):
            raise plans.PlanIncompleteError(found)
    elif not approvals.changes_to_approve(position):
        raise approvals.NothingToApproveError
    approvals.begin(position, by=by, at=at)
    if not position.is_running:
        status.move(position, Status.IN_APPROVAL, by=by)


@transaction.atomic
def publish(
    position: Position, *, by: "User", at: dt.datetime, reason: str = ""
) -> Position:
    """Freeze the plan and let people apply.

    A draft goes straight out where nobody needs to be asked. Raises WrongStatusError
    for anything but a draft and what is approved, approvals.NotApprovedError,
    PlanIncompleteError with everything that is missing.
    """
    plans.lock(position)
    if not position.is_unpublished:
        raise WrongStatusError
    asked = approvals.is_asked()
    if asked and position.status == Status.DRAFT:
        raise approvals.NotApprovedError(
            approvals.changes_to_approve(position)
            or [_("it was taken back after it was approved")]
        )
    status.refuse_unless(position, Status.OPEN)
    approvals.refuse_unless_approved(position)
    if found := missing(position, at=at):
        raise plans.PlanIncompleteError(found)
    plans.freeze(position, by=by, at=at, reason=reason or _("Published"))
    if not asked:
        approvals.note_unasked(position, by=by, at=at)
    return status.move(position, Status.OPEN, by=by, published_at=at)


@transaction.atomic
def freeze_again(
    position: Position, *, by: "User", at: dt.datetime, reason: str
) -> PlanVersion:
    """Make the changed definition what people are judged by, on a running position.

    Raises WrongStatusError, approvals.NotApprovedError, PlanIncompleteError and
    PlanUnchangedError.
    """
    plans.lock(position)
    if not position.is_running:
        raise WrongStatusError
    approvals.refuse_unless_approved(position)
    return plans.freeze(position, by=by, at=at, reason=reason)


@transaction.atomic
def pause(position: Position, *, by: "User") -> Position:
    """Take the advert down for a while; drafts and applications stay as they are."""
    plans.lock(position)
    return status.move(position, Status.PAUSED, by=by)


@transaction.atomic
def close(
    position: Position,
    *,
    by: "User",
    at: dt.datetime,
    reason: CloseReason = CloseReason.CLOSED,
) -> Position:
    """Take the advert down. Applications stay, and can still be decided."""
    plans.lock(position)
    if not position.is_running:
        raise WrongStatusError
    approvals.abandon(position, by=by, at=at)
    return status.move(
        position,
        Status.CLOSED,
        by=by,
        closed_at=at,
        close_reason=reason.value,
        openings_wanted=None,
    )


@transaction.atomic
def reopen(
    position: Position, *, by: "User", at: dt.datetime, closes_at: dt.datetime
) -> Position:
    """Put the advert of a closed or paused position up again, with the plan it had.

    Raises WrongStatusError for any other, PlanIncompleteError if the closing moment is
    not in the future.
    """
    plans.lock(position)
    if position.is_unpublished:
        raise WrongStatusError
    status.refuse_unless(position, Status.OPEN)
    if found := closing_problems(closes_at, at=at):
        raise plans.PlanIncompleteError(found)
    status.move(
        position,
        Status.OPEN,
        by=by,
        closes_at=closes_at,
        closed_at=None,
        close_reason="",
    )
    with pghistory.context(user=by.pk):
        closing_moved.send(sender=Position, position=position)
    return position


@transaction.atomic
def archive(position: Position, *, by: "User") -> Position:
    """Put a draft or a closed position away: lists leave it out unless asked."""
    plans.lock(position)
    return status.move(position, Status.ARCHIVED, by=by)


@transaction.atomic
def restore(position: Position, *, by: "User") -> Position:
    """Take it out of the archive, as what it was."""
    plans.lock(position)
    before = Status.CLOSED if position.published_at else Status.DRAFT
    if position.status != Status.ARCHIVED:
        raise WrongStatusError
    return status.move(position, before, by=by)
