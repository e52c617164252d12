"""Find the software, languages, licences and certificates that an advert names."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from positions.pasted import marks, pieces
from positions.pasted.values import Skill

_FILE = Path(__file__).parent / "data" / "skills-1.txt"
_AROUND = 80  # signs on each side in which a doubtful name needs support
_LANGUAGE_NEAR = marks.pattern(
    r"\blanguages?\b|fluen|\bspeak|\bspoken|\bwritten|\boral|\bverbal|knowledge|proficien"
    r"|\bnative\b|command|bilingual|translat|\bskills?\b|\bcommunicat|\bread(?:ing)?\b"
    r"|\bwrit(?:e|ing)\b|mother tongue|\b[ABC][12]\b|conversational|literacy"
)
_NOT_A_LANGUAGE = marks.pattern(
    r"[- ](?:citizen|compan|government|market|partner|law\b|legislation|embassy|team"
    r"|office|branch|republic|universit|school|client|customer|passport|holiday|muffin"
    r"|subsidiar|staff|organi|population|communit|society|agri|econom|institution|ngo"
    r"|association|business|teacher|literature|standard|version)"
)
_SOFTWARE_NEAR = marks.pattern(
    r"\bMS\b|microsoft|excel\b|power ?point|\boffice\b|software|\bcomputer|\bapplications?"
    r"\b|\bprograms?\b|programming|\bsystems?\b|\bSQL\b|\bPC\b|\btools?\b|\bpackages?\b"
    r"|internet|e-?mail|\bCRM\b|\bERP\b|\bSAP\b|quickbooks|photoshop|\bHTML\b|\bUML\b"
)
_CERTIFIED = marks.pattern(
    r"\b(?:[Cc]ertified|[Cc]hartered|[Ll]icen[cs]ed|[Rr]egistered) [A-Z][A-Za-z]{2,20}"
    r"(?: [A-Z][A-Za-z]{2,20}){0,3}|\b[A-Z][A-Za-z]{2,20} (?:[Ll]icen[cs]e|[Cc]ertificat"
    r"(?:e|ion))\b|\b(?:CEFR )?[Ll]evel [ABC][12]\b",
    exact=True,
)


def find(text: str, start: int, end: int) -> list[Skill]:
    """Find the names in `text[start:end]`, from left to right, the longest first."""
    plain = marks.plain(text[start:end])
    names, pattern = _known()
    found = []
    reach = 0
    for one in pattern.finditer(plain):
        name, sort = names[_key(one[0])]
        if _counts(plain, one, sort):
            found.append(Skill(name, start + one.start(), start + one.end()))
    taken = [(one.start - start, one.end - start) for one in found]
    for one in _CERTIFIED.finditer(plain):
        free = all(one.end() <= left or one.start() >= right for left, right in taken)
        if free and one.start() >= reach:
            name = pieces.clean(text[start + one.start() : start + one.end()])
            found.append(Skill(name, start + one.start(), start + one.end()))
    return sorted(found, key=lambda one: one.start)


@cache
def languages() -> frozenset[str]:
    """Return the names of languages, as `find` shows them."""
    names, _pattern = _known()
    return frozenset(name for name, sort in names.values() if sort == "~")


@cache
def _known() -> tuple[dict[str, tuple[str, str]], re.Pattern[str]]:
    """Return name and sort by spelling, and one pattern for all spellings."""
    names: dict[str, tuple[str, str]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("# ") or line == "#":
            continue
        sort = line[0] if line[0] in "?~" else ""
        spellings = line.removeprefix(sort).split("|")
        for spelling in spellings:
            names.setdefault(_key(spelling), (spellings[0], sort))
    longest = sorted(names, key=lambda spelling: (-len(spelling), spelling))
    words = "|".join(re.escape(one).replace(r"\ ", " ") for one in longest)
    return names, marks.pattern(rf"(?<![\w.-])(?:{words})(?![\w#+]|[-'][A-Za-z])")


def _key(words: str) -> str:
    return " ".join(words.split()).lower()


def _counts(plain: str, one: re.Match[str], sort: str) -> bool:
    """Say whether a name is meant as one: "Word" is, "word" is not."""
    words = one[0]
    if words.isupper() or len(words) > 5 or sort:  # noqa: PLR2004 -- signs of a short name
        pass
    elif words.islower():
        return False
    if sort and not words[0].isupper():
        return False
    if not sort:
        return True
    before = plain[max(0, one.start() - _AROUND) : one.start()]
    after = plain[one.end() : one.end() + _AROUND]
    if sort == "~":
        near = _LANGUAGE_NEAR.search(before) or _LANGUAGE_NEAR.search(after)
        return bool(near) and not _NOT_A_LANGUAGE.match(after)
    return bool(_SOFTWARE_NEAR.search(before) or _SOFTWARE_NEAR.search(after))
