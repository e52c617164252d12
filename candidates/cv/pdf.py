"""Text out of a PDF. Only the reader's child process imports this module."""

from io import BytesIO
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader
from pypdf.errors import (
    DependencyError,
    FileNotDecryptedError,
    LimitReachedError,
)

from candidates.cv import columns, drawn
from candidates.cv import page as layout
from candidates.cv.clean import MAX_CHARACTERS
from candidates.cv.fault import FaultError
from candidates.cv.values import Reason

if TYPE_CHECKING:
    from pypdf import PageObject

MAX_PAGES = 200
PARSED_PAGES = 30
SPARSE = 200  # letters of a page below which the plain order is tried as well
PICTURE = 400_000  # pixels: a scanned page, not a portrait


def text_of(data: bytes) -> tuple[str, int]:
    """Return text and number of pages; raises FaultError.

    A file that is too damaged for the parser is mended and tried once more.
    """
    try:
        return _read(data)
    except FaultError as fault:
        if fault.reason is not Reason.DAMAGED:
            raise
    return _read(_mended(data))


def _mended(data: bytes) -> bytes:
    """Have qpdf rebuild the table of objects and write the file anew."""
    import pikepdf  # noqa: PLC0415 -- few files need it, and every child would load it

    mended = BytesIO()
    try:
        with pikepdf.open(BytesIO(data)) as document:
            document.save(mended)
    except pikepdf.PasswordError as fault:
        raise FaultError(Reason.ENCRYPTED) from fault
    except pikepdf.PdfError as fault:
        raise FaultError(Reason.DAMAGED) from fault
    return mended.getvalue()


def _read(data: bytes) -> tuple[str, int]:
    document, count = _opened(data)
    if count > MAX_PAGES:
        raise FaultError(Reason.TOO_MANY_PAGES)
    if not count:
        raise FaultError(Reason.DAMAGED)
    return _text(document, count), count


def _unlock(document: PdfReader) -> None:
    """Open with the empty password, as every viewer does."""
    if document.is_encrypted and not document.decrypt(""):
        raise FaultError(Reason.ENCRYPTED)


def _opened(data: bytes) -> tuple[PdfReader, int]:
    try:
        document = PdfReader(BytesIO(data), strict=False)
        _unlock(document)
        return document, len(document.pages)
    except (FaultError, MemoryError):
        raise
    except (DependencyError, FileNotDecryptedError) as fault:
        raise FaultError(Reason.ENCRYPTED) from fault
    except LimitReachedError as fault:
        raise FaultError(Reason.TOO_HEAVY) from fault
    except Exception as fault:
        raise FaultError(Reason.DAMAGED) from fault


def _text(document: PdfReader, count: int) -> str:
    texts: list[str] = []
    fonts: dict[int, drawn.Type] = {}
    fault: Exception | None = None
    for number in range(min(count, PARSED_PAGES)):
        try:
            texts.append(_page_text(document.pages[number], fonts))
        except (FileNotDecryptedError, DependencyError) as locked:
            raise FaultError(Reason.ENCRYPTED) from locked
        except MemoryError:
            raise
        except Exception as caught:  # noqa: BLE001 -- one broken page must not lose the others
            fault = caught
        if sum(map(len, texts)) > MAX_CHARACTERS:
            break
    if fault is not None and not any(text.strip() for text in texts):
        heavy = isinstance(fault, LimitReachedError)
        raise FaultError(Reason.TOO_HEAVY if heavy else Reason.DAMAGED) from fault
    text = "\n\n".join(texts)
    if _letters(text) < SPARSE * len(texts) and _is_scan(document, text, len(texts)):
        raise FaultError(Reason.NO_TEXT)
    return text


def _page_text(page: "PageObject", fonts: dict[int, drawn.Type]) -> str:
    """Read by place on the page; in other ways where that gives little."""
    text = ""
    try:
        placed = layout.lines_of(drawn.pieces_of(page, fonts))
        text = layout.signed(placed)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 -- the library's own ways may still work
        text = ""
    if _letters(text) < SPARSE:
        for other in (_gridded, _in_order):
            plain = other(page)
            if _letters(plain) > 2 * _letters(text):
                return plain
    return text


def _gridded(page: "PageObject") -> str:
    """Read as the library lays a page out; empty where it cannot."""
    try:
        placed = page.extract_text(extraction_mode="layout")
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 -- the plain order may still work
        return ""
    return "\n".join(columns.in_reading_order(placed.split("\n")))


def _in_order(page: "PageObject") -> str:
    return page.extract_text()


def _is_scan(document: PdfReader, text: str, pages: int) -> bool:
    """Tell a scan with a stray caption from a short CV: pictures as large as pages."""
    if _letters(text) > 60 * pages:
        return False
    try:
        return any(_has_scan(document.pages[number]) for number in range(pages))
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 -- a broken picture is no picture
        return False


def _has_scan(page: "PageObject") -> bool:
    resources: Any = page.get("/Resources")
    objects: Any = resources.get_object().get("/XObject", {}) if resources else {}
    for name in objects.get_object() if objects else ():
        thing = objects.get_object()[name].get_object()
        if thing.get("/Subtype") == "/Image":
            return bool(int(thing["/Width"]) * int(thing["/Height"]) > PICTURE)
    return False


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))
