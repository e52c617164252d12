"""What is typed about times for interviews."""

import datetime as dt
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from backoffice_ats.accounts.models import User
from candidates.forms.fields import LineField
from screening.models.meeting import FEWEST_MINUTES, MOST_MINUTES
from screening.services.meetings import MOST_AT_ONCE, Offer

if TYPE_CHECKING:
    from django.db.models import QuerySet


class OfferForm(forms.Form):
    """Times of one day, one after the other."""

    day = forms.DateField(
        label=_("Day"),
        widget=forms.DateInput(attrs={"type": "date", "class": "ats-w-10"}),
        error_messages={
            "required": _("Choose a day."),
            "invalid": _("Enter a day such as 2026-05-31."),
        },
    )
    begins = forms.TimeField(
        label=_("The first begins at"),
        widget=forms.TimeInput(attrs={"type": "time", "class": "ats-w-10"}),
        error_messages={
            "required": _("Enter a time such as 09:30."),
            "invalid": _("Enter a time such as 09:30."),
        },
    )
    count = forms.IntegerField(
        label=_("How many, one after the other"),
        min_value=1,
        max_value=MOST_AT_ONCE,
        initial=1,
        widget=forms.NumberInput(attrs={"class": "ats-w-4", "inputmode": "numeric"}),
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            _("Enter a number from 1 to 20."),
        ),
    )
    minutes = forms.IntegerField(
        label=_("Minutes each"),
        min_value=FEWEST_MINUTES,
        max_value=MOST_MINUTES,
        initial=45,
        widget=forms.NumberInput(attrs={"class": "ats-w-4", "inputmode": "numeric"}),
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            _("Enter minutes from 10 to 480."),
        ),
    )
    rest = forms.IntegerField(
        label=_("Minutes between them"),
        min_value=0,
        max_value=MOST_MINUTES,
        initial=15,
        widget=forms.NumberInput(attrs={"class": "ats-w-4", "inputmode": "numeric"}),
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            _("Enter minutes from 0 to 480."),
        ),
    )
    place = LineField(
        label=_("Where"),
        help_text=_("An address and a room, or the link of a video call."),
        max_length=300,
        too_long=_("Shorten it to 300 characters."),
        error_messages={"required": _("Say where, or give the link of the call.")},
    )
    interviewers = forms.ModelMultipleChoiceField(
        label=_("Who interviews"),
        help_text=_("Two or more, so that one can be compared with the other."),
        queryset=User.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose who interviews.")},
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- Django's own arguments
        colleagues: "QuerySet[User]",
        **kwargs: Any,  # noqa: ANN401 -- Django's own arguments
    ) -> None:
        super().__init__(*args, **kwargs)
        people = cast(
            "forms.ModelMultipleChoiceField[User]", self.fields["interviewers"]
        )
        people.queryset = colleagues

    def clean(self) -> None:
        given = self.cleaned_data
        if "day" in given and "begins" in given and self._first() is None:
            self.add_error(
                "begins",
                gettext("The clocks change that night: this time does not exist."),
            )

    def offer(self) -> Offer:
        given = self.cleaned_data
        first = cast("dt.datetime", self._first())
        step = dt.timedelta(minutes=given["minutes"] + given["rest"])
        return Offer(
            begin=[first + step * number for number in range(given["count"])],
            minutes=given["minutes"],
            place=given["place"],
            interviewers=list(given["interviewers"]),
        )

    def _first(self) -> dt.datetime | None:
        """Return the first moment, in UTC; None where the clocks leap over it."""
        given = self.cleaned_data
        naive = dt.datetime.combine(given["day"], given["begins"])
        moment = timezone.make_aware(naive).astimezone(dt.UTC)
        return moment if timezone.make_naive(moment) == naive else None
