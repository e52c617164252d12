"""Words that positions store and the engine judges by. Pure."""

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
