"""What will be erased when, and what is held."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from backoffice_ats.accounts.services import organisation
from backoffice_ats.shared.access import StaffRequest, requires
from candidates.forms.mine import HoldForm
from candidates.models import ApplicantRequest
from candidates.services import erasure, retention
from positions.models import Position


@require_safe
@requires("candidates.erase_person")
def keeping(request: StaffRequest) -> HttpResponse:
    """List closed positions with the day on which their applications go."""
    return render(
        request,
        "candidates/keeping.html",
        {
            "planned": retention.planned_for(request.user),
            "months": organisation.current().retention_months,
            "form": HoldForm(),
            "today": timezone.localdate(),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("candidates.erase_person")
def hold(request: StaffRequest, slug: str) -> HttpResponse:
    """Keep everything of a position, with the reason."""
    position = get_object_or_404(Position.objects.read_by(request.user), slug=slug)
    form = HoldForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        retention.hold(
            position,
            reason=form.cleaned_data["reason"],
            by=request.user,
            at=timezone.now(),
        )
        messages.success(
            request,
            _("Nothing of %(title)s is erased from now on.") % {"title": position},
        )
        return redirect("candidates:keeping")
    return render(request, "candidates/hold.html", {"position": position, "form": form})


@require_POST
@requires("candidates.erase_person")
def release(request: StaffRequest, slug: str) -> HttpResponse:
    """End a hold."""
    position = get_object_or_404(Position.objects.read_by(request.user), slug=slug)
    retention.release(position, by=request.user, at=timezone.now())
    messages.success(
        request, _("The hold on %(title)s has ended.") % {"title": position}
    )
    return redirect("candidates:keeping")


@require_http_methods(["GET", "HEAD", "POST"])
@requires("candidates.erase_person")
def erase(request: StaffRequest, pk: int) -> HttpResponse:
    """Erase the person who asked for it, after asking once."""
    asked: ApplicantRequest = get_object_or_404(
        ApplicantRequest.objects.visible_to(request.user)
        .filter(kind="ERASURE")
        .select_related("application__candidate", "application__position"),
        pk=pk,
    )
    person = asked.application.candidate
    if request.method == "POST" and person is not None:
        try:
            erasure.erase_person(person, by=request.user, at=timezone.now())
        except erasure.HeldError:
            messages.error(
                request,
                _(
                    "A legal hold stands. Answer the request and say which law keeps it."
                ),
            )
            return redirect("candidates:request_answer", pk)
        except erasure.HiredError:
            messages.error(
                request,
                _(
                    "The person is hired: the application belongs to the personnel file."
                ),
            )
            return redirect("candidates:request_answer", pk)
        messages.success(request, _("Erased. Nothing of this person is left here."))
        return redirect("candidates:requests")
    return render(
        request,
        "candidates/erase.html",
        {"asked": asked, "application": asked.application, "person": person},
    )
