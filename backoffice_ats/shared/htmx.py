"""One view, one context, two skins: the page, or the fragment htmx asked for."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def is_htmx(request: HttpRequest) -> bool:
    """Say whether htmx asked, and not for a whole page out of its history."""
    return (
        request.headers.get("HX-Request") == "true"
        and request.headers.get("HX-History-Restore-Request") != "true"
    )


def render_page(
    request: HttpRequest,
    page: str,
    context: dict[str, Any],
    *,
    fragment: str,
    status: int = 200,
) -> HttpResponse:
    """Render `fragment` for htmx and `page`, which includes it, for everyone else."""
    template = fragment if is_htmx(request) else page
    response = render(request, template, context, status=status)
    response.headers["Vary"] = "HX-Request"
    return response
