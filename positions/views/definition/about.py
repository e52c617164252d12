"""The parts "About the job" and "Pay and place"."""

from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from backoffice_ats.accounts.enums import Role
from backoffice_ats.accounts.models import User
from positions.forms.about import AboutForm, PayForm
from positions.models import Position
from positions.services import definition as service
from positions.services import openings
from positions.views.definition.editing import Bound, Editing

ABOUT = (
    "title",
    "department",
    "openings",
    "summary",
    "closes_at",
    "grace_minutes",
    "blind_review",
    "confidential",
)
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
    position, values = editing.position, form.cleaned_data
    if (
        values["confidential"]
        and not position.confidential
        and not _keeps(by, position)
    ):
        form.add_error(
            "confidential",
            _("You would lose sight of it. Ask %(owner)s or an administrator.")
            % {"owner": position.owner},
        )
        return {"about": form}
    try:
        service.update_position(position, by=by, **values)
    except openings.BelowFilledError as error:
        form.add_error(
            "openings",
            ngettext(
                "%(n)d opening is filled already. Enter %(n)d or more.",
                "%(n)d openings are filled already. Enter %(n)d or more.",
                error.filled,
            )
            % {"n": error.filled},
        )
        return {"about": form}
    return {}


def _keeps(by: User, position: Position) -> bool:
    """Say whether this person still sees the position once it is confidential."""
    return (
        by.role != Role.HR_MANAGER
        or position.owner == by
        or position.team.filter(user=by).exists()
    )


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
    initial = {name: getattr(position, name) for name in names}
    if "openings" in initial and position.openings_wanted:
        initial["openings"] = position.openings_wanted
    return initial


def _about_options(editing: Editing) -> dict[str, Any]:
    return {
        "prefix": "about",
        "status": editing.position.status,
        "at": editing.at,
        "zone": editing.zone,
    }
