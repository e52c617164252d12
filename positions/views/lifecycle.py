"""Open a position to applicants, close it, open it again."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from backoffice_ats.shared.access import StaffRequest, requires
from positions.forms.lifecycle import ReopenForm
from positions.models import Position
from positions.services import advising, lifecycle, plans
from positions.views.head import head_of


@require_http_methods(["GET", "HEAD", "POST"])
@requires("positions.publish_position")
def publish(request: StaffRequest, slug: str) -> HttpResponse:
    """Show what is missing; when nothing is, ask, then freeze and open."""
    position = get_object_or_404(Position.objects.visible_to(request.user), slug=slug)
    if request.method == "POST":
        try:
            lifecycle.publish(position, by=request.user, at=timezone.now())
        except lifecycle.WrongStatusError:
            messages.error(request, _("This position is not a draft any more."))
            return redirect(position)
        except plans.PlanIncompleteError as error:
            context = head_of(position, "") | {"missing": error.problems}
            return render(request, "positions/publish.html", context, status=422)
        messages.success(request, _("The position is open. People can apply."))
        return redirect(position)
    if not position.is_draft:
        return redirect(position)
    found = lifecycle.missing(position, at=timezone.now())
    plan = plans.plan_of(position)
    context = head_of(position, "") | {
        "missing": found,
        "plan": plan,
        "advice": advising.said_of(plan),
    }
    return render(request, "positions/publish.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("positions.publish_position")
def close(request: StaffRequest, slug: str) -> HttpResponse:
    position = get_object_or_404(Position.objects.visible_to(request.user), slug=slug)
    if request.method == "POST":
        try:
            lifecycle.close(position, by=request.user, at=timezone.now())
        except lifecycle.WrongStatusError:
            messages.error(request, _("This position is not open."))
        else:
            messages.success(request, _("The position is closed. The advert is down."))
        return redirect(position)
    points = [
        _("The advert is taken down at once, and nobody can apply any more."),
        _("Applications stay; you can go on reading and deciding."),
        _("You can open the position again with a new closing moment."),
    ]
    context = head_of(position, "") | {"points": points}
    return render(request, "positions/close.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("positions.publish_position")
def reopen(request: StaffRequest, slug: str) -> HttpResponse:
    position = get_object_or_404(Position.objects.visible_to(request.user), slug=slug)
    now = timezone.now()
    context = head_of(position, "")
    form = ReopenForm(
        request.POST or None, at=now, zone=context["organisation"].time_zone
    )
    if request.method == "POST" and form.is_valid():
        try:
            lifecycle.reopen(
                position,
                by=request.user,
                at=now,
                closes_at=form.cleaned_data["closes_at"],
            )
        except lifecycle.WrongStatusError:
            messages.error(request, _("This position is not closed."))
        else:
            messages.success(request, _("The position is open again."))
        return redirect(position)
    context["form"] = form
    status = 422 if form.is_bound else 200
    return render(request, "positions/reopen.html", context, status=status)
