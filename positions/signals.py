"""Facts that positions announce, inside the transaction that makes them true."""

from django.dispatch import Signal

# position: Position, version: PlanVersion
plan_frozen = Signal()
