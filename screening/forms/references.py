"""What applicants type about referees, and referees about applicants."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from candidates.forms.fields import LineField, TextField
from screening.enums import RELATIONS
from screening.services.references import Named

_MOST_MONTHS = 720


def _months(label: Any) -> forms.IntegerField:  # noqa: ANN401 -- a lazy text
    return forms.IntegerField(
        label=label,
        min_value=0,
        max_value=_MOST_MONTHS,
        widget=forms.NumberInput(attrs={"class": "ats-w-4", "inputmode": "numeric"}),
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            _("Enter a number of months, such as 18."),
        ),
    )


class RefereeForm(forms.Form):
    """One referee, as the applicant names them."""

    name = LineField(
        label=_("Their name"),
        max_length=120,
        too_long=_("Shorten the name to 120 characters."),
        widget=forms.TextInput(attrs={"class": "ats-w-20", "autocomplete": "off"}),
        error_messages={"required": _("Enter their name.")},
    )
    email = forms.EmailField(
        label=_("Their email address"),
        help_text=_("The one at work, if there is one: it shows best who writes."),
        max_length=254,
        widget=forms.EmailInput(attrs={"class": "ats-w-20", "autocomplete": "off"}),
        error_messages={
            "required": _("Enter their email address."),
            "invalid": _("Enter an email address such as name@example.org."),
        },
    )
    employer = LineField(
        label=_("Where you worked together"),
        max_length=120,
        required=False,
        too_long=_("Shorten it to 120 characters."),
        widget=forms.TextInput(attrs={"class": "ats-w-20", "autocomplete": "off"}),
    )
    relation = forms.ChoiceField(
        label=_("What they were to you"),
        choices=RELATIONS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what they were to you.")},
    )
    months = _months(_("For how many months you worked together"))
    consent = forms.BooleanField(
        label=_("You may write to them and ask about my work"),
        error_messages={
            "required": _("Tick this if we may write to them; else do not name them.")
        },
    )

    def named(self) -> Named:
        given = self.cleaned_data
        return Named(
            given["name"],
            given["email"],
            given["employer"],
            given["relation"],
            given["months"],
        )


class KnowingForm(forms.Form):
    """How a referee knows the applicant, in their own words."""

    relation = forms.ChoiceField(
        label=_("What were you to them?"),
        choices=RELATIONS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you were to them.")},
    )
    months = _months(_("For how many months did you work together?"))


class LastForm(forms.Form):
    """What is kept and not scored, and whether the applicant may read it all."""

    again = forms.ChoiceField(
        label=_("Would you work with this person again?"),
        help_text=_("Kept beside your answers, never scored."),
        choices=[("YES", _("Yes")), ("MAYBE", _("It depends")), ("NO", _("No"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose an answer.")},
    )
    comment = TextField(
        label=_("Is there anything else we should know about their work?"),
        max_length=2_000,
        required=False,
        too_long=_("Shorten it to 2,000 characters."),
        widget=forms.Textarea(attrs={"rows": 4, "class": "ats-said"}),
        help_text=_(
            "What you saw at work only: nothing about health, family or private life."
        ),
    )
    may_be_read = forms.ChoiceField(
        label=_("May the applicant read your answers?"),
        choices=[("yes", _("Yes")), ("no", _("No, keep them confidential"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether they may read it.")},
    )
