"""Finding listed words and phrases among the words of a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from positions.clarity.lexicon import Entry, Listed, Phrase
    from positions.clarity.text import Word

_ABBREVIATED = 3  # "max. 5": a full stop after so short a word ends no sentence


@dataclass(frozen=True, slots=True)
class Match:
    """`entry` stands at the words [first, last)."""

    first: int
    last: int
    entry: Entry


def find(
    words: Sequence[Word],
    index: Mapping[str, tuple[Listed, ...]],
    numbers: Collection[str],
) -> Iterator[Match]:
    """Yield the listed phrases in reading order, the longest at each place."""
    place = 0
    while place < len(words):
        match = _longest(words, place, index, numbers)
        if match:
            yield match
        place = match.last if match else place + 1


def starts_here(
    words: Sequence[Word],
    place: int,
    phrase: Phrase,
    numbers: Collection[str] = (),
) -> bool:
    """Whether the phrase stands at this place, no comma or stop inside."""
    if place < 0 or place + len(phrase) > len(words):
        return False
    for number, wanted in enumerate(phrase):
        word = words[place + number]
        if not _agrees(word, wanted, numbers):
            return False
        if number and _parted(words[place + number - 1], word):
            return False
    return True


def _longest(
    words: Sequence[Word],
    place: int,
    index: Mapping[str, tuple[Listed, ...]],
    numbers: Collection[str],
) -> Match | None:
    low = words[place].low
    listed = index.get(low, ())
    if is_number(low, numbers):
        listed = (*listed, *index.get("#", ()))
    following = words[place + 1].low if place + 1 < len(words) else ""
    for one in listed:
        if len(one.phrase) > 1 and one.phrase[1] not in (following, "*", "#"):
            continue  # most phrases end here, and cheaply
        if starts_here(words, place, one.phrase, numbers):
            if _is_harmless(words, place, one, numbers):
                return None
            return Match(place, place + len(one.phrase), one.entry)
    return None


def _is_harmless(
    words: Sequence[Word], place: int, listed: Listed, numbers: Collection[str]
) -> bool:
    """Whether a phrase of `unless` covers the first word of what was found."""
    return any(
        starts_here(words, place - shift, phrase, numbers)
        for phrase in listed.unless
        for shift in range(len(phrase))
    )


def is_number(low: str, numbers: Collection[str]) -> bool:
    return low[0].isdigit() or low in numbers


def _agrees(word: Word, wanted: str, numbers: Collection[str]) -> bool:
    if wanted == "#":
        return is_number(word.low, numbers)
    return wanted in (word.low, "*")


def _parted(before: Word, word: Word) -> bool:
    if "." in word.gap:
        return len(before.low) > _ABBREVIATED
    return word.after_comma or word.after_stop
