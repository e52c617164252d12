"""Keep a handful of processes alive until somebody says stop."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

LONGEST_PAUSE = 30.0
HEALTHY_AFTER = 60.0  # a process that lived this long starts again at once
GRACE = 10.0
OURS = ("backoffice_ats", "manage.py sweeper")
LARGEST_LOG = 10 * 1024 * 1024


@dataclass(slots=True)
class Child:
    """One process that must run, with its own log and its own process group."""

    name: str
    words: Sequence[str]
    environment: dict[str, str]
    folder: Path
    log: Path
    process: subprocess.Popen[bytes] | None = None
    failures: int = 0
    began: float = 0.0
    start_at: float = field(default_factory=time.monotonic)

    def start(self) -> None:
        if self.log.exists() and self.log.stat().st_size > LARGEST_LOG:
            self.log.replace(self.log.with_suffix(".log.1"))
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(  # noqa: S603 -- our own words
                self.words,
                env=self.environment,
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C reaches us, we tell them in order
            )
        self.began = time.monotonic()

    def look(self) -> str:
        """Start what is due and notice an end; returns a line when one ended."""
        now = time.monotonic()
        if self.process is None:
            if now >= self.start_at:
                self.start()
            return ""
        code = self.process.poll()
        if code is None:
            return ""
        self.signal(signal.SIGKILL)  # what it left behind
        self.process = None
        self.failures = 1 if now - self.began > HEALTHY_AFTER else self.failures + 1
        pause = min(2.0 ** (self.failures - 1), LONGEST_PAUSE)
        self.start_at = now + pause
        how = f"signal {-code}" if code < 0 else f"code {code}"
        return (
            f"The {self.name} ended ({how}); starting it again in {pause:.0f} s."
            f" Its log: {self.log}"
        )

    def signal(self, number: signal.Signals) -> None:
        """Tell the process, or with SIGKILL its whole group."""
        if self.process is None:
            return
        with suppress(ProcessLookupError, PermissionError):
            if number == signal.SIGKILL:
                os.killpg(self.process.pid, number)
            else:
                os.kill(self.process.pid, number)


class Supervisor:
    """Runs children until a signal arrives, then stops them.

    `say` gets one line per event; `tend` is called about every two seconds and may
    heal what is not a child.
    """

    def __init__(
        self,
        children: Sequence[Child],
        *,
        pids: Path,
        say: Callable[[str], None],
        tend: Callable[[], None],
    ) -> None:
        self.children = children
        self.pids = pids
        self.say = say
        self.tend = tend
        self.signals = 0
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._signalled)

    def _signalled(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 -- a signal handler's signature
        self.signals += 1

    @property
    def stopping(self) -> bool:
        return self.signals > 0

    def run(self, *, until: Callable[[], bool] = lambda: False) -> None:
        """Watch the children until a signal arrives or `until()` holds."""
        tend_at = time.monotonic() + 2
        while not self.stopping and not until():
            self._look()
            if time.monotonic() > tend_at:
                self.tend()
                tend_at = time.monotonic() + 2
            time.sleep(0.1)

    def _look(self) -> None:
        for child in self.children:
            before = child.process
            if line := child.look():
                self.say(line)
            if child.process is not before:
                self._write_pids()

    def _write_pids(self) -> None:
        running = [str(c.process.pid) for c in self.children if c.process]
        self.pids.write_text("\n".join(running), encoding="utf-8")

    def stop(self) -> None:
        """Ask politely, wait ten seconds (a further signal shortens it), then kill."""
        told = self.signals
        for child in self.children:
            child.signal(signal.SIGTERM)
        until = time.monotonic() + GRACE
        while time.monotonic() < until and self.signals <= max(told, 1):
            if all(
                c.process is None or c.process.poll() is not None for c in self.children
            ):
                break
            time.sleep(0.05)
        for child in self.children:
            child.signal(signal.SIGKILL)
            if child.process is not None:
                child.process.wait()
        self.pids.unlink(missing_ok=True)


def end_leftovers(pids: Path, command_of: Callable[[int], str]) -> bool:
    """End the children of a supervisor that was killed; say whether there were any.

    A number may belong to another program by now: the command line tells ours.
    """
    try:
        words = pids.read_text(encoding="utf-8").split()
    except FileNotFoundError:
        return False
    ours = [
        pid
        for pid in map(int, filter(str.isdigit, words))
        if any(mark in command_of(pid) for mark in OURS)
    ]
    for pid in ours:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(pid, signal.SIGKILL)
    until = time.monotonic() + GRACE
    while any(command_of(pid) for pid in ours) and time.monotonic() < until:
        time.sleep(0.05)
    pids.unlink(missing_ok=True)
    return bool(ours)
