"""Rows that are added, moved and taken out without saving."""

from typing import TYPE_CHECKING, Any

from django.http import QueryDict

from positions.forms.duties import MOST_DUTIES, DutyForm, DutyFormSet
from positions.forms.needs import (
    MOST_KINDS_OF_WORK,
    ExperienceForm,
    ExperienceFormSet,
    NeedsForm,
)
from positions.forms.rows import RowForm, typed_rows
from positions.forms.weights import MOST_CRITERIA, CriterionForm, CriterionFormSet
from positions.views.definition import checks, weights
from positions.views.definition.editing import Bound, Editing

if TYPE_CHECKING:
    from django.forms import BaseFormSet


def typed(editing: Editing, part: str, data: QueryDict) -> Bound:
    """Return the part's forms with its rows changed, if a button asked for that."""
    if part not in ROWS:
        return {}
    if part == "weights" and (bound := weights.rearranged(editing, data)):
        return bound
    name, form, prefix, most = ROWS[part]
    options = {} if form is DutyForm else editing.linked
    rows = typed_rows(form, data, prefix, options, most=most)
    is_rearranged = _rearranged(rows, data, most)
    if not (is_rearranged or (part == "duties" and checks.use_suggestion(rows, data))):
        return {}
    sets: dict[str, type[BaseFormSet[Any]]] = {
        "duties": DutyFormSet,
        "needs": ExperienceFormSet,
        "weights": CriterionFormSet,
    }
    formset = sets[part](prefix=prefix, initial=rows, form_kwargs=options)
    typed: Bound = {name: formset}
    if part == "weights":
        typed |= weights.reason_as_typed(data)
    if part == "needs":
        chosen = editing.position.policy
        names = NeedsForm(chosen=chosen).fields
        raw = {field: data.get(f"needs-{field}", "") for field in names}
        typed["needs"] = NeedsForm(prefix="needs", initial=raw, chosen=chosen)
    return typed


ROWS: dict[str, tuple[str, type[RowForm], str, int]] = {
    "duties": ("duty_rows", DutyForm, "duties", MOST_DUTIES),
    "needs": ("kind_rows", ExperienceForm, "kinds", MOST_KINDS_OF_WORK),
    "weights": (
        "criterion_rows",
        CriterionForm,
        "criteria",
        MOST_CRITERIA,
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
