"""What staff fill in at a person's record."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from backoffice_ats.accounts.models import User
from candidates.enums import STATUSES, Visibility
from candidates.forms.fields import LineField, TextField
from candidates.models import Application, Candidate, Tag
from candidates.services.persons import FIELDS
from candidates.services.search import Filters
from candidates.stages import Status
from positions.forms.lists import query_of
from positions.models import Position

KEPT, OTHER = "kept", "other"
_LABELS = {
    "name": _("Name"),
    "email": _("Email address"),
    "phone": _("Telephone"),
    "city": _("Town or city"),
}
_NEITHER = _("Choose one of the two.")


class NoteForm(forms.Form):
    """A note: about which application, who sees it, who should look."""

    text = TextField(
        label=_("Note"),
        max_length=4_000,
        too_long=_("Shorten the note to 4,000 characters."),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write the note.")},
        help_text=_("The person may ask to read it: write what you can stand by."),
    )
    application = forms.ModelChoiceField(
        label=_("About the application for"),
        queryset=Application.objects.none(),
        empty_label=None,
        error_messages={"invalid_choice": _("Choose one of the applications.")},
    )
    visibility = forms.ChoiceField(
        label=_("Who sees it"), choices=Visibility.choices, initial=Visibility.TEAM
    )
    mentioned = forms.ModelMultipleChoiceField(
        label=_("Who should look at it"),
        queryset=User.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Choose colleagues from the list.")},
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- Django's own arguments
        applications: Iterable[Application],
        colleagues: Iterable[User],
        **kwargs: Any,  # noqa: ANN401 -- Django's own arguments
    ) -> None:
        super().__init__(*args, **kwargs)
        choices = list(applications)
        about = cast("forms.ModelChoiceField[Application]", self.fields["application"])
        about.queryset = Application.objects.filter(pk__in=[one.pk for one in choices])
        about.choices = [(one.pk, one.position.title) for one in choices]
        if len(choices) == 1:
            about.widget = forms.HiddenInput()
            self.initial.setdefault("application", choices[0].pk)
        people = list(colleagues)
        named = cast("forms.ModelMultipleChoiceField[User]", self.fields["mentioned"])
        named.queryset = User.objects.filter(pk__in=[one.pk for one in people])
        named.choices = [(one.pk, str(one)) for one in people]
        if not people:
            del self.fields["mentioned"]


class TagForm(forms.Form):
    """One tag."""

    name = LineField(
        label=_("Tag"),
        max_length=40,
        too_long=_("Shorten the tag to 40 characters."),
        error_messages={"required": _("Write the tag.")},
        widget=forms.TextInput(attrs={"list": "tags", "autocomplete": "off"}),
    )

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())


class FindForm(forms.Form):
    """What to search people by. What makes no sense narrows nothing."""

    KEPT = ("q", "position", "status", "tag", "since", "until", "cv")

    q = LineField(
        label=_("Find"),
        required=False,
        max_length=200,
        too_long=_("Shorten the search to 200 characters."),
    )
    position = forms.ModelChoiceField(
        label=_("Position"),
        queryset=Position.objects.none(),
        required=False,
        empty_label=_("Every position"),
    )
    status = forms.ChoiceField(
        label=_("Stage"),
        required=False,
        choices=[
            ("", _("Every stage")),
            *((value, words) for value, words in STATUSES if value != Status.DRAFT),
        ],
    )
    tag = forms.ModelChoiceField(
        label=_("Tag"),
        queryset=Tag.objects.none(),
        required=False,
        empty_label=_("Every tag"),
    )
    since = forms.DateField(
        label=_("Received from"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": _("Enter a day such as 2026-05-31.")},
    )
    until = forms.DateField(
        label=_("to"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": _("Enter a day such as 2026-05-31.")},
    )
    cv = forms.BooleanField(label=_("With a readable CV"), required=False)

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- Django's own arguments
        positions: Any,  # noqa: ANN401 -- a queryset
        tags: Any,  # noqa: ANN401 -- a queryset
        **kwargs: Any,  # noqa: ANN401 -- Django's own arguments
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, rows in {"position": positions, "tag": tags}.items():
            cast("forms.ModelChoiceField[Any]", self.fields[name]).queryset = rows

    @classmethod
    def query_of(cls, data: Mapping[str, Any]) -> str:
        """Return the part of an address that makes this search."""
        return query_of(data, cls.KEPT)

    def filters(self) -> Filters:
        """Return what is valid of it."""
        given = getattr(self, "cleaned_data", {})
        position, tag = given.get("position"), given.get("tag")
        return Filters(
            position=position.pk if position else None,
            status=given.get("status") or "",
            tag=tag.pk if tag else None,
            since=given.get("since"),
            until=given.get("until"),
            with_cv=bool(given.get("cv")),
        )

    def narrowed(self) -> bool:
        return self.filters() != Filters()


class MergeForm(forms.Form):
    """Which of two people's name, address, number and town is kept.

    Asked is only what differs; what nobody chose yet is what is not empty.
    """

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- Django's own arguments
        kept: Candidate,
        other: Candidate,
        **kwargs: Any,  # noqa: ANN401 -- Django's own arguments
    ) -> None:
        super().__init__(*args, **kwargs)
        self.values = {
            name: (getattr(kept, name), getattr(other, name)) for name in FIELDS
        }
        for name, (mine, theirs) in self.values.items():
            if mine == theirs:
                continue
            self.fields[name] = forms.ChoiceField(
                label=_LABELS[name],
                choices=[(KEPT, mine or _("none")), (OTHER, theirs or _("none"))],
                widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
                initial=KEPT if mine else OTHER,
                error_messages={
                    "required": _NEITHER,
                    "invalid_choice": _NEITHER,
                },
            )

    def rows(self) -> list[tuple[str, str, forms.BoundField | None]]:
        """Return each label, the value where both have the same, else the choice."""
        return [
            (
                str(_LABELS[name]),
                mine,
                self[name] if name in self.fields else None,
            )
            for name, (mine, _theirs) in self.values.items()
        ]

    def taken(self) -> list[str]:
        """Name what is written as the other had it."""
        return [name for name, side in self.cleaned_data.items() if side == OTHER]
