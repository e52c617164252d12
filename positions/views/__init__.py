"""Pages of a position for staff, and the careers site for strangers."""

from positions.views.approval import (
    approval,
    approval_comment,
    approval_decide,
    approval_send,
    approval_steps,
    approval_withdraw,
)
from positions.views.definition.page import definition, example, freeze, section
from positions.views.lifecycle import (
    archive,
    close,
    pause,
    publish,
    reopen,
    restore,
)
from positions.views.listing import (
    position_export,
    position_list,
    view_delete,
    view_rename,
    view_save,
)
from positions.views.public import careers, job
from positions.views.staff import advert, overview, position_new
from positions.views.team import team, team_remove

__all__ = [
    "advert",
    "approval",
    "approval_comment",
    "approval_decide",
    "approval_send",
    "approval_steps",
    "approval_withdraw",
    "archive",
    "careers",
    "close",
    "definition",
    "example",
    "freeze",
    "job",
    "overview",
    "pause",
    "position_export",
    "position_list",
    "position_new",
    "publish",
    "reopen",
    "restore",
    "section",
    "team",
    "team_remove",
    "view_delete",
    "view_rename",
    "view_save",
]
