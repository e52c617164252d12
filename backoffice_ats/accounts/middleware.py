"""Show times in the organisation's zone."""

import zoneinfo
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from backoffice_ats.accounts.services import organisation


class OrganisationMiddleware:
    """Activate the organisation's time zone; the database keeps UTC."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        zone = zoneinfo.ZoneInfo(organisation.current().time_zone)
        with timezone.override(zone):
            return self.get_response(request)
