"""Rows that are added, moved and taken out without saving."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import QueryDict

from positions.forms.conditions import (
    MOST_REQUIREMENTS,
    RequirementForm,
    RequirementFormSet,
)
from positions.forms.duties import MOST_DUTIES, DutyForm, DutyFormSet
from positions.forms.needs import (
    MOST_KINDS_OF_WORK,
    MOST_ROUTES,
    ExperienceForm,
    ExperienceFormSet,
    NeedsForm,
    RouteForm,
    RouteFormSet,
)
from positions.forms.rows import LinkedRowForm, RowForm, typed_rows
from positions.forms.weights import MOST_CRITERIA, CriterionForm, CriterionFormSet
from positions.views.definition import checks, weights
from positions.views.definition.editing import Bound, Editing

if TYPE_CHECKING:
    from django.forms import BaseFormSet

BLANK = {"essential": True, "education_counts": True, "headroom": 24}


@dataclass(frozen=True, slots=True)
class RowSet:
    """Rows of a part: the template's name for them, and how they are made.

    `blank` is what a new row begins with. Buttons name the set by its prefix ("kinds",
    "kinds-2"); where a part has one set alone, the number is enough.
    """

    name: str
    form: type[RowForm]
    formset: "type[BaseFormSet[Any]]"
    prefix: str
    most: int

    def options(self, editing: Editing) -> dict[str, Any]:
        return editing.linked if issubclass(self.form, LinkedRowForm) else {}


def typed(editing: Editing, part: str, data: QueryDict) -> Bound:
    """Return the part's forms with its rows changed, if a button asked for that."""
    if part == "weights" and (bound := weights.rearranged(editing, data)):
        return bound
    sets = ROWS.get(part, ())
    rows = {
        one.prefix: typed_rows(
            one.form, data, one.prefix, one.options(editing), most=one.most
        )
        for one in sets
    }
    pressed = [_rearranged(rows[one.prefix], data, one, sets) for one in sets]
    if part == "duties":
        pressed.append(checks.use_suggestion(rows["duties"], data))
    if not any(pressed):
        return {}
    bound = {
        one.name: one.formset(
            prefix=one.prefix,
            initial=rows[one.prefix],
            form_kwargs=one.options(editing),
        )
        for one in sets
    }
    if part == "weights":
        bound |= weights.reason_as_typed(data)
    if part == "needs":
        chosen = editing.position.policy
        names = NeedsForm(chosen=chosen).fields
        raw = {field: data.get(f"needs-{field}", "") for field in names}
        bound["needs"] = NeedsForm(prefix="needs", initial=raw, chosen=chosen)
    return bound


ROWS: dict[str, tuple[RowSet, ...]] = {
    "duties": (RowSet("duty_rows", DutyForm, DutyFormSet, "duties", MOST_DUTIES),),
    "needs": (
        RowSet(
            "kind_rows", ExperienceForm, ExperienceFormSet, "kinds", MOST_KINDS_OF_WORK
        ),
        RowSet("route_rows", RouteForm, RouteFormSet, "routes", MOST_ROUTES),
    ),
    "conditions": (
        RowSet(
            "requirement_rows",
            RequirementForm,
            RequirementFormSet,
            "conditions",
            MOST_REQUIREMENTS,
        ),
    ),
    "weights": (
        RowSet(
            "criterion_rows", CriterionForm, CriterionFormSet, "criteria", MOST_CRITERIA
        ),
    ),
}


def _rearranged(
    rows: list[dict[str, Any]], data: QueryDict, own: RowSet, sets: tuple[RowSet, ...]
) -> bool:
    """Do what the pressed button says to these rows; say whether there was one."""
    if "add_row" in data:
        if _means(str(data["add_row"]), own, sets) and len(rows) < own.most:
            rows.append({**BLANK, "essential": own.prefix != "conditions"})
        return True
    for button, step in (("row_up", -1), ("row_down", 1), ("row_remove", 0)):
        prefix, _dash, index = data.get(button, "").rpartition("-")
        if not (index.isdecimal() and len(index) < 4):  # noqa: PLR2004 -- digits
            continue
        at = int(index)
        if _means(prefix, own, sets) and at < len(rows):
            row = rows.pop(at)
            if step:
                rows.insert(max(at + step, 0), row)
        return True
    return False


def _means(prefix: str, own: RowSet, sets: tuple[RowSet, ...]) -> bool:
    """Say whether a button belongs to these rows; without a name, to the first set."""
    named = {one.prefix for one in sets}
    return prefix == own.prefix or (prefix not in named and own is sets[0])
