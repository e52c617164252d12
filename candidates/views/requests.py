"""What applicants asked, for those who answer."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from backoffice_ats.shared.access import StaffRequest, requires
from candidates.forms.mine import AnswerForm
from candidates.models import ApplicantRequest
from candidates.services import requests

PAGE = 25


@require_safe
@requires("candidates.answer_request")
def request_list(request: StaffRequest) -> HttpResponse:
    """List what waits for an answer, and what was answered."""
    answered = Paginator(requests.answered_for(request.user), PAGE)
    return render(
        request,
        "candidates/requests.html",
        {
            "waiting": requests.waiting_for(request.user),
            "page": answered.get_page(request.GET.get("page")),
            "today": timezone.localdate(),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("candidates.answer_request")
def request_answer(request: StaffRequest, pk: int) -> HttpResponse:
    """Show one request and send the answer."""
    found: ApplicantRequest = get_object_or_404(
        ApplicantRequest.objects.visible_to(request.user).select_related(
            "application__position",
            "application__candidate",
            "application__decided_by",
            "answered_by",
        ),
        pk=pk,
    )
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            requests.answer(
                found,
                text=form.cleaned_data["text"],
                by=request.user,
                at=timezone.now(),
            )
        except requests.AlreadyAnsweredError:
            messages.error(request, _("Somebody answered this request meanwhile."))
        except requests.SamePersonError:
            form.add_error(
                None, _("You took this decision. Somebody else must look again.")
            )
        else:
            messages.success(request, _("Answered. The letter is on its way."))
        if not form.errors:
            return redirect("candidates:requests")
    return render(
        request,
        "candidates/request.html",
        {
            "asked": found,
            "application": found.application,
            "position": found.application.position,
            "form": form,
            "not_me": requests.may_not_review(found, request.user),
            "today": timezone.localdate(),
        },
    )
