"""Who somebody is."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from candidates.forms.fields import LineField

_PHONE = re.compile(r"[0-9+()\-/.\s]{5,40}")


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
