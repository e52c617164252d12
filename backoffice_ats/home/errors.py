"""Pages for what went wrong before a view could answer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 -- Django's signature
    """Say that the form had gone stale, and how to send it again."""
    return render(request, "403_csrf.html", status=403)
