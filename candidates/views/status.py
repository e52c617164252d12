"""The applicant's own page: where it stands, what was sent, how to leave."""

from contextlib import suppress

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from candidates.enums import RequestKind
from candidates.models import Application
from candidates.services import answers as told
from candidates.services import (
    corrections,
    letters,
    links,
    pipeline,
    questions,
    requirements,
    standing,
)
from candidates.stages import OPEN, Status
from candidates.views import drafts, secret_link


@csrf_exempt  # see `secret_link`
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def status_link(request: HttpRequest, token: str) -> HttpResponse:
    """Exchange the secret link into the session."""
    application = links.application_of(token, at=timezone.now())
    if application is None:
        raise Http404
    if request.method != "POST":
        context = {"application": application}
        return secret_link.offer(request, "candidates/status/link.html", context)
    refused = secret_link.refusal(request, {"position": application.position})
    if refused is not None:
        return refused
    drafts.remember(request, application)
    if application.status == Status.DRAFT:
        response = redirect("candidates:apply", application.position.slug)
    else:
        response = redirect("candidates:status", application.pk)
    return secret_link.exchanged(request, response)


@login_not_required
@require_safe
def status(request: HttpRequest, pk: int) -> HttpResponse:
    """Say where the application stands, as far as the applicant was told."""
    application = drafts.application_of(request, pk)
    where = standing.standing_of(application)
    document = application.documents.cvs().order_by("-pk").first()
    return render(
        request,
        "candidates/status/page.html",
        {
            "application": application,
            "position": application.position,
            "reference": application.reference,
            "standing": where,
            "events": [
                {
                    "text": step.label,
                    "when": step.when,
                    "state": "" if step.state == "DONE" else step.state.lower(),
                }
                for step in where.steps
            ],
            "document": document,
            "reason": told.sentence(document.reason) if document else "",
            "jobs": application.work.order_by("source", "order"),
            "studies": application.studies.order_by("source", "order"),
            "needs": requirements.said_by(application),
            "own": questions.said_by(application),
            "examples": application.accomplishments.select_related("duty").order_by(
                "duty__order"
            ),
            "scenarios_url": _scenarios_url(application, where),
            "referees_url": _referees_url(application),
            "meeting_url": _meeting_url(application),
            "may_correct": corrections.may_correct(application),
            "corrections": application.corrections.order_by("-at", "-pk"),
            "requests": application.requests.order_by("-asked_at", "-pk"),
            "letters": letters.read_by(application, at=timezone.now()),
            "kinds": RequestKind,
        },
    )


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask once, then let the applicant go."""
    application = drafts.application_of(request, pk)
    if request.method == "POST":
        # Where there is nothing to leave, the status page says why.
        with suppress(pipeline.MoveNotAllowedError):
            pipeline.withdraw(application, at=timezone.now())
        return redirect("candidates:status", pk)
    if not standing.standing_of(application).may_withdraw:
        return redirect("candidates:status", pk)
    return render(
        request,
        "candidates/status/withdraw.html",
        {
            "application": application,
            "position": application.position,
            "reference": application.reference,
        },
    )


def _scenarios_url(application: Application, where: standing.Standing) -> str:
    """Return the address of the scenarios while they can still count, if any."""
    early = {Status.SUBMITTED, Status.UNDER_REVIEW, Status.SHORTLISTED}
    if where.stage not in early or not told.asks_scenarios(application.position):
        return ""
    try:
        return reverse("screening:scenarios", args=[application.pk])
    except NoReverseMatch:
        return ""


def _meeting_url(application: Application) -> str:
    """Return where a time for the interview is chosen, once somebody has asked."""
    if application.times_asked_at is None or application.status not in OPEN:
        return ""
    try:
        return reverse("screening:my_meeting", args=[application.pk])
    except NoReverseMatch:
        return ""


def _referees_url(application: Application) -> str:
    """Return where referees are named, while somebody has asked for them."""
    if application.references_asked_at is None:
        return ""
    try:
        return reverse("screening:my_referees", args=[application.pk])
    except NoReverseMatch:
        return ""
