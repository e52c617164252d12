"""Find positions and people by a few letters, among what one may see."""

from typing import Any

from django.db.models import Q, QuerySet

from backoffice_ats.accounts.enums import Role
from backoffice_ats.accounts.models import User
from candidates.models import Application
from positions.models import Position


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
    """Find applications by name, address, reference or code.

    Where names are hidden from this reader, a name finds nothing: else the search
    would reveal who is behind a code.
    """
    named = Q(candidate__name__icontains=words) | Q(candidate__email__icontains=words)
    if user.role == Role.PANEL_MEMBER:
        named &= Q(position__blind_review=False)
    found: QuerySet[Any] = (
        Application.objects.visible_to(user)
        .filter(named | Q(reference__iexact=words) | Q(code__iexact=words))
        .select_related("candidate", "position")
        .order_by("-submitted_at", "-pk")
    )
    return found
