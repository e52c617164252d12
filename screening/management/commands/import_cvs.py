"""Take a folder of real CVs: one application per file, read and evaluated here."""

import hashlib
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pghistory
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.utils import timezone

from backoffice_ats.shared.progress import Bar
from candidates.enums import DocumentState
from candidates.models import Application, Document
from candidates.services import intake, persons, reading
from candidates.services.answers import Person
from positions.models import Position
from positions.services import plans
from screening.models import Work
from screening.services import evaluation

KINDS = {".pdf", ".docx", ".txt"}
AT_ONCE = 2  # CVs read at the same time, each in a process of its own
WAIT = 0.2
PATIENCE = 180.0


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one file; `problem` in plain words, empty when all is well."""

    file: str
    application: int | None
    problem: str = ""
    is_new: bool = False


class Command(BaseCommand):
    help = "Import a folder of CVs (PDF, DOCX, TXT) into a position and evaluate them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("position", help="the position's address, e.g. accountant")
        parser.add_argument("folder", type=Path)

    def handle(self, *, position: str, folder: Path, **_options: object) -> None:
        into = find_position(position)
        if plans.current(into) is None:
            raise CommandError(
                f"{position} is not published yet: it has no frozen plan."
            )
        if not folder.is_dir():
            raise CommandError(f"{folder} is not a folder.")
        files = sorted(
            file
            for file in folder.iterdir()
            if file.is_file() and file.suffix.lower() in KINDS
        )
        if not files:
            raise CommandError(f"{folder} holds no PDF, DOCX or TXT files.")
        with pghistory.context(task="import_cvs"):
            taken = self.take(into, files)
            self.evaluate(into, taken)
        self.report(taken)

    def take(self, position: Position, files: list[Path]) -> list[Taken]:
        """Receive and read every file, two at a time."""
        bar = Bar(self.stderr, len(files), "read")
        taken = []
        with ThreadPoolExecutor(AT_ONCE) as readers:
            jobs = [readers.submit(_take, position, file) for file in files]
            for job in jobs:
                taken.append(job.result())
                bar.step()
        return taken

    def evaluate(self, position: Position, taken: list[Taken]) -> None:
        """Evaluate until nothing of this import is open, whoever else evaluates too."""
        ids = [one.application for one in taken if one.application is not None]
        bar = Bar(self.stderr, len(ids), "evaluated")
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            evaluation.evaluate_position(position.pk, at=timezone.now())
            left = Work.objects.unfinished().filter(application__in=ids)
            bar.at(len(ids) - left.count())
            if not left.filter(last_error="").exists():
                break
            time.sleep(WAIT)
        for row in Work.objects.unfinished().filter(application__in=ids):
            name = next(
                one.file for one in taken if one.application == row.application_id
            )
            self.stderr.write(
                f"{name}: could not be evaluated yet ({row.last_error or 'still waiting'})"
            )

    def report(self, taken: list[Taken]) -> None:
        for one in taken:
            if one.problem:
                self.stderr.write(f"{one.file}: {one.problem}")
        new = sum(one.is_new for one in taken)
        known = sum(one.application is not None for one in taken) - new
        self.stdout.write(
            f"{new} imported, {known} already there,"
            f" {sum(one.application is None for one in taken)} not taken."
        )


def find_position(slug: str) -> Position:
    """Find a position by its address. Raises CommandError that names what there is."""
    found: Position | None = Position.objects.filter(slug=slug).first()
    if found is None:
        slugs = ", ".join(
            Position.objects.order_by("slug").values_list("slug", flat=True)[:10]
        )
        raise CommandError(
            f"There is no position {slug}. There are: {slugs or 'none'}."
        )
    return found


def _take(position: Position, file: Path) -> Taken:
    """Receive and read one file; in a thread with a connection of its own."""
    try:
        return _received(position, file)
    except (OSError, intake.FileRefusedError) as error:
        problem = (
            error.sentence
            if isinstance(error, intake.FileRefusedError)
            else f"cannot be read ({error.strerror})"
        )
        return Taken(file.name, None, problem)
    finally:
        connection.close()


def _received(position: Position, file: Path) -> Taken:
    data = file.read_bytes()
    key = hashlib.sha256(f"{position.slug}\n".encode() + data).hexdigest()
    is_new = not Application.objects.filter(import_key=key).exists()
    application = intake.receive(
        position,
        person=Person(name=persons.name_of_file(file.name)),
        files=[(file.name, data)],
        at=timezone.now(),
        source=persons.IMPORTED,
        import_key=key,
    )
    document = _read(application)
    if document is None:
        return Taken(file.name, application.pk, is_new=is_new)
    problem = ""
    if document.state != DocumentState.READ:
        problem = f"{document.get_state_display()} ({document.reason})"
    return Taken(file.name, application.pk, problem, is_new=is_new)


def _read(application: Application) -> Document | None:
    """Read the file, or wait for the worker that reads it already."""
    document = application.documents.cvs().order_by("-pk").first()
    until = time.monotonic() + PATIENCE
    while document and document.state == DocumentState.WAITING:
        document = reading.read_document(document.pk, at=timezone.now())
        if document and document.state == DocumentState.WAITING:
            if time.monotonic() > until:
                break
            time.sleep(WAIT)
    return document
