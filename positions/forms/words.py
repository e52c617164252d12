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
        missing=_("Say what is wrong with the word."),
        help_text=_(
            "People read this beside their text. Verbs and abbreviations need nothing"
            " here and below."
        ),
    )
    suggestion = LineField(
        label=_("What to ask or write instead"),
        max_length=300,
        missing=_("Ask a question that helps, or name better words."),
    )
    reason = LineField(
        label=_("Reason for the change"),
        max_length=300,
        missing=_("Say why your organisation adds this word."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 -- the form's own
        super().__init__(*args, **options)
        if self["category"].value() in SAYS_NOTHING:
            for name in ("why", "suggestion"):
                self.fields[name].required = False
