"""From text to stems, always in the same way: for the table, for duties, for CVs."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import snowballstemmer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PHRASE = 3  # the longest phrase, in words
GAP = "-"  # stands for a word that does not count
_STOP = """
a about above across after again all also am an and any are as at be because been
before being below between both but by can could did do does doing down during each
etc every few for from further had has have having he her here hers him his how if in
into is it its itself just me more most my no nor not now of off on once only or other
our out over own per same she should so some such than that the their them then there
these they this those through to too under until up upon use used using very via was
we well were what when where which while who whom why will with within without would
you your
"""
STOP = frozenset(_STOP.split())
# The stemmer would make one word of accounting, account and accountant, of control and
# controller, of received and receivable, of income and incoming.
KEPT = {
    "accountant": "accountant",
    "accountants": "accountant",
    "accounting": "accounting",
    "account": "account",
    "accounts": "account",
    "controller": "controller",
    "controllers": "controller",
    "receivable": "receivable",
    "receivables": "receivable",
    "incoming": "incoming",
}
# A word, or letters joined as in a/p, p&l, i-9, 401k; digits alone are no words.
_WORD = re.compile(
    r"[a-z]&[a-z]\b|[a-z]/[a-z]\b|\d+[a-z]+|[a-z][a-z+#]*", re.IGNORECASE
)
_END = re.compile(r"[.;!?](?=\s)|[\n•●▪·|]+")
_BULLET = re.compile(r"\s*(?:[-*•●▪·>–]|\d+[.)])\s")
_WRAPPED = 110  # characters from which a line was probably broken by the page
_stemmer = snowballstemmer.stemmer("english")


@dataclass(frozen=True, slots=True)
class Word:
    """A word at `[start:end]`; its stem is GAP where the word does not count."""

    stem: str
    start: int
    end: int


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return the stem of a lower-case word."""
    return KEPT.get(word) or str(_stemmer.stemWord(word))


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of a stretch of text; stop words and single letters are gaps."""
    found = []
    stop = len(text) if end is None else end
    for hit in _WORD.finditer(text, start, stop):
        plain = _plain(hit.group())
        counts = len(plain) > 1 and plain not in STOP
        found.append(Word(stem(plain) if counts else GAP, hit.start(), hit.end()))
    return found


def _plain(word: str) -> str:
    return unicodedata.normalize("NFKC", word).lower()


def terms(stems: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Return every word and phrase of neighbours: its stems, first and last index."""
    for first, one in enumerate(stems):
        if one == GAP:
            continue
        term = one
        yield term, first, first
        for last in range(first + 1, min(first + PHRASE, len(stems))):
            if stems[last] == GAP:
                break
            term = f"{term} {stems[last]}"
            yield term, first, last


def stems_of(text: str) -> str:
    """Return the stems of a short text as one term."""
    return " ".join(word.stem for word in words(text) if word.stem != GAP)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Return the bounds of sentences; a wrapped line goes on, a bullet starts anew."""
    begin = 0
    for hit in _END.finditer(text):
        if hit.group() == "\n" and _goes_on(text, begin, hit.start(), hit.end()):
            continue
        yield from _trimmed(text, begin, hit.end())
        begin = hit.end()
    yield from _trimmed(text, begin, len(text))


def _goes_on(text: str, begin: int, end: int, following: int) -> bool:
    """Tell a line that was wrapped (long, and the next starts small) from a new one."""
    line = text[text.rfind("\n", begin, end) + 1 : end].rstrip()
    rest = text[following : following + 3]
    if not rest.strip() or _BULLET.match(text, following):
        return False
    return line.endswith(",") or rest[0].islower() or len(line) > _WRAPPED


def _trimmed(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[begin:end]
    if piece.strip():
        yield begin + len(piece) - len(piece.lstrip()), begin + len(piece.rstrip())
