"""The part "Skills and conditions"."""

from typing import Any

from django.http import QueryDict

from backoffice_ats.accounts.models import User
from positions.criteria import RequirementKind
from positions.forms.conditions import LEVEL_FIELDS, RequirementFormSet
from positions.plan import Plan
from positions.services import definition as service
from positions.services.definition import RequirementRow
from positions.views.definition.editing import Bound, Editing


def stored(editing: Editing) -> Bound:
    """Return the forms as they are stored."""
    return {
        "requirement_rows": RequirementFormSet(
            prefix="conditions",
            initial=_initial(editing.plan),
            form_kwargs=editing.linked,
        )
    }


def _initial(plan: Plan) -> list[dict[str, Any]]:
    return [
        {
            "id": one.id,
            "kind": one.kind.value,
            "name": one.name,
            **({LEVEL_FIELDS[one.kind]: one.level} if one.kind in LEVEL_FIELDS else {}),
            "expires": one.expires,
            "essential": one.essential,
            "reason": one.reason,
            "duties": list(one.duties),
        }
        for one in plan.requirements
    ]


def save(editing: Editing, data: QueryDict, by: User) -> Bound:
    rows = RequirementFormSet(data, prefix="conditions", form_kwargs=editing.linked)
    if not rows.is_valid():
        return {"requirement_rows": rows}
    service.set_conditions(
        editing.position,
        [_row(form) for form in rows.forms if form.has_changed()],
        by=by,
    )
    return {}


def _row(form: Any) -> RequirementRow:  # noqa: ANN401 -- the form set does not say which form
    typed = form.cleaned_data
    return RequirementRow(
        kind=typed["kind"],
        name=typed["name"],
        duties=tuple(typed["duties"]),
        level=form.level(),
        expires=typed["expires"] and typed["kind"] is RequirementKind.LICENCE,
        essential=typed["essential"],
        reason=typed["reason"],
        id=typed["id"],
    )
