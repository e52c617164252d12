"""Handing out files: to be saved, never to be shown by the browser."""

from django.http import (
    FileResponse,
    Http404,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from backoffice_ats.shared.access import StaffRequest, requires
from candidates.models import Document
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
    try:
        file = document.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(
        file,
        as_attachment=True,
        filename=document.name,
        content_type=CONTENT_TYPES[document.kind],
    )
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
