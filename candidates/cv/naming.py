"""Which words of a header are the post and which the employer.

The words are weighed, and so are their places: what is the post in one job of a section
stands at the same place in the others. So a post that no list of words knows, and an
employer without "Ltd", are still told apart.
"""

import re
from dataclasses import dataclass, replace

from candidates.cv import dates, employers, roles
from candidates.cv.headers import LENGTH_OF_TIME, PAGE, TOLD_OF, Header
from candidates.cv.lines import Line

UNSURE = 0.5
AGAINST = -0.3  # from here on the words speak against it
Key = tuple[int, int]  # the line, counted from the dates, and the place on it

_EDGES = " \t,;:|()[]–—-·•*@"
_STRONG = re.compile(r"\t+|\s[|•·]\s|\s[–—-]\s|\s?[–—]\s|\s@\s|;\s|\s:\s|\s/\s|\|")
_COMMA = re.compile(r"\s*,\s+(?![^(]*\))|\s,(?=\S)")
_AT = re.compile(
    r"\s(?:at|bei(?:\s+der|\s+dem)?|chez|presso|bij|hos|pour|for|with|w|en|em|na|în|u)\s"
    r"(?=[^\W\d_a-z])"
)
_WEB = re.compile(
    r"(?:https?://|www\.)\S+|\b[\w-]+\.(?:com|org|net|co\.uk|de|fr|eu|io|in)\b(?:/\S*)?",
    re.IGNORECASE,
)
_COMPANY_NAME = re.compile(
    r"\bcompany\s+name\b(?:\s*[|,–—-]*\s*(?:\bcity\b)?\s*,?\s*(?:\bstate\b)?)?",
    re.IGNORECASE,
)
_CITY_STATE = re.compile(
    r"[,–—-]?\s*\b[Cc]ity\b\s*,?(?:\s*\bState\b)?(?:\s*,\s*(?:USA?|United States))?\s*"
    r"|^\s*,?\s*\bState\b\s*$"
)
_LABELS = {
    "title": re.compile(
        r"^(?:job\s+)?(?:title|position|role|designation|post|stelle|position|funktion"
        r"|poste|fonction|puesto|cargo|stanowisko)\s*:\s*",
        re.IGNORECASE,
    ),
    "employer": re.compile(
        r"^(?:company|employer|organi[sz]ation|client|firm|arbeitgeber|firma|unternehmen"
        r"|employeur|entreprise|société|empresa|pracodawca)(?:\s+name)?\s*:\s*(?=\S)",
        re.IGNORECASE,
    ),
}
_JUNK = re.compile(
    r"^(?:dates?|duration|period|zeitraum|fechas?|okres|location)\W*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a header line, and what it is told to be by a label, if any."""

    text: str
    key: Key
    told: str = ""

    @property
    def role(self) -> float:
        return 2.0 if self.told == "title" else roles.weight(self.text)

    @property
    def organisation(self) -> float:
        if self.told == "employer":
            return 2.0
        weight = employers.weight(self.text)
        head, comma, tail = self.text.rpartition(",")
        placed = (
            comma
            and not self.key[1]
            and (employers.is_region(tail) or len(tail.split()) == 1)
        )
        return weight + (0.35 if placed and not roles.is_role(head) else 0.0)

    @property
    def place(self) -> float:
        if self.told:
            return 0.0
        if employers.is_place(self.text):
            return 1.0
        return 0.25 if employers.may_be_place(self.text) else 0.0

    @property
    def as_title(self) -> float:
        return self.role - 0.8 * self.organisation - 0.7 * self.place

    @property
    def as_employer(self) -> float:
        place = self.place * (0.0 if employers.weight(self.text) else 0.8)
        return self.organisation - 0.9 * self.role - place


@dataclass(frozen=True, slots=True)
class Named:
    """The post and the employer of one job, and how sure each is."""

    title: str
    employer: str
    title_sure: float
    employer_sure: float


def name(headers: list[Header], lines: list[Line]) -> list[Named]:
    """Name the jobs of a section, all of them by the same arrangement."""
    entries = [segments(header, lines) for header in headers]
    order = _arrangement(entries)
    several = len(entries) > 1
    rows = [sum(s.key[0] < 0 and not s.key[1] for s in entry) for entry in entries]
    found: list[Named] = []
    for number, entry in enumerate(entries):
        named = _named(entry, order, several=several)
        fewer = rows[number] < max(rows[:number], default=0)
        if not named.employer and fewer:
            # Several posts below one employer, named once above the first.
            named = replace(named, employer=found[-1].employer, employer_sure=UNSURE)
        found.append(named)
    return found


def segments(header: Header, lines: list[Line]) -> list[Segment]:
    """Cut the lines of a header into the things they name."""
    named = [
        number
        for number in range(header.first, header.last + 1)
        if number == header.at or _says(lines[number].text)
    ]
    dated = named.index(header.at)
    found: list[Segment] = []
    for row, number in enumerate(named):
        line = lines[number].text
        if number == header.at:
            line = f"{line[: header.span.start]}\t{line[header.span.end :]}"
        found += _cut(line, row - dated)
    return found


def _says(line: str) -> bool:
    return (
        bool(line) and not LENGTH_OF_TIME.fullmatch(line) and not PAGE.fullmatch(line)
    )


def _cut(line: str, row: int) -> list[Segment]:
    if told := TOLD_OF.match(line):
        post, firm = told["post"].strip(_EDGES), told["firm"].strip(_EDGES)
        return [Segment(post, (row, 0), "title"), Segment(firm, (row, 1), "employer")]
    line = _WEB.sub(" ", LENGTH_OF_TIME.sub("\t", line))
    marked = _COMPANY_NAME.search(line)
    if marked and line[: marked.start()].strip(_EDGES) + line[marked.end() :].strip(
        _EDGES
    ):
        # What stands beside the anonymised employer is its place, then the post.
        line = f"{line[: marked.start()]}\tCompany Name\t{line[marked.end() :]}"
    line = _undated(_CITY_STATE.sub("\t", line))
    parts: list[str] = []
    for part in _STRONG.split(line):
        bare = _bracketless(part.strip(_EDGES.replace("(", "").replace(")", "")))
        parts += [one for one in bare if one]
    found: list[Segment] = []
    for part in parts:
        if _JUNK.match(part):
            continue
        found += _labelled(part, row, len(found))
    return found


def _bracketless(part: str) -> list[str]:
    """Part what stands in brackets where it is an organisation or a place."""
    match = re.search(r"\s*\(([^)]+)\)\s*$", part)
    if match and (employers.is_organisation(match[1]) or employers.is_place(match[1])):
        return [part[: match.start()].strip(_EDGES), match[1].strip(_EDGES)]
    bare = part.strip(" ,;:")
    if bare.startswith("(") and bare.endswith(")"):
        bare = bare[1:-1]
    if bare.count("(") != bare.count(")"):
        bare = bare.strip("()")
    return [bare.strip(_EDGES.replace("(", "").replace(")", ""))]


def _undated(line: str) -> str:
    for one in reversed(dates.find(line)):
        line = f"{line[: one.start]}\t{line[one.end :]}"
    return line


def _labelled(part: str, row: int, place: int) -> list[Segment]:
    for told, pattern in _LABELS.items():
        if match := pattern.match(part):
            return [Segment(part[match.end() :].strip(_EDGES), (row, place), told)]
    at = _AT.search(part)
    if at and roles.is_role(part[: at.start()]):
        post, employer = part[: at.start()], part[at.end() :]
        sure = at[0].strip() in {"at", "bei", "chez", "presso", "bij", "hos"}
        if sure or not roles.is_role(employer):
            return [
                Segment(post.strip(_EDGES), (row, place), "title"),
                Segment(employer.strip(_EDGES), (row, place + 1), "employer"),
            ]
    return [Segment(part, (row, place))]


# ---- the arrangement ----


def _arrangement(entries: list[list[Segment]]) -> tuple[Key | None, Key | None]:
    """Choose where the post and where the employer stand, over all entries."""
    keys = sorted({segment.key for entry in entries for segment in entry})
    at: dict[Key, list[Segment]] = {key: [] for key in keys}
    for entry in entries:
        for segment in entry:
            at[segment.key].append(segment)
    share = {key: len(found) / max(len(entries), 1) for key, found in at.items()}
    title = {key: _mean([s.as_title for s in found]) for key, found in at.items()}
    employer = {key: _mean([s.as_employer for s in found]) for key, found in at.items()}
    best: tuple[float, Key | None, Key | None] = (float("-inf"), None, None)
    for post in keys:
        for firm in keys:
            if post == firm:
                worth = _joint(at[post]) * share[post]
            else:
                worth = (title[post] + 0.3) * share[post]
                above = 0.2 if firm[0] <= 0 else 0.0  # below the dates stands the place
                worth += (employer[firm] + 0.3 + above - 0.05 * firm[1]) * share[firm]
            if worth > best[0] + 1e-9:
                best = (worth, post, firm)
    return best[1], best[2]


def _mean(numbers: list[float]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0


def _joint(found: list[Segment]) -> float:
    """Weigh that post and employer stand in one segment, parted by a comma."""
    return _mean([1.3 if _pieces_named(one.text) else 0.2 for one in found])


def _pieces(text: str) -> list[str]:
    return [piece.strip(_EDGES) for piece in _COMMA.split(text) if piece.strip(_EDGES)]


def _pieces_named(text: str) -> tuple[str, str] | None:
    """Part "Clerk, Foods Ltd, Leeds" into post and employer."""
    pieces = _pieces(text)
    posts = [number for number, piece in enumerate(pieces) if roles.is_role(piece)]
    if len(pieces) < 2 or not posts:  # noqa: PLR2004 -- post and employer
        return None
    firms = [
        number
        for number, piece in enumerate(pieces)
        if employers.weight(piece) > 0 and roles.weight(piece) < 1
    ]
    if posts[0] == 0:
        firm = next((n for n in firms if n > 0), _after(pieces, posts))
        if firm is None:
            return None
        return ", ".join(pieces[:firm]), _with_legal(pieces, firm)
    firm = firms[0] if firms and firms[0] < posts[0] else 0
    return pieces[posts[0]], _with_legal(pieces, firm)


def _after(pieces: list[str], posts: list[int]) -> int | None:
    """Take the piece after the post, unless only its place is left."""
    run = 0
    while run + 1 in posts:
        run += 1
    number = run + 1
    if number >= len(pieces) or employers.is_region(pieces[number]):
        return None
    return number


def _with_legal(pieces: list[str], number: int) -> str:
    """Keep "Inc." with the name it follows."""
    if number + 1 < len(pieces) and employers.is_legal(pieces[number + 1]):
        return f"{pieces[number]}, {pieces[number + 1]}"
    return pieces[number]


def _named(
    entry: list[Segment], order: tuple[Key | None, Key | None], *, several: bool
) -> Named:
    by_key = {segment.key: segment for segment in entry}
    post, firm = by_key.get(order[0] or (0, -1)), by_key.get(order[1] or (0, -1))
    post = _corrected(entry, post, firm)
    if firm is not None and post is not None and firm.key == post.key:
        firm = None if len(entry) > 1 and not _pieces_named(post.text) else firm
    if firm is None or (firm is not post and firm.as_employer < AGAINST):
        others = [s for s in entry if s is not post]
        better = max(others, key=lambda s: s.as_employer, default=None)
        told = firm is not None or not several or order[1] is None
        if (
            better is not None
            and (told or better.as_employer > 0)
            and (firm is None or better.as_employer > firm.as_employer)
        ):
            firm = better
    if post is not None and (firm is None or firm is post or firm.place == 1.0):
        pair = _pieces_named(post.text)
        if pair:
            return Named(
                *pair,
                _sure(post.role, several),
                _sure(employers.weight(pair[1]), several),
            )
        if firm is post:
            firm = None
    if firm is not None and firm.place == 1.0 and not employers.weight(firm.text):
        firm = None
    if firm is not None and post is None:
        pair = _pieces_named(firm.text)
        if pair:
            return Named(*pair, 0.8, 0.8)
    return Named(
        _title(post.text) if post else "",
        employer_of(firm.text) if firm else "",
        _sure(post.role, several) if post else 0.0,
        _sure(firm.organisation, several) if firm else 0.0,
    )


def _corrected(
    entry: list[Segment], post: Segment | None, firm: Segment | None
) -> Segment | None:
    """Take another segment as the post where the words speak clearly against this."""
    if post is not None and (
        post.as_title > AGAINST and (post.role or firm is not None)
    ):
        stronger = [
            s for s in entry if s.as_title >= 1 and s is not firm and not post.role
        ]
        return stronger[0] if stronger else post
    better = max(entry, key=lambda s: s.as_title, default=None)
    if better is not None and better.as_title > 0:
        return better
    return post if post is not None and post.as_title > -UNSURE else None


def _title(text: str) -> str:
    """Cut a place off a post: "Payroll Manager, Columbus, OH"."""
    pieces = _pieces(text)
    while len(pieces) > 1 and employers.is_region(pieces[-1]):
        pieces.pop()
    placed = employers.is_place(", ".join(pieces[-2:]))
    if pieces[2:] and placed and not roles.is_role(pieces[-1]):
        pieces = pieces[:-2]
    return ", ".join(pieces)


def employer_of(text: str) -> str:
    """Cut the place off an employer: "Northern Paper Ltd, Leeds"."""
    pieces = _pieces(text)
    if not pieces:
        return ""
    if (
        pieces[1:]
        and not employers.weight(pieces[0])
        and employers.has_legal(pieces[1])
    ):
        return ", ".join(pieces[:2])  # "Smith, Jones & Partners LLP"
    return _with_legal(pieces, 0)


def _sure(evidence: float, several: bool) -> float:  # noqa: FBT001 -- whether others say the same
    if evidence >= 0.8:  # noqa: PLR2004 -- a word that tells
        return 0.95
    return 0.8 if several else 0.55
