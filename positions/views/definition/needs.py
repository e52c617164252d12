"""The part "What they need", with its example person."""

from decimal import Decimal
from typing import Any

from django.http import QueryDict

from backoffice_ats.accounts.models import User
from positions.forms.needs import ExampleForm, ExperienceFormSet, NeedsForm
from positions.plan import Plan
from positions.services import definition as service
from positions.services import qualifications
from positions.services.definition import EducationRow, ExperienceRow, RouteRow
from positions.views.definition.editing import Bound, Editing, filled


def stored(editing: Editing) -> Bound:
    """Return the forms as they are stored."""
    return {
        "needs": NeedsForm(
            prefix="needs", initial=_initial(editing), chosen=editing.position.policy
        ),
        "kind_rows": ExperienceFormSet(
            prefix="kinds",
            initial=_kind_initial(editing.plan),
            form_kwargs=editing.linked,
        ),
    }


def _initial(editing: Editing) -> dict[str, Any]:
    education = editing.plan.education
    route = education.routes[0] if education and education.routes else None
    return {
        "policy": editing.position.policy_id,
        "level": route.level.value if route else "",
        "fields_of_study": ", ".join(f.name for f in route.fields) if route else "",
        "credits_full": route.credits_full if route else "",
        "credits_base": route.credits_base if route else "",
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


def save(editing: Editing, data: QueryDict, by: User) -> Bound:
    form = NeedsForm(data, prefix="needs", chosen=editing.position.policy)
    rows = ExperienceFormSet(data, prefix="kinds", form_kwargs=editing.linked)
    if not (form.is_valid() & rows.is_valid()):
        return {"needs": form, "kind_rows": rows}
    typed = form.cleaned_data
    education = None
    if typed["level"] is not None:
        route = RouteRow(
            level=typed["level"],
            fields=typed["fields_of_study"],
            credits_full=typed["credits_full"],
            credits_base=typed["credits_base"] or 0,
        )
        education = EducationRow(routes=(route,), reason=typed["reason"])
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
