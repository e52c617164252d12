"""What staff fill in when they move an application."""

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from backoffice_ats.accounts.models import User
from candidates.enums import ReasonCode
from candidates.forms.fields import LineField, TextField
from candidates.stages import Status

if TYPE_CHECKING:
    from django.db.models import QuerySet

# Reasons a person can give for "not selected". Declining an offer is the applicant's
# own decision and is recorded as a withdrawal.
REASONS = [
    choice for choice in ReasonCode.choices if choice[0] != ReasonCode.OFFER_DECLINED
]
LEFT = "LEFT"
DECLINED = "DECLINED"
DEPARTURES = (LEFT, DECLINED)


class MoveForm(forms.Form):
    """Where an application goes, why, and whether the applicant hears now."""

    to = forms.ChoiceField(
        label=_("Move to"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose where it goes."),
            "invalid_choice": _("Choose one of the moves below."),
        },
    )
    reason_code = forms.ChoiceField(
        label=_("Reason"),
        choices=[("", _("Choose the reason")), *REASONS],
        required=False,
        help_text=_("Needed when somebody is not selected. The letter names it."),
        error_messages={"invalid_choice": _("Choose a reason from the list.")},
    )
    note = TextField(
        label=_("Note for the file"),
        max_length=2_000,
        required=False,
        too_long=_("Shorten the note to 2,000 characters."),
        help_text=_("What the decision rests on. The applicant may ask to read it."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    tell = forms.BooleanField(label=_("Tell the applicant now"), required=False)

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- Django's own arguments
        moves: list[tuple[str, str]],
        **kwargs: Any,  # noqa: ANN401 -- Django's own arguments
    ) -> None:
        super().__init__(*args, **kwargs)
        to = self.fields["to"]
        if isinstance(to, forms.ChoiceField):
            to.choices = moves
        if not any(new == Status.NOT_SELECTED for new, _label in moves):
            del self.fields["reason_code"]

    def clean(self) -> None:
        given = self.cleaned_data
        if given.get("to") != Status.NOT_SELECTED:
            given["reason_code"] = ""
        elif not given.get("reason_code") and "reason_code" not in self.errors:
            self.add_error("reason_code", gettext("Choose the reason."))


class NextForm(forms.Form):
    """Who does what next, and by when. Empty takes it back."""

    action = LineField(
        label=_("Next action"),
        required=False,
        max_length=200,
        too_long=_("Shorten the next action to 200 characters."),
        help_text=_("For example: ring the referee, agree on a day."),
    )
    owner = forms.ModelChoiceField(
        label=_("Who"),
        queryset=User.objects.none(),
        required=False,
        empty_label=_("Nobody yet"),
        error_messages={"invalid_choice": _("Choose a colleague from the list.")},
    )
    on = forms.DateField(
        label=_("By"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date", "class": "ats-w-10"}),
        error_messages={"invalid": _("Enter a day such as 2026-05-31.")},
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- Django's own arguments
        colleagues: "QuerySet[User]",
        **kwargs: Any,  # noqa: ANN401 -- Django's own arguments
    ) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ModelChoiceField[User]", self.fields["owner"]).queryset = colleagues

    def clean(self) -> None:
        given = self.cleaned_data
        if not given.get("action") and (given.get("owner") or given.get("on")):
            self.add_error("action", gettext("Say what is to be done."))
