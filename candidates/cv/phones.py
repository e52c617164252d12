"""Telephone numbers, by the plans of the world's numbers."""

import re

import phonenumbers

from candidates.cv.lines import lines_of

HOME = "US"  # where nobody says whose CVs these are; numbers with + need none

_COUNTRIES = (
    (
        "GB",
        r"\b(?:UK|United\s+Kingdom|England|Scotland|Wales)\b|\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b|\.uk\b",
    ),
    ("DE", r"\b(?:Germany|Deutschland)\b|(?:straße|str\.)\s*\d|\.de\b"),
    ("FR", r"\bFrance\b|\b\d{1,4},?\s(?:bis\s)?(?:rue|avenue)\b|\.fr\b"),
    ("ES", r"\b(?:Spain|España)\b|\b(?:Calle|C/)\s|\.es\b"),
    ("IT", r"\b(?:Italy|Italia)\b|\bVia\s[A-Z]|\.it\b"),
    ("PT", r"\bPortugal\b|\bRua\s|\.pt\b"),
    ("NL", r"\b(?:Netherlands|Nederland)\b|\b\d{4}\s?[A-Z]{2}\b|\.nl\b"),
    ("PL", r"\b(?:Poland|Polska)\b|\bul\.\s|\b\d{2}-\d{3}\b|\.pl\b"),
    ("SE", r"\b(?:Sweden|Sverige)\b|\.se\b"),
    ("DK", r"\b(?:Denmark|Danmark)\b|\.dk\b"),
    ("NO", r"\b(?:Norway|Norge)\b|\.no\b"),
    ("FI", r"\b(?:Finland|Suomi)\b|\.fi\b"),
    ("CZ", r"\b(?:Czech|Česk\w+)\b|\.cz\b"),
    ("HU", r"\b(?:Hungary|Magyarország)\b|\.hu\b"),
    ("RO", r"\b(?:Romania|România)\b|\.ro\b"),
    ("TR", r"\b(?:Turkey|Türkiye)\b|\.tr\b"),
    ("GR", r"\b(?:Greece|Ελλάδα)\b|\.gr\b"),
    ("UA", r"\b(?:Ukraine|Україна)\b|\.ua\b"),
    ("IN", r"\bIndia\b|\.in\b"),
    ("IE", r"\bIreland\b|\.ie\b"),
    ("AU", r"\bAustralia\b|\.au\b"),
    ("CA", r"\bCanada\b|\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b|\.ca\b"),
    ("US", r"\b(?:USA|United\s+States)\b|\b[A-Z]{2}\s+\d{5}\b"),
)
_REGIONS = tuple((region, re.compile(pattern)) for region, pattern in _COUNTRIES)
_LABELLED = re.compile(r"\b(?:fax|telefax)\b", re.IGNORECASE)


def region_of(top: str, home: str = HOME) -> str:
    """Guess the country of a CV from its contact lines (ISO 3166 alpha-2), else `home`."""
    return next((r for r, pattern in _REGIONS if pattern.search(top)), home)


def find(text: str, region: str) -> list[tuple[str, int, int]]:
    """Return the numbers as written and where; those of faxes come last."""
    found: list[tuple[str, int, int]] = []
    faxes: list[tuple[str, int, int]] = []
    for line in lines_of(text):
        if not any(map(str.isdigit, line.text)):
            continue
        matcher = phonenumbers.PhoneNumberMatcher(
            line.text, region, leniency=phonenumbers.Leniency.POSSIBLE, max_tries=50
        )
        for match in matcher:
            if not _is_number(match.raw_string):
                continue
            start = line.start + match.start
            said = (match.raw_string, start, start + len(match.raw_string))
            fax = _LABELLED.search(line.text[: match.start])
            (faxes if fax else found).append(said)
    if not found and region == HOME:
        return find(text, "GB") + faxes
    return found + faxes


def _is_number(written: str) -> bool:
    """Tell a number from years and dates, which may be dialled as well."""
    digits = sum(map(str.isdigit, written))
    if "/" in written:
        return False
    years = re.fullmatch(r"(?:19|20)\d\d\W+(?:(?:19|20)\d\d|\d\d)", written.strip("()"))
    dated = re.fullmatch(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\W*.*", written)
    return 7 <= digits <= 15 and not years and not dated  # noqa: PLR2004 -- the bounds of E.164
