"""Uploads on disk: whole and durable before a row names them, or not there at all."""

import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from django.core.files.storage import FileSystemStorage

if TYPE_CHECKING:
    from django.core.files.base import File


class DurableStorage(FileSystemStorage):
    """Write to a neighbour file, sync, rename: a crash leaves no half document."""

    def _save(self, name: str, content: "File[bytes]") -> str:
        target = Path(self.path(name))
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        partial = target.with_name(f".{secrets.token_hex(8)}.part")
        try:
            with partial.open("xb") as file:
                partial.chmod(self.file_permissions_mode or 0o600)
                for chunk in content.chunks():
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
            partial.rename(target)
        except BaseException:
            partial.unlink(missing_ok=True)
            raise
        _sync_folder(target.parent)
        return name.replace("\\", "/")


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
