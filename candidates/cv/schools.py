"""Field of study and institution, out of the lines around a qualification.

Commas, dashes, dates and places part them; where nothing does ("Accounting Kings
College"), the field is what is said again after the school, or words that are fields.
"""

import re

from candidates.cv import contacts, dates, employers, headers, levels
from candidates.cv.lines import Line, lines_of

FIELD_LENGTH = 80
SCHOOL_LENGTH = 120
MOST_LINES = 6
LONGEST = 10  # words of a school's name

_EDGES = " \t,;:|()[]–—-·•*"
_FIELD = re.compile(
    r"\s*(?:\((?:hons?|honours|[^)]{1,30})\)\.?\s*|hons?\.?\s+)?(?:degree\s*)?"
    r"(?::|,|\bin\b|\bof\b|\ben\b|\bde\b|\bder\b|\bim\b|\bdi\b|\bem\b|[–—-]|(?=\s?[A-ZÀ-ÝŚŁŻ]))\s*"
    r"(?:the\s+|major(?:ing)?\s*(?:in|:)?\s+|la\s+|el\s+)?(?P<field>[^\d,;:\n\t()|–—•]{3,80})",
    re.IGNORECASE,
)
_FIELD_ENDS = re.compile(
    r"\s+(?:City|State|GPA|from|at|Graduated|Minor|Honors|Hons|Expected|In Progress"
    r"|bei|à|an der|presso|na|w)\b.*$|\s-\s.*$"
)
_ARTS = re.compile(
    r"^(?:of\s+)?(?:Applied\s+|Fine\s+)?(?:Arts?|Sciences?|Commerce|Laws?|Engineering"
    r"|Technology|Education)\b(?:\s+Degree\b)?\s*(?:in\b|:|,|[–—-]|of\b|(?=\()|$)?\s*",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"\t+|\s[|•·]\s|\s[–—-]\s|\s?[–—]\s|;\s|,\s+|\n")
_LABEL = re.compile(
    r"^(?:dates?|title\s+of\s+qualification(?:\s+awarded)?|principal\s+subjects[^\t:]*"
    r"|name\s+(?:and\s+type\s+)?of\s+organi[sz]ation[^\t:]*|level\s+in[^\t:]*"
    r"|zeitraum|bezeichnung\s+der[^\t:]*|hauptfächer[^\t:]*|name\s+(?:und\s+art\s+)?der[^\t:]*"
    r"|intitulé\s+du[^\t:]*|principales\s+matières[^\t:]*|nom\s+(?:et\s+type\s+)?de[^\t:]*"
    r"|título\s+de[^\t:]*|principales\s+materias[^\t:]*|nombre\s+(?:y\s+tipo\s+)?del[^\t:]*|fechas?"
    r"|okres|uzyskany\s+tytuł|kierunek|nazwa[^\t:]*|institution|university|school|degree"
    r"|field(?:\s+of\s+study)?|major|course|qualification)\s*(?:\t|:)\s*",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"^(?:principal\s+subjects[^\t:]*|hauptfächer[^\t:]*|principales\s+mati?[eè]r\w+[^\t:]*"
    r"|principales\s+materias[^\t:]*|kierunek|field(?:\s+of\s+study)?|major)\s*(?:\t|:)\s*(.+)$",
    re.IGNORECASE,
)
_CITY_STATE = re.compile(
    r"\s*[–—-]?\s*\bCity\b\s*,?(?:\s*\bState\b)?(?:\s*,\s*(?:USA?|United States|[A-Z]\w+))?"
    r"|\s*[,–—-]\s*State\b(?:\s*,\s*(?:USA?|United States|[A-Z]\w+))?|\bState\s*$"
)
_LEADING = re.compile(
    r"^(?:(?:diploma|certificate|degree|basic|GED)\s+)+", re.IGNORECASE
)
_GRADE = re.compile(r"\b(?:GPA|G\.P\.A)\b.*")
_NO_SCHOOL = re.compile(
    r"\b(?:gpa|grades?|hono(?:u)?rs|minor|major|thesis|dissertation|modules?|coursework"
    r"|class(?:ification)?|distinction|merit|first|upper|second|2:1|note|mention"
    r"|graduated|expected|degree|present|current|credits?|subjects?|select\s+one"
    r"|completed|attended|received|awarded|earned|studied|member|hours|dept|in\s+progress|emphasis|including|projects?|cum\s+laude|dean)\b|^\W*\d",
    re.IGNORECASE,
)
# Words that begin the name of a field far more often than that of a school.
_FIELD_WORDS = frozenset(
    """
    accounting accountancy finance economics marketing management business administration
    commerce psychology sociology nursing biology chemistry physics mathematics math
    statistics computer science sciences information technology systems engineering
    electrical mechanical electronic civil industrial aeronautical aerospace history
    philosophy english literature communication communications journalism education
    law legal criminal justice public relations human resources resource international
    studies liberal arts general political social work health healthcare hospitality
    culinary graphic design fashion interior media film music theology religion
    anthropology geography geology environmental agriculture supply chain logistics
    operations project organizational leadership paralegal secretarial office medical
    pharmacy dental applied meteorology banking taxation auditing audit marketing retail
    tourism hotel and & of in
    """.split()  # noqa: SIM905 -- reads as words
)


def naming_of(part: str, at: tuple[int, int]) -> tuple[str, str]:
    """Return field and institution of the entry whose qualification is at `part[a:z]`."""
    lines = [line for line in lines_of(part) if line.text][:MOST_LINES]
    row = next((n for n, line in enumerate(lines) if line.start <= at[0] < line.end), 0)
    if not lines:
        return "", ""
    line = lines[row]
    before = line.text[: max(at[0] - line.start, 0)]
    after = line.text[max(at[1] - line.start, 0) :]
    area, school = _after(after, part[line.end :])
    span = (at[0] - line.start, at[1] - line.start)
    school = _itself(line.text, span) or at_school(before) or school
    others = [one for number, one in enumerate(lines) if number != row]
    school = school or _elsewhere(others) or _rest(before, after, others)
    area = _subject(part) or area
    return ("" if area == school else area), school


def _itself(line: str, span: tuple[int, int]) -> str:
    """Return the school whose name ends in the words of the level: "High School"."""
    if not line[: span[1]].lower().endswith("school"):
        return ""
    bare = _CITY_STATE.sub("\t", line[: span[1]]) + "\t"
    for match in contacts.INSTITUTION.finditer(bare):
        if match.start() < span[0] and span[1] <= match.end():
            return _segment(bare, match)
    return ""


def at_school(words: str) -> str:
    """Return the school that words name by "University" and the like; else nothing."""
    for piece in _parted(_LABEL.sub("", words.strip())).split("\t"):
        match = contacts.INSTITUTION.search(piece)
        if match and (segment := _segment(piece, match)):
            return segment
    return ""


def unlabelled(words: str) -> str:
    """Leave the label of a form and dates out of the words before a qualification."""
    bare = _LABEL.sub("", words.lstrip())
    for one in reversed(dates.find(bare)):
        bare = f"{bare[: one.start]}\t{bare[one.end :]}"
    return bare


def _parted(words: str) -> str:
    """Put a tab where a date, a qualification or a place parts the words."""
    bare = _GRADE.sub("\t", _CITY_STATE.sub("\t", words))
    for one in reversed(dates.find(bare)):
        bare = f"{bare[: one.start]}\t{bare[one.end :]}"
    for level in reversed(levels.find(bare)):
        within = any(
            school.start() <= level.start and level.end <= school.end()
            for school in contacts.INSTITUTION.finditer(bare)
            if len(school[0].split()) > len(level.words.split())
        )
        if not within or level.level > levels.LOOSE:
            bare = f"{bare[: level.start]}\t{bare[level.end :]}"
    return bare


def _segment(line: str, match: re.Match[str]) -> str:
    """Widen a match to what stands between commas, dashes and tabs."""
    start, end = 0, len(line)
    for cut in _SEPARATORS.finditer(line):
        if cut.end() <= match.start():
            start = cut.end()
        elif cut.start() >= match.end():
            end = cut.start()
            break
    chosen = line[start:end]
    if headers.running(chosen) > 2 or len(chosen.split()) > LONGEST:  # noqa: PLR2004 -- a sentence around it
        chosen = match[0].split("\t")[-1]
    chosen = re.sub(r"\s*\([^)]*$|^[^(]*\)\s*|^:\s*", "", chosen)
    chosen = " ".join(chosen.split()).strip(_EDGES)
    chosen = re.sub(
        r"^(?:from|at|attended|the\s+(?=university))\s+",
        "",
        chosen,
        flags=re.IGNORECASE,
    )
    return _without_field(chosen)[:SCHOOL_LENGTH]


def _without_field(school: str) -> str:
    """Take the words of a field of study off the front of a school's name."""
    words = school.split()
    count = 0
    while count < len(words) and words[count].lower().strip(",:&") in _FIELD_WORDS:
        count += 1
    rest = " ".join(words[count:])
    found = contacts.INSTITUTION.match(rest)
    enough = found and (len(rest.split()) > 1) and not rest.startswith(("of ", "for "))
    return rest if count and enough else school


def _after(after: str, below: str) -> tuple[str, str]:
    """Read field and school from what follows the qualification on its line."""
    said = _ARTS.sub(": ", after.lstrip(" "), count=1)
    parted = _parted(said)
    pieces = [piece.strip(_EDGES) for piece in parted.split("\t")]
    first = next((piece for piece in pieces if piece), "")
    if not first:
        return "", ""
    later = [piece for piece in pieces[pieces.index(first) + 1 :] if piece]
    echo = _echo(first, [*later, *below.split("\n")[:3]])
    if echo:
        rest = first[len(echo) :].strip(_EDGES)
        school = _bare_school(_without(rest, echo))
        school = school or _bare_school(_without(next(iter(later), ""), echo))
        return echo[:FIELD_LENGTH], school
    area = _field(said)
    school = at_school(said)
    if school:
        area = area.partition(school)[0].strip(_EDGES)
        area = "" if area.endswith((" and", " of", " in")) else area
    elif "\t" in parted.strip():
        school = _bare_school(next(iter(later), ""))
    if not area and not school and parted.startswith("\t"):
        school = _bare_school(first)
    if area and not school and first == area and not parted.lstrip().startswith(":"):
        # "Certificate 2011 Naval Training Center": nothing leads from one to a field.
        alone = parted.startswith("\t") and _bare_school(area)
        area, school = ("", alone) if alone else (area, school)
    return area, _without(school, area)


def _without(school: str, area: str) -> str:
    """Take the field off the front or the end of a school's name."""
    if not area or school == area:
        return school
    bare = school.removeprefix(area).removesuffix(area).strip(_EDGES)
    return school if not bare or bare.endswith((" of", " for", " and", " &")) else bare


def _echo(first: str, others: list[str]) -> str:
    """Return the longest start of `first` that is said again: that is the field."""
    words = first.split()
    for count in range(min(len(words), 8), 0, -1):
        start = " ".join(words[:count])
        if len(start) < 4 or start.rstrip(",").lower() in {"business", "general"}:  # noqa: PLR2004 -- no word
            continue
        again = first[len(start) :]
        if re.search(rf"\b{re.escape(start)}\b", again) or any(
            one.strip(_EDGES).startswith(start) for one in others
        ):
            return start.strip(_EDGES)
    return ""


def _bare_school(words: str) -> str:
    """Take words that stand alone as a school, if nothing speaks against it."""
    if not words:
        return ""
    named = at_school(words)
    if named:
        return named
    return next(iter(_candidates(words)), "")[:SCHOOL_LENGTH]


def _elsewhere(lines: list[Line]) -> str:
    """Find a school named on another line of the entry."""
    for line in lines:
        if headers.running(line.text) < headers.RUNNING and (
            named := at_school(line.text)
        ):
            return named
    return ""


def _rest(before: str, after: str, others: list[Line]) -> str:
    """Take what is left of short lines where no word tells a school."""
    left = _candidates(before)
    left += _candidates(_past_field(after))
    for line in others[:3]:
        if headers.is_header_like(line.text):
            left += _candidates(_LABEL.sub("", line.text))
    return next(iter(left), "")[:SCHOOL_LENGTH]


def _past_field(after: str) -> str:
    """Leave out the field of study, which goes up to the first comma or dash."""
    parts = re.split(r"(,\s|\t|\s[–—|-]\s|\bfrom\b|\bat\b)", after, maxsplit=1)
    return parts[2] if len(parts) > 2 else ""  # noqa: PLR2004 -- before, the sign, after


def _candidates(words: str) -> list[str]:
    parts = (part.strip(_EDGES) for part in _SEPARATORS.split(_parted(words)))
    return [
        part
        for part in parts
        if len(part) > 2  # noqa: PLR2004 -- letters of a state
        and not employers.is_region(part)
        and any(map(str.isalpha, part))
        and not part[0].islower()
        and headers.running(part) < 2  # noqa: PLR2004 -- a sentence
        and not levels.find(part)
        and not _NO_SCHOOL.search(part)
        and part.lower() not in {"city", "state"}
        and not all(word.lower().strip(",&") in _FIELD_WORDS for word in part.split())
    ]


def _subject(part: str) -> str:
    for line in part.split("\n"):
        if match := _SUBJECT.match(line.strip()):
            return match[1].strip(_EDGES)[:FIELD_LENGTH]
    return ""


def _field(said: str) -> str:
    match = _FIELD.match(said)
    if not match:
        return ""
    field = contacts.INSTITUTION.sub("", match["field"])
    field = _FIELD_ENDS.sub("", " ".join(field.split()))
    months = dates.find(f"{field} 2000")
    if months and months[0].since and months[0].since.month:
        field = field[: months[0].start]
    bare = field.strip(" .-–&'’*")[:FIELD_LENGTH]
    if employers.is_region(bare) or bare.lower() in {"in", "of", "degree", "honours"}:
        return ""
    return bare
