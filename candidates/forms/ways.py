"""The stages of a position, as its HR manager names them."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from backoffice_ats.shared.languages import languages
from candidates.enums import STATUSES
from candidates.forms.fields import LineField
from candidates.services.ways import Wanted
from candidates.stages import DIVISIBLE, Status

PLACES = 3  # stages of one status
LABELS = dict(STATUSES)


class StagesForm(forms.Form):
    """Up to three stages for each status that can be divided, and a language."""

    language = forms.ChoiceField(
        label=_("Language of the letters"),
        required=False,
        help_text=_("Letters without a text in this language are in English."),
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- Django's own arguments
        stages: list[Wanted],
        **kwargs: Any,  # noqa: ANN401 -- Django's own arguments
    ) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ChoiceField", self.fields["language"]).choices = [
            ("", gettext("As all letters of the organisation")),
            *languages(),
        ]
        for status in DIVISIBLE:
            here = [one for one in stages if one.status is status]
            for place in range(PLACES):
                was = here[place] if place < len(here) else None
                self.fields[_name(status, place)] = LineField(
                    label=_("Stage %(number)d") % {"number": place + 1},
                    max_length=40,
                    required=False,
                    too_long=_("Shorten the name to 40 characters."),
                    initial=was.name if was else "",
                )
                self.fields[_key(status, place)] = forms.IntegerField(
                    required=False,
                    widget=forms.HiddenInput,
                    initial=was.key if was else None,
                )

    def groups(
        self,
    ) -> list[tuple[str, list[tuple[forms.BoundField, forms.BoundField]]]]:
        """Return each status with the fields of its stages: name and key."""
        return [
            (
                str(LABELS[status]),
                [
                    (self[_name(status, place)], self[_key(status, place)])
                    for place in range(PLACES)
                ],
            )
            for status in DIVISIBLE
        ]

    def clean(self) -> None:
        seen: set[str] = set()
        for one in self.wanted():
            if one.name.casefold() in seen:
                name = next(
                    field
                    for field, value in self.cleaned_data.items()
                    if value == one.name
                )
                self.add_error(name, gettext("Two stages have this name. Change one."))
            seen.add(one.name.casefold())

    def wanted(self) -> list[Wanted]:
        given = self.cleaned_data
        return [
            Wanted(status, given[_name(status, place)], given.get(_key(status, place)))
            for status in DIVISIBLE
            for place in range(PLACES)
            if given.get(_name(status, place))
        ]


def _name(status: Status, place: int) -> str:
    return f"{status.lower()}_{place}"


def _key(status: Status, place: int) -> str:
    return f"{status.lower()}_{place}_key"
