"""What the readers of education, experience and skills share. All keep the places."""

from __future__ import annotations

import re

# What only wishes for something.
WISH = (
    r"prefer(?:red|able|ably|ence)|\bplus\b|desir(?:ed|able)|advantage|\bassets?\b"
    r"|nice to have|\bbonus\b|\bideal(?:ly)?\b|would be (?:good|great|nice|helpful)"
    r"|welcome|not (?:essential|required|necessary)|beneficial|\bhelpful\b|optional"
)
_SAME_LENGTH = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-"}
    | dict.fromkeys("\n\r\t\x0b\x0c\xa0\u2007\u202f\u2028\u2029\x85", " ")
)


def plain(text: str) -> str:
    """Put one apostrophe, hyphen and blank for all kinds; places stay where they are."""
    return text.translate(_SAME_LENGTH)


def pattern(words: str, *, exact: bool = False) -> re.Pattern[str]:
    """Compile a pattern in which a blank stands for one to three blanks.

    "a b" has at least one, "a ?b" may have none; a blank in brackets is only itself.
    """
    return re.compile(_BLANKS.sub(_wider, words), 0 if exact else re.IGNORECASE)


_BLANKS = re.compile(r"\\.|\[(?:[^\]\\]|\\.)*\]| \??")


def _wider(found: re.Match[str]) -> str:
    if found[0] == " ":
        return "[ ]{1,3}"
    return "[ ]{0,3}" if found[0] == " ?" else found[0]
