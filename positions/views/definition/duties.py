"""The part "Duties"."""

from typing import Any

from django.http import QueryDict

from backoffice_ats.accounts.models import User
from positions.forms.duties import DutyFormSet
from positions.models import Position
from positions.services import definition as service
from positions.services.definition import DutyRow
from positions.views.definition.editing import Bound, Editing, filled


def stored(editing: Editing) -> Bound:
    """Return the forms as they are stored."""
    return {
        "duty_rows": DutyFormSet(prefix="duties", initial=_initial(editing.position))
    }


def _initial(position: Position) -> list[dict[str, Any]]:
    duties = position.duties.filter(share__gt=0).order_by("order", "pk")
    return [
        {
            "id": duty.pk,
            "statement": duty.statement,
            "share": duty.share,
            "essential": duty.essential,
            "essential_reason": duty.essential_reason,
            "kept_reason": duty.kept_reason,
        }
        for duty in duties
    ] or [{"essential": True}]


def save(editing: Editing, data: QueryDict, by: User) -> Bound:
    rows = DutyFormSet(data, prefix="duties")
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
                kept_reason=row["kept_reason"],
                id=row["id"],
            )
            for row in filled(rows)
        ],
        by=by,
    )
    return {}
