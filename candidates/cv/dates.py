"""Dates and spans of time as people write them in CVs: English, German, French, Spanish.

Only what is written is taken: "2015 - 2018" has no months, and none are made up here.
"""

import re
from calendar import monthrange
from dataclasses import dataclass

from candidates.cv.values import WrittenDate

FIRST_YEAR, LAST_YEAR = 1940, 2049
MONTHS = 12
_CENTURY_TURN = 50  # '49 is 2049, '50 is 1950

_MONTH_NAMES = (
    "jan january januar jänner janvier janv enero ene",
    "feb february februar févr fevr février fevrier febrero",
    "mar march märz maerz mrz mär mars marzo",
    "apr april avr avril abril abr",
    "may mai mayo",
    "jun june juni juin junio",
    "jul july juli juil juillet julio",
    "aug august août aout agosto ago",
    "sep sept september septembre septiembre setiembre",
    "oct october okt oktober octobre octubre",
    "nov november novembre noviembre",
    "dec december dez dezember déc décembre decembre dic diciembre",
)
_MONTHS = {
    word: number
    for number, words in enumerate(_MONTH_NAMES, start=1)
    for word in words.split()
}
_NAMED = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_YEAR = r"(?:19[4-9]\d|20[0-4]\d)"
_DATE = rf"""(?:
    (?P<iso>{_YEAR})-(?P<iso_month>0[1-9]|1[0-2])(?:-(?P<iso_day>[0-3]\d))?(?!\d)
  | (?P<one>\d{{1,2}})\s?[/.\-]\s?(?P<two>\d{{1,2}})\s?[/.\-]\s?(?P<full>{_YEAR})(?!\d)
  | (?P<number>0?[1-9]|1[0-2])\s?[/.\-]\s?(?P<number_year>{_YEAR})(?!\d)
  | (?:(?P<day>[0-3]?\d)(?:st|nd|rd|th|\.|er)?\s+(?:de\s+)?)?
    (?P<name>{_NAMED})\.?,?\s*(?:(?P<day_after>[0-3]?\d)(?:st|nd|rd|th)?,\s*)?
    (?:(?:de|of)\s+)?(?P<name_year>{_YEAR}|['’]\d\d)(?!\d)
  | (?P<year>{_YEAR})(?![\d/])
  | (?P<short>0[1-9]|1[0-2])/(?P<short_year>\d\d)(?![\d/])
)"""
_NOW = (
    r"(?P<now>present|current(?:ly)?|now|today|to\s?date|date|ongoing|till\snow"
    r"|heute|jetzt|aktuell|laufend|dato|présent|aujourd['’]hui|ce\sjour|en\scours"
    r"|actual(?:idad|mente)?|(?:el\s)?presente|hoy)"
)
_TO = r"\s*(?:[-–—‒~]+|to|until|till|thru|through|bis|à|au|jusqu['’]à|a|al|hasta)\s*"
_SINCE = r"(?:since|seit|ab|depuis|desde)\s+"
_EDGE = r"(?<![\w/.$€£#-])"

_FLAGS = re.IGNORECASE | re.VERBOSE
_ONE_DATE = re.compile(_EDGE + _DATE, _FLAGS)
_TO_PATTERN = re.compile(_TO, re.IGNORECASE)
_NOW_PATTERN = re.compile(_NOW + r"\b", re.IGNORECASE)
_SINCE_BEFORE = re.compile(_SINCE + "$", re.IGNORECASE)
_AFTER_EDGE = re.compile(_DATE, _FLAGS)


@dataclass(frozen=True, slots=True)
class Found:
    """A span of time, or a single date (`until` None and not current), in a text."""

    since: WrittenDate | None
    until: WrittenDate | None
    current: bool
    start: int
    end: int

    @property
    def is_span(self) -> bool:
        return self.current or self.until is not None


def find(text: str) -> list[Found]:
    """Find every date and span, from left to right, without overlap."""
    found: list[Found] = []
    at = 0
    while match := _ONE_DATE.search(text, at):
        since = _written(match)
        at = match.end()
        if since is None:
            continue
        span = _span(text, match, since)
        found.append(span)
        at = max(at, span.end)
    return found


def _span(text: str, match: re.Match[str], since: WrittenDate) -> Found:
    before = _SINCE_BEFORE.search(text, 0, match.start())
    to = _TO_PATTERN.match(text, match.end())
    if to and (now := _NOW_PATTERN.match(text, to.end())):
        return Found(since, None, current=True, start=match.start(), end=now.end())
    if to and (last := _AFTER_EDGE.match(text, to.end())):
        until = _written(last)
        if until is not None:
            return Found(
                since, until, current=False, start=match.start(), end=last.end()
            )
    if before:
        return Found(since, None, current=True, start=before.start(), end=match.end())
    return Found(since, None, current=False, start=match.start(), end=match.end())


def _written(match: re.Match[str]) -> WrittenDate | None:
    part = match.groupdict()
    if part["full"]:
        return _by_numbers(part, match[0])
    if part["name_year"]:
        month = _MONTHS[part["name"].lower()]
        return _checked(part["name_year"], month, part["day"] or part["day_after"])
    if part["short_year"]:
        return _checked(f"'{part['short_year']}", part["short"])
    year = part["iso"] or part["number_year"] or part["year"]
    return _checked(year, part["iso_month"] or part["number"], part["iso_day"])


def _by_numbers(part: dict[str, str], written: str) -> WrittenDate | None:
    """Read 05/17/2019 and 17.05.2019; the month is first with slashes, as in the US."""
    one, two = int(part["one"]), int(part["two"])
    month_first = "/" in written and one <= MONTHS
    return _checked(part["full"], *((one, two) if month_first else (two, one)))


def _checked(
    year: str, month: str | int | None = None, day: str | int | None = None
) -> WrittenDate | None:
    """Take a day or month only if there can be such a one."""
    full = _full_year(year)
    if not FIRST_YEAR <= full <= LAST_YEAR:
        return None
    if month is None or not 1 <= int(month) <= MONTHS:
        return WrittenDate(full)
    if day is None or not 1 <= int(day) <= monthrange(full, int(month))[1]:
        return WrittenDate(full, int(month))
    return WrittenDate(full, int(month), int(day))


def _full_year(year: str) -> int:
    if len(year) == 4:  # noqa: PLR2004 -- written in full
        return int(year)
    short = int(year[1:])
    return (2000 if short < _CENTURY_TURN else 1900) + short
