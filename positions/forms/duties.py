"""What is done."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from positions.forms.fields import LineField, NumberField, TextField
from positions.forms.rows import RowForm, row_set

MOST_DUTIES = 15


class DutyForm(RowForm):
    statement = TextField(
        label=_("What is done"),
        max_length=600,
        rows=2,
        missing=_("Write what is done, or remove this duty."),
    )
    share = NumberField(
        label=_("Share"),
        min_value=0,
        max_value=100,
        missing=_("Enter the share of time in per cent."),
    )
    essential = forms.BooleanField(label=_("Essential"), required=False, initial=True)
    essential_reason = LineField(
        label=_("Why it is essential"), max_length=300, required=False
    )
    kept_reason = LineField(
        label=_("Why this wording stays"), max_length=300, required=False
    )

    def clean_statement(self) -> str:
        return " ".join(self.cleaned_data["statement"].split())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if (
            cleaned.get("essential")
            and not cleaned.get("essential_reason")
            and "essential_reason" not in self.errors
        ):
            self.add_error(
                "essential_reason",
                _("Say why the job cannot be done without it, or take the mark off."),
            )
        return cleaned


DutyFormSet = row_set(DutyForm, MOST_DUTIES)
