"""Real workers, a real broker, a real sweeper: what dies only delays."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import redis
from django.db import connection
from django.db.models import F
from django.utils import timezone

from backoffice_ats.management.commands.sweeper import LEADER
from backoffice_ats.shared.embedded import Servers, read_addresses
from candidates.enums import DocumentState
from candidates.models import Application, Document
from screening.models import Evaluation, Heartbeat, Work
from tests import make
from tests.screening.conftest import RAN_PAYROLL

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.django_db(transaction=True)

CURRENT_WITHIN = 30.0

# What a web process does on "send": the same service, with a broker of our choice.
SUBMIT = """
import datetime, sys, time
import django
django.setup()
from django.utils import timezone
from candidates.services import intake
from candidates.services.answers import Job, Person
from positions.models import Position
position = Position.objects.get()
duty = position.duties.order_by("order").first()
began = time.monotonic()
for number in range(int(sys.argv[1])):
    intake.receive(
        position,
        person=Person(f"Applicant {number}", f"a{number}@example.org"),
        work=[Job("Payroll officer", starts_on=datetime.date(2021, 1, 1), current=True,
                  text=sys.argv[2], duties={duty.pk: 100})],
        files=[("cv.txt", sys.argv[2].encode())],
        at=timezone.now(),
        source="TEST",
    )
print(time.monotonic() - began)
"""


@pytest.fixture
def valkey(servers, tmp_path):
    """A Valkey of this test alone, which may be stopped and wiped."""
    place = Servers(tmp_path / "broker", durable=False)
    place.start(database=False, redis=True)
    yield place
    place.stop(database=False, redis=True)


@pytest.fixture
def environment(process_environment, valkey):
    return process_environment | {
        "REDIS_URL": read_addresses(valkey.folder)["REDIS_URL"],
        "ATS_SWEEP_SECONDS": "0.5",
        "LOG_LEVEL": "INFO",
    }


@pytest.fixture
def start(environment, tmp_path):
    """Start a process of the product; all of them end with the test."""
    running: list[subprocess.Popen[bytes]] = []

    def run(*words, **more):
        log = (tmp_path / f"{len(running)}.log").open("w")
        process = subprocess.Popen(  # noqa: S603 -- our own words
            [sys.executable, *map(str, words)],
            env=environment | more,
            cwd=ROOT,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        log.close()
        running.append(process)
        return process

    yield run
    for process in running:
        kill(process)


def worker(start):
    return start(
        "-m", "celery", "-A", "backoffice_ats", "worker", "-c", "1",
        "-Q", "intake,ranking,mail", "--without-gossip", "--without-mingle",
    )  # fmt: skip


def said(process):
    """Return what a process has logged so far."""
    return Path(f"/proc/{process.pid}/fd/2").resolve().read_text()


def sweeper(start, **more):
    return start("manage.py", "sweeper", **more)


def kill(process):
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(10)


def submit(environment, count):
    done = subprocess.run(  # noqa: S603 -- our own words
        [sys.executable, "-c", SUBMIT, str(count), RAN_PAYROLL],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return float(done.stdout)


def until(true, seconds):
    """Wait until it is true and say how long that took; fail after `seconds`."""
    began = time.monotonic()
    while time.monotonic() - began < seconds:
        if true():
            return time.monotonic() - began
        time.sleep(0.1)
    return pytest.fail(f"not within {seconds} s")


def open_count():
    return (
        Work.objects.filter(done__lt=F("wanted")).count()
        + Document.objects.filter(state=DocumentState.WAITING).count()
    )


def is_current(count):
    return (
        Evaluation.objects.count() == count
        and open_count() == 0
        and Evaluation.objects.filter(score__gt=0).count() == count
    )


@pytest.mark.usefixtures("valkey")
def test_a_killed_worker_and_a_wiped_broker_only_delay(position, environment, start):
    count = 12
    first = worker(start)
    submit(environment, count)
    until(lambda: 0 < Evaluation.objects.count() < count, 60)

    kill(first)
    with redis.Redis.from_url(environment["REDIS_URL"]) as broker:
        broker.flushall()
    assert open_count()
    sweeper(start)
    second = worker(start)
    took = until(lambda: is_current(count), CURRENT_WITHIN)

    assert second.poll() is None
    assert took < CURRENT_WITHIN
    assert Application.objects.filter(position=position).count() == count


def test_a_broker_that_is_stopped_at_submit_loses_nothing(
    position, environment, start, valkey
):
    valkey.stop(database=False, redis=True)

    seconds = submit(environment, 3)

    assert seconds < 6
    assert Application.objects.filter(position=position).count() == 3
    assert open_count()
    valkey.start(database=False, redis=True)
    worker(start)
    sweeper(start)
    until(lambda: is_current(3), CURRENT_WITHIN)


def test_without_a_broker_the_sweeper_does_the_work(
    position, environment, start, valkey
):
    valkey.stop(database=False, redis=True)
    submit(environment, 2)

    process = sweeper(start, ATS_SWEEP_PATIENCE="1")
    until(lambda: is_current(2), CURRENT_WITHIN)

    assert "did" in said(process)
    assert Heartbeat.objects.get().at > position.published_at


def test_the_sweeper_leaves_at_once_when_told(start):
    process = sweeper(start)
    until(Heartbeat.objects.exists, 30)

    process.send_signal(signal.SIGTERM)

    assert process.wait(5) == 0


def test_the_sweeper_outlives_its_database_connection(start):
    sweeper(start)
    until(Heartbeat.objects.exists, 30)

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_locks"
            " WHERE locktype = 'advisory' AND objid = %s AND database ="
            " (SELECT oid FROM pg_database WHERE datname = current_database())",
            [LEADER],
        )
        assert cursor.fetchone()[0] == 1
    moment = timezone.now()
    until(lambda: Heartbeat.objects.get().at > moment, 15)


def test_one_sweeper_leads_and_another_takes_over(start):
    first = sweeper(start)
    until(Heartbeat.objects.exists, 30)
    second = sweeper(start)
    time.sleep(3)
    assert "sweeping" in said(first)
    assert "sweeping" not in said(second)

    kill(first)

    until(lambda: "sweeping" in said(second), 15)


def test_poison_is_counted_and_in_the_end_tried_hourly(environment, position, start):
    """Evidence that no evaluation can read; the other applicant is current."""
    submit(environment, 1)
    good = make.application(position, name="Good", email="good@example.org")
    broken = Application.objects.exclude(pk=good.pk).get()
    worker(start)
    sweeper(start)
    until(lambda: open_count() == 0, 60)
    broken.evidence.facts = {}
    broken.evidence.save()
    # Four starts have failed before; the fifth is due.
    mine = Work.objects.filter(application=broken)
    mine.update(wanted=F("wanted") + 1, attempts=4, next_try_at=timezone.now())
    Work.objects.filter(application=good).update(
        wanted=F("wanted") + 1, next_try_at=timezone.now()
    )

    until(lambda: mine.get().last_error == "KeyError", 30)
    until(
        lambda: [row.application for row in Work.objects.unfinished()] == [broken], 30
    )

    row = mine.get()
    assert row.attempts == 5
    assert (row.next_try_at - timezone.now()).total_seconds() > 3_000
