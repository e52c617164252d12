"""People whom staff bring in: by hand, by their CVs, or by a table.

Each becomes an application like any other and is judged like any other. The same file
or row for the same position makes one application, however often it is brought.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Count, Q
from django.utils.translation import gettext as _

from backoffice_ats.accounts.models import User
from candidates.cv import jsonresume, tables
from candidates.enums import DocumentState, ImportKind, LetterKind, TakenState
from candidates.models import Application, Document, Import, ImportItem
from candidates.services import answers as told
from candidates.services import intake, letters, persons, standing, wording
from candidates.services.answers import Job, Person
from candidates.signals import import_begun
from positions.models import Position
from positions.services import plans

BY_HAND = "BY_HAND"
KEPT = dt.timedelta(days=30)  # a report, and the rows of a table nobody took in


class NotPublishedError(Exception):
    """The position has no frozen plan yet, by which anybody could be judged."""


class NobodyNamedError(Exception):
    """No column of the table holds names."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is: in files or rows, and in CVs that are being read."""

    total: int
    taken: int
    known: int
    refused: int
    reading: int

    @property
    def over(self) -> int:
        return self.taken + self.known + self.refused

    @property
    def read(self) -> int:
        return max(self.taken - self.reading, 0)


def can_add(position: Position) -> bool:
    """Say whether people can be judged for this position: it was published."""
    return plans.current(position) is not None


@transaction.atomic
def add(
    position: Position,
    person: Person,
    *,
    by: User,  # noqa: ARG001 -- the trail takes it from the request's context
    at: dt.datetime,
    cv: tuple[str, bytes] | None = None,
    came_from: str = "",
    tell: bool = False,
) -> Application:
    """Add one person; with `tell` they get the receipt and so their private page.

    Raises NotPublishedError, and FileRefusedError of `intake`; then nothing is stored.
    """
    if not can_add(position):
        raise NotPublishedError
    application = intake.receive(
        position, person=person, files=[cv] if cv else [], at=at, source=BY_HAND
    )
    _mark(application, came_from)
    if tell:
        with wording.speaking(position):
            hear_by = standing.hear_by_words(application)
        letters.write(application, LetterKind.RECEIPT, at=at, hear_by=hear_by)
    return application


def take_files(
    position: Position,
    files: Iterable[tuple[str, bytes]],
    *,
    by: User,
    at: dt.datetime,
    came_from: str = "",
) -> Import:
    """Take CVs in, one application each; a worker reads them afterwards.

    Until then they are called what their file is called.
    """
    if not can_add(position):
        raise NotPublishedError
    made: Import = Import.objects.create(
        position=position,
        kind=ImportKind.FILES,
        by=by,
        source=came_from,
        made_at=at,
        begun_at=at,
    )
    for number, (name, data) in enumerate(files, start=1):
        item = ImportItem(made=made, number=number, name=name[:255])
        _take_file(made, item, name, data, at=at)
        item.save()
    made.ended_at = at
    made.save(update_fields=["ended_at", "updated_at"])
    return made


@transaction.atomic
def plan_table(
    position: Position,
    table: tables.Table,
    *,
    by: User,
    at: dt.datetime,
    came_from: str = "",
) -> Import:
    """Keep a table until its columns are named and it is looked at."""
    if not can_add(position):
        raise NotPublishedError
    made: Import = Import.objects.create(
        position=position,
        kind=ImportKind.TABLE,
        by=by,
        source=came_from,
        header=table.header,
        columns=tables.guess(table.header),
        made_at=at,
    )
    ImportItem.objects.bulk_create(
        ImportItem(made=made, number=number, cells=row)
        for number, row in enumerate(table.rows, start=2)
    )
    return made


def name_columns(made: Import, columns: Mapping[str, int]) -> None:
    """Say which column holds what. Raises NobodyNamedError without names."""
    if "name" not in columns:
        raise NobodyNamedError
    made.columns = dict(columns)
    made.save(update_fields=["columns", "updated_at"])


@dataclass(frozen=True, slots=True)
class Tried:
    """What a row would become: a person, or a problem in words."""

    number: int
    person: Person
    job: Job | None
    problem: str
    known: bool


def try_table(made: Import) -> list[Tried]:
    """Go through a table without storing anything. Two queries."""
    items = list(made.items.order_by("number"))
    keys = {item.pk: _key(made.position, item.cells) for item in items}
    there = set(
        Application.objects.filter(import_key__in=keys.values()).values_list(
            "import_key", flat=True
        )
    )
    seen: set[str] = set()
    tried = []
    for item in items:
        person, job = _person_in(made, item.cells)
        key = keys[item.pk]
        known = key in there or key in seen
        tried.append(Tried(item.number, person, job, _fault(person), known))
        seen.add(key)
    return tried


@transaction.atomic
def begin(made: Import, *, at: dt.datetime) -> None:
    """Have a table taken in. A second time changes nothing."""
    made = Import.objects.select_for_update(no_key=True).get(pk=made.pk)
    if "name" not in made.columns:
        raise NobodyNamedError
    if made.begun_at is None:
        made.begun_at = at
        made.save(update_fields=["begun_at", "updated_at"])
        import_begun.send(sender=Import, made=made)


def take(import_id: int, *, at: dt.datetime) -> int:
    """Take in what waits of a table; return how many rows. Two workers share them."""
    count = 0
    while _take_next(import_id, at=at):
        count += 1
    return count


def progress_of(made: Import) -> Progress:
    """Count what became of an import. Two queries."""
    states = made.items.aggregate(
        total=Count("pk"),
        taken=Count("pk", filter=Q(state=TakenState.TAKEN)),
        known=Count("pk", filter=Q(state=TakenState.KNOWN)),
        refused=Count("pk", filter=Q(state=TakenState.REFUSED)),
    )
    waiting = Document.objects.filter(
        state=DocumentState.WAITING, application__import_items__made=made
    )
    return Progress(**states, reading=waiting.count())


def remove_old(*, at: dt.datetime) -> int:
    """Delete imports of a month ago: their applications stay."""
    count, _by_model = Import.objects.filter(made_at__lt=at - KEPT).delete()
    return count


# ---- files ----


def _take_file(
    made: Import, item: ImportItem, name: str, data: bytes, *, at: dt.datetime
) -> None:
    """Make an application of a file, or say why not."""
    key = hashlib.sha256(f"{made.position.slug}\n".encode() + data).hexdigest()
    is_new = not Application.objects.filter(import_key=key).exists()
    try:
        with transaction.atomic():
            application = _from_file(made.position, name, data, key=key, at=at)
            _mark(application, made.source)
    except intake.FileRefusedError as error:
        item.state, item.problem = (
            TakenState.REFUSED,
            told.sentence_for_staff(error.reason),
        )
    except jsonresume.NotJsonResumeError:
        item.state = TakenState.REFUSED
        item.problem = _("It is no JSON Resume: there is no “basics” in it.")
    else:
        item.application = application
        item.state = TakenState.TAKEN if is_new else TakenState.KNOWN


def _from_file(
    position: Position, name: str, data: bytes, *, key: str, at: dt.datetime
) -> Application:
    if not name.lower().endswith(".json"):
        return intake.receive(
            position,
            person=Person(name=persons.name_of_file(name)),
            files=[(name, data)],
            at=at,
            source=persons.IMPORTED,
            import_key=key,
        )
    resume = jsonresume.read(data)
    return intake.receive(
        position,
        person=told.person_in(resume),
        work=told.jobs_in(resume),
        education=told.studies_in(resume),
        at=at,
        source=persons.IMPORTED,
        import_key=key,
    )


# ---- tables ----


@transaction.atomic
def _take_next(import_id: int, *, at: dt.datetime) -> bool:
    waiting = ImportItem.objects.filter(made=import_id, state=TakenState.WAITING)
    item = (
        waiting.filter(made__begun_at__isnull=False)
        .select_for_update(of=("self",), skip_locked=True)
        .select_related("made__position", "made__by")
        .order_by("number")
        .first()
    )
    if item is None:
        Import.objects.running().filter(pk=import_id).exclude(items__in=waiting).update(
            ended_at=at
        )
        return False
    _take_row(item, at=at)
    item.save()
    return True


def _take_row(item: ImportItem, *, at: dt.datetime) -> None:
    made = item.made
    person, job = _person_in(made, item.cells)
    if problem := _fault(person):
        item.state, item.problem = TakenState.REFUSED, problem
        return
    key = _key(made.position, item.cells)
    is_new = not Application.objects.filter(import_key=key).exists()
    item.application = intake.receive(
        made.position,
        person=person,
        work=[job] if job else [],
        at=at,
        source=persons.IMPORTED,
        import_key=key,
    )
    _mark(item.application, made.source)
    item.state = TakenState.TAKEN if is_new else TakenState.KNOWN
    item.cells = []


def _person_in(made: Import, cells: list[str]) -> tuple[Person, Job | None]:
    value = {
        field: cells[number] if number < len(cells) else ""
        for field, number in made.columns.items()
    }
    person = Person(
        name=value.get("name", "")[:200],
        email=value.get("email", ""),
        phone=value.get("phone", "")[:40],
        city=value.get("city", "")[:120],
    )
    title, employer = value.get("title", ""), value.get("employer", "")
    if not (title or employer):
        return person, None
    job = Job((title or employer)[:160], employer=employer[:160], current=True)
    return person, job


def _fault(person: Person) -> str:
    """Say what is wrong with a row, and what to do."""
    if not person.name:
        return _("There is no name. Write one and bring the row again.")
    if person.email:
        try:
            validate_email(person.email)
        except ValidationError:
            return _(
                "%(email)s is no email address. Correct it and bring it again."
            ) % {"email": person.email[:80]}
    return ""


def _key(position: Position, cells: list[str]) -> str:
    row = json.dumps(cells, ensure_ascii=False)
    return hashlib.sha256(f"{position.slug}\nrow\n{row}".encode()).hexdigest()


def _mark(application: Application, came_from: str) -> None:
    if came_from and not application.source_token:
        application.source_token = came_from[:40]
        application.save(update_fields=["source_token", "updated_at"])
