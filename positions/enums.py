"""Words of a position, as people read them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from positions.criteria import (
    Answer,
    CriterionKind,
    EducationLevel,
    Equivalence,
    LanguageLevel,
    RequirementKind,
    SkillLevel,
)


class PositionStatus(TextChoices):
    DRAFT = "DRAFT", _("Draft")
    OPEN = "OPEN", _("Open")
    CLOSED = "CLOSED", _("Closed")
    ARCHIVED = "ARCHIVED", _("Archived")


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
