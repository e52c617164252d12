"""Reading an uploaded file: in a process of its own, at most three times.

A file that cannot be read is a state that people see with its reason, never a zero and
never a lost application.
"""

import datetime as dt
import logging
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from backoffice_ats.accounts.services import organisation
from backoffice_ats.audit.models import Act, AuditEvent
from candidates.cv import reader, sandbox
from candidates.cv.values import Kind, Reading, Reason, Resume, Status
from candidates.enums import DocumentState, EntrySource
from candidates.models import Application, Document
from candidates.querysets import DocumentQuerySet
from candidates.services import answers as told
from candidates.services import persons, rows, search
from candidates.signals import evidence_changed
from candidates.stages import Status as Stage

logger = logging.getLogger(__name__)

MAX_ATTEMPTS = 3
# Longer than reading takes: who counts a try has the file to themselves for so long.
FIRST_WAIT = dt.timedelta(seconds=20)
BROKEN_WAIT = dt.timedelta(minutes=1)  # until a reader that cannot start is tried again

_STATES = {
    Status.OK: DocumentState.READ,
    Status.UNREADABLE: DocumentState.UNREADABLE,
    Status.REFUSED: DocumentState.REFUSED,
}


def due_documents(at: dt.datetime) -> DocumentQuerySet:
    """Return the files that wait to be read and whose turn it is."""
    due: DocumentQuerySet = Document.objects.due(at).order_by("next_try_at", "pk")
    return due


def read_document(document_id: int, *, at: dt.datetime) -> Document | None:
    """Read a file that waits and store what came out; None if it is gone.

    The try is counted before it is made: a file that kills its reader, and the worker
    with it, is tried three times and then called unreadable. Does nothing for a file
    that is read or being read. Raises SandboxBrokenError or OSError where no reader can
    be started: that is not the file's fault, and costs it no try.
    """
    document = _claim(document_id, at=at)
    if document is None:
        return Document.objects.filter(pk=document_id).first()
    if document.attempts > MAX_ATTEMPTS:
        return _store(document, _given_up(), at=at)
    if (known := _read_before(document)) is not None:
        return _store(document, known, at=at)
    with document.file.open("rb") as file:
        data = file.read()
    try:
        home = organisation.current().country
        result = reader.read(data, Kind(document.kind), home=home)
    except (sandbox.SandboxBrokenError, OSError):
        _give_back(document, at=at)
        raise
    return _store(document, result, at=at)


def fill_rows(application: Application, *, answers: Mapping[str, Any]) -> None:
    """Take work and education from a CV that is read where the form left them empty.

    Empty is not "none": who says that there is no work history is believed.
    """
    resume = resume_of(application)
    if resume is None:
        return
    if not _says_none(answers, told.WORK) and not application.work.exists():
        rows.write_work(application, told.jobs_in(resume), source=EntrySource.CV)
    if not _says_none(answers, told.EDUCATION) and not application.studies.exists():
        rows.write_education(
            application, told.studies_in(resume), source=EntrySource.CV
        )


def resume_of(application: Application) -> Resume | None:
    """Return the newest CV of this application that could be read."""
    document = (
        application.documents.cvs()
        .filter(state=DocumentState.READ, reading__isnull=False)
        .order_by("-pk")
        .first()
    )
    return Resume.from_json(document.reading) if document and document.reading else None


@transaction.atomic
def _claim(document_id: int, *, at: dt.datetime) -> Document | None:
    document: Document | None = (
        Document.objects.due(at)
        .select_for_update(of=("self",), skip_locked=True)
        .filter(pk=document_id)
        .first()
    )
    if document is None:
        return None
    document.attempts += 1
    document.next_try_at = at + FIRST_WAIT * 2 ** (document.attempts - 1)
    document.save(update_fields=["attempts", "next_try_at", "updated_at"])
    return document


def _give_back(document: Document, *, at: dt.datetime) -> None:
    """Take the try back that was counted, and wait until the reader may be mended."""
    Document.objects.filter(
        pk=document.pk, state=DocumentState.WAITING, attempts=document.attempts
    ).update(attempts=document.attempts - 1, next_try_at=at + BROKEN_WAIT)


@transaction.atomic
def _store(document: Document, result: Reading, *, at: dt.datetime) -> Document | None:
    """Keep a reading, fill the rows it has news for, and say that evidence changed."""
    # The application first: submitting locks in the same order.
    application = (
        Application.objects.select_for_update(of=("self",), no_key=True)
        .select_related("position")
        .get(pk=document.application_id)
    )
    waiting = Document.objects.select_for_update().filter(
        pk=document.pk, state=DocumentState.WAITING
    )
    if not waiting.exists():  # taken out or read meanwhile
        return Document.objects.filter(pk=document.pk).first()
    document.state = _STATES[result.status]
    document.reason = result.reason.value if result.reason else ""
    document.text = _storable(result.text)
    is_cv = document.question_id is None
    if is_cv and result.resume:
        document.reading = _storable(result.resume.to_json())
    document.reader_version = result.reader_version
    document.read_at = at
    document.save()
    AuditEvent.objects.create(
        act=Act.CV_READ,
        actor=None,
        subject=Document._meta.label,
        subject_id=document.pk,
        position_id=application.position_id,
        details={
            "state": document.state,
            "reason": document.reason,
            "reader": document.reader_version,
        },
        at=at,
    )
    if application.status == Stage.DRAFT:
        return document
    # The answer to a question is for people: no row and no score comes of it.
    if is_cv:
        fill_rows(application, answers=application.answers)
        if result.resume:
            who = told.person_in(result.resume)
            persons.name_by_cv(application, document.name, who)
        evidence_changed.send(sender=Application, application=application)
    else:
        search.mark_stale(application)
    return document


def _says_none(answers: Mapping[str, Any], step: str) -> bool:
    """Look into a draft's pages, or into what submitting kept of them."""
    page = answers.get(step)
    if isinstance(page, dict):
        return bool(page.get("none"))
    return step in answers.get("none", ())


def _read_before(document: Document) -> Reading | None:
    """Return what this reader made of the same bytes, sent with another application."""
    twin = (
        Document.objects.cvs()
        .filter(
            sha256=document.sha256,
            state=DocumentState.READ,
            reader_version=reader.READER_VERSION,
        )
        .order_by("pk")
        .first()
    )
    if twin is None:
        return None
    return Reading(
        status=Status.OK,
        reason=None,
        text=twin.text,
        pages=0,
        resume=Resume.from_json(twin.reading) if twin.reading else None,
        seconds=0.0,
        reader_version=twin.reader_version,
    )


def _given_up() -> Reading:
    return Reading(
        status=Status.UNREADABLE,
        reason=Reason.TOO_HEAVY,
        text="",
        pages=0,
        resume=None,
        seconds=0.0,
        reader_version=reader.READER_VERSION,
    )


def _storable(value: Any) -> Any:  # noqa: ANN401 -- a string, or JSON of strings
    """Take out what PostgreSQL cannot store: NUL and lone surrogates."""
    match value:
        case str():
            return value.replace("\0", "").encode("utf-8", "replace").decode()
        case dict():
            return {key: _storable(part) for key, part in value.items()}
        case list():
            return [_storable(part) for part in value]
        case _:
            return value
