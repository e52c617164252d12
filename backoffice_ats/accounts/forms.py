"""What administrators and people themselves may say about accounts."""

import zoneinfo
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backoffice_ats.accounts.models import Organisation, User, hex_colour
from backoffice_ats.accounts.services import organisation
from backoffice_ats.shared import countries
from backoffice_ats.shared.languages import languages

NAME_HINT = gettext_lazy("As it stands in letters, for example Ruth Adeyemi.")


def _one_line(value: str) -> str:
    """Refuse what would break the head of a letter or hide text on a page."""
    if any(not char.isprintable() for char in value):
        raise forms.ValidationError(
            _("Use letters, numbers and spaces only; take out hidden characters.")
        )
    return value


class InviteForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ["name", "email", "role"]
        help_texts = {
            "name": NAME_HINT,
            "email": gettext_lazy("We write to this address; it is also the login."),
        }

    def clean_name(self) -> str:
        return _one_line(self.cleaned_data["name"])

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        if User.objects.filter(email__iexact=email).exists():
            raise forms.ValidationError(
                _("Somebody with this address is here already: look in the list.")
            )
        return email


class PersonForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ["name", "role"]

    def clean_name(self) -> str:
        return _one_line(self.cleaned_data["name"])


class MeForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ["name", "theme"]
        widgets = {"theme": forms.RadioSelect}

    def clean_name(self) -> str:
        return _one_line(self.cleaned_data["name"])


def _zones() -> list[tuple[str, str]]:
    """List the zones people live in, as Region/City; not the old aliases."""
    names = sorted(
        name
        for name in zoneinfo.available_timezones()
        if "/" in name and not name.startswith(("Etc/", "SystemV/", "US/", "posix/"))
    )
    return [(name, name.replace("_", " ")) for name in [*names, "UTC"]]


class OrganisationForm(forms.ModelForm):
    """Settings of the organisation; colour and logo are checked by what they are."""

    time_zone = forms.ChoiceField(
        label=gettext_lazy("Time zone"),
        help_text=gettext_lazy("All times on pages and in letters are in this zone."),
    )
    logo = forms.FileField(
        label=gettext_lazy("Logo"),
        required=False,
        help_text=gettext_lazy("PNG, JPEG or WebP, at most 1 MB."),
        widget=forms.FileInput(attrs={"accept": ".png,.jpg,.jpeg,.webp"}),
    )
    drop_logo = forms.BooleanField(
        label=gettext_lazy("Take the logo out"), required=False
    )

    letters_language = forms.ChoiceField(
        label=gettext_lazy("Language of the letters"),
        choices=languages,
        initial="en-gb",
        help_text=gettext_lazy(
            "Letters that have a text in this language use it, all others the English"
            " one. A position can have its own."
        ),
    )
    country = forms.ChoiceField(
        label=gettext_lazy("Country"),
        choices=countries.choices,
        help_text=gettext_lazy("Positions are here unless they say otherwise."),
    )
    website = forms.URLField(
        label=gettext_lazy("Website"),
        required=False,
        max_length=200,
        assume_scheme="https",
        help_text=gettext_lazy(
            "Search engines show it beside your jobs, for example"
            " https://www.example.org."
        ),
    )

    # What stands in the section "Careers site" of the page.
    CAREERS = (
        "careers_heading",
        "careers_text",
        "website",
        "legal_name",
        "street",
        "locality",
        "region",
        "postal_code",
        "country",
    )

    class Meta:
        model = Organisation
        fields = [
            "name",
            "sender",
            "time_zone",
            "reply_within_days",
            "retention_months",
            "letters_from_hour",
            "letters_until_hour",
            "letters_on_weekends",
            "letters_language",
            "privacy_notice",
            "colour",
            "careers_heading",
            "careers_text",
            "website",
            "legal_name",
            "street",
            "locality",
            "region",
            "postal_code",
            "country",
        ]
        widgets = {
            "colour": forms.TextInput(attrs={"type": "color", "class": "ats-w-4"}),
            "privacy_notice": forms.Textarea(attrs={"rows": 8}),
            "careers_text": forms.Textarea(attrs={"rows": 4}),
        }
        help_texts = {
            "name": gettext_lazy("As applicants know you."),
            "sender": gettext_lazy("Applicants who answer a letter write to it."),
            "reply_within_days": gettext_lazy(
                "The advert promises it; your start page reminds you."
            ),
            "retention_months": gettext_lazy(
                "Then everything of a person is erased, every day by itself. Six months"
                " cover the time in which most laws let somebody complain."
            ),
            "letters_from_hour": gettext_lazy(
                "Decisions and reminders leave from this hour on, 0 to 23."
            ),
            "letters_until_hour": gettext_lazy(
                "And until this hour, at most 24. What is written later leaves the next"
                " day."
            ),
            "privacy_notice": gettext_lazy("Shown to everybody before they apply."),
            "colour": gettext_lazy(
                "The ground of your mark. The letter on it is white, so it must be dark"
                " enough."
            ),
            "careers_heading": gettext_lazy(
                "At the top of the list of jobs. Empty: “Work at” and your name."
            ),
            "careers_text": gettext_lazy(
                "A few sentences under the heading: what you do, and for whom."
            ),
            "legal_name": gettext_lazy(
                "Job boards print it as the employer. Empty: the name above."
            ),
            "street": gettext_lazy("Where most of your people work."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's signature
        super().__init__(*args, **kwargs)
        zone: Any = self.fields["time_zone"]
        zone.choices = _zones()
        if not self.instance.logo:
            del self.fields["drop_logo"]

    @property
    def house_fields(self) -> list[forms.BoundField]:
        return [field for field in self if field.name not in self.CAREERS]

    @property
    def careers_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.CAREERS]

    def clean_name(self) -> str:
        return _one_line(self.cleaned_data["name"])

    def clean_letters_until_hour(self) -> int:
        hour: int = self.cleaned_data["letters_until_hour"]
        if hour <= self.cleaned_data.get("letters_from_hour", -1):
            raise forms.ValidationError(_("Choose an hour later than the first."))
        return hour

    def clean_careers_heading(self) -> str:
        return _one_line(self.cleaned_data["careers_heading"])

    def clean_legal_name(self) -> str:
        return _one_line(self.cleaned_data["legal_name"])

    def clean_street(self) -> str:
        return _one_line(self.cleaned_data["street"])

    def clean_locality(self) -> str:
        return _one_line(self.cleaned_data["locality"])

    def clean_region(self) -> str:
        return _one_line(self.cleaned_data["region"])

    def clean_postal_code(self) -> str:
        return _one_line(self.cleaned_data["postal_code"])

    def clean_reply_within_days(self) -> int:
        days: int = self.cleaned_data["reply_within_days"]
        if not 1 <= days <= 365:  # noqa: PLR2004 -- a day to a year
            raise forms.ValidationError(_("Enter a number of days from 1 to 365."))
        return days

    def clean_colour(self) -> str:
        colour: str = self.cleaned_data["colour"].lower()
        hex_colour(colour)
        contrast = organisation.contrast_with_white(colour)
        if contrast < organisation.READABLE_CONTRAST:
            raise forms.ValidationError(
                _(
                    "White letters cannot be read on this colour (contrast"
                    " %(contrast).1f to 1; %(needed).1f is needed). Choose a darker"
                    " one."
                )
                % {"contrast": contrast, "needed": organisation.READABLE_CONTRAST}
            )
        return colour

    def clean_logo(self) -> bytes | None:
        file = self.cleaned_data.get("logo")
        if not isinstance(file, UploadedFile):
            return None
        if (file.size or 0) > organisation.LOGO_BYTES:
            raise forms.ValidationError(_LOGO_WORDS["size"])
        data: bytes = file.read()
        try:
            organisation.clean_logo(data)
        except organisation.LogoError as error:
            raise forms.ValidationError(_LOGO_WORDS[error.reason]) from error
        return data


_LOGO_WORDS = {
    "size": gettext_lazy("The file is larger than 1 MB. Make the picture smaller."),
    "kind": gettext_lazy("This is not a PNG, JPEG or WebP picture. Choose another."),
    "pixels": gettext_lazy("The picture is too large: 4000 by 4000 pixels at most."),
}
