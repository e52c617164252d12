"""The fixed table: how rare terms are, and which are used in the same occupations.

Figures only, made once from public texts by `manage.py build_rarity`; see the README
beside the file. A new table gets a new version, and old results keep theirs.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from screening.engine import vocabulary, words

if TYPE_CHECKING:
    from collections.abc import Mapping

VERSION = "1"
FILE = Path(__file__).with_name("data") / f"rarity_v{VERSION}.txt"
LONGEST = 2  # words in the phrases of the table
GROUP = 7  # characters of an occupation's code that are one group: "13-2011"
UNSEEN = 620  # rarity of a word that is not in the table

SAME_SIMILARITY = 90  # two ways to say one thing
TITLE_SIMILARITY = 60  # a job title that speaks for a term
SUBJECT_SIMILARITY = 25  # a subject or a program that speaks for it
LEARNED_SHARE = 80  # percent of the similarity found in occupations


@dataclass(frozen=True, slots=True)
class Table:
    """`rarity` in hundredths (natural log); `related` term to {other: 1..99}."""

    rarity: Mapping[str, int]
    related: Mapping[str, Mapping[str, int]]


@cache
def table() -> Table:
    """Return the table, read once."""
    rows = [line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines()]
    names = [row[0] for row in rows]
    related: dict[str, dict[str, int]] = {}
    for name, _, others in rows:
        for pair in others.split():
            number, similarity = pair.split(":")
            worth = int(similarity) * LEARNED_SHARE // 100
            related.setdefault(name, {})[names[int(number)]] = worth
    _add_by_hand(related)
    return Table({row[0]: int(row[1]) for row in rows}, related)


def _add_by_hand(related: dict[str, dict[str, int]]) -> None:
    meanings = [_stems(line) for line in vocabulary.SAME.strip().splitlines()]
    same: dict[str, set[str]] = {}
    for ways in meanings:
        for way in ways:
            same.setdefault(way, set()).update(ways - {way})
    for way, others in same.items():
        for other in others:
            _raise_to(related, way, other, SAME_SIMILARITY)
    for block in vocabulary.SPEAKS_FOR.strip().split("\n\n"):
        names, titles, subjects = _block(block)
        for term in names.union(*(same.get(name, set()) for name in names)):
            for other in titles - {term}:
                _raise_to(related, term, other, TITLE_SIMILARITY)
            for other in subjects - {term}:
                _raise_to(related, term, other, SUBJECT_SIMILARITY)


def _block(block: str) -> tuple[set[str], set[str], set[str]]:
    rest, _, subjects = block.partition("<~")
    names, _, titles = rest.partition("<-")
    return _stems(names), _stems(titles), _stems(subjects)


def _stems(line: str) -> set[str]:
    return {words.stems_of(part) for part in line.split("|")} - {""}


def _raise_to(
    related: dict[str, dict[str, int]], term: str, other: str, similarity: int
) -> None:
    known = related.setdefault(term, {})
    known[other] = max(similarity, known.get(other, 0))
