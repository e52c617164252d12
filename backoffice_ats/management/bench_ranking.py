"""How long a position takes to be ranked, beside what PostgreSQL cannot do faster.

Fills the database it is given and leaves it filled: `manage.py bench_ranking` brings
one of its own. The bells are rung through the broker and heard by one worker, a real
one, as `make run` starts it.
"""

import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from backoffice_ats.management import bench_crowd
from backoffice_ats.management.bench_crowd import Crowd
from candidates.models import Application
from candidates.signals import application_received
from positions.models import PlanVersion, Position
from positions.services import definition, plans
from positions.signals import plan_frozen
from screening.engine import ENGINE_VERSION
from screening.models import Board, Evaluation, Work

PROCESSES = 2  # of the one worker, as `make run` starts it
REPEATS = 3
PAGES = 5
ARRIVALS = 40
EVERY = 0.05  # seconds between two arrivals: 20 a second
PATIENCE = 900.0
MOVED = 5  # per cent of weight that the new plan version moves
FLOOR = "bench_floor"
TABLES = (
    *("candidates_candidate", "candidates_application", "candidates_document"),
    *("screening_evidence", "screening_work", "screening_evaluation"),
)

type_say = Callable[[str], object]


def measure(size: int, say: type_say) -> dict[str, Any]:
    """Let `size` people apply, rank them, and say how long each step took.

    All times in seconds. Raises RuntimeError where something does not come to its end.
    """
    load = os.getloadavg()[0]
    crowd = bench_crowd.gather(timezone.now())
    crowd.fill(size, say)
    _analyze()
    position = crowd.position
    with _worker() as is_alive:
        full = _until_ranked(position, size, lambda: _full(crowd), is_alive, say)
        out, into = _floor()
        floor = out + into
        _analyze()
        page, queries = _page(position)
        recombined = _until_ranked(
            position, size, lambda: _reweigh(position), is_alive, say
        )
        arrived = _arrivals(crowd, size, is_alive)
    return {
        "applications": size,
        "criteria": len(plans.plan_of(position).early),
        "floor_seconds": round(floor, 4),
        "floor_evidence_out_seconds": round(out, 4),
        "floor_evaluations_in_seconds": round(into, 4),
        "full_seconds": round(full, 4),
        "full_over_floor": round(full / floor, 3),
        "full_per_second": round(size / full),
        "recombine_seconds": round(recombined, 4),
        "recombine_over_floor": round(recombined / floor, 3),
        "one_application_seconds": round(median(arrived), 4),
        "one_application_slowest_seconds": round(max(arrived), 4),
        "arrivals": len(arrived),
        "arrivals_per_second": round(1 / EVERY),
        "page_seconds": round(page, 4),
        "page_queries": queries,
        "engine_version": ENGINE_VERSION,
        "worker_processes": PROCESSES,
        "processors": os.cpu_count(),
        "load_before": round(load, 2),
        "python": platform.python_version(),
        "postgresql": _server_version(),
    }


def _analyze() -> None:
    """Let PostgreSQL count what was made, as it does by itself in daily work."""
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"ANALYZE {table}")


def _server_version() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        return str(cursor.fetchone()[0])


# ---- everybody ----


@transaction.atomic
def _full(crowd: Crowd) -> None:
    """Announce the plan again: everybody who is there is wanted, and the bells ring."""
    plan_frozen.send(sender=PlanVersion, position=crowd.position, version=crowd.version)


def _reweigh(position: Position) -> None:
    """Freeze the plan with other weights and nothing else."""
    rows = [definition.CriterionRow.of(one) for one in plans.plan_of(position).criteria]
    heaviest, lightest = (
        choose((row.weight, at) for at, row in enumerate(rows) if row.weight)[1]
        for choose in (max, min)
    )
    rows[heaviest] = replace(rows[heaviest], weight=rows[heaviest].weight - MOVED)
    rows[lightest] = replace(rows[lightest], weight=rows[lightest].weight + MOVED)
    with transaction.atomic():
        definition.set_criteria(position, rows, by=position.owner)
        plans.freeze(
            position, by=position.owner, at=timezone.now(), reason="Bench: weights"
        )


def _until_ranked(
    position: Position,
    size: int,
    ask: Callable[[], object],
    is_alive: Callable[[], object],
    say: type_say,
) -> float:
    """Ask for everybody, and return the seconds until all are ranked by that plan."""
    began = told = time.perf_counter()
    ask()
    while not _is_ranked(position):
        is_alive()
        if time.perf_counter() - began > PATIENCE:
            raise RuntimeError("Not everybody was ranked in time.")
        if time.perf_counter() - told > 1:
            told = time.perf_counter()
            left = Work.objects.unfinished().filter(position=position).count()
            say(f"{size - left:,} of {size:,} are ranked")
        time.sleep(0.01)
    seconds = time.perf_counter() - began
    ranked = Evaluation.objects.for_position(position).count()
    if ranked != size:
        raise RuntimeError(f"{ranked} of {size} were ranked.")
    return seconds


def _is_ranked(position: Position) -> bool:
    """Say whether nobody is left and the board shows the newest plan."""
    if Work.objects.unfinished().filter(position=position).exists():
        return False
    newest = plans.current(position)
    return Board.objects.filter(position=position, plan_version=newest).exists()


# ---- the floor ----


def _floor() -> tuple[float, float]:
    """Copy the evidence out, and as many finished rows into a table just like theirs.

    Returns the seconds of each, the middle one of some runs.
    """
    with tempfile.TemporaryFile("w+") as rows, connection.cursor() as cursor:
        cursor.copy_expert("COPY screening_evaluation TO STDOUT", rows)
        outs, ins = [], []
        for _ in range(REPEATS):
            with Path(os.devnull).open("w") as nowhere:
                began = time.perf_counter()
                cursor.copy_expert("COPY screening_evidence TO STDOUT", nowhere)
                outs.append(time.perf_counter() - began)
            cursor.execute(f"DROP TABLE IF EXISTS {FLOOR}")
            cursor.execute(
                f"CREATE TABLE {FLOOR} (LIKE screening_evaluation INCLUDING ALL)"
            )
            rows.seek(0)
            began = time.perf_counter()
            cursor.copy_expert(f"COPY {FLOOR} FROM STDIN", rows)
            ins.append(time.perf_counter() - began)
        cursor.execute(f"DROP TABLE {FLOOR}")
    return median(outs), median(ins)


# ---- one of them, and the page ----


def _arrivals(crowd: Crowd, size: int, is_alive: Callable[[], object]) -> list[float]:
    """Let people apply one by one; return how long each waits to be ranked.

    Counted from the commit that brings the application in.
    """
    waiting: dict[int, float] = {}
    found: list[float] = []
    began = time.perf_counter()
    arrived = 0
    while arrived < ARRIVALS or waiting:
        is_alive()
        now = time.perf_counter()
        if now - began > PATIENCE:
            raise RuntimeError("Who arrived was not ranked in time.")
        if arrived < ARRIVALS and now - began >= arrived * EVERY:
            arrived += 1
            key = _arrive(crowd, size + arrived)
            waiting[key] = time.perf_counter()
        ranked = Work.objects.filter(
            application__in=list(waiting), done__gte=F("wanted")
        ).values_list("application_id", flat=True)
        seen = list(ranked)
        found += [time.perf_counter() - waiting.pop(key) for key in seen]
        time.sleep(0.002)
    return found


@transaction.atomic
def _arrive(crowd: Crowd, number: int) -> int:
    (key,) = crowd.apply(number, number)
    application_received.send(
        sender=Application, application=Application.objects.get(pk=key)
    )
    return key


def _page(position: Position) -> tuple[float, int]:
    """Open the first page of the ranking; return the middle time and the queries."""
    site = urlsplit(settings.SITE_URL)
    client = Client(headers={"host": site.netloc})
    client.force_login(position.owner, "django.contrib.auth.backends.ModelBackend")
    path = reverse("screening:ranking", args=[position.slug])

    def ask() -> float:
        began = time.perf_counter()
        response = client.get(path, secure=site.scheme == "https")
        if response.status_code != 200:  # noqa: PLR2004 -- OK
            raise RuntimeError(f"{path} answered {response.status_code}")
        return time.perf_counter() - began

    counted = 0

    def count(execute: Callable[..., Any], *query: Any) -> Any:  # noqa: ANN401 -- what Django passes on
        nonlocal counted
        counted += 1
        return execute(*query)

    ask()
    with connection.execute_wrapper(count):
        ask()
    return median(ask() for _ in range(PAGES)), counted


# ---- the worker ----


@contextmanager
def _worker() -> Iterator[Callable[[], None]]:
    """Run one worker; give what raises RuntimeError once it has ended by itself."""
    words = (
        *(sys.executable, "-m", "celery", "-A", "backoffice_ats", "worker"),
        *("-Q", "intake,ranking,mail", "-c", str(PROCESSES), "-l", "INFO"),
        *("--without-gossip", "--without-mingle"),
    )
    with tempfile.NamedTemporaryFile(suffix=".log") as log:
        child = subprocess.Popen(  # noqa: S603 -- our own command line
            words,
            cwd=settings.BASE_DIR,
            env={**os.environ, "ATS_DATABASE_ROLE": "app", "ATS_BROKER_TIMEOUT": "5"},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C reaches us, we tell it
        )

        def look() -> None:
            if child.poll() is not None:
                raise RuntimeError("The worker ended:\n" + Path(log.name).read_text())

        try:
            while " ready." not in Path(log.name).read_text():
                look()
                time.sleep(0.05)
            yield look
        finally:
            _end(child)


def _end(child: "subprocess.Popen[bytes]") -> None:
    child.terminate()
    try:
        child.wait(10)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
