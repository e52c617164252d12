"""A better sentence where one can honestly be made: what is missing stays a gap."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from positions.clarity.catch_all import is_catch_all
from positions.clarity.forms import third_person
from positions.clarity.grammar import Head, Opening, Reader
from positions.clarity.lexicon import Lexicon
from positions.clarity.text import Word, words_of
from positions.clarity.vague import Sifted, head_of, sift
from positions.clarity.values import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from positions.clarity.values import DutyCheck, Finding

LONGEST: Final = 300  # characters: nobody reads a longer suggestion

_EDGES = " \t\r\n,;:.–—-"
_LEFT_AT_START = re.compile(
    r"^(?:(?:and|or|with|in|of|to|for|on|at)\s+)+", re.IGNORECASE
)
_LEFT_AT_END = re.compile(r"(?:[\s,]+(?:and|or|and/or|by|with|in|for|to|the|an?))+$")
_AREAS = ("for", "of", "include", "includes", "including", "involves")
_SPACE_BEFORE_STOP = re.compile(r"\s+(?=[,.;:])")


def suggest(statement: str, check: DutyCheck, *, lexicon: Lexicon | None = None) -> str:
    """Return one whole sentence with named gaps in square brackets, or "".

    Nothing is invented: the words are those of the statement, and a person fills the
    gaps. "" where nothing is missing, gaps still wait, or there is too little to keep.
    """
    lexicon = lexicon or Lexicon.load()
    words = words_of(statement)
    if not words or "[" in statement or len(statement) > LONGEST:
        return ""
    if all(check.passed.values()) or is_catch_all(statement, lexicon):
        return ""
    reader = Reader(lexicon)
    head = head_of(words, reader)
    sifted = sift(statement, words, reader, head)
    beginning, start = _beginning(words, head, sifted, lexicon)
    rest = _without_vague(statement, start, sifted.gaps)
    if not words_of(re.sub(r"\[[^\]]*\]", "", rest)):
        return ""
    return _whole(beginning, rest, _lead(words, head, reader), check, reader)


def _beginning(
    words: Sequence[Word], head: Head, sifted: Sifted, lexicon: Lexicon
) -> tuple[str, int]:
    """Return the verb, or a gap for it, and where the text goes on after it."""
    vague = [one for one in sifted.findings if one.severity is Severity.ERROR]
    first = min(vague, key=lambda one: one.start, default=None)
    opener = first if first is not None and first.start <= words[0].start else None
    if head.opening is Opening.GERUND and _is_whole_work(words, head, opener, lexicon):
        return third_person(head.base).capitalize(), words[head.place].end
    if opener is not None:
        area = opener.words.lower().split()[-1] in _AREAS
        return lexicon.gaps["verb" if area else "own_part"], opener.end
    if head.is_verb:
        return third_person(head.base).capitalize(), words[head.place].end
    return lexicon.gaps["verb"], words[0].start


def _is_whole_work(
    words: Sequence[Word], head: Head, opener: Finding | None, lexicon: Lexicon
) -> bool:
    """Whether "reconciling accounts" opens the duty, or follows "responsible for"."""
    if head.place + 1 >= len(words) or (
        words[head.place + 1].low in lexicon.sets["generic"] | lexicon.sets["verbless"]
    ):
        return False
    if opener is None:
        return head.place == 0
    return (
        opener.words.lower().split()[-1] in _AREAS
        and words[head.place - 1].end == opener.end
    )


def _without_vague(
    statement: str, start: int, gaps: Iterable[tuple[int, int, str]]
) -> str:
    """Return the text from `start`, vague words left out or replaced by their gaps."""
    parts = []
    for begin, end, gap in gaps:
        if begin < start or not gap:
            continue
        parts += [statement[start:begin], "" if gap == "-" else gap]
        start = end
    rest = " ".join("".join([*parts, statement[start:]]).split()).strip(_EDGES)
    rest = _LEFT_AT_END.sub("", _LEFT_AT_START.sub("", rest))
    return _SPACE_BEFORE_STOP.sub("", rest).strip(_EDGES)


def _lead(words: Sequence[Word], head: Head, reader: Reader) -> str:
    """Return what stands before a late verb and belongs behind it: "each month"."""
    before = words[: max(head.place, 0)] if head.opening is Opening.LATER else ()
    telling = [
        word.text
        for word in before
        if word.low not in reader.sets["starts"] and not word.low.isdigit()
    ]
    if not telling or telling[0].lower() in {"the", "this"}:
        return ""
    return " " + " ".join([telling[0][:1].lower() + telling[0][1:], *telling[1:]])


def _whole(
    beginning: str, rest: str, lead: str, check: DutyCheck, reader: Reader
) -> str:
    """Put the sentence together: verb, object, lead and tool, then purpose."""
    gaps = reader.lexicon.gaps
    words = words_of(rest)
    places = (n for n in range(1, len(words)) if reader.purpose_at(words, n))
    cut = next((words[n].start for n in places), len(rest))
    told, purpose = _LEFT_AT_END.sub("", rest[:cut].rstrip(_EDGES)), rest[cut:]
    if told[:1].isupper() and told[1:2].islower():
        told = told[:1].lower() + told[1:]
    if not check.passed["D2"] and "[" not in beginning + rest:
        told = f"{told} {gaps['object']}"
    if not check.passed["D4"]:
        lead = f"{lead} {gaps['tool']}"
    if purpose:
        comma = "," if purpose.startswith(("so ", "ensuring ")) else ""
        return f"{beginning} {told}{lead}{comma} {purpose.rstrip(_EDGES)}."
    return f"{beginning} {told}{lead}{gaps['result_words']}{gaps['result']}."
