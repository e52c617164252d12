"""What would tell who somebody is, found in their own words and put behind a mark.

Found are the applicant's own name and its parts, any address for mail, their phone
number, town, employers and schools. A single word is found only where it is written as
a name is: "Bill" is hidden, "to bill customers" stays. So the words that are judged are
the same for everybody, whatever they are called and wherever they come from.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from candidates.cv import contacts
from candidates.services.answers import Person

# One character that is no word: it can match no duty, and keeps its place in the text.
MARK = "\N{OBJECT REPLACEMENT CHARACTER}"
SHORTEST_PART = 3  # letters of a part of a name
FEWEST_DIGITS = 5  # of a phone number

_LEGAL_FORM = re.compile(
    r"[\s,]+(?:Ltd|Limited|LLP|LLC|PLC|Inc|Incorporated|Corp|Corporation|Co|Company|GmbH"
    r"(?:\s*&\s*Co\.?\s*KG)?|gGmbH|AG|KG|OHG|UG|SE|e\.?\s?V|S\.?A|S\.?A\.?S|SARL|S\.?L"
    r"|B\.?V|N\.?V|A/S|AB|Oy|Pty)\.?$",
    re.IGNORECASE,
)


class Kind(StrEnum):
    """What kind of thing a mark stands for."""

    NAME = "NAME"
    CONTACT = "CONTACT"
    PLACE = "PLACE"
    EMPLOYER = "EMPLOYER"
    SCHOOL = "SCHOOL"


@dataclass(frozen=True, slots=True)
class Cut:
    """A mark in a veiled text: where it stands, and what it stands for."""

    at: int
    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Veil:
    """Somebody's own strings, as one pattern."""

    pattern: re.Pattern[str]
    kinds: dict[str, Kind]

    def over(self, text: str) -> tuple[str, tuple[Cut, ...]]:
        """Return the text with marks, and what each mark stands for."""
        parts: list[str] = []
        cuts: list[Cut] = []
        at = length = 0
        for found in self.pattern.finditer(text):
            kind = self._kind(found)
            if kind is None:
                continue
            parts += [text[at : found.start()], MARK]
            length += found.start() - at
            cuts.append(Cut(length, kind, found.group()))
            length += len(MARK)
            at = found.end()
        return "".join([*parts, text[at:]]), tuple(cuts)

    def _kind(self, found: re.Match[str]) -> Kind | None:
        if found.lastgroup == "contact":
            return Kind.CONTACT
        words = found.group().split()
        if len(words) == 1 and words[0][0].islower():
            return None  # an ordinary word that happens to be a name as well
        return self.kinds.get(_plain(found.group()))


def veil_of(
    *,
    name: str = "",
    phone: str = "",
    city: str = "",
    employers: Iterable[str] = (),
    schools: Iterable[str] = (),
    former: Iterable[Person] = (),
) -> Veil:
    """Make the veil over these strings; empty ones are left aside.

    `former` is how the same person was written in other applications.
    """
    people = [Person(name, phone=phone, city=city), *former]
    # Later ones win: a name stays a name where an employer is called the same.
    given = [
        *((school, Kind.SCHOOL) for school in schools),
        *(
            (form, Kind.EMPLOYER)
            for employer in employers
            for form in (employer, _LEGAL_FORM.sub("", employer.strip()))
        ),
        *((person.city, Kind.PLACE) for person in people),
        *((part, Kind.NAME) for person in people for part in _name_parts(person.name)),
    ]
    kinds = {plain: kind for text, kind in given if (plain := _plain(text))}
    phrases = sorted(kinds, key=len, reverse=True)
    numbers = [number for person in people for number in _phone(person.phone)]
    either = [
        "(?P<contact>" + "|".join([contacts.EMAIL.pattern, *numbers]) + ")",
        *(r"\s+".join(map(re.escape, phrase.split())) for phrase in phrases),
    ]
    return Veil(
        re.compile(rf"(?<!\w)(?:{'|'.join(either)})(?!\w)", re.IGNORECASE), kinds
    )


def _name_parts(name: str) -> Iterator[str]:
    yield name
    for part in re.split(r"[\s\-]+", name):
        bare = part.strip(".,()'\N{RIGHT SINGLE QUOTATION MARK}\"")
        if sum(letter.isalpha() for letter in bare) >= SHORTEST_PART:
            yield bare


def _phone(phone: str) -> list[str]:
    """Find the same digits however they are grouped."""
    digits = [letter for letter in phone if letter.isdigit()]
    if len(digits) < FEWEST_DIGITS:
        return []
    return [r"\+?" + r"[\s()./-]{0,3}".join(digits)]


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
