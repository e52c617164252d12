"""Where jobs begin: the lines around each span of time that name post and employer.

Whoever writes a CV sets out every job alike. So the first job of a section, above whose
dates nothing else can stand, tells how many lines lead the dates of all of them.
"""

import re
from dataclasses import dataclass
from statistics import mode

from candidates.cv import dates, employers, roles
from candidates.cv.lines import Line

WORDS = 16
LENGTH = 130
SINGLE_WORDS = 8  # beside a single date, where a span is missing
RUNNING = 4  # so many ordinary words in small letters are a sentence
MOST_ABOVE = 3
MOST_BELOW = 3

_BULLETS = "•*>-–▪●○◦»"
_BEFORE = re.compile(
    r"\b(?:in|from|of|by|for|during|between|and|on|until|till|fiscal|year|fy|since"
    r"|before|after|im|von|bis|en|de|desde)\s*$",
    re.IGNORECASE,
)
_SMALL = frozenset(
    "a an and at bei chez d da das de del der des di do ds du e et for für i in la le"  # noqa: SIM905 -- reads as words
    " of og och on per pour the to u und van von w y z с и в і".split()
)
_TO_LINE = re.compile(r"[-–—]|to|until|bis|à|au|a|hasta|do|al|tot", re.IGNORECASE)
_TAGS = re.compile(
    r"^\W*(?:(?:key\s+|main\s+|job\s+)?(?:responsibilities|duties|tasks|accomplishments"
    r"|achievements)|key\s+\w+|aufgaben(?:bereich)?|tätigkeiten|missions?|funciones"
    r"|responsabilidades|obowiązki|zadania)\b.{0,20}$",
    re.IGNORECASE,
)
LENGTH_OF_TIME = re.compile(
    r"\(?\s*(?:about|over|ca\.?)?\s*\b\d{1,2}\+?\s*(?:years?|yrs?|months?|mos?|jahre?"
    r"|monate?|ans?|mois|años?|meses|lat[a]?|rok|miesi\w+)\b"
    r"(?:[\s,&]*(?:and|und|et|y|i)?\s*\d{1,2}\s*(?:months?|mos?|monate?|mois|mes(?:es)?"
    r"|miesi\w+))?\s*\)?\.?",
    re.IGNORECASE,
)


# "Worked as a clerk at Foods Ltd from May 2012 to June 2014"
TOLD_OF = re.compile(
    r"(?:i\s+(?:am\s+)?)?(?:currently\s+|presently\s+)?(?:working|worked|employed)\s+as\s+"
    r"(?:an?\s+)?(?P<post>[^,.]{3,60}?)\s+(?:in|at|with|for)\s+(?P<firm>[A-Z][^.]{1,60}?)"
    r"[,\s]+(?:from|since|during)\b",
    re.IGNORECASE,
)
PAGE = re.compile(
    r"(?:page|seite|página|pagina|strona|sida|side)\s+\d+(?:\s*(?:of|/|von|sur|de|di|z|av|af)"
    r"\s*\d+)?|[1-9]\d?\s+of\s+[1-9]\d?|[1-9]\s?/\s?[1-9]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Header:
    """Lines `first` to `last` (inclusive, by index) open a job; `at` has its dates."""

    first: int
    at: int
    last: int
    span: dates.Found

    def row(self, number: int) -> int:
        """Count lines from the dates: those above are negative."""
        return number - self.at


def find(lines: list[Line]) -> list[Header]:
    """Find the headers of the jobs among the lines of a section."""
    marks = [(at, span) for at, line in enumerate(lines) if (span := _mark(lines, at))]
    ups = _ups(lines, [at for at, _ in marks])
    found: list[Header] = []
    for number, (at, span) in enumerate(marks):
        ceiling = len(lines)
        if number + 1 < len(marks):
            ceiling = min([marks[number + 1][0], *ups[number + 1]])
        first = min([at, *ups[number]])
        below = _below(lines, at, ceiling, _named_above(lines, first, at, span))
        found.append(Header(first, at, max([at, *below]), span))
    return found


def whole_spans(lines: list[Line]) -> list[Line]:
    """Join a span that is set over lines: "June 2013", "to", "March 2016"."""
    joined: list[Line] = []
    at = 0
    while at < len(lines):
        taken = _spread(lines, at)
        if taken:
            parts = lines[at : at + taken]
            text = " ".join(line.text for line in parts)
            joined.append(Line(text, parts[0].start, parts[-1].end))
            at += taken
            continue
        joined.append(lines[at])
        at += 1
    return joined


def _spread(lines: list[Line], at: int) -> int:
    """Return over how many lines a span that starts here is set; 0 if over one."""
    for count in (3, 2):
        parts = lines[at : at + count]
        if len(parts) < count or not all(line.text for line in parts):
            continue
        apart = parts[1].text if count == 3 else parts[0].text.rstrip()[-1:]  # noqa: PLR2004 -- from, to, until
        if not _TO_LINE.fullmatch(apart):
            continue
        text = " ".join(line.text for line in parts)
        found = dates.find(text)
        if len(found) == 1 and found[0].is_span and not rest_of(text, found[0]):
            return count
    return 0


def running(words: str) -> int:
    """Count the ordinary words in small letters."""
    return sum(word[0].islower() and word not in _SMALL for word in words.split())


def is_header_like(line: str) -> bool:
    """Say whether a line may name something: short, tall, no bullet, no sentence."""
    words = line.split()
    return (
        0 < len(words) <= WORDS
        and len(line) <= LENGTH
        and running(line) < RUNNING
        and line[0] not in _BULLETS
        and not line[0].islower()
        and not (line.endswith((".", ";")) and not employers.is_legal(words[-1]))
        and not (line.endswith(",") and len(words) > 5)  # noqa: PLR2004 -- a sentence
        and not _TAGS.match(line)
    )


def rest_of(line: str, span: dates.Found) -> str:
    """Return what a line says beside its span of time and the length of it."""
    rest = f"{line[: span.start]}\t{line[span.end :]}"
    return LENGTH_OF_TIME.sub(" ", rest).strip(" \t,;:|()[]–—-.·•")


def _mark(lines: list[Line], at: int) -> dates.Found | None:
    """Return the span of time that makes this line a job's date line."""
    line = lines[at].text
    if not line or len(line) > LENGTH or line[0] in _BULLETS:
        return None
    for span in dates.find(line):
        rest = rest_of(line, span)
        if not _fits(line, rest, span):
            continue
        if span.is_span or _single(lines, at, line, rest, span):
            return span
    return None


def _fits(line: str, rest: str, span: dates.Found) -> bool:
    if len(rest.split()) > WORDS or _leads_on(line, span):
        return False
    if running(rest) >= RUNNING and not employers.is_organisation(rest):
        return False
    if rest and rest[0].islower() and running(rest) > 1:
        return False
    return not (line.rstrip().endswith(".") and len(rest.split()) > SINGLE_WORDS)


def _leads_on(line: str, span: dates.Found) -> bool:
    """Say whether a date stands within a sentence; "From May 2018" may begin a line."""
    if TOLD_OF.match(line):
        return False
    match = _BEFORE.search(line[: span.start])
    return bool(match and line[: match.start()].strip())


def _single(
    lines: list[Line], at: int, line: str, rest: str, span: dates.Found
) -> bool:
    """Take a lone date as a job's only where the lines beside it name one."""
    if len(rest.split()) > SINGLE_WORDS:
        return False
    below = next((one.text for one in lines[at + 1 :] if one.text), "")
    if not rest:
        return roles.is_role(below) or employers.is_organisation(below[:60])
    if not (roles.is_role(rest) or employers.is_organisation(rest)):
        return False
    at_edge = not line[: span.start].strip() or not line[span.end :].strip()
    if not roles.is_role(rest) and not employers.is_place(below):
        return False
    edge = at_edge or employers.is_organisation(rest)
    return edge and (is_header_like(below) or not below)


def _ups(lines: list[Line], marks: list[int]) -> list[list[int]]:
    """Return for each date line the lines above it that belong to its header."""
    runs = [
        _run_up(lines, at, marks[number - 1] + 1 if number else 0)
        for number, at in enumerate(marks)
    ]
    if not runs:
        return []
    usual = _usual(lines, runs, marks)
    ups = [_nearest(lines, run, at, usual) for run, at in zip(runs, marks, strict=True)]
    if usual == len(runs[0]):
        ups[0] = runs[0]  # nothing else stands above the first: it is all the header's
    return ups


def _run_up(lines: list[Line], at: int, floor: int) -> list[int]:
    """Collect the header-like lines above, nearest first, over empty lines."""
    run: list[int] = []
    blanks = 0
    for number in range(at - 1, floor - 1, -1):
        line = lines[number].text
        if LENGTH_OF_TIME.fullmatch(line) or PAGE.fullmatch(line):
            continue
        if not line:
            blanks += 1
            if blanks > 1 and len(run) > 1:
                break
            continue
        if not is_header_like(line) or len(run) > MOST_ABOVE or line.endswith(":"):
            break
        run.append(number)
    return run


def _close(run: list[int], at: int) -> int:
    """Count the lines of a run that follow without an empty line."""
    count, below = 0, at
    for number in run:
        if number != below - 1:
            break
        count, below = count + 1, number
    return count


def _usual(lines: list[Line], runs: list[list[int]], marks: list[int]) -> int:
    """Say how many lines stand above the dates of the jobs of this section."""
    lead = runs[0]
    reaches_top = not any(line.text for line in lines[: lead[-1] if lead else marks[0]])
    close = [_close(run, at) for run, at in zip(runs, marks, strict=True)]
    if len(runs) == 1:
        return min(len(lead), MOST_ABOVE) if reaches_top else min(close[0], 2)
    others = [len(run) for run in runs[1:]]
    if reaches_top and len(lead) <= MOST_ABOVE:
        if not lead or max(others) >= len(lead):
            return len(lead)
        return max(others)
    return min(mode(close[1:]), MOST_ABOVE) or _set_out(lines, runs)


def _set_out(lines: list[Line], runs: list[list[int]]) -> int:
    """Say how far above the post stands where empty lines part the lines of headers."""
    told = [
        next((n for n, at in enumerate(run[:2], 1) if roles.is_role(lines[at].text)), 0)
        for run in runs
    ]
    return mode(told) if sum(map(bool, told)) * 2 > len(runs) else 0


def _nearest(lines: list[Line], run: list[int], at: int, usual: int) -> list[int]:
    taken = run[:usual]
    close = _close(run, at)
    if close >= usual or not taken:
        return taken
    # Over an empty line only what may be a post, or the whole of a set-out header.
    kept = run[:close]
    for number in taken[close:]:
        if close and not roles.is_role(lines[number].text) and at - number > usual:
            break
        kept.append(number)
    return kept


def _named_above(
    lines: list[Line], first: int, at: int, span: dates.Found
) -> list[str]:
    rest = rest_of(lines[at].text, span)
    above = [line.text for line in lines[first:at] if line.text]
    parts = re.split(r"\t|\s[|–—•·]\s|\s-\s|,\s|\s(?:at|bei|chez)\s|\||\s@\s", rest)
    return [*above, *filter(None, map(str.strip, parts))]


def _below(lines: list[Line], at: int, ceiling: int, known: list[str]) -> list[int]:
    """Take the lines below the dates that go on naming the job."""
    taken: list[int] = []
    known = list(known)
    parted = False
    for number in range(at + 1, min(ceiling, at + 1 + 2 * MOST_BELOW)):
        line = lines[number].text
        if not line:
            if taken or _are_enough(known):
                break
            parted = True
            continue
        if len(taken) == MOST_BELOW or not is_header_like(line):
            break
        if not _adds(line, known, most=0 if parted and known else 1):
            break
        taken.append(number)
        known.append(line)
    return taken


def _are_enough(known: list[str]) -> bool:
    """Say whether post and employer may both be named already."""
    return sum(not employers.is_place(one) for one in known) > 1


def _adds(line: str, known: list[str], *, most: int) -> bool:
    """Say whether a line names what is still missing: post, employer or place.

    `most` is how many ordinary words a name may have that no word tells.
    """
    if employers.is_place(line):
        return True
    titled = any(roles.weight(one) >= 1 for one in known)
    employed = any(map(employers.is_organisation, known))
    if not _are_enough(known):
        told = roles.is_role(line) or employers.is_organisation(line)
        return told or running(line) <= most + (not titled and most)
    if not titled and roles.is_role(line):
        return True
    return not employed and employers.is_organisation(line) and not roles.is_role(line)
