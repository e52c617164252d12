"""Handing out a stored file: to be saved, never to be shown by the browser."""

from django.http import FileResponse, Http404

from candidates.models import Document

CONTENT_TYPES = {
    "PDF": "application/pdf",
    "DOCX": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "TXT": "text/plain; charset=utf-8",
}


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
