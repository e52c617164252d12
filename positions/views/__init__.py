"""Pages of a position for staff, and the careers site for strangers."""

from positions.views.definition.page import (
    check_duties,
    definition,
    example,
    freeze,
    section,
)
from positions.views.lifecycle import close, publish, reopen
from positions.views.public import careers, job
from positions.views.staff import advert, overview, position_list, position_new
from positions.views.team import team, team_remove
from positions.views.words import word_add, word_silence, word_take_back, words

__all__ = [
    "advert",
    "careers",
    "check_duties",
    "close",
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
    "word_add",
    "word_silence",
    "word_take_back",
    "words",
]
