"""`manage.py services`, the owner's login, and `manage.py run`, as real processes."""

import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

import psycopg2
import pytest

from backoffice_ats.shared.embedded import Servers, read_addresses
from tests.processes import MANAGE, answers, free_port, manage, running, wait_until
from tests.servers import CHECKOUT


@pytest.fixture
def folder():
    place = Path(tempfile.mkdtemp(prefix="ats-s-", dir="/tmp"))
    place.chmod(0o755)
    yield place / ".local"
    Servers(place / ".local").stop()
    shutil.rmtree(place)


@pytest.fixture(scope="module")
def installed():
    """A folder whose servers were started once, from nothing, and migrated."""
    place = Path(tempfile.mkdtemp(prefix="ats-i-", dir="/tmp"))
    place.chmod(0o755)
    began = time.monotonic()
    up = manage("services", "up", "--dir", str(place / ".local"))
    assert up.returncode == 0, up.stderr
    assert time.monotonic() - began < 60
    assert manage("services", "down", "--dir", str(place / ".local")).returncode == 0
    yield place / ".local"
    shutil.rmtree(place)


@pytest.fixture
def migrated(installed, folder):
    """A copy of it, to be changed at will, with owners and rights as they were."""
    subprocess.run(["cp", "-a", installed, folder], check=True)  # noqa: S603, S607 -- our own words
    return folder


def local(folder):
    """Name the environment of a bare shell in a checkout that keeps `folder`."""
    return {"ATS_LOCAL_DIR": str(folder)}


def test_up_leaves_migrated_servers_that_every_command_finds(migrated):
    folder = migrated
    up = manage("services", "up", "--dir", str(folder))
    assert up.returncode == 0, up.stderr

    told = manage("services", "env", "--dir", str(folder)).stdout.splitlines()
    assert [line.split("=")[0] for line in told] == ["DATABASE_URL", "REDIS_URL"]
    with psycopg2.connect(told[0].split("=", 1)[1]) as app, app.cursor() as cursor:
        cursor.execute("SELECT current_user, count(*) FROM django_migrations")
        [(user, applied)] = cursor.fetchall()
    app.close()
    assert user == "ats_app"
    assert applied > 10

    pending = manage("migrate", "--check", **local(folder))
    assert pending.returncode == 0, pending.stderr
    # The application's login may not alter tables, so `migrate` took the owner's.
    undone = manage("migrate", "sessions", "zero", **local(folder))
    assert undone.returncode == 0, undone.stderr

    assert manage("services", "down", "--dir", str(folder)).returncode == 0
    assert not Servers(folder).postgres_answers()
    stopped = manage("showmigrations", **local(folder))
    assert stopped.returncode == 1
    assert len(stopped.stderr.strip().splitlines()) == 1
    assert "python manage.py services up" in stopped.stderr


def test_what_the_environment_names_is_not_started(folder, process_environment):
    given = {
        name: process_environment[name]
        for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL")
    }
    told = manage("services", "env", **local(folder), **given)
    assert told.stdout.splitlines() == [
        f"DATABASE_URL={given['DATABASE_URL']}",
        f"REDIS_URL={given['REDIS_URL']}",
    ]
    half = given | {"REDIS_URL": ""}
    up = manage("services", "up", **local(folder), **half)
    assert up.returncode == 0, up.stderr
    assert list(read_addresses(folder)) == ["REDIS_URL"]
    servers = Servers(folder)
    assert servers.valkey_answers()
    assert not servers.data.exists()


def test_an_unreachable_given_database_is_said_in_one_line(folder):
    gone = manage(
        "showmigrations",
        **local(folder),
        DATABASE_URL="postgresql://a@127.0.0.1:1/a",
        DATABASE_OWNER_URL="postgresql://b@127.0.0.1:1/a",
    )
    assert gone.returncode == 1
    assert len(gone.stderr.strip().splitlines()) == 1
    assert "DATABASE_URL" in gone.stderr


def test_an_owner_address_never_goes_with_another_database(folder):
    folder.mkdir()
    (folder / "addresses.env").write_text(
        "DATABASE_URL=postgresql://ats_app@a/ats\n"
        "DATABASE_OWNER_URL=postgresql://ats_owner@a/ats\n"
    )
    question = (
        "from django.conf import settings as s; print(s.DATABASES['default']['HOST'])"
    )
    environment = local(folder) | {
        "ATS_LOCAL": "1",
        "ATS_DATABASE_ROLE": "owner",
        "DATABASE_URL": "postgresql://me@elsewhere/ats",
    }
    told = manage("shell", "--no-imports", "-c", question, **environment)
    assert told.stdout.strip() == "elsewhere", told.stderr


@pytest.mark.parametrize(
    ("port", "advice"),
    [("http", "is not a port"), ("70000", "is not a port"), ("busy", "is in use")],
)
def test_a_port_that_cannot_be_had_is_said_in_one_line(folder, port, advice):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        number = taken.getsockname()[1]
        said = manage(
            "run", **local(folder), PORT=str(number) if port == "busy" else port
        )
    assert said.returncode == 1
    assert len(said.stderr.strip().splitlines()) == 1
    assert advice in said.stderr
    assert "make run" in said.stderr
    assert not Servers(folder).postgres_answers()


def test_run_starts_heals_and_stops_everything(migrated, tmp_path):
    folder = migrated
    port = free_port()
    environment = (
        {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        | local(folder)
        | {"PORT": str(port), "STATIC_ROOT": str(tmp_path / "static")}
    )
    log = tmp_path / "run.log"
    with running([*MANAGE, "run"], environment, log) as process:
        assert wait_until(
            lambda: "Press Ctrl-C" in log.read_text() or process.poll(), 240
        ), log.read_text()
        assert f"http://localhost:{port}" in log.read_text()
        assert answers(f"http://127.0.0.1:{port}/healthz")
        assert stays_up(folder), log.read_text()

        second = manage("run", **local(folder), PORT=str(free_port()))
        assert "already runs" in second.stderr
        refused = manage("services", "down", **local(folder))
        assert "Ctrl-C" in refused.stderr

        children = running_pids(folder)
        servers = Servers(folder)
        assert len(children) == 3
        killed = [children[0], servers.postgres_process(), servers.valkey_process()]
        assert all(killed)
        for pid in killed:
            os.kill(pid or 0, signal.SIGKILL)
        assert wait_until(
            lambda: (
                running_pids(folder)[:1] not in ([], children[:1])
                and servers.postgres_answers()
                and servers.valkey_answers()
                and answers(f"http://127.0.0.1:{port}/healthz")
            ),
            40,
        ), log.read_text()

        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
    assert not servers.postgres_answers()
    assert not servers.valkey_answers()
    assert not answers(f"http://127.0.0.1:{port}/healthz")

    # Again: quick, and told apart from what a killed run left behind.
    began = time.monotonic()
    with running([*MANAGE, "run"], environment, log) as process:
        assert wait_until(lambda: "Press Ctrl-C" in log.read_text(), 60), (
            log.read_text()
        )
        assert time.monotonic() - began < 20  # 10 s on a machine of its own
        left = running_pids(folder)
        process.kill()
        process.wait()
    with running([*MANAGE, "run"], environment, log) as process:
        assert wait_until(lambda: "Press Ctrl-C" in log.read_text(), 60), (
            log.read_text()
        )
        assert set(left).isdisjoint(running_pids(folder))
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0
    assert not servers.postgres_answers()
    assert not any(Path(f"/proc/{pid}").exists() for pid in left)


def running_pids(folder):
    try:
        return [int(pid) for pid in (folder / "run.pids").read_text().split()]
    except FileNotFoundError:
        return []


def stays_up(folder):
    """Say whether no child has been started again for three seconds."""
    before = running_pids(folder)
    time.sleep(3)
    return before == running_pids(folder)


def test_make_lists_its_targets():
    make = shutil.which("make")
    assert make
    told = subprocess.run(  # noqa: S603 -- our own words
        [make, "-s", "help"], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    targets = set(re.findall(r"make (\w+)", told.stdout))
    assert targets == {"bench", "format", "help", "lint", "lock", "run", "test"}


def test_bench_measures_without_a_server(folder):
    told = manage("bench", **local(folder))
    assert told.returncode == 0, told.stderr
    *figures, last = told.stdout.splitlines()[1:]
    times = [float(line.split()[-2]) for line in figures]
    assert len(times) == 8
    assert min(times) > 0
    assert "no database" in last
