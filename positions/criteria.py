"""Words that positions store and the engine judges by. Pure."""

import re
from enum import IntEnum, StrEnum


class CriterionKind(StrEnum):
    """What a criterion looks at."""

    QUALIFICATION = "QUALIFICATION"  # education and experience, combined by a rule
    DUTY = "DUTY"  # evidence that somebody has done this duty
    SCREENING = "SCREENING"  # how somebody works with others: scenarios


class EducationLevel(IntEnum):
    """The eight-step ladder of education (after ISCED 2011)."""

    PRIMARY = 1
    LOWER_SECONDARY = 2
    UPPER_SECONDARY = 3
    POST_SECONDARY = 4
    SHORT_CYCLE = 5
    BACHELOR = 6
    MASTER = 7
    DOCTORATE = 8


class Equivalence(StrEnum):
    """How education and experience may stand in for each other."""

    COMBINATION = "COMBINATION"  # percentages of each add up; 100 % qualifies
    EITHER = "EITHER"  # either alone qualifies
    BOTH = "BOTH"  # each is needed


# Where the core of a duty statement (verb and object) ends: at punctuation once there
# are two words, at a word that begins how, when or why once there are three.
_CORE_ENDS = re.compile(
    r"(?<=\S)\s*[(:;,.](?:\s|$|(?<=\())"
    r"|\s(?:about|according|as|by|each|every|from|in|into|on|so|to|under|until|using"
    r"|when|with|within)\s"
)
_PUNCTUATION = frozenset("(:;,.")


def core_of(statement: str) -> str:
    """Return a duty's verb and object: "Reconciles bank statements".

    It names the criterion that the duty becomes, so it is short enough for the head of
    a column; the whole statement is never far.
    """
    for end in _CORE_ENDS.finditer(statement):
        words = statement[: end.start()].split()
        needed = 2 if end.group().strip()[:1] in _PUNCTUATION else 3
        if len(words) >= needed:
            return " ".join(words)
    return " ".join(statement.split()).rstrip(".")
