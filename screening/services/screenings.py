"""How a position screens: which form its applicants take, and what they hear of it."""

import datetime as dt

from django.db import transaction

from positions.criteria import CriterionKind
from positions.models import Position
from positions.plan import Plan
from positions.services import plans
from screening.models import Attempt, Screening
from screening.services import forms


class UnderWayError(Exception):
    """Somebody has begun: everybody takes the same form."""


def is_asked(position: Position) -> bool:
    """Say whether the published plan scores scenarios."""
    return weight_of(position) is not None


def weight_of(position: Position) -> int | None:
    """Return what scenarios weigh in the published plan, in per cent; None if nothing."""
    version = plans.current(position)
    if version is None:
        return None
    weights = [
        criterion.weight
        for criterion in Plan.from_json(version.content).criteria
        if criterion.kind is CriterionKind.SCREENING
    ]
    return sum(weights) if weights else None


def form_of(position: Position) -> str:
    """Return the name of the form that applicants take."""
    chosen = Screening.objects.filter(position=position).first()
    return chosen.form if chosen else forms.default().name


def pin(position: Position) -> str:
    """Return the form and hold it: who begins later takes the same.

    Call it inside the transaction that begins, so that nobody chooses another meanwhile.
    """
    _lock(position)
    chosen, _made = Screening.objects.get_or_create(
        position=position, defaults={"form": forms.default().name}
    )
    return str(chosen.form)


@transaction.atomic
def choose(position: Position, form: str) -> Screening:
    """Choose the form. Raises UnderWayError once somebody has begun another one."""
    _lock(position)
    begun = Attempt.objects.filter(application__position=position)
    if begun.exclude(instrument=form).exists():
        raise UnderWayError
    chosen: Screening
    chosen, _made = Screening.objects.update_or_create(
        position=position, defaults={"form": form}
    )
    return chosen


@transaction.atomic
def release_feedback(position: Position, *, at: dt.datetime | None) -> Screening:
    """Tell applicants from now on how they did, per dimension; None takes it back."""
    chosen: Screening
    chosen, _made = Screening.objects.get_or_create(
        position=position, defaults={"form": form_of(position)}
    )
    chosen.feedback_from = at
    chosen.save(update_fields=["feedback_from", "updated_at"])
    return chosen


def tells_feedback(position: Position) -> bool:
    return Screening.objects.filter(
        position=position, feedback_from__isnull=False
    ).exists()


def _lock(position: Position) -> None:
    Position.objects.select_for_update(no_key=True).get(pk=position.pk)
