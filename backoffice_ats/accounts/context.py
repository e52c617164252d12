"""What every template may name."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from backoffice_ats.accounts.services import organisation as service


def organisation(request: HttpRequest) -> dict[str, Any]:
    """Give templates `organisation`: what the middleware read, or read when used."""
    house = getattr(request, "organisation", None)
    return {"organisation": house or SimpleLazyObject(service.current)}
