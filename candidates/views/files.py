"""Handing out files: a stranger's to be saved alone, never to be shown by the browser."""

from pathlib import PurePath
from typing import IO

from django.db.models.fields.files import FieldFile
from django.http import (
    FileResponse,
    Http404,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from backoffice_ats.shared.access import StaffRequest, requires
from candidates.models import Document, PagePicture, Rendition
from candidates.services import limits, spreadsheets
from positions.models import Position

CONTENT_TYPES = {
    "PDF": "application/pdf",
    "DOCX": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "TXT": "text/plain; charset=utf-8",
}

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
EXPORTS_PER_HOUR = 20


@require_safe
@requires("candidates.export_application")
def export(request: StaffRequest, slug: str, kind: str) -> HttpResponseBase:
    """Hand out a position's applications as XLSX or CSV."""
    position = get_object_or_404(Position.objects.read_by(request.user), slug=slug)
    if not limits.allow(
        "export", str(request.user.pk), capacity=EXPORTS_PER_HOUR, per_seconds=3_600
    ):
        return render(request, "candidates/too_many_exports.html", status=429)
    spreadsheets.record(position, by=request.user, at=timezone.now(), how=kind)
    rows = spreadsheets.table_of(position, request.user)
    response: HttpResponseBase
    if kind == "csv":
        lines = spreadsheets.as_csv(rows)
        response = StreamingHttpResponse(lines, "text/csv; charset=utf-8")
    else:
        data = spreadsheets.as_xlsx(rows, title=position.title)
        response = HttpResponse(data, XLSX)
    name = f"{position.code or position.slug}-{timezone.localdate()}.{kind}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


def handed_out(document: Document) -> FileResponse:
    """Answer with the bytes as they came. Raises Http404 where they are gone."""
    return _attachment(document.file, document.name, CONTENT_TYPES[document.kind])


def copy_handed_out(document: Document, drawn: Rendition) -> FileResponse:
    """Answer with the copy of a PDF that does nothing. Raises Http404 where it is gone."""
    name = f"{PurePath(document.name).stem} ({_('safe copy')}).pdf"
    return _attachment(drawn.copy, name, CONTENT_TYPES["PDF"])


def picture(page: PagePicture) -> FileResponse:
    """Answer with a page's PNG, to be shown. Raises Http404 where it is gone."""
    response = FileResponse(_opened(page.file), content_type="image/png")
    return _private(response)


def _attachment(file: FieldFile, name: str, content_type: str) -> FileResponse:
    response = FileResponse(
        _opened(file), as_attachment=True, filename=name, content_type=content_type
    )
    return _private(response)


def _opened(file: FieldFile) -> IO[bytes]:
    try:
        opened: IO[bytes] = file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    return opened


def _private(response: FileResponse) -> FileResponse:
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
