"""A whole installation beside the tests: database, web, worker, sweeper, browser.

It is what `make run` starts, as the application's login, with the demo's positions.
"""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import psycopg2
import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

from backoffice_ats.demo.people import PASSWORD
from tests import servers as test_servers
from tests.processes import MANAGE, PYTHON, answers, free_port, running, wait_until

LINK = re.compile(r"https?://\S+")
RULE = b"-" * 79 + b"\n"  # what Django's file backend writes after each
WAIT = 30.0
AS_OWNER = {"ATS_DATABASE_ROLE": "owner"}


def text_of(letter: EmailMessage) -> str:
    """Return what a letter says, without what comes with it."""
    body = letter.get_body(("plain",))
    return str(body.get_content()) if body else ""


@dataclass(frozen=True)
class House:
    """An installation that runs: where it is, and how to look behind its door."""

    url: str
    outbox: Path

    def letter_to(self, address: str, having: str = "") -> EmailMessage:
        """Return the newest e-mail to somebody, as soon as it is sent."""
        found: list[EmailMessage] = wait_until(
            lambda: list(self._letters(address, having)), WAIT
        )
        assert found, f"no letter to {address} came"
        return found[-1]

    def link_to(self, address: str, having: str = "") -> str:
        """Return the first link of the newest e-mail to somebody."""
        found = LINK.search(text_of(self.letter_to(address, having)))
        assert found is not None
        return found.group().rstrip(".")

    def _letters(self, address: str, having: str) -> Iterator[EmailMessage]:
        files = self.outbox.glob("*.log")
        for file in sorted(files, key=lambda file: file.stat().st_mtime_ns):
            for text in file.read_bytes().split(RULE):
                letter = message_from_bytes(text, policy=policy.default)
                if letter["To"] == address and having in text_of(letter):
                    yield letter


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
def browser_context_args(
    browser_context_args: dict[str, Any], house: House
) -> dict[str, Any]:
    return {
        **browser_context_args,
        "base_url": house.url,
        "locale": "en-GB",
        "viewport": {"width": 1440, "height": 900},
    }


@pytest.fixture
def new_context(
    browser: Browser, browser_context_args: dict[str, Any]
) -> Iterator[Callable[..., BrowserContext]]:
    """Open browsers that share nothing; none may complain in its console.

    What breaks the Content Security Policy is said there, and errors of scripts too.
    """
    complaints: list[str] = []
    contexts = ExitStack()

    def opened(**options: Any) -> BrowserContext:
        context: BrowserContext = browser.new_context(
            **(browser_context_args | options)
        )
        contexts.callback(context.close)
        context.set_default_timeout(10_000)
        context.on("console", lambda said: _note(said, complaints))
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        return context

    with contexts:
        yield opened
    assert complaints == []


def _note(said: ConsoleMessage, complaints: list[str]) -> None:
    """Keep an error or warning, but for a page or part that answers 4xx on purpose."""
    own_page = said.page is not None and said.location["url"] == said.page.url
    on_purpose = own_page or "status of 422" in said.text
    if said.text.startswith("Failed to load resource") and on_purpose:
        return
    if said.type in {"error", "warning"}:
        complaints.append(f"{said.location['url']}: {said.text}")


@pytest.fixture
def staff(new_context: Callable[..., BrowserContext]) -> Callable[..., Page]:
    """Open a browser of their own for somebody of the demo, logged in."""

    def log_in(email: str, **options: Any) -> Page:
        page: Page = new_context(**options).new_page()
        page.goto("/account/login/")
        page.get_by_label("Email").fill(email)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        page.wait_for_url("/")
        return page

    return log_in


@pytest.fixture(scope="session")
def house(servers: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Start everything once; tests add to what the demo brings and leave it there."""
    folder = tmp_path_factory.mktemp("house")
    name = f"e2e_{test_servers.WORKER or 'main'}"
    test_servers.make_database(name)
    port = free_port()
    url = f"http://localhost:{port}"
    environment = {
        **{k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")},
        "DJANGO_SETTINGS_MODULE": "backoffice_ats.settings",
        "ATS_DATABASE_ROLE": "app",
        "DATABASE_URL": test_servers.database_url(name, role="app"),
        "DATABASE_OWNER_URL": test_servers.database_url(name, role="owner"),
        "REDIS_URL": test_servers.redis_of_house(),
        "SITE_URL": url,
        "MEDIA_ROOT": str(folder / "media"),
        "STATIC_ROOT": str(folder / "static"),
        "EMAIL_URL": f"file://{folder / 'outbox'}",
        "ATS_SWEEP_SECONDS": "1",
    }
    (folder / "outbox").mkdir()
    _run(["migrate", "--verbosity", "0"], environment | AS_OWNER, folder)
    _run(["collectstatic", "--noinput", "--verbosity", "0"], environment, folder)
    _run(["load_demo"], environment, folder)
    _open_all_hours(name)
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
        yield House(url=url, outbox=folder / "outbox")


def _run(words: list[str], environment: dict[str, str], folder: Path) -> None:
    log = folder / f"{words[0]}.log"
    with running([*MANAGE, *words], environment, log) as process:
        assert process.wait(240) == 0, log.read_text()


def _open_all_hours(name: str) -> None:
    """Let letters leave at whatever hour and day the tests run."""
    connection = psycopg2.connect(test_servers.database_url(name, role="owner"))
    with connection, connection.cursor() as cursor:
        cursor.execute(
            "UPDATE accounts_organisation SET letters_from_hour = 0,"
            " letters_until_hour = 24, letters_on_weekends = true"
        )
    connection.close()
