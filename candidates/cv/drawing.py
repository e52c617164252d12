"""A PDF as people may look at it: its pages as pictures, and a copy that does nothing.

Both are made in a process of their own (`sandbox`, `painter`). That process has opened
a stranger's file, so what it answers is checked as a stranger's would be.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from candidates.cv import sandbox

MAX_PAGES = 30
MAX_ANSWER = 64 * 1024 * 1024  # bytes
MAX_SIDE = 5_000  # pixels

_PNG = b"\x89PNG\r\n\x1a\n"
_PDF = b"%PDF-"


@dataclass(frozen=True)
class Picture:
    """One page as a PNG."""

    width: int  # pixels
    height: int
    png: bytes


@dataclass(frozen=True)
class Drawing:
    """What could be made of a file: in the worst case nothing."""

    copy: bytes  # the PDF without scripts, links and attachments; empty if none
    pictures: tuple[Picture, ...]  # of its first pages, in order
    total: int  # pages in the file; 0 where it does not open


def draw(data: bytes) -> Drawing:
    """Draw a PDF, whatever is in it, within sandbox.WALL seconds.

    What was done before a process was killed counts. Photographs, birth dates and what
    else is nobody's business (`private`) are covered on the pictures, not in the copy.
    Raises SandboxBrokenError or OSError only where no process can be started.
    """
    outcome = sandbox.run("painter", str(MAX_PAGES), data=data, most=MAX_ANSWER)
    copy, total = b"", 0
    pictures: list[Picture] = []
    for head, part in _parts(outcome.answer):
        match head:
            case {"part": "copy"} if part.startswith(_PDF):
                copy = part
            case {"part": "total", "pages": int(pages)}:
                total = min(max(pages, 0), 32_767)
            case {"part": "page", "width": int(width), "height": int(height)} if (
                part.startswith(_PNG)
                and 0 < width <= MAX_SIDE
                and 0 < height <= MAX_SIDE
                and len(pictures) < MAX_PAGES
            ):
                pictures.append(Picture(width, height, part))
    return Drawing(copy, tuple(pictures), max(total, len(pictures)))


def _parts(answer: bytes) -> Iterator[tuple[dict[str, object], bytes]]:
    """Take the answer apart: a line of JSON with its size, then as many bytes."""
    at = 0
    while (end := answer.find(b"\n", at)) >= 0:
        try:
            head = json.loads(answer[at:end])
            size = head["size"]
        except (ValueError, KeyError, TypeError):
            return
        if not isinstance(size, int) or size < 0 or end + 1 + size > len(answer):
            return
        at = end + 1 + size
        yield head, answer[end + 1 : at]
