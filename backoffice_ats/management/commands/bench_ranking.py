import fcntl
import json
import os
import signal
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn
from urllib.parse import urlsplit, urlunsplit

import psycopg2
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from psycopg2 import sql

from backoffice_ats.management import bench_ranking
from backoffice_ats.shared.embedded import Servers, ServiceError, read_addresses
from candidates.models import Application

DATABASE = "bench"
ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
LINES = (
    ("floor: evidence copied out", "floor_evidence_out_seconds", ""),
    ("floor: as many evaluations copied in", "floor_evaluations_in_seconds", ""),
    ("floor", "floor_seconds", ""),
    ("everybody evaluated", "full_seconds", "full_over_floor"),
    ("other weights, recombined", "recombine_seconds", "recombine_over_floor"),
    ("one who applies, while 20 a second do", "one_application_seconds", ""),
    ("the slowest of them", "one_application_slowest_seconds", ""),
    ("first page of the ranking", "page_seconds", ""),
)


class Command(BaseCommand):
    """Rank a crowd in a database of its own, with servers and a worker of its own."""

    help = (
        "Measure how long ranking takes here, through Celery, beside what PostgreSQL"
        " cannot do faster. Starts what it needs below .local/ and stops it."
    )
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--applications", type=int, default=1_000, metavar="N")
        parser.add_argument(
            "--json", action="store_true", help="print one JSON object, nothing else"
        )
        parser.add_argument(
            "--here",
            action="store_true",
            help="fill the database that the environment names; it must have no"
            " applications",
        )

    def handle(
        self,
        *,
        applications: int,
        json: bool,
        here: bool,
        **options: Any,  # noqa: ANN401, ARG002 -- Django's signature
    ) -> None:
        if applications < 1:
            raise CommandError("--applications needs a number from 1.")
        for number in ENDING:
            signal.signal(number, leave)
        try:
            found = self.measure(applications) if here else self.apart(applications)
        except (ServiceError, RuntimeError) as error:
            raise CommandError(str(error)) from error
        except KeyboardInterrupt:
            raise CommandError("Stopped.", returncode=130) from None
        self.tell(found, as_json=json)

    def say(self, line: str) -> None:
        self.stderr.write(line, self.style.NOTICE)
        self.stderr.flush()

    def measure(self, applications: int) -> dict[str, Any]:
        if Application.objects.exists():
            raise CommandError("There are applications in this database: leave it.")
        return bench_ranking.measure(applications, self.say)

    def apart(self, applications: int) -> dict[str, Any]:
        """Let another process of this command measure, beside servers of our own."""
        folder = settings.LOCAL_DIR / "bench-ranking"
        with served(folder, self.say) as environment:
            words = ("bench_ranking", "--applications", str(applications))
            told = run(*words, "--json", "--here", environment=environment)
        found: dict[str, Any] = json.loads(told)
        return found

    def tell(self, found: dict[str, Any], *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(found, indent=2))
            return
        self.stdout.write(
            "Ranking {applications:,} applications by {criteria} criteria, engine"
            " {engine_version}, one worker of {worker_processes} processes"
            " ({processors} processors, load {load_before}):".format(**found)
        )
        for title, key, over in LINES:
            times = f"  {found[over]:.2f} x floor" if over else ""
            self.stdout.write(f"  {title:<42}{found[key] * 1000:11,.1f} ms{times}")
        self.stdout.write(f"  {'queries of that page':<42}{found['page_queries']:>8}")


def leave(number: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001 -- a signal handler's signature
    for one in ENDING:
        signal.signal(one, go_on)
    raise KeyboardInterrupt


def go_on(number: int, frame: FrameType | None) -> None:
    """Hear a further signal and go on: what is being stopped is stopped whole."""


# ---- what it needs, and how it ends ----


@contextmanager
def served(folder: Path, say: bench_ranking.type_say) -> Iterator[dict[str, str]]:
    """Start servers below `folder` and make the database; give the environment."""
    folder.mkdir(mode=0o755, parents=True, exist_ok=True)
    with (folder / "bench.lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise CommandError(
                "Another bench_ranking runs here: wait for it."
            ) from error
        servers = Servers(folder)
        try:
            say("Starting PostgreSQL and Valkey…")
            servers.start()
            environment = environment_of(folder)
            say("Preparing the database…")
            run("migrate", "--noinput", "-v", "0", environment=environment)
            run("collectstatic", "--noinput", "-v", "0", environment=environment)
            yield environment | own_database(environment)
        finally:
            say("Stopping PostgreSQL and Valkey…")
            servers.stop()


def environment_of(folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "backoffice_ats.settings",
        "ATS_LOCAL": "1",
        "ATS_LOCAL_DIR": str(folder),
        "ATS_DATABASE_ROLE": "owner",
        "STATIC_ROOT": str(folder / "static"),
        "MEDIA_ROOT": str(folder / "media"),
        **read_addresses(folder),
    }


def own_database(environment: dict[str, str]) -> dict[str, str]:
    """Copy the migrated database, which stays empty, and give the copy's addresses."""
    owner = environment["DATABASE_OWNER_URL"]
    migrated = urlsplit(owner).path.removeprefix("/")
    line = psycopg2.connect(named(owner, "postgres"))
    try:
        line.autocommit = True
        with line.cursor() as cursor:
            for words in (
                "DROP DATABASE IF EXISTS {new} WITH (FORCE)",
                "CREATE DATABASE {new} TEMPLATE {migrated}",
            ):
                cursor.execute(
                    sql.SQL(words).format(
                        new=sql.Identifier(DATABASE), migrated=sql.Identifier(migrated)
                    )
                )
    finally:
        line.close()
    return {
        name: named(environment[name], DATABASE)
        for name in ("DATABASE_URL", "DATABASE_OWNER_URL")
    }


def named(url: str, name: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def run(*words: str, environment: dict[str, str]) -> str:
    """Run another command and return what it said; its progress goes to ours.

    Ctrl-C reaches both: it is given the time to stop its worker.
    """
    child = subprocess.Popen(  # noqa: S603 -- our own words
        [sys.executable, settings.BASE_DIR / "manage.py", *words],
        env=environment,
        cwd=settings.BASE_DIR,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        told, _none = child.communicate()
    except BaseException:
        child.terminate()
        child.wait(20)
        raise
    if child.returncode:
        raise CommandError(
            f"`manage.py {words[0]}` failed; the lines above say why.",
            returncode=child.returncode,
        )
    return told
