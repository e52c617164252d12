"""Read how much experience an advert asks for, and in what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from positions.pasted import marks, pieces
from positions.pasted.values import Experience

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMED = {
    "a": 1.0,
    "an": 1.0,
    **{
        word: float(nth)
        for nth, word in enumerate(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen"
            " fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
        )
    },
    "thirty": 30.0,
    "half": 0.5,
}
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
_EXPERIENCE = marks.pattern(r"\bexperienced?\b|\bexp\b\.?|\bbackground\b|\btrack record\b")
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
    r"(?:of |'|s'|in |the |full[- ]time |prior |previous |relevant |related |solid |proven"
    r" |professional |practical |demonstrated |progressive |progressively responsible"
    r" |hands-on |direct |documented |recent |similar |work |working |job |relative |post"
    r"[- ]\w+ |extensive |significant |successful |on-the-job |appropriate |industry"
    r" |real |strong |and |an? |minimum |least |at |considerable |good )*"
)
_MOST_BEFORE = 60
_MOST_BETWEEN = 90
_LONGEST_KIND = 120
_MONTHS = 12
_MOST_MONTHS = 480
_SOMETIMES = 2  # items of one clause that are read in full


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
    for end in re.finditer(r"(?<=[a-z0-9)])[.;](?=\s|$)", plain):
        yield begin, end.start()
        begin = end.end()
    yield begin, len(plain)


def _counted(
    text: str, offset: int, plain: str, clause: tuple[int, int]
) -> Iterator[Experience]:
    spans = list(_SPAN.finditer(plain, *clause))
    for nth, span in enumerate(spans):
        first = clause[0] if nth == 0 else spans[nth - 1].end()
        last = clause[1] if nth + 1 == len(spans) else spans[nth + 1].start()
        if _NOT_ONES.match(plain, span.end()) or _COMPANY.search(
            plain, max(first, span.start() - _MOST_BEFORE), span.start()
        ):
            continue
        word = _EXPERIENCE.search(plain, span.end(), min(last, span.end() + 90))
        earlier = None
        if not word:
            earlier = _EXPERIENCE.search(
                plain, max(first, span.start() - _MOST_BETWEEN), span.start()
            )
        if not (word or earlier or _WORK.match(plain, span.end(), last)):
            continue
        if word:
            begin, stop, kind = _forward(text, offset, plain, (span.end(), word, last))
            begin = span.start()
        elif earlier:
            begin, stop = earlier.start(), span.end()
            kind = _kind(text, offset, plain, (earlier.end(), span.start()))[0]
        else:
            begin = span.start()
            kind, stop = _kind(text, offset, plain, (span.end(), last))
            stop = max(stop, span.end())
        yield _statement(
            text, offset, (begin, stop), _months(span), kind, plain[first:last]
        )


def _uncounted(
    text: str, offset: int, plain: str, clause: tuple[int, int]
) -> Iterator[Experience]:
    """Read experience without a number: "Previous experience in a similar role"."""
    word = re.compile(r"\bexperience\b", re.IGNORECASE).search(plain, *clause)
    if not word:
        return
    kind, stop = _kind(text, offset, plain, (word.end(), clause[1]))
    if not kind:
        kind = _named_before(text, offset, plain, (clause[0], word.start()))
    stop = max(stop, word.end())
    yield _statement(
        text, offset, (word.start(), stop), None, kind, plain[clause[0] : clause[1]]
    )


def _forward(
    text: str, offset: int, plain: str, place: tuple[int, re.Match[str], int]
) -> tuple[int, int, str]:
    """Read what stands between the count and "experience", and what follows it."""
    begin, word, last = place
    kind, stop = _kind(text, offset, plain, (word.end(), last))
    between = _named_before(text, offset, plain, (begin, word.start()))
    if between and kind:
        kind = f"{between} {plain[word.end() : word.end() + 4].split()[0]} {kind}" if (
            plain[word.end() : word.end() + 4].split()[:1] in (["in"], ["with"], ["as"])
        ) else between
    return begin, max(stop, word.end()), kind or between


def _kind(
    text: str, offset: int, plain: str, place: tuple[int, int]
) -> tuple[str, int]:
    lead = _KIND_AFTER.match(plain, *place)
    if not lead:
        return "", 0
    stop = _KIND_ENDS.search(plain, lead.end(), min(place[1], lead.end() + _LONGEST_KIND))
    end = stop.start() if stop else min(place[1], lead.end() + _LONGEST_KIND)
    kind = pieces.clean(text[offset + lead.end() : offset + end]).strip(" ,-")
    return kind, lead.end() + len(plain[lead.end() : end].rstrip(" ,-"))


def _named_before(text: str, offset: int, plain: str, place: tuple[int, int]) -> str:
    """Read "accounting" from "3 years' relevant accounting experience"."""
    begin = max(place[0], place[1] - _MOST_BEFORE)
    lead = _LEAD_WORDS.match(plain, begin, place[1])
    at = lead.end() if lead else begin
    words = pieces.clean(text[offset + at : offset + place[1]]).strip(" ,-'’(")
    if any(sign in words for sign in ",;:()"):
        words = re.split(r"[,;:()]", words)[-1].strip()
    return words if 0 < len(words.split()) <= 6 else ""  # noqa: PLR2004 -- words that still name a kind


def _statement(
    text: str,
    offset: int,
    place: tuple[int, int],
    months: int | None,
    kind: str,
    around: str,
) -> Experience:
    start, end = offset + place[0], offset + place[1]
    return Experience(
        months=months,
        kind=kind,
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
    first = words.lower().split()[0]
    return _NAMED[first] if first in _NAMED else float(first.replace(",", "."))
