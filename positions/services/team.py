"""Who hires for a position."""

from typing import TYPE_CHECKING

import pghistory
from django.db import transaction

from positions.enums import TeamRole
from positions.models import Position, TeamMember
from positions.services import plans

if TYPE_CHECKING:
    from backoffice_ats.accounts.models import User


class NotAColleagueError(Exception):
    """This person cannot log in, so they cannot serve."""


@transaction.atomic
def add_member(
    position: Position, user: "User", *, role: TeamRole = TeamRole.MEMBER, by: "User"
) -> TeamMember:
    """Put somebody on the team, or give them another part; there is one chair.

    Raises NotAColleagueError for somebody who may not log in.
    """
    if not user.is_active:
        raise NotAColleagueError
    plans.lock(position)
    with pghistory.context(user=by.pk):
        if role == TeamRole.CHAIR:
            for chair in TeamMember.objects.filter(
                position=position, role=TeamRole.CHAIR
            ).exclude(user=user):
                chair.role = TeamRole.MEMBER
                chair.save(update_fields=["role"])
        member, _made = TeamMember.objects.update_or_create(
            position=position, user=user, defaults={"role": role}
        )
    return member


@transaction.atomic
def remove_member(position: Position, user: "User", *, by: "User") -> None:
    """Take somebody off the team; nothing happens if they are not on it."""
    with pghistory.context(user=by.pk):
        for member in TeamMember.objects.filter(position=position, user=user):
            member.delete()
