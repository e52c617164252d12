"""People, their applications, and what they told us."""

from candidates.models.application import Application, Seat, StatusChange
from candidates.models.batch import Batch, BatchItem
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
from candidates.models.importing import Import, ImportItem
from candidates.models.keeping import Hold, Tombstone
from candidates.models.letter import Letter
from candidates.models.link_request import LinkRequest
from candidates.models.merge import Merge, Pair
from candidates.models.note import Mention, Note
from candidates.models.pool import PoolConsent
from candidates.models.question import QuestionAnswer
from candidates.models.rate import RateBucket
from candidates.models.rendition import PagePicture, Rendition
from candidates.models.request import ApplicantRequest
from candidates.models.search import SearchEntry
from candidates.models.stage import Pipeline, Stage
from candidates.models.tag import Tag
from candidates.models.wording import LetterText

__all__ = [
    "Accomplishment",
    "ApplicantRequest",
    "Application",
    "Batch",
    "BatchItem",
    "Candidate",
    "Correction",
    "Document",
    "EducationEntry",
    "Hold",
    "Import",
    "ImportItem",
    "Letter",
    "LetterText",
    "LinkRequest",
    "Mention",
    "Merge",
    "Note",
    "PagePicture",
    "Pair",
    "Pipeline",
    "PoolConsent",
    "QuestionAnswer",
    "RateBucket",
    "Rendition",
    "RequirementAnswer",
    "SearchEntry",
    "Seat",
    "Stage",
    "StatusChange",
    "Tag",
    "Tombstone",
    "WorkDuty",
    "WorkEntry",
]
