"""Fields for words that come from strangers: any script, no tricks."""

import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import (
    MaxLengthValidator,
    ProhibitNullCharactersValidator,
)
from django.utils.translation import gettext_lazy as _

# Characters that turn the direction of writing: a name does not need them, and a text
# with them can show something other than what it says.
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def plain_line(value: str) -> None:
    """Refuse control characters and turned writing in a single line."""
    for character in value:
        if character in TURNING or unicodedata.category(character) in {
            "Cc",
            "Cs",
            "Zl",
            "Zp",
        }:
            raise ValidationError(
                _("Take out the line break or hidden character."), code="control"
            )


def plain_text(value: str) -> None:
    """Refuse hidden characters in a text of several lines."""
    for character in value:
        hidden = unicodedata.category(character) in {"Cc", "Cs"}
        if character in TURNING or (hidden and character not in "\r\n\t"):
            raise ValidationError(
                _(
                    "Take out the hidden characters; type the text again or paste it"
                    " as plain text."
                ),
                code="control",
            )


class LineField(forms.CharField):
    """One line of anybody's words."""

    default_validators = [plain_line]

    def __init__(self, *, too_long: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- a lazy text; Django's own arguments
        super().__init__(**kwargs)
        # Ours says it, for NUL too.
        self.validators = [
            validator
            for validator in self.validators
            if not isinstance(validator, ProhibitNullCharactersValidator)
        ]
        for validator in self.validators:
            if isinstance(validator, MaxLengthValidator):
                validator.message = too_long
        self.widget.attrs.pop("maxlength", None)  # keep what was typed; say it instead


class TextField(LineField):
    """Several lines of anybody's words."""

    widget = forms.Textarea
    default_validators = [plain_text]
