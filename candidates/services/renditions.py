"""Pictures of a file's pages, and its copy that does nothing: made when it is opened.

Most files are never looked at as they came, so nothing is drawn ahead. Whoever opens
one sees its text at once and the pages a second later; after that they are there.
"""

import datetime as dt
import logging
from contextlib import suppress

from django.db import transaction

from candidates.cv import drawing, sandbox
from candidates.cv.values import Kind
from candidates.enums import RenditionState
from candidates.models import Application, Document, PagePicture, Rendition
from candidates.querysets import DocumentQuerySet, RenditionQuerySet
from candidates.services import storing
from candidates.signals import rendition_wanted

logger = logging.getLogger(__name__)

MAX_ATTEMPTS = 3
# Longer than drawing takes: who counts a try has the file to themselves for so long.
FIRST_WAIT = dt.timedelta(seconds=20)
BROKEN_WAIT = dt.timedelta(
    minutes=1
)  # until a painter that cannot start is tried again


@transaction.atomic
def of(document: Document, *, at: dt.datetime) -> Rendition | None:
    """Return what is drawn of a file, or ask for it; None where there is no page in it.

    Only a PDF has pages. A Word file or plain text is shown as text.
    """
    if document.kind != Kind.PDF:
        return None
    rendition: Rendition
    rendition, is_new = Rendition.objects.get_or_create(
        document=document, defaults={"next_try_at": at}
    )
    if is_new:
        rendition_wanted.send(sender=Rendition, rendition=rendition)
    return rendition


def due(at: dt.datetime) -> RenditionQuerySet:
    """Return what waits to be drawn and whose turn it is."""
    found: RenditionQuerySet = Rendition.objects.due(at).order_by("next_try_at", "pk")
    return found


def draw(rendition_id: int, *, at: dt.datetime) -> None:
    """Draw a file that waits for it; does nothing for one drawn or being drawn.

    The try is counted before it is made, as with reading. Raises SandboxBrokenError or
    OSError where no process can be started or the disk is full: that is not the file's
    fault, and costs it no try.
    """
    rendition = _claim(rendition_id, at=at)
    if rendition is None:
        return
    if rendition.attempts > MAX_ATTEMPTS:
        _keep(rendition, drawing.Drawing(b"", (), 0))
        return
    try:
        with rendition.document.file.open("rb") as file:
            data = file.read()
        _keep(rendition, drawing.draw(data))
    except FileNotFoundError:
        # Erased meanwhile, and the row with it; or lost, and then there is no page.
        _keep(rendition, drawing.Drawing(b"", (), 0))
    except (sandbox.SandboxBrokenError, OSError):
        _give_back(rendition, at=at)
        raise


def paths_of(documents: DocumentQuerySet) -> list[str]:
    """Return every file that hangs on documents: as sent, copied and drawn."""
    drawn = Rendition.objects.filter(document__in=documents)
    pictures = PagePicture.objects.filter(rendition__document__in=documents)
    return [
        *documents.values_list("file", flat=True),
        *drawn.exclude(copy="").values_list("copy", flat=True),
        *pictures.values_list("file", flat=True),
    ]


@transaction.atomic
def _claim(rendition_id: int, *, at: dt.datetime) -> Rendition | None:
    rendition: Rendition | None = (
        Rendition.objects.due(at)
        .select_for_update(of=("self",), skip_locked=True)
        .select_related("document")
        .filter(pk=rendition_id)
        .first()
    )
    if rendition is None:
        return None
    rendition.attempts += 1
    rendition.next_try_at = at + FIRST_WAIT * 2 ** (rendition.attempts - 1)
    rendition.save(update_fields=["attempts", "next_try_at", "updated_at"])
    return rendition


def _give_back(rendition: Rendition, *, at: dt.datetime) -> None:
    Rendition.objects.filter(
        pk=rendition.pk, state=RenditionState.WAITING, attempts=rendition.attempts
    ).update(attempts=rendition.attempts - 1, next_try_at=at + BROKEN_WAIT)


def _keep(rendition: Rendition, drawn: drawing.Drawing) -> None:
    """Store the files, then the rows that name them; neither without the other."""
    stored: list[str] = []
    try:
        stored.append(storing.store(drawn.copy) if drawn.copy else "")
        # One by one: what is stored before the disk is full has to go again.
        for one in drawn.pictures:
            stored.append(storing.store(one.png))  # noqa: PERF401
        is_kept = _write(rendition, drawn, *stored)
    except BaseException:
        _throw_away(stored)
        raise
    if not is_kept:
        _throw_away(stored)


def _throw_away(stored: list[str]) -> None:
    with suppress(OSError):  # they go with the orphans
        storing.remove(path for path in stored if path)


@transaction.atomic
def _write(
    rendition: Rendition, drawn: drawing.Drawing, copy: str, *pages: str
) -> bool:
    """Write what was drawn; False where the file is gone or somebody was faster."""
    # The application first: erasing it locks in the same order, and then knows of these.
    held = Application.objects.select_for_update(of=("self",), no_key=True)
    held.only("pk").filter(documents=rendition.document_id).first()
    waiting = Rendition.objects.select_for_update(of=("self",)).filter(
        pk=rendition.pk, state=RenditionState.WAITING
    )
    if not waiting.exists():
        return False
    rendition.state = (
        RenditionState.DRAWN if drawn.copy or pages else RenditionState.FAILED
    )
    rendition.copy = copy
    rendition.copy_size = len(drawn.copy)
    rendition.total = drawn.total
    rendition.save()
    PagePicture.objects.bulk_create(
        PagePicture(
            rendition=rendition,
            number=number,
            file=path,
            width=one.width,
            height=one.height,
        )
        for number, (one, path) in enumerate(
            zip(drawn.pictures, pages, strict=True), start=1
        )
    )
    return True
