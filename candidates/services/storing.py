"""Bytes on disk, under names that say nothing.

They are stored before the row that names them. Where a process dies in between, the
file goes with the orphans.
"""

import secrets
from collections.abc import Callable, Iterable

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

FOLDER = "cv"


def store(data: bytes) -> str:
    """Write bytes and return their name. Raises OSError when the disk does not take it."""
    mark = secrets.token_hex(20)
    path: str = default_storage.save(f"{FOLDER}/{mark[:2]}/{mark}", ContentFile(data))
    return path


def remove(paths: Iterable[str]) -> None:
    """Remove files at once, whether they are there or not."""
    for path in paths:
        default_storage.delete(path)


def remove_once_committed(paths: Iterable[str]) -> None:
    """Remove files when the transaction is through; what fails goes with the orphans."""
    for path in paths:
        transaction.on_commit(_deletion(path), robust=True)


def _deletion(path: str) -> Callable[[], None]:
    # Not a partial: Django logs a failing hook by its `__qualname__`, which that lacks.
    def delete() -> None:
        default_storage.delete(path)

    return delete
