"""What a worker does for screening. A task is a bell; the database knows the work."""

from celery import shared_task
from celery.contrib.django.task import DjangoTask
from django.db import OperationalError
from django.utils import timezone

from screening.services import evaluation, experts, meetings, references


@shared_task(
    name="screening.evaluate_application",
    base=DjangoTask,
    autoretry_for=(OperationalError,),
    retry_backoff=True,
    max_retries=5,
)
def evaluate_application(*, application_id: int) -> None:
    """Evaluate one application, if that is still wanted."""
    evaluation.evaluate_application(application_id, at=timezone.now())


@shared_task(
    name="screening.evaluate_position_chunk",
    base=DjangoTask,
    autoretry_for=(OperationalError,),
    retry_backoff=True,
    max_retries=5,
)
def evaluate_position_chunk(*, position_id: int, first_id: int, last_id: int) -> None:
    """Evaluate what is unfinished in one range of a position's applications."""
    evaluation.evaluate_position(
        position_id, first_id=first_id, last_id=last_id, at=timezone.now()
    )


@shared_task(name="screening.send_expert_letter", base=DjangoTask)
def send_expert_letter(*, expert_id: int) -> None:
    """Send an expert their invitation, if it is due."""
    experts.send(expert_id, at=timezone.now())


@shared_task(name="screening.send_referee_letter", base=DjangoTask)
def send_referee_letter(*, referee_id: int) -> None:
    """Send a referee the letter with their link, if it is due."""
    references.send(referee_id, at=timezone.now())


@shared_task(name="screening.send_interviewer_letter", base=DjangoTask)
def send_interviewer_letter(*, interviewer_id: int) -> None:
    """Send an interviewer the calendar entry as it stands now, if it is due."""
    meetings.send(interviewer_id, at=timezone.now())
