"""Facts that positions announce, inside the transaction that makes them true."""

from django.dispatch import Signal

# position: Position, version: PlanVersion
plan_frozen = Signal()
# position: Position. Applications close at another moment than before.
closing_moved = Signal()
