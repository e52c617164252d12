"""Show times in the organisation's zone."""

import zoneinfo
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from backoffice_ats.accounts.services import organisation


class OrganisationMiddleware:
    """Activate the organisation's time zone; the database keeps UTC.

    The settings are read once per request and stay on it for the templates. Without
    a database the page says so itself (`/readyz`), so nothing is decided here.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            house = organisation.current()
        except (OperationalError, InterfaceError):
            zone: AbstractContextManager[object] = nullcontext()
        else:
            # Read by `context`.
            request.organisation = house  # type: ignore[attr-defined]
            zone = timezone.override(zoneinfo.ZoneInfo(house.time_zone))
        with zone:
            return self.get_response(request)
