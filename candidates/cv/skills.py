"""What somebody says to know, item by item."""

import re

from candidates.cv import contacts, private
from candidates.cv.lines import Line, lines_of
from candidates.cv.values import Skill

MOST = 300
LONGEST = 80  # characters of an item
FULL = 0.6  # of the widest line
NAMED = 5  # words: more describe rather than name

_SEPARATORS = re.compile(
    r"[,;•\t|*●▪](?![^(]{0,40}\))|\s[–—-]\s|\s/\s|(?<=[a-z)])\.\s+(?=[A-Z])|\.$"
)
_LABEL = re.compile(r"^[^,;:•\t|]{2,40}:\s+(?=\S)")
_LENGTH = re.compile(
    r"\(?\s*(?:less\s+than\s+)?\d{1,2}\+?\s*(?:years?|yrs?|months?|jahre|ans|años|lat)"
    r"\b[^)]{0,12}\)?",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"[\s(:–-]+(?:expert|advanced|intermediate|basic|beginner|proficient|sehr\s+gut"
    r"|gut|grundkenntnisse|avancé|intermédiaire|avanzado|intermedio|básico"
    r"|zaawansowan\w+|średni\w+|podstawow\w+|good|very\s+good|excellent)\)?$",
    re.IGNORECASE,
)
_EDGES = " .:;,-–—•*●▪"


def read(text: str, start: int, end: int) -> list[Skill]:
    """Read the items of a section; `[start:end]` is its text below the heading."""
    found: dict[str, Skill] = {}
    for line in _whole(lines_of(text, start, end)):
        at = line.start + _lead(line.text)
        for first, last in _cut(text, at, line.end):
            name = _LEVEL.sub("", _LENGTH.sub("", text[first:last])).strip(_EDGES)
            name = " ".join(name.split())
            if not _is_item(name) or name.lower() in found:
                continue
            begin = text.find(name[:3], first, last)
            begin = begin if begin >= 0 else first
            sure = 0.9 if len(name.split()) <= NAMED else 0.5
            found[name.lower()] = Skill(name, (begin, last), sure)
    return list(found.values())[:MOST]


def _whole(lines: list[Line]) -> list[Line]:
    """Join the lines that a list in running text is set over."""
    width = max((len(line.text) for line in lines), default=0)
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last and line.text and _goes_on(last.text.rpartition("\n")[2], width):
            joined[-1] = Line(f"{last.text}\n{line.text}", last.start, line.end)
        else:
            joined.append(line)
    return joined


def _goes_on(line: str, width: int) -> bool:
    """Say whether an item may be cut off at the end of a full line of a list."""
    full = len(line) >= FULL * width and line.count(",") > 0
    ended = line[-1:] in ".;:" or _LEVEL.search(line)
    return full and not ended and line[:1] not in "•*"


def _lead(line: str) -> int:
    """Skip "Software:" before the items of a line."""
    label = _LABEL.match(line)
    return label.end() if label else 0


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found, at = [], start
    for match in _SEPARATORS.finditer(text, start, end):
        found.append((at, match.start()))
        at = match.end()
    return [*found, (at, end)]


def _is_item(name: str) -> bool:
    if not (1 < len(name) <= LONGEST or name in {"C", "R"}):
        return False
    if (
        private.spans(name)
        or contacts.EMAIL.search(name)
        or _LEVEL.fullmatch(f" {name}")
    ):
        return False
    return any(map(str.isalpha, name))
