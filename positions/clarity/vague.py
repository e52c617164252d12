"""Which words of a duty leave open what is done (D5), and which only might."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from positions.clarity.phrases import find
from positions.clarity.values import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.clarity.grammar import Head, Reader
    from positions.clarity.lexicon import Entry
    from positions.clarity.phrases import Match
    from positions.clarity.text import Word

_HOW = frozenset({"by", "with", "in", "through"})


@dataclass(frozen=True, slots=True)
class Sifted:
    """The vague words found, and the words that are left when those are taken out."""

    findings: tuple[Finding, ...]
    gaps: tuple[tuple[int, int, str], ...]  # start, end, what may be put there
    kept: tuple[Word, ...]
    hides_verb: bool  # what begins with the verb is no action: "provides support"


def head_of(words: Sequence[Word], reader: Reader) -> Head:
    """Return the verb of a duty, read as if its vague words were not there.

    Vague words that begin with a verb stay: they are the verb.
    """
    plain = list(words)
    while True:
        vague = {
            word
            for match in find(plain, reader.lexicon.vague, reader.numbers)
            if not match.entry.when and not reader.any_verb(plain[match.first].low)
            for word in plain[match.first : match.last]
        }
        if not vague:
            break
        plain = [word for word in plain if word not in vague]
    head = reader.head(plain)
    if head.place < 0:
        return head
    return replace(head, place=words.index(plain[head.place]))


def sift(text: str, words: Sequence[Word], reader: Reader, head: Head) -> Sifted:
    """Take vague words out until none is left, so that none of them can earn points."""
    verb = words[head.place] if head.place >= 0 else None
    kept, found = list(words), {}
    gaps: set[tuple[int, int, str]] = set()
    weighed: set[Word | None] = set()  # the verb stays, and is looked at once
    hides_verb = False
    while True:
        place = kept.index(verb) if verb in kept else -1
        vague: set[Word] = set()
        for match in find(kept, reader.lexicon.vague, reader.numbers):
            if match.first == place and verb in weighed:
                continue
            severity = _severity(match, kept, reader, place, verb)
            if severity is None:
                continue
            weighed.add(kept[match.first])
            start, end = kept[match.first].start, kept[match.last - 1].end
            found[start, end] = _finding(text, start, end, match.entry, severity)
            if severity is not Severity.HINT:
                gaps.add((start, end, match.entry.gap))
                vague.update(kept[match.first : match.last])
                hides_verb |= match.first == place and _is_no_action(match)
        vague.discard(verb)
        if not vague:
            return Sifted(
                tuple(found.values()), tuple(sorted(gaps)), tuple(kept), hides_verb
            )
        kept = [word for word in kept if word not in vague]


def _finding(
    text: str, start: int, end: int, entry: Entry, severity: Severity
) -> Finding:
    words = text[start:end]
    message = f"“{words}”: {entry.why}"
    return Finding(
        "D5", severity, start, end, message, entry.suggestion, words, entry.category
    )


def _severity(
    match: Match,
    words: Sequence[Word],
    reader: Reader,
    head: int,
    verb: Word | None,
) -> Severity | None:
    """Return how much the match weighs where it stands; None where it is harmless."""
    entry, first = match.entry, match.first
    acts = first in (0, head) or (
        verb is not None and reader.is_joined_verb(words, first, verb, head)
    )
    match entry.when:
        case "":
            weighs = True
        case "leading":
            weighs = first == 0 or first < head
        case "joined":
            weighs = first == 0 or first < head or _is_paired(words, first, reader)
        case "noun":
            weighs = not (acts and reader.verb(words[first].low))
        case "stated":
            return entry.severity if acts else Severity.HINT
        case _ if acts and head > first:  # "Handles complaints: hears, …"
            return Severity.HINT
        case "head":
            weighs = acts
        case _ if acts and _is_told(match, words, reader):
            return Severity.HINT
        case _:
            weighs = acts
    return entry.severity if weighs else None


def _is_no_action(match: Match) -> bool:
    """Whether verb and object together name no action, whatever follows."""
    return match.last - match.first > 1 and match.entry.when in {"", "head"}


def _is_paired(words: Sequence[Word], place: int, reader: Reader) -> bool:
    """Whether a further statement begins here: "… and is responsible for …"."""
    return words[place - 1].low in reader.sets["pairs"] or words[place].after_comma


def _is_told(match: Match, words: Sequence[Word], reader: Reader) -> bool:
    """Whether what follows the verb makes up for it."""
    after = words[match.last :]
    if match.entry.when == "by":
        return any(
            word.low in _HOW
            and any(
                reader.gerund(told.low) or reader.is_concrete(told)
                for told in after[number + 1 : number + 4]
            )
            for number, word in enumerate(after)
        )
    told = []
    for place in range(match.last, len(words)):
        if place > match.last and reader.purpose_at(words, place):
            break
        told.append(words[place])
    return sum(map(reader.is_concrete, told)) >= match.entry.needs
