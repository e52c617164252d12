"""Looks at a list that somebody keeps under a name."""

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from positions.enums import ListKind
from positions.models import SavedView

if TYPE_CHECKING:
    from backoffice_ats.accounts.models import User

MOST = 20


class TooManyViewsError(Exception):
    """One person keeps no more than MOST of one list."""


class NameTakenError(Exception):
    """This person has a view of that list and name."""


def of(user: "User", kind: ListKind | None = None) -> list[SavedView]:
    """Return somebody's views of one list, or of every list."""
    views = SavedView.objects.filter(user=user).order_by("of", "name", "pk")
    return list(views.filter(of=kind) if kind else views)


@transaction.atomic
def save(user: "User", kind: ListKind, name: str, query: str) -> SavedView:
    """Keep the query under the name; the same name again takes the new query.

    Raises TooManyViewsError.
    """
    mine = SavedView.objects.filter(user=user, of=kind)
    if not mine.filter(name=name).exists() and mine.count() >= MOST:
        raise TooManyViewsError
    view, _made = SavedView.objects.update_or_create(
        user=user, of=kind, name=name, defaults={"query": query}
    )
    return view


def rename(view: SavedView, name: str) -> None:
    """Give it another name. Raises NameTakenError."""
    view.name = name
    try:
        with transaction.atomic():
            view.save(update_fields=["name"])
    except IntegrityError as error:
        raise NameTakenError from error
