"""HR writes scenarios, asks experts about them, and freezes the key."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from backoffice_ats.shared.access import StaffRequest, requires
from backoffice_ats.shared.doorbell import ring
from backoffice_ats.shared.htmx import is_htmx
from positions.enums import DIMENSIONS
from screening import tasks
from screening.engine.items import WEAK
from screening.enums import FormState
from screening.forms.authoring import ExpertsForm, FormForm, FreezeForm, ScenarioForm
from screening.instruments import AnswerFormat, Instrument
from screening.models import Expert, Form, Scenario
from screening.services import authoring, experts, exposure, guests, sealing
from screening.services import forms as questionnaires
from screening.services.authoring import NotOpenError

PERMISSION = "screening.edit_form"
STANDS = gettext_lazy("Its words stand now: the experts have it, or it is frozen.")


@require_safe
@requires(PERMISSION)
def forms(request: StaffRequest) -> HttpResponse:
    """List the organisation's own forms, and those that come with this."""
    return render(
        request,
        "screening/authoring/forms.html",
        {
            "rows": exposure.own_forms(),
            "built_in": questionnaires.default(),
        },
    )


@require_safe
@requires(PERMISSION)
def built_in(request: StaffRequest, key: str) -> HttpResponse:
    """Show a form that comes with this as applicants read it, without its key."""
    found = next(
        (one for one in questionnaires.built_in().values() if one.key == key), None
    )
    if found is None:
        raise Http404
    newest = questionnaires.default()
    return render(
        request, "screening/authoring/built_in.html", {"rows": _shown(newest)}
    )


def _shown(form: Instrument) -> list[dict[str, object]]:
    labels = dict(DIMENSIONS)
    return [
        {
            "key": one.key,
            "dimension": labels[one.dimension.value],
            "stem": one.stem,
            "replies": [option.text for option in one.options],
        }
        for one in form.scenarios
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@requires(PERMISSION)
def form_add(request: StaffRequest) -> HttpResponse:
    """Begin a form of the organisation's own."""
    form = FormForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        made = authoring.create(**form.cleaned_data)
        return redirect("screening:form", made.pk)
    return render(
        request, "screening/authoring/describe.html", {"form": form, "found": None}
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires(PERMISSION)
def describe(request: StaffRequest, pk: int) -> HttpResponse:
    """Change what a draft is called and how it is answered."""
    found = _form(pk)
    form = FormForm(
        request.POST if request.method == "POST" else None,
        initial={
            "title": found.title,
            "answer_format": found.answer_format,
            "scoring": found.scoring,
        },
    )
    if form.is_bound and form.is_valid():
        try:
            authoring.describe(found, **form.cleaned_data)
        except NotOpenError:
            messages.error(request, STANDS)
        return redirect("screening:form", pk)
    return render(
        request, "screening/authoring/describe.html", {"form": form, "found": found}
    )


@require_safe
@requires(PERMISSION)
def form(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a form: its situations, its experts, what comes next."""
    return _show(request, _form(pk), ExpertsForm())


def _show(request: StaffRequest, found: Form, form: ExpertsForm) -> HttpResponse:
    rows: list[dict[str, Any]] = [
        {
            "scenario": one,
            "replies": [option.text for option in one.options.all()],
            "hints": authoring.hints(authoring.written_of(one))
            if found.is_open
            else [],
        }
        for one in found.scenarios.prefetch_related("options")
    ]
    panel = list(found.experts.order_by("pk"))
    return render(
        request,
        "screening/authoring/form.html",
        {
            "found": found,
            "rows": rows,
            "counts": _counts([row["scenario"].dimension for row in rows]),
            "fewest": authoring.FEWEST_SITUATIONS[AnswerFormat(found.answer_format)],
            "replies": sum(len(row["replies"]) for row in rows),
            "experts": panel,
            "done": len([one for one in panel if one.done_at]),
            "needed": authoring.raters_for(found),
            "form": form,
            "taken": exposure.taken([found.name]).get(found.name, 0),
            "items": exposure.items_of(found),
            "minimum": exposure.MINIMUM,
            "weak": WEAK,
        },
    )


def _counts(said: list[str]) -> list[tuple[str, int]]:
    return [(str(label), said.count(key)) for key, label in DIMENSIONS]


@require_POST
@requires(PERMISSION)
def give(request: StaffRequest, pk: int) -> HttpResponse:
    """Close the words and let experts rate them."""
    found = _form(pk)
    try:
        authoring.give_to_experts(found)
    except authoring.TooFewError:
        messages.error(
            request, _("Write a few more situations first: there are too few to score.")
        )
    except NotOpenError:
        messages.error(request, STANDS)
    else:
        messages.success(request, _("Invite those who know the work."))
    return redirect("screening:form", pk)


@require_POST
@requires(PERMISSION)
def take_back(request: StaffRequest, pk: int) -> HttpResponse:
    """Open the words again."""
    try:
        authoring.take_back(_form(pk))
    except NotOpenError:
        messages.error(
            request,
            _("Somebody has rated it already. Make a new version to change the words."),
        )
    return redirect("screening:form", pk)


@require_POST
@requires(PERMISSION)
def remove(request: StaffRequest, pk: int) -> HttpResponse:
    """Delete a form that was never frozen."""
    try:
        authoring.remove(_form(pk))
    except NotOpenError:
        messages.error(
            request, _("It is frozen, so it can be retired but not deleted.")
        )
        return redirect("screening:form", pk)
    messages.success(request, _("The form is deleted."))
    return redirect("screening:forms")


@require_POST
@requires(PERMISSION)
def copy(request: StaffRequest, pk: int) -> HttpResponse:
    """Begin the next version."""
    new = authoring.copy(_form(pk))
    messages.success(
        request, _("This is the next version, to be written. The other one stands.")
    )
    return redirect("screening:form", new.pk)


@require_POST
@requires(PERMISSION)
def retire(request: StaffRequest, pk: int) -> HttpResponse:
    """Offer a form to no position any more."""
    authoring.retire(_form(pk), at=timezone.now())
    messages.success(
        request, _("It is retired. Who has begun it can finish; nobody new gets it.")
    )
    return redirect("screening:form", pk)


# ---- situations ----


@require_http_methods(["GET", "HEAD", "POST"])
@requires(PERMISSION)
def scenario_add(request: StaffRequest, pk: int) -> HttpResponse:
    """Write a situation, from nothing or from one that comes with this."""
    found = _form(pk)
    start = _adapted(request.GET.get("from", ""))
    return _edit(request, found, None, ScenarioForm.initial_of(start) if start else {})


def _adapted(key: str) -> authoring.Written | None:
    texts = questionnaires.default().scenarios
    one = next((one for one in texts if one.key == key), None)
    return authoring.written_of(one) if one else None


@require_http_methods(["GET", "HEAD", "POST"])
@requires(PERMISSION)
def scenario_edit(request: StaffRequest, pk: int, scenario: int) -> HttpResponse:
    """Change a situation."""
    found = _form(pk)
    one = get_object_or_404(found.scenarios, pk=scenario)
    return _edit(
        request, found, one, ScenarioForm.initial_of(authoring.written_of(one))
    )


def _edit(
    request: StaffRequest, found: Form, one: Scenario | None, initial: dict[str, str]
) -> HttpResponse:
    form = ScenarioForm(
        request.POST if request.method == "POST" else None, initial=initial
    )
    look = request.method == "POST" and "look" in request.POST
    if form.is_bound and form.is_valid() and not look:
        try:
            if one is None:
                authoring.add_scenario(found, form.written())
            else:
                authoring.change_scenario(one, form.written())
        except NotOpenError:
            messages.error(request, STANDS)
        else:
            messages.success(request, _("The situation is kept."))
        return redirect("screening:form", found.pk)
    context = {
        "found": found,
        "scenario": one,
        "form": form,
        "hints": form.hints() if form.is_bound else [],
        "is_checked": form.is_bound,
        "texts": _shown(questionnaires.default()) if one is None else [],
    }
    if look and is_htmx(request):
        return render(request, "screening/authoring/_hints.html", context)
    return render(request, "screening/authoring/scenario.html", context)


@require_POST
@requires(PERMISSION)
def scenario_move(request: StaffRequest, pk: int, scenario: int) -> HttpResponse:
    """Move a situation one place."""
    one = get_object_or_404(_form(pk).scenarios, pk=scenario)
    try:
        authoring.move_scenario(one, by=-1 if "up" in request.POST else 1)
    except NotOpenError:
        messages.error(request, STANDS)
    return redirect("screening:form", pk)


@require_POST
@requires(PERMISSION)
def scenario_remove(request: StaffRequest, pk: int, scenario: int) -> HttpResponse:
    """Take a situation out: of a draft for good, of a frozen form for the future."""
    found = _form(pk)
    one = get_object_or_404(found.scenarios, pk=scenario)
    if found.state in {FormState.FROZEN, FormState.RETIRED}:
        authoring.retire_scenario(one, at=timezone.now())
        messages.success(
            request, _("Nobody gets this situation any more. Scores that stand stay.")
        )
        return redirect("screening:form", pk)
    try:
        authoring.remove_scenario(one)
    except NotOpenError:
        messages.error(request, STANDS)
    else:
        messages.success(request, _("The situation is taken out."))
    return redirect("screening:form", pk)


# ---- experts ----


@require_POST
@requires(PERMISSION)
def expert_add(request: StaffRequest, pk: int) -> HttpResponse:
    """Invite people who know the work."""
    found = _form(pk)
    form = ExpertsForm(request.POST)
    if not form.is_valid():
        return _show(request, found, form)
    try:
        new = experts.invite(
            found, form.cleaned_data["people"], by=request.user, at=timezone.now()
        )
    except experts.ClosedError:
        messages.error(request, _("The form is not with the experts now."))
    except experts.TooManyError:
        form.add_error(
            "people", _("%(n)d experts are enough.") % {"n": experts.MOST_EXPERTS}
        )
        return _show(request, found, form)
    else:
        for one in new:
            ring(tasks.send_expert_letter, expert_id=one.pk)
        messages.success(
            request,
            ngettext("%(n)d person is invited.", "%(n)d people are invited.", len(new))
            % {"n": len(new)},
        )
    return redirect("screening:form", pk)


@require_POST
@requires(PERMISSION)
def expert_remove(request: StaffRequest, pk: int, expert: int) -> HttpResponse:
    """Take somebody off the panel."""
    one = get_object_or_404(Expert, form=pk, pk=expert)
    try:
        experts.remove(one)
    except experts.ClosedError:
        messages.error(request, _("The key is made of what they said: it stands."))
    else:
        messages.success(request, _("%(name)s is off the panel.") % {"name": one.name})
    return redirect("screening:form", pk)


@require_POST
@requires(PERMISSION)
def expert_again(request: StaffRequest, pk: int, expert: int) -> HttpResponse:
    """Send somebody the link once more."""
    one = get_object_or_404(Expert, form=pk, pk=expert)
    if guests.ask_again(one, at=timezone.now()):
        ring(tasks.send_expert_letter, expert_id=one.pk)
        messages.success(request, _("%(name)s is asked again.") % {"name": one.name})
    else:
        messages.info(
            request,
            _("%(name)s got a letter within the last two days.") % {"name": one.name},
        )
    return redirect("screening:form", pk)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(PERMISSION)
def review(request: StaffRequest, pk: int) -> HttpResponse:
    """Show what the experts made of each reply; a POST freezes the key."""
    found = _form(pk)
    if found.state != FormState.RATING:
        return redirect("screening:form", pk)
    try:
        seen = experts.review(found)
    except sealing.BrokenSealError:
        messages.error(
            request,
            _(
                "The ratings cannot be opened: the secret key was replaced. Ask whoever"
                " runs this installation to name the old one."
            ),
        )
        return redirect("screening:form", pk)
    form = FreezeForm(request.POST if request.method == "POST" else None)
    chosen = (
        {one.option.pk for one in seen.rows if f"o{one.option.pk}" in request.POST}
        if form.is_bound
        else seen.counting
    )
    if form.is_bound and form.is_valid():
        response = _freeze(request, found, form, seen, chosen)
        if response is not None:
            return response
    return render(
        request,
        "screening/authoring/review.html",
        {
            "found": found,
            "form": form,
            "review": seen,
            "rows": [(one, one.option.pk in chosen) for one in seen.rows],
            "obstacles": authoring.obstacles(found, seen.panel, chosen),
            "chart": exposure.u_curve(seen),
        },
    )


def _freeze(
    request: StaffRequest,
    found: Form,
    form: FreezeForm,
    seen: experts.Review,
    chosen: set[int],
) -> HttpResponse | None:
    in_spite = any(
        one.fault and not one.counts and one.option.pk in chosen for one in seen.rows
    )
    if in_spite and not form.cleaned_data["reason"]:
        form.add_error(
            "reason",
            _("Say why they count, or take the tick off those that are marked."),
        )
        return None
    try:
        authoring.freeze(
            found,
            chosen & set(seen.means),
            by=request.user,
            at=timezone.now(),
            means=seen.means,
            panel=seen.panel,
            reason=form.cleaned_data["reason"],
        )
    except authoring.NotReadyError as error:
        for sentence in error.why:
            form.add_error(None, sentence)
        return None
    except NotOpenError:
        messages.error(request, _("It was frozen a moment ago."))
    else:
        messages.success(
            request, _("The key is frozen. Positions can choose this form now.")
        )
    return redirect("screening:form", found.pk)


def _form(pk: int) -> Form:
    found: Form = get_object_or_404(Form, pk=pk)
    return found
