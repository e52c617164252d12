"""Why something changes, and until when people may apply again."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from positions.enums import CloseReason
from positions.forms.fields import ClosingField, LineField, check_closing


class ReasonForm(forms.Form):
    """Why a new version of the plan is frozen."""

    reason = LineField(
        label=_("Why it changes"),
        max_length=400,
        missing=_("Say why the plan changes; applicants and auditors can read it."),
    )


class CloseForm(forms.Form):
    """Why a position is closed."""

    reason = forms.ChoiceField(
        label=_("Why it closes"),
        choices=CloseReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say why it closes.")},
    )


class ReopenForm(forms.Form):
    closes_at = ClosingField(label=_("New closing moment"))

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- the form's own
        at: dt.datetime,
        zone: str,
        **options: Any,  # noqa: ANN401 -- the form's own
    ) -> None:
        super().__init__(*args, **options)
        self.at = at
        self.fields["closes_at"].help_text = _("Time zone: %(zone)s.") % {"zone": zone}

    def clean_closes_at(self) -> dt.datetime:
        closes_at: dt.datetime = self.cleaned_data["closes_at"]
        check_closing(closes_at, at=self.at)
        return closes_at
