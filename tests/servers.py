"""PostgreSQL and Valkey for the tests: given by the environment, or embedded.

The addresses are known before a server runs, so that settings load without one. What
a test really needs is started by the `servers` fixture.
"""

import fcntl
import hashlib
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit, urlunsplit

import psycopg2
from psycopg2 import sql

from backoffice_ats.shared.embedded import Servers, read_addresses

CHECKOUT = Path(__file__).resolve().parent.parent
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")
WORKER_NUMBER = int(WORKER.removeprefix("gw") or 0) if WORKER else 0
UNDER_PYTEST = "pytest" in sys.modules

_slot: IO[str] | None = None


def claim_folder() -> Path:
    """Choose `.local/test`, or a neighbour while another test run holds it.

    Workers of one run inherit the choice through ATS_LOCAL_DIR.
    """
    global _slot  # noqa: PLW0603 -- held until this process ends
    folder = CHECKOUT / ".local" / "test"
    for number in range(1, 10):
        folder = CHECKOUT / ".local" / ("test" if number == 1 else f"test-{number}")
        folder.mkdir(mode=0o755, parents=True, exist_ok=True)
        file = (folder / "run.lock").open("a")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            continue
        _slot = file
        break
    return folder


def prepare_environment() -> None:
    """Set what `backoffice_ats.settings` reads, before it is imported."""
    adopt_owner_address()
    os.environ.setdefault("ATS_LOCAL", "1")
    os.environ.setdefault("ATS_DATABASE_ROLE", "owner")
    os.environ.setdefault("SECRET_KEY", "a key for tests only: " + "t" * 40)
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    if "ATS_LOCAL_DIR" not in os.environ and UNDER_PYTEST:
        os.environ["ATS_LOCAL_DIR"] = str(claim_folder())
    if UNDER_PYTEST and not WORKER and embedded():
        embedded_servers().plan()


def adopt_owner_address() -> None:
    """Find the owner's login of the checkout's own servers when the app's is given."""
    given = os.environ.get("DATABASE_URL")
    known = read_addresses(CHECKOUT / ".local")
    if given and given == known.get("DATABASE_URL"):
        os.environ.setdefault("DATABASE_OWNER_URL", known["DATABASE_OWNER_URL"])


def embedded() -> dict[str, bool]:
    """Say which servers nobody has given us (arguments of `Servers.start`)."""
    wanted = {
        "database": not os.environ.get("DATABASE_URL"),
        "redis": not os.environ.get("REDIS_URL"),
    }
    return wanted if any(wanted.values()) else {}


def embedded_servers() -> Servers:
    return Servers(Path(os.environ["ATS_LOCAL_DIR"]), durable=False)


def start() -> None:
    """Start what the environment has not given; quick when it runs already."""
    if wanted := embedded():
        embedded_servers().start(**wanted)


def stop() -> None:
    if wanted := embedded():
        embedded_servers().stop(**wanted)


# ---- a migrated database to copy ----


def template() -> str:
    """Return the name of a migrated database, made once for what the migrations say.

    Copying it takes a second where migrating takes twenty. Others wait for the first.
    """
    start()
    name = f"migrated_{_state_of_migrations()}"
    lock = Path(os.environ["ATS_LOCAL_DIR"]) / "template.lock"
    with lock.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        known = _databases("migrated_%")
        if name not in known:
            for old in known:
                _as_owner("DROP DATABASE {}", old)
            _migrate(f"new_{name}")
            _as_owner("ALTER DATABASE {} RENAME TO {}", f"new_{name}", name)
    return name


def make_database(name: str) -> None:
    """Make a database anew, migrated."""
    _as_owner("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
    _as_owner("CREATE DATABASE {} TEMPLATE {}", name, template())


def _migrate(name: str) -> None:
    _as_owner("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
    _as_owner("CREATE DATABASE {}", name)
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
        cwd=CHECKOUT,
        env={
            **{key: one for key, one in os.environ.items() if "PYTEST" not in key},
            "DJANGO_SETTINGS_MODULE": "backoffice_ats.settings",
            "ATS_DATABASE_ROLE": "owner",
            "DATABASE_URL": database_url(name, role="app"),
            "DATABASE_OWNER_URL": database_url(name, role="owner"),
        },
        check=True,
        capture_output=True,
    )


def _state_of_migrations() -> str:
    """Return what changes whenever a migrated database would look different."""
    files = [*CHECKOUT.glob("*/migrations/*.py"), *CHECKOUT.glob("*/*/migrations/*.py")]
    found = hashlib.sha256((CHECKOUT / "requirements.txt").read_bytes())
    for file in sorted(files):
        found.update(file.read_bytes())
    return found.hexdigest()[:12]


def _databases(like: str) -> list[str]:
    link = psycopg2.connect(database_url("postgres", role="owner"))
    with closing(link), link.cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [like])
        return [name for (name,) in cursor.fetchall()]


def _as_owner(statement: str, *names: str) -> None:
    link = psycopg2.connect(database_url("postgres", role="owner"))
    link.autocommit = True
    with closing(link), link.cursor() as cursor:
        cursor.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def own_redis(url: str) -> str:
    """Give each test process its own database of one Redis: 8 to 15."""
    return _numbered(url, 8 + WORKER_NUMBER % 8)


def redis_of_house() -> str:
    """Give the installation that browser tests walk through another one: 0 to 7."""
    return _numbered(_addresses()["REDIS_URL"], WORKER_NUMBER % 8)


def _numbered(url: str, number: int) -> str:
    parts = urlsplit(url)
    if parts.scheme == "unix":
        return f"unix://{parts.path}?db={number}"
    return urlunsplit(parts._replace(path=f"/{number}"))


def database_url(name: str, *, role: str) -> str:
    """Address of the database `name` (a test database) for one of the two logins."""
    key = "DATABASE_OWNER_URL" if role == "owner" else "DATABASE_URL"
    known = _addresses()
    parts = urlsplit(known.get(key) or known["DATABASE_URL"])
    return urlunsplit(parts._replace(path=f"/{name}"))


def _addresses() -> dict[str, str]:
    return {**read_addresses(Path(os.environ["ATS_LOCAL_DIR"])), **os.environ}
