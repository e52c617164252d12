"""How many applicants the public form takes at once, beside one bare INSERT.

A copy of the database is made for it and dropped, so that the web server, which is a
process of its own, sees what is made and nothing of it is left. No worker runs: what a
request leaves for later is not in these figures.
"""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles
from typing import Any
from urllib.parse import urlsplit, urlunsplit
from urllib.request import urlopen

import psycopg2
from django.conf import settings
from django.db import connection
from django.urls import reverse
from psycopg2 import sql

from backoffice_ats.management import bench_careers, bench_search, web_server
from backoffice_ats.shared.embedded import read_addresses
from candidates.services import answers as told
from positions.models import Position

COPY = "bench_apply"
REDIS = 7  # a number of its own: nobody works for what is rung here
APPLICANTS = 8
CV = 200_000  # bytes
FEW, MANY = 0, 10_000
READY_WITHIN = 30.0  # seconds
DRIVER = Path(__file__).with_name("bench_applicants.py")
JOB = {
    "jobs-TOTAL_FORMS": "1",
    "jobs-INITIAL_FORMS": "0",
    "jobs-0-title": "Payroll officer",
    "jobs-0-employer": "Tannoch Logistics",
    "jobs-0-from_month": "3",
    "jobs-0-from_year": "2023",
    "jobs-0-current": "on",
    "jobs-0-hours": "37",
    "jobs-0-text": "Monthly payroll for 310 drivers.",
}
STUDY = {
    "studies-TOTAL_FORMS": "1",
    "studies-INITIAL_FORMS": "0",
    "studies-0-name": "Level 3 certificate in bookkeeping",
    "studies-0-level": "4",
    "studies-0-field": "bookkeeping",
}


def applying(
    write: Callable[[str], object],
    *,
    times: int = 40,
    sizes: tuple[int, int] = (FEW, MANY),
) -> None:
    """Measure `times` CVs and some whole applications of each of the applicants.

    `sizes` are the applications that are there already. Needs the database, and its
    owner's login to copy it. Shown are requests per second, the 95th of a hundred in
    milliseconds, and the most queries of one request.
    """
    write(
        f"Applying: {APPLICANTS} at once, a CV of {CV // 1000} kB; web server (16"
        f" threads), database and applicants share {os.cpu_count()} processors:"
    )
    with _copied() as address, tempfile.TemporaryDirectory() as folder:
        position = bench_careers.publish_one()
        for size, before in zip(sizes, (0, *sizes), strict=False):
            _fill(position, before, size)
            connection.close()
            with _served(address, Path(folder)) as port:
                write(f"  with {size:,} applications there:")
                _report(write, port, position, times)


def _report(
    write: Callable[[str], object], port: int, position: Position, times: int
) -> None:
    crowd = _Crowd(port, position)
    crowd.do("insert", 2)  # every thread has its connection now
    crowd.do("whole", 1)
    floor = crowd.do("insert", times * 5)
    received = crowd.do("receive", times * 2)
    cvs = crowd.do("cv", times)
    whole = crowd.do("whole", max(times // 8, 1))
    share = cvs.rate("cv") / floor.rate("insert")
    of_received = cvs.rate("cv") / received.rate("receive")
    sent = whole.count("submit") / whole.seconds
    _line(write, "floor: one bare INSERT", floor, "insert")
    _line(
        write, f"floor: the same with {CV // 1000} kB sent along", received, "receive"
    )
    _line(write, f"a CV ({share:.0%} and {of_received:.0%} of the floors)", cvs, "cv")
    _line(write, f"a whole application: {sent:.1f} a second", whole, "")
    for title, what in {
        "start": "start",
        "CV": "cv",
        "a page of answers": "answer",
        "a page opened": "page",
        "submit": "submit",
    }.items():
        _line(write, f"  of which {title}", whole, what)


def _line(
    write: Callable[[str], object], title: str, measured: "_Measured", what: str
) -> None:
    write(
        f"    {title:<42}{measured.rate(what):8.1f} /s"
        f"{measured.slow(what) * 1000:9.1f} ms ({measured.most_queries(what)})"
    )


# ---- what was measured ----


class _Measured:
    """Requests of one run; an empty name stands for all of them."""

    def __init__(self, answer: dict[str, Any]) -> None:
        self.seconds: float = answer["seconds"]
        self.by_kind: dict[str, list[tuple[float, int]]] = defaultdict(list)
        for what, seconds, queries in answer["told"]:
            self.by_kind[what].append((seconds, queries))
            self.by_kind[""].append((seconds, queries))

    def count(self, what: str) -> int:
        return len(self.by_kind[what])

    def rate(self, what: str) -> float:
        return self.count(what) / self.seconds

    def slow(self, what: str) -> float:
        """Return the seconds that 95 of 100 do not take longer than."""
        times = [seconds for seconds, _ in self.by_kind[what]]
        return quantiles(times, n=20, method="inclusive")[-1]

    def most_queries(self, what: str) -> int:
        return max(queries for _, queries in self.by_kind[what])


class _Crowd:
    """The applicants: a process of their own each time, so that none is slowed by us."""

    def __init__(self, port: int, position: Position) -> None:
        apply = reverse("candidates:apply", args=[position.slug])
        duties = told.scored_duties(position)
        self.plan = {
            "port": port,
            "applicants": APPLICANTS,
            "size": CV,
            "apply": apply,
            "insert": "/bench/insert/",
            "steps": [
                ("contact", {"name": "Aoife Marsh", "email": ""}),
                ("work", JOB),
                ("education", STUDY),
                *((f"duty-{duty.pk}", {"text": "I ran payroll."}) for duty in duties),
            ],
        }

    def do(self, work: str, times: int) -> _Measured:
        """Let each of them do it so many times. Raises RuntimeError if one failed."""
        done = subprocess.run(  # noqa: S603 -- our own interpreter and file
            [sys.executable, "-I", str(DRIVER)],
            input=json.dumps({**self.plan, "work": work, "times": times}),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(done.stderr[-2_000:])
        answer = json.loads(done.stdout)
        if answer["failed"]:
            raise RuntimeError("; ".join(answer["failed"][:3]))
        return _Measured(answer)


# ---- the copy of the database, and the server that looks at it ----


@contextmanager
def _copied() -> Iterator[str]:
    """Copy the database, look at the copy, and drop it; give the copy's address."""
    from_name = connection.settings_dict["NAME"]
    app, owner = _addresses()
    connection.close()  # a template must have no visitor
    _as_owner(
        owner,
        sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(COPY)),
        sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
            sql.Identifier(COPY), sql.Identifier(from_name)
        ),
    )
    connection.settings_dict["NAME"] = COPY
    try:
        _as_owner(
            _named(owner, COPY),
            sql.SQL("CREATE TABLE bench_insert (id bigserial PRIMARY KEY, said text)"),
            sql.SQL("GRANT ALL ON bench_insert, bench_insert_id_seq TO PUBLIC"),
        )
        yield _named(app, COPY)
    finally:
        connection.close()
        connection.settings_dict["NAME"] = from_name
        _as_owner(
            owner,
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(
                sql.Identifier(COPY)
            ),
        )


def _addresses() -> tuple[str, str]:
    """Return the addresses of the application's login and of the owner's."""
    known = {**read_addresses(settings.LOCAL_DIR), **os.environ}
    app = known["DATABASE_URL"]
    return app, known.get("DATABASE_OWNER_URL") or app


def _named(url: str, name: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def _as_owner(url: str, *statements: sql.Composable) -> None:
    # To the neighbour that every server has: nobody may be in the one that is copied.
    parts = urlsplit(url)
    line = psycopg2.connect(
        url if parts.path == f"/{COPY}" else _named(url, "postgres")
    )
    try:
        line.autocommit = True
        with line.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
    finally:
        line.close()


@contextmanager
def _served(address: str, folder: Path) -> Iterator[int]:
    """Run the web server as production does, behind one proxy; give its port."""
    port = _free_port()
    child = subprocess.Popen(  # noqa: S603 -- our own command line
        web_server.command(
            f"--listen=127.0.0.1:{port}",
            "--no-clear-untrusted-proxy-headers",
            "backoffice_ats.management.bench_server:application",
        ),
        cwd=settings.BASE_DIR,
        env=_environment(address, folder, port),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port, child)
        yield port
    finally:
        child.terminate()
        child.wait(10)


def _environment(address: str, folder: Path, port: int) -> dict[str, str]:
    redis = urlsplit(settings.REDIS_URL)
    own = (
        f"unix://{redis.path}?db={REDIS}"
        if redis.scheme == "unix"
        else urlunsplit(redis._replace(path=f"/{REDIS}"))
    )
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "backoffice_ats.settings",
        "ATS_LOCAL": "1",
        "ATS_LOCAL_DIR": str(settings.LOCAL_DIR),
        "ATS_DATABASE_ROLE": "app",
        "DATABASE_URL": address,
        "REDIS_URL": own,
        "MEDIA_ROOT": str(folder / "media"),
        "STATIC_ROOT": str(_collected(folder / "static")),
        "SITE_URL": f"http://localhost:{port}",
        "TRUSTED_PROXIES": "1",
    }


def _collected(folder: Path) -> Path:
    """Collect the static files once: pages name them by content."""
    if not folder.is_dir():
        subprocess.run(
            [sys.executable, "manage.py", "collectstatic", "--noinput", "-v", "0"],
            cwd=settings.BASE_DIR,
            env={
                **os.environ,
                "DJANGO_SETTINGS_MODULE": "backoffice_ats.settings",
                "STATIC_ROOT": str(folder),
            },
            check=True,
        )
    return folder


def _wait_for(port: int, child: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + READY_WITHIN
    while time.monotonic() < deadline and child.poll() is None:
        try:
            with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("The web server for the benchmark did not start.")


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def _fill(position: Position, before: int, size: int) -> None:
    steps: Sequence[int] = range(before + 1, size + 1, bench_search.AT_ONCE)
    with connection.cursor() as cursor:
        for first in steps:
            last = min(first + bench_search.AT_ONCE - 1, size)
            cursor.execute(bench_search.MAKE, [first, last, position.pk])
        if size:
            bench_search.analyze(cursor)
