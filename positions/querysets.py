"""Which positions, and whose."""

import datetime as dt
from typing import TYPE_CHECKING, Self

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from backoffice_ats.accounts.enums import Role
from positions.enums import PositionStatus

if TYPE_CHECKING:
    from backoffice_ats.accounts.models import User
    from positions.models import Position  # noqa: F401 -- the queryset's own type


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
