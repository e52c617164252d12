"""What somebody asks of the trail."""

import datetime as dt
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from backoffice_ats.audit.enums import Kind
from backoffice_ats.audit.services.trail import Filters

YEARS = range(2000, 2100)


class TrailForm(forms.Form):
    """Filters of the trail; what is wrong is said, and nothing is filtered by it."""

    kind = forms.ChoiceField(
        label=_("What"), choices=[("", _("Everything")), *Kind.choices], required=False
    )
    person: "forms.ModelChoiceField[Any]" = forms.ModelChoiceField(
        label=_("By"), queryset=None, empty_label=_("Anybody"), required=False
    )
    position: "forms.ModelChoiceField[Any]" = forms.ModelChoiceField(
        label=_("Position"),
        queryset=None,
        empty_label=_("All positions"),
        required=False,
        to_field_name="slug",
    )
    since = forms.DateField(
        label=_("From"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    until = forms.DateField(
        label=_("To"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )

    def __init__(self, *args: Any, positions: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's signature, and a queryset
        super().__init__(*args, **kwargs)
        people: Any = self.fields["person"]
        people.queryset = get_user_model().objects.order_by("name", "pk")
        choice: Any = self.fields["position"]
        choice.queryset = positions.order_by("title", "pk")
        for field in self.fields.values():
            select = isinstance(field, forms.ChoiceField)
            field.widget.attrs["class"] = "form-select" if select else "form-control"

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        since, until = data.get("since"), data.get("until")
        for name, day in (("since", since), ("until", until)):
            if day and day.year not in YEARS:
                self.add_error(name, _("Choose a day of this century."))
        if since and until and until < since:
            self.add_error("until", _("Choose a day after the first one."))
        return data

    def filters(self) -> Filters:
        """Give what was understood; whole days in the organisation's zone."""
        data = self.cleaned_data if self.is_valid() or self.is_bound else {}
        since, until = data.get("since"), data.get("until")
        return Filters(
            kind=data.get("kind") or "",
            person=data["person"].pk if data.get("person") else None,
            position=data["position"].pk if data.get("position") else None,
            since=_midnight(since) if since else None,
            until=_midnight(until + dt.timedelta(days=1)) if until else None,
        )


def _midnight(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))
