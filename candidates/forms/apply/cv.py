"""A CV, as file or text."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from candidates.cv.gate import MAX_BYTES
from candidates.cv.values import SENTENCES, Reason
from candidates.forms.fields import TextField


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
