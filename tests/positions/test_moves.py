"""Which status may follow which: every pair, written out."""

import pytest

from positions.enums import PositionStatus
from positions.moves import EDITABLE, MOVES, RUNNING, UNPUBLISHED, Status, may_move

# From each row to each column, in the order of `Status`.
TABLE = """
              DRAFT IN_APPROVAL APPROVED OPEN PAUSED CLOSED ARCHIVED
DRAFT         -     yes         -        yes  -      -      yes
IN_APPROVAL   yes   -           yes      -    -      -      -
APPROVED      yes   -           -        yes  -      -      -
OPEN          -     -           -        -    yes    yes    -
PAUSED        -     -           -        yes  -      yes    -
CLOSED        -     -           -        yes  -      -      yes
ARCHIVED      yes   -           -        -    -      yes    -
"""


def pairs():
    head, *rows = (line.split() for line in TABLE.strip().splitlines())
    return [
        (row[0], new, word == "yes")
        for row in rows
        for new, word in zip(head, row[1:], strict=True)
    ]


def test_the_table_names_every_pair():
    assert len(pairs()) == len(Status) ** 2
    assert set(MOVES) == set(Status)


@pytest.mark.parametrize(("old", "new", "allowed"), pairs())
def test_a_move_is_allowed_as_the_table_says(old, new, allowed):
    assert may_move(old, new) is allowed


def test_the_words_are_those_of_the_moves():
    assert PositionStatus.values == [status.value for status in Status]


def test_the_groups_are_apart():
    assert not UNPUBLISHED & RUNNING
    assert Status.IN_APPROVAL not in EDITABLE
    assert Status.CLOSED not in EDITABLE
