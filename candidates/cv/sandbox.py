"""A process of its own for a stranger's file: limited, watched, expected to be killed.

Parsers of PDF and DOCX take minutes, gigabytes or a crash from a file made for it, so
none is ever imported by the web or a worker: each is in another process and session,
without our environment, under limits of memory, processor time, file size and open
files. This works as root, as an ordinary user and within a Celery worker's daemonic
process.
"""

import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

WALL = 15.0  # seconds
_ROOT = str(Path(__file__).resolve().parents[2])
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]);"
    " from importlib import import_module;"
    " import_module(sys.argv[2]).main(*sys.argv[3:])"
)
_KEPT = ("LD_LIBRARY_PATH", "SYSTEMROOT")  # what an interpreter may need to start
_HEAVY = {-signal.SIGKILL, -signal.SIGXCPU, -signal.SIGXFSZ}


class SandboxBrokenError(Exception):
    """The child could not start: the installation is at fault, not the file."""


@dataclass(frozen=True)
class Outcome:
    """What a child answered, and how it ended."""

    answer: bytes
    code: int | None  # None where its time was up or its answer was too long

    @property
    def was_too_heavy(self) -> bool:
        return self.code is None or self.code in _HEAVY


def run(module: str, *args: str, data: bytes, most: int) -> Outcome:
    """Run `main(*args)` of a module of `candidates.cv` on a file, at most WALL seconds.

    The child reads `data` from standard input and answers on standard output, at most
    `most` bytes. Raises SandboxBrokenError or OSError only where no process can start.
    """
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as said:
        given.write(data)
        given.seek(0)
        outcome = _run(f"candidates.cv.{module}", args, given, said, most)
        if not outcome.answer and outcome.code == 1:
            said.seek(0)
            text = said.read(65_536).decode(errors="replace")
            raise SandboxBrokenError(text[-2_000:])
    return outcome


def _run(
    module: str, args: tuple[str, ...], given: IO[bytes], said: IO[bytes], most: int
) -> Outcome:
    deadline = time.monotonic() + WALL
    child = subprocess.Popen(  # noqa: S603 -- our own interpreter and module; the file is its input
        [sys.executable, "-I", "-c", _START, _ROOT, module, *args],
        stdin=given,
        stdout=subprocess.PIPE,
        stderr=said,
        cwd="/",
        env={name: os.environ[name] for name in _KEPT if name in os.environ},
        start_new_session=True,
    )
    try:
        answer = _listen(child, deadline, most)
        ended = len(answer) <= most and _has_ended(child.pid, deadline)
    finally:
        # Before it is waited for, its number cannot belong to another process.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)  # its whole session, whatever it began
        code = child.wait()
        if child.stdout:
            child.stdout.close()
    return Outcome(answer, code if ended else None)


def _has_ended(pid: int, deadline: float) -> bool:
    """Wait until the child is over, without taking its exit code yet."""
    options = os.WEXITED | os.WNOWAIT | os.WNOHANG
    while os.waitid(os.P_PID, pid, options) is None:
        if time.monotonic() > deadline:
            return False
        time.sleep(0.001)
    return True


def _listen(child: "subprocess.Popen[bytes]", deadline: float, most: int) -> bytes:
    """Read the answer to its end, to its limit or to the deadline."""
    if child.stdout is None:
        return b""
    pipe = child.stdout.fileno()
    poll = select.poll()
    poll.register(pipe, select.POLLIN | select.POLLHUP)
    answer = bytearray()
    while (left := deadline - time.monotonic()) > 0 and len(answer) <= most:
        if poll.poll(left * 1000):
            chunk = os.read(pipe, 65_536)
            if not chunk:
                break
            answer += chunk
    return bytes(answer)
