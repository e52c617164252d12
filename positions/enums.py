"""Words of a position, as people read them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from positions.criteria import CriterionKind, EducationLevel, Equivalence
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


CRITERION_KINDS = [
    (CriterionKind.QUALIFICATION.value, _("Education and experience")),
    (CriterionKind.DUTY.value, _("Evidence of a duty")),
    (CriterionKind.SCREENING.value, _("Working with others")),
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
    (Equivalence.BOTH.value, _("Both are needed")),
]
