"""Definitions: what a role does, what that needs, and how applicants are judged."""

from positions.models.approval import (
    Approval,
    ApprovalRound,
    ApprovalStep,
    PositionComment,
)
from positions.models.criterion import Criterion
from positions.models.duty import Duty
from positions.models.opening import Opening
from positions.models.position import Position
from positions.models.requirement import EducationRequirement, ExperienceRequirement
from positions.models.saved_view import SavedView
from positions.models.team import TeamMember
from positions.models.version import PlanVersion

__all__ = [
    "Approval",
    "ApprovalRound",
    "ApprovalStep",
    "Criterion",
    "Duty",
    "EducationRequirement",
    "ExperienceRequirement",
    "Opening",
    "PlanVersion",
    "Position",
    "PositionComment",
    "SavedView",
    "TeamMember",
]
