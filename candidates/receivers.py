"""Facts of this floor that a worker acts on: ring once they are committed."""

from typing import Any

from django.dispatch import receiver

from backoffice_ats.shared.doorbell import ring
from candidates import tasks
from candidates.models import (
    Application,
    Batch,
    Document,
    Import,
    Letter,
    LinkRequest,
    Rendition,
)
from candidates.services import search
from candidates.signals import (
    application_received,
    batch_begun,
    document_stored,
    evidence_changed,
    import_begun,
    letter_written,
    link_requested,
    rendition_wanted,
)


@receiver(document_stored, dispatch_uid="candidates.read_document")
def ring_reader(document: Document, **_: Any) -> None:  # noqa: ANN401 -- a signal's signature
    ring(tasks.read_document, document_id=document.pk)


@receiver(rendition_wanted, dispatch_uid="candidates.draw_document")
def ring_painter(rendition: Rendition, **_: Any) -> None:  # noqa: ANN401 -- a signal's signature
    ring(tasks.draw_document, rendition_id=rendition.pk)


@receiver(letter_written, dispatch_uid="candidates.send_letter")
def ring_postman(letter: Letter, **_: Any) -> None:  # noqa: ANN401 -- a signal's signature
    ring(tasks.send_letter, letter_id=letter.pk)


@receiver(batch_begun, dispatch_uid="candidates.take_batch")
def ring_for_batch(batch: Batch, **_: Any) -> None:  # noqa: ANN401 -- a signal's signature
    ring(tasks.take_batch, batch_id=batch.pk)


@receiver(import_begun, dispatch_uid="candidates.take_import")
def ring_for_import(made: Import, **_: Any) -> None:  # noqa: ANN401 -- a signal's signature
    ring(tasks.take_import, import_id=made.pk)


@receiver(link_requested, dispatch_uid="candidates.answer_link_request")
def ring_for_link(link_request: LinkRequest, **_: Any) -> None:  # noqa: ANN401 -- a signal's signature
    ring(tasks.answer_link_request, request_id=link_request.pk)


@receiver(application_received, dispatch_uid="candidates.index_received")
@receiver(evidence_changed, dispatch_uid="candidates.index_changed")
def index_words(application: Application, **_: Any) -> None:  # noqa: ANN401 -- a signal's signature
    search.mark_stale(application)
    ring(tasks.index_application, application_id=application.pk)
