"""An example of something done, for one duty."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from candidates.forms.fields import TextField

MAX_WORDS = 200


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
