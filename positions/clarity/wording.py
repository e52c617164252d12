"""Words that put people off (hints, never gates), and what is never asked of anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.clarity.grammar import Reader
from positions.clarity.lexicon import RULES, Lexicon
from positions.clarity.phrases import find, starts_here
from positions.clarity.text import words_of
from positions.clarity.values import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.clarity.phrases import Match
    from positions.clarity.text import Word


def check_wording(text: str, *, lexicon: Lexicon | None = None) -> tuple[Finding, ...]:
    """Return what a title, summary, requirement, question or advert should not say.

    B1 to B6 are hints on wording; P1 warns where a text asks for age, birth date, gender,
    photo, nationality, marital status, most years, year of graduation, earlier pay or
    postcode, and says why. Sentences that promise equal treatment are left alone, and
    so are duties of people whose work is such records ("Records dates of birth …").
    """
    lexicon = lexicon or Lexicon.load()
    reader = Reader(lexicon)
    return tuple(
        _finding(text, sentence, match)
        for sentence in _sentences(text)
        if not _promises_fairness(sentence, lexicon)
        for match in find(sentence, lexicon.wording, reader.numbers)
        if _counts(match, sentence, reader)
    )


def _sentences(text: str) -> Iterator[list[Word]]:
    sentence: list[Word] = []
    for word in words_of(text):
        if sentence and _begins_sentence(word):
            yield sentence
            sentence = []
        sentence.append(word)
    if sentence:
        yield sentence


def _begins_sentence(word: Word) -> bool:
    if "\n" in word.gap or any(mark in word.gap for mark in ";!?•"):
        return True
    return "." in word.gap and word.text[:1].isupper()


def _promises_fairness(sentence: Sequence[Word], lexicon: Lexicon) -> bool:
    return any(
        starts_here(sentence, place, phrase)
        for place, word in enumerate(sentence)
        for phrase in lexicon.phrases["boilerplate"].get(word.low, ())
    )


def _counts(match: Match, sentence: Sequence[Word], reader: Reader) -> bool:
    entry = match.entry
    if entry.category != "personal":
        return True
    if entry.when == "listed" and not _is_item(match, sentence):
        return False
    is_work = reader.verb(sentence[0].low) not in {"", sentence[0].low}
    return not is_work or not reader.sets["reader"].isdisjoint(w.low for w in sentence)


def _is_item(match: Match, sentence: Sequence[Word]) -> bool:
    """Whether the word is an item of a list or a field of a form: "Name, age, address"."""
    after = sentence[match.last] if match.last < len(sentence) else None
    before = sentence[match.first]
    opens = match.first == 0 or before.after_comma or before.after_stop
    closes = (
        after is None or after.after_comma or after.low == "and" or ":" in after.gap
    )
    return opens and closes


def _finding(text: str, sentence: Sequence[Word], match: Match) -> Finding:
    start, end = sentence[match.first].start, sentence[match.last - 1].end
    entry, words = match.entry, text[start:end]
    return Finding(
        RULES[entry.category],
        entry.severity,
        start,
        end,
        f"“{words}”: {entry.why}",
        entry.suggestion,
        words,
        entry.category,
    )
