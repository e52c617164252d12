"""The one place that writes the status of a position."""

from typing import TYPE_CHECKING, Any

import pghistory

from positions.models import Position
from positions.moves import Status, may_move

if TYPE_CHECKING:
    from backoffice_ats.accounts.models import User


class WrongStatusError(Exception):
    """The position is not in a status from which this is possible."""


def refuse_unless(position: Position, new: Status) -> None:
    """Raise WrongStatusError where the table of moves has no way to `new`."""
    if not may_move(position.status, new):
        raise WrongStatusError(f"{position.status} to {new}")


def move(
    position: Position,
    new: Status,
    *,
    by: "User",
    **fields: Any,  # noqa: ANN401 -- fields of the model that change with it
) -> Position:
    """Go to `new`, with these fields; the caller holds the row (`plans.lock`).

    Raises WrongStatusError where the table of moves has no such way.
    """
    refuse_unless(position, new)
    for name, value in ({"status": new.value} | fields).items():
        setattr(position, name, value)
    with pghistory.context(user=by.pk):
        position.save(update_fields=["status", *fields, "updated_at"])
    return position
