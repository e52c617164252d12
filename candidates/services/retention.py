"""How long what people sent is kept, and what goes next.

Everything of a person goes the organisation's months after the last of their positions
closed; what was begun and never sent goes a month after its position closed. Holds and
hired people stay.
"""

import calendar
import datetime as dt
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from backoffice_ats.accounts.models import User
from backoffice_ats.accounts.services import organisation
from backoffice_ats.audit.models import Act, AuditEvent
from candidates.enums import ErasureReason
from candidates.models import Application, Candidate, Hold, PoolConsent, Seat
from candidates.services import erasure
from candidates.stages import OPEN, Status
from positions.models import Position

DRAFTS_KEPT = dt.timedelta(days=30)
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Planned:
    """What goes of one position, and when. `held` says that a hold keeps it."""

    position: Position
    people: int
    on: dt.date
    held: Hold | None


@dataclass(frozen=True, slots=True)
class Done:
    """What one run erased."""

    people: int
    drafts: int


def due_people(at: dt.datetime) -> "QuerySet[Candidate]":
    """Return the people whose time is over: each of their positions closed long ago.

    Not those on hold, hired, still without an outcome, or kept in mind by consent.
    """
    over = months_later(at, -organisation.current().retention_months)
    theirs = Application.objects.filter(candidate=OuterRef("pk"))
    young = theirs.filter(
        Q(position__closed_at__isnull=True) | Q(position__closed_at__gt=over)
    )
    holds = Hold.objects.standing()
    held = theirs.filter(position__in=holds.values("position"))
    consents = PoolConsent.objects.standing(timezone.localtime(at).date())
    found: QuerySet[Candidate] = (
        Candidate.objects.filter(Exists(theirs))
        .exclude(Exists(consents.filter(application__candidate=OuterRef("pk"))))
        .exclude(Exists(young))
        .exclude(Exists(theirs.filter(status__in=OPEN)))
        .exclude(Exists(Seat.objects.filter(application__candidate=OuterRef("pk"))))
        .exclude(Exists(held))
        .exclude(Exists(holds.filter(candidate=OuterRef("pk"))))
        .order_by("pk")
    )
    return found


def due_drafts(at: dt.datetime) -> "QuerySet[Application]":
    """Return what was begun and never sent, a month after its position closed."""
    found: QuerySet[Application] = Application.objects.filter(
        status=Status.DRAFT, position__closed_at__lte=at - DRAFTS_KEPT
    ).order_by("pk")
    return found


def months_later(at: dt.datetime, months: int) -> dt.datetime:
    """Return the same day so many months later, or the last day of a shorter month."""
    years, month = divmod(at.year * 12 + at.month - 1 + months, 12)
    last = calendar.monthrange(years, month + 1)[1]
    return at.replace(year=years, month=month + 1, day=min(at.day, last))


def run(*, at: dt.datetime) -> Done:
    """Erase what is due, each person in a transaction of their own."""
    people = drafts = 0
    for candidate in due_people(at)[:AT_ONCE]:
        try:
            erasure.erase_person(candidate, by=None, at=at, why=ErasureReason.RETENTION)
        except (erasure.HeldError, erasure.HiredError, Candidate.DoesNotExist):
            continue  # meanwhile
        people += 1
    for draft in due_drafts(at)[:AT_ONCE]:
        drafts += erasure.erase_draft(draft, at=at) is not None
    return Done(people, drafts)


def planned_for(user: User) -> list[Planned]:
    """Say what goes when, for the closed positions this person sees. Two queries."""
    months = organisation.current().retention_months
    holds = Hold.objects.standing().filter(position=OuterRef("pk"))
    closed = (
        Position.objects.read_by(user)
        .filter(closed_at__isnull=False)
        .annotate(
            people=Count(
                "applications",
                filter=~Q(applications__status=Status.DRAFT),
                distinct=True,
            ),
            hold=Subquery(holds.order_by("-pk").values("pk")[:1]),
        )
        .filter(people__gt=0)
        .order_by(F("closed_at").asc(), "pk")
    )
    positions = [
        (one, getattr(one, "people", 0), getattr(one, "hold", None)) for one in closed
    ]
    standing = Hold.objects.in_bulk([hold for _, _, hold in positions if hold])
    return [
        Planned(
            position=one,
            people=people,
            on=timezone.localtime(months_later(one.closed_at, months)).date(),
            held=standing.get(hold),
        )
        for one, people, hold in positions
        if one.closed_at
    ]


@transaction.atomic
def hold(position: Position, *, reason: str, by: User, at: dt.datetime) -> Hold:
    """Keep everything of a position until the hold ends; a second hold is the first."""
    standing: Hold | None = (
        Hold.objects.standing().filter(position=position).order_by("pk").first()
    )
    if standing is not None:
        return standing
    made: Hold = Hold.objects.create(position=position, reason=reason, by=by, since=at)
    _note(Act.HELD, position, by=by, at=at)
    return made


@transaction.atomic
def release(position: Position, *, by: User, at: dt.datetime) -> None:
    """End a position's hold; what is overdue goes with the next run."""
    if Hold.objects.standing().filter(position=position).update(ended_at=at):
        _note(Act.RELEASED, position, by=by, at=at)


def _note(act: Act, position: Position, *, by: User, at: dt.datetime) -> None:
    AuditEvent.objects.create(
        act=act,
        actor=by,
        subject=Position._meta.label,
        subject_id=position.pk,
        position_id=position.pk,
        details={},
        at=at,
    )
