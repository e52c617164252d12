"""Which status may follow which, as data. Pure.

`WITHDRAWN` (the applicant left) is not `NOT_SELECTED` (a person decided): the law
counts them differently, and so do all reports.
"""

from enum import StrEnum


class Status(StrEnum):
    """Where an application stands; stored on the application."""

    DRAFT = "DRAFT"
    SUBMITTED = "SUBMITTED"
    UNDER_REVIEW = "UNDER_REVIEW"
    SHORTLISTED = "SHORTLISTED"
    INTERVIEW = "INTERVIEW"
    OFFER = "OFFER"
    HIRED = "HIRED"
    NOT_SELECTED = "NOT_SELECTED"
    WITHDRAWN = "WITHDRAWN"


_IN_REVIEW = frozenset(
    {Status.SHORTLISTED, Status.INTERVIEW, Status.OFFER, Status.NOT_SELECTED}
)

# What staff may do next. Going back is allowed while nothing was promised.
MOVES: dict[Status, frozenset[Status]] = {
    Status.DRAFT: frozenset(),
    Status.SUBMITTED: frozenset({Status.UNDER_REVIEW}) | _IN_REVIEW,
    Status.UNDER_REVIEW: _IN_REVIEW,
    Status.SHORTLISTED: frozenset(
        {Status.UNDER_REVIEW, Status.INTERVIEW, Status.OFFER, Status.NOT_SELECTED}
    ),
    Status.INTERVIEW: frozenset(
        {Status.SHORTLISTED, Status.OFFER, Status.NOT_SELECTED}
    ),
    Status.OFFER: frozenset(
        {Status.HIRED, Status.INTERVIEW, Status.SHORTLISTED, Status.NOT_SELECTED}
    ),
    Status.HIRED: frozenset(),
    Status.NOT_SELECTED: frozenset({Status.UNDER_REVIEW}),
    Status.WITHDRAWN: frozenset(),
}

# The applicant may leave at any time before there is an outcome.
MAY_WITHDRAW = frozenset(
    {
        Status.SUBMITTED,
        Status.UNDER_REVIEW,
        Status.SHORTLISTED,
        Status.INTERVIEW,
        Status.OFFER,
    }
)

# What was decided and not yet told does not bind the applicant: they may still leave.
DECIDED = frozenset({Status.HIRED, Status.NOT_SELECTED})

# Somebody is still waiting for an outcome.
OPEN = MAY_WITHDRAW

# A position may divide these into stages of its own.
DIVISIBLE = (Status.UNDER_REVIEW, Status.SHORTLISTED, Status.INTERVIEW, Status.OFFER)

OUTCOMES = frozenset({Status.HIRED, Status.NOT_SELECTED, Status.WITHDRAWN})


def may_move(current: Status, new: Status) -> bool:
    """Say whether staff may move an application from `current` to `new`."""
    return new in MOVES[current]
