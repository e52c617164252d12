"""Start a position, and see where it stands."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from backoffice_ats.shared.access import StaffRequest, requires
from positions.forms.about import NewPositionForm
from positions.models import Position
from positions.services import advert as adverts
from positions.services import definition, lifecycle, openings, plans
from positions.views.head import approval_of, head_of


@require_http_methods(["GET", "HEAD", "POST"])
@requires("positions.add_position")
def position_new(request: StaffRequest) -> HttpResponse:
    form = NewPositionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        position = definition.create_position(
            by=request.user, at=timezone.now(), **form.cleaned_data
        )
        messages.success(request, _("The draft is made. Now say what the job is."))
        return redirect("positions:definition", position.slug)
    status = 422 if form.is_bound else 200
    return render(request, "positions/new.html", {"form": form}, status=status)


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
    """Show the advert exactly as applicants see it."""
    position = get_object_or_404(Position.objects.visible_to(request.user), slug=slug)
    context = head_of(position, "advert")
    shown = adverts.advert_of(
        position, reply_within_days=context["organisation"].reply_within_days
    )
    context |= {"advert": shown, "is_preview": True}
    return render(request, "positions/advert.html", context)
