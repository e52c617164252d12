"""The parts "About the job" and "Pay and place"."""

from typing import Any

from django.http import QueryDict

from backoffice_ats.accounts.models import User
from positions.forms.about import AboutForm, PayForm
from positions.models import Position
from positions.services import definition as service
from positions.views.definition.editing import Bound, Editing

ABOUT = ("title", "department", "openings", "summary", "closes_at", "blind_review")
PAY = (
    "workplace",
    "place",
    "locality",
    "region",
    "postal_code",
    "country",
    "employment",
    "hours_per_week",
    "pay_low",
    "pay_high",
    "pay_currency",
    "pay_period",
)


def stored(editing: Editing) -> Bound:
    """Return the forms as they are stored."""
    position = editing.position
    return {
        "about": AboutForm(
            initial=_initial(position, ABOUT), **_about_options(editing)
        ),
        "pay": PayForm(
            initial=_initial(position, PAY), prefix="pay", status=position.status
        ),
    }


def save_about(editing: Editing, data: QueryDict, by: User) -> Bound:
    form = AboutForm(
        data, initial=_initial(editing.position, ABOUT), **_about_options(editing)
    )
    if not form.is_valid():
        return {"about": form}
    service.update_position(editing.position, by=by, **form.cleaned_data)
    return {}


def save_pay(editing: Editing, data: QueryDict, by: User) -> Bound:
    position = editing.position
    form = PayForm(
        data, initial=_initial(position, PAY), prefix="pay", status=position.status
    )
    if not form.is_valid():
        return {"pay": form}
    service.update_position(position, by=by, **form.cleaned_data)
    return {}


def _initial(position: Position, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(position, name) for name in names}


def _about_options(editing: Editing) -> dict[str, Any]:
    return {
        "prefix": "about",
        "status": editing.position.status,
        "at": editing.at,
        "zone": editing.zone,
    }
