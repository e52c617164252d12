"""Changes of the word lists."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from positions.enums import WORD_LISTS
from positions.forms.fields import LineField

SAYS_NOTHING = frozenset({"verb", "acronym"})  # welcome words: nothing to explain


class WordFilterForm(forms.Form):
    """Search and filter; what is wrong is left out."""

    q = LineField(label=_("Find a word"), max_length=80, required=False)
    category = forms.ChoiceField(choices=WORD_LISTS, required=False)
    changed = forms.BooleanField(required=False)


class SilenceForm(forms.Form):
    use_required_attribute = False

    reason = LineField(
        label=_("Reason"),
        max_length=300,
        missing=_("Say why this word is fine here."),
        help_text=_("Everybody who opens the lists can read it."),
    )


class AddWordForm(forms.Form):
    """A word more. `why` and `suggestion` are what people read beside their text."""

    use_required_attribute = False

    category = forms.ChoiceField(label=_("List"), choices=WORD_LISTS)
    word = LineField(
        label=_("Word or phrase"),
        max_length=80,
        missing=_("Enter the word or phrase."),
    )
    why = LineField(
        label=_("Why it is a problem"),
        max_length=300,
        required=False,
        help_text=_("People read this beside their text."),
    )
    suggestion = LineField(
        label=_("What to ask or write instead"), max_length=300, required=False
    )
    reason = LineField(
        label=_("Reason for the change"),
        max_length=300,
        missing=_("Say why your organisation adds this word."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("category") in SAYS_NOTHING:
            return cleaned
        for name, text in (
            ("why", _("Say what is wrong with the word.")),
            ("suggestion", _("Ask a question that helps, or name better words.")),
        ):
            if name in cleaned and not cleaned[name]:
                self.add_error(name, text)
        return cleaned
