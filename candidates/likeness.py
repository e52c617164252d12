"""Whether two people may be one: addresses, numbers, names and places compared. Pure.

Nothing here decides. What is found is a hint for a person to look at, with its reason.

E-mail: case and Unicode forms aside, an address is the same or it is not. Gmail sends
"a.marsh+jobs@googlemail.com" and "amarsh@gmail.com" to one mailbox, so dots and what
follows a plus are dropped there. Elsewhere a plus mostly does the same, but nobody
promises it: such addresses are alike, which counts only with a similar name.

Telephone: by the plans of the world's numbers (E.164). A number with an extension is a
switchboard, which is nobody's own.
"""

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

import phonenumbers

GMAIL = "gmail.com"
_GMAILS = frozenset({GMAIL, "googlemail.com"})
LONGEST_EMAIL = 320  # octets by RFC 3696; folding may make letters more
MOST_NAMES = 8  # parts of a name that are looked at
LONG_ENOUGH = 5  # letters of a name in which one slip is a slip and not another name

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "jr", "sr"})
_LEGAL_FORMS = frozenset(
    {
        *("ltd", "limited", "plc", "llp", "lp", "llc", "pty", "pvt", "co", "company"),
        *("inc", "incorporated", "corp", "corporation"),
        *("gmbh", "ggmbh", "mbh", "ag", "kg", "kgaa", "ohg", "ug", "ev", "se"),
        *("sa", "sas", "sarl", "sl", "slu", "srl", "spa", "lda", "ltda"),
        *("bv", "nv", "ab", "asa", "as", "aps", "oy", "oyj"),
        *("sro", "kft", "zrt", "spzoo", "doo"),
    }
)
# What people write where there is no employer or school to name.
_NOWHERE = frozenset(
    {
        "self",
        "self employed",
        "selfemployed",
        "self employment",
        "freelance",
        "freelancer",
        "independent",
        "unemployed",
        "retired",
        "various",
        "various employers",
        "several",
        "confidential",
        "private",
        "none",
        "na",
        "n a",
        "home",
        "family",
        "employer",
        "company",
        "company name",
        "school",
        "high school",
        "college",
        "university",
        "secondary school",
    }
)
# Letters that no decomposition takes apart.
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)


class Sign(StrEnum):
    """Something that two people have in common; stored with the pair."""

    SAME_EMAIL = "SAME_EMAIL"
    SAME_PHONE = "SAME_PHONE"
    ALIKE_EMAIL = "ALIKE_EMAIL"
    SIMILAR_NAME = "SIMILAR_NAME"
    SAME_EMPLOYER = "SAME_EMPLOYER"
    SAME_SCHOOL = "SAME_SCHOOL"


# Each is enough by itself; a similar name needs one of the others beside it.
_ENOUGH = frozenset({Sign.SAME_EMAIL, Sign.SAME_PHONE})
_WITH_NAME = frozenset({Sign.ALIKE_EMAIL, Sign.SAME_EMPLOYER, Sign.SAME_SCHOOL})


@dataclass(frozen=True, slots=True)
class Traits:
    """What somebody is compared by. `phone` is in E.164, empty for none."""

    name: str = ""
    email: str = ""
    phone: str = ""
    employers: Collection[str] = ()
    schools: Collection[str] = ()


def signs_of(one: Traits, other: Traits) -> list[Sign]:
    """Name what suggests that two people are one, the strongest first; or nothing."""
    places = [
        (Sign.SAME_EMPLOYER, one.employers, other.employers),
        (Sign.SAME_SCHOOL, one.schools, other.schools),
    ]
    found = {sign for sign, mine, theirs in places if _places(mine) & _places(theirs)}
    if _same(email_of(one.email), email_of(other.email)):
        found.add(Sign.SAME_EMAIL)
    elif _same(email_key(one.email), email_key(other.email)):
        found.add(Sign.ALIKE_EMAIL)
    if _same(one.phone, other.phone):
        found.add(Sign.SAME_PHONE)
    if are_similar_names(one.name, other.name):
        found.add(Sign.SIMILAR_NAME)
    enough = found & _ENOUGH or (Sign.SIMILAR_NAME in found and found & _WITH_NAME)
    return [sign for sign in Sign if sign in found] if enough else []


def _same(one: str, other: str) -> bool:
    return bool(one) and one == other


def _places(names: Collection[str]) -> set[str]:
    return {key for name in names if (key := place_key(name))}


# ---- addresses and numbers ----


def email_of(address: str) -> str:
    """Return the mailbox that an address certainly means; empty for no address."""
    local, _at, domain = _folded("".join(_folded(address).split())).rpartition("@")
    domain = domain.rstrip(".")
    if domain in _GMAILS:
        domain = GMAIL
        local = local.partition("+")[0].replace(".", "")
    whole = f"{local}@{domain}"
    return whole if local and domain and len(whole) <= LONGEST_EMAIL else ""


def email_key(address: str) -> str:
    """Return the mailbox that an address may mean: without what follows a plus."""
    local, at, domain = email_of(address).rpartition("@")
    return f"{local.partition('+')[0] or local}{at}{domain}"


def phone_key(number: str, region: str) -> str:
    """Return a number in E.164; empty if it is none.

    `region` is the country it is dialled in (ISO 3166 alpha-2) where it names none.
    """
    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return ""
    if parsed.extension or not phonenumbers.is_valid_number(parsed):
        return ""
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


# ---- names ----


def are_similar_names(one: str, other: str) -> bool:
    """Say whether two names may be one person's.

    Order is free, initials stand for what they begin, one may have parts that the
    other lacks, and a long part may have one slip. At least one whole part is shared;
    a single part has to be the whole name of both.
    """
    fewer, more = sorted((_name_parts(one), _name_parts(other)), key=len)
    if len(fewer) < 2:  # noqa: PLR2004 -- a first and a last name
        return bool(fewer) and fewer == more
    whole = any(_is_whole(mine) and _alike(mine, it) for mine in fewer for it in more)
    return whole and _all_fit(fewer, more)


def _name_parts(name: str) -> list[str]:
    joined = re.sub(r"['`\N{RIGHT SINGLE QUOTATION MARK}]", "", _bare(name))
    parts = re.findall(r"[^\W_]+", joined)
    return [part for part in parts if part not in _TITLES][:MOST_NAMES]


def _all_fit(fewer: Sequence[str], more: Sequence[str]) -> bool:
    """Say whether each part of one name has a part of its own in the other."""
    taken: dict[int, int] = {}

    def place(mine: int, tried: set[int]) -> bool:
        for place_, theirs in enumerate(more):
            if place_ in tried or not _fits(fewer[mine], theirs):
                continue
            tried.add(place_)
            if place_ not in taken or place(taken[place_], tried):
                taken[place_] = mine
                return True
        return False

    return all(place(mine, set()) for mine in range(len(fewer)))


def _fits(one: str, other: str) -> bool:
    if _is_whole(one) and _is_whole(other):
        return _alike(one, other)
    return one[0] == other[0]


def _is_whole(part: str) -> bool:
    return len(part) > 1 or not part.isascii()


def _alike(one: str, other: str) -> bool:
    """Say whether two parts are the same but for one slip in a long one."""
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < LONG_ENOUGH or len(longer) - len(shorter) > 1:
        return False
    start = _shared(one, other)
    tails = (shorter[start:], longer[start:])
    if len(shorter) < len(longer):
        return tails[0] == tails[1][1:]
    swapped = tails[0][:2] == tails[1][:2][::-1] and tails[0][2:] == tails[1][2:]
    return swapped or tails[0][1:] == tails[1][1:]


def _shared(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next(
        (place for place, (mine, theirs) in pairs if mine != theirs),
        min(len(one), len(other)),
    )


# ---- employers and schools ----


def place_key(name: str) -> str:
    """Return an employer's or school's name without case, accents and legal form.

    Empty for what names no place: "self-employed", "various".
    """
    plain = re.sub(r"[.'\N{RIGHT SINGLE QUOTATION MARK}]", "", _bare(name))
    parts = re.findall(r"[^\W_]+", plain.replace("&", " and "))
    while len(parts) > 1 and parts[0] == "the":
        del parts[0]
    while len(parts) > 1 and parts[-1] in _LEGAL_FORMS | {"and"}:
        del parts[-1]
    key = " ".join(parts)
    return "" if key in _NOWHERE else key


# ---- letters ----


def _bare(text: str) -> str:
    """Return the text folded and without accents."""
    apart = unicodedata.normalize("NFKD", _folded(text)).translate(_PLAIN)
    return _folded(
        "".join(letter for letter in apart if not unicodedata.combining(letter))
    )


def _folded(text: str) -> str:
    """Fold case and Unicode forms until nothing changes any more."""
    while (folded := unicodedata.normalize("NFKC", text).casefold()) != text:
        text = folded
    return text
