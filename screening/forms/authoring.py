"""What authors of scenarios type."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from candidates.forms.fields import LineField, TextField
from positions.enums import DIMENSIONS
from screening.enums import ANSWER_FORMATS, SCORINGS
from screening.instruments import WAYS, AnswerFormat, Scoring
from screening.services import authoring
from screening.services.authoring import FEWEST_REPLIES, MOST_REPLIES, Written

LONGEST_NAME = 120  # as the column has it
_PERSON = re.compile(r"^(?P<name>[^<>,;]+?)\s*[<,;]\s*(?P<email>\S+?)>?$")


class FormForm(forms.Form):
    """What a form is called, how people answer and how that is scored."""

    title = LineField(
        label=_("Title"),
        help_text=_("What colleagues choose it by; applicants never see it."),
        max_length=120,
        too_long=_("Shorten the title to 120 characters."),
        widget=forms.TextInput(attrs={"class": "ats-w-20"}),
        error_messages={"required": _("Give it a title.")},
    )
    answer_format = forms.ChoiceField(
        label=_("How people answer"),
        choices=ANSWER_FORMATS,
        initial=AnswerFormat.RATE.value,
        widget=forms.RadioSelect,
        help_text=_("Rating each reply says most about a person with few situations."),
        error_messages={"required": _("Choose how people answer.")},
    )
    scoring = forms.ChoiceField(
        label=_("How it is scored"),
        choices=SCORINGS,
        initial=Scoring.PROFILE.value,
        widget=forms.RadioSelect,
        help_text=_(
            "Likeness of profiles does not care whether somebody uses high or low"
            " numbers. Sides of the middle is the way with fewer than ten experts."
        ),
        error_messages={"required": _("Choose how it is scored.")},
    )

    def clean(self) -> None:
        given = self.cleaned_data
        if not {"answer_format", "scoring"} <= set(given):
            return
        ways = WAYS[AnswerFormat(given["answer_format"])]
        if Scoring(given["scoring"]) not in ways:
            labels = dict(SCORINGS)
            self.add_error(
                "scoring",
                gettext("Answers of this kind are scored by: %(ways)s.")
                % {"ways": "; ".join(str(labels[way.value]) for way in ways)},
            )


class ScenarioForm(forms.Form):
    """A situation and its replies."""

    dimension = forms.ChoiceField(
        label=_("What it is about"),
        choices=DIMENSIONS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it is about.")},
    )
    stem = TextField(
        label=_("The situation"),
        help_text=_(
            "Three things in short sentences: who you are with, what has happened, and"
            " what now asks for an answer. Nothing that only insiders know."
        ),
        max_length=700,
        too_long=_("Shorten the situation to 700 characters."),
        widget=forms.Textarea(attrs={"rows": 5, "class": "ats-said"}),
        error_messages={"required": _("Write the situation.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own arguments
        super().__init__(*args, **kwargs)
        for number in range(1, MOST_REPLIES + 1):
            self.fields[f"reply{number}"] = LineField(
                label=_("Reply %(n)d") % {"n": number},
                max_length=300,
                required=number <= FEWEST_REPLIES,
                error_messages={
                    "required": _("Write at least %(n)d replies.")
                    % {"n": FEWEST_REPLIES}
                },
                too_long=_("Shorten the reply to 300 characters."),
                widget=forms.Textarea(attrs={"rows": 2, "class": "ats-said"}),
                help_text=_(
                    "One that works well, one that makes things worse, and some that"
                    " a sensible person might choose. About the same length."
                )
                if number == 1
                else "",
            )

    @staticmethod
    def initial_of(written: Written) -> dict[str, str]:
        replies = {
            f"reply{number}": text
            for number, text in enumerate(written.replies, start=1)
        }
        return {"dimension": written.dimension, "stem": written.stem, **replies}

    def written(self) -> Written:
        """Return the situation as typed, also where something is missing."""
        given = getattr(self, "cleaned_data", {})
        return Written(
            given.get("dimension", ""), given.get("stem", ""), self._replies()
        )

    def hints(self) -> list[str]:
        """Say what would make it easier or fairer to read."""
        return authoring.hints(self.written())

    def _replies(self) -> tuple[str, ...]:
        given = getattr(self, "cleaned_data", {})
        return tuple(
            text
            for number in range(1, MOST_REPLIES + 1)
            if (text := given.get(f"reply{number}", ""))
        )


class ExpertsForm(forms.Form):
    """Names and addresses, one on each line."""

    people = TextField(
        label=_("Who knows the work"),
        help_text=_(
            "One on each line, as “Ruth Adeyemi, ruth@example.org”. People who do this"
            " work and people who lead it; none who will apply."
        ),
        max_length=8_000,
        too_long=_("Add at most a hundred at once."),
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Write one name and address on each line.")},
    )

    def clean_people(self) -> list[tuple[str, str]]:
        found = []
        for number, line in enumerate(
            self.cleaned_data["people"].splitlines(), start=1
        ):
            if line.strip():
                found.append(_person(line.strip(), number))
        return found


def _person(line: str, number: int) -> tuple[str, str]:
    match = _PERSON.match(line)
    problem = gettext(
        "Line %(n)d: write a name, a comma and an address, as “Ruth Adeyemi,"
        " ruth@example.org”."
    ) % {"n": number}
    if match is None or len(match["name"]) > LONGEST_NAME:
        raise ValidationError(problem)
    try:
        validate_email(match["email"])
    except ValidationError as error:
        raise ValidationError(problem) from error
    return match["name"].strip(), match["email"]


class FreezeForm(forms.Form):
    """Which replies count, and why some do that the experts see differently."""

    reason = LineField(
        label=_("Why replies count that the experts do not agree about"),
        max_length=300,
        required=False,
        too_long=_("Shorten the reason to 300 characters."),
    )
