"""The part "What they need", with its example person."""

from decimal import Decimal
from typing import Any

from django.http import QueryDict

from backoffice_ats.accounts.models import User
from positions.forms.needs import (
    ExampleForm,
    ExperienceFormSet,
    NeedsForm,
    RouteFormSet,
)
from positions.plan import Plan, PlanField
from positions.services import definition as service
from positions.services import qualifications
from positions.services.definition import EducationRow, ExperienceRow, RouteRow
from positions.views.definition.editing import Bound, Editing, filled


def stored(editing: Editing) -> Bound:
    """Return the forms as they are stored."""
    education = editing.plan.education
    return {
        "needs": NeedsForm(
            prefix="needs",
            initial={
                "policy": editing.position.policy_id,
                "reason": education.reason if education else "",
            },
            chosen=editing.position.policy,
        ),
        "kind_rows": ExperienceFormSet(
            prefix="kinds",
            initial=_kind_initial(editing.plan),
            form_kwargs=editing.linked,
        ),
        "route_rows": RouteFormSet(prefix="routes", initial=_route_initial(editing)),
    }


def _route_initial(editing: Editing) -> list[dict[str, Any]]:
    education = editing.plan.education
    return [
        {
            "level": route.level.value,
            "fields_of_study": ", ".join(_as_typed(field) for field in route.fields),
            "credits_full": route.credits_full,
            "credits_base": route.credits_base or "",
        }
        for route in (education.routes if education else ())
    ]


def _as_typed(field: PlanField) -> str:
    """Write a field of study as people type it: "economics 50 %"."""
    return field.name if field.relevance == 100 else f"{field.name} {field.relevance} %"  # noqa: PLR2004 -- per cent


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


def save(editing: Editing, data: QueryDict, by: User) -> Bound:
    form = NeedsForm(data, prefix="needs", chosen=editing.position.policy)
    rows = ExperienceFormSet(data, prefix="kinds", form_kwargs=editing.linked)
    routes = RouteFormSet(data, prefix="routes")
    fine = form.is_valid() & rows.is_valid() & routes.is_valid()
    asked = filled(routes) if routes.is_valid() else []
    if (asked and not form.require_reason()) or not fine:
        return {"needs": form, "kind_rows": rows, "route_rows": routes}
    typed = form.cleaned_data
    education = None
    if asked:
        education = EducationRow(
            routes=tuple(
                RouteRow(
                    level=row["level"],
                    fields=row["fields_of_study"],
                    credits_full=row["credits_full"],
                    credits_base=row["credits_base"] or 0,
                )
                for row in asked
            ),
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
            for row in filled(rows)
        ],
        policy=typed["policy"],
        by=by,
    )
    return {}


def example(editing: Editing, data: QueryDict) -> dict[str, Any]:
    plan = editing.plan
    kinds = {kind.id: kind.kind_of_work for kind in plan.experience}
    months, credit = qualifications.halves(plan)
    asked = any(name in data for name in ("credits", *(f"months_{k}" for k in kinds)))
    typed = {"credits": _shown(credit)} | {
        f"months_{key}": _shown(number) for key, number in months.items()
    }
    form = ExampleForm(data if asked else typed, kinds=kinds)
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
