"""Write down a position: one long page whose parts save apart."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.template.defaultfilters import truncatechars
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
from positions import forms
from positions.criteria import CriterionKind
from positions.enums import CRITERION_KINDS, PositionStatus
from positions.models import EducationRequirement, Position
from positions.plan import Plan
from positions.services import definition as service
from positions.services import lifecycle, plans, qualifications
from positions.services.definition import (
    CriterionRow,
    DutyRow,
    EducationRow,
    ExperienceRow,
)
from positions.views.head import head_of

if TYPE_CHECKING:
    from django.forms import BaseFormSet

Bound = dict[str, Any]  # forms of one part, by the name the template gives them


@dataclass(frozen=True)
class Editing:
    """One request to the page: whose position, when, and what stands in the rows."""

    position: Position
    plan: Plan
    at: dt.datetime
    zone: str

    @property
    def duty_choices(self) -> list[tuple[int, str]]:
        return [
            (duty.id, f"{duty.order}. {truncatechars(duty.statement, 70)}")
            for duty in self.plan.duties
        ]


# ---- pages ----


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
    if typed := _typed(editing, part, request.POST):
        return _page(request, editing, typed, unsaved=part, status=200)
    try:
        wrong = PARTS[part](editing, request.POST, request.user)
    except service.NotEditableError:
        messages.error(request, _("This cannot change while the position is closed."))
        wrong = {}
    except service.NothingToDraftFromError:
        messages.error(request, _("Write down the duties first."))
        wrong = {}
    else:
        if wrong:
            return _page(request, editing, wrong, status=422)
        saved_at = timezone.localtime(editing.at).strftime("%H:%M")
        messages.success(request, _("Saved at %(time)s") % {"time": saved_at})
    return redirect(here)


@require_safe
@requires("positions.change_position")
def example(request: StaffRequest, slug: str) -> HttpResponse:
    """Show the arithmetic of the requirements for an example person."""
    editing = _editing(request, slug)
    context = head_of(editing.position, "definition") | _example(editing, request.GET)
    return render_page(
        request, "positions/example.html", context, fragment="positions/_example.html"
    )


@require_POST
@requires("positions.change_position")
def freeze(request: StaffRequest, slug: str) -> HttpResponse:
    """Make the changed definition what applicants are judged by, with a reason."""
    editing = _editing(request, slug)
    form = forms.ReasonForm(request.POST, prefix="freeze")
    if editing.position.status != PositionStatus.OPEN:
        raise Http404
    if not form.is_valid():
        return _page(request, editing, {"freeze": form}, status=422)
    try:
        version = plans.freeze(
            editing.position,
            by=request.user,
            at=editing.at,
            reason=form.cleaned_data["reason"],
        )
    except plans.PlanIncompleteError as error:
        for problem in error.problems:
            messages.error(request, problem.text)
    except plans.PlanUnchangedError:
        messages.error(request, _("Nothing has changed since the newest version."))
    else:
        text = _("Version %(number)d is frozen. Every application is read again.")
        messages.success(request, text % {"number": version.number})
        return redirect(editing.position)
    return redirect("positions:definition", slug)


# ---- what the page is made of ----


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
    context |= _stored_forms(editing) | _example(editing, request.GET) | replaced
    context |= {
        "steps": steps,
        "missing": dict(missing),
        "plan": editing.plan,
        "unsaved": unsaved,
        "editable": position.status in {PositionStatus.DRAFT, PositionStatus.OPEN},
        "current": plans.current(position),
        "is_changed": not position.is_draft and plans.is_changed(position),
        "wrong": [form for form in replaced.values() if form.is_bound],
        "actions": "positions/_definition_actions.html",
        "retired": position.duties.filter(share=0).order_by("order")
        if not position.is_draft
        else [],
        "share_total": sum(duty.share for duty in editing.plan.duties),
        "weight_total": sum(c.weight for c in editing.plan.criteria),
    }
    context["has_errors"] = bool(context["wrong"])
    _name_kinds(context["criterion_rows"], editing.plan)
    return render(request, "positions/definition.html", context, status=status)


def _name_kinds(rows: "BaseFormSet[Any]", plan: Plan) -> None:
    """Write on each criterion's form what it looks at; nobody can change that."""
    labels = dict(CRITERION_KINDS)
    kinds = {str(criterion.id): criterion.kind for criterion in plan.criteria}
    for form in rows.forms:
        kind = kinds.get(str(form["id"].value()), CriterionKind.DUTY)
        form.kind_label = labels[kind.value]


def part_labels() -> dict[str, str]:
    """Name the parts of the page, in its order."""
    return {
        "about": _("About the job"),
        "duties": _("Duties"),
        "needs": _("What they need"),
        "weights": _("Weights"),
        "pay": _("Pay and place"),
    }


def _stored_forms(editing: Editing) -> Bound:
    position = editing.position
    return {
        "about": forms.AboutForm(
            initial=_about_initial(position), **_about_options(editing)
        ),
        "pay": forms.PayForm(
            initial=_pay_initial(position), prefix="pay", status=position.status
        ),
        "duty_rows": forms.DutyFormSet(
            prefix="duties", initial=_duty_initial(position)
        ),
        "needs": forms.NeedsForm(prefix="needs", initial=_needs_initial(editing)),
        "kind_rows": forms.ExperienceFormSet(
            prefix="kinds",
            initial=_kind_initial(editing.plan),
            form_kwargs=_linked(editing),
        ),
        "criterion_rows": forms.CriterionFormSet(
            prefix="criteria",
            initial=_criterion_initial(editing.plan),
            form_kwargs=_linked(editing),
        ),
        "freeze": forms.ReasonForm(prefix="freeze"),
    }


def _about_options(editing: Editing) -> dict[str, Any]:
    return {
        "prefix": "about",
        "status": editing.position.status,
        "at": editing.at,
        "zone": editing.zone,
    }


def _linked(editing: Editing) -> dict[str, Any]:
    return {"duty_choices": editing.duty_choices}


ABOUT = ("title", "department", "openings", "summary", "closes_at", "blind_review")
PAY = (
    "workplace",
    "place",
    "employment",
    "hours_per_week",
    "pay_low",
    "pay_high",
    "pay_currency",
    "pay_period",
)


def _about_initial(position: Position) -> dict[str, Any]:
    return {name: getattr(position, name) for name in ABOUT}


def _pay_initial(position: Position) -> dict[str, Any]:
    return {name: getattr(position, name) for name in PAY}


def _duty_initial(position: Position) -> list[dict[str, Any]]:
    duties = position.duties.filter(share__gt=0).order_by("order", "pk")
    return [
        {
            "id": duty.pk,
            "statement": duty.statement,
            "share": duty.share,
            "essential": duty.essential,
            "essential_reason": duty.essential_reason,
        }
        for duty in duties
    ] or [{"essential": True}]


def _needs_initial(editing: Editing) -> dict[str, Any]:
    education = EducationRequirement.objects.filter(position=editing.position).first()
    return {
        "equivalence": editing.position.equivalence,
        "level": education.level if education else "",
        "fields_of_study": ", ".join(education.fields) if education else "",
        "credits_full": education.credits_full if education else "",
        "credits_base": education.credits_base if education else "",
        "reason": education.reason if education else "",
    }


def _kind_initial(plan: Plan) -> list[dict[str, Any]]:
    return [
        {
            "id": kind.id,
            "kind_of_work": kind.kind_of_work,
            "months": kind.months,
            "headroom": kind.headroom,
            "education_counts": kind.education_counts,
            "duties": list(kind.duties),
        }
        for kind in plan.experience
    ]


def _criterion_initial(plan: Plan) -> list[dict[str, Any]]:
    return [
        {
            "id": criterion.id,
            "title": criterion.title,
            "weight": criterion.weight,
            "essential": criterion.essential,
            "duties": list(criterion.duties),
            "anchor_none": criterion.anchor_none,
            "anchor_meets": criterion.anchor_meets,
            "anchor_best": criterion.anchor_best,
        }
        for criterion in plan.criteria
    ]


def _example(editing: Editing, data: QueryDict) -> dict[str, Any]:
    plan = editing.plan
    kinds = {kind.id: kind.kind_of_work for kind in plan.experience}
    months, credit = qualifications.halves(plan)
    asked = any(name in data for name in ("credits", *(f"months_{k}" for k in kinds)))
    typed = {"credits": _shown(credit)} | {
        f"months_{key}": _shown(number) for key, number in months.items()
    }
    form = forms.ExampleForm(data if asked else typed, kinds=kinds)
    if plan.education is None:
        del form.fields["credits"]
    examples = []
    if form.is_valid():
        values = form.cleaned_data
        examples = qualifications.try_out(
            plan,
            {key: values[f"months_{key}"] or Decimal(0) for key in kinds},
            values.get("credits") or Decimal(0),
        )
    return {"example_form": form, "examples": examples}


def _shown(number: Decimal) -> str:
    return f"{number.normalize():f}" if number else "0"


# ---- rows that are added, moved and taken out without saving ----


def _typed(editing: Editing, part: str, data: QueryDict) -> Bound:
    """Return the part's forms with its rows changed, if a button asked for that."""
    if part not in ROWS:
        return {}
    name, form, prefix, most = ROWS[part]
    options = {} if form is forms.DutyForm else _linked(editing)
    rows = forms.typed_rows(form, data, prefix, options, most=most)
    if not _rearranged(rows, data, most):
        return {}
    sets: dict[str, type[BaseFormSet[Any]]] = {
        "duties": forms.DutyFormSet,
        "needs": forms.ExperienceFormSet,
        "weights": forms.CriterionFormSet,
    }
    formset = sets[part](prefix=prefix, initial=rows, form_kwargs=options)
    typed: Bound = {name: formset}
    if part == "needs":
        raw = {
            field: data.get(f"needs-{field}", "") for field in forms.NeedsForm().fields
        }
        typed["needs"] = forms.NeedsForm(prefix="needs", initial=raw)
    return typed


ROWS: dict[str, tuple[str, type[forms.RowForm], str, int]] = {
    "duties": ("duty_rows", forms.DutyForm, "duties", forms.MOST_DUTIES),
    "needs": ("kind_rows", forms.ExperienceForm, "kinds", forms.MOST_KINDS_OF_WORK),
    "weights": (
        "criterion_rows",
        forms.CriterionForm,
        "criteria",
        forms.MOST_CRITERIA,
    ),
}


def _rearranged(rows: list[dict[str, Any]], data: QueryDict, most: int) -> bool:
    """Do what the pressed button says; say whether there was one."""
    if "add_row" in data:
        if len(rows) < most:
            rows.append({"essential": True, "education_counts": True, "headroom": 24})
        return True
    for button, step in (("row_up", -1), ("row_down", 1), ("row_remove", 0)):
        index = data.get(button, "")
        if not (index.isdecimal() and len(index) < 4):  # noqa: PLR2004 -- digits
            continue
        at = int(index)
        if at < len(rows):
            row = rows.pop(at)
            if step:
                rows.insert(max(at + step, 0), row)
        return True
    return False


# ---- what each part saves ----


def _save_about(editing: Editing, data: QueryDict, by: User) -> Bound:
    form = forms.AboutForm(
        data, initial=_about_initial(editing.position), **_about_options(editing)
    )
    if not form.is_valid():
        return {"about": form}
    service.update_position(editing.position, by=by, **form.cleaned_data)
    return {}


def _save_pay(editing: Editing, data: QueryDict, by: User) -> Bound:
    position = editing.position
    form = forms.PayForm(
        data, initial=_pay_initial(position), prefix="pay", status=position.status
    )
    if not form.is_valid():
        return {"pay": form}
    service.update_position(position, by=by, **form.cleaned_data)
    return {}


def _save_duties(editing: Editing, data: QueryDict, by: User) -> Bound:
    rows = forms.DutyFormSet(data, prefix="duties")
    if not rows.is_valid():
        return {"duty_rows": rows}
    service.set_duties(
        editing.position,
        [
            DutyRow(
                statement=row["statement"],
                share=row["share"],
                essential=row["essential"],
                essential_reason=row["essential_reason"],
                id=row["id"],
            )
            for row in _filled(rows)
        ],
        by=by,
    )
    return {}


def _filled(rows: "BaseFormSet[Any]") -> list[dict[str, Any]]:
    """Return what was typed, without the rows that were left empty."""
    return [form.cleaned_data for form in rows.forms if form.has_changed()]


def _save_needs(editing: Editing, data: QueryDict, by: User) -> Bound:
    form = forms.NeedsForm(data, prefix="needs")
    rows = forms.ExperienceFormSet(data, prefix="kinds", form_kwargs=_linked(editing))
    if not (form.is_valid() & rows.is_valid()):
        return {"needs": form, "kind_rows": rows}
    typed = form.cleaned_data
    education = None
    if typed["level"] is not None:
        education = EducationRow(
            level=typed["level"],
            fields=typed["fields_of_study"],
            credits_full=typed["credits_full"],
            credits_base=typed["credits_base"] or 0,
            reason=typed["reason"],
        )
    service.set_requirements(
        editing.position,
        education=education,
        experience=[
            ExperienceRow(
                kind_of_work=row["kind_of_work"],
                months=row["months"],
                headroom=row["headroom"],
                education_counts=row["education_counts"],
                duties=tuple(row["duties"]),
                id=row["id"],
            )
            for row in _filled(rows)
        ],
        equivalence=typed["equivalence"],
        by=by,
    )
    return {}


def _save_weights(editing: Editing, data: QueryDict, by: User) -> Bound:
    if "draft" in data:
        service.draft_criteria(editing.position, by=by)
        return {}
    rows = forms.CriterionFormSet(data, prefix="criteria", form_kwargs=_linked(editing))
    if not rows.is_valid():
        return {"criterion_rows": rows}
    stored = {criterion.id: criterion for criterion in editing.plan.criteria}
    service.set_criteria(
        editing.position,
        [
            CriterionRow(
                kind=stored[row["id"]].kind
                if row["id"] in stored
                else CriterionKind.DUTY,
                title=row["title"],
                weight=row["weight"],
                essential=row["essential"],
                duties=tuple(row["duties"]),
                experience=stored[row["id"]].experience
                if row["id"] in stored
                else None,
                anchor_none=row["anchor_none"],
                anchor_meets=row["anchor_meets"],
                anchor_best=row["anchor_best"],
                id=row["id"],
            )
            for row in _filled(rows)
        ],
        by=by,
    )
    return {}


PARTS: dict[str, Callable[[Editing, QueryDict, User], Bound]] = {
    "about": _save_about,
    "duties": _save_duties,
    "needs": _save_needs,
    "weights": _save_weights,
    "pay": _save_pay,
}
