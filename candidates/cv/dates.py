"""Dates and spans of time as people write them in CVs, in nineteen languages.

Only what is written is taken: "2015 - 2018" has no months, and none are made up here.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace

from candidates.cv.values import WrittenDate

FIRST_YEAR, LAST_YEAR = 1940, 2049
MONTHS = 12
_CENTURY_TURN = 50  # '49 is 2049, '50 is 1950

# Full and short forms, nominative and genitive: en de fr es it pt nl pl sv da nb fi cs
# hu ro tr el uk ru. What ends in a full stop is found with and without it.
_MONTH_NAMES = (
    (
        "jan january januar jänner janvier janv enero ene gennaio genn gen janeiro januari"
        " styczeń stycznia sty january tammikuu tammikuuta leden ledna led január ianuarie ian"
        " ocak oca ιανουάριος ιανουαρίου ιαν січень січня січ январь января янв"
    ),
    (
        "feb february februar févr fevr février fevrier febrero febbraio febbr fevereiro fev"
        " februari luty lutego lut helmikuu helmikuuta únor února február februarie şubat şub"
        " φεβρουάριος φεβρουαρίου φεβ лютий лютого лют февраль февраля фев"
    ),
    (
        "mar march märz maerz mrz mär mars marzo março marco maart mrt marzec marca marts"
        " maaliskuu maaliskuuta březen března bře március márc martie mart μάρτιος μαρτίου μαρ"
        " березень березня бер март марта мар"
    ),
    (
        "apr april avr avril abril abr aprile kwiecień kwietnia kwi huhtikuu huhtikuuta duben"
        " dubna dub április ápr aprilie nisan nis απρίλιος απριλίου απρ квітень квітня кві"
        " апрель апреля апр"
    ),
    (
        "may mai mayo maggio mag maio mei maj toukokuu toukokuuta květen května kvě május máj"
        " mayıs μάιος μαΐου μαϊ травень травня тра май мая"
    ),
    (
        "jun june juni juin junio giugno giu junho czerwiec czerwca cze kesäkuu kesäkuuta"
        " červen června június jún iunie iun haziran haz ιούνιος ιουνίου ιουν червень червня"
        " чер июнь июня июн"
    ),
    (
        "jul july juli juil juillet julio luglio lug julho lipiec lipca lip heinäkuu"
        " heinäkuuta červenec července július júl iulie iul temmuz tem ιούλιος ιουλίου ιουλ"
        " липень липня лип июль июля июл"
    ),
    (
        "aug august août aout agosto ago augustus augusti sierpień sierpnia sie elokuu"
        " elokuuta srpen srpna srp augusztus ağustos ağu αύγουστος αυγούστου αυγ серпень"
        " серпня сер август августа авг"
    ),
    (
        "sep sept september septembre septiembre setiembre settembre sett set setembro"
        " wrzesień września wrz syyskuu syyskuuta září zář szeptember szept septembrie eylül"
        " eyl σεπτέμβριος σεπτεμβρίου σεπ вересень вересня вер сентябрь сентября сен сент"
    ),
    (
        "oct october okt oktober octobre octubre ottobre ott outubro out październik"
        " października paź lokakuu lokakuuta říjen října říj október octombrie ekim eki"
        " οκτώβριος οκτωβρίου οκτ жовтень жовтня жов октябрь октября окт"
    ),
    (
        "nov november novembre noviembre novembro listopad listopada lis marraskuu"
        " marraskuuta listopadu noiembrie noi kasım kas νοέμβριος νοεμβρίου νοε листопад"
        " листопада лис ноябрь ноября ноя"
    ),
    (
        "dec december dez dezember déc décembre decembre dic diciembre dicembre dezembro"
        " grudzień grudnia gru desember joulukuu joulukuuta prosinec prosince pro decembrie"
        " aralık ara δεκέμβριος δεκεμβρίου δεκ грудень грудня гру декабрь декабря дек"
    ),
)
# The first and the last month; winter is counted with the year it begins in.
_SEASONS = {
    (3, 5): "spring frühling frühjahr printemps primavera lente wiosna vår forår kevät",
    (6, 8): "summer sommer été verano estate verão zomer lato sommar kesä",
    (
        9,
        11,
    ): "autumn fall herbst automne otoño autunno outono herfst jesień höst efterår"
    " høst syksy",
    (12, 12): "winter hiver invierno inverno zima vinter talvi",
}
_MONTHS = {
    word: number
    for number, words in enumerate(_MONTH_NAMES, start=1)
    for word in words.split()
}
_SEASON_OF = {
    word: months for months, words in _SEASONS.items() for word in words.split()
}
_SEASON = "|".join(sorted(_SEASON_OF, key=len, reverse=True))
_NAMED = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_YEAR = r"(?:19[4-9]\d|20[0-4]\d)"
_DATE = rf"""(?:
    (?P<season>{_SEASON})\s+(?:de\s+|of\s+|['’])?(?P<season_year>{_YEAR})(?!\d)
  | (?P<before>{_YEAR})(?:\.|\s?年|\s?m\.)?\s+(?P<after>{_NAMED})\b(?!\.?,?\s*{_YEAR})
  | (?P<big>{_YEAR})[/.](?P<big_month>0[1-9]|1[0-2])\.?(?![\d/])
  | (?P<iso>{_YEAR})-(?P<iso_month>0[1-9]|1[0-2])(?:-(?P<iso_day>[0-3]\d))?(?!\d)
  | (?P<one>\d{{1,2}})\s?[/.\-]\s?(?P<two>\d{{1,2}})\s?[/.\-]\s?(?P<full>{_YEAR})(?!\d)
  | (?P<number>0?[1-9]|1[0-2])\s?[/.\-]\s?(?P<number_year>{_YEAR})(?!\d)
  | (?:(?P<day>[0-3]?\d)(?:st|nd|rd|th|\.|er)?\s+(?:de\s+)?)?
    (?P<name>{_NAMED})\.?,?\s*(?:(?P<day_after>[0-3]?\d)(?:st|nd|rd|th)?,\s*)?
    (?:(?:de|of|del|do)\s+|[-–/]\s?)?(?P<name_year>{_YEAR}|['’]\d\d|(?<=[-–/])\d\d)(?!\d)
  | (?P<year>{_YEAR})(?![\d/])
  | (?P<short>0[1-9]|1[0-2])/(?P<short_year>\d\d)(?![\d/])
)"""
_NOW = (
    r"(?P<now>the\spresent|present(?:\sday)?|current(?:ly)?|now|today|to\s?date|till\s?date"
    r"|date|ongoing|till\snow|heute|jetzt|aktuell|laufend|dato|gegenwart|présent"
    r"|aujourd['’]?\s?hui|ce\sjour|en\scours|maintenant|la\sactualidad"
    r"|actual(?:idad|mente)?|(?:el\s|o\s)?presente|hoy|la\sfecha|in\scorso|oggi|attual\w+"
    r"|atual(?:mente|idade)?|(?:o\s)?momento|hoje|heden|nu|obecnie|teraz|nadal|dziś|chwili"
    r"\sobecnej|idag|i\sdag|nuvarande|pågående|nuværende|nåværende|nykyhetki|nykyinen"
    r"|nyt|současnost\w*|dosud|nyní|jelen(?:leg)?|napjainkig|prezent|zi|günümüz|halen"
    r"|devam\w*|bugün|σήμερα|παρόν|тепер|дотепер|сьогодні|теперішній\sчас|цей\sчас"
    r"|н\.?\s?в\.?|настоящее\sвремя|сейчас)"
)
_TO = (
    r"\s*(?:[-–—‒−~→]+|(?:to|until|till|thru|through|up\sto|bis(?:\szum)?|à|au|a|jusqu['’](?:à|en)"
    r"|al|hasta|fino\s(?:a|ad)|ad|até|ao|tot(?:\sen\smet)?|t/m|do|til|till|fram\still|asti|až(?:\sdo)?"
    r"|până\s(?:la|în)|la|έως|μέχρι|до|по)(?!\w))\s*(?:[-–—]\s*)?"
)
_SINCE = r"(?:since|seit|ab|depuis|desde|dal|da|od|sinds|sedan|siden|din|από|з|с|від)\s+(?:dem\s+|le\s+)?"
_EDGE = re.compile(r"[\w/.$€£#-]")  # before a date there is none of these

_FLAGS = re.IGNORECASE | re.VERBOSE
_ONE_DATE = re.compile(_DATE, _FLAGS)
_SLASHED = re.compile(rf"(?<![\d/])(\d{{1,2}})/(\d{{1,2}})/{_YEAR}(?!\d)")
_MONTH_FIRST = frozenset({"US", "PH"})  # where 05/04/2019 is the fourth of May
_month_first = ContextVar("month_first", default=True)
_TO_PATTERN = re.compile(_TO, re.IGNORECASE)
_NOW_PATTERN = re.compile(_NOW + r"\b", re.IGNORECASE)
_SINCE_BEFORE = re.compile(_SINCE + "$", re.IGNORECASE)


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


@contextmanager
def slashed_as_in(text: str, region: str) -> Iterator[None]:
    """Read 05/04/2019 the way a text means it: as its own dates show, else its country's.

    One date that can be read in one way only (17/04/2019) settles it for all others.
    """
    pairs = [(int(one), int(two)) for one, two in _SLASHED.findall(text)]
    day_first = sum(one > MONTHS >= two for one, two in pairs)
    month_first = sum(two > MONTHS >= one for one, two in pairs)
    if day_first == month_first:
        answer = region in _MONTH_FIRST
    else:
        answer = month_first > day_first
    before = _month_first.set(answer)
    try:
        yield
    finally:
        _month_first.reset(before)


def find(text: str) -> list[Found]:
    """Find every date and span, from left to right, without overlap."""
    found: list[Found] = []
    at = 0
    while match := _ONE_DATE.search(text, at):
        if match.start() and _EDGE.match(text, match.start() - 1):
            at = match.start() + 1
            continue
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
    if to and (last := _ONE_DATE.match(text, to.end())):
        until = _closing(last)
        if until is not None:
            return Found(
                since, until, current=False, start=match.start(), end=last.end()
            )
    if before:
        return Found(since, None, current=True, start=before.start(), end=match.end())
    return Found(since, None, current=False, start=match.start(), end=match.end())


def _written(match: re.Match[str]) -> WrittenDate | None:
    part = match.groupdict()
    if part["season_year"]:
        first, _last = _SEASON_OF[part["season"].lower()]
        return WrittenDate(int(part["season_year"]), first, about=True)
    if part["full"]:
        return _by_numbers(part, match[0])
    if part["name_year"]:
        month = _MONTHS[part["name"].lower()]
        return _checked(part["name_year"], month, part["day"] or part["day_after"])
    if part["before"]:
        return _checked(part["before"], _MONTHS[part["after"].lower()])
    if part["short_year"]:
        return _checked(f"'{part['short_year']}", part["short"])
    year = part["iso"] or part["number_year"] or part["big"] or part["year"]
    numbered = part["iso_month"] or part["number"] or part["big_month"]
    return _checked(year, numbered, part["iso_day"])


def _closing(match: re.Match[str]) -> WrittenDate | None:
    """Read a date that ends a span: of a season its last month."""
    until = _written(match)
    if until is not None and until.about:
        until = replace(until, month=_SEASON_OF[match["season"].lower()][1])
    return until


def _by_numbers(part: dict[str, str], written: str) -> WrittenDate | None:
    """Read 05/17/2019, 17/05/2019 and 17.05.2019; see `slashed_as_in`."""
    one, two = int(part["one"]), int(part["two"])
    if max(one, two) > MONTHS:
        month_first = one <= MONTHS
    else:
        month_first = "/" in written and _month_first.get()
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
    tail = int(year[-2:])
    return (2000 if tail < _CENTURY_TURN else 1900) + tail
