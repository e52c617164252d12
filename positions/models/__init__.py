"""Definitions: what a role does, what that needs, and how applicants are judged."""

from positions.models.approval import (
    Approval,
    ApprovalRound,
    ApprovalStep,
    PositionComment,
)
from positions.models.criterion import Criterion
from positions.models.duty import Duty
from positions.models.occupation import (
    Occupation,
    OccupationTask,
    OccupationTechnology,
    OccupationTitle,
)
from positions.models.opening import Opening
from positions.models.policy import EquivalencePolicy
from positions.models.position import Position
from positions.models.question import Question
from positions.models.requirement import (
    EducationRequirement,
    EducationRoute,
    ExperienceRequirement,
    Requirement,
)
from positions.models.saved_view import SavedView
from positions.models.team import TeamMember
from positions.models.version import PlanVersion
from positions.models.word import WordChange

__all__ = [
    "Approval",
    "ApprovalRound",
    "ApprovalStep",
    "Criterion",
    "Duty",
    "EducationRequirement",
    "EducationRoute",
    "EquivalencePolicy",
    "ExperienceRequirement",
    "Occupation",
    "OccupationTask",
    "OccupationTechnology",
    "OccupationTitle",
    "Opening",
    "PlanVersion",
    "Position",
    "PositionComment",
    "Question",
    "Requirement",
    "SavedView",
    "TeamMember",
    "WordChange",
]
