"""Pages of a position for staff, and the careers site for strangers."""

from positions.views.api import api_job, api_jobs
from positions.views.approval import (
    approval,
    approval_comment,
    approval_decide,
    approval_send,
    approval_steps,
    approval_withdraw,
)
from positions.views.beginning import (
    position_copy,
    position_from_advert,
    position_new,
    position_template,
)
from positions.views.definition.page import (
    check_duties,
    definition,
    example,
    freeze,
    section,
)
from positions.views.feeds import department_feed, feed, indeed, sitemap
from positions.views.kept import view_delete, view_rename, view_save
from positions.views.lifecycle import (
    archive,
    close,
    pause,
    publish,
    reopen,
    restore,
)
from positions.views.listing import position_export, position_list
from positions.views.occupations import occupation, occupation_list
from positions.views.policies import policies, policy_edit, policy_new, policy_retire
from positions.views.public import careers, embed, job
from positions.views.staff import advert, advert_preview, overview
from positions.views.team import team, team_remove
from positions.views.versions import compare, version, versions
from positions.views.wording import wording
from positions.views.words import word_add, word_silence, word_take_back, words

__all__ = [
    "advert",
    "advert_preview",
    "api_job",
    "api_jobs",
    "approval",
    "approval_comment",
    "approval_decide",
    "approval_send",
    "approval_steps",
    "approval_withdraw",
    "archive",
    "careers",
    "check_duties",
    "close",
    "compare",
    "definition",
    "department_feed",
    "embed",
    "example",
    "feed",
    "freeze",
    "indeed",
    "job",
    "occupation",
    "occupation_list",
    "overview",
    "pause",
    "policies",
    "policy_edit",
    "policy_new",
    "policy_retire",
    "position_copy",
    "position_export",
    "position_from_advert",
    "position_list",
    "position_new",
    "position_template",
    "publish",
    "reopen",
    "restore",
    "section",
    "sitemap",
    "team",
    "team_remove",
    "version",
    "versions",
    "view_delete",
    "view_rename",
    "view_save",
    "word_add",
    "word_silence",
    "word_take_back",
    "wording",
    "words",
]
