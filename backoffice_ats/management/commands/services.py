import fcntl
import os
import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import get_commands
from django.core.management.base import BaseCommand, CommandError

from backoffice_ats.shared.embedded import Servers, ServiceError

KEPT = "servers.kept"  # `up` wants them to outlive a `run`
RUN_LOCK = "run.lock"  # held by `run`, with its address inside


class Command(BaseCommand):
    """Drive the embedded servers; what the environment names is left alone."""

    help = (
        "up: start PostgreSQL and Valkey, migrate, load the demo positions. env: print"
        " their addresses. down: stop them."
    )
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("action", choices=["up", "down", "env"])
        parser.add_argument(
            "--dir", type=Path, help="keep the servers here (default: .local)"
        )

    def handle(
        self,
        *,
        action: str,
        dir: Path | None,  # noqa: A002 -- the option's name
        **options: Any,  # noqa: ANN401, ARG002 -- Django's signature
    ) -> None:
        folder = (dir or settings.LOCAL_DIR).resolve()
        try:
            if action == "up":
                self.up(folder)
            elif action == "down":
                self.down(folder)
            else:
                self.env(folder)
        except ServiceError as error:
            raise CommandError(str(error)) from error

    def up(self, folder: Path) -> None:
        Servers(folder).start(**embedded())
        (folder / KEPT).touch()
        prepare_database(folder, "--positions-only")
        self.stderr.write("The servers are up and migrated.", self.style.SUCCESS)

    def down(self, folder: Path) -> None:
        if is_running(folder):
            raise CommandError(
                "Backoffice ATS runs from this checkout and needs its servers: press"
                " Ctrl-C there, it stops them too."
            )
        (folder / KEPT).unlink(missing_ok=True)
        Servers(folder).stop(**embedded())

    def env(self, folder: Path) -> None:
        known = {**Servers(folder).plan(**embedded()), **os.environ}
        for name in ("DATABASE_URL", "REDIS_URL"):
            self.stdout.write(f"{name}={known[name]}")


def embedded() -> dict[str, bool]:
    """Say which servers are ours: those that the environment does not name."""
    return {
        "database": not os.environ.get("DATABASE_URL"),
        "redis": not os.environ.get("REDIS_URL"),
    }


def is_running(folder: Path) -> bool:
    """Say whether a `run` holds this checkout."""
    try:
        with (folder / RUN_LOCK).open("a") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except FileNotFoundError:
        return False
    return False


def prepare_database(folder: Path, *demo: str) -> None:
    """Migrate as the owner and load demo data, in processes that see the addresses.

    `demo` is the options of `load_demo`. Raises CommandError.
    """
    manage(folder, "migrate", "--noinput", "--verbosity", "0")
    if "load_demo" in get_commands():
        manage(folder, "load_demo", *demo)


def manage(folder: Path, *words: str) -> None:
    """Run another command of this checkout; its output goes to our error stream."""
    done = subprocess.run(  # noqa: S603 -- our own words
        [sys.executable, settings.BASE_DIR / "manage.py", *words],
        env={**os.environ, "ATS_LOCAL_DIR": str(folder)},
        cwd=settings.BASE_DIR,
        stdout=sys.stderr.fileno(),
        check=False,
    )
    if done.returncode:
        raise CommandError(
            f"`manage.py {words[0]}` failed; the lines above say why.",
            returncode=done.returncode,
        )
