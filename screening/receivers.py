"""Facts from below: raise the counter in the same transaction, ring after it."""

from typing import Any

from django.dispatch import receiver
from django.utils import timezone

from backoffice_ats.shared.doorbell import ring
from candidates.models import Application
from candidates.signals import (
    application_erased,
    application_received,
    evidence_changed,
    status_changed,
)
from positions.models import Position
from positions.signals import closing_moved, plan_frozen
from screening import tasks
from screening.services import evaluation, meetings, telling, work


@receiver(application_received, dispatch_uid="screening.application_received")
def evaluate_received(application: Application, **_: Any) -> None:  # noqa: ANN401 -- a signal's signature
    work.want(application, at=timezone.now())
    ring(tasks.evaluate_application, application_id=application.pk)


@receiver(evidence_changed, dispatch_uid="screening.evidence_changed")
def evaluate_afresh(application: Application, **_: Any) -> None:  # noqa: ANN401 -- a signal's signature
    work.want_afresh(application, at=timezone.now())
    ring(tasks.evaluate_application, application_id=application.pk)


@receiver(status_changed, dispatch_uid="screening.status_changed")
def evaluate_moved(application: Application, **_: Any) -> None:  # noqa: ANN401 -- a signal's signature
    """Look again: a withdrawal or a return changes who is ranked, never a score.

    Who leaves the way to the offer is not waited for in an interview.
    """
    work.want(application, at=timezone.now())
    meetings.call_off_if_over(application, at=timezone.now())
    ring(tasks.evaluate_application, application_id=application.pk)


@receiver(closing_moved, dispatch_uid="screening.closing_moved")
def evaluate_to_new_closing(position: Position, **_: Any) -> None:  # noqa: ANN401 -- a signal's signature
    """Count again: experience counts up to the day on which applications close."""
    _evaluate_everybody(position)


@receiver(plan_frozen, dispatch_uid="screening.plan_frozen")
def evaluate_under_new_plan(position: Position, **_: Any) -> None:  # noqa: ANN401 -- a signal's signature
    _evaluate_everybody(position)


def _evaluate_everybody(position: Position) -> None:
    work.want_position(position, at=timezone.now())
    for first_id, last_id in evaluation.chunks_of(position):
        ring(
            tasks.evaluate_position_chunk,
            position_id=position.pk,
            first_id=first_id,
            last_id=last_id,
        )


@receiver(application_erased, dispatch_uid="screening.application_erased")
def erase_words(application: Application, **_: Any) -> None:  # noqa: ANN401 -- a signal's signature
    """Take the words out of the events of its corrections; rows went by cascade."""
    telling.forget(application.pk)
