"""People, their applications, and what they told us."""

from candidates.models.application import Application, Seat, StatusChange
from candidates.models.candidate import Candidate
from candidates.models.correction import Correction
from candidates.models.document import Document
from candidates.models.history import (
    Accomplishment,
    EducationEntry,
    RequirementAnswer,
    WorkDuty,
    WorkEntry,
)
from candidates.models.keeping import Hold, Tombstone
from candidates.models.letter import Letter
from candidates.models.link_request import LinkRequest
from candidates.models.note import Mention, Note
from candidates.models.question import QuestionAnswer
from candidates.models.rate import RateBucket
from candidates.models.request import ApplicantRequest
from candidates.models.search import SearchEntry
from candidates.models.tag import Tag

__all__ = [
    "Accomplishment",
    "ApplicantRequest",
    "Application",
    "Candidate",
    "Correction",
    "Document",
    "EducationEntry",
    "Hold",
    "Letter",
    "LinkRequest",
    "Mention",
    "Note",
    "QuestionAnswer",
    "RateBucket",
    "RequirementAnswer",
    "SearchEntry",
    "Seat",
    "StatusChange",
    "Tag",
    "Tombstone",
    "WorkDuty",
    "WorkEntry",
]
