"""Kinds of events, as people look for them."""

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from backoffice_ats.audit.models import Act


class Kind(TextChoices):
    DEFINITION = "definition", _("Positions and plans")
    APPLICATIONS = "applications", _("Applications and decisions")
    CORRECTIONS = "corrections", _("Evaluations and corrections")
    READING = "reading", _("Reading and revealing")
    PEOPLE = "people", _("Teams, people and settings")


KIND_MODELS: Final[dict[Kind, tuple[str, ...]]] = {
    Kind.DEFINITION: (
        "positions.Position",
        "positions.Duty",
        "positions.EducationRequirement",
        "positions.EducationRoute",
        "positions.ExperienceRequirement",
        "positions.Requirement",
        "positions.Criterion",
        "positions.Question",
        "positions.PlanVersion",
        "positions.Approval",
    ),
    Kind.APPLICATIONS: ("candidates.Application", "candidates.StatusChange"),
    Kind.CORRECTIONS: ("screening.Override",),
    Kind.READING: (),
    Kind.PEOPLE: (
        "positions.TeamMember",
        "positions.ApprovalStep",
        "accounts.User",
        "accounts.Organisation",
        "positions.EquivalencePolicy",
        "positions.WordChange",
    ),
}

KIND_ACTS: Final[dict[Kind, tuple[Act, ...]]] = {
    Kind.APPLICATIONS: (Act.MERGED, Act.UNMERGED),
    Kind.CORRECTIONS: (Act.EVALUATED,),
    Kind.READING: (Act.CV_OPENED, Act.CV_READ, Act.REVEALED, Act.EXPORTED),
    Kind.PEOPLE: (Act.INVITED, Act.DEACTIVATED),
}
