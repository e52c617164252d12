"""The process that reads files: run by `reader` in the `sandbox`.

Takes the kind as its argument and the file on standard input; answers one JSON object,
a `values.Reading`, on standard output. Web and worker processes never import this.
"""

import json
import os
import sys
from typing import TYPE_CHECKING

from candidates.cv import gate, limits, sections
from candidates.cv.clean import signed_clean
from candidates.cv.fault import FaultError
from candidates.cv.looks import taken_off
from candidates.cv.values import Kind, Reading, Reason, status_of

if TYPE_CHECKING:
    from collections.abc import Callable

LETTERS = 10  # fewer are not a CV's text


def main(kind: str, version: str, home: str) -> None:
    """Read standard input under the limits and print the reading."""
    with limits.confine() as out:
        reading = _read(Kind(kind), sys.stdin.buffer.read(), version, home)
        packed = json.dumps(reading.to_json(), ensure_ascii=False)
        out.write(packed.encode("utf-8", "replace"))
    os._exit(0)  # nothing to tidy up, and a parser's leftovers need not run


def _read(kind: Kind, data: bytes, version: str, home: str) -> Reading:
    _spare_imports(data)
    text_of = _parser(kind)  # imported outside the guard: a broken installation is loud
    text, pages, resume, reason = "", 0, None, gate.content_fault(kind, data)
    if reason is None:
        try:
            raw, pages = text_of(data)
            text, looks = taken_off(signed_clean(raw))
            resume = sections.parse(text, looks, home=home)
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
