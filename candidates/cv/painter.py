"""The process that draws a PDF: run by `drawing` in the `sandbox`.

Answers the parts that `drawing` reads, each as soon as it is there, so that a page that
kills this process costs no other.
"""

import ctypes
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any, BinaryIO

from candidates.cv import limits, private

WIDTH = 1_240  # pixels: an A4 page at 150 dots per inch
MAX_HEIGHT = 3_500
COVER = (190, 190, 190)  # grey that no paper has
COLOURS = 64  # enough for print; a page takes a third of the space
SCAN = 0.5  # of a page: a larger picture is the page itself, not a photograph
ENOUGH = limits.CPU * 0.7  # seconds of processor time: no page is begun after

_ROOT_KEYS = (
    *("/OpenAction", "/AA", "/AF", "/Names", "/AcroForm", "/Collection", "/Metadata"),
    *("/Perms", "/URI", "/Outlines", "/Threads"),
)
_PAGE_KEYS = ("/AA", "/AF", "/Annots")
_ACTIONS = frozenset(
    f"/{name}"
    for name in (
        *("JavaScript", "Launch", "URI", "SubmitForm", "ImportData", "ResetForm"),
        *("GoToR", "GoToE", "Rendition", "Movie", "Sound", "RichMediaExecute"),
    )
)


def main(most: str) -> None:
    """Read a PDF from standard input and answer its copy and at most `most` pages."""
    with limits.confine() as out:
        data = sys.stdin.buffer.read()
        _try(lambda: _say(out, _tame(data), part="copy"))
        _try(lambda: _draw(out, data, int(most)))
    os._exit(0)  # nothing to tidy up, and a parser's leftovers need not run


def _try(work: Callable[[], None]) -> None:
    try:
        work()
    except Exception:  # noqa: BLE001 -- parsers of hostile files raise anything
        return


def _say(out: BinaryIO, data: bytes, **head: object) -> None:
    out.write(json.dumps({**head, "size": len(data)}).encode() + b"\n" + data)
    out.flush()


# ---- the copy ----


def _tame(data: bytes) -> bytes:
    """Return the PDF without what could act: scripts, links, attachments, forms.

    What was filled into a form becomes part of the page. The file is
    written anew, so nothing that stood before or after it stays.
    """
    import pikepdf  # noqa: PLC0415 -- here alone, and only when the limits are set

    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.flatten_annotations("print")
        _drop(pdf.Root, _ROOT_KEYS)
        for page in pdf.pages:
            _drop(page, _PAGE_KEYS)
        _drop(pdf.trailer, ("/Info",))
        # What another object still points at, as tags for a reader's ear do.
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary):
                if str(thing.get("/S")) in _ACTIONS:
                    _drop(thing, tuple(thing.keys()))
                elif "/EF" in thing:
                    _drop(thing, ("/EF",))
        out = BytesIO()
        pdf.save(out, encryption=False)
    return out.getvalue()


def _drop(thing: Any, keys: tuple[str, ...]) -> None:  # noqa: ANN401 -- pikepdf's
    for key in keys:
        if key in thing:
            del thing[key]


# ---- the pictures ----


def _draw(out: BinaryIO, data: bytes, most: int) -> None:
    import pypdfium2  # noqa: PLC0415 -- here alone, and only when the limits are set

    pdf = pypdfium2.PdfDocument(data)
    pdf.init_forms()
    _say(out, b"", part="total", pages=len(pdf))
    for number in range(min(len(pdf), most)):
        if time.process_time() > ENOUGH:
            return
        image = _picture(pdf[number])
        packed = BytesIO()
        image.quantize(COLOURS, method=2).save(packed, "PNG")
        width, height = image.size
        _say(out, packed.getvalue(), part="page", width=width, height=height)


def _picture(page: Any) -> Any:  # noqa: ANN401 -- pypdfium2 and Pillow, both untyped here
    """Draw one page, with what is nobody's business covered."""
    from PIL import ImageDraw  # noqa: PLC0415

    _hide_photographs(page)
    covered = list(_private_boxes(page))
    width, height = page.get_size()
    scale = min(WIDTH / width, MAX_HEIGHT / height)
    image = page.render(scale=scale).to_pil().convert("RGB")
    pen = ImageDraw.Draw(image)
    for box in covered:
        pen.rectangle(_on_picture(page, image.size, box), fill=COVER)
    return image


def _hide_photographs(page: Any) -> None:  # noqa: ANN401
    """Leave out every picture that is not most of the page, as a scan is."""
    from pypdfium2 import raw  # noqa: PLC0415

    width, height = page.get_size()
    for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = picture.get_bounds()
        if (right - left) * (top - bottom) < SCAN * width * height:
            raw.FPDFPageObj_SetIsActive(picture.raw, 0)


def _private_boxes(page: Any) -> Iterator[tuple[float, ...]]:  # noqa: ANN401
    """Find where birth dates and the like stand: left, bottom, right, top in points."""
    from pypdfium2 import raw  # noqa: PLC0415

    letters = page.get_textpage()
    codes = [
        raw.FPDFText_GetUnicode(letters.raw, n) for n in range(letters.count_chars())
    ]
    # One sign for each number, so that places in the text are places on the page.
    text = "".join(chr(code) if 0 < code <= sys.maxunicode else " " for code in codes)
    for start, end in private.spans(text.replace("\r", "\n")):
        for n in range(letters.count_rects(start, end - start)):
            yield letters.get_rect(n)


def _on_picture(
    page: Any,  # noqa: ANN401
    size: tuple[int, int],
    box: tuple[float, ...],
) -> tuple[int, int, int, int]:
    """Turn points of the page, however it is rotated or cropped, into pixels."""
    from pypdfium2 import raw  # noqa: PLC0415

    corners = []
    for x, y in (box[:2], box[2:]):
        right, down = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(page.raw, 0, 0, *size, 0, x, y, right, down)
        corners.append((right.value, down.value))
    (a, b), (c, d) = corners
    return min(a, c) - 2, min(b, d) - 2, max(a, c) + 2, max(b, d) + 2
