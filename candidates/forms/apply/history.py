"""Rows of work and of education."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from candidates.forms.apply.numbers import number
from candidates.forms.fields import LineField, TextField
from positions.enums import EDUCATION_LEVELS
from positions.models import Duty

FIRST_YEAR = 1940
WHOLE = 100


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
