"""The public form, page by page. Shape only; nothing here judges anybody."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, cast

from django import forms
from django.core.exceptions import ValidationError
from django.forms.formsets import BaseFormSet, formset_factory
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from candidates.cv.gate import MAX_BYTES
from candidates.cv.values import SENTENCES, Reason
from candidates.forms.fields import LineField, TextField
from candidates.services.answers import MAX_ROWS
from positions.enums import EDUCATION_LEVELS
from positions.models import Duty

MAX_WORDS = 200
FIRST_YEAR = 1940
WHOLE = 100
_PHONE = re.compile(r"[0-9+()\-/.\s]{5,40}")
_MONTH = {"inputmode": "numeric", "class": "ats-w-4", "autocomplete": "off"}


class ContactForm(forms.Form):
    """Who somebody is, and how to reach them."""

    name = LineField(
        label=_("Full name"),
        max_length=200,
        too_long=_("Shorten the name to 200 characters."),
        error_messages={"required": _("Enter your full name.")},
        widget=forms.TextInput(attrs={"autocomplete": "name", "class": "ats-w-20"}),
    )
    email = forms.EmailField(
        label=_("Email address"),
        help_text=_("The receipt goes here, and every answer from us."),
        max_length=254,
        error_messages={
            "required": _("Enter your email address."),
            "invalid": _("Enter an email address such as name@example.org."),
            "max_length": _("Shorten the email address to 254 characters."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email", "class": "ats-w-20"}),
    )
    phone = LineField(
        label=_("Phone"),
        max_length=40,
        required=False,
        too_long=_("Shorten the phone number to 40 characters."),
        widget=forms.TextInput(
            attrs={"autocomplete": "tel", "type": "tel", "class": "ats-w-10"}
        ),
    )
    city = LineField(
        label=_("Town or city"),
        max_length=120,
        required=False,
        too_long=_("Shorten the town or city to 120 characters."),
        widget=forms.TextInput(
            attrs={"autocomplete": "address-level2", "class": "ats-w-20"}
        ),
    )
    # A trap: people do not see it. Filled in, it marks the application, no more.
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own arguments
        super().__init__(*args, **kwargs)
        self.fields["email"].widget.attrs.pop("maxlength", None)
        self.fields["website"].validators = []  # a trap refuses nothing

    def clean_phone(self) -> str:
        phone: str = self.cleaned_data["phone"]
        if phone and not _PHONE.fullmatch(phone):
            raise ValidationError(
                gettext(
                    "Enter a phone number such as 0114 496 0142, or leave it empty."
                )
            )
        return phone

    def answers(self) -> dict[str, str]:
        return {
            name: self.cleaned_data[name] for name in ("name", "email", "phone", "city")
        }


@dataclass(frozen=True, slots=True)
class GivenCv:
    """A CV as it came: `field` is where a fault of it belongs."""

    field: str
    name: str
    data: bytes


class CvForm(forms.Form):
    """A CV as a file or as text; optional always."""

    cv = forms.FileField(
        label=_("Your CV"),
        required=False,
        allow_empty_file=True,  # the gate says it, and what to do
        help_text=_("PDF, Word (.docx) or text, at most 10 MB."),
        widget=forms.FileInput(attrs={"accept": ".pdf,.docx,.txt"}),
    )
    pasted = TextField(
        label=_("The text of your CV"),
        required=False,
        max_length=100_000,
        too_long=_("Shorten the text to 100,000 characters, or choose a file."),
        widget=forms.Textarea(attrs={"rows": 8, "class": "ats-said"}),
    )

    def clean_cv(self) -> Any:  # noqa: ANN401 -- an uploaded file or nothing
        upload = self.cleaned_data["cv"]
        if upload and upload.size > MAX_BYTES:
            raise ValidationError(gettext(SENTENCES[Reason.TOO_LARGE]))
        return upload

    def clean(self) -> None:
        if self.cleaned_data.get("cv") and self.cleaned_data.get("pasted"):
            self.add_error(
                "pasted", gettext("You chose a file, too. Send one of the two.")
            )

    def given(self) -> GivenCv | None:
        """Return what was sent, none if nothing was."""
        upload = self.cleaned_data["cv"]
        if upload is not None:
            return GivenCv("cv", upload.name, upload.read())
        if text := self.cleaned_data["pasted"]:
            return GivenCv("pasted", gettext("Pasted text") + ".txt", text.encode())
        return None


def number(label: Any, wrong: Any, **limits: Any) -> forms.IntegerField:  # noqa: ANN401 -- lazy texts and limits
    """Make an optional whole number whose every fault is said in one sentence."""
    return forms.IntegerField(
        label=label,
        required=False,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), wrong),
        widget=forms.TextInput(attrs=dict(_MONTH)),
        **limits,
    )


class JobForm(forms.Form):
    """A row of work history."""

    ALONE: ClassVar[set[str]] = {"from_cv"}  # these fill no row by themselves

    title = LineField(
        label=_("Job title"),
        max_length=160,
        too_long=_("Shorten the job title to 160 characters."),
        error_messages={"required": _("Enter the job title.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    employer = LineField(
        label=_("Employer"),
        max_length=160,
        required=False,
        too_long=_("Shorten the employer's name to 160 characters."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    from_month = number(
        _("Month"),
        _("Enter the month as a number, 1 to 12."),
        min_value=1,
        max_value=12,
    )
    from_year = number(_("Year"), _("Enter the year with four digits, such as 2021."))
    to_month = number(
        _("Month"),
        _("Enter the month as a number, 1 to 12."),
        min_value=1,
        max_value=12,
    )
    to_year = number(_("Year"), _("Enter the year with four digits, such as 2021."))
    current = forms.BooleanField(label=_("I still work here"), required=False)
    hours = forms.DecimalField(
        label=_("Hours a week"),
        help_text=_("Leave it empty for full time."),
        required=False,
        min_value=1,
        max_value=80,
        max_digits=3,
        decimal_places=1,
        error_messages=dict.fromkeys(
            (
                "invalid",
                "min_value",
                "max_value",
                "max_digits",
                "max_decimal_places",
                "max_whole_digits",
            ),
            _("Enter the hours a week as a number from 1 to 80, such as 37.5."),
        ),
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "ats-w-4"}),
    )
    text = TextField(
        label=_("What did you do there that is like this job?"),
        help_text=_("Two or three sentences. Say what you did yourself."),
        max_length=4_000,
        required=False,
        too_long=_("Shorten this text to 4,000 characters."),
        widget=forms.Textarea(attrs={"rows": 4, "class": "ats-said"}),
    )
    from_cv = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- Django's own arguments
        duties: Iterable[Duty] = (),
        today: dt.date,
        **kwargs: Any,  # noqa: ANN401 -- Django's own arguments
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.undated: set[str] = set()  # dates of which no part can be used
        self.duties = list(duties)
        shares = (self.initial or {}).get("shares", {})
        for duty in self.duties:
            self.fields[f"share_{duty.pk}"] = number(
                duty.statement,
                _("Enter the per cent of your time, 0 to 100."),
                min_value=0,
                max_value=WHOLE,
            )
            if str(duty.pk) in shares:
                self.initial[f"share_{duty.pk}"] = shares[str(duty.pk)]

    def has_changed(self) -> bool:
        return bool(set(self.changed_data) - self.ALONE)

    def share_fields(self) -> list[forms.BoundField]:
        return [self[f"share_{duty.pk}"] for duty in self.duties]

    def has_shares(self) -> bool:
        return any(field.value() or field.errors for field in self.share_fields())

    def clean(self) -> None:
        given = self.cleaned_data
        where = given.get("employer") or given.get("title") or gettext("this job")
        started = self._date("from", gettext("you started at %s") % where)
        ended = None
        if not given.get("current"):
            ended = self._date("to", gettext("you left %s") % where)
        elif given.get("to_year") or given.get("to_month"):
            given["to_year"] = given["to_month"] = None  # still there is what counts
        if started and ended and ended < started:
            self.add_error(
                "to_year", gettext("You left before you started. Check both dates.")
            )
        self._clean_shares()

    def _date(self, prefix: str, what: str) -> tuple[int, int] | None:
        """Check one date; say in one message what is missing or impossible."""
        names = {"month": f"{prefix}_month", "year": f"{prefix}_year"}
        wrong = [name for name in names.values() if name in self.errors]
        month, year = (self.cleaned_data.get(name) for name in names.values())
        if month is None and year is None:
            for name in wrong:
                del self.errors[name]
            self.undated.add(prefix)
            self.add_error(
                names["month"],
                gettext("Enter the month and year %(what)s, for example 2 2021.")
                % {"what": what},
            )
            return None
        if wrong:
            return None
        if month is None:
            self.add_error(
                names["month"],
                gettext("Enter the month %(what)s, for example 2.") % {"what": what},
            )
        elif year is None:
            self.add_error(
                names["year"],
                gettext("Enter the year %(what)s, for example 2021.") % {"what": what},
            )
        if month is None or year is None:
            return None
        if not FIRST_YEAR <= year <= self.today.year:
            self.add_error(
                names["year"],
                gettext("Enter a year from %(first)d to %(last)d.")
                % {"first": FIRST_YEAR, "last": self.today.year},
            )
            return None
        if (year, month) > (self.today.year, self.today.month):
            self.add_error(
                names["month"], gettext("This date has not come yet. Check the month.")
            )
            return None
        return year, month

    def _clean_shares(self) -> None:
        names = [f"share_{duty.pk}" for duty in self.duties]
        total = sum(self.cleaned_data.get(name) or 0 for name in names)
        if total > WHOLE and not any(name in self.errors for name in names):
            first = next(name for name in names if self.cleaned_data.get(name))
            self.add_error(
                first,
                gettext(
                    "Together these are %(total)d per cent of your time. Bring them to"
                    " 100 or less."
                )
                % {"total": total},
            )

    def row(self) -> dict[str, Any]:
        """Return the row as it is kept in the draft."""
        given = self.cleaned_data
        shares = {
            str(duty.pk): share
            for duty in self.duties
            if (share := given.get(f"share_{duty.pk}"))
        }
        plain = (
            "title",
            "employer",
            "from_month",
            "from_year",
            "to_month",
            "to_year",
            "current",
            "text",
            "from_cv",
        )
        hours = given.get("hours")
        return {name: given.get(name) for name in plain} | {
            "hours": str(hours) if hours else "",
            "shares": shares,
        }


class StudyForm(forms.Form):
    """A row of education."""

    ALONE: ClassVar[set[str]] = {"from_cv", "finished"}

    name = LineField(
        label=_("Qualification"),
        help_text=_("In the words of the certificate."),
        max_length=200,
        too_long=_("Shorten the qualification to 200 characters."),
        error_messages={"required": _("Enter the qualification.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    level = forms.TypedChoiceField(
        label=_("Level"),
        choices=[("", _("I am not sure")), *EDUCATION_LEVELS],
        coerce=int,
        empty_value=None,
        required=False,
        error_messages={"invalid_choice": _("Choose a level from the list.")},
    )
    field = LineField(
        label=_("Main subject"),
        max_length=120,
        required=False,
        too_long=_("Shorten the subject to 120 characters."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    institution = LineField(
        label=_("School or university"),
        max_length=200,
        required=False,
        too_long=_("Shorten the name of the school to 200 characters."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    finished = forms.BooleanField(
        label=_("I finished it"), required=False, initial=True
    )
    credits = number(
        _("Credits so far"),
        _("Enter the credits as a whole number from 0 to 600, or leave it empty."),
        min_value=0,
        max_value=600,
        help_text=_(
            "If you have not finished. 30 credits are a year of full-time study."
        ),
    )
    from_cv = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def has_changed(self) -> bool:
        return bool(set(self.changed_data) - self.ALONE)

    def row(self) -> dict[str, Any]:
        """Return the row as it is kept in the draft."""
        names = ("name", "level", "field", "institution", "finished", "credits")
        return {name: self.cleaned_data.get(name) for name in (*names, "from_cv")}


class Rows(BaseFormSet):  # type: ignore[type-arg]  # generic in the stubs only
    """Rows that may be left empty; an untouched one is no row."""

    def initial_form_count(self) -> int:
        """Count none as given: what a CV or a draft offered may be emptied as well."""
        return 0

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["DELETE"].label = _("Take this out")
        if index is not None and self.total_form_count() == 1 and self._is_blank(form):
            del form.fields["DELETE"]  # there is nothing to take out

    def _is_blank(self, form: forms.Form) -> bool:
        if not form.is_bound:
            return not form.initial
        names = form.fields.keys() - cast("JobForm | StudyForm", form).ALONE
        return not any(form.data.get(form.add_prefix(name)) for name in names)

    def rows(self) -> list[dict[str, Any]]:
        """Return the filled rows in order, those taken out left out."""
        return [
            form.row()
            for form in self.forms
            if form.has_changed() and form not in self.deleted_forms
        ]

    def typed(self, data: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Return what was typed, unchecked, to show it again with one more row."""
        return [
            {name: data.get(form.add_prefix(name), "") for name in form.fields}
            | {
                name: form.add_prefix(name) in data
                for name, field in form.fields.items()
                if isinstance(field, forms.BooleanField)
                and not isinstance(field.widget, forms.HiddenInput)
            }
            for form in self.forms
            if form.add_prefix("DELETE") not in data
        ]


def rows_of(
    form: type[forms.Form],
    prefix: str,
    *,
    data: Mapping[str, Any] | None = None,
    initial: list[dict[str, Any]] | None = None,
    extra: int = 0,
    form_kwargs: Mapping[str, Any] | None = None,
) -> Rows:
    """Make the form set of a page: bound to `data`, or showing `initial` rows."""
    shown = initial or []
    kind = formset_factory(
        form,
        formset=Rows,
        extra=min(max(len(shown) + extra, 1), MAX_ROWS),
        max_num=MAX_ROWS,
        absolute_max=MAX_ROWS,
        validate_max=True,
        can_delete=True,
    )
    blank: dict[str, Any] = {}
    made = kind(
        data,
        prefix=prefix,
        initial=[*shown, *([blank] * (MAX_ROWS - len(shown)))] if shown else None,
        form_kwargs=dict(form_kwargs or {}),
        error_messages={
            "missing_management_form": gettext(
                "This page was not sent whole. Check the rows and send it again."
            ),
            "too_many_forms": gettext("Send %d rows at most.") % MAX_ROWS,
        },
    )
    return cast("Rows", made)


class NoneForm(forms.Form):
    """The box that says: there is nothing to tell here."""

    none = forms.BooleanField(required=False)

    def __init__(self, *args: Any, label: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own arguments
        super().__init__(*args, **kwargs)
        self.fields["none"].label = label


class AccomplishmentForm(forms.Form):
    """One real achievement for one duty."""

    text = TextField(
        label=_("Your example"),
        max_length=2_000,
        too_long=_("Shorten your example to 2,000 characters."),
        error_messages={
            "required": _("Write an example, or tick “I have not done this”.")
        },
        widget=forms.Textarea(
            attrs={
                "rows": 9,
                "class": "ats-said",
                "data-words": MAX_WORDS,
                "data-words-text": _("{n} of {max} words"),
            }
        ),
    )
    none = forms.BooleanField(label=_("I have not done this"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own arguments
        super().__init__(*args, **kwargs)
        if self.is_bound and "none" in self.data:
            self.fields["text"].required = False

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        words = len(text.split())
        if words > MAX_WORDS:
            raise ValidationError(
                gettext("Your example has %(words)d words. Bring it to %(most)d.")
                % {"words": words, "most": MAX_WORDS}
            )
        return text

    def clean(self) -> None:
        if self.cleaned_data.get("text") and self.cleaned_data.get("none"):
            self.add_error(
                "none",
                gettext("You wrote an example and ticked this. Keep one of the two."),
            )

    def answers(self) -> dict[str, Any]:
        return {"text": self.cleaned_data["text"], "none": self.cleaned_data["none"]}
