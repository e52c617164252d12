"""Which positions, and whose."""

import datetime as dt
from typing import TYPE_CHECKING, Any, Self

from django.db.models import (
    Count,
    DateTimeField,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Now

from backoffice_ats.accounts.enums import Role
from positions.enums import ApprovalState, PositionStatus
from positions.moves import UNPUBLISHED

if TYPE_CHECKING:
    from backoffice_ats.accounts.models import User
    from positions.models import Approval, Opening, Position  # noqa: F401 -- the querysets' own types


class PositionQuerySet(QuerySet["Position"]):
    def visible_to(self, user: "User") -> Self:
        """Keep what this person may see: their work, and what they are to approve."""
        if not user.is_active:
            return self.none()
        if _sees_everything(user):
            return self
        return self.filter(_work_of(user) | Q(pk__in=self._asked_of(user)))

    def read_by(self, user: "User") -> Self:
        """Keep those whose applications this person may read.

        Approving a position shows its definition, not who applied.
        """
        if not user.is_active:
            return self.none()
        if _sees_everything(user):
            return self
        return self.filter(_work_of(user))

    def _asked_of(self, user: "User") -> "QuerySet[Any, Any]":
        """Return the keys of what this person is asked to approve, or answered."""
        running = Q(approvals__round__state=ApprovalState.WAITING) & (
            Q(approvals__approver=user)
            | (Q(approvals__role=user.role) & ~Q(approvals__round__sent_by=user))
        )
        answered = Q(approvals__decided_by=user)
        return type(self)(self.model).filter(running | answered).values("pk")

    def accepting(self, at: dt.datetime | None = None) -> Self:
        """Keep what strangers see in lists and feeds at this moment.

        Without a moment the database's clock decides.
        """
        return self.reachable(at).filter(confidential=False)

    def reachable(self, at: dt.datetime | None = None) -> Self:
        """Keep what who knows the address may read and begin to apply for.

        That is what is listed, and confidential positions.
        """
        return self.filter(status=PositionStatus.OPEN, closes_at__gt=at or Now())

    def open_to_draft(self, begun_at: dt.datetime) -> Self:
        """Keep what still takes an application begun at that moment.

        Who has begun before the closing moment gets the position's grace. The
        database's clock decides: all web servers agree on it.
        """
        grace = ExpressionWrapper(
            F("grace_minutes") * Value(dt.timedelta(minutes=1)),
            output_field=DurationField(),
        )
        ends = ExpressionWrapper(F("closes_at") + grace, output_field=DateTimeField())
        return self.annotate(grace_ends=ends).filter(
            Q(closes_at__gt=Now()) | Q(closes_at__gt=begun_at, grace_ends__gt=Now()),
            status=PositionStatus.OPEN,
        )

    def matching(self, words: str) -> Self:
        """Keep what has every one of these words in its advert's head."""
        found = self
        for word in words.split():
            found = found.filter(
                Q(title__icontains=word)
                | Q(department__icontains=word)
                | Q(summary__icontains=word)
                | Q(place__icontains=word)
                | Q(code__icontains=word)
            )
        return found

    def with_counts(self) -> Self:
        """Add `application_count` (drafts are never counted) and `team_count`."""
        return self.annotate(
            application_count=Count(
                "applications",
                filter=Q(applications__submitted_at__isnull=False),
                distinct=True,
            ),
            team_count=Count("team", distinct=True),
        )

    def with_application_count(self) -> Self:
        """Add `application_count` alone; a sum per row, and no join multiplied."""
        counted = (
            self.model.objects.filter(pk=OuterRef("pk"))
            .order_by()
            .values("pk")
            .annotate(
                n=Count(
                    "applications",
                    filter=Q(applications__submitted_at__isnull=False),
                )
            )
            .values("n")
        )
        return self.annotate(application_count=Subquery(counted))


def _sees_everything(user: "User") -> bool:
    return user.is_superuser or user.role in {Role.ADMINISTRATOR, Role.AUDITOR}


def _work_of(user: "User") -> Q:
    """Say which positions are this person's work, by role, team and ownership."""
    serves = Q(Exists(user.teams.filter(position=OuterRef("pk"))))
    if user.role == Role.HR_MANAGER:
        return Q(confidential=False) | Q(owner=user) | serves
    return serves & ~Q(status__in=UNPUBLISHED)


class ApprovalQuerySet(QuerySet["Approval"]):
    def next_ones(self) -> Self:
        """Keep the one step of each running request whose turn it is."""
        before = self.model.objects.filter(
            round=OuterRef("round"),
            order__lt=OuterRef("order"),
            state=ApprovalState.WAITING,
        )
        return self.filter(
            ~Exists(before),
            state=ApprovalState.WAITING,
            round__state=ApprovalState.WAITING,
        )

    def for_person(self, user: "User") -> Self:
        """Keep what this person may decide: nobody decides what they have sent."""
        if not user.is_active:
            return self.none()
        return self.filter(Q(approver=user) | Q(role=user.role)).exclude(
            round__sent_by=user
        )


class OpeningQuerySet(QuerySet["Opening"]):
    def in_force(self) -> Self:
        return self.filter(cancelled_at__isnull=True)

    def free(self) -> Self:
        """Keep those nobody sits on; the seat is a row of the floor above."""
        return self.in_force().filter(seat__isnull=True)
