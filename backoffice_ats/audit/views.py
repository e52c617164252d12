"""Pages of the trail: of everything, and of one position."""

from dataclasses import replace

from django.apps import apps
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from backoffice_ats.audit.forms import TrailForm
from backoffice_ats.audit.services import trail as service
from backoffice_ats.shared.access import StaffRequest, requires


@require_safe
@requires("audit.view_trail")
def trail(request: StaffRequest) -> HttpResponse:
    """Show who did what, newest first."""
    positions = apps.get_model("positions.Position").objects
    visible = positions.visible_to(request.user)
    form = TrailForm(request.GET, positions=visible)
    unseen = positions.exclude(pk__in=visible.values("pk")).values_list("pk", flat=True)
    filters = replace(form.filters(), hidden=tuple(unseen))
    page = service.read(filters, after=_after(request))
    return render(
        request,
        "audit/trail.html",
        {
            "form": form,
            "page": page,
            "filtered": any(request.GET.get(name) for name in form.fields),
            "later": "after" in request.GET,
        },
    )


@require_safe
@requires("audit.view_trail")
def position(request: StaffRequest, slug: str) -> HttpResponse:
    """Show what happened to one position and its applications."""
    visible = apps.get_model("positions.Position").objects.visible_to(request.user)
    found = get_object_or_404(visible, slug=slug)
    page = service.read(service.Filters(position=found.pk), after=_after(request))
    return render(
        request,
        "audit/position.html",
        {"position": found, "page": page, "later": "after" in request.GET},
    )


def _after(request: HttpRequest) -> service.Cursor | None:
    return service.Cursor.parse(request.GET.get("after", ""))
