"""Whether a text names a skill, licence or language. It can show, never disprove."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SENTENCE = re.compile(r"[.!?;\n]+(?:\s|$)")
_WORD = re.compile(r"[^\W_]+(?:[+#]+)?")
# Words of a sentence that make the naming no holding: on the way, over, or denied.
_OPEN = frozenset(
    {
        "aiming", "beginner", "expected", "expired", "former", "interested", "lapsed",
        "learning", "no", "not", "planned", "planning", "pursuing", "student",
        "studying", "toward", "towards", "training", "without",
    }
)  # fmt: skip


def names(name: str, texts: Iterable[str]) -> bool:
    """Say whether a sentence of a text holds the words of `name`, one after the other.

    Capitals and punctuation make no difference. A sentence that says that it is still
    being learnt, is over or is not there does not count.
    """
    wanted = _words(name)
    if not wanted:
        return False
    return any(
        _holds(words, wanted)
        for text in texts
        for sentence in _SENTENCE.split(text)
        if (words := _words(sentence)) and _OPEN.isdisjoint(set(words) - set(wanted))
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _holds(words: list[str], wanted: list[str]) -> bool:
    last = len(words) - len(wanted)
    return any(words[at : at + len(wanted)] == wanted for at in range(last + 1))
