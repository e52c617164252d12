"""What is typed about interviews: questions of a kit, and what was heard."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from candidates.forms.fields import LineField, TextField
from positions.enums import DIMENSIONS
from positions.plan import PlanCriterion
from screening.enums import QUESTION_KINDS
from screening.models import KitQuestion
from screening.services.kits import Asked


class QuestionForm(forms.Form):
    """A question with its anchors and what it is for."""

    criterion = forms.ChoiceField(
        label=_("What the answer is evidence of"),
        error_messages={"required": _("Choose a criterion of the plan.")},
    )
    dimension = forms.ChoiceField(
        label=_("Side of working with others"),
        choices=[("", _("None: it is about a duty")), *DIMENSIONS],
        required=False,
    )
    kind = forms.ChoiceField(
        label=_("What it asks for"),
        choices=QUESTION_KINDS,
        widget=forms.RadioSelect,
        initial=QUESTION_KINDS[0][0],
        error_messages={"required": _("Choose what it asks for.")},
    )
    text = TextField(
        label=_("Question"),
        help_text=_("The same words for everybody. One thing at a time."),
        max_length=400,
        too_long=_("Shorten the question to 400 characters."),
        widget=forms.Textarea(attrs={"rows": 3, "class": "ats-said"}),
        error_messages={"required": _("Write the question.")},
    )
    low = LineField(
        label=_("1: what a weak answer is"),
        help_text=_("Behaviour that can be heard, not a trait."),
        max_length=300,
        too_long=_("Shorten it to 300 characters."),
        error_messages={"required": _("Say what a 1 is.")},
    )
    mid = LineField(
        label=_("3: what a good answer is"),
        max_length=300,
        too_long=_("Shorten it to 300 characters."),
        error_messages={"required": _("Say what a 3 is.")},
    )
    high = LineField(
        label=_("5: what an excellent answer is"),
        max_length=300,
        too_long=_("Shorten it to 300 characters."),
        error_messages={"required": _("Say what a 5 is.")},
    )
    minutes = forms.IntegerField(
        label=_("Minutes"),
        min_value=1,
        max_value=60,
        initial=6,
        widget=forms.NumberInput(attrs={"class": "ats-w-4"}),
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            _("Enter minutes from 1 to 60."),
        ),
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- Django's own arguments
        criteria: tuple[PlanCriterion, ...],
        **kwargs: Any,  # noqa: ANN401 -- Django's own arguments
    ) -> None:
        super().__init__(*args, **kwargs)
        choice = cast("forms.ChoiceField", self.fields["criterion"])
        choice.choices = [(str(one.id), one.title) for one in criteria]

    @staticmethod
    def initial_of(question: KitQuestion) -> dict[str, Any]:
        return {name: getattr(question, name) for name in Asked.__slots__}

    def asked(self) -> Asked:
        given = self.cleaned_data
        return Asked(**{**given, "criterion": int(given["criterion"])})


class HeardForm(forms.Form):
    """What one rater heard: a rating and notes."""

    rating = forms.TypedChoiceField(
        choices=[(str(n), str(n)) for n in range(1, 6)],
        coerce=int,
        empty_value=None,
        required=False,
    )
    notes = TextField(
        label=_("What they said"),
        help_text=_("Words and facts, not impressions: others read it later."),
        max_length=4_000,
        required=False,
        too_long=_("Shorten the notes to 4,000 characters."),
        widget=forms.Textarea(attrs={"rows": 6, "class": "ats-said"}),
    )


class ChangeForm(forms.Form):
    """A rating changed after handing in, and why."""

    rating = forms.TypedChoiceField(
        label=_("New rating"),
        choices=[(str(n), str(n)) for n in range(1, 6)],
        coerce=int,
        error_messages={"required": _("Choose the new rating.")},
    )
    reason = LineField(
        label=_("Why"),
        max_length=300,
        too_long=_("Shorten the reason to 300 characters."),
        error_messages={"required": _("Say why: both ratings are kept with it.")},
    )
