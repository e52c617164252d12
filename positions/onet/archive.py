"""Open the zip of a release and read its tables, without trusting a byte of it.

Nothing is ever written to disk, names inside the zip are only compared, and every size
is capped before and while reading.
"""

from __future__ import annotations

import lzma
import re
import zipfile
import zlib
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MEGABYTE = 1024 * 1024
LARGEST_ZIP = 200 * MEGABYTE  # release 27.0 has 11
LARGEST_WHOLE = 600 * MEGABYTE  # of all files unpacked
LARGEST_FILE = 64 * MEGABYTE  # of one file unpacked that is read
MOST_FILES = 1_000
DEEPEST = 2  # a file lies at the top or in one folder

_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,  # a compression that nobody uses here
    RuntimeError,  # encrypted
    OSError,
    ValueError,
    OverflowError,
    IndexError,
)
# Nobody types these into a table; the database refuses the first of them.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class OnetFileError(Exception):
    """The file is not a usable release. `sentence` says what is wrong, on one line."""

    def __init__(self, sentence: str) -> None:
        self.sentence = " ".join(sentence.split())
        super().__init__(self.sentence)


class Archive:
    """The files of an open zip, found by their plain name."""

    def __init__(self, opened: zipfile.ZipFile) -> None:
        self._zip = opened
        self._members = _members(opened.infolist())

    def __contains__(self, name: object) -> bool:
        return name in self._members

    @property
    def folders(self) -> set[str]:
        """Names of the folders that the files lie in."""
        return {
            PurePosixPath(member.filename).parent.name
            for member in self._members.values()
        }

    def text(self, name: str) -> str:
        """Return a file's text. Raises OnetFileError when it cannot be had."""
        member = self._members.get(name)
        if member is None:
            raise OnetFileError(
                f"“{name}” is missing from the zip: take the “Text” download of the"
                " O*NET database, whole and unchanged."
            )
        return _decoded(name, self._bytes(name, member))

    def _bytes(self, name: str, member: zipfile.ZipInfo) -> bytes:
        if member.flag_bits & 1:
            raise OnetFileError(f"“{name}” is locked with a password.")
        try:
            # What a member says of its size may be a lie, so reading stops at the cap.
            with self._zip.open(member) as stream:
                content = stream.read(LARGEST_FILE + 1)
        except _DAMAGE as error:
            raise OnetFileError(
                f"“{name}” is damaged inside the zip ({_short(error)}): download the"
                " file again."
            ) from error
        if len(content) > LARGEST_FILE:
            raise OnetFileError(
                f"“{name}” is larger than {LARGEST_FILE // MEGABYTE} MB unpacked: this"
                " is not an O*NET download."
            )
        return content


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """Open a zip. Raises OnetFileError for anything that is not a harmless one."""
    try:
        if path.exists() and not path.is_file():
            raise OnetFileError(f"{path} is not a file.")
        if path.stat().st_size > LARGEST_ZIP:
            raise OnetFileError(
                f"{path} is larger than {LARGEST_ZIP // MEGABYTE} MB: this is not an"
                " O*NET download."
            )
        unpacked = zipfile.ZipFile(path)
    except OSError as error:
        raise OnetFileError(f"{path} cannot be read ({error.strerror}).") from error
    except _DAMAGE as error:
        raise OnetFileError(
            f"{path} is not a zip file, or only part of one: download it again."
        ) from error
    with unpacked:
        yield Archive(unpacked)


def _members(infos: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """Map plain names to members, having refused what no honest zip has."""
    if len(infos) > MOST_FILES:
        raise OnetFileError(
            f"The zip holds {len(infos)} files: this is not an O*NET download."
        )
    if sum(info.file_size for info in infos) > LARGEST_WHOLE:
        raise OnetFileError(
            f"The zip unpacks to more than {LARGEST_WHOLE // MEGABYTE} MB: this is not"
            " an O*NET download."
        )
    members: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        # `orig_filename` is the name as it is written, backslashes and all.
        path = PurePosixPath(info.orig_filename.replace("\\", "/"))
        top = path.parts[0] if path.parts else ""
        if path.is_absolute() or ".." in path.parts or top[1:2] == ":":
            raise OnetFileError(
                f"The zip names a file outside itself (“{quoted(info.orig_filename)}”):"
                " this is not an O*NET download."
            )
        if info.is_dir() or len(path.parts) > DEEPEST or top == "__MACOSX":
            continue
        if path.name in members:
            raise OnetFileError(f"The zip holds “{quoted(path.name)}” twice.")
        members[path.name] = info
    return members


def _decoded(name: str, content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise OnetFileError(
            f"“{name}” is not UTF-8 text: line {line} holds a byte that is no character."
        ) from error
    if found := _CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise OnetFileError(
            f"“{name}” is not plain text: line {line} holds a control character."
        )
    return text


def quoted(text: str) -> str:
    """Shorten what a stranger wrote for a sentence that quotes it."""
    plain = " ".join(_CONTROL.sub("?", text).split())
    plain = plain.encode("utf-8", "replace").decode()
    return plain if len(plain) <= 60 else f"{plain[:60]}…"  # noqa: PLR2004 -- one line


def _short(error: BaseException) -> str:
    return quoted(str(error)) or type(error).__name__
