"""See to it that nothing stays undone: ring again for whatever is due.

The database knows what is unfinished. Every few seconds this process looks, and rings
for evaluations, files and letters whose bell was lost. While the broker is away for
long it does the work itself. It needs PostgreSQL only, and waits where that restarts.
"""

import logging
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn

import pghistory
import redis
from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import DatabaseError, InterfaceError, connection
from django.utils import timezone

from backoffice_ats.shared.doorbell import ring
from candidates import tasks as candidate_tasks
from candidates.models import Batch, Import, Letter
from candidates.services import (
    batches,
    importing,
    letters,
    orphans,
    pool,
    reading,
    renditions,
    resuming,
    retention,
    search,
)
from screening import tasks as screening_tasks
from screening.models import Heartbeat, Work
from screening.services import boards, evaluation, experts, meetings, references

if TYPE_CHECKING:
    from celery import Task

logger = logging.getLogger(__name__)

LEADER = 4_720_115  # the advisory lock that makes one of several sweepers the leader
AT_ONCE = 500  # of a kind in one sweep
CHUNK_FROM = 50  # so many of one position get one bell
FIRST_WAIT, LONGEST_WAIT = 15.0, 300.0  # seconds until the same is rung again
BUSY = 1_000  # messages in the queues: workers are behind, not deaf
QUEUES = ("intake", "ranking", "mail")
TIDY_SECONDS = 3_600.0  # between two looks for files that no row knows
REMIND_SECONDS = 900.0  # between two looks for drafts that close soon
RETAIN_SECONDS = 86_400.0  # between two looks for what has been kept long enough
OWN_SECONDS = 5.0  # of own work before the next heartbeat


@dataclass(frozen=True, slots=True)
class Bell:
    """Something due: how to ring for it and how to do it without a worker."""

    kind: str
    key: int
    task: "Task[..., Any]"
    ids: dict[str, int]
    work: Callable[[], object]


@dataclass(slots=True)
class Rung:
    """When a bell may be rung again, and how long to wait after that."""

    until: float
    wait: float


@dataclass(slots=True)
class Sweeper:
    """One sweep after the other. Times are seconds of this process's own clock."""

    patience: float
    leads: bool = False
    away_since: float | None = None
    rung: dict[tuple[str, int], Rung] = field(default_factory=dict)
    tidied_at: float | None = None
    reminded_at: float | None = None
    retained_at: float | None = None

    def sweep(self, now: float) -> int:
        """Look once; return how much was rung for or done. Raises DatabaseError."""
        if not self.is_leader():
            return 0
        at = timezone.now()
        Heartbeat.objects.update_or_create(pk=1, defaults={"at": at})
        if turned := boards.turn_due(at=at):
            logger.info("turned %s rankings to their new plan version", turned)
        self.tidy(now)
        self.remind(now)
        self.retain(now)
        bells = list(due())
        waiting = self.messages(now)
        if waiting is None:
            return self.do(bells, now) if self.is_impatient(now) else 0
        return self.ring(bells, now) if waiting < BUSY else 0

    def tidy(self, now: float) -> None:
        """Remove, once an hour, stored files that no row knows."""
        if self.tidied_at is not None and now - self.tidied_at < TIDY_SECONDS:
            return
        self.tidied_at = now
        try:
            orphans.remove_orphans(at=timezone.now())
        except OSError as error:
            logger.warning("files cannot be tidied: %s", error)

    def remind(self, now: float) -> None:
        """Remind, a few times an hour, of what closes soon and of interviews."""
        if self.reminded_at is not None and now - self.reminded_at < REMIND_SECONDS:
            return
        self.reminded_at = now
        if count := resuming.remind(at=timezone.now()):
            logger.info("reminded %s people before closing", count)
        if count := meetings.remind(at=timezone.now()):
            logger.info("reminded %s people of interviews", count)

    def retain(self, now: float) -> None:
        """Erase, once a day, what has been kept long enough."""
        if self.retained_at is not None and now - self.retained_at < RETAIN_SECONDS:
            return
        self.retained_at = now
        batches.remove_old(at=timezone.now())
        importing.remove_old(at=timezone.now())
        pool.run(at=timezone.now())
        references.blank_old(at=timezone.now())
        done = retention.run(at=timezone.now())
        if done.people or done.drafts:
            logger.info("erased %s people and %s drafts", done.people, done.drafts)

    def is_leader(self) -> bool:
        """Hold the lock for as long as this connection lives."""
        if self.leads and connection.connection is not None:
            return True
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [LEADER])
            self.leads = bool(cursor.fetchone()[0])
        if self.leads:
            logger.info("sweeping")
        return self.leads

    def messages(self, now: float) -> int | None:
        """Count the messages that wait; None while the broker is away."""
        try:
            with redis.Redis.from_url(
                settings.REDIS_URL, socket_timeout=1, socket_connect_timeout=1
            ) as broker:
                waiting = sum(int(broker.llen(queue)) for queue in QUEUES)
        except (redis.RedisError, OSError) as error:
            if self.away_since is None:
                self.away_since = now
                logger.warning("broker away: %s", type(error).__name__)
            return None
        if self.away_since is not None:
            logger.info("broker back")
            self.away_since = None
        return waiting

    def is_impatient(self, now: float) -> bool:
        return self.away_since is not None and now - self.away_since > self.patience

    def ring(self, bells: Iterable[Bell], now: float) -> int:
        """Ring for what has not been rung for lately."""
        count = 0
        seen = set()
        for bell in bells:
            name = (bell.kind, bell.key)
            seen.add(name)
            known = self.rung.get(name)
            if known and now < known.until:
                continue
            wait = min(known.wait * 2, LONGEST_WAIT) if known else FIRST_WAIT
            self.rung[name] = Rung(now + wait, wait)
            ring(bell.task, **bell.ids)
            count += 1
        self.rung = {name: rung for name, rung in self.rung.items() if name in seen}
        if count:
            logger.info("rang %s times for what was due", count)
        return count

    def do(self, bells: Iterable[Bell], now: float) -> int:
        """Do the work here, for a few seconds at a time."""
        count = 0
        for bell in bells:
            if time.monotonic() - now > OWN_SECONDS:
                break
            try:
                bell.work()
            except (DatabaseError, InterfaceError):
                raise
            except Exception:
                # One broken file or letter must not hold the others up.
                logger.exception("%s %s failed", bell.kind, bell.key)
            count += 1
        if count:
            logger.info("no broker: did %s things myself", count)
        return count


def due() -> Iterator[Bell]:
    """Find everything whose turn it is."""
    yield from _evaluations()
    for key in reading.due_documents(timezone.now()).values_list("pk", flat=True)[
        :AT_ONCE
    ]:
        yield Bell(
            "document",
            key,
            candidate_tasks.read_document,
            {"document_id": key},
            partial(_read, key),
        )
    yield from _pictures()
    yield from _link_requests()
    yield from _words()
    yield from _batches()
    yield from _experts()
    yield from _referees()
    yield from _interviewers()
    unsent = Letter.objects.due(timezone.now()).order_by("next_try_at", "pk")
    for key in unsent.values_list("pk", flat=True)[:AT_ONCE]:
        yield Bell(
            "letter",
            key,
            candidate_tasks.send_letter,
            {"letter_id": key},
            partial(_send, key),
        )


def _experts() -> Iterator[Bell]:
    due = experts.due(timezone.now()).values_list("pk", flat=True)
    for key in due[:AT_ONCE]:
        yield Bell(
            "letter to an expert",
            key,
            screening_tasks.send_expert_letter,
            {"expert_id": key},
            partial(_send_to_expert, key),
        )


def _referees() -> Iterator[Bell]:
    due = references.due(timezone.now()).values_list("pk", flat=True)
    for key in due[:AT_ONCE]:
        yield Bell(
            "letter to a referee",
            key,
            screening_tasks.send_referee_letter,
            {"referee_id": key},
            partial(_send_to_referee, key),
        )


def _interviewers() -> Iterator[Bell]:
    due = meetings.due(timezone.now()).values_list("pk", flat=True)
    for key in due[:AT_ONCE]:
        yield Bell(
            "letter to an interviewer",
            key,
            screening_tasks.send_interviewer_letter,
            {"interviewer_id": key},
            partial(_send_to_interviewer, key),
        )


def _pictures() -> Iterator[Bell]:
    due = renditions.due(timezone.now()).values_list("pk", flat=True)
    for key in due[:AT_ONCE]:
        yield Bell(
            "pictures",
            key,
            candidate_tasks.draw_document,
            {"rendition_id": key},
            partial(_draw, key),
        )


def _link_requests() -> Iterator[Bell]:
    due = resuming.due_requests(timezone.now()).values_list("pk", flat=True)
    for key in due[:AT_ONCE]:
        yield Bell(
            "link request",
            key,
            candidate_tasks.answer_link_request,
            {"request_id": key},
            partial(_answer, key),
        )


def _words() -> Iterator[Bell]:
    stale = search.stale_entries().values_list("application", flat=True)
    for key in stale[:AT_ONCE]:
        yield Bell(
            "words",
            key,
            candidate_tasks.index_application,
            {"application_id": key},
            partial(search.index, key),
        )


def _batches() -> Iterator[Bell]:
    running = Batch.objects.running().order_by("begun_at", "pk")
    for key in running.values_list("pk", flat=True)[:AT_ONCE]:
        yield Bell(
            "batch",
            key,
            candidate_tasks.take_batch,
            {"batch_id": key},
            partial(_take_batch, key),
        )

    imports = Import.objects.running().order_by("begun_at", "pk")
    for key in imports.values_list("pk", flat=True)[:AT_ONCE]:
        yield Bell(
            "import",
            key,
            candidate_tasks.take_import,
            {"import_id": key},
            partial(_take_import, key),
        )


def _take_import(made: int) -> None:
    importing.take(made, at=timezone.now())


def _take_batch(batch: int) -> None:
    batches.take(batch, at=timezone.now())


def _answer(request: int) -> None:
    resuming.answer_request(request, at=timezone.now())


def _read(document: int) -> None:
    reading.read_document(document, at=timezone.now())


def _draw(rendition: int) -> None:
    renditions.draw(rendition, at=timezone.now())


def _send_to_expert(expert: int) -> None:
    experts.send(expert, at=timezone.now())


def _send_to_referee(referee: int) -> None:
    references.send(referee, at=timezone.now())


def _send_to_interviewer(interviewer: int) -> None:
    meetings.send(interviewer, at=timezone.now())


def _send(letter: int) -> None:
    letters.send(letter, at=timezone.now())


def _evaluations() -> Iterator[Bell]:
    rows = (
        Work.objects.due(timezone.now())
        .order_by("next_try_at", "pk")
        .values_list("position_id", "application_id")[:AT_ONCE]
    )
    by_position: dict[int, list[int]] = {}
    for position, application in rows:
        by_position.setdefault(position, []).append(application)
    for position, applications in by_position.items():
        if len(applications) >= CHUNK_FROM:
            yield _chunk(position, min(applications), max(applications))
        else:
            yield from map(_evaluation, applications)


def _evaluation(application: int) -> Bell:
    return Bell(
        "application",
        application,
        screening_tasks.evaluate_application,
        {"application_id": application},
        lambda: evaluation.evaluate_application(application, at=timezone.now()),
    )


def _chunk(position: int, first: int, last: int) -> Bell:
    return Bell(
        "chunk",
        position,
        screening_tasks.evaluate_position_chunk,
        {"position_id": position, "first_id": first, "last_id": last},
        lambda: evaluation.evaluate_position(
            position, first_id=first, last_id=last, at=timezone.now()
        ),
    )


class Command(BaseCommand):
    help = "Ring again for evaluations, files and letters that are due; runs for ever."

    def handle(self, **_options: object) -> None:
        signal.signal(signal.SIGTERM, _leave)
        signal.signal(signal.SIGINT, _leave)
        sweeper = Sweeper(patience=settings.SWEEP_PATIENCE)
        with pghistory.context(task="sweeper"):
            while True:
                self.sweep(sweeper)
                time.sleep(settings.SWEEP_SECONDS)

    def sweep(self, sweeper: Sweeper) -> None:
        """Sweep once; a database that is away is waited for, on a new connection."""
        try:
            sweeper.sweep(time.monotonic())
        except (DatabaseError, InterfaceError) as error:
            logger.warning("database away: %s", type(error).__name__)
            sweeper.leads = False
            connection.close()


def _leave(_number: int, _frame: object) -> NoReturn:
    """Leave at once: what was begun is rolled back and stays due."""
    raise SystemExit(0)
