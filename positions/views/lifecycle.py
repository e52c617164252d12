"""Open a position to applicants, pause, close and archive it, open it again."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from backoffice_ats.shared.access import StaffRequest, requires
from positions.enums import CloseReason, PositionStatus
from positions.forms.lifecycle import CloseForm, ReopenForm
from positions.models import Position
from positions.services import advising, approvals, lifecycle, plans
from positions.views.head import head_of


@require_http_methods(["GET", "HEAD", "POST"])
@requires("positions.publish_position")
def publish(request: StaffRequest, slug: str) -> HttpResponse:
    """Show what is missing; when nothing is, ask, then freeze and open."""
    position = get_object_or_404(Position.objects.visible_to(request.user), slug=slug)
    if request.method == "POST":
        return _publish(request, position)
    if not position.is_unpublished:
        return redirect(position)
    if approvals.is_asked() and position.status != PositionStatus.APPROVED:
        return redirect("positions:approval", slug)
    found = lifecycle.missing(position, at=timezone.now())
    plan = plans.plan_of(position)
    context = head_of(position, "") | {
        "missing": found,
        "plan": plan,
        "advice": advising.said_of(plan),
    }
    return render(request, "positions/publish.html", context)


def _publish(request: StaffRequest, position: Position) -> HttpResponse:
    try:
        lifecycle.publish(position, by=request.user, at=timezone.now())
    except lifecycle.WrongStatusError:
        messages.error(request, _("This position cannot be published now."))
    except approvals.NotApprovedError as error:
        text = _("This must be approved first: %(changes)s.")
        messages.error(request, text % {"changes": "; ".join(error.changes)})
        return redirect("positions:approval", position.slug)
    except plans.PlanIncompleteError as error:
        context = head_of(position, "") | {"missing": error.problems}
        return render(request, "positions/publish.html", context, status=422)
    else:
        messages.success(request, _("The position is open. People can apply."))
    return redirect(position)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("positions.publish_position")
def close(request: StaffRequest, slug: str) -> HttpResponse:
    position = get_object_or_404(Position.objects.visible_to(request.user), slug=slug)
    full = not position.seats.free().exists()
    first = CloseReason.FILLED if full else CloseReason.CLOSED
    form = CloseForm(request.POST or None, initial={"reason": first})
    if request.method == "POST" and form.is_valid():
        reason = CloseReason(form.cleaned_data["reason"])
        try:
            lifecycle.close(position, by=request.user, at=timezone.now(), reason=reason)
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
    context = head_of(position, "") | {"points": points, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "positions/close.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("positions.publish_position")
def pause(request: StaffRequest, slug: str) -> HttpResponse:
    """Ask, then take the advert down for a while."""
    position = get_object_or_404(Position.objects.visible_to(request.user), slug=slug)
    if request.method == "POST":
        try:
            lifecycle.pause(position, by=request.user)
        except lifecycle.WrongStatusError:
            messages.error(request, _("This position is not open."))
        else:
            messages.success(request, _("The position is paused. The advert is down."))
        return redirect(position)
    points = [
        _("The advert is taken down at once, and nobody can begin or send."),
        _("Who has begun keeps their answers, and is told that it is paused."),
        _("You can go on reading and deciding what has come in."),
        _("The closing moment goes on counting; opening again asks for it."),
    ]
    context = head_of(position, "") | {"points": points}
    return render(request, "positions/pause.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("positions.publish_position")
def archive(request: StaffRequest, slug: str) -> HttpResponse:
    """Ask, then put a draft or a closed position away."""
    position = get_object_or_404(Position.objects.visible_to(request.user), slug=slug)
    if request.method == "POST":
        try:
            lifecycle.archive(position, by=request.user)
        except lifecycle.WrongStatusError:
            messages.error(
                request, _("Only a draft or a closed position can be put away.")
            )
            return redirect(position)
        messages.success(request, _("The position is in the archive."))
        return redirect("positions:list")
    points = [
        _("It leaves the lists; “Archived” in the list of positions still shows it."),
        _("Nothing is deleted, and you can take it out again."),
    ]
    context = head_of(position, "") | {"points": points}
    return render(request, "positions/archive.html", context)


@require_POST
@requires("positions.publish_position")
def restore(request: StaffRequest, slug: str) -> HttpResponse:
    position = get_object_or_404(Position.objects.visible_to(request.user), slug=slug)
    try:
        lifecycle.restore(position, by=request.user)
    except lifecycle.WrongStatusError:
        messages.error(request, _("This position is not in the archive."))
    else:
        messages.success(request, _("The position is out of the archive."))
    return redirect(position)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("positions.publish_position")
def reopen(request: StaffRequest, slug: str) -> HttpResponse:
    position = get_object_or_404(Position.objects.visible_to(request.user), slug=slug)
    now = timezone.now()
    context = head_of(position, "")
    form = ReopenForm(
        request.POST or None,
        at=now,
        zone=context["organisation"].time_zone,
        initial={"closes_at": position.closes_at},
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
            messages.error(request, _("This position is neither closed nor paused."))
        else:
            messages.success(request, _("The position is open again."))
        return redirect(position)
    context["form"] = form
    status = 422 if form.is_bound else 200
    return render(request, "positions/reopen.html", context, status=status)
