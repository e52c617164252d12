"""People, their applications, and what they told us."""

from candidates.models.application import Application, Seat, StatusChange
from candidates.models.candidate import Candidate
from candidates.models.document import Document
from candidates.models.history import (
    Accomplishment,
    EducationEntry,
    RequirementAnswer,
    WorkDuty,
    WorkEntry,
)
from candidates.models.letter import Letter
from candidates.models.link_request import LinkRequest
from candidates.models.question import QuestionAnswer
from candidates.models.rate import RateBucket
from candidates.models.stage import Stage

__all__ = [
    "Accomplishment",
    "Application",
    "Candidate",
    "Document",
    "EducationEntry",
    "Letter",
    "LinkRequest",
    "QuestionAnswer",
    "RateBucket",
    "RequirementAnswer",
    "Seat",
    "Stage",
    "StatusChange",
    "WorkDuty",
    "WorkEntry",
]
