"""Looks at the list of positions that somebody keeps under a name."""

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from positions.models import SavedView

if TYPE_CHECKING:
    from backoffice_ats.accounts.models import User

MOST = 20


class TooManyViewsError(Exception):
    """One person keeps no more than MOST."""


class NameTakenError(Exception):
    """This person has a view of that name."""


def of(user: "User") -> list[SavedView]:
    return list(SavedView.objects.filter(user=user).order_by("name", "pk"))


@transaction.atomic
def save(user: "User", name: str, query: str) -> SavedView:
    """Keep the query under the name; the same name again takes the new query.

    Raises TooManyViewsError.
    """
    known = SavedView.objects.filter(user=user, name=name).first()
    if known is None and SavedView.objects.filter(user=user).count() >= MOST:
        raise TooManyViewsError
    view, _made = SavedView.objects.update_or_create(
        user=user, name=name, defaults={"query": query}
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
