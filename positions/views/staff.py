"""Start a position, and see where it stands."""

from csp.constants import SELF
from csp.decorators import csp_replace
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from backoffice_ats.shared.access import StaffRequest, requires
from positions.models import Position
from positions.services import advert as adverts
from positions.services import lifecycle, openings, plans
from positions.views.head import approval_of, head_of
from positions.views.public import advert_of, job_context

DEVICES = {"phone", "desktop"}


@require_safe
@requires("positions.view_position")
def overview(request: StaffRequest, slug: str) -> HttpResponse:
    """Show where a position stands and the next step of its journey."""
    position = get_object_or_404(
        Position.objects.visible_to(request.user).with_counts(), slug=slug
    )
    context = head_of(position, "overview")
    now = timezone.now()
    found = lifecycle.missing(position, at=now) if position.is_draft else []
    seats = openings.seats_of(position)
    context |= approval_of(position)
    context |= {
        "advert": adverts.advert_of(
            position, reply_within_days=context["organisation"].reply_within_days
        ),
        "missing": found,
        "is_changed": plans.is_changed(position),
        "seats": seats,
        "is_full": all(hasattr(seat, "seat") for seat in seats),
        "is_past": bool(position.closes_at and position.closes_at <= now),
        "members": position.team.select_related("user").order_by("role", "user__name"),
        "actions": "positions/_overview_actions.html",
    }
    return render(request, "positions/overview.html", context)


@require_safe
@requires("positions.view_position")
def advert(request: StaffRequest, slug: str) -> HttpResponse:
    """Show the advert as it is published, as wide as a phone or a desktop."""
    position = get_object_or_404(Position.objects.visible_to(request.user), slug=slug)
    device = request.GET.get("as")
    context = head_of(position, "advert") | {
        "device": device if device in DEVICES else "desktop",
        "is_public": Position.objects.accepting(timezone.now())
        .filter(pk=position.pk)
        .exists(),
    }
    return render(request, "positions/advert.html", context)


@require_safe
@requires("positions.view_position")
@xframe_options_sameorigin
@csp_replace({"frame-ancestors": [SELF]})  # type: ignore[arg-type]  # it types views without arguments only
def advert_preview(request: StaffRequest, slug: str) -> HttpResponse:
    """Give the public page itself, published or not, to stand inside `advert`."""
    position = get_object_or_404(Position.objects.visible_to(request.user), slug=slug)
    shown = advert_of(request, position)
    context = job_context(request, shown) | {"is_preview": True}
    return render(request, "positions/job.html", context)
