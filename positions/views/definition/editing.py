"""One request to the definition: whose position, when, and what stands in the rows."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.template.defaultfilters import truncatechars

from positions.models import Position
from positions.plan import Plan

if TYPE_CHECKING:
    from django.forms import BaseFormSet

Bound = dict[str, Any]  # forms of one part, by the name the template gives them


@dataclass(frozen=True)
class Editing:
    """What every part of the page is made from."""

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

    @property
    def linked(self) -> dict[str, Any]:
        """Return the options of forms whose rows belong to duties."""
        return {"duty_choices": self.duty_choices}


def filled(rows: "BaseFormSet[Any]") -> list[dict[str, Any]]:
    """Return what was typed, without the rows that were left empty."""
    return [form.cleaned_data for form in rows.forms if form.has_changed()]
