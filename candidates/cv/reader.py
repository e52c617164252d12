"""Read a file in a process of its own that can be killed (`sandbox`, `child`)."""

import json
import time

from candidates.cv import gate, phones, sandbox
from candidates.cv.values import Kind, Reading, Reason, status_of

READER_VERSION = "3"  # raise it when the same file may read differently

MAX_ANSWER = 16 * 1024 * 1024  # bytes of JSON


def read(data: bytes, kind: Kind, *, home: str = phones.HOME) -> Reading:
    """Return the reading of a file, whatever is in it, within sandbox.WALL seconds.

    `home` is the country of those who read it; see `sections.parse`. Raises SandboxBrokenError or OSError only where no process can be started.
    """
    began = time.monotonic()
    outcome = sandbox.run(
        "child", str(kind), READER_VERSION, home, data=data, most=MAX_ANSWER
    )
    return _reading(outcome, time.monotonic() - began)


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


def _reading(outcome: sandbox.Outcome, seconds: float) -> Reading:
    try:
        raw = json.loads(outcome.answer)
        return Reading.from_json({**raw, "seconds": round(seconds, 3)})
    except (ValueError, KeyError, TypeError):
        heavy = outcome.was_too_heavy or len(outcome.answer) > MAX_ANSWER
        return unread(Reason.TOO_HEAVY if heavy else Reason.DAMAGED, seconds)
