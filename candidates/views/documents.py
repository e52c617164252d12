"""Looking at a file that somebody sent: its pages, its text, a safe copy, itself.

A stranger's PDF never reaches a browser to be shown: pages are pictures that a process
of its own has drawn, and what is handed out is to be saved. Every opening leaves a line
in the trail.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from backoffice_ats.shared.access import StaffRequest, requires
from backoffice_ats.shared.htmx import is_htmx, render_page
from candidates.cv import private
from candidates.enums import RenditionState
from candidates.models import Document, PagePicture, Rendition
from candidates.services import answers as told
from candidates.services import identity, opening, renditions
from candidates.views import files


@require_safe
@requires("candidates.view_document")
def document(request: StaffRequest, pk: int) -> FileResponse:
    """Hand out the file itself, to be saved and never to be shown by the browser."""
    found = _document(request, pk)
    response = files.handed_out(found)
    opening.record(found, by=request.user, at=timezone.now(), how="file")
    return response


@require_safe
@requires("candidates.view_document")
def document_copy(request: StaffRequest, pk: int) -> FileResponse:
    """Hand out the copy without scripts, links and attachments, to be saved."""
    found = _document(request, pk)
    drawn = get_object_or_404(Rendition.objects.exclude(copy=""), document=found)
    response = files.copy_handed_out(found, drawn)
    opening.record(found, by=request.user, at=timezone.now(), how="copy")
    return response


@require_safe
@requires("candidates.view_document")
def document_pages(request: StaffRequest, pk: int) -> HttpResponse:
    """Show the pages of a PDF as pictures; while they are drawn, say so."""
    found = _document(request, pk)
    drawn = renditions.of(found, at=timezone.now())
    if drawn is None:
        return redirect("candidates:document_text", pk)
    if not is_htmx(request):  # the page asks again by itself until they are drawn
        opening.record(found, by=request.user, at=timezone.now(), how="pages")
    return render_page(
        request,
        "candidates/document.html",
        _context(request, found, drawn, "pages"),
        fragment="candidates/_document.html",
    )


@require_safe
@requires("candidates.view_document")
def document_picture(request: StaffRequest, pk: int, number: int) -> FileResponse:
    """Answer with one page as a PNG."""
    found = _document(request, pk)
    page = get_object_or_404(PagePicture, rendition__document=found, number=number)
    opening.record_once(found, by=request.user, at=timezone.now(), how="pages")
    return files.picture(page)


@require_safe
@requires("candidates.view_document")
def document_text(request: StaffRequest, pk: int) -> HttpResponse:
    """Show the text that was read out of a file."""
    found = _document(request, pk)
    opening.record(found, by=request.user, at=timezone.now(), how="text")
    drawn = Rendition.objects.filter(document=found).first()
    return render(
        request, "candidates/document.html", _context(request, found, drawn, "text")
    )


def _context(
    request: StaffRequest, found: Document, drawn: Rendition | None, shown: str
) -> dict[str, Any]:
    return {
        "document": found,
        "rendition": drawn,
        "pages": list(drawn.pages.all()) if drawn and shown == "pages" else [],
        "is_drawing": drawn is not None and drawn.state == RenditionState.WAITING,
        "text": private.without(found.text) if shown == "text" else "",
        "shown": shown,
        "application": found.application,
        "position": found.application.position,
        "who": identity.shown_to(found.application, request.user),
        "reason": told.sentence(found.reason),
    }


def _document(request: StaffRequest, pk: int) -> Document:
    found: Document = get_object_or_404(
        Document.objects.visible_to(request.user).select_related(
            "application__position", "application__candidate"
        ),
        pk=pk,
    )
    if identity.is_hidden(found.application, request.user):
        raise PermissionDenied
    return found
