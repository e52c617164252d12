"""The door for uploads: cheap checks, about a millisecond, before anything is stored.

It decides by the content; the name only says what the sender believes it is. What
passes here is still hostile: only `reader` may open it, in a process that can be killed.
After the OWASP File Upload cheat sheet.
"""

import unicodedata
import zipfile
import zlib
from io import BytesIO
from pathlib import PurePosixPath

from candidates.cv.values import Kind, Reason, Verdict

MAX_BYTES = 10 * 1024 * 1024
MAX_NAME = 200  # characters
MAX_UNPACKED = 50 * 1024 * 1024
MAX_ENTRIES = 2_000
MAX_RATIO = 150  # unpacked / packed, of one entry larger than RATIO_FROM
RATIO_FROM = 1024 * 1024
HEADER_WITHIN = 1024  # readers accept rubbish before a PDF's header
PROLOGUE = 2048  # bytes in which a document type must be declared

_KINDS = {".pdf": Kind.PDF, ".docx": Kind.DOCX, ".txt": Kind.TXT}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # an encrypted .docx is wrapped in this
_CONTROL = frozenset({"Cc", "Cs", "Zl", "Zp"})
_BIDI = frozenset(  # what turns the direction of writing and can hide a suffix
    "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_BOMS = (b"\xff\xfe", b"\xfe\xff")
_TEXT_CONTROLS = frozenset("\t\n\r\f\v\x1a\x1b\x07\x08")
_ZIP_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    UnicodeError,
    ValueError,
)


def inspect(name: str, data: bytes) -> Verdict:
    """Say which kind of file this is, or why it is refused. Never raises."""
    kind = _kind_by_name(name)
    if isinstance(kind, Reason):
        return Verdict(None, kind)
    reason = _size_fault(data) or content_fault(kind, data)
    return Verdict(None, reason) if reason else Verdict(kind)


def content_fault(kind: Kind, data: bytes) -> Reason | None:
    """Say why these bytes are not of this kind, or are unsafe to unpack."""
    match kind:
        case Kind.PDF:
            return None if b"%PDF-" in data[:HEADER_WITHIN] else Reason.NOT_PDF
        case Kind.DOCX:
            return _docx_fault(data)
        case Kind.TXT:
            return None if decode(data) is not None else Reason.NOT_TEXT


def decode(data: bytes) -> str | None:
    """Decode plain text: UTF-8, UTF-16 with its mark, else Windows-1252. Or None."""
    if data.startswith((b"%PDF-", b"PK\x03\x04", b"{\\rtf", _OLE)):
        return None
    for encoding in ("utf-16",) if data.startswith(_BOMS) else ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return text if _is_written(text) else None
    return None


def _is_written(text: str) -> bool:
    """Tell text from bytes that happen to decode: hardly any control character."""
    if "\0" in text:
        return False
    odd = sum(c < " " and c not in _TEXT_CONTROLS for c in text)
    return odd * 200 <= len(text)


def _kind_by_name(name: str) -> Kind | Reason:
    plain = unicodedata.normalize("NFKC", name)
    if not plain.strip() or len(plain) > MAX_NAME:
        return Reason.NAME
    if any(c in _BIDI or unicodedata.category(c) in _CONTROL for c in plain):
        return Reason.NAME
    suffix = PurePosixPath(plain.replace("\\", "/")).suffix.lower()
    return _KINDS.get(suffix, Reason.EXTENSION)


def _size_fault(data: bytes) -> Reason | None:
    if not data.strip():
        return Reason.EMPTY
    return Reason.TOO_LARGE if len(data) > MAX_BYTES else None


def _docx_fault(data: bytes) -> Reason | None:
    if data.startswith(_OLE):
        # Word wraps a document with a password like this; an old .doc looks the same.
        return (
            Reason.ENCRYPTED if _utf16("EncryptedPackage") in data else Reason.NOT_DOCX
        )
    if not data.startswith(b"PK"):
        return Reason.NOT_DOCX
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _entries_fault(archive.infolist()) or _prologue_fault(archive)
    except _ZIP_FAULTS:
        return Reason.NOT_DOCX


def _entries_fault(entries: list[zipfile.ZipInfo]) -> Reason | None:
    names = [entry.filename for entry in entries]
    if _is_bomb(entries):
        return Reason.BOMB
    if not {"[Content_Types].xml", "word/document.xml"} <= set(names):
        return Reason.NOT_DOCX
    if any(_leads_out(name) for name in names) or len(set(names)) != len(names):
        return Reason.UNSAFE_ARCHIVE
    if any("vbaproject" in name.lower() for name in names):
        return Reason.MACROS
    if any(entry.flag_bits & 1 for entry in entries):
        return Reason.ENCRYPTED
    return None


def _is_bomb(entries: list[zipfile.ZipInfo]) -> bool:
    return (
        len(entries) > MAX_ENTRIES
        or sum(entry.file_size for entry in entries) > MAX_UNPACKED
        or any(_is_bloated(entry) for entry in entries)
    )


def _is_bloated(entry: zipfile.ZipInfo) -> bool:
    return (
        entry.file_size > RATIO_FROM
        and entry.file_size > MAX_RATIO * entry.compress_size
    )


def _leads_out(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or not parts[0] or ":" in parts[0]


def _prologue_fault(archive: zipfile.ZipFile) -> Reason | None:
    """Look for a document type where XML allows one: before the first element."""
    for name in ("[Content_Types].xml", "word/document.xml"):
        with archive.open(name) as part:
            start = part.read(PROLOGUE)
        if any(_declares(start, encoding) for encoding in ("ascii", "utf-16")):
            return Reason.DTD
    return None


def _declares(start: bytes, encoding: str) -> bool:
    return "<!DOCTYPE" in start.decode(encoding, "ignore").upper()


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")
