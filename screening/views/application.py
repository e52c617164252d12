"""One application: the whole explanation, the record, a correction, the name."""

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from backoffice_ats.shared.access import StaffRequest, requires
from backoffice_ats.shared.doorbell import ring
from candidates.models import Application, Document
from candidates.services import identity
from candidates.services.identity import Identity
from candidates.stages import MOVES, Status
from positions.criteria import CriterionKind
from screening import tasks
from screening.enums import Verdict
from screening.forms.judgement import CorrectionForm, RatingForm, RevealForm
from screening.models import Evaluation
from screening.services import corrections, explanation, finals
from screening.views.ranking import read_show

REVEALED = "screening.revealed"
STAGES = (
    Status.SUBMITTED,
    Status.UNDER_REVIEW,
    Status.SHORTLISTED,
    Status.INTERVIEW,
    Status.OFFER,
)


@require_safe
@requires("candidates.view_application")
def show_application(request: StaffRequest, pk: int) -> HttpResponse:
    """Show the explanation, the record and what has happened."""
    application = _application(request, pk)
    show = read_show(request)
    found = explanation.explanation_of(application, request.user, show=show)
    who = _identity(request, application)
    status = Status(application.status)
    context = {
        "application": application,
        "position": application.position,
        "explanation": found,
        "final": finals.of_application(found.evaluation, request.user)
        if found.evaluation
        else None,
        "corrections": application.corrections.order_by("-at", "-pk"),
        "who": who,
        "may_reveal": who.hidden
        and request.user.has_perm("candidates.reveal_application"),
        "may_correct": request.user.has_perm("screening.correct_evaluation"),
        "may_move": bool(MOVES[status])
        and request.user.has_perm("candidates.decide_application"),
        "may_open_files": not who.hidden
        and request.user.has_perm("candidates.view_document"),
        "stage_done": STAGES.index(status) + 1 if status in STAGES else len(STAGES),
        "stages": len(STAGES),
        "documents": application.documents.all(),
        "show": show,
    }
    return render(request, "screening/application.html", context)


@requires("screening.correct_evaluation")
def correct_verdict(request: StaffRequest, pk: int, criterion: int) -> HttpResponse:
    """Ask for a verdict and a reason, and evaluate again with them."""
    application = _application(request, pk)
    try:
        asked = corrections.criterion_of(application, criterion)
    except corrections.NoSuchCriterionError:
        return redirect("screening:application", pk=pk)
    if request.method == "POST" and "take_back" in request.POST:
        corrections.take_back(
            application, criterion, by=request.user, at=timezone.now()
        )
        ring(tasks.evaluate_application, application_id=pk)
        messages.success(request, _("The computed value counts again."))
        return redirect("screening:application", pk=pk)
    is_rated = asked.kind is CriterionKind.WORK_SAMPLE
    shape = RatingForm if is_rated else CorrectionForm
    form = shape(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        corrections.correct(
            application,
            criterion,
            verdict=Verdict(form.cleaned_data["verdict"]),
            score=form.cleaned_data.get("score"),
            reason=form.cleaned_data["reason"],
            by=request.user,
            at=timezone.now(),
        )
        ring(tasks.evaluate_application, application_id=pk)
        messages.success(
            request,
            _("Rated. The score follows in a moment.")
            if is_rated
            else _("Corrected. The score follows in a moment."),
        )
        return redirect("screening:application", pk=pk)
    context = {
        "application": application,
        "position": application.position,
        "criterion": asked,
        "is_rated": is_rated,
        "who": _identity(request, application),
        "form": form,
        "is_corrected": application.overrides.filter(criterion=criterion).exists(),
        "computed": _computed(application, criterion),
    }
    return render(request, "screening/correct.html", context)


@requires("candidates.reveal_application")
def reveal_name(request: StaffRequest, pk: int) -> HttpResponse:
    """Ask for a reason, put it on record, and show the name for this session."""
    application = _application(request, pk)
    if not _identity(request, application).hidden:
        return redirect("screening:application", pk=pk)
    form = RevealForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        corrections.reveal(
            application,
            reason=form.cleaned_data["reason"],
            by=request.user,
            at=timezone.now(),
        )
        shown = set(request.session.get(REVEALED, ())) | {pk}
        request.session[REVEALED] = sorted(shown)
        return redirect("screening:application", pk=pk)
    context = {
        "application": application,
        "position": application.position,
        "who": _identity(request, application),
        "form": form,
        "back": reverse("screening:application", args=[pk]),
    }
    return render(request, "screening/reveal.html", context)


def _application(request: StaffRequest, pk: int) -> Application:
    found: Application = get_object_or_404(
        Application.objects.visible_to(request.user)
        .select_related("position", "candidate", "attempt")
        .prefetch_related(Prefetch("documents", Document.objects.cvs())),
        pk=pk,
    )
    return found


def _identity(request: StaffRequest, application: Application) -> Identity:
    """Return what this reader may know; a name once revealed stays for the session."""
    who = identity.shown_to(application, request.user)
    if who.hidden and application.pk in request.session.get(REVEALED, ()):
        name = application.candidate.name if application.candidate else ""
        return Identity(name or application.code, hidden=False)
    return who


def _computed(application: Application, criterion: int) -> dict[str, object] | None:
    """Find what the system found, before any correction."""
    row = (
        Evaluation.objects.filter(application=application)
        .order_by("-plan_version__number")
        .first()
    )
    for raw in row.results if row else ():
        if raw["key"] == str(criterion):
            return {"verdict": raw["facts"].get("before_verdict", raw["verdict"])}
    return None
