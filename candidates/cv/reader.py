"""Read a file in a process of its own that can be killed.

Parsers of PDF and DOCX take minutes, gigabytes or a crash from a file made for it, so
none is ever imported here: `child` is, in another process and session, without our
environment, under limits of memory, processor time, file size and open files. This
works as root, as an ordinary user and within a Celery worker's daemonic process.
"""

import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import IO

from candidates.cv import gate
from candidates.cv.values import Kind, Reading, Reason, status_of

READER_VERSION = "2"  # raise it when the same file may read differently

WALL = 15.0  # seconds
MAX_ANSWER = 16 * 1024 * 1024  # bytes of JSON

_ROOT = str(Path(__file__).resolve().parents[2])
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]);"
    " from candidates.cv import child; child.main(*sys.argv[2:])"
)
_KEPT = ("LD_LIBRARY_PATH", "SYSTEMROOT")  # what an interpreter may need to start
_HEAVY = {-signal.SIGKILL, -signal.SIGXCPU, -signal.SIGXFSZ}


class ReaderBrokenError(Exception):
    """The child could not start: the installation is at fault, not the file."""


def read(data: bytes, kind: Kind) -> Reading:
    """Return the reading of a file, whatever is in it, within WALL seconds.

    Raises ReaderBrokenError or OSError only where no process can be started.
    """
    began = time.monotonic()
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as said:
        given.write(data)
        given.seek(0)
        answer, code = _run(kind, given, said)
        if not answer and code == 1:
            said.seek(0)
            raise ReaderBrokenError(said.read(65_536).decode(errors="replace")[-2_000:])
    return _reading(answer, code, time.monotonic() - began)


def read_file(name: str, data: bytes) -> Reading:
    """Pass a file through the gate and read it; a refusal is a reading too."""
    verdict = gate.inspect(name, data)
    if verdict.kind is None:
        return unread(verdict.reason or Reason.DAMAGED)
    return read(data, verdict.kind)


def unread(reason: Reason, seconds: float = 0.0) -> Reading:
    """Return the reading of a file from which nothing came, for this reason."""
    return Reading(
        status=status_of(reason),
        reason=reason,
        text="",
        pages=0,
        resume=None,
        seconds=round(seconds, 3),
        reader_version=READER_VERSION,
    )


def _run(kind: Kind, given: IO[bytes], said: IO[bytes]) -> tuple[bytes, int | None]:
    """Return what the child answered and its exit code, None if time was up."""
    deadline = time.monotonic() + WALL
    child = subprocess.Popen(  # noqa: S603 -- our own interpreter and module; the file is its input
        [sys.executable, "-I", "-c", _START, _ROOT, kind, READER_VERSION],
        stdin=given,
        stdout=subprocess.PIPE,
        stderr=said,
        cwd="/",
        env={name: os.environ[name] for name in _KEPT if name in os.environ},
        start_new_session=True,
    )
    try:
        answer = _listen(child, deadline)
        ended = len(answer) <= MAX_ANSWER and _has_ended(child.pid, deadline)
    finally:
        # Before it is waited for, its number cannot belong to another process.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)  # its whole session, whatever it began
        code = child.wait()
        if child.stdout:
            child.stdout.close()
    return answer, code if ended else None


def _has_ended(pid: int, deadline: float) -> bool:
    """Wait until the child is over, without taking its exit code yet."""
    options = os.WEXITED | os.WNOWAIT | os.WNOHANG
    while os.waitid(os.P_PID, pid, options) is None:
        if time.monotonic() > deadline:
            return False
        time.sleep(0.001)
    return True


def _listen(child: "subprocess.Popen[bytes]", deadline: float) -> bytes:
    """Read the answer to its end, to its limit or to the deadline."""
    if child.stdout is None:
        return b""
    pipe = child.stdout.fileno()
    poll = select.poll()
    poll.register(pipe, select.POLLIN | select.POLLHUP)
    answer = bytearray()
    while (left := deadline - time.monotonic()) > 0 and len(answer) <= MAX_ANSWER:
        if poll.poll(left * 1000):
            chunk = os.read(pipe, 65_536)
            if not chunk:
                break
            answer += chunk
    return bytes(answer)


def _reading(answer: bytes, code: int | None, seconds: float) -> Reading:
    try:
        raw = json.loads(answer)
        return Reading.from_json({**raw, "seconds": round(seconds, 3)})
    except (ValueError, KeyError, TypeError):
        heavy = code is None or code in _HEAVY or len(answer) > MAX_ANSWER
        return unread(Reason.TOO_HEAVY if heavy else Reason.DAMAGED, seconds)
