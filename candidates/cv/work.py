"""Jobs out of the experience section: header lines, dates, and the lines between.

A job is opened by a header: a short line with a span of time, and the short lines
around it that name the post and the employer. All up to the next header is its text.
"""

import re
from dataclasses import dataclass

from candidates.cv import dates
from candidates.cv.lines import Line
from candidates.cv.values import Work, WrittenDate

HEADER_WORDS = 16
HEADER_LENGTH = 130
SINGLE_WORDS = 8  # beside a single date, where a span is missing
RUNNING = 4  # so many ordinary words in small letters are a sentence
AROUND = 2  # header lines above or below the dates

_ROLES = frozenset(
    [
        "accountant",
        "accounting",
        "administrator",
        "adviser",
        "advisor",
        "agent",
        "aide",
        "ambassador",
        "analyst",
        "apprentice",
        "architect",
        "artist",
        "assembler",
        "assistant",
        "associate",
        "attendant",
        "attorney",
        "auditor",
        "baker",
        "banker",
        "bartender",
        "bookkeeper",
        "broker",
        "buyer",
        "captain",
        "carrier",
        "cashier",
        "ceo",
        "cfo",
        "chair",
        "chairman",
        "chef",
        "chief",
        "clerk",
        "clinician",
        "coach",
        "collector",
        "commander",
        "conductor",
        "consultant",
        "contractor",
        "controller",
        "cook",
        "coo",
        "coordinator",
        "co-ordinator",
        "counselor",
        "counsellor",
        "courier",
        "cto",
        "custodian",
        "dancer",
        "dealer",
        "dean",
        "deputy",
        "designer",
        "developer",
        "director",
        "dispatcher",
        "doctor",
        "driver",
        "editor",
        "educator",
        "electrician",
        "employee",
        "engineer",
        "entrepreneur",
        "estimator",
        "examiner",
        "executive",
        "facilitator",
        "farmer",
        "fellow",
        "foreman",
        "foremen",
        "filler",
        "founder",
        "freelancer",
        "generalist",
        "guard",
        "handler",
        "head",
        "helper",
        "hostess",
        "host",
        "housekeeper",
        "inspector",
        "installer",
        "instructor",
        "intern",
        "investigator",
        "journalist",
        "laborer",
        "labourer",
        "lead",
        "leader",
        "lecturer",
        "liaison",
        "librarian",
        "lieutenant",
        "machinist",
        "manager",
        "marketer",
        "mechanic",
        "member",
        "mentor",
        "merchandiser",
        "model",
        "musician",
        "nanny",
        "nurse",
        "officer",
        "operator",
        "organizer",
        "owner",
        "packer",
        "painter",
        "paralegal",
        "paramedic",
        "partner",
        "pharmacist",
        "photographer",
        "physician",
        "planner",
        "porter",
        "postdoc",
        "practitioner",
        "preparer",
        "president",
        "principal",
        "processor",
        "producer",
        "professional",
        "professor",
        "programmer",
        "promoter",
        "proprietor",
        "psychologist",
        "purchaser",
        "receptionist",
        "recruiter",
        "registrar",
        "rep",
        "reporter",
        "representative",
        "researcher",
        "reviewer",
        "salesman",
        "salesperson",
        "scheduler",
        "scientist",
        "secretary",
        "sergeant",
        "server",
        "servicer",
        "shopper",
        "specialist",
        "sponsor",
        "stylist",
        "superintendent",
        "supervisor",
        "surveyor",
        "teacher",
        "technician",
        "technologist",
        "teller",
        "temp",
        "therapist",
        "trader",
        "trainee",
        "trainer",
        "translator",
        "treasurer",
        "tutor",
        "typist",
        "underwriter",
        "volunteer",
        "waiter",
        "waitress",
        "warehouseman",
        "worker",
        "writer",
        "buchhalter",
        "buchhalterin",
        "sachbearbeiter",
        "sachbearbeiterin",
        "leiter",
        "leiterin",
        "mitarbeiter",
        "mitarbeiterin",
        "assistent",
        "assistentin",
        "referent",
        "referentin",
        "berater",
        "beraterin",
        "kaufmann",
        "kauffrau",
        "praktikant",
        "praktikantin",
        "werkstudent",
        "werkstudentin",
        "geschäftsführer",
        "geschäftsführerin",
        "entwickler",
        "entwicklerin",
        "aushilfe",
        "steuerfachangestellte",
        "steuerfachangestellter",
        "personalreferent",
        "personalreferentin",
        "comptable",
        "gestionnaire",
        "responsable",
        "directeur",
        "directrice",
        "assistante",
        "conseiller",
        "conseillère",
        "chargé",
        "chargée",
        "secrétaire",
        "stagiaire",
        "technicien",
        "vendeur",
        "vendeuse",
        "ingénieur",
        "employé",
        "employée",
        "contable",
        "administrativo",
        "administrativa",
        "gerente",
        "jefe",
        "jefa",
        "asistente",
        "auxiliar",
        "director",
        "directora",
        "analista",
        "técnico",
        "técnica",
        "becario",
        "becaria",
        "dependiente",
        "vendedor",
        "vendedora",
        "recepcionista",
        "asesor",
        "asesora",
        "encargado",
        "encargada",
    ]
)
_ORGANISATION = re.compile(
    r"\bcompany\s+name\b|\b(?:inc|ltd|llc|llp|plc|corp|corporation|company|gmbh|ag|kg|se"
    r"|s\.?a\.?r?\.?l?|sas|s\.?l|bv|nv|group|holdings?|bank|university|hospital|clinic"
    r"|associates|partners|solutions|services|systems|industries|international|agency"
    r"|department|ministry|council|school|college|institute|foundation|stores?|church"
    r"|army|navy|universität|klinikum|bundesamt|stadt|groupe|banque|mairie|banco|grupo"
    r"|ayuntamiento)\b\.?",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"^(?:city|state|remote)\b|\bcity\s*,\s*state\b|^[A-Z][\w.' -]{2,30},\s*[A-Z]{2,3}\b"
    r"|^[A-Z][\w.' -]{2,30},\s*[A-Z][\w.' -]{3,30}$"
)
_EMPLOYER_MARK = re.compile(r"\bcompany\s+name\b[^\t|]*", re.IGNORECASE)
_EMPLOYER_HEAD = re.compile(
    r".{0,90}?\bCompany Name\b(?:\s*[–—,-])?(?:\s*City\b)?(?:\s*,?\s*State\b)?\s+"
)
_CITY_STATE = re.compile(
    r"[,–—-]?\s*\b[Cc]ity\b\s*,?(?:\s*\bState\b)?(?:\s*,\s*(?:USA?|United States))?\s*"
    r"|^\s*,?\s*\bState\b\s*$"
)
_PARTS = re.compile(r"\t|\s[|•–—-]\s|\s@\s|\bat\b|\bbei\b|\bchez\b|,\s|\s,|[()]|\s:\s")
_BEFORE = re.compile(
    r"\b(?:in|from|of|by|for|during|between|and|on|until|till|fiscal|year|fy|since"
    r"|before|after|im|von|bis|en|de|desde)\s*$",
    re.IGNORECASE,
)
_SMALL = frozenset(
    "a an and at de der des du for für in la of on et the to und y".split()  # noqa: SIM905 -- reads as words
)
_TO_LINE = re.compile(r"[-–—]|to|until|bis|à|au|a|hasta", re.IGNORECASE)
_TAGS = re.compile(
    r"^\W*(?:responsibilities|duties|key\s+\w+|accomplishments|achievements|tasks"
    r"|job\s+duties|aufgaben|tätigkeiten|missions?|funciones)\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Header:
    """Lines `first` to `last` (inclusive, by index) open a job."""

    first: int
    last: int
    span: dates.Found
    title: str
    employer: str


def jobs(lines: list[Line], text: str) -> list[Work]:
    """Read the jobs out of the lines of an experience section."""
    lines = [part for line in _with_whole_spans(lines) for part in _split(line)]
    headers = _headers(lines)
    found = []
    for number, header in enumerate(headers):
        following = headers[number + 1].first if number + 1 < len(headers) else None
        body = lines[header.last + 1 : following]
        body = [line for line in body if line.text]
        start = body[0].start if body else lines[header.last].end
        end = body[-1].end if body else start
        since, until = _ordered(header.span)
        found.append(
            Work(
                title=header.title,
                employer=header.employer,
                since=since,
                until=until,
                current=header.span.current,
                text=text[start:end],
                start=start,
                end=end,
            )
        )
    return found


def _with_whole_spans(lines: list[Line]) -> list[Line]:
    """Join a span that is set over lines: "June 2013", "to", "March 2016"."""
    joined: list[Line] = []
    at = 0
    while at < len(lines):
        three = lines[at : at + 3]
        text = " ".join(line.text for line in three)
        if len(three) == 3 and _TO_LINE.fullmatch(three[1].text):  # noqa: PLR2004 -- from, to, until
            found = dates.find(text)
            if len(found) == 1 and found[0].is_span and not _rest(text, found[0]):
                joined.append(Line(text, three[0].start, three[2].end))
                at += 3
                continue
        joined.append(lines[at])
        at += 1
    return joined


def _split(line: Line) -> list[Line]:
    """Part an employer's line from the sentence that runs on after it."""
    head = _EMPLOYER_HEAD.match(line.text)
    if not head or _running(line.text[head.end() :]) < RUNNING:
        return [line]
    cut = line.start + head.end()
    first = head[0].rstrip()
    return [
        Line(first, line.start, line.start + len(first)),
        Line(line.text[head.end() :], cut, line.end),
    ]


def _running(words: str) -> int:
    """Count the ordinary words in small letters."""
    return sum(word[0].islower() and word not in _SMALL for word in words.split())


def _ordered(span: dates.Found) -> tuple[WrittenDate | None, WrittenDate | None]:
    """Turn a span that is written backwards to what must be meant."""
    since, until = span.since, span.until
    if since and until and _key(until) < _key(since):
        return until, since
    return since, until


def _key(date: WrittenDate) -> tuple[int, int]:
    return date.year, date.month or 0


def is_role(words: str) -> bool:
    """Say whether the words name a post, as far as the common nouns tell."""
    return any(
        word.strip(".,()/").lower() in _ROLES for word in re.split(r"[\s/]+", words)
    )


def names_employer(line: str) -> bool:
    """Say whether a line outside a header only names an employer and its place."""
    if _running(line) or len(line.split()) > HEADER_WORDS:
        return False
    marked = bool(_EMPLOYER_MARK.search(line))
    return marked or (_is_employer(line) and bool(_PLACE.search(line)))


def _headers(lines: list[Line]) -> list[_Header]:
    marks = [(at, span) for at, line in enumerate(lines) if (span := _mark(lines, at))]
    found: list[_Header] = []
    for number, (at, span) in enumerate(marks):
        floor = found[-1].last + 1 if found else 0
        ceiling = marks[number + 1][0] if number + 1 < len(marks) else len(lines)
        found.append(_header(lines, at, span, floor, ceiling))
    return found


def _mark(lines: list[Line], at: int) -> dates.Found | None:
    """Return the span of time that makes this line a job's date line."""
    line = lines[at].text
    if not line or len(line) > HEADER_LENGTH or line[0] in "•*>-–":
        return None
    for span in dates.find(line):
        rest = _rest(line, span)
        if not _fits(line, rest, span):
            continue
        if span.is_span or _single(lines, at, line, rest, span):
            return span
    return None


def _rest(line: str, span: dates.Found) -> str:
    return f"{line[: span.start]}\t{line[span.end :]}".strip(" \t,;:|()[]–—-.")


def _fits(line: str, rest: str, span: dates.Found) -> bool:
    if len(rest.split()) > HEADER_WORDS or _BEFORE.search(line[: span.start]):
        return False
    if rest and rest[0].islower():
        return False
    return not (line.rstrip().endswith(".") and len(rest.split()) > SINGLE_WORDS)


def _single(
    lines: list[Line], at: int, line: str, rest: str, span: dates.Found
) -> bool:
    """Take a lone date as a job's only where the lines beside it name one."""
    if len(rest.split()) > SINGLE_WORDS:
        return False
    below = next((one.text for one in lines[at + 1 :] if one.text), "")
    if not rest:
        return is_role(below) or bool(_ORGANISATION.search(below[:60]))
    if not (is_role(rest) or _is_employer(rest)):
        return False
    at_edge = not line[: span.start].strip() or not line[span.end :].strip()
    if not is_role(rest) and not _PLACE.search(below):
        return False
    return (at_edge or _is_employer(rest)) and _is_header_like(below)


def _header(
    lines: list[Line], at: int, span: dates.Found, floor: int, ceiling: int
) -> _Header:
    rest = _rest(lines[at].text, span)
    parts = _parts(rest)
    first, last = at, at
    below = _below(lines, at, ceiling, parts)
    for number in below:
        parts += _parts(lines[number].text)
        last = number
    has_title = any(is_role(part) for part in parts)
    if not has_title or not any(map(_is_employer, parts)):
        for number in _above(lines, at, floor, has_title=has_title):
            parts = _parts(lines[number].text) + parts
            first = number
    title, employer = _named(parts)
    return _Header(first, last, span, title, employer)


def _below(lines: list[Line], at: int, ceiling: int, parts: list[str]) -> list[int]:
    """Take up to two lines below the dates that go on naming the job."""
    taken: list[int] = []
    known = list(parts)
    near = [at + 1, at + 2, at + 3] if not known else [at + 1, at + 2]
    for number in (one for one in near if one < ceiling):
        line = lines[number].text
        if not line and not known:
            continue
        if len(taken) == AROUND or not _is_header_like(line) or _TAGS.match(line):
            break
        has_title = any(is_role(part) for part in known)
        names = _is_employer(line) or bool(_PLACE.search(line))
        titled = not has_title and is_role(line)
        if not (names or titled or (not known and _is_tall(line))):
            break
        taken.append(number)
        known += _parts(line)
    return taken


def _above(lines: list[Line], at: int, floor: int, *, has_title: bool) -> list[int]:
    """Take up to two lines above the dates that name the job."""
    taken: list[int] = []
    start = at - 1
    if start > floor and not lines[start].text and is_role(lines[start - 1].text):
        start -= 1  # the post is set off from its dates by an empty line
    for number in range(start, max(floor, start + 1 - AROUND) - 1, -1):
        line = lines[number].text
        if not _is_header_like(line) or line.endswith(":"):
            break
        opens = number == 0 or not lines[number - 1].text
        titled = not has_title and (is_role(line) or _is_name_like(lines, number))
        if not (titled or opens or _is_employer(line)):
            break
        taken.append(number)
        has_title = has_title or is_role(line)
        if opens:
            break
    return taken


def _is_name_like(lines: list[Line], number: int) -> bool:
    """Say whether a line could name a post: few words, all tall, after a full stop."""
    after_end = number == 0 or lines[number - 1].text.endswith((".", "!"))
    return after_end and _is_tall(lines[number].text)


def _is_tall(line: str) -> bool:
    words = [word for word in re.split(r"[\s/&-]+", line) if word]
    tall = all(word[0].isupper() or len(word) <= 3 for word in words)  # noqa: PLR2004 -- of, and, for
    return tall and 0 < len(words) <= 6 and line[-1] not in ".!?"  # noqa: PLR2004 -- a title's length


def _is_header_like(line: str) -> bool:
    words = line.split()
    if _running(line) >= RUNNING and not _EMPLOYER_MARK.search(line):
        return False
    return (
        (0 < len(words) <= HEADER_WORDS or bool(_EMPLOYER_MARK.search(line)))
        and len(line) <= HEADER_LENGTH
        and line[0] not in "•*>-–"
        and not line[0].islower()
        and not (line.endswith((".", ";", ",")) and len(words) > 5)  # noqa: PLR2004 -- a sentence, not "Acme Inc."
    )


def _is_employer(words: str) -> bool:
    return bool(_ORGANISATION.search(words))


def _parts(line: str) -> list[str]:
    """Cut a header line into the things it names."""
    marked = _EMPLOYER_MARK.search(line)
    if marked:
        # What follows the anonymised employer is its place, then perhaps the post.
        after = _CITY_STATE.sub("", re.sub(r"(?i)company\s+name", "", marked[0]))
        around = [line[: marked.start()], after, line[marked.end() :]]
        return [*_plain(around), "Company Name"]
    return _plain(_PARTS.split(_CITY_STATE.sub("\t", line)))


def _plain(parts: list[str]) -> list[str]:
    bare = (part.strip(" \t,;:|()[]–—-") for part in parts if part)
    return [part for part in bare if part]


def _named(parts: list[str]) -> tuple[str, str]:
    """Choose the post and the employer among the parts of a header."""
    title = next(
        (p for p in parts if is_role(p) and not _is_employer(p)),
        next((p for p in parts if is_role(p)), ""),
    )
    others = [part for part in parts if part != title]
    employer = next((p for p in others if _is_employer(p)), "")
    if not title and others:
        title = next((p for p in others if p != employer), "")
        others = [part for part in others if part != title]
    if not employer and others:
        employer = others[0]
    return title, employer
