"""Searches for people that colleagues keep under a name."""

import re
from collections.abc import Iterable
from urllib.parse import parse_qs

from candidates.services.answers import Person
from positions.enums import ListKind
from positions.models import SavedView


def forget(written: Iterable[Person]) -> int:
    """Delete the kept searches that name somebody who is erased. Returns how many.

    `written` is how they were called and reached: a search that says their address or
    number, or every word of their name, in its words or in its title, is one for them.
    """
    said = [_signs_of(one) for one in written]
    found = [
        view.pk
        for view in SavedView.objects.filter(of=ListKind.PEOPLE)
        if any(_is_named(signs, view) for signs in said)
    ]
    SavedView.objects.filter(pk__in=found).delete()
    return len(found)


def _signs_of(person: Person) -> list[set[str]]:
    """Return sets of words; each tells who somebody is once all of it is there."""
    signs = [person.name, person.email, person.phone]
    return [words for sign in signs if (words := _words(sign))]


def _is_named(signs: list[set[str]], view: SavedView) -> bool:
    typed = " ".join([view.name, *parse_qs(view.query).get("q", [])])
    words = _words(typed)
    return any(sign <= words for sign in signs)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))
