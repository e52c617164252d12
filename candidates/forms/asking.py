"""A question as staff write it."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from candidates.forms.fields import LineField, TextField
from candidates.services.asking import QuestionRow
from positions.enums import QuestionKind
from positions.models import Criterion, Question

MOST_OPTIONS, LONGEST_OPTION = 12, 120
FEWEST_OPTIONS = 2
_OF_CHOICE = {QuestionKind.CHOICE, QuestionKind.MANY}


class QuestionForm(forms.Form):
    """A question, how it is answered, and what the answer is for."""

    text = LineField(
        label=_("Question"),
        help_text=_("Ask for one thing, in words an outsider understands."),
        max_length=300,
        too_long=_("Shorten the question to 300 characters."),
        error_messages={"required": _("Write the question.")},
    )
    guidance = LineField(
        label=_("Hint"),
        help_text=_("One short sentence that stands beside the question."),
        max_length=400,
        required=False,
        too_long=_("Shorten the hint to 400 characters."),
    )
    kind = forms.ChoiceField(
        label=_("How it is answered"),
        choices=QuestionKind.choices,
        initial=QuestionKind.SHORT.value,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it is answered.")},
    )
    options = TextField(
        label=_("Answers to choose from"),
        help_text=_("One on each line. Only for questions with answers to choose."),
        max_length=2_000,
        required=False,
        too_long=_("Shorten the answers to 2,000 characters in all."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    most_words = forms.IntegerField(
        label=_("Most words"),
        help_text=_("Only for longer texts; 200 if you leave it empty."),
        min_value=10,
        max_value=500,
        required=False,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"),
            _("Enter a number of words from 10 to 500, or leave it empty."),
        ),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "ats-w-4"}),
    )
    criterion = forms.ModelChoiceField(
        label=_("What the answer is for"),
        help_text=_("People read it beside this criterion. No points come of it."),
        queryset=Criterion.objects.none(),
        required=False,
        empty_label=_("Not scored"),
        error_messages={"invalid_choice": _("Choose a criterion from the list.")},
    )
    required = forms.BooleanField(
        label=_("It has to be answered before sending"), required=False
    )

    def __init__(self, *args: Any, criteria: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own arguments; a queryset
        super().__init__(*args, **kwargs)
        field = self.fields["criterion"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 -- declared above
        field.queryset = criteria

    @staticmethod
    def initial_of(question: Question) -> dict[str, Any]:
        names = ("text", "guidance", "kind", "most_words", "required", "criterion")
        given: dict[str, Any] = {name: getattr(question, name) for name in names}
        return given | {"options": "\n".join(question.options)}

    def clean_options(self) -> list[str]:
        lines = [
            " ".join(line.split()) for line in self.cleaned_data["options"].split("\n")
        ]
        return list(dict.fromkeys(line for line in lines if line))

    def clean(self) -> None:
        options = self.cleaned_data.get("options", [])
        if self.cleaned_data.get("kind") not in _OF_CHOICE or "options" in self.errors:
            return
        if len(options) < FEWEST_OPTIONS:
            self.add_error("options", gettext("Write at least two answers."))
        elif len(options) > MOST_OPTIONS:
            self.add_error(
                "options",
                gettext("Bring the answers to %d; nobody reads more.") % MOST_OPTIONS,
            )
        elif any(len(option) > LONGEST_OPTION for option in options):
            self.add_error(
                "options",
                gettext("Shorten each answer to %d characters.") % LONGEST_OPTION,
            )

    def row(self) -> QuestionRow:
        """Return the question as it was typed."""
        given = self.cleaned_data
        return QuestionRow(
            kind=QuestionKind(given["kind"]),
            text=given["text"],
            guidance=given["guidance"],
            required=given["required"],
            options=tuple(given["options"]),
            most_words=given["most_words"],
            criterion=given["criterion"],
        )

    def kind_typed(self) -> str:
        """Return the kind that is chosen at the moment, for an estimate."""
        kind = self["kind"].value()
        return kind if kind in QuestionKind.values else QuestionKind.SHORT.value
