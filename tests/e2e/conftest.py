"""A whole installation beside the tests: database, web, worker, sweeper, browser.

It is what `make run` starts, as the application's login, with the demo's positions.
"""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import psycopg2
import pytest
from psycopg2 import sql

from backoffice_ats.demo.people import PASSWORD
from tests import servers as test_servers
from tests.processes import MANAGE, PYTHON, answers, free_port, running, wait_until

LINK = re.compile(r"https?://\S+")
WAIT = 30.0


@dataclass(frozen=True)
class House:
    """An installation that runs: where it is, and how to look behind its door."""

    url: str
    outbox: Path
    environment: dict[str, str]

    def letter_to(self, address: str, having: str = "") -> str:
        """Return the newest e-mail to somebody, as soon as it is sent."""

        def newest() -> str:
            files = sorted(
                self.outbox.glob("*.log"), key=lambda file: file.stat().st_mtime
            )
            for file in reversed(files):
                text = file.read_text(encoding="utf-8")
                if f"To: {address}" in text and having in text:
                    return text
            return ""

        assert wait_until(newest, WAIT), f"no letter to {address} came"
        return newest()

    def link_to(self, address: str, having: str = "") -> str:
        """Return the first link of the newest e-mail to somebody."""
        found = LINK.search(self.letter_to(address, having))
        assert found is not None
        return found.group().rstrip(".")


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    return {
        "executable_path": os.environ.get("CHROMIUM", "/usr/bin/chromium"),
        "args": [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    }


@pytest.fixture(scope="session")
def house(servers: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("house")
    name = f"e2e_{test_servers.WORKER or 'main'}"
    _make_database(name)
    port = free_port()
    url = f"http://localhost:{port}"
    environment = {
        **{k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")},
        "DJANGO_SETTINGS_MODULE": "backoffice_ats.settings",
        "ATS_DATABASE_ROLE": "app",
        "DATABASE_URL": test_servers.database_url(name, role="app"),
        "DATABASE_OWNER_URL": test_servers.database_url(name, role="owner"),
        "REDIS_URL": test_servers.other_redis(),
        "SITE_URL": url,
        "MEDIA_ROOT": str(folder / "media"),
        "STATIC_ROOT": str(folder / "static"),
        "EMAIL_URL": f"file://{folder / 'outbox'}",
        "ATS_SWEEP_SECONDS": "1",
    }
    (folder / "outbox").mkdir()
    for words in (
        ["migrate", "--verbosity", "0"],
        ["collectstatic", "--noinput", "--verbosity", "0"],
        ["load_demo"],
    ):
        _run(words, environment, folder)
    waitress = [PYTHON, "-m", "waitress", f"--listen=127.0.0.1:{port}", "--threads=8"]
    celery = [PYTHON, "-m", "celery", "-A", "backoffice_ats", "worker"]
    with ExitStack() as stack:
        for log, words in {
            "web": [*waitress, "backoffice_ats.wsgi:application"],
            "worker": [*celery, "-Q", "intake,ranking,mail", "-c", "1"],
            "sweeper": [*MANAGE, "sweeper"],
        }.items():
            stack.enter_context(running(words, environment, folder / f"{log}.log"))
        assert wait_until(lambda: answers(f"{url}/healthz")), (
            folder / "web.log"
        ).read_text()
        yield House(url=url, outbox=folder / "outbox", environment=environment)


def _run(words: list[str], environment: dict[str, str], folder: Path) -> None:
    log = folder / f"{words[0]}.log"
    environment = environment | {"ATS_DATABASE_ROLE": ""}
    environment.pop("ATS_DATABASE_ROLE")
    with running([*MANAGE, *words], environment, log) as process:
        assert process.wait(240) == 0, log.read_text()


def _make_database(name: str) -> None:
    owner = test_servers.database_url("postgres", role="owner")
    connection = psycopg2.connect(owner)
    connection.autocommit = True
    with connection.cursor() as cursor:
        database = sql.Identifier(name)
        cursor.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(database)
        )
        cursor.execute(sql.SQL("CREATE DATABASE {}").format(database))
    connection.close()


@pytest.fixture
def log_in(page, house: House) -> Callable[..., None]:
    """Log in through the page, as somebody of the demo."""

    def log_in(email: str) -> None:
        page.goto(f"{house.url}/account/login/")
        page.get_by_label("Email").fill(email)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(f"{house.url}/")

    return log_in
