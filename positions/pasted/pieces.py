"""Cut a pasted advert into headings, bullets and sentences.

Every piece says where it stands in the pasted text; pieces never overlap. All
patterns read the text once, without going back: the time grows with the length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from positions.pasted import headings, scraps
from positions.pasted.headings import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDEST_WRAP = 100  # signs; lines that were wrapped by a mail program are shorter
NARROWEST_WRAP = 50
LONGEST_PIECE = 2000  # signs; what is longer ends with the line it has got to
LONGEST_LEAD_IN = 160  # signs of "The successful candidate will be able to: …"
_MOST_IN_FRONT = 3  # headings one after the other in one line
_SLACK = 3  # signs: a bullet's line is counted without its bullet
_GOING_ON = (
    ",",
    " and",
    " or",
    " the",
    " of",
    " in",
    " for",
    " with",
    " to",
    " a",
    "-",
)

_BULLET = re.compile(
    r"[ \t\xa0]*(?:(?!\*\*)[-–—−*•·▪●○◦‣⁃►▶➢➤✓✔■□❖§\uf0b7\uf0a7\ufffd>»+~]+"
    r"(?=[\s\w\"'“(/$])|o(?=[ \t\xa0]+\S)|\(?\d{1,2}[.)](?=[ \t\xa0]*[A-Za-z\"“(])"
    r"|\(?[a-zA-Z][)](?=\s)|[a-z][.](?=[ \t\xa0]+[A-Z])|\(?[ivx]{1,4}[.)](?=\s))"
    r"[ \t\xa0]*"
)
_LONE_BULLET = re.compile(
    r"\s*(?:(?!\*\*)[-–—−*•·▪●○◦‣⁃►▶➢➤✓✔■□❖§\uf0b7\uf0a7o]|\d{1,2}[.)])\s*"
)
_ENDS = (".", ";", ":", "!", "?")
_SENTENCE_END = re.compile(
    r"(?<=[.!?;])[\"')\]”]?\s+(?=[\"'“(]?[A-Z0-9*])|;\s+(?=[a-z])"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|incl|approx|min|max|no|vs|mr|mrs|ms|dr|prof|st|int|inc|ltd"
    r"|co|corp|dept|tel|ext|fig|ref|resp|esp|yrs?|b|m|ph|u\.s|u\.k|a\.m|p\.m|sq|mt)"
    r"|\b[A-Z])\.$",
    re.IGNORECASE,
)
_INLINE = re.compile(r"([^\n:]{2,60}?)[ \t]*:\s*(?=\S)")
_LOUD_INLINE = re.compile(r"((?:[A-Z][A-Z/&']*[ \t]+){1,5})(?=[A-Z]?[a-z0-9])")
_STRICT_WORD = (
    r"(?:responsibilit(?:ies|y)|duties|tasks|accountabilities|functions|requirements?"
    r"|qualifications?|skills|competenc(?:ies|es)|criteria|specifications?|profile"
    r"|benefits|perks|experience|education|knowledge|abilities|attributes|activities"
    r"|deliverables|overview|summary|description|purpose|role|salary|remuneration"
    r"|compensation|location|languages?|hours|deadline|background|expertise|details"
    r"|certifications?|licen[cs]es?|essential|desirable|preferred|must[- ]haves?"
    r"|nice[- ]to[- ]haves?|prerequisites|package)"
)
_STRICT = re.compile(
    r"(?:(?:key|main|job|your|our|the|minimum|required|preferred|essential|primary|basic"
    r"|core|additional|desired|desirable|position|role|general|specific|principal|major"
    r"|other|special|technical|personal|professional|person|ideal|candidate|physical"
    r"|day[- ]to[- ]day|daily|typical|academic|educational|relevant|company|about the"
    r"|work|working|language|soft|summary of|post|application|closing)\s){0,3}"
    + _STRICT_WORD
    + r"(?:(?:\s?(?:,|/|&|\band\b|\bor\b)\s?)+(?:(?:key|minimum|required|preferred|job"
    r"|essential|main|desired|specific|personal|work)\s)?"
    + _STRICT_WORD
    + r"){0,3}(?:\s(?:of the (?:job|role|position|post)|for (?:the|this) "
    r"(?:job|role|position|post)|required|needed|include|includes|sought))?"
)
_STRICT_PHRASE = re.compile(
    r"(?:so,? )?(?:what|who|how|why|where|when) (?:.{2,50})|about .{2,40}"
    r"|you(?:'ll| will| are| have| should have| must have| bring| can| need| may)?"
    r"(?: also)?(?: be| have| need| bring| do)?|to apply|we offer|our offer"
    r"|in return.{0,20}|your (?:\w+ ?){1,3}|in this (?:role|job|position).{0,20}"
    r"|(?:the|our) (?:role|job|position|person|ideal candidate|company|team|work|offer"
    r"|successful candidate|opportunity)|ideally|a (?:typical )?day in .{2,30}"
    r"|we(?:'re| are) looking for|we (?:expect|require|need|want)"
    r"|responsible for|qualified candidates .{2,20}|equal opportunit.{2,30}"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading (`kind` is set), a bullet or a sentence: `text[start:end]`.

    `text` is one line without the bullet. `gap` says that what came before ended: a
    blank line, or the end of a list. `inner`: it is one of several sentences of a
    paragraph. `loud`: a heading in capitals.
    """

    text: str
    start: int
    end: int
    bulleted: bool = False
    gap: bool = False
    inner: bool = False
    kind: Kind | None = None
    loud: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    """A part of a physical line, not yet joined with those it goes on in."""

    start: int
    end: int
    bulleted: bool
    gap: bool
    cut: bool  # made inside a line: what comes before it has ended


def cut(text: str) -> list[Piece]:
    """Cut a text into pieces, from top to bottom."""
    rows = list(_rows(text))
    wrap = _wrap(rows)
    pieces: list[Piece] = []
    held: _Row | None = None
    for row in rows:
        if held and _goes_on(text, held, row, wrap):
            held = replace(held, end=row.end)
            continue
        if held:
            pieces += _pieces(text, held)
        held = row
    if held:
        pieces += _pieces(text, held)
    return _mark_gaps(pieces)


def clean(words: str) -> str:
    """Join wrapped lines and take off what only separates items."""
    return " ".join(words.split()).strip(" ;|\u200b\ufeff")


def _rows(text: str) -> Iterator[_Row]:
    glued = scraps.is_glued(text)
    at, gap, lone = 0, False, False
    for line in text.splitlines(keepends=True):
        start, at = at, at + len(line)
        if not any(map(str.isalnum, line)) or _LONE_BULLET.fullmatch(line):
            lone = bool(_LONE_BULLET.fullmatch(line))
            gap = gap or not lone
            continue
        edges = [0, *scraps.cuts(line, glued=glued), len(line)]
        for nth, (begin, end) in enumerate(pairwise(edges)):
            row = _row(text, start + begin, start + end, cut=nth > 0)
            if row:
                yield replace(row, gap=gap, bulleted=row.bulleted or lone)
                gap = lone = False


def _row(text: str, start: int, end: int, *, cut: bool) -> _Row | None:
    bullet = _BULLET.match(text, start, end)
    begin = bullet.end() if bullet else start
    part = text[begin:end]
    begin += len(part) - len(part.lstrip())
    end = begin + len(part.strip())
    if not any(map(str.isalnum, text[begin:end])):
        return None
    return _Row(begin, end, bulleted=bullet is not None, gap=False, cut=cut)


def _wrap(rows: list[_Row]) -> int:
    """Return the width at which the text was wrapped; 0 where it was not."""
    lengths = sorted(row.end - row.start for row in rows)
    if not lengths or lengths[-1] > WIDEST_WRAP or lengths[-1] < NARROWEST_WRAP:
        return 0
    widest = lengths[-1]
    return widest if sum(length > widest * 0.8 for length in lengths) > 1 else 0


def _goes_on(text: str, held: _Row, row: _Row, wrap: int) -> bool:
    """Say whether the line before was only wrapped."""
    if row.bulleted or row.gap or row.cut or held.end - held.start > LONGEST_PIECE:
        return False
    here = text[row.start : row.end]
    last = text[held.start : held.end].rsplit("\n", 1)[-1].strip()
    ended = last.endswith(_ENDS)
    if _whole(text, held):
        return False
    if here[:1].islower() and not ended and not is_strict(here):
        return True
    return not _is_heading_row(here) and _was_full(
        last, here, wrap, bulleted=held.bulleted
    )


def _was_full(last: str, here: str, wrap: int, *, bulleted: bool) -> bool:
    """Say whether the next word found no room in the last line, or had to follow."""
    if last.endswith((";", ":")):
        return False
    if last.endswith(_ENDS):
        if bulleted and here[:1].isupper() and not wrap:
            return False
    elif last.endswith(_GOING_ON):
        return True
    first = len(here.split(maxsplit=1)[0])
    return bool(wrap) and len(last) + 1 + first > wrap - _SLACK


def _is_heading_row(here: str) -> bool:
    return _heading(here) is not None or _inline(here, bulleted=False) is not None


def _whole(text: str, row: _Row) -> bool:
    return _heading(text[row.start : row.end], bulleted=row.bulleted) is not None


def _heading(line: str, *, bulleted: bool = False) -> Kind | None:
    """Return the kind of a line that is a heading as a whole, else None."""
    if len(line) > LONGEST_LEAD_IN:
        return None
    bare = line.strip()
    kind = headings.kind_of(bare)
    if bulleted:
        return _bulleted_heading(bare, kind)
    if bare.endswith(":") or _shouts(bare):
        return kind
    marked = bare[:1] in "#=_" or bare.startswith("**")
    if marked and headings.looks_like_one(bare):
        return kind
    plain = bare[:1].isupper() and is_strict(bare)
    return kind if plain and kind is not Kind.UNKNOWN else None


def _bulleted_heading(bare: str, kind: Kind) -> Kind | None:
    if not bare.endswith(":"):
        return None
    if kind is not Kind.UNKNOWN and (_shouts(bare) or is_strict(bare)):
        return kind
    return Kind.UNKNOWN if len(bare.split()) <= 3 else None  # noqa: PLR2004 -- a count of words


def _shouts(bare: str) -> bool:
    return (
        headings.is_loud(bare)
        and len(bare) <= headings.LONGEST
        and len(bare.split()) <= 7  # noqa: PLR2004 -- a count of words
        and not bare.endswith((".", ",", ";"))
    )


def is_strict(words: str) -> bool:
    """Say whether words are a heading whatever their layout: "Key responsibilities"."""
    plain = headings.plainly(words)
    if words.rstrip().endswith((".", ",", ";")) or len(plain) > headings.LONGEST:
        return False
    return bool(_STRICT.fullmatch(plain)) or (
        len(plain.split()) <= 8 and bool(_STRICT_PHRASE.fullmatch(plain))  # noqa: PLR2004 -- a count of words
    )


def _inline(line: str, *, bulleted: bool) -> tuple[int, int, Kind] | None:
    """Find a heading at the start of a line that goes on: end of it, start of rest."""
    found = _INLINE.match(line)
    if found and found.end() < len(line):
        words = found[1]
        kind = headings.kind_of(words)
        loud = headings.is_loud(words)
        few = len(words.split()) <= 4 and words[:1].isupper()  # noqa: PLR2004 -- a count of words
        known = kind is not Kind.UNKNOWN
        if not bulleted and ((loud and len(words.split()) <= 8) or (known and few)):  # noqa: PLR2004 -- a count of words
            return found.end(1), found.end(), kind
        if not bulleted and known and is_strict(words):
            return found.end(1), found.end(), kind
    shout = None if bulleted else _LOUD_INLINE.match(line)
    if shout and headings.is_loud(shout[1]):
        kind = headings.kind_of(shout[1])
        if kind is not Kind.UNKNOWN and is_strict(shout[1]):
            return shout.end(1), shout.end(), kind
    return None


def _pieces(text: str, row: _Row) -> Iterator[Piece]:
    """Turn joined lines into a heading, a bullet, or sentences."""
    words = text[row.start : row.end]
    edges = [0, *([] if row.bulleted else _sentence_ends(words)), len(words)]
    gap, inner = row.gap, len(edges) > 2  # noqa: PLR2004 -- one sentence has two edges
    for begin, end in pairwise(edges):
        for piece in _one(
            text, row.start + begin, row.start + end, bulleted=row.bulleted
        ):
            yield replace(piece, gap=gap, inner=inner)
            gap = False


def _one(text: str, start: int, end: int, *, bulleted: bool) -> Iterator[Piece]:
    """Take the headings off the front of a sentence: "PAY: 20,000"."""
    for _ in range(_MOST_IN_FRONT):
        words = text[start:end].rstrip()
        kind = _heading(words, bulleted=bulleted)
        inline = None if kind else _inline(words, bulleted=bulleted)
        if inline is None:
            break
        stop, rest, kind = inline
        head = words[:stop]
        loud = headings.is_loud(head)
        yield Piece(clean(head), start, start + stop, kind=kind, loud=loud)
        start += rest
    words = text[start:end].rstrip()
    if any(map(str.isalnum, words)):
        kind = _heading(words, bulleted=bulleted)
        loud = kind is not None and headings.is_loud(words)
        end = start + len(words)
        yield Piece(clean(words), start, end, bulleted, kind=kind, loud=loud)


def _sentence_ends(words: str) -> list[int]:
    ends = []
    last = 0
    for found in _SENTENCE_END.finditer(words):
        before = words[max(last, found.start() - 12) : found.start() + 1].rstrip()
        if before.endswith(".") and _ABBREVIATION.search(before):
            continue
        last = found.end()
        ends.append(last)
    return ends


def _mark_gaps(pieces: list[Piece]) -> list[Piece]:
    """Say where a list of bullets begins or ends, too."""
    marked = pieces[:1]
    for before, piece in pairwise(pieces):
        change = before.bulleted != piece.bulleted and before.kind is None
        marked.append(replace(piece, gap=piece.gap or change))
    return marked
