"""Read how much experience an advert asks for, and in what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.pasted import marks, pieces
from positions.pasted.values import Experience

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen"
    " fourteen fifteen sixteen seventeen eighteen nineteen twenty"
)
_NAMED = {word: float(number) for number, word in enumerate(_NUMBERS.split())}
_NAMED |= {"a": 1.0, "an": 1.0, "half": 0.5, "thirty": 30.0}
_COUNT = (
    r"(?:\d{1,2}(?:[.,]5)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|thirteen|fourteen|fifteen|eighteen|twenty|thirty|half an?)"
)
_SPAN = marks.pattern(
    r"(?<![\w.,$£€/])(?P<low>" + _COUNT + r")(?: ?\((?:\w+|\d{1,2})\+?\))? ?\+?"
    r"(?: (?:and|or) a (?P<half>half))?"
    r"(?:(?: ?(?:-|to|or|/|and) ?)(?P<high>" + _COUNT + r")(?: ?\(\w+\))? ?\+?)?"
    r"(?: or more| plus| full| solid| complete| consecutive)?[- ]?"
    r"(?: )?(?P<unit>years?|yrs?\b\.?|months?|mos\b)(?:'s|s'|')?"
)
_EXPERIENCE = marks.pattern(
    r"\bexperienced?\b|\bexp\b\.?|\bbackground\b|\btrack record\b"
)
_WORK = marks.pattern(
    r" ?(?:of |in )?(?:\w+ ){0,3}(?:working|work|practice|employment|service|in an?|in|as)\b"
)
_NOT_ONES = marks.pattern(
    r" ?(?:old|of age|ago|contract|warranty|from now|term\b|period|in business|history"
    r"|anniversary|project|assignment|probation|maternity|internship|course|college"
    r"|degree|university|program|fixed)"
)
_COMPANY = marks.pattern(
    r"\b(?:we|our|us|company|firm|agency) (?:\w+ ){0,4}$|(?:for|over the|past|last) $"
)
_WISHED = marks.pattern(marks.WISH)
_KIND_AFTER = marks.pattern(
    r" ?(?:is )?(?:required |preferred |preferably |ideally )?"
    r"(?:(?:of |in )?(?:working|managing)? ?(?:in|with|within|of|as|on|at|using|for"
    r"|across)|(?=(?:\w+ing|working) )) ?(?:an? |the )?(?:(?:fields?|areas?|sphere) of )?"
)
_KIND_ENDS = marks.pattern(
    r"[.;:()]|, (?=(?:preferabl|ideal|includ|with|and (?:at|a |an |the |have)|at least"
    r"|plus|required|prefer|especial|or equiv|must|knowledge|strong|good|excellent))"
    r"|\b(?:is|are|would|will be|required|preferred|preferably|a plus|an asset|desirable"
    r"|desired|a must|essential|considered|an advantage|necessary|minimum|at least|plus"
    r"|or equivalent)\b"
)
_LEAD_WORDS = marks.pattern(
    r"(?: |of |'|s'|in |the |full[- ]time |prior |previous |relevant |related |solid |proven"
    r" |professional |practical |demonstrated |progressive |progressively responsible"
    r" |hands-on |direct |documented |recent |similar |work |working |job |relative |post"
    r"[- ]\w+ |extensive |significant |successful |on-the-job |appropriate |industry"
    r" |real |strong |and |an? |minimum |least |at |considerable |good )*"
)
_CLAUSE_END = re.compile(r"(?<=[a-z0-9)])[.;](?=\s|$)")
_PUNCTUATION = re.compile(r"[,;:()]")
_WITHOUT_COUNT = re.compile(r"\bexperience\b", re.IGNORECASE)
_INSTEAD = marks.pattern(
    r"(?:equivalent|lieu of|instead of|combination of)[^.;]{0,40}$"
)
_MOST_BEFORE = 60
_MOST_BETWEEN = 90
_LONGEST_KIND = 120
_MONTHS = 12
_MOST_MONTHS = 480


def find(text: str, start: int, end: int) -> list[Experience]:
    """Read the statements about experience in `text[start:end]`, from left to right."""
    plain = marks.plain(text[start:end])
    found = []
    for begin, stop in _clauses(plain):
        counted = list(_counted(text, start, plain, (begin, stop)))
        found += counted or list(_uncounted(text, start, plain, (begin, stop)))
    return found


def _clauses(plain: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for end in _CLAUSE_END.finditer(plain):
        yield begin, end.start()
        begin = end.end()
    yield begin, len(plain)


@dataclass(frozen=True, slots=True)
class _Found:
    """Where a statement stands in a line, and what the experience is in."""

    start: int
    end: int
    kind: str


def _counted(
    text: str, offset: int, plain: str, clause: tuple[int, int]
) -> Iterator[Experience]:
    spans = list(_SPAN.finditer(plain, *clause))
    for nth, span in enumerate(spans):
        first = clause[0] if nth == 0 else spans[nth - 1].end()
        last = clause[1] if nth + 1 == len(spans) else spans[nth + 1].start()
        found = _around(text[offset : offset + len(plain)], plain, span, (first, last))
        if found:
            around = plain[first:last]
            yield _statement(text, offset, found, _months(span), around)


def _around(
    line: str, plain: str, span: re.Match[str], room: tuple[int, int]
) -> _Found | None:
    """Find what a count is a count of; None where it is no experience."""
    first, last = room
    lately = max(first, span.start() - _MOST_BEFORE)
    if _NOT_ONES.match(plain, span.end()) or _COMPANY.search(
        plain, lately, span.start()
    ):
        return None
    word = _EXPERIENCE.search(plain, span.end(), min(last, span.end() + _MOST_BETWEEN))
    if word:
        end, kind = _forward(line, plain, (span.end(), word, last))
        return _Found(span.start(), end, kind)
    earlier = _EXPERIENCE.search(
        plain, max(first, span.start() - _MOST_BETWEEN), span.start()
    )
    if earlier:
        kind, _ = _kind(line, plain, (earlier.end(), span.start()))
        return _Found(earlier.start(), span.end(), kind)
    if _WORK.match(plain, span.end(), last):
        kind, end = _kind(line, plain, (span.end(), last))
        return _Found(span.start(), max(end, span.end()), kind)
    return None


def _uncounted(
    text: str, offset: int, plain: str, clause: tuple[int, int]
) -> Iterator[Experience]:
    """Read experience without a number: "Previous experience in a similar role"."""
    word = _WITHOUT_COUNT.search(plain, *clause)
    if not word or _INSTEAD.search(plain, clause[0], word.start()):
        return
    line = text[offset : offset + len(plain)]
    kind, end = _kind(line, plain, (word.end(), clause[1]))
    kind = kind or _named_before(line, plain, (clause[0], word.start()))
    found = _Found(word.start(), max(end, word.end()), kind)
    yield _statement(text, offset, found, None, plain[clause[0] : clause[1]])


def _forward(
    line: str, plain: str, place: tuple[int, re.Match[str], int]
) -> tuple[int, str]:
    """Read what stands between the count and "experience", and what follows it."""
    begin, word, last = place
    kind, end = _kind(line, plain, (word.end(), last))
    between = _named_before(line, plain, (begin, word.start()))
    link = plain[word.end() : word.end() + 6].split()[:1]
    if between and kind and link and link[0] in {"in", "with", "as"}:
        kind = f"{between} {link[0]} {kind}"
    elif between:
        kind = between
    return max(end, word.end()), kind


def _kind(line: str, plain: str, place: tuple[int, int]) -> tuple[str, int]:
    lead = _KIND_AFTER.match(plain, *place)
    if not lead:
        return "", 0
    stop = _KIND_ENDS.search(
        plain, lead.end(), min(place[1], lead.end() + _LONGEST_KIND)
    )
    end = stop.start() if stop else min(place[1], lead.end() + _LONGEST_KIND)
    kind = pieces.clean(line[lead.end() : end]).strip(" ,-")
    return kind, lead.end() + len(plain[lead.end() : end].rstrip(" ,-"))


def _named_before(line: str, plain: str, place: tuple[int, int]) -> str:
    """Read "accounting" from "3 years' relevant accounting experience"."""
    begin = max(place[0], place[1] - _MOST_BEFORE)
    lead = _LEAD_WORDS.match(plain, begin, place[1])
    at = lead.end() if lead else begin
    words = pieces.clean(line[at : place[1]]).strip(" ,-'’(")
    if any(sign in words for sign in ",;:()"):
        words = _PUNCTUATION.split(words)[-1].strip()
    return words if 0 < len(words.split()) <= 6 else ""  # noqa: PLR2004 -- a count of words


def _statement(
    text: str, offset: int, found: _Found, months: int | None, around: str
) -> Experience:
    start, end = offset + found.start, offset + found.end
    return Experience(
        months=months,
        kind=found.kind,
        required=not _WISHED.search(around),
        start=start,
        end=end,
        text=pieces.clean(text[start:end]),
    )


def _months(span: re.Match[str]) -> int:
    counts = [_number(span["low"])]
    if span["high"]:
        counts.append(_number(span["high"]))
    count = min(counts) + (0.5 if span["half"] else 0.0)
    unit = 1 if span["unit"].lower().startswith("mo") else _MONTHS
    return min(round(count * unit), _MOST_MONTHS)


def _number(words: str) -> float:
    first = words.lower().split(maxsplit=1)[0]
    return _NAMED[first] if first in _NAMED else float(first.replace(",", "."))
