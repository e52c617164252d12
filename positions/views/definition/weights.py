"""The part "Weights": criteria, where they come from and how much they weigh."""

from typing import TYPE_CHECKING, Any

from django.http import QueryDict

from backoffice_ats.accounts.models import User
from positions.criteria import CriterionKind
from positions.enums import CRITERION_KINDS
from positions.forms.weights import CriterionFormSet
from positions.plan import Plan
from positions.services import definition as service
from positions.services import drafting
from positions.services.definition import CriterionRow
from positions.views.definition.editing import Bound, Editing, filled

if TYPE_CHECKING:
    from django.forms import BaseFormSet


def stored(editing: Editing) -> Bound:
    """Return the forms as they are stored."""
    return {
        "criterion_rows": CriterionFormSet(
            prefix="criteria",
            initial=_initial(editing.plan),
            form_kwargs=editing.linked,
        )
    }


def _initial(plan: Plan) -> list[dict[str, Any]]:
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


def save(editing: Editing, data: QueryDict, by: User) -> Bound:
    if "draft" in data:
        drafting.draft_criteria(editing.position, by=by)
        return {}
    rows = CriterionFormSet(data, prefix="criteria", form_kwargs=editing.linked)
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
                requirement=stored[row["id"]].requirement
                if row["id"] in stored
                else None,
                final_weight=stored[row["id"]].final_weight
                if row["id"] in stored
                else 0,
                minimum=stored[row["id"]].minimum if row["id"] in stored else 0,
                reason=stored[row["id"]].reason if row["id"] in stored else "",
                anchor_none=row["anchor_none"],
                anchor_meets=row["anchor_meets"],
                anchor_best=row["anchor_best"],
                id=row["id"],
            )
            for row in filled(rows)
        ],
        by=by,
    )
    return {}


def name_kinds(rows: "BaseFormSet[Any]", plan: Plan) -> None:
    """Write on each criterion's form what it looks at; nobody can change that."""
    labels = dict(CRITERION_KINDS)
    kinds = {str(criterion.id): criterion.kind for criterion in plan.criteria}
    for form in rows.forms:
        kind = kinds.get(str(form["id"].value()), CriterionKind.DUTY)
        form.kind_label = labels[kind.value]
