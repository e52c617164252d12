"""Words of the judgement, as people read them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from screening.instruments import AnswerFormat, Scoring
from screening.instruments.questions import QuestionKind
from screening.instruments.references import Relation, Side


class Verdict(TextChoices):
    MET = "MET", _("Met")
    NOT_MET = "NOT_MET", _("Not met")
    UNKNOWN = "UNKNOWN", _("Not yet known")


class Trust(TextChoices):
    """How far a piece of evidence has been checked."""

    CLAIMED = "CLAIMED", _("Claimed")
    INFERRED = "INFERRED", _("Read from text")
    VERIFIED = "VERIFIED", _("Verified")
    CORRECTED = "CORRECTED", _("Corrected by a person")


class Method(TextChoices):
    """How something about an applicant was measured."""

    SCENARIOS = "SCENARIOS", _("Scenarios")
    INTERVIEW = "INTERVIEW", _("Structured interview")
    REFERENCE = "REFERENCE", _("References")


class MeetingState(TextChoices):
    """What became of an interview that was agreed on."""

    AGREED = "AGREED", _("Agreed")
    OFF = "OFF", _("Called off")
    MISSED = "MISSED", _("Did not come")


ANSWER_FORMATS = [
    (AnswerFormat.RATE.value, _("Rate each reply from 1 to 7")),
    (AnswerFormat.BEST_WORST.value, _("Choose the best and the worst reply")),
    (AnswerFormat.PICK.value, _("Choose the best reply")),
]

SCORINGS = [
    (Scoring.PROFILE.value, _("Likeness of the two profiles")),
    (Scoring.SAME_SIDE.value, _("Same side of the middle")),
    (Scoring.BEST_WORST.value, _("Right best and worst replies")),
    (Scoring.PICK.value, _("How good the chosen replies are")),
]


class FormState(TextChoices):
    """How far a form of the organisation's own is."""

    DRAFT = "DRAFT", _("Being written")
    RATING = "RATING", _("With the experts")
    FROZEN = "FROZEN", _("Ready to be used")
    RETIRED = "RETIRED", _("Retired")


RELATIONS = [
    (Relation.SUPERVISOR.value, _("Supervisor")),
    (Relation.SENIOR.value, _("More senior colleague")),
    (Relation.PEER.value, _("Colleague")),
]

SIDES = [
    (Side.RELIABILITY.value, _("Reliability")),
    (Side.TEAMWORK.value, _("Teamwork")),
    (Side.SERVICE.value, _("Service")),
]

QUESTION_KINDS = [
    (QuestionKind.PAST.value, _("What somebody did")),
    (QuestionKind.SITUATION.value, _("What somebody would do")),
]
