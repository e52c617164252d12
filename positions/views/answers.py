"""Answers that belong to nobody: cached for strangers, never for staff."""

import datetime as dt
from collections.abc import Callable
from functools import cache
from hashlib import sha256

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date, quote_etag

from backoffice_ats.accounts.models import Organisation
from backoffice_ats.accounts.services import organisation

SECONDS = 60  # how long a copy may be shown without asking again
CODE = ("templates", "static", "positions", "backoffice_ats")


def house_of(request: HttpRequest) -> Organisation:
    """Return the organisation that the middleware has read for this request."""
    found = getattr(request, "organisation", None)
    return found if isinstance(found, Organisation) else organisation.current()


def public(
    request: HttpRequest,
    make: Callable[[], HttpResponse],
    *,
    marks: tuple[object, ...],
    changed_at: dt.datetime | None,
) -> HttpResponse:
    """Answer with what `make` makes, or with 304 where the reader has it already.

    `marks` is everything the answer is made from, beside the address, the
    organisation and this release; `changed_at` when that last changed. A reader who is
    signed in gets a fresh answer that no cache may keep: their page has their colours.
    """
    if request.user.is_authenticated:
        response = make()
        response.headers["Cache-Control"] = "private, no-store"
        return response
    house = house_of(request)
    moments = [moment for moment in (changed_at, house.updated_at) if moment]
    modified = int(max(moments).timestamp()) if moments else None
    # Dates are written with their year when it is not this one.
    today = timezone.localdate()
    etag = _etag(request.get_full_path(), house.updated_at, today, _release(), *marks)
    known = get_conditional_response(request, etag=etag, last_modified=modified)
    response = make() if known is None else known
    if response.status_code in {200, 304, 410}:
        response.headers["ETag"] = etag
        if modified:
            response.headers["Last-Modified"] = http_date(modified)
        response.headers["Cache-Control"] = f"public, max-age={SECONDS}"
    patch_vary_headers(response, ["Cookie"])
    return response


def _etag(*marks: object) -> str:
    return quote_etag(sha256(repr(marks).encode()).hexdigest()[:32])


@cache
def _release() -> int:
    """Tell this release from another: when its newest file was written."""
    files = (
        file
        for folder in CODE
        for file in (settings.BASE_DIR / folder).rglob("*")
        if file.suffix in {".html", ".css", ".js", ".py"}
    )
    return max(file.stat().st_mtime_ns for file in files)
