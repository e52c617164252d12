"""Is one duty clear? Rules D1 to D7, with D12 to D14 where a single duty shows them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from positions.clarity import catch_all
from positions.clarity.forms import third_person
from positions.clarity.grammar import Head, Opening, Reader
from positions.clarity.lexicon import Lexicon
from positions.clarity.phrases import find
from positions.clarity.text import Word, words_of
from positions.clarity.vague import head_of, sift
from positions.clarity.values import POINTS, DutyCheck, Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SHORT: Final = 8  # words that say something: fewer are too few …
LONG: Final = 35  # … more are many …
TOO_LONG: Final = 45  # … and more than this too many
VERBS: Final = 2
OBJECT_WORDS: Final = 2

_GAP = re.compile(r"\[[^\]]*\]?")
_ACRONYM = re.compile(r"[A-Z](?:[A-Z0-9&]{1,5})s?")
_MONEY = re.compile("[%€$£]")


def check_duty(statement: str, *, lexicon: Lexicon | None = None) -> DutyCheck:
    """Return score and findings of one statement; any text may be given.

    The score adds the points of the rules that pass (25 D1, 20 D2, 20 D3, 10 D4, 15 D5,
    5 D6, 5 D7). Vague words count for nothing, so that none can make up for another.
    A line for unnamed work has one finding, D12, and no points.
    """
    lexicon = lexicon or Lexicon.load()
    if catch_all.is_catch_all(statement, lexicon):
        whole = statement.strip()
        start = statement.find(whole)
        one = _finding("D12", (start, start + len(whole)), statement, lexicon, "ERROR")
        return DutyCheck(0, (one,), dict.fromkeys(POINTS, False))
    return _check(statement, lexicon)


def is_catch_all(statement: str, *, lexicon: Lexicon | None = None) -> bool:
    """Whether a statement says "other duties" and nothing else."""
    return catch_all.is_catch_all(statement, lexicon or Lexicon.load())


def _check(statement: str, lexicon: Lexicon) -> DutyCheck:
    reader = Reader(lexicon)
    gaps = [match.span() for match in _GAP.finditer(statement)]
    words = [
        word
        for word in words_of(statement)
        if not any(start <= word.start < end for start, end in gaps)
    ]
    head = head_of(words, reader)
    sifted = sift(statement, words, reader, head)
    kept = sifted.kept
    verb = words[head.place] if head.place >= 0 else None
    moved = Head(head.opening, kept.index(verb) if verb in kept else -1, head.base)
    findings = [
        *_opening(statement, words, head, lexicon, hidden=sifted.hides_verb),
        *_missing(statement, kept, moved, reader),
        *sifted.findings,
        *(_finding("D5_gap", gap, statement, lexicon, "ERROR") for gap in gaps),
        *_many_verbs(statement, kept, moved, reader),
        *_length(len(kept), lexicon),
    ]
    failed = {one.rule for one in findings if one.severity is not Severity.HINT}
    passed = {rule: rule not in failed for rule in POINTS}
    findings += [
        *_acronyms(statement, words, lexicon),
        *_person(statement, words, reader),
    ]
    return DutyCheck(
        sum(POINTS[rule] for rule, well in passed.items() if well),
        tuple(sorted(findings, key=lambda one: (one.start, one.end, one.rule))),
        passed,
    )


def _finding(
    key: str,
    span: tuple[int, int],
    statement: str,
    lexicon: Lexicon,
    severity: str,
    **words: object,
) -> Finding:
    start, end = span
    found = statement[start:end]
    message, suggestion = lexicon.says(key, **{"words": found, **words})
    rule, _, category = key.partition("_")
    return Finding(
        rule, Severity(severity), start, end, message, suggestion, found, category
    )


def _opening(
    statement: str,
    words: Sequence[Word],
    head: Head,
    lexicon: Lexicon,
    *,
    hidden: bool,
) -> Iterable[Finding]:
    if head.opening is Opening.VERB and not hidden:
        return
    place = max(head.place, 0)
    span = (words[place].start, words[place].end) if words else (0, 0)
    verb = third_person(head.base).capitalize() if head.base else ""
    if head.opening is Opening.LATER and not hidden:
        yield _finding("D1_later", span, statement, lexicon, "HINT", verb=verb)
    elif head.opening is Opening.GERUND:
        yield _finding("D1_gerund", span, statement, lexicon, "ERROR", verb=verb)
    else:
        yield _finding("D1", span, statement, lexicon, "ERROR")


def _missing(
    statement: str, kept: Sequence[Word], head: Head, reader: Reader
) -> Iterable[Finding]:
    """Yield what is not said: the object, the purpose, the tool or frequency."""
    lexicon, nowhere = reader.lexicon, (0, 0)
    told = reader.object_of(kept, head)
    if len(told) < OBJECT_WORDS or not any(map(reader.is_concrete, told)):
        verb = kept[head.place].text if head.place >= 0 else "…"
        key = "D2" if head.place >= 0 else "D2_verbless"
        yield _finding(key, nowhere, statement, lexicon, "WARNING", verb=verb)
    if not reader.says_purpose(kept, head):
        yield _finding("D3", nowhere, statement, lexicon, "WARNING")
    if not (_MONEY.search(statement) or reader.says_how(kept)):
        yield _finding("D4", nowhere, statement, lexicon, "WARNING")


def _many_verbs(
    statement: str, kept: Sequence[Word], head: Head, reader: Reader
) -> Iterable[Finding]:
    if head.place < 0:
        return
    further = reader.further_verbs(kept, head)
    if len(further) >= VERBS:
        third = kept[further[VERBS - 1]]
        span = (third.start, third.end)
        yield _finding("D6", span, statement, reader.lexicon, "WARNING")


def _length(count: int, lexicon: Lexicon) -> Iterable[Finding]:
    if count < SHORT:
        yield _finding("D7_short", (0, 0), "", lexicon, "WARNING", count=count)
    elif count > LONG:
        severity = "ERROR" if count > TOO_LONG else "WARNING"
        yield _finding("D7_long", (0, 0), "", lexicon, severity, count=count)


def _acronyms(
    statement: str, words: Sequence[Word], lexicon: Lexicon
) -> Iterable[Finding]:
    """Yield abbreviations that are neither well known nor written out beside."""
    if statement.isupper():
        return
    for word in words:
        known = lexicon.acronyms
        if not _ACRONYM.fullmatch(word.text) or word.text.rstrip("s") in known:
            continue
        beside = statement[: word.start].rstrip()[-1:] == "(" or statement[
            word.end :
        ].lstrip().startswith("(")
        if not beside and word.text not in known:
            span = (word.start, word.end)
            yield _finding("D13_acronym", span, statement, lexicon, "HINT")


def _person(statement: str, words: Sequence[Word], reader: Reader) -> Iterable[Finding]:
    for match in find(words, reader.lexicon.person, reader.numbers):
        if match.entry.when == "leading" and match.first > 0:
            continue
        start, end = words[match.first].start, words[match.last - 1].end
        entry, found = match.entry, statement[start:end]
        yield Finding(
            "D14",
            entry.severity,
            start,
            end,
            f"“{found}”: {entry.why}",
            entry.suggestion,
            found,
            entry.category,
        )
