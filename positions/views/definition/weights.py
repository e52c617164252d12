"""The part "Selection plan": criteria, where they come from and how much they weigh."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from backoffice_ats.accounts.models import User
from positions.advice import ONE_AT_MOST, Rule, caps
from positions.coverage import coverage_of
from positions.criteria import AFTER_INTERVIEWS, CriterionKind, RequirementKind
from positions.enums import CRITERION_KINDS
from positions.forms.rows import typed_rows
from positions.forms.weights import (
    MOST_CRITERIA,
    AddCriterionForm,
    CriterionForm,
    CriterionFormSet,
    PlanReasonForm,
)
from positions.plan import Plan, PlanCriterion
from positions.services import advising, drafting, plans
from positions.services import definition as service
from positions.services.definition import CriterionRow
from positions.views.definition.editing import Bound, Editing, filled
from positions.weighting import equal, rank_order_centroid, within

if TYPE_CHECKING:
    from django.forms import BaseFormSet

PREFIX = "criteria"
# Met or not: they are no measure of how well, so sharing out gives them nothing.
CONDITIONS = frozenset({CriterionKind.LICENCE, CriterionKind.ELIGIBILITY})


def stored(editing: Editing) -> Bound:
    """Return the forms as they are stored."""
    rows = [CriterionRow.of(criterion) for criterion in editing.plan.criteria]
    return {
        "criterion_rows": _unsaved(editing, [_initial(row) for row in rows]),
        "plan_reason": PlanReasonForm(
            prefix="plan", initial={"reason": editing.plan.reason}
        ),
        "add_criterion": AddCriterionForm(prefix="new"),
    }


def _initial(row: CriterionRow) -> dict[str, Any]:
    fields = CriterionForm.base_fields
    return {
        **{name: getattr(row, name) for name in fields},
        "kind": row.kind.value,
        "duties": list(row.duties),
        "minimum": row.minimum or "",
    }


def _unsaved(editing: Editing, rows: list[dict[str, Any]]) -> "BaseFormSet[Any]":
    return CriterionFormSet(prefix=PREFIX, initial=rows, form_kwargs=_options(editing))


def _options(editing: Editing) -> dict[str, Any]:
    return editing.linked | {
        "kinds": {one.id: one.kind for one in editing.plan.criteria}
    }


def rearranged(editing: Editing, data: QueryDict) -> Bound:
    """Return the forms with other rows or weights, if a button asked; nothing is saved."""
    if "draft" in data and editing.plan.criteria and editing.plan.duties:
        rows = [_initial(row) for row in drafting.proposed(editing.plan)]
    elif "weigh" in data:
        rows = _typed(editing, data)
        _weigh(editing, rows, data.get("weigh", ""))
    elif "add_row" in data:
        rows = _typed(editing, data)
        if len(rows) < MOST_CRITERIA:
            rows.append(_added(data.get("new-kind", "")))
    else:
        return {}
    return {"criterion_rows": _unsaved(editing, rows)} | reason_as_typed(data)


def reason_as_typed(data: QueryDict) -> Bound:
    typed = {"reason": data.get("plan-reason", "")}
    return {"plan_reason": PlanReasonForm(prefix="plan", initial=typed)}


def _typed(editing: Editing, data: QueryDict) -> list[dict[str, Any]]:
    return typed_rows(CriterionForm, data, PREFIX, editing.linked, most=MOST_CRITERIA)


def _added(kind: str) -> dict[str, Any]:
    """Return a new row with the words of its kind."""
    known = {one.value: one for one in drafting.addable()}
    return _initial(drafting.blank(known.get(kind, CriterionKind.DUTY)))


def _weigh(editing: Editing, rows: list[dict[str, Any]], button: str) -> None:
    """Share out 100 over the rows of a stage: "equal-weight", "rank-final_weight"."""
    way, _dash, field = button.partition("-")
    if way not in {"equal", "rank"} or field not in {"weight", "final_weight"}:
        return
    kinds = [form.looks_at for form in _unsaved(editing, rows).forms]
    taking = [
        (row, kind)
        for row, kind in zip(rows, kinds, strict=True)
        if kind not in CONDITIONS
        and (field != "weight" or kind not in AFTER_INTERVIEWS)
    ]
    share = equal if way == "equal" else rank_order_centroid
    weights = within(share(len(taking)), _limits([kind for _row, kind in taking]))
    for row in rows:
        row[field] = 0
    for (row, _kind), weight in zip(taking, weights, strict=True):
        row[field] = weight


def _limits(kinds: list[CriterionKind]) -> list[int]:
    """Return what each may weigh; criteria of one kind share their kind's limit."""
    known = caps()
    shares = {
        kind: iter(equal(kinds.count(kind), known[kind]))
        for kind in set(kinds).intersection(known)
    }
    return [next(shares[kind]) if kind in shares else ONE_AT_MOST for kind in kinds]


def save(editing: Editing, data: QueryDict, by: User) -> Bound:
    if "draft" in data:
        drafting.draft_criteria(editing.position, by=by)
        return {}
    rows = CriterionFormSet(data, prefix=PREFIX, form_kwargs=_options(editing))
    reason = PlanReasonForm(
        data if "plan-reason" in data else None,
        prefix="plan",
        initial={"reason": editing.plan.reason},
    )
    wrong = [not rows.is_valid(), reason.is_bound and not reason.is_valid()]
    if any(wrong) or not _belong(editing.plan, rows):
        return {"criterion_rows": rows, "plan_reason": reason}
    service.set_criteria(
        editing.position,
        [_row(editing.plan, row) for row in filled(rows)],
        plan_reason=reason.cleaned_data["reason"] if reason.is_bound else None,
        by=by,
    )
    return {}


def _row(plan: Plan, typed: dict[str, Any]) -> CriterionRow:
    """Return what was typed; what a stored row looks at is taken from the plan."""
    stored = {criterion.id: criterion for criterion in plan.criteria}.get(typed["id"])
    row = CriterionRow(**typed | {"duties": tuple(typed["duties"])})
    if stored is None:
        return replace(row, id=None)
    return replace(row, experience=stored.experience, requirement=stored.requirement)


def _belong(plan: Plan, rows: "BaseFormSet[Any]") -> bool:
    """Check that nothing is judged twice, and that what a new row judges is there."""
    fine = True
    judged: set[tuple[str, int]] = set()
    for form in rows.forms:
        if not form.has_changed():
            continue
        row = _row(plan, form.cleaned_data)
        subjects = _subjects(row)
        if (row.id is None and not _fits(plan, row)) or subjects & judged:
            form.add_error(
                "title",
                _("What this judges is gone or judged already. Remove this row."),
            )
            fine = False
        judged |= subjects
    return fine


def _subjects(row: CriterionRow) -> set[tuple[str, int]]:
    found = {("experience", row.experience), ("requirement", row.requirement)}
    return {(name, key) for name, key in found if key is not None}


def _fits(plan: Plan, row: CriterionRow) -> bool:
    """Say whether a row names what its kind judges, and only that."""
    if row.kind is CriterionKind.QUALIFICATION:
        known = {None, *(kind.id for kind in plan.experience)}
        return row.requirement is None and row.experience in known
    needed = {one.id for one in plan.requirements if one.kind.value == row.kind.value}
    if row.kind.value in {kind.value for kind in RequirementKind}:
        return row.experience is None and row.requirement in needed
    return row.experience is None and row.requirement is None


def context_of(rows: "BaseFormSet[Any]", plan: Plan) -> dict[str, Any]:
    """Return what the part shows beside its forms, for the rows as they are on the page.

    Each form gets the words of its kind, what research says of it, and its advice.
    """
    labels = dict(CRITERION_KINDS)
    shown = _as_typed(rows, plan)
    said = advising.said_of(shown)
    for form, criterion in zip(rows.forms, shown.criteria, strict=True):
        form.kind_label = labels[criterion.kind.value]
        form.research = advising.research_of(criterion.kind)
        form.advice = [one for one in said if one.criterion == criterion.id]
        form.asks_reason = bool(criterion.reason or form["reason"].errors) or any(
            one.rule is Rule.YEARS for one in form.advice
        )
    return {
        "weight_total": sum(one.weight for one in shown.criteria),
        "final_total": sum(one.final_weight for one in shown.criteria),
        "has_two_stages": shown.has_two_stages,
        "sums": plans.weight_sentences(shown),
        "plan_advice": [one for one in said if one.criterion is None],
        "asks_plan_reason": bool(plan.reason)
        or any(one.rule is Rule.NO_STRONG_METHOD for one in said),
        "weighings": advising.examples(),
        "assumption": advising.assumption(),
        "coverage": coverage_of(plan),
    }


def _as_typed(rows: "BaseFormSet[Any]", plan: Plan) -> Plan:
    """Return the plan with the rows of the page; new ones get keys below 0."""
    criteria = tuple(
        PlanCriterion(
            id=-index,
            order=index,
            kind=form.looks_at,
            title=str(form["title"].value() or ""),
            essential=bool(form["essential"].value()),
            weight=_number(form["weight"].value()),
            duties=(),
            experience=_number(form["experience"].value()) or None,
            requirement=_number(form["requirement"].value()) or None,
            final_weight=_number(form["final_weight"].value()),
            reason=str(form["reason"].value() or ""),
            anchor_none="",
            anchor_meets="",
            anchor_best="",
        )
        for index, form in enumerate(rows.forms, start=1)
    )
    return replace(plan, criteria=criteria)


def _number(value: object) -> int:
    """Read a weight as somebody is typing it; what is no weight counts as 0."""
    text = str(value or "").strip()
    return int(text) if text.isdecimal() and len(text) < 8 else 0  # noqa: PLR2004 -- digits
