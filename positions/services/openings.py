"""Seats: rows that follow the number of openings in force."""

from django.db.models import Max
from django.db.models.functions import Now

from positions.models import Opening, Position


class BelowFilledError(Exception):
    """More openings are filled than would be left; `filled` says how many."""

    def __init__(self, filled: int) -> None:
        super().__init__(str(filled))
        self.filled = filled


def filled(position: Position) -> int:
    """Return how many seats somebody has."""
    count: int = position.seats.in_force().filter(seat__isnull=False).count()
    return count


def refuse_below_filled(position: Position, openings: int) -> None:
    """Raise BelowFilledError when more people are hired than that."""
    if (taken := filled(position)) > openings:
        raise BelowFilledError(taken)


def follow(position: Position) -> None:
    """Add or cancel seats until there are `position.openings`; the caller holds it.

    Free seats are cancelled from the highest number down. Raises BelowFilledError.
    """
    refuse_below_filled(position, position.openings)
    seats = position.seats.in_force().count()
    if seats < position.openings:
        last = position.seats.aggregate(last=Max("number"))["last"] or 0
        Opening.objects.bulk_create(
            Opening(position=position, number=last + n)
            for n in range(1, position.openings - seats + 1)
        )
    elif seats > position.openings:
        surplus = position.seats.free().order_by("-number").values("pk")
        position.seats.filter(
            pk__in=list(
                surplus[: seats - position.openings].values_list("pk", flat=True)
            )
        ).update(cancelled_at=Now())


def seats_of(position: Position) -> list[Opening]:
    """Return the seats in force in their order, each with who fills it."""
    return list(
        position.seats.in_force().select_related("seat__application").order_by("number")
    )
