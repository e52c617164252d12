"""Several CVs in one file: what a zip holds, taken out without trusting it. Pure."""

import zipfile
import zlib
from io import BytesIO
from pathlib import PurePosixPath

from candidates.cv.gate import MAX_BYTES

MOST = 200  # files of a bundle
MAX_UNPACKED = 100 * 1024 * 1024
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,  # a password
    UnicodeError,
    ValueError,
)


class BundleError(Exception):
    """It cannot be unpacked; `reason` is "damaged", "many" or "large"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def is_bundle(name: str, data: bytes) -> bool:
    return name.lower().endswith(".zip") and data.startswith(b"PK")


def unpack(data: bytes) -> list[tuple[str, bytes]]:
    """Return the files of a zip by their bare names, in its order.

    Folders, hidden files and what a Mac adds are left. A file that says it is larger
    than a CV may be is cut there, so that the gate refuses it. Raises BundleError.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if _is_file(entry)]
            if len(entries) > MOST:
                raise BundleError("many")
            if sum(min(one.file_size, MAX_BYTES + 1) for one in entries) > MAX_UNPACKED:
                raise BundleError("large")
            return [(_bare(one), _read(archive, one)) for one in entries]
    except _FAULTS as error:
        raise BundleError("damaged") from error


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Read no more than one byte too many, whatever the entry says of its size."""
    with archive.open(entry) as file:
        return file.read(MAX_BYTES + 1)


def _bare(entry: zipfile.ZipInfo) -> str:
    return PurePosixPath(entry.filename.replace("\\", "/")).name


def _is_file(entry: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(entry.filename.replace("\\", "/")).parts
    hidden = any(part.startswith((".", "__MACOSX")) for part in parts)
    return bool(parts) and not entry.is_dir() and not hidden
