"""Pages of a position for staff, and the careers site for strangers."""

from positions.views.definition.page import definition, example, freeze, section
from positions.views.lifecycle import close, publish, reopen
from positions.views.policies import policies, policy_edit, policy_new, policy_retire
from positions.views.public import careers, job
from positions.views.staff import advert, overview, position_list, position_new
from positions.views.team import team, team_remove
from positions.views.wording import wording

__all__ = [
    "advert",
    "careers",
    "close",
    "definition",
    "example",
    "freeze",
    "job",
    "overview",
    "policies",
    "policy_edit",
    "policy_new",
    "policy_retire",
    "position_list",
    "position_new",
    "publish",
    "reopen",
    "section",
    "team",
    "team_remove",
    "wording",
]
