"""Write down a position: one long page whose parts save apart."""

from collections import defaultdict
from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from backoffice_ats.accounts.models import User
from backoffice_ats.shared.access import StaffRequest, requires
from backoffice_ats.shared.htmx import render_page
from positions.forms.lifecycle import ReasonForm
from positions.models import Position
from positions.moves import EDITABLE
from positions.plan import Plan
from positions.services import approvals, comparing, drafting, lifecycle, plans
from positions.services import definition as service
from positions.views.definition import (
    about,
    checks,
    conditions,
    duties,
    needs,
    rows,
    weights,
)
from positions.views.definition.editing import Bound, Editing
from positions.views.head import approval_of, head_of


@require_safe
@requires("positions.change_position")
def definition(request: StaffRequest, slug: str) -> HttpResponse:
    return _page(request, _editing(request, slug), {}, status=200)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("positions.change_position")
def section(request: StaffRequest, slug: str, part: str) -> HttpResponse:
    """Save one part, or change its rows on the page without saving."""
    if part not in PARTS:
        raise Http404
    here = f"{reverse('positions:definition', args=[slug])}#{part}"
    if request.method != "POST":  # the address of a form that was reloaded
        return redirect(here)
    editing = _editing(request, slug)
    if typed := rows.typed(editing, part, request.POST):
        return _page(request, editing, typed, unsaved=part, status=200)
    try:
        wrong = PARTS[part](editing, request.POST, request.user)
    except service.NotEditableError:
        messages.error(
            request,
            _("This cannot change while the position is %(status)s.")
            % {"status": editing.position.get_status_display().lower()},
        )
        wrong = {}
    except drafting.NothingToDraftFromError:
        messages.error(request, _("Write down the duties first."))
        wrong = {}
    else:
        if wrong:
            return _page(request, editing, wrong, status=422)
        saved_at = timezone.localtime(editing.at).strftime("%H:%M")
        messages.success(request, _("Saved at %(time)s") % {"time": saved_at})
    return redirect(here)


@require_POST
@requires("positions.change_position")
def check_duties(request: StaffRequest, slug: str) -> HttpResponse:
    """Say how clear the duties are as they are typed; save nothing."""
    position = get_object_or_404(Position.objects.visible_to(request.user), slug=slug)
    context = checks.of_typed(position, request.POST)
    return render(request, "positions/_duty_checks.html", context)


@require_safe
@requires("positions.change_position")
def example(request: StaffRequest, slug: str) -> HttpResponse:
    """Show the arithmetic of the requirements for an example person."""
    editing = _editing(request, slug)
    context = head_of(editing.position, "definition") | needs.example(
        editing, request.GET
    )
    return render_page(
        request, "positions/example.html", context, fragment="positions/_example.html"
    )


@require_POST
@requires("positions.change_position")
def freeze(request: StaffRequest, slug: str) -> HttpResponse:
    """Make the changed definition what applicants are judged by, with a reason."""
    editing = _editing(request, slug)
    form = ReasonForm(request.POST, prefix="freeze")
    if not editing.position.is_running:
        raise Http404
    if not form.is_valid():
        return _page(request, editing, {"freeze": form}, status=422)
    try:
        version = lifecycle.freeze_again(
            editing.position,
            by=request.user,
            at=editing.at,
            reason=form.cleaned_data["reason"],
        )
    except plans.PlanIncompleteError as error:
        for problem in error.problems:
            messages.error(request, problem.text)
    except approvals.NotApprovedError as error:
        text = _("This must be approved again: %(changes)s.")
        messages.error(request, text % {"changes": "; ".join(error.changes)})
    except plans.PlanUnchangedError:
        messages.error(request, _("Nothing has changed since the newest version."))
    else:
        text = _("Version %(number)d is frozen. Every application is read again.")
        messages.success(request, text % {"number": version.number})
        return redirect(editing.position)
    return redirect("positions:definition", slug)


def _editing(request: StaffRequest, slug: str) -> Editing:
    position = get_object_or_404(
        Position.objects.visible_to(request.user).with_counts(), slug=slug
    )
    return Editing(
        position=position,
        plan=plans.plan_of(position),
        at=timezone.now(),
        zone=timezone.get_current_timezone_name(),
    )


def _page(
    request: HttpRequest,
    editing: Editing,
    replaced: Bound,
    *,
    status: int,
    unsaved: str = "",
) -> HttpResponse:
    position = editing.position
    context = head_of(position, "definition")
    missing = defaultdict(list)
    for problem in lifecycle.missing(position, at=editing.at):
        missing[problem.section].append(problem.text)
    steps = [
        {"key": key, "label": label, "problems": missing[key]}
        for key, label in part_labels().items()
    ]
    context |= approval_of(position)
    context |= _stored_forms(editing) | needs.example(editing, request.GET) | replaced
    context |= {
        "steps": steps,
        "missing": dict(missing),
        "plan": editing.plan,
        "unsaved": unsaved,
        "editable": position.status in EDITABLE,
        **_since_frozen(editing),
        "wrong": [form for form in replaced.values() if form.is_bound],
        "actions": "positions/_definition_actions.html",
        "retired": position.duties.filter(share=0).order_by("order")
        if not position.is_unpublished
        else [],
        "hints": checks.wording(editing),
    }
    context |= checks.of_forms(editing, context["duty_rows"])
    context["has_errors"] = bool(context["wrong"])
    context |= weights.context_of(context["criterion_rows"], editing.plan)
    return render(request, "positions/definition.html", context, status=status)


def _since_frozen(editing: Editing) -> dict[str, object]:
    """Say what differs from the version that applicants are judged by."""
    current = plans.current(editing.position)
    changes = (
        comparing.changes_between(Plan.from_json(current.content), editing.plan)
        if current
        else []
    )
    return {"current": current, "changes": changes, "is_changed": bool(changes)}


def part_labels() -> dict[str, str]:
    """Name the parts of the page, in its order."""
    return {
        "about": _("About the job"),
        "duties": _("Duties"),
        "needs": _("What they need"),
        "conditions": _("Skills and conditions"),
        "weights": _("Selection plan"),
        "pay": _("Pay and place"),
    }


def _stored_forms(editing: Editing) -> Bound:
    return {
        **about.stored(editing),
        **duties.stored(editing),
        **needs.stored(editing),
        **conditions.stored(editing),
        **weights.stored(editing),
        "freeze": ReasonForm(prefix="freeze"),
    }


PARTS: dict[str, Callable[[Editing, QueryDict, User], Bound]] = {
    "about": about.save_about,
    "duties": duties.save,
    "needs": needs.save,
    "conditions": conditions.save,
    "weights": weights.save,
    "pay": about.save_pay,
}
