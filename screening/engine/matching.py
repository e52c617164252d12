"""Evidence of a duty in what an applicant wrote, by matching that can be followed.

Two steps: `extract` turns passages into stems, once, at intake; `match` gives every
duty a strength from stems alone. `quote` looks the best sentence up when someone asks.

A duty is a set of terms, each weighted by its rarity in a fixed table. A sentence
covers the part of the duty whose terms it has: fully by the same stem, less by a term
that means the same or is used in the same occupations (the explanation names both). The
best sentences add up with diminishing returns, so a long text does not win by length
and one repeated does not count again. The strength is absolute: 0 no evidence, 5,000
clear evidence of the duty in one place, 10,000 as strong as can be used. It depends on
this applicant's text, the duty and the table only. More text never lowers it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Self

from screening.engine import tables, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FULL = 10_000  # all terms of a duty together, and the highest strength
SAME = 100  # similarity of the same stem
COVERED = FULL * SAME  # a sentence that has every term of the duty
CLEAR = 5_000
# What the best, second best, … sentence counts for, in thousandths.
COUNTS = (1_000, 600, 360, 216, 130, 78, 47, 28)
STEEPNESS = 2.0  # one sentence that covers 35 % of a duty is clear evidence: 5,000
QUOTED_FROM = COVERED // 20


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of what an applicant wrote.

    Give only what may count: titles and duty lines of jobs, accomplishments, summary,
    skills, certificates. Never contact lines, education, names of employers or
    institutions. `entry` numbers the job it belongs to, None outside a job.
    """

    text: str
    entry: int | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or line of a passage as stems; `[start:end]` of the passage's text.

    `stems` has "-" where a word stood that does not count.
    """

    passage: int
    entry: int | None
    start: int
    end: int
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Extract:
    """What is stored of an applicant's text; `version` of the table it was made for."""

    version: str
    sentences: tuple[Sentence, ...]

    def to_json(self) -> dict[str, Any]:
        """Return plain lists and strings."""
        return {
            "version": self.version,
            "sentences": [
                [one.passage, one.entry, one.start, one.end, " ".join(one.stems)]
                for one in self.sentences
            ],
        }

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Self:
        return cls(
            raw["version"],
            tuple(
                Sentence(passage, entry, start, end, tuple(stems.split()))
                for passage, entry, start, end, stems in raw["sentences"]
            ),
        )


@dataclass(frozen=True, slots=True)
class DutyTerms:
    """A duty as weighted terms; frozen with the plan. Weights add up to 10,000.

    Empty where the statement has no word that counts.
    """

    version: str
    terms: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A term of the duty and the words of the applicant that stand for it.

    `duty_term` as stems; `found` as written, at `[start:end]` of the passage's text;
    `similarity` 1..100, 100 the same stem; `weight` of the term in ten-thousandths.
    """

    duty_term: str
    found: str
    start: int
    end: int
    similarity: int
    weight: int


@dataclass(frozen=True, slots=True)
class Quote:
    """The sentence that is the best evidence of a duty, with what matched in it.

    `text` is `[start:end]` of passage number `passage`; `coverage` is the part of the
    duty that it covers, `strength` what it is worth alone, both 0..10,000.
    """

    passage: int
    entry: int | None
    start: int
    end: int
    text: str
    coverage: int
    strength: int
    matches: tuple[TermMatch, ...]


type_inverse = dict[str, list[tuple[int, int]]]


def extract(passages: Sequence[Passage]) -> Extract:
    """Turn passages into stems. The order of passages does not matter to a match."""
    return Extract(
        tables.VERSION,
        tuple(
            Sentence(
                number,
                passage.entry,
                start,
                end,
                tuple(word.stem for word in words.words(passage.text, start, end)),
            )
            for number, passage in enumerate(passages)
            for start, end in words.sentences(passage.text)
        ),
    )


def duty_terms(text: str) -> DutyTerms:
    """Turn a duty statement into weighted terms: words, and phrases that are known."""
    table = tables.table()
    stems = [word.stem for word in words.words(text)]
    weights: dict[str, int] = {}
    for term, first, last in words.terms(stems):
        rarity = table.rarity.get(term)
        if rarity is None:
            if first != last and term not in table.related:
                continue
            # A phrase that only the vocabulary knows is as rare as its rarest word.
            rarity = max(table.rarity.get(one, tables.UNSEEN) for one in term.split())
        weights[term] = rarity * rarity
    if not weights:
        return DutyTerms(tables.VERSION, ())
    names = sorted(weights)
    shared = _shares([weights[name] for name in names])
    return DutyTerms(tables.VERSION, tuple(zip(names, shared, strict=True)))


def _shares(parts: Sequence[int]) -> list[int]:
    """Return parts of 10,000 in proportion; what rounding leaves goes to the first."""
    whole = sum(parts) or 1
    floors = [FULL * part // whole for part in parts]
    floors[0] += FULL - sum(floors)
    return floors


def match(found: Extract, duties: Sequence[DutyTerms]) -> tuple[int | None, ...]:
    """Return one strength per duty, 0..10,000; None for all where there is no text."""
    distinct = {one.stems for one in found.sentences if set(one.stems) - {words.GAP}}
    if not distinct:
        return (None,) * len(duties)
    return tuple(_strengths(distinct, duties))


def match_entries(
    found: Extract, duties: Sequence[DutyTerms]
) -> dict[int, tuple[int, ...]]:
    """Return the strengths per duty of each job on its own, by `entry`."""
    by_entry: dict[int, set[tuple[str, ...]]] = {}
    for one in found.sentences:
        if one.entry is not None:
            by_entry.setdefault(one.entry, set()).add(one.stems)
    return {
        entry: tuple(_strengths(sentences, duties))
        for entry, sentences in sorted(by_entry.items())
    }


def _strengths(
    sentences: Iterable[tuple[str, ...]], duties: Sequence[DutyTerms]
) -> list[int]:
    having = [{term for term, _, _ in words.terms(stems)} for stems in sentences]
    return [
        _strength(sorted((_coverage(terms, duty) for terms in having), reverse=True))
        for duty in duties
    ]


def _coverage(having: Iterable[str], duty: DutyTerms) -> int:
    """Return how much of a duty a sentence covers, 0..1,000,000."""
    inverse = _inverse(duty)
    best: dict[int, int] = {}
    for term in having:
        for index, similarity in inverse.get(term, ()):
            if similarity > best.get(index, 0):
                best[index] = similarity
    return sum(duty.terms[index][1] * similar for index, similar in best.items())


def _strength(coverages: Sequence[int]) -> int:
    """Add the best sentences up, best first, and let them saturate: 0..10,000."""
    total = sum(
        coverage * counts for coverage, counts in zip(coverages, COUNTS, strict=False)
    )
    raw = total / (COVERED * COUNTS[0])
    return round(FULL * (1 - math.exp(-STEEPNESS * raw)))


@lru_cache(maxsize=1_024)
def _inverse(duty: DutyTerms) -> type_inverse:
    """Return for each term of an applicant which terms of the duty it stands for."""
    related = tables.table().related
    inverse: type_inverse = {}
    for index, (term, _) in enumerate(duty.terms):
        for other, similarity in related.get(term, {}).items():
            inverse.setdefault(other, []).append((index, similarity))
        inverse.setdefault(term, []).append((index, SAME))
    return inverse


def relevance(strengths: Sequence[int], shares: Sequence[int]) -> int:
    """Return the share of a job's work that counts, in ten-thousandths.

    From the strengths of that job per duty and the duties' shares of time (any unit):
    for jobs read out of a CV, where nobody ticked which duties they involved. Clear
    evidence of a duty counts as its whole share, less in proportion.
    """
    whole = sum(shares)
    if not whole:
        return 0
    counted = sum(
        share * min(strength, CLEAR)
        for strength, share in zip(strengths, shares, strict=True)
    )
    return FULL * counted // (CLEAR * whole)


def quote(passages: Sequence[Passage], duty: str) -> Quote | None:
    """Find the best sentence for a duty; None where nothing speaks for it.

    Of sentences that are equally good the first is taken.
    """
    wanted = duty_terms(duty)
    best: Sentence | None = None
    most = QUOTED_FROM - 1
    for one in extract(passages).sentences:
        coverage = _coverage({term for term, _, _ in words.terms(one.stems)}, wanted)
        if coverage > most:
            best, most = one, coverage
    if best is None:
        return None
    text = passages[best.passage].text
    return Quote(
        passage=best.passage,
        entry=best.entry,
        start=best.start,
        end=best.end,
        text=text[best.start : best.end],
        coverage=most // SAME,
        strength=_strength([most]),
        matches=_matches(text, best, wanted),
    )


def _matches(text: str, sentence: Sentence, duty: DutyTerms) -> tuple[TermMatch, ...]:
    """Return for each term of the duty its best match, in the order of the text."""
    inverse = _inverse(duty)
    found = words.words(text, sentence.start, sentence.end)
    best: dict[int, tuple[int, int, int]] = {}
    for term, first, last in words.terms(sentence.stems):
        for index, similarity in inverse.get(term, ()):
            if similarity > best.get(index, (0, 0, 0))[0]:
                best[index] = (similarity, found[first].start, found[last].end)
    return tuple(
        sorted(
            (
                TermMatch(
                    duty_term=duty.terms[index][0],
                    found=text[start:end],
                    start=start,
                    end=end,
                    similarity=similarity,
                    weight=duty.terms[index][1],
                )
                for index, (similarity, start, end) in best.items()
            ),
            key=lambda one: (one.start, one.end, one.duty_term),
        )
    )
