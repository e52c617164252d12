"""The word lists of the clarity checks: what stands in them, and how to change that."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pghistory
from django.db import IntegrityError, transaction

from positions.clarity.lexicon import ACRONYM, RULES, VERB, Lexicon
from positions.enums import WordAction
from positions.models import WordChange
from positions.services.clarity import LANGUAGE

if TYPE_CHECKING:
    from backoffice_ats.accounts.models import User

LISTS = (*RULES, VERB, ACRONYM)


class AlreadyListedError(Exception):
    """The word stands in this list, or a change of it does."""


class NotListedError(Exception):
    """The files have no such word in this list."""


@dataclass(frozen=True, slots=True)
class ListedWord:
    """A word of a list, and what an administrator did to it, if anything."""

    category: str
    word: str
    why: str = ""
    suggestion: str = ""
    source: str = ""
    change: WordChange | None = None

    @property
    def is_silenced(self) -> bool:
        return self.change is not None and self.change.action == WordAction.SILENCE

    def has(self, part: str) -> bool:
        """Whether a part of its texts is this, in any case."""
        return any(
            part in text.lower() for text in (self.word, self.why, self.suggestion)
        )


def listed() -> list[ListedWord]:
    """Return every word of every list, changed ones first. One query."""
    changes = {
        (change.category, change.word.lower()): change
        for change in WordChange.objects.filter(language=LANGUAGE)
        .select_related("by")
        .order_by("-at", "-pk")
    }
    shipped = _shipped()
    changed = [_changed(change, shipped.get(key)) for key, change in changes.items()]
    return changed + [word for key, word in shipped.items() if key not in changes]


def _changed(change: WordChange, before: ListedWord | None) -> ListedWord:
    if before is None or change.action == WordAction.ADD:
        return ListedWord(
            category=change.category,
            word=change.word,
            why=change.why,
            suggestion=change.suggestion,
            change=change,
        )
    return ListedWord(
        category=before.category,
        word=before.word,
        why=before.why,
        suggestion=before.suggestion,
        source=before.source,
        change=change,
    )


def _shipped() -> dict[tuple[str, str], ListedWord]:
    """Return the words of the files; forms of a verb come with the verb."""
    lexicon = Lexicon.load(LANGUAGE)
    words = [
        ListedWord(one.category, one.word, one.why, one.suggestion, one.source)
        for one in lexicon.entries
        if one.base in {"", one.word}
    ]
    words += [ListedWord(VERB, verb) for verb in sorted(set(lexicon.verbs.values()))]
    words += [ListedWord(ACRONYM, short) for short in sorted(lexicon.acronyms)]
    return {(one.category, one.word.lower()): one for one in words}


def find(category: str, word: str) -> ListedWord:
    """Return a word of the files. Raises NotListedError if there is none."""
    found = _shipped().get((category, _plain(word)))
    if found is None:
        raise NotListedError
    return found


def add_word(
    *,
    category: str,
    word: str,
    why: str,
    suggestion: str,
    reason: str,
    by: "User",
    at: dt.datetime,
) -> WordChange:
    """Add a word to a list. Raises AlreadyListedError if it stands there."""
    if (category, _plain(word)) in _shipped():
        raise AlreadyListedError
    return _write(
        WordChange(
            language=LANGUAGE,
            category=category,
            word=" ".join(word.split()) if category == ACRONYM else _plain(word),
            action=WordAction.ADD,
            why=why,
            suggestion=suggestion,
            reason=reason,
            by=by,
            at=at,
        )
    )


def silence_word(
    *, category: str, word: str, reason: str, by: "User", at: dt.datetime
) -> WordChange:
    """Stop finding a word of the files.

    Raises NotListedError for a word they do not have, AlreadyListedError if it is
    silenced already.
    """
    found = find(category, word)
    return _write(
        WordChange(
            language=LANGUAGE,
            category=category,
            word=found.word,
            action=WordAction.SILENCE,
            reason=reason,
            by=by,
            at=at,
        )
    )


def _write(change: WordChange) -> WordChange:
    try:
        with transaction.atomic(), pghistory.context(user=change.by_id):
            change.save(force_insert=True)
    except IntegrityError as error:
        raise AlreadyListedError from error
    return change


@transaction.atomic
def take_back(change: WordChange, *, by: "User") -> None:
    """Undo a change of a list; the trail keeps that it was there."""
    with pghistory.context(user=by.pk):
        change.delete()


def _plain(word: str) -> str:
    return " ".join(word.lower().split())
