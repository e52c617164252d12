"""From a draft to an application: saved page by page, submitted in one transaction."""

import datetime as dt
import hashlib
import logging
import secrets
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any

from django.db import IntegrityError, transaction

from backoffice_ats.accounts.services import organisation
from candidates import likeness
from candidates.cv import gate
from candidates.cv.values import Reason
from candidates.enums import EntrySource, LetterKind
from candidates.models import (
    Accomplishment,
    Application,
    Document,
    StatusChange,
)
from candidates.services import answers as told
from candidates.services import (
    letters,
    limits,
    links,
    persons,
    questions,
    reading,
    requirements,
    rows,
    standing,
    storing,
    wording,
)
from candidates.services.answers import Job, Person, Study
from candidates.services.requirements import Answered
from candidates.signals import application_received, document_stored
from candidates.stages import Status
from positions.listing.source import clean_token
from positions.models import Position, Question

logger = logging.getLogger(__name__)

# Read aloud or copied by hand, none of these is taken for another.
LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ"
DIGITS = "23456789"
SOON = dt.timedelta(seconds=15)  # nobody fills the form in faster
SHORT_CODES_DRAWN = 3  # times before a code gets four digits
SENDS_PER_HOUR = 30  # from one household or campus
SENDS_PER_DAY = 3  # of one address for one position


class PositionClosedError(Exception):
    """The position takes no applications at this moment."""


class AlreadySentError(Exception):
    """The application is sent: its answers are no longer a draft."""


class TooManyError(Exception):
    """More was sent from one place than one place sends."""


class AnswersMissingError(Exception):
    """Pages that must be answered are not; `steps` names them."""

    def __init__(self, steps: list[str]) -> None:
        super().__init__(", ".join(steps))
        self.steps = steps


class FileRefusedError(Exception):
    """The gate does not take this file; `sentence` says why and what to do."""

    def __init__(self, reason: Reason, sentence: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.sentence = sentence


# ---- the draft ----


@transaction.atomic
def start(
    position: Position, *, at: dt.datetime, source_token: str = ""
) -> tuple[Application, str]:
    """Begin a draft; return it and the secret of the link that leads back to it.

    `source_token` says where the applicant found the job; what is no token is dropped.
    The database's clock says whether the position takes applications. Raises
    PositionClosedError.
    """
    if not Position.objects.reachable().filter(pk=position.pk).exists():
        raise PositionClosedError
    application = Application.objects.create(
        position=position,
        source="FORM",
        source_token=clean_token(source_token),
        answers={"started_at": at.isoformat()},
    )
    return application, links.token_for(application)


def takes(application: Application) -> bool:
    """Say whether this draft can be sent now, by the database's clock.

    Begun before the closing moment, it has the position's grace.
    """
    still: bool = (
        Position.objects.open_to_draft(application.begun_at)
        .filter(pk=application.position_id)
        .exists()
    )
    return still


@transaction.atomic
def save_answers(
    application: Application, step: str, values: Mapping[str, Any]
) -> None:
    """Keep one page of a draft; other pages, saved in another tab, stay as they are.

    Raises AlreadySentError.
    """
    held = Application.objects.select_for_update(of=("self",), no_key=True)
    draft = held.only("status", "answers", "updated_at").get(pk=application.pk)
    if draft.status != Status.DRAFT:
        raise AlreadySentError
    draft.answers = {**draft.answers, step: dict(values)}
    draft.save(update_fields=["answers", "updated_at"])
    application.answers = draft.answers


def mark_suspicious(application: Application) -> None:
    """Note that a trap was stepped into. Staff see it; nothing is ever refused."""
    Application.objects.filter(pk=application.pk).update(suspected_spam=True)


# ---- sending ----


@transaction.atomic
def submit(
    application: Application,
    *,
    answers: Mapping[str, Any],
    at: dt.datetime,
    sender: str = "",
) -> Application:
    """Turn a draft into an application; a second call returns the same one.

    Waits for nothing but the database, whose clock says whether it comes in time.
    `sender` is the address prefix to count, empty
    for none. Raises PositionClosedError, AnswersMissingError or TooManyError, each of
    which leaves the draft as it was.
    """
    application = _locked(application)
    if application.status != Status.DRAFT:
        return application
    if not takes(application):
        raise PositionClosedError
    duties = told.scored_duties(application.position)
    has_cv = application.documents.cvs().exists()
    person = told.person_of(answers)
    asked = requirements.asked_of(application.position)
    own = questions.asked_of(application.position)
    left = told.missing(
        answers,
        duties,
        has_cv=has_cv,
        needs=requirements.pages_of(asked),
        questions=questions.unanswered(application, own, answers),
    )
    if left or person is None:
        raise AnswersMissingError(left)
    _count(application, person, sender)
    application.suspected_spam |= _is_hasty(answers, at)
    _receive(
        application,
        person=person,
        work=told.jobs_of(answers),
        education=told.studies_of(answers),
        accomplishments=told.accomplishments_of(answers, duties),
        needs=requirements.told(answers, asked),
        at=at,
    )
    questions.write(application, own, answers)
    links.renew(application, at=at)
    reading.fill_rows(application, answers=answers)
    application.answers = {
        "none": [step for step in answers if _says_none(answers[step])]
    }
    application.save(update_fields=["answers"])
    with wording.speaking(application.position):
        hear_by = standing.hear_by_words(application)
    letters.write(application, LetterKind.RECEIPT, at=at, hear_by=hear_by)
    application_received.send(sender=Application, application=application)
    return application


@transaction.atomic
def receive(  # noqa: PLR0913 -- an application is all of these, and they are named
    position: Position,
    *,
    person: Person,
    work: Sequence[Job] = (),
    education: Sequence[Study] = (),
    accomplishments: Mapping[int, str] | None = None,
    needs: Mapping[int, Answered] | None = None,
    files: Sequence[tuple[str, bytes]] = (),
    at: dt.datetime,
    source: str,
    import_key: str | None = None,
) -> Application:
    """Take an application that did not come through the form. Sends no letter.

    One `import_key` makes one application, however often it is received. Raises
    FileRefusedError; then nothing is stored.
    """
    fields = {"position": position, "source": source}
    if import_key is None:
        application = Application.objects.create(**fields)
    else:
        application, created = Application.objects.get_or_create(
            import_key=import_key, defaults=fields
        )
        if not created:
            return application
    links.token_for(application)
    _receive(
        application,
        person=person,
        work=work,
        education=education,
        accomplishments=accomplishments or {},
        needs=needs or {},
        at=at,
    )
    for name, data in files:
        attach_document(application, name=name, data=data, at=at)
    application_received.send(sender=Application, application=application)
    return application


def attach_document(
    application: Application,
    *,
    name: str,
    data: bytes,
    at: dt.datetime,
    question: Question | None = None,
) -> Document:
    """Store a CV, or the answer to a `question`: gate, durable on disk, then the row.

    A draft keeps one file of each: a new one takes the place of the old. Raises
    FileRefusedError, and OSError when the disk does not take it; then there is no row
    and no file.
    """
    verdict = gate.inspect(name, data)
    if verdict.kind is None or verdict.reason is not None:
        reason = verdict.reason or Reason.DAMAGED
        raise FileRefusedError(reason, verdict.sentence)
    path = storing.store(data)
    try:
        with transaction.atomic():
            return _store(
                application,
                Document(
                    name=PurePath(name.replace("\\", "/")).name[:255],
                    file=path,
                    kind=verdict.kind.value,
                    size=len(data),
                    sha256=hashlib.sha256(data).hexdigest(),
                    next_try_at=at,
                    question=question,
                ),
            )
    except BaseException:
        storing.remove([path])
        raise


def _store(application: Application, document: Document) -> Document:
    held = Application.objects.select_for_update(of=("self",), no_key=True)
    if held.only("status").get(pk=application.pk).status == Status.DRAFT:
        remove_documents(application, question=document.question)
    document.application = application
    document.save()
    document_stored.send(sender=Document, document=document)
    return document


@transaction.atomic
def remove_documents(
    application: Application, *, question: Question | None = None
) -> None:
    """Take a draft's CV, or its file for a question, out again.

    The bytes go once that is committed.
    """
    documents = application.documents.filter(question=question)
    # Nobody but the applicant sees a draft, so none of its files was ever drawn.
    if paths := list(documents.values_list("file", flat=True)):
        storing.remove_once_committed(paths)
        documents.delete()


# ---- the parts ----


def _receive(
    application: Application,
    *,
    person: Person,
    work: Sequence[Job],
    education: Sequence[Study],
    accomplishments: Mapping[int, str],
    needs: Mapping[int, Answered],
    at: dt.datetime,
) -> None:
    """Write candidate, rows, marks and the first status change."""
    first = _first_with(application, person.email)
    application.candidate = persons.create(person)
    application.duplicate_of = first
    application.submitted_at = at
    application.status = Status.SUBMITTED.value
    _save_with_marks(application)
    rows.write_work(application, work, source=EntrySource.FORM)
    rows.write_education(application, education, source=EntrySource.FORM)
    Accomplishment.objects.bulk_create(
        Accomplishment(application=application, duty_id=duty, text=text)
        for duty, text in accomplishments.items()
    )
    requirements.write(application, needs)
    StatusChange.objects.create(
        application=application,
        old=Status.DRAFT.value,
        new=Status.SUBMITTED.value,
        by=None,
        at=at,
    )


def _save_with_marks(application: Application) -> None:
    """Save with a reference and a code that nobody has; both are drawn at random.

    A crowded position gets longer codes, so that nobody draws more than a few times.
    """
    initials = _initials(organisation.current().name)
    for attempt in range(200):
        application.reference = reference(initials)
        application.code = _code(digits=2 if attempt < SHORT_CODES_DRAWN else 4)
        try:
            with transaction.atomic():
                application.save()
        except IntegrityError as error:
            if "code" not in str(error) and "reference" not in str(error):
                raise
        else:
            return
    raise RuntimeError("no free code")


def reference(initials: str) -> str:
    """Draw a reference number such as LM-7K3Q-2F: 30⁶ of them, no meaning, no order."""
    marks = "".join(secrets.choice(LETTERS + DIGITS) for _ in range(6))
    return f"{initials}-{marks[:4]}-{marks[4:]}"


def _code(*, digits: int) -> str:
    pair = "".join(secrets.choice(LETTERS) for _ in range(2))
    return f"{pair}-" + "".join(secrets.choice(DIGITS) for _ in range(digits))


def _initials(name: str) -> str:
    firsts = [word[0] for word in name.upper().split() if word.isascii()]
    initials = "".join(first for first in firsts if first.isalpha())[:2]
    return initials if len(initials) > 1 else "AP"


def _first_with(application: Application, email: str) -> Application | None:
    if not (key := likeness.email_key(email)):
        return None
    first: Application | None = (
        Application.objects.submitted()
        .filter(position=application.position_id, candidate__email_key=key)
        .exclude(pk=application.pk)
        .order_by("submitted_at", "pk")
        .first()
    )
    return first


def _count(application: Application, person: Person, sender: str) -> None:
    """Spend a token of the place and one of the address. Raises TooManyError."""
    if not sender:
        return
    mine = f"{application.position_id}|{person.email.lower()}"
    if not (
        limits.allow("submit", sender, capacity=SENDS_PER_HOUR, per_seconds=3_600)
        and limits.allow("address", mine, capacity=SENDS_PER_DAY, per_seconds=86_400)
    ):
        raise TooManyError


def _is_hasty(answers: Mapping[str, Any], at: dt.datetime) -> bool:
    started_at: str | None = answers.get("started_at")
    return bool(started_at and at - dt.datetime.fromisoformat(started_at) < SOON)


def _says_none(value: object) -> bool:
    return isinstance(value, dict) and bool(value.get("none"))


def _locked(application: Application) -> Application:
    locked: Application = (
        Application.objects.select_for_update(of=("self",), no_key=True)
        .select_related("position")
        .get(pk=application.pk)
    )
    return locked
