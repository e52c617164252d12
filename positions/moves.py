"""Which status of a position may follow which, as data. Pure."""

from enum import StrEnum


class Status(StrEnum):
    """Where a position stands; stored on the position."""

    DRAFT = "DRAFT"
    IN_APPROVAL = "IN_APPROVAL"
    APPROVED = "APPROVED"
    OPEN = "OPEN"
    PAUSED = "PAUSED"
    CLOSED = "CLOSED"
    ARCHIVED = "ARCHIVED"


# Whether a draft must be approved first is the organisation's choice, so it may go
# either way. What is put away comes back as what it was: a draft or closed.
MOVES: dict[Status, frozenset[Status]] = {
    Status.DRAFT: frozenset({Status.IN_APPROVAL, Status.OPEN, Status.ARCHIVED}),
    Status.IN_APPROVAL: frozenset({Status.DRAFT, Status.APPROVED}),
    Status.APPROVED: frozenset({Status.DRAFT, Status.OPEN}),
    Status.OPEN: frozenset({Status.PAUSED, Status.CLOSED}),
    Status.PAUSED: frozenset({Status.OPEN, Status.CLOSED}),
    Status.CLOSED: frozenset({Status.OPEN, Status.ARCHIVED}),
    Status.ARCHIVED: frozenset({Status.DRAFT, Status.CLOSED}),
}

# Nobody outside has ever seen it (one that was put away may have been seen).
UNPUBLISHED = frozenset({Status.DRAFT, Status.IN_APPROVAL, Status.APPROVED})

# People have been promised something, and more may come: little may change.
RUNNING = frozenset({Status.OPEN, Status.PAUSED})

# The definition may be written on.
EDITABLE = frozenset({Status.DRAFT, Status.APPROVED}) | RUNNING


def may_move(current: str, new: str) -> bool:
    """Say whether a position may go from the status `current` to `new`."""
    return Status(new) in MOVES[Status(current)]
