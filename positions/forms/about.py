"""The job itself: what it is called, what it is for, where it is and what it pays."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from backoffice_ats.shared import countries
from positions.enums import Employment, PayPeriod, Workplace
from positions.forms.fields import (
    LaterClosingField,
    LaterLineField,
    LaterMoneyField,
    LaterTextField,
    LineField,
    MoneyField,
    NumberField,
    check_closing,
)
from positions.moves import EDITABLE, RUNNING

CURRENCIES = [
    ("GBP", "GBP £"),
    ("EUR", "EUR €"),
    ("USD", "USD $"),
    ("CHF", "CHF"),
    ("SEK", "SEK"),
    ("NOK", "NOK"),
    ("DKK", "DKK"),
    ("PLN", "PLN"),
    ("CZK", "CZK"),
    ("CAD", "CAD"),
    ("AUD", "AUD"),
    ("NZD", "NZD"),
]


class NewPositionForm(forms.Form):
    """The few facts a draft begins with."""

    use_required_attribute = False

    title = LineField(
        label=_("Title"),
        max_length=120,
        missing=_("Enter the title of the job."),
        help_text=_("As people would say it: “Payroll accountant”."),
    )
    department = LineField(
        label=_("Department"),
        max_length=120,
        missing=_("Enter the department."),
    )
    openings = NumberField(
        label=_("Openings"),
        initial=1,
        min_value=1,
        max_value=500,
        missing=_("Enter how many people you want to hire."),
        help_text=_("How many people you want to hire."),
    )


class AboutForm(NewPositionForm):
    """About the job. On an open position, what applicants were promised is locked."""

    summary = LaterTextField(
        label=_("What this job is for"),
        max_length=2_000,
        rows=4,
        help_text=_(
            "Two or three sentences at the top of the advert: who is better off"
            " because somebody does this work?"
        ),
    )
    closes_at = LaterClosingField(label=_("Closing moment"))
    blind_review = forms.BooleanField(
        label=_("The panel sees a code instead of the name"),
        required=False,
        help_text=_("Contacts and the CV file are hidden from the panel too."),
    )

    grace_minutes = NumberField(
        label=_("Minutes more for who has begun"),
        initial=60,
        min_value=0,
        max_value=1_440,
        required=False,
        missing="",
        help_text=_("Who has begun by the closing moment can still send for so long."),
    )
    confidential = forms.BooleanField(
        label=_("Confidential"),
        required=False,
        help_text=_(
            "Not listed anywhere; people with the link can apply. Of your colleagues"
            " only the owner, the hiring team, approvers, administrators and auditors"
            " see it."
        ),
    )

    OPEN = ("summary", "openings", "closes_at", "grace_minutes")

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- the form's own
        status: str,
        at: dt.datetime,
        zone: str,
        **options: Any,  # noqa: ANN401 -- the form's own
    ) -> None:
        super().__init__(*args, **options)
        self.at = at
        self.fields["closes_at"].help_text = _(
            "The last minute in which people can apply. Time zone: %(zone)s."
        ) % {"zone": zone}
        lock_unless_draft(self, status, keep=self.OPEN)

    def clean_grace_minutes(self) -> int:
        """Keep what was stored where nothing is typed; 0 is a number of its own."""
        typed: int | None = self.cleaned_data["grace_minutes"]
        return self.initial.get("grace_minutes", 60) if typed is None else typed

    def clean_closes_at(self) -> dt.datetime | None:
        closes_at: dt.datetime | None = self.cleaned_data["closes_at"]
        before = self.initial.get("closes_at")
        if (
            closes_at
            and before
            and closes_at == before.replace(second=0, microsecond=0)
        ):
            return before  # type: ignore[no-any-return]  # what was stored is kept
        if closes_at:
            check_closing(closes_at, at=self.at)
        return closes_at


def lock_unless_draft(
    form: forms.BaseForm, status: str, *, keep: Iterable[str] = ()
) -> None:
    """Disable what cannot change any more; a disabled field ignores what is sent."""
    if status in EDITABLE - RUNNING:
        return
    open_fields = set(keep) if status in RUNNING else set()
    for name, field in form.fields.items():
        field.disabled = name not in open_fields


class PayForm(forms.Form):
    """Pay and place."""

    use_required_attribute = False

    workplace = forms.ChoiceField(
        label=_("Way of work"), choices=Workplace.choices, widget=forms.RadioSelect
    )
    place = LaterLineField(
        label=_("Place"),
        max_length=120,
        help_text=_("Street and town, so that people can see how far it is."),
    )
    locality = LineField(
        label=_("Town or city"),
        max_length=80,
        required=False,
        help_text=_("Empty: the last part of the place."),
    )
    region = LineField(label=_("Region or county"), max_length=80, required=False)
    postal_code = LineField(label=_("Postcode"), max_length=16, required=False)
    country = forms.ChoiceField(
        label=_("Country"),
        choices=lambda: [("", _("The organisation's")), *countries.choices()],
        required=False,
    )
    employment = forms.ChoiceField(
        label=_("Kind of employment"), choices=Employment.choices
    )
    hours_per_week = forms.DecimalField(
        label=_("Hours a week"),
        min_value=1,
        max_value=60,
        max_digits=4,
        decimal_places=1,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "ats-w-4"}),
        error_messages={
            "required": _("Enter the hours a week."),
            "invalid": _("Enter the hours a week, for example 37.5."),
        },
    )
    pay_low = LaterMoneyField(label=_("Pay from"))
    pay_high = MoneyField(label=_("Pay to"), required=False)
    pay_currency = forms.ChoiceField(label=_("Currency"), choices=CURRENCIES)
    pay_period = forms.ChoiceField(label=_("Paid by"), choices=PayPeriod.choices)

    def __init__(self, *args: Any, status: str, **options: Any) -> None:  # noqa: ANN401 -- the form's own
        super().__init__(*args, **options)
        lock_unless_draft(self, status)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        low, high = cleaned.get("pay_low"), cleaned.get("pay_high")
        if low is not None and high is not None and high < low:
            self.add_error(
                "pay_high", _("This is less than “Pay from”. Swap the two amounts.")
            )
        return cleaned
