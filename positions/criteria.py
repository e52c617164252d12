"""Words that positions store and the engine judges by. Pure."""

from __future__ import annotations

import re
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


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


WHOLE = 10_000  # all weights of a plan together: ten-thousandths
QUALIFICATION_WEIGHT = 500  # experience barely predicts: it is a minimum, not a driver
SCREENING_WEIGHT = 1_000  # a public demo questionnaire may not count for more


def draft_weights(
    shares: Sequence[int], *, qualification: bool, screening: bool
) -> tuple[int, ...]:
    """Propose weights for the duties, the qualification and the screening of a plan.

    `shares` are the duties' shares of time in any unit; at least one, none negative.
    Returns one weight per duty, in their order, then one for the qualification and one
    for the screening where wanted; ten-thousandths that add up to 10,000 exactly. What
    rounding leaves goes to the largest remainders, the earlier duty first.
    """
    if not shares or min(shares) < 0:
        raise ValueError("every duty needs a share of time")
    extra = [QUALIFICATION_WEIGHT] * qualification + [SCREENING_WEIGHT] * screening
    rest = WHOLE - sum(extra)
    parts = shares if sum(shares) else [1] * len(shares)
    whole = sum(parts)
    weights = [rest * part // whole for part in parts]
    order = sorted(range(len(parts)), key=lambda at: (-(rest * parts[at] % whole), at))
    for at in order[: rest - sum(weights)]:
        weights[at] += 1
    return (*weights, *extra)


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
