"""Open a position to applicants, close it, open it again."""

import datetime as dt
from typing import TYPE_CHECKING

import pghistory
from django.db import transaction
from django.utils.translation import gettext as _

from positions.enums import PositionStatus, Workplace
from positions.models import Position
from positions.services import plans
from positions.services.plans import Problem
from positions.signals import closing_moved

if TYPE_CHECKING:
    from backoffice_ats.accounts.models import User


class WrongStatusError(Exception):
    """The position is not in a status from which this is possible."""


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
def publish(
    position: Position, *, by: "User", at: dt.datetime, reason: str = ""
) -> Position:
    """Freeze the plan and let people apply.

    Raises WrongStatusError unless it is a draft, PlanIncompleteError with everything
    that is missing.
    """
    plans.lock(position)
    if position.status != PositionStatus.DRAFT:
        raise WrongStatusError
    if found := missing(position, at=at):
        raise plans.PlanIncompleteError(found)
    plans.freeze(position, by=by, at=at, reason=reason or _("Published"))
    position.status = PositionStatus.OPEN
    position.published_at = at
    with pghistory.context(user=by.pk):
        position.save(update_fields=["status", "published_at", "updated_at"])
    return position


@transaction.atomic
def close(position: Position, *, by: "User", at: dt.datetime) -> Position:
    """Take the advert down. Applications stay, and can still be decided."""
    plans.lock(position)
    if position.status != PositionStatus.OPEN:
        raise WrongStatusError
    position.status = PositionStatus.CLOSED
    position.closed_at = at
    with pghistory.context(user=by.pk):
        position.save(update_fields=["status", "closed_at", "updated_at"])
    return position


@transaction.atomic
def reopen(
    position: Position, *, by: "User", at: dt.datetime, closes_at: dt.datetime
) -> Position:
    """Put the advert up again until `closes_at`, with the plan it had.

    Raises WrongStatusError unless it is closed, PlanIncompleteError if the closing
    moment is not in the future.
    """
    plans.lock(position)
    if position.status != PositionStatus.CLOSED:
        raise WrongStatusError
    if found := closing_problems(closes_at, at=at):
        raise plans.PlanIncompleteError(found)
    position.status = PositionStatus.OPEN
    position.closes_at = closes_at
    position.closed_at = None
    with pghistory.context(user=by.pk):
        position.save(update_fields=["status", "closes_at", "closed_at", "updated_at"])
        closing_moved.send(sender=Position, position=position)
    return position
