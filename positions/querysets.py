"""Which positions, and whose."""

import datetime as dt
from typing import TYPE_CHECKING, Self

from django.db.models import Exists, OuterRef, QuerySet

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
        members = self.model._meta.get_field("team").related_model
        return self.filter(
            Exists(members.objects.filter(position=OuterRef("pk"), user=user))
        ).exclude(status=PositionStatus.DRAFT)

    def accepting(self, at: dt.datetime) -> Self:
        """Keep what strangers see and may apply for at this moment."""
        return self.filter(status=PositionStatus.OPEN, closes_at__gt=at)
