"""A text as words that know where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:[’'.\-–/&][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """`low` is for comparing; `gap` is what stands between the word before and this."""

    text: str
    low: str
    start: int
    end: int
    gap: str

    @property
    def after_comma(self) -> bool:
        return "," in self.gap

    @property
    def after_stop(self) -> bool:
        """Whether a colon, semicolon, dash, bracket or full stop stands before it."""
        return any(mark in self.gap for mark in ":;.()–—!?")


def words_of(text: str) -> list[Word]:
    """Return the words of a text, spans into it; punctuation is left to the gaps."""
    found, last = [], 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match.group()
        low = word.lower()
        if not low.isascii():
            low = low.replace("’", "'").replace("–", "-")
        found.append(Word(word, low, start, end, text[last:start]))
        last = end
    return found
