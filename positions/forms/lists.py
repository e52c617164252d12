"""Search and filters; what is wrong in them is left out."""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from positions.enums import PositionStatus, Workplace
from positions.forms.fields import LineField

MOST_OF_A_QUERY = 500


class ListFilterForm(forms.Form):
    """Search and filter of the staff's list; what is wrong is left out."""

    KEPT = ("q", "status", "department", "mine", "soon", "sort")

    q = LineField(label=_("Find a position"), max_length=100, required=False)
    status = forms.ChoiceField(choices=PositionStatus.choices, required=False)
    department = forms.ChoiceField(label=_("Department"), required=False)
    mine = forms.BooleanField(label=_("Mine"), required=False)
    soon = forms.BooleanField(label=_("Closing soon"), required=False)

    def __init__(self, *args: Any, departments: Iterable[str], **options: Any) -> None:  # noqa: ANN401 -- the form's own
        super().__init__(*args, **options)
        field = self.fields["department"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- narrows the type
        field.choices = [("", _("Every department")), *((d, d) for d in departments)]

    @classmethod
    def query_of(cls, data: Mapping[str, Any]) -> str:
        """Return the part of an address that makes this look at the list."""
        return urlencode([(name, data[name]) for name in cls.KEPT if data.get(name)])[
            :MOST_OF_A_QUERY
        ]


class ViewNameForm(forms.Form):
    """What a look at the list is called."""

    name = LineField(
        label=_("Name of the view"), max_length=40, missing=_("Name the view.")
    )


class CareersFilterForm(forms.Form):
    """Search and filters of the careers list; what is wrong is left out."""

    q = LineField(label=_("Search jobs"), max_length=100, required=False)
    department = forms.ChoiceField(label=_("Department"), required=False)
    workplace = forms.ChoiceField(
        label=_("Way of work"),
        choices=[("", _("Any way of work")), *Workplace.choices],
        required=False,
    )

    def __init__(self, *args: Any, departments: Iterable[str], **options: Any) -> None:  # noqa: ANN401 -- the form's own
        super().__init__(*args, **options)
        field = self.fields["department"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- narrows the type
        field.choices = [("", _("Every department")), *((d, d) for d in departments)]
