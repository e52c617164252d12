"""Words of a position, as people read them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from positions.criteria import (
    Answer,
    CriterionKind,
    Dimension,
    EducationLevel,
    Equivalence,
    LanguageLevel,
    RequirementKind,
    SkillLevel,
)
from positions.moves import Status


class PositionStatus(TextChoices):
    """The words for `positions.moves.Status`, in the order of a position's life."""

    DRAFT = Status.DRAFT.value, _("Draft")
    IN_APPROVAL = Status.IN_APPROVAL.value, _("In approval")
    APPROVED = Status.APPROVED.value, _("Approved")
    OPEN = Status.OPEN.value, _("Open")
    PAUSED = Status.PAUSED.value, _("Paused")
    CLOSED = Status.CLOSED.value, _("Closed")
    ARCHIVED = Status.ARCHIVED.value, _("Archived")


class ListKind(TextChoices):
    """The lists that somebody can keep a look at."""

    POSITIONS = "POSITIONS", _("Positions")
    PEOPLE = "PEOPLE", _("People")


class CloseReason(TextChoices):
    """Why a position is closed."""

    CLOSED = "CLOSED", _("Applications are over; people are still being chosen")
    FILLED = "FILLED", _("Everybody we were looking for is hired")
    CANCELLED = "CANCELLED", _("We hire nobody")


class ApprovalState(TextChoices):
    """What became of a request for approval, or of one step of it."""

    WAITING = "WAITING", _("Waiting")
    APPROVED = "APPROVED", _("Approved")
    SENT_BACK = "SENT_BACK", _("Sent back")
    WITHDRAWN = "WITHDRAWN", _("Withdrawn")
    NOT_ASKED = "NOT_ASKED", _("Published without approval; none was asked for")


class QuestionKind(TextChoices):
    """What kind of answer a question of the form takes."""

    SHORT = "SHORT", _("A short text")
    LONG = "LONG", _("A longer text")
    CHOICE = "CHOICE", _("One of several answers")
    MANY = "MANY", _("Any of several answers")
    NUMBER = "NUMBER", _("A number")
    DATE = "DATE", _("A date")
    FILE = "FILE", _("A file")


class Workplace(TextChoices):
    ON_SITE = "ON_SITE", _("At the workplace")
    HYBRID = "HYBRID", _("Partly from home")
    REMOTE = "REMOTE", _("From home")


class Employment(TextChoices):
    PERMANENT = "PERMANENT", _("Permanent")
    FIXED_TERM = "FIXED_TERM", _("Fixed term")
    TEMPORARY = "TEMPORARY", _("Temporary")
    APPRENTICESHIP = "APPRENTICESHIP", _("Apprenticeship")


class PayPeriod(TextChoices):
    HOUR = "HOUR", _("an hour")
    MONTH = "MONTH", _("a month")
    YEAR = "YEAR", _("a year")


class TeamRole(TextChoices):
    """What somebody does for one position."""

    CHAIR = "CHAIR", _("Chair of the panel")
    MEMBER = "MEMBER", _("Panel member")
    HIRING_MANAGER = "HIRING_MANAGER", _("Hiring manager")
    COORDINATOR = "COORDINATOR", _("Coordinator")
    OBSERVER = "OBSERVER", _("Observer")


class PositionOrigin(TextChoices):
    """What a definition began with."""

    BLANK = "BLANK", _("Nothing")
    TEMPLATE = "TEMPLATE", _("A template")
    COPY = "COPY", _("An earlier position")
    OCCUPATION = "OCCUPATION", _("An occupation")
    ADVERT = "ADVERT", _("An old advert")


class WordAction(TextChoices):
    """What an administrator did to the word lists."""

    ADD = "ADD", _("Added")
    SILENCE = "SILENCE", _("Silenced")


# The word lists of `positions.clarity.lexicon`, as administrators see them.
WORD_LISTS = [
    ("vague", _("Vague words")),
    ("person", _("Words about the person")),
    ("gender", _("Gender")),
    ("age", _("Age")),
    ("ability", _("Health and ability")),
    ("origin", _("Origin and language")),
    ("family", _("Family")),
    ("status", _("Money and standing")),
    ("personal", _("Never asked of anybody")),
    ("verb", _("Verbs that say what is done")),
    ("acronym", _("Abbreviations everybody knows")),
]

CRITERION_KINDS = [
    (CriterionKind.QUALIFICATION.value, _("Education and experience")),
    (CriterionKind.DUTY.value, _("Evidence of a duty")),
    (CriterionKind.SKILL.value, _("Skill")),
    (CriterionKind.LICENCE.value, _("Licence or certificate")),
    (CriterionKind.LANGUAGE.value, _("Language")),
    (CriterionKind.ELIGIBILITY.value, _("Condition")),
    (CriterionKind.WORK_SAMPLE.value, _("Work sample")),
    (CriterionKind.SCREENING.value, _("Working with others")),
    (CriterionKind.INTERVIEW.value, _("Structured interview")),
    (CriterionKind.CONVERSATION.value, _("Unstructured interview")),
    (CriterionKind.REFERENCE.value, _("Structured references")),
    (CriterionKind.VALUE.value, _("Work value, shown in behaviour")),
]

DIMENSIONS = [
    (Dimension.COURTESY.value, _("Courtesy and tact")),
    (Dimension.TEAMWORK.value, _("Teamwork and help")),
    (Dimension.SERVICE.value, _("Service orientation")),
    (Dimension.CONFLICT.value, _("Conflict handling")),
    (Dimension.COMMUNICATION.value, _("Clear communication")),
]

REQUIREMENT_KINDS = [
    (RequirementKind.SKILL.value, _("Skill or software")),
    (RequirementKind.LICENCE.value, _("Licence or certificate")),
    (RequirementKind.LANGUAGE.value, _("Language")),
    (RequirementKind.ELIGIBILITY.value, _("Condition")),
]

SKILL_LEVELS = [
    (SkillLevel.AWARE.value, _("Has seen it used")),
    (SkillLevel.WORKING.value, _("Does everyday tasks alone")),
    (SkillLevel.SKILLED.value, _("Does unusual tasks alone")),
    (SkillLevel.EXPERT.value, _("Teaches others")),
]

LANGUAGE_LEVELS = [
    (LanguageLevel.A1.value, _("A1: a few phrases")),
    (LanguageLevel.A2.value, _("A2: simple exchanges")),
    (LanguageLevel.B1.value, _("B1: everyday work matters")),
    (LanguageLevel.B2.value, _("B2: fluent in most work")),
    (LanguageLevel.C1.value, _("C1: fluent in all work")),
    (LanguageLevel.C2.value, _("C2: as precise as one can be")),
]

ANSWERS = [
    (Answer.YES.value, _("Yes")),
    (Answer.NO.value, _("No")),
    (Answer.CANNOT_TELL.value, _("Cannot tell")),
]

EDUCATION_LEVELS = [
    (EducationLevel.PRIMARY.value, _("Primary school")),
    (EducationLevel.LOWER_SECONDARY.value, _("Lower secondary school")),
    (EducationLevel.UPPER_SECONDARY.value, _("Upper secondary school")),
    (EducationLevel.POST_SECONDARY.value, _("Certificate after school")),
    (EducationLevel.SHORT_CYCLE.value, _("Higher diploma or associate degree")),
    (EducationLevel.BACHELOR.value, _("Bachelor's degree")),
    (EducationLevel.MASTER.value, _("Master's degree")),
    (EducationLevel.DOCTORATE.value, _("Doctorate")),
]

EQUIVALENCES = [
    (Equivalence.COMBINATION.value, _("They add up: 100 % from both together")),
    (Equivalence.EITHER.value, _("Either of them is enough")),
    (Equivalence.YEAR_FOR_YEAR.value, _("Year for year: one makes up for the other")),
    (Equivalence.BOTH.value, _("Both are needed")),
]

# What people answered in O*NET's survey (scale RL, `positions.onet.norms.EDUCATION`).
ONET_EDUCATION = {
    1: _("that school need not be finished"),
    2: _("upper secondary school"),
    3: _("a certificate after school"),
    4: _("some college courses"),
    5: _("an associate degree"),
    6: _("a bachelor's degree"),
    7: _("a certificate after a bachelor's degree"),
    8: _("a master's degree"),
    9: _("a certificate after a master's degree"),
    10: _("a first professional degree"),
    11: _("a doctorate"),
    12: _("training after a doctorate"),
}

JOB_ZONES = {
    1: _("Little or no preparation"),
    2: _("Some preparation"),
    3: _("Medium preparation"),
    4: _("Considerable preparation"),
    5: _("Extensive preparation"),
}
