"""PostgreSQL and Valkey for the tests: given by the environment, or embedded.

The addresses are known before a server runs, so that settings load without one. What
a test really needs is started by the `servers` fixture.
"""

import fcntl
import os
import sys
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit, urlunsplit

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
