"""What applicants fill in on their own page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from candidates.enums import RequestKind
from candidates.forms.apply import ContactForm
from candidates.forms.fields import LineField, TextField


class AskForm(forms.Form):
    """What somebody asks of us, in their own words."""

    text = TextField(
        label=_("In your own words"),
        max_length=4_000,
        too_long=_("Shorten this to 4,000 characters."),
        widget=forms.Textarea(attrs={"rows": 7, "class": "ats-said"}),
        error_messages={"required": _("Write what you would like to ask.")},
    )

    LABELS = {
        RequestKind.ADJUSTMENT: _("What should we do differently for you?"),
        RequestKind.HUMAN_REVIEW: _("What should the person look at?"),
        RequestKind.QUESTION: _("Your question"),
        RequestKind.ERASURE: _("Anything you want to tell us"),
    }
    MAY_BE_EMPTY = (RequestKind.HUMAN_REVIEW, RequestKind.ERASURE)

    def __init__(self, *args: Any, kind: RequestKind, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own arguments
        super().__init__(*args, **kwargs)
        self.fields["text"].label = self.LABELS[kind]
        self.fields["text"].required = kind not in self.MAY_BE_EMPTY


class PersonForm(ContactForm):
    """How to reach somebody who has applied."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own arguments
        super().__init__(*args, **kwargs)
        del self.fields["website"]  # no trap for who came by the secret link
        self.fields["email"].help_text = _("Our letters go here from now on.")


class AnswerForm(forms.Form):
    """The answer to a request, sent as a letter."""

    text = TextField(
        label=_("Your answer"),
        max_length=4_000,
        too_long=_("Shorten the answer to 4,000 characters."),
        widget=forms.Textarea(attrs={"rows": 8, "class": "ats-said"}),
        error_messages={"required": _("Write the answer.")},
        help_text=_("It goes to the applicant by email, and stands on their page."),
    )


class HoldForm(forms.Form):
    """Why something must be kept."""

    reason = LineField(
        label=_("Why must it be kept?"),
        max_length=300,
        too_long=_("Shorten the reason to 300 characters."),
        error_messages={"required": _("Say why it must be kept.")},
        help_text=_("For example: a complaint at the tribunal, case number, date."),
    )
