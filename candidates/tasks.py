"""What a worker does for candidates. The database knows what is still to do."""

from celery import shared_task
from celery.contrib.django.task import DjangoTask
from django.db import OperationalError
from django.utils import timezone

from candidates.services import (
    batches,
    importing,
    letters,
    reading,
    renditions,
    resuming,
    search,
)


@shared_task(
    name="candidates.read_document",
    base=DjangoTask,
    autoretry_for=(OperationalError,),
    retry_backoff=True,
    max_retries=5,
)
def read_document(*, document_id: int) -> None:
    """Read one uploaded file in a child process; once, however often it is rung."""
    reading.read_document(document_id, at=timezone.now())


@shared_task(
    name="candidates.draw_document",
    base=DjangoTask,
    autoretry_for=(OperationalError,),
    retry_backoff=True,
    max_retries=5,
)
def draw_document(*, rendition_id: int) -> None:
    """Draw the pages of one file in a child process; once, however often it is rung."""
    renditions.draw(rendition_id, at=timezone.now())


@shared_task(
    name="candidates.send_letter",
    base=DjangoTask,
    autoretry_for=(OperationalError,),
    retry_backoff=True,
    max_retries=5,
)
def send_letter(*, letter_id: int) -> None:
    """Send one letter; a mail server that is away only delays it."""
    letters.send(letter_id, at=timezone.now())


@shared_task(
    name="candidates.take_batch",
    base=DjangoTask,
    autoretry_for=(OperationalError,),
    retry_backoff=True,
    max_retries=5,
)
def take_batch(*, batch_id: int) -> None:
    """Do what waits of a batch, one application after the other."""
    batches.take(batch_id, at=timezone.now())


@shared_task(
    name="candidates.take_import",
    base=DjangoTask,
    autoretry_for=(OperationalError,),
    retry_backoff=True,
    max_retries=5,
)
def take_import(*, import_id: int) -> None:
    """Take in what waits of a table, one row after the other."""
    importing.take(import_id, at=timezone.now())


@shared_task(
    name="candidates.answer_link_request",
    base=DjangoTask,
    autoretry_for=(OperationalError,),
    retry_backoff=True,
    max_retries=5,
)
def answer_link_request(*, request_id: int) -> None:
    """Write to somebody who asked for their link, if there is anything of theirs."""
    resuming.answer_request(request_id, at=timezone.now())


@shared_task(
    name="candidates.index_application",
    base=DjangoTask,
    autoretry_for=(OperationalError,),
    retry_backoff=True,
    max_retries=5,
)
def index_application(*, application_id: int) -> None:
    """Write the words of an application into the search, if they have changed."""
    search.index(application_id)
