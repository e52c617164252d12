"""What every template may name."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from backoffice_ats.accounts.services import organisation as service


def organisation(request: HttpRequest) -> dict[str, Any]:  # noqa: ARG001 -- Django's signature
    """Give templates `organisation`, read when first used."""
    return {"organisation": SimpleLazyObject(service.current)}
