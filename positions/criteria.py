"""Words that positions store and the engine judges by. Pure."""

import re
from enum import IntEnum, StrEnum


class CriterionKind(StrEnum):
    """What a criterion looks at."""

    QUALIFICATION = "QUALIFICATION"  # education and experience, combined by a rule
    DUTY = "DUTY"  # evidence that somebody has done this duty
    SKILL = "SKILL"  # a skill or a piece of software, at a level
    LICENCE = "LICENCE"  # a licence or certificate, valid
    LANGUAGE = "LANGUAGE"  # a language, at a level of the CEFR
    ELIGIBILITY = "ELIGIBILITY"  # a condition: yes, no, cannot tell
    WORK_SAMPLE = "WORK_SAMPLE"  # a task of the job, done for the panel
    SCREENING = "SCREENING"  # how somebody works with others: scenarios
    INTERVIEW = "INTERVIEW"  # structured: same questions, anchors, two raters
    CONVERSATION = "CONVERSATION"  # an interview without that structure
    REFERENCE = "REFERENCE"  # what former supervisors observed, asked in the same way
    VALUE = "VALUE"  # a stated work value, shown in behaviour


# Collected at or after the interview: no part of the first stage's order.
AFTER_INTERVIEWS = frozenset(
    {
        CriterionKind.INTERVIEW,
        CriterionKind.CONVERSATION,
        CriterionKind.REFERENCE,
        CriterionKind.VALUE,
    }
)


class RequirementKind(StrEnum):
    """What a duty needs beside education and experience."""

    SKILL = "SKILL"
    LICENCE = "LICENCE"
    LANGUAGE = "LANGUAGE"
    ELIGIBILITY = "ELIGIBILITY"


class SkillLevel(IntEnum):
    """How well somebody must know something on the first day."""

    AWARE = 1  # has seen it used; needs help
    WORKING = 2  # does everyday tasks alone
    SKILLED = 3  # does unusual tasks alone
    EXPERT = 4  # teaches others, sets it up


class LanguageLevel(IntEnum):
    """The six levels of the Common European Framework of Reference (CEFR)."""

    A1 = 1
    A2 = 2
    B1 = 3
    B2 = 4
    C1 = 5
    C2 = 6


class Answer(StrEnum):
    """What somebody may say of a condition or a licence: there are three outcomes."""

    YES = "YES"
    NO = "NO"
    CANNOT_TELL = "CANNOT_TELL"


class Dimension(StrEnum):
    """The five sides of working with others; interviews and scenarios share them."""

    COURTESY = "COURTESY"  # courtesy and tact
    TEAMWORK = "TEAMWORK"  # teamwork and help
    SERVICE = "SERVICE"  # service orientation
    CONFLICT = "CONFLICT"  # conflict handling
    COMMUNICATION = "COMMUNICATION"  # clear communication


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
    YEAR_FOR_YEAR = "YEAR_FOR_YEAR"  # a year of one stands in for a year of the other


# Where the core of a duty statement (verb and object) ends: at punctuation once there
# are two words, at a word that begins how, when or why once there are three.
_CORE_ENDS = re.compile(
    r"(?<=\S)\s*[(:;,.](?:\s|$|(?<=\())"
    r"|\s(?:about|according|as|by|each|every|from|in|into|on|so|to|under|until|using"
    r"|when|with|within)\s"
)
_PUNCTUATION = frozenset("(:;,.")
_VERB_AND_OBJECT = 2  # words, at the least
# What the end of the core would leave hanging: "Writes minutes of".
_LEADS_ON = frozenset({"a", "an", "and", "for", "of", "or", "the"})


def core_of(statement: str) -> str:
    """Return a duty's verb and object: "Reconciles bank statements".

    It names the criterion that the duty becomes, so it is short enough for the head of
    a column; the whole statement is never far.
    """
    for end in _CORE_ENDS.finditer(statement):
        words = statement[: end.start()].split()
        if end.group().strip()[:1] in _PUNCTUATION:
            if len(words) >= _VERB_AND_OBJECT:
                return " ".join(words)
        elif len(words) > _VERB_AND_OBJECT:
            while len(words) > _VERB_AND_OBJECT and words[-1] in _LEADS_ON:
                words.pop()
            return " ".join(words)
    return " ".join(statement.split()).rstrip(".")
