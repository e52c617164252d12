"""Files that no row knows: left behind by a crash between the file and its row.

The bytes are stored before the row, so an application never names a file that is not
there. The price is a file without a row where a process dies in between; it holds
somebody's papers, and nobody can find or erase it. So it goes after a day.
"""

import datetime as dt
import logging

from django.core.files.storage import default_storage

from candidates.models import Document, PagePicture, Rendition
from candidates.services.storing import FOLDER

logger = logging.getLogger(__name__)

KEPT = dt.timedelta(hours=24)  # far longer than an upload may take to get its row


def remove_orphans(*, at: dt.datetime) -> int:
    """Remove stored files older than KEPT that no document names; return how many.

    Raises OSError where the storage cannot be read or written.
    """
    if not default_storage.exists(FOLDER):
        return 0
    removed = 0
    for folder in sorted(default_storage.listdir(FOLDER)[0]):
        # The names first, the rows after: a row that comes meanwhile is seen.
        old = {path for path in _files(f"{FOLDER}/{folder}") if _is_old(path, at)}
        for path in sorted(old.difference(_known(old))):
            default_storage.delete(path)
            removed += 1
    if removed:
        logger.warning("removed %s stored files that no document names", removed)
    return removed


def _known(paths: set[str]) -> set[str]:
    return {
        *Document.objects.filter(file__in=paths).values_list("file", flat=True),
        *Rendition.objects.filter(copy__in=paths).values_list("copy", flat=True),
        *PagePicture.objects.filter(file__in=paths).values_list("file", flat=True),
    }


def _files(folder: str) -> list[str]:
    return [f"{folder}/{name}" for name in default_storage.listdir(folder)[1]]


def _is_old(path: str, at: dt.datetime) -> bool:
    try:
        return at - default_storage.get_modified_time(path) > KEPT
    except FileNotFoundError:  # taken out meanwhile
        return False
