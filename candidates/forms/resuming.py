"""Where to send a link."""

from django import forms
from django.utils.translation import gettext_lazy as _


class AddressForm(forms.Form):
    """One email address."""

    email = forms.EmailField(
        label=_("Email address"),
        max_length=254,
        error_messages={
            "required": _("Enter your email address."),
            "invalid": _("Enter an email address such as name@example.org."),
            "max_length": _("Shorten the email address to 254 characters."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email", "class": "ats-w-20"}),
    )
