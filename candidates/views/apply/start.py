"""Where the form begins, how its pages follow each other, and where it ends."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from candidates.forms.needs import asks_until
from candidates.services import answers as told
from candidates.services import intake, limits, requirements, standing
from candidates.stages import Status
from candidates.views import drafts
from candidates.views.apply.cv import cv
from candidates.views.apply.history import education, work
from candidates.views.apply.pages import Page, closed, first_open, page_at, too_many
from candidates.views.apply.person import contact
from candidates.views.apply.questions import questions
from candidates.views.apply.said import duty, needs
from candidates.views.apply.sending import check
from positions.listing.source import PARAMETER, clean_token, with_token
from positions.models import Position
from positions.services import advert

STARTS_PER_HOUR = 60

_VIEWS = {
    told.CONTACT: contact,
    told.CV: cv,
    told.WORK: work,
    told.EDUCATION: education,
    told.ELIGIBILITY: needs,
    told.NEEDS: needs,
    told.CHECK: check,
}


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def apply(request: HttpRequest, slug: str) -> HttpResponse:
    """Say how long it takes and what is needed; a POST starts the draft."""
    position = get_object_or_404(Position, slug=slug)
    draft = drafts.draft_of(request, position)
    # Whoever has begun may go on for as long as their draft is taken.
    if not (draft and intake.takes(draft)):
        draft = None
        get_object_or_404(Position.objects.reachable(), pk=position.pk)
    if request.method == "POST":
        if draft is None:
            if not limits.allow(
                "start",
                drafts.sender_of(request),
                capacity=STARTS_PER_HOUR,
                per_seconds=3_600,
            ):
                return too_many(request, position)
            try:
                draft, _token = intake.start(
                    position,
                    at=timezone.now(),
                    source_token=request.GET.get(PARAMETER, ""),
                )
            except intake.PositionClosedError:  # a moment ago
                return closed(request, position)
            drafts.remember(request, draft)
        first = first_open(page_at(draft, position, step=""))
        return redirect(
            reverse("candidates:apply_step", args=[slug, first]) + "?begun=1"
        )
    sent = drafts.remembered(request, position)
    duties = told.scored_duties(position)
    needs = requirements.asked_of(position)
    return render(
        request,
        "candidates/apply/start.html",
        {
            "position": position,
            "draft": draft,
            "sent": sent if sent and sent.status != Status.DRAFT else None,
            "minutes": advert.form_size(position).minutes,
            "examples": len(duties),
            "licences": any(asks_until(one) for one in needs),
            "no_cookie": "cookie" in request.GET,
            "source_query": with_token("", clean_token(request.GET.get(PARAMETER))),
        },
    )


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def apply_step(request: HttpRequest, slug: str, step: str) -> HttpResponse:
    """Show or keep one page of the draft."""
    position = get_object_or_404(Position, slug=slug)
    application = drafts.remembered(request, position)
    if application is None:
        return _without_draft(request, position)
    if application.status != Status.DRAFT:
        return redirect("candidates:apply_done", slug)
    page = page_at(application, position, step=step)
    if step not in page.steps:
        raise Http404
    takes = intake.takes(application)
    # What was typed before it closed is kept, though it cannot be sent any more.
    keeps = request.method == "POST" and step != told.CHECK
    if not takes and not keeps:
        return closed(request, position)
    try:
        response = _view_of(page)(request, page)
    except intake.AlreadySentError:  # sent in another tab meanwhile
        return redirect("candidates:apply_done", slug)
    return response if takes else closed(request, position)


def _view_of(page: Page) -> Callable[[HttpRequest, Page], HttpResponse]:
    return _VIEWS.get(page.step) or (questions if page.questions_here else duty)


def _without_draft(request: HttpRequest, position: Position) -> HttpResponse:
    get_object_or_404(Position.objects.reachable(), pk=position.pk)
    start = reverse("candidates:apply", args=[position.slug])
    return redirect(f"{start}?cookie=1" if "begun" in request.GET else start)


@login_not_required
@require_safe
def apply_done(request: HttpRequest, slug: str) -> HttpResponse:
    """Say the reference number, and what happens when."""
    position = get_object_or_404(Position, slug=slug)
    application = drafts.remembered(request, position)
    if application is None:
        raise Http404
    if application.status == Status.DRAFT:
        return redirect("candidates:apply_step", slug, told.CHECK)
    return render(
        request,
        "candidates/apply/done.html",
        {
            "position": position,
            "application": application,
            "reference": application.reference,
            "hear_by": standing.hear_by_words(application),
        },
    )
