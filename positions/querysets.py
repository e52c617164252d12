"""Which positions, and whose."""

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple, Self

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    Max,
    OuterRef,
    Q,
    QuerySet,
    When,
)

from backoffice_ats.accounts.enums import Role
from positions.enums import PositionStatus

if TYPE_CHECKING:
    from backoffice_ats.accounts.models import User
    from positions.models import Position  # noqa: F401 -- the queryset's own type


_TOWN = Case(When(locality="", then=F("place")), default=F("locality"))


class BoardState(NamedTuple):
    """What a cached copy of the careers site is compared by."""

    open_jobs: int
    changed_at: dt.datetime | None


class PositionQuerySet(QuerySet["Position"]):
    def visible_to(self, user: "User") -> Self:
        """Keep what this person may see: a panel member only what they serve on."""
        if not user.is_active:
            return self.none()
        if user.role != Role.PANEL_MEMBER:
            return self
        return self.filter(Exists(user.teams.filter(position=OuterRef("pk")))).exclude(
            status=PositionStatus.DRAFT
        )

    def accepting(self, at: dt.datetime) -> Self:
        """Keep what strangers see and may apply for at this moment."""
        return self.filter(status=PositionStatus.OPEN, closes_at__gt=at)

    def was_public(self) -> Self:
        """Keep what strangers may see or could see once: what was ever published."""
        return self.filter(published_at__isnull=False).exclude(
            status=PositionStatus.DRAFT
        )

    def with_town(self) -> Self:
        """Add `town`: what a list of places calls the place of a position."""
        return self.annotate(town=_TOWN)

    def departments_and_towns(self) -> list[tuple[str, str]]:
        """List what these positions can be filtered by, each pair once."""
        pairs = self.order_by().annotate(town=_TOWN).values_list("department", "town")
        return list(pairs.distinct())

    def board_state(self, at: dt.datetime) -> "BoardState":
        """Say how many are open and when the public board last changed; one query.

        A board changes when somebody saves or freezes, and when a closing passes.
        """
        open_now = Q(pk__in=type(self)(self.model).accepting(at).values("pk"))
        found = self.was_public().aggregate(
            open_jobs=Count("pk", filter=open_now, distinct=True),
            saved=Max("updated_at"),
            frozen=Max("versions__frozen_at"),
            closed=Max("closes_at", filter=Q(closes_at__lte=at)),
        )
        open_jobs = found.pop("open_jobs")
        moments = [moment for moment in found.values() if moment]
        return BoardState(open_jobs, max(moments, default=None))

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
