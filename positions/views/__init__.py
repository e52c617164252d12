"""Pages of a position for staff, and the careers site for strangers."""

from positions.views.definition.page import definition, example, freeze, section
from positions.views.lifecycle import close, publish, reopen
from positions.views.public import careers, job
from positions.views.staff import advert, overview, position_list, position_new
from positions.views.team import team, team_remove
from positions.views.versions import compare, version, versions

__all__ = [
    "advert",
    "careers",
    "close",
    "compare",
    "definition",
    "example",
    "freeze",
    "job",
    "overview",
    "position_list",
    "position_new",
    "publish",
    "reopen",
    "section",
    "team",
    "team_remove",
    "version",
    "versions",
]
