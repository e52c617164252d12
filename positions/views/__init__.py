"""Pages of a position for staff, and the careers site for strangers."""

from positions.views.api import api_job, api_jobs
from positions.views.definition.page import definition, example, freeze, section
from positions.views.feeds import department_feed, feed, indeed, sitemap
from positions.views.lifecycle import close, publish, reopen
from positions.views.public import careers, embed, job
from positions.views.staff import (
    advert,
    advert_preview,
    overview,
    position_list,
    position_new,
)
from positions.views.team import team, team_remove

__all__ = [
    "advert",
    "advert_preview",
    "api_job",
    "api_jobs",
    "careers",
    "close",
    "definition",
    "department_feed",
    "embed",
    "example",
    "feed",
    "freeze",
    "indeed",
    "job",
    "overview",
    "position_list",
    "position_new",
    "publish",
    "reopen",
    "section",
    "sitemap",
    "team",
    "team_remove",
]
