"""The shape of what people type about a position; what it means is the services' part."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, ProhibitNullCharactersValidator
from django.utils.translation import gettext_lazy as _

from backoffice_ats.accounts.models import User
from positions.criteria import EducationLevel, Equivalence
from positions.enums import (
    EDUCATION_LEVELS,
    EQUIVALENCES,
    Employment,
    PayPeriod,
    PositionStatus,
    TeamRole,
    Workplace,
)

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

MOST_DUTIES = 15
MOST_KINDS_OF_WORK = 6
MOST_CRITERIA = 25
FURTHEST_CLOSING = dt.timedelta(days=730)
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

# Control characters, and those that turn the reading direction round: nobody types
# them, and they make a text look like another one.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_LINE_END = re.compile("[\r\n\u2028\u2029]")


def no_hidden_characters(text: str) -> None:
    """Refuse characters that cannot be seen, and say where the first one is."""
    if found := _HIDDEN.search(text):
        raise ValidationError(
            _(
                "There is a hidden character at place %(place)d. Type the text in"
                " again instead of pasting it."
            ),
            params={"place": found.start() + 1},
        )


def one_line(text: str) -> None:
    if _LINE_END.search(text):
        raise ValidationError(_("Write this on one line."))


class TextField(forms.CharField):
    """Text of some lines. `missing` is what to say when it is empty."""

    def __init__(
        self,
        *,
        missing: "StrOrPromise" = "",
        rows: int = 3,
        **options: Any,  # noqa: ANN401 -- options of the base field
    ) -> None:
        options.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(**options)
        self.validators = [
            validator
            for validator in self.validators
            if not isinstance(validator, ProhibitNullCharactersValidator)
        ]
        self.validators.append(no_hidden_characters)
        for validator in self.validators:
            if isinstance(validator, MaxLengthValidator):
                validator.message = _(
                    "Use at most %(limit_value)d characters; this has %(show_value)d."
                )
        if missing:
            self.error_messages["required"] = missing


class LineField(TextField):
    """Text of one line."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 -- options of the base field
        options.setdefault("widget", forms.TextInput())
        super().__init__(**options)
        self.validators.append(one_line)


class WantedLater(forms.Field):
    """For a field that a draft may lack and an advert may not.

    Nothing calls it optional, and being empty is no mistake yet.
    """

    def validate(self, value: Any) -> None:  # noqa: ANN401 -- Django's signature
        """Accept what is empty; `services.lifecycle.missing` asks for it in time."""
        if value not in self.empty_values:
            super().validate(value)


class LaterTextField(WantedLater, TextField):
    pass


class LaterLineField(WantedLater, LineField):
    pass


class NumberField(forms.IntegerField):
    """A whole number that is typed, between two ends."""

    def __init__(self, *, missing: "StrOrPromise", **options: Any) -> None:  # noqa: ANN401 -- options of the base field
        options.setdefault(
            "widget", forms.TextInput(attrs={"inputmode": "numeric", "maxlength": 7})
        )
        super().__init__(**options)
        self.error_messages["required"] = missing
        self.error_messages["invalid"] = _("Enter a whole number, for example 12.")


class MoneyField(forms.DecimalField):
    """An amount of money; people write 33,200 and 33 200 too."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 -- options of the base field
        options.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal"}))
        super().__init__(
            max_digits=12, decimal_places=2, min_value=Decimal(0), **options
        )
        self.error_messages["invalid"] = _("Enter an amount, for example 33,200.")

    def to_python(self, value: Any) -> Any:  # noqa: ANN401 -- the stubs call it an int
        if isinstance(value, str):
            value = re.sub(r"[\s,\u202f\u00a0']", "", value)
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401 -- Django's signature
        """Show 33,200 for a stored 33200.00; leave what was typed as it is."""
        if isinstance(value, Decimal):
            pence = value != value.to_integral_value()
            return f"{value:,.2f}" if pence else f"{value:,.0f}"
        return value


class ClosingField(forms.DateTimeField):
    """A moment on the organisation's clock (the active time zone)."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 -- options of the base field
        super().__init__(
            widget=forms.DateTimeInput(
                attrs={"type": "datetime-local", "class": "ats-w-20"},
                format="%Y-%m-%dT%H:%M",
            ),
            **options,
        )
        self.error_messages["invalid"] = _(
            "Enter a day and a time, for example 18 November 2026 and 23:59."
        )
        self.error_messages.setdefault(
            "required", _("Say until when people may apply.")
        )


class LaterMoneyField(WantedLater, MoneyField):
    pass


class LaterClosingField(WantedLater, ClosingField):
    pass


def check_closing(closes_at: dt.datetime, *, at: dt.datetime) -> None:
    """Refuse a closing moment that is past, or too far away to be meant."""
    if closes_at <= at:
        raise ValidationError(_("This moment has passed. Choose a later one."))
    if closes_at > at + FURTHEST_CLOSING:
        raise ValidationError(_("This is more than two years away. Check the year."))


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

    OPEN = ("summary", "openings", "closes_at")

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
    if status == PositionStatus.DRAFT:
        return
    open_fields = set(keep) if status == PositionStatus.OPEN else set()
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


class RowForm(forms.Form):
    """One row of several; `id` names the stored row it came from."""

    use_required_attribute = False
    id = forms.IntegerField(required=False, widget=forms.HiddenInput)


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


class NeedsForm(forms.Form):
    """The education asked for, and how it combines with experience."""

    equivalence = forms.ChoiceField(
        label=_("How education and experience combine"),
        choices=EQUIVALENCES,
        widget=forms.RadioSelect,
    )
    level = forms.TypedChoiceField(
        label=_("Level of education"),
        choices=[("", _("No education is asked for")), *EDUCATION_LEVELS],
        coerce=lambda value: EducationLevel(int(value)),
        empty_value=None,
        required=False,
    )
    fields_of_study = LineField(
        label=_("Fields of study"),
        max_length=400,
        required=False,
        help_text=_("Separate them with commas: accounting, payroll."),
    )
    credits_full = NumberField(
        label=_("Credits that make 100 %"),
        min_value=1,
        max_value=600,
        required=False,
        missing="",
        help_text=_("30 credits are one academic year."),
    )
    credits_base = NumberField(
        label=_("Credits that do not count yet"),
        min_value=0,
        max_value=600,
        required=False,
        missing="",
        help_text=_("What everybody has before the study that is asked for begins."),
    )
    reason = LineField(
        label=_("Why the duties need it"), max_length=400, required=False
    )

    def clean_equivalence(self) -> Equivalence:
        return Equivalence(self.cleaned_data["equivalence"])

    def clean_fields_of_study(self) -> tuple[str, ...]:
        parts = [
            part.strip() for part in self.cleaned_data["fields_of_study"].split(",")
        ]
        fields = tuple(dict.fromkeys(part for part in parts if part))
        if any(len(field) > 80 for field in fields):  # noqa: PLR2004 -- the column's length
            raise ValidationError(_("Use at most 80 characters for each field."))
        return fields

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("level") is None:
            return cleaned
        wanted = {
            "credits_full": _("Enter how many credits of study are asked for."),
            "reason": _("Say why the duties need this education."),
        }
        for name, message in wanted.items():
            if name not in self.errors and not cleaned.get(name):
                self.add_error(name, message)
        return cleaned


class DutyChoiceField(forms.TypedMultipleChoiceField):
    """Which duties something is for."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 -- options of the base field
        super().__init__(
            coerce=int, widget=forms.CheckboxSelectMultiple, choices=[], **options
        )
        self.error_messages["invalid_choice"] = _(
            "A duty you ticked is no longer there. Tick the duties again."
        )


class LinkedRowForm(RowForm):
    """A row that belongs to duties."""

    duties = DutyChoiceField(label=_("Duties"), required=False)

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- the form's own
        duty_choices: list[tuple[int, str]],
        **options: Any,  # noqa: ANN401 -- the form's own
    ) -> None:
        super().__init__(*args, **options)
        field = self.fields["duties"]
        assert isinstance(field, DutyChoiceField)  # noqa: S101 -- narrows the type
        field.choices = duty_choices


class ExperienceForm(LinkedRowForm):
    kind_of_work = LineField(
        label=_("Kind of work"),
        max_length=160,
        missing=_("Enter the kind of work, or remove this row."),
    )
    months = NumberField(
        label=_("Months needed"),
        min_value=1,
        max_value=240,
        missing=_("Enter how many months are needed."),
    )
    headroom = NumberField(
        label=_("Months beyond that still count"),
        min_value=0,
        max_value=120,
        initial=24,
        missing=_("Enter how many months more still count, 24 as a rule."),
    )
    education_counts = forms.BooleanField(
        label=_("Education may make up for it"), required=False, initial=True
    )

    def clean_duties(self) -> list[int]:
        duties: list[int] = self.cleaned_data["duties"]
        if not duties:
            raise ValidationError(_("Tick the duties that need it."))
        return duties


class CriterionForm(LinkedRowForm):
    title = LineField(
        label=_("Criterion"), max_length=160, missing=_("Name this criterion.")
    )
    weight = NumberField(
        label=_("Weight"),
        min_value=0,
        max_value=100,
        missing=_("Enter a weight from 0 to 100."),
    )
    essential = forms.BooleanField(label=_("Essential"), required=False)
    anchor_none = LineField(label=_("0 means"), max_length=300, required=False)
    anchor_meets = LineField(label=_("50 means"), max_length=300, required=False)
    anchor_best = LineField(label=_("100 means"), max_length=300, required=False)

    def clean_duties(self) -> list[int]:
        duties: list[int] = self.cleaned_data["duties"]
        if not duties:
            raise ValidationError(_("Tick the duties this comes from."))
        return duties


def _rows(form: type[RowForm], most: int) -> "type[forms.BaseFormSet[Any]]":
    return forms.formset_factory(
        form, extra=0, max_num=most, absolute_max=most + 5, validate_max=True
    )


DutyFormSet = _rows(DutyForm, MOST_DUTIES)
ExperienceFormSet = _rows(ExperienceForm, MOST_KINDS_OF_WORK)
CriterionFormSet = _rows(CriterionForm, MOST_CRITERIA)


def typed_rows(
    form: type[RowForm],
    data: Mapping[str, Any],
    prefix: str,
    options: Mapping[str, Any],
    *,
    most: int,
) -> list[dict[str, Any]]:
    """Return the rows of a form set as they were typed, checked by nobody."""
    count = data.get(f"{prefix}-TOTAL_FORMS", "")
    plain = str(count).isdecimal() and len(count) < 4  # noqa: PLR2004 -- digits
    total = min(int(count), most) if plain else 0
    fields = form(**options).fields
    return [
        {
            name: field.widget.value_from_datadict(data, {}, f"{prefix}-{row}-{name}")
            for name, field in fields.items()
        }
        for row in range(total)
    ]


class ExampleForm(forms.Form):
    """An example person: months per kind of work, and credits."""

    credits = forms.DecimalField(
        label=_("Credits of study"),
        min_value=0,
        max_value=1_000,
        decimal_places=2,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "form-control"}),
    )

    def __init__(self, *args: Any, kinds: Mapping[int, str], **options: Any) -> None:  # noqa: ANN401 -- the form's own
        super().__init__(*args, **options)
        for key, label in kinds.items():
            self.fields[f"months_{key}"] = forms.DecimalField(
                label=label,
                min_value=0,
                max_value=1_000,
                decimal_places=2,
                required=False,
                widget=forms.TextInput(
                    attrs={"inputmode": "decimal", "class": "form-control"}
                ),
            )
        self.order_fields([*(f"months_{key}" for key in kinds), "credits"])
        for field in self.fields.values():
            field.error_messages["invalid"] = _("Enter a number, for example 6.")


class ReasonForm(forms.Form):
    """Why a new version of the plan is frozen."""

    reason = LineField(
        label=_("Why it changes"),
        max_length=400,
        missing=_("Say why the plan changes; applicants and auditors can read it."),
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


class MemberForm(forms.Form):
    """Put a colleague on the team."""

    user = forms.ModelChoiceField(
        label=_("Colleague"),
        queryset=User.objects.none(),
        empty_label=_("Choose a person"),
        error_messages={
            "required": _("Choose a person."),
            "invalid_choice": _("This person cannot be put on the team."),
        },
    )
    role = forms.ChoiceField(
        label=_("Part"), choices=TeamRole.choices, initial=TeamRole.MEMBER
    )

    def __init__(self, *args: Any, colleagues: Any, **options: Any) -> None:  # noqa: ANN401 -- a queryset of users
        super().__init__(*args, **options)
        field = self.fields["user"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 -- narrows the type
        field.queryset = colleagues


class ListFilterForm(forms.Form):
    """Search and filter of the staff's list; what is wrong is left out."""

    q = LineField(label=_("Find a position"), max_length=100, required=False)
    status = forms.ChoiceField(choices=PositionStatus.choices, required=False)


class CareersFilterForm(forms.Form):
    """Search and filters of the careers list; what is wrong is left out."""

    q = LineField(label=_("Search jobs"), max_length=100, required=False)
    department = forms.ChoiceField(label=_("Department"), required=False)
    workplace = forms.ChoiceField(
        label=_("Way of work"),
        choices=[("", _("Any way of work")), *Workplace.choices],
        required=False,
    )

    def __init__(self, *args: Any, departments: Iterable[str], **options: Any) -> None:  # noqa: ANN401 -- the form's own
        super().__init__(*args, **options)
        field = self.fields["department"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- narrows the type
        field.choices = [("", _("Every department")), *((d, d) for d in departments)]
