import errno
import fcntl
import hashlib
import http.client
import os
import shutil
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import get_commands
from django.core.management.base import BaseCommand, CommandError

from backoffice_ats.accounts.enums import Role
from backoffice_ats.demo.people import LOGINS
from backoffice_ats.management import web_server
from backoffice_ats.management.commands.services import (
    KEPT,
    RUN_LOCK,
    embedded,
    manage,
)
from backoffice_ats.management.supervisor import Child, Supervisor, end_leftovers
from backoffice_ats.shared.embedded import (
    NEEDED_BYTES,
    Servers,
    ServiceError,
    command_of,
    no_space,
)

READY_WITHIN = 60.0
HIGHEST_PORT = 65535


class Command(BaseCommand):
    """Everything on this machine, until Ctrl-C: servers, worker, sweeper, web."""

    help = "Start Backoffice ATS with its servers, worker and sweeper; stop by Ctrl-C."
    requires_system_checks = []

    def handle(self, **options: Any) -> None:  # noqa: ANN401, ARG002 -- Django's signature
        folder = settings.LOCAL_DIR
        host, port = os.environ.get("HOST", "127.0.0.1"), chosen_port()
        try:
            with the_only_run(folder, f"http://localhost:{port}"):
                (folder / "log").mkdir(exist_ok=True)
                # The last thread of a killed web server holds the port for a moment.
                patience = 5.0 * end_leftovers(folder / "run.pids", command_of)
                check_port(host, port, patience)
                self.serve(Servers(folder), host, port)
        except ServiceError as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            raise CommandError(no_space(folder, 0)) from error

    def say(self, line: str) -> None:
        with suppress(BrokenPipeError):
            self.stdout.write(line)
            self.stdout.flush()

    def serve(self, servers: Servers, host: str, port: int) -> None:
        """Prepare, run until a signal, stop what was started."""
        supervisor = Supervisor(
            processes(servers.folder, host, port),
            pids=servers.folder / "run.pids",
            say=self.say,
            tend=lambda: self.tend(servers),
        )
        try:
            self.prepare(servers)
            began = time.monotonic()
            supervisor.run(until=lambda: ready(host, port) or late(began))
            if not supervisor.stopping:
                self.greet(servers.folder, host, port)
            supervisor.run()
        finally:
            self.say("Stopping…")
            supervisor.stop()
            if not (servers.folder / KEPT).exists():
                servers.stop(**embedded())
            self.say("Stopped. Your data are kept in .local/.")

    def prepare(self, servers: Servers) -> None:
        if any(embedded().values()):
            self.say("Starting PostgreSQL and Valkey…")
            servers.start(**embedded())
        self.migrate(servers)
        self.collect_static(servers.folder)
        self.load_demo(servers.folder)

    def migrate(self, servers: Servers) -> None:
        """Migrate, unless neither code nor embedded database changed since."""
        stamp = servers.folder / "migrate.stamp"
        digest = code_digest()
        if embedded()["database"]:
            digest += f" {(servers.data / 'PG_VERSION').stat().st_mtime_ns}"
            if says(stamp, digest):
                return
        self.say("Preparing the database…")
        manage(servers.folder, "migrate", "--noinput", "--verbosity", "0")
        stamp.write_text(digest, encoding="utf-8")

    def collect_static(self, folder: Path) -> None:
        """Collect again only when a file has changed."""
        stamp = folder / "static.stamp"
        digest = static_digest()
        if settings.STATIC_ROOT.is_dir() and says(stamp, digest):
            return
        if not (settings.BASE_DIR / "node_modules").is_dir():
            raise CommandError(
                "The front-end packages are missing: start with `make run`, or run"
                " `npm ci` first."
            )
        self.say("Collecting style sheets and scripts…")
        manage(folder, "collectstatic", "--noinput", "--clear", "--verbosity", "0")
        stamp.write_text(digest, encoding="utf-8")

    def load_demo(self, folder: Path) -> None:
        """Fill a new database; one that people use is never touched."""
        stamp = folder / "demo.stamp"
        database = os.environ.get("DATABASE_URL", "embedded")
        digest = hashlib.sha256(database.encode()).hexdigest()
        if says(stamp, digest) or "load_demo" not in get_commands():
            return
        if database == "embedded" or not get_user_model().objects.exists():
            self.say("Loading the demo data (once)…")
            manage(folder, "load_demo")
        stamp.write_text(digest, encoding="utf-8")

    def tend(self, servers: Servers) -> None:
        """Start an embedded server again that died under us."""
        wanted = embedded()
        if wanted["database"] and servers.postgres_answers():
            wanted["database"] = False
        if wanted["redis"] and servers.valkey_answers():
            wanted["redis"] = False
        if any(wanted.values()):
            try:
                for name in servers.start(**wanted):
                    self.say(f"{name} had ended and was started again.")
            except ServiceError as error:
                self.say(str(error))

    def greet(self, folder: Path, host: str, port: int) -> None:
        if not ready(host, port):
            self.say(
                f"The web server does not answer yet; see {folder / 'log/web.log'}"
            )
            return
        self.say(f"\nBackoffice ATS is at http://localhost:{port}")
        if logins := demo_logins():
            self.say("Demo logins:")
            width = max(len(role) for role, _, _ in logins)
            mail = max(len(email) for _, email, _ in logins)
            for role, email, password in logins:
                self.say(f"  {role:<{width}}  {email:<{mail}}  {password}")
        self.say(f"Logs are in {folder / 'log'}. Press Ctrl-C to stop.\n")


def chosen_port() -> int:
    text = os.environ.get("PORT") or "8000"
    if not (text.isdigit() and 0 < int(text) <= HIGHEST_PORT):
        raise CommandError(
            f"PORT={text} is not a port: choose a number from 1 to {HIGHEST_PORT}, for"
            " example `PORT=8001 make run`."
        )
    return int(text)


def check_port(host: str, port: int, patience: float) -> None:
    """Raise CommandError where the web server cannot listen within some seconds."""
    until = time.monotonic() + patience
    while (error := bind_error(host, port)) and time.monotonic() < until:
        time.sleep(0.1)
    if isinstance(error, PermissionError):
        raise CommandError(
            f"Port {port} needs root's rights: choose a higher one, for example"
            " `PORT=8000 make run`."
        ) from error
    if error:
        raise CommandError(
            f"Port {port} is in use by another program: choose another one, for"
            f" example `PORT={port % HIGHEST_PORT + 1} make run`."
        ) from error


def bind_error(host: str, port: int) -> OSError | None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with closing(socket.socket(family)) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            return error
    return None


@contextmanager
def the_only_run(folder: Path, address: str) -> Iterator[None]:
    """Hold this checkout's lock; it falls with the process."""
    try:
        folder.mkdir(mode=0o755, parents=True, exist_ok=True)
        file = (folder / RUN_LOCK).open("a+", encoding="utf-8")
    except OSError as error:
        raise CommandError(
            f"{folder} cannot be written ({error.strerror}): run this as the user who"
            " owns the checkout, or delete that folder."
        ) from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.seek(0)
            raise CommandError(
                f"Backoffice ATS already runs from this checkout, at {file.read()}:"
                " use it, or press Ctrl-C there first."
            ) from error
        if shutil.disk_usage(folder).free < NEEDED_BYTES:
            raise CommandError(no_space(folder, shutil.disk_usage(folder).free))
        file.truncate(0)
        file.write(address)
        file.flush()
        yield


def processes(folder: Path, host: str, port: int) -> list[Child]:
    """List what runs beside the servers, each with its command line."""
    python = sys.executable
    environment = {
        **os.environ,
        "ATS_LOCAL": "1",
        "ATS_LOCAL_DIR": str(folder),
        "ATS_DATABASE_ROLE": "app",
        "PYTHONUNBUFFERED": "1",
        "SITE_URL": os.environ.get("SITE_URL", f"http://localhost:{port}"),
    }
    listen = [f"--listen={listen_address(host, port)}"]
    if host == "127.0.0.1" and has_ipv6(port):
        listen.append(f"--listen=[::1]:{port}")
    manage_py = str(settings.BASE_DIR / "manage.py")
    commands = {
        "web server": web_server.command(*listen, "backoffice_ats.wsgi:application"),
        "worker": (
            *(python, "-m", "celery", "--workdir", str(settings.BASE_DIR)),
            *("-A", "backoffice_ats", "worker", "-Q", "intake,ranking,mail"),
            *("-c", "2", "-l", "INFO", "--without-gossip", "--without-mingle"),
        ),
        "sweeper": (python, manage_py, "sweeper"),
    }
    return [
        Child(
            name=name,
            words=words,
            environment={**environment, "ATS_BROKER_TIMEOUT": "5"}
            if name == "worker"
            else environment,
            folder=settings.BASE_DIR,
            log=folder / "log" / f"{name.split()[0]}.log",
        )
        for name, words in commands.items()
    ]


def listen_address(host: str, port: int) -> str:
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def has_ipv6(port: int) -> bool:
    try:
        with closing(socket.socket(socket.AF_INET6)) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("::1", port))
    except OSError:
        return False
    return True


def ready(host: str, port: int) -> bool:
    """Ask the web server whether it serves."""
    reach = "127.0.0.1" if host in {"0.0.0.0", "::"} else host  # noqa: S104 -- compared, not bound
    with closing(http.client.HTTPConnection(reach, port, timeout=5)) as web:
        try:
            web.request("GET", "/healthz", headers={"Host": "localhost"})
            return web.getresponse().status == http.client.OK
        except (OSError, http.client.HTTPException):
            return False


def late(began: float) -> bool:
    return time.monotonic() - began > READY_WITHIN


def says(stamp: Path, digest: str) -> bool:
    try:
        return stamp.read_text(encoding="utf-8") == digest
    except FileNotFoundError:
        return False


def code_digest() -> str:
    """Name the state of our code and of the packages it stands on."""
    digest = hashlib.sha256((settings.BASE_DIR / "requirements.txt").read_bytes())
    for config in sorted(apps.get_app_configs(), key=lambda config: config.path):
        if "site-packages" not in config.path:
            for path in sorted(Path(config.path).rglob("*.py")):
                state = path.stat()
                line = f"{path} {state.st_size} {state.st_mtime_ns}\n"
                digest.update(line.encode())
    return digest.hexdigest()


def static_digest() -> str:
    """Name the state of all static files: paths, sizes and times of change."""
    digest = hashlib.sha256((settings.BASE_DIR / "package-lock.json").read_bytes())
    digest.update(str(settings.STATIC_ROOT).encode())
    for finder in get_finders():
        for path, storage in finder.list([".*"]):
            state = Path(storage.path(path)).stat()
            digest.update(f"{path} {state.st_size} {state.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def demo_logins() -> list[tuple[str, str, str]]:
    """Return role, e-mail address and password of the demo's people, one per role."""
    return [
        (str(Role(role).label), email, password)
        for role, _name, email, password in LOGINS
    ]
