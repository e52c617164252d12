"""The process that opens files: started by `reader`, limited, expected to be killed.

Takes the kind as its argument and the file on standard input; answers one JSON object,
a `values.Reading`, on standard output. Web and worker processes never import this.
"""

import gc
import json
import logging
import os
import resource
import sys
from typing import TYPE_CHECKING

from candidates.cv import gate, sections
from candidates.cv.clean import signed_clean
from candidates.cv.fault import FaultError
from candidates.cv.looks import taken_off
from candidates.cv.values import Kind, Reading, Reason, status_of

if TYPE_CHECKING:
    from collections.abc import Callable

MEMORY = 1024**3  # bytes of address space
CPU = 10  # seconds
FILE = 50 * 1024 * 1024
OPEN_FILES = 64
LETTERS = 10  # fewer are not a CV's text

_LIMITS = {
    resource.RLIMIT_AS: MEMORY,
    resource.RLIMIT_CPU: CPU,
    resource.RLIMIT_FSIZE: FILE,
    resource.RLIMIT_NOFILE: OPEN_FILES,
    resource.RLIMIT_CORE: 0,
}


def main(kind: str, version: str) -> None:
    """Read standard input under the limits and print the reading."""
    for limit, most in _LIMITS.items():
        _, hard = resource.getrlimit(limit)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(limit, (allowed, allowed))
    gc.disable()  # a process this short only loses by collecting
    logging.disable(logging.CRITICAL)
    answer = os.dup(1)
    os.dup2(2, 1)  # a parser that prints must not garble the answer
    reading = _read(Kind(kind), sys.stdin.buffer.read(), version)
    packed = json.dumps(reading.to_json(), ensure_ascii=False).encode(
        "utf-8", "replace"
    )
    with os.fdopen(answer, "wb") as out:
        out.write(packed)
    os._exit(0)  # nothing to tidy up, and a parser's leftovers need not run


def _read(kind: Kind, data: bytes, version: str) -> Reading:
    _spare_imports(data)
    text_of = _parser(kind)  # imported outside the guard: a broken installation is loud
    text, pages, resume, reason = "", 0, None, gate.content_fault(kind, data)
    if reason is None:
        try:
            raw, pages = text_of(data)
            text, looks = taken_off(signed_clean(raw))
            resume = sections.parse(text, looks)
            reason = None if _is_legible(text) else Reason.NO_TEXT
        except FaultError as fault:
            reason = fault.reason
        except MemoryError:
            reason = Reason.TOO_HEAVY
        except Exception:  # noqa: BLE001 -- parsers of hostile files raise anything
            reason = Reason.DAMAGED
    return Reading(
        status=status_of(reason),
        reason=reason,
        text="" if reason else text,
        pages=pages,
        resume=None if reason else resume,
        seconds=0.0,
        reader_version=version,
    )


def _spare_imports(data: bytes) -> None:
    """Keep the PDF library from loading what this file has no use for.

    Ciphers take a fifth of the time of a reading; a locked file names its lock in the
    clear. Pictures are never looked at.
    """
    sys.modules["PIL"] = None  # type: ignore[assignment]
    if b"/Encrypt" not in data:
        sys.modules["cryptography"] = None  # type: ignore[assignment]


def _is_legible(text: str) -> bool:
    """Say whether there are words: enough letters, and not lost among other signs."""
    letters = sum(map(str.isalpha, text))
    return letters >= LETTERS and letters * 4 >= len("".join(text.split()))


def _parser(kind: Kind) -> "Callable[[bytes], tuple[str, int]]":
    """Import the one parser that is needed: it is half of the time of a reading."""
    match kind:
        case Kind.PDF:
            from candidates.cv import pdf  # noqa: PLC0415 -- one parser per process

            return pdf.text_of
        case Kind.DOCX:
            from candidates.cv import docx  # noqa: PLC0415 -- one parser per process

            return docx.text_of
        case Kind.TXT:
            return lambda data: (gate.decode(data) or "", 0)
