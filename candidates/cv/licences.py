"""Licences, certificates and courses: what, from whom, since when, until when."""

import re

from candidates.cv import dates, private
from candidates.cv.lines import lines_of
from candidates.cv.values import Licence, WrittenDate

MOST = 60
LONG = 140  # characters of a line that still names one thing
NAME = 120
SENTENCE = 14  # words; more are told, not named

_BULLET = re.compile(r"^[\s•*>–—-]+")
_UNTIL = re.compile(
    r"(?:valid\s+(?:until|to|through)|expir(?:es|y|ing|ation)(?:\s+date)?|expires\s+on"
    r"|renew(?:al|ed)?\s+(?:due|by)|gültig\s+bis|valable\s+jusqu\S+|válid[oa]\s+hasta"
    r"|ważn[ey]\s+do|geldig\s+tot|scad\w+|valid[oa]\s+fino)\W{0,3}$",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    r"[\s,;|(–-]*\b(?:issued(?:\s+on)?|obtained|awarded|since|completed|dated|erworben"
    r"|obtenu|obtenid[oa]|im|en|in)\W*$",
    re.IGNORECASE,
)
_ISSUER = re.compile(
    r"\t+|\s[|–—-]\s|,\s+|\s+\((?=[^)]{2,60}\))|;\s+"
    r"|\s+(?:issued\s+by|awarded\s+by|from|by|through|bei(?:\s+der)?|par|por|wydan\w+\s+przez)\s+",
    re.IGNORECASE,
)
_EDGES = " \t,;:|()[]–—-•*."
_NUMBER = re.compile(
    r"\b(?:no|nr|number|licen[cs]e|id|cert(?:ificate)?)\.?\s*[:#]?\s*[\w-]*\d[\w-]*\b",
    re.IGNORECASE,
)


def read(text: str, start: int, end: int) -> list[Licence]:
    """Read the lines of a section; `[start:end]` is its text below the heading."""
    found: list[Licence] = []
    for line in lines_of(text, start, end):
        bare = _BULLET.sub("", line.text)
        if (
            not bare
            or private.spans(bare)
            or len(bare) > LONG
            or len(bare.split()) > SENTENCE
        ):
            continue
        issued, until, rest = _dates(bare)
        if not any(map(str.isalpha, rest)):
            # A date on a line of its own belongs to what stands above it.
            if found and found[-1].issued is None and found[-1].until is None:
                found[-1] = _dated(found[-1], issued, until)
            continue
        name, issuer = _named(rest)
        if name:
            begin = line.end - len(bare)
            found.append(
                Licence(
                    name=name,
                    issuer=issuer,
                    issued=issued,
                    until=until,
                    span=(begin, line.end),
                    confidence=0.9 if issued or until else 0.7,
                )
            )
    return found[:MOST]


def _dates(line: str) -> tuple[WrittenDate | None, WrittenDate | None, str]:
    """Return when it was issued, until when it is valid, and the words without."""
    issued = until = None
    rest = line
    for one in reversed(dates.find(line)):
        before = line[: one.start]
        ends = _UNTIL.search(before)
        start = ends.start() if ends else one.start
        if ends:
            until = until or one.since
        elif one.until or one.current:
            issued, until = one.since, one.until
        else:
            issued = one.since
            told = _ISSUED.search(before)
            start = told.start() if told else start
        rest = f"{rest[:start]}\t{rest[one.end :]}"
    return issued, until, rest.strip(_EDGES)


def _named(rest: str) -> tuple[str, str]:
    parts = [part.strip(_EDGES) for part in _ISSUER.split(_NUMBER.sub("", rest), 2)]
    parts = [" ".join(part.split()) for part in parts if part]
    if not parts:
        return "", ""
    return parts[0][:NAME], parts[1][:NAME] if len(parts) > 1 else ""


def _dated(
    one: Licence, issued: WrittenDate | None, until: WrittenDate | None
) -> Licence:
    return Licence(one.name, one.issuer, issued, until, one.span, one.confidence)
