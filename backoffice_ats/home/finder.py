"""Find positions and people by a few letters, among what one may see."""

from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from backoffice_ats.accounts.models import User
from candidates.services import search
from positions.models import Position

if TYPE_CHECKING:
    from candidates.models import Application


def positions(words: str, user: User) -> "QuerySet[Position]":
    """Find positions by title, department or reference."""
    found: QuerySet[Position] = (
        Position.objects.visible_to(user)
        .filter(
            Q(title__icontains=words)
            | Q(department__icontains=words)
            | Q(code__icontains=words)
        )
        .order_by("status", "title", "pk")
    )
    return found


def applications(words: str, user: User) -> "QuerySet[Application]":
    """Find applications by name, mark or any word of them.

    Where names are hidden from this reader, a name finds nothing: else the search
    would reveal who is behind a code.
    """
    found: QuerySet[Application] = search.find(user, words, search.Filters())
    return found.select_related("candidate", "position")
