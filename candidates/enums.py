"""Words of an application, as people read them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from candidates.likeness import Sign
from candidates.stages import Status

STATUSES = [
    (Status.DRAFT.value, _("Not sent yet")),
    (Status.SUBMITTED.value, _("Received")),
    (Status.UNDER_REVIEW.value, _("Being reviewed")),
    (Status.SHORTLISTED.value, _("Shortlisted")),
    (Status.INTERVIEW.value, _("Interview")),
    (Status.OFFER.value, _("Offer made")),
    (Status.HIRED.value, _("Hired")),
    (Status.NOT_SELECTED.value, _("Not selected")),
    (Status.WITHDRAWN.value, _("Withdrawn")),
]

SIGNS = [
    (Sign.SAME_EMAIL.value, _("Same email address")),
    (Sign.SAME_PHONE.value, _("Same telephone number")),
    (Sign.ALIKE_EMAIL.value, _("Email address alike")),
    (Sign.SIMILAR_NAME.value, _("Similar name")),
    (Sign.SAME_EMPLOYER.value, _("Same employer")),
    (Sign.SAME_SCHOOL.value, _("Same school")),
]


class ReasonCode(TextChoices):
    """Why a person decided against an application."""

    ESSENTIAL_NOT_MET = "ESSENTIAL_NOT_MET", _("An essential is not met")
    LESS_EVIDENCE = "LESS_EVIDENCE", _("Others showed stronger evidence of the duties")
    INTERVIEW = "INTERVIEW", _("The interview showed a gap in an essential duty")
    REFERENCES = "REFERENCES", _("References did not support the application")
    OFFER_DECLINED = "OFFER_DECLINED", _("The offer was declined")
    SEATS_FILLED = "SEATS_FILLED", _("All openings are filled")
    POSITION_CANCELLED = "POSITION_CANCELLED", _("The position was cancelled")


class DocumentState(TextChoices):
    """How far a file has been read."""

    WAITING = "WAITING", _("Waiting to be read")
    READ = "READ", _("Read")
    UNREADABLE = "UNREADABLE", _("Could not be read")
    REFUSED = "REFUSED", _("Refused")


class RenditionState(TextChoices):
    """How far the pictures of a file's pages are."""

    WAITING = "WAITING", _("Being drawn")
    DRAWN = "DRAWN", _("Drawn")
    FAILED = "FAILED", _("Could not be drawn")


class EntrySource(TextChoices):
    """Where a row of history comes from."""

    FORM = "FORM", _("Application form")
    CV = "CV", _("Read from the CV")


class LetterKind(TextChoices):
    """The letters an applicant gets."""

    RECEIPT = "RECEIPT", _("Receipt")
    REVIEWED = "REVIEWED", _("Result of the first review")
    SHORTLISTED = "SHORTLISTED", _("Shortlist decision")
    INVITATION = "INVITATION", _("Invitation to an interview")
    OFFER = "OFFER", _("Offer")
    OUTCOME = "OUTCOME", _("Outcome")
    WITHDRAWN = "WITHDRAWN", _("Withdrawal confirmed")
    RESUME_LINK = "RESUME_LINK", _("Link back to an application")
    REMINDER = "REMINDER", _("Reminder before closing")
    ANSWER = "ANSWER", _("Answer to a request")
    MESSAGE = "MESSAGE", _("Message")
    ADDRESS = "ADDRESS", _("Change of address")
    POOL = "POOL", _("Question whether to stay in mind")
    REFERENCES = "REFERENCES", _("Question for references")
    TIMES = "TIMES", _("Question for a time")
    MEETING = "MEETING", _("Time of an interview")
    MEETING_OFF = "MEETING_OFF", _("Interview called off")
    MEETING_SOON = "MEETING_SOON", _("Reminder of an interview")


class RequestKind(TextChoices):
    """What an applicant can ask of us, in the order the page offers it."""

    ADJUSTMENT = "ADJUSTMENT", _("An adjustment")
    HUMAN_REVIEW = "HUMAN_REVIEW", _("A second look by a person")
    QUESTION = "QUESTION", _("A question")
    ERASURE = "ERASURE", _("Erasing the data")


class ErasureReason(TextChoices):
    """Why an application was erased."""

    REQUEST = "REQUEST", _("The applicant asked for it")
    RETENTION = "RETENTION", _("Its time was over")
    DRAFT = "DRAFT", _("It was never sent")


class Visibility(TextChoices):
    """Who may read a note."""

    TEAM = "TEAM", _("Everyone who hires for this position")
    HR = "HR", _("HR only")
    PRIVATE = "PRIVATE", _("Only me")


class BatchKind(TextChoices):
    """What is done for several applications at once."""

    MOVE = "MOVE", _("Move")
    MESSAGE = "MESSAGE", _("Message")


class ItemState(TextChoices):
    """How far one application of a batch is."""

    WAITING = "WAITING", _("Waiting")
    DONE = "DONE", _("Done")
    LEFT_OUT = "LEFT_OUT", _("Left as it was")


class ImportKind(TextChoices):
    """How people who did not use the form came in."""

    FILES = "FILES", _("CVs")
    TABLE = "TABLE", _("A table")


class TakenState(TextChoices):
    """What became of one file or row."""

    WAITING = "WAITING", _("Waiting")
    TAKEN = "TAKEN", _("Added")
    KNOWN = "KNOWN", _("Was there already")
    REFUSED = "REFUSED", _("Not added")
