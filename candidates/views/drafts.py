"""Whose browser this is: a stranger's draft and applications, by the session alone."""

from django.conf import settings
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from candidates.models import Application
from candidates.services import limits
from candidates.stages import Status
from positions.models import Position

MINE = "applications"


def sender_of(request: HttpRequest) -> str:
    """Return the address prefix that limits count by."""
    return limits.client_of(
        request.headers.get("X-Forwarded-For", ""),
        request.META.get("REMOTE_ADDR", ""),
        trusted=settings.TRUSTED_PROXIES,
    )


def remember(request: HttpRequest, application: Application) -> None:
    """Let this browser open the application from now on."""
    request.session[f"apply-{application.position_id}"] = application.pk
    mine = request.session.get(MINE, [])
    if application.pk not in mine:
        request.session[MINE] = [*mine, application.pk]


def remembered(request: HttpRequest, position: Position) -> Application | None:
    """Return what this browser began or sent for the position."""
    pk = request.session.get(f"apply-{position.pk}")
    if pk is None:
        return None
    found: Application | None = (
        Application.objects.filter(pk=pk, position=position)
        .select_related("candidate")
        .first()
    )
    if found is not None:
        found.position = position  # it is here already
    return found


def draft_of(request: HttpRequest, position: Position) -> Application | None:
    """Return this browser's unsent draft for the position."""
    application = remembered(request, position)
    if application is None or application.status != Status.DRAFT:
        return None
    return application


def ask_equality(request: HttpRequest, application: Application) -> None:
    """Let this browser answer the voluntary questions, once."""
    request.session[f"equality-{application.position_id}"] = True


def is_asked_equality(request: HttpRequest, position: Position) -> bool:
    return f"equality-{position.pk}" in request.session


def close_equality(request: HttpRequest, position: Position) -> None:
    del request.session[f"equality-{position.pk}"]


def application_of(request: HttpRequest, pk: int) -> Application:
    """Load what this browser sent or holds the link of. Raises Http404 for the rest."""
    if not may_open(request, pk):
        raise Http404
    application: Application = get_object_or_404(
        Application.objects.submitted()
        .select_related("position", "candidate")
        .prefetch_related("letters", "changes"),
        pk=pk,
    )
    return application


def may_open(request: HttpRequest, pk: int) -> bool:
    """Say whether this browser sent the application or holds its secret link."""
    return pk in request.session.get(MINE, [])
