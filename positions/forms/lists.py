"""Search and filters; what is wrong in them is left out."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from positions.enums import Employment, PositionStatus, Workplace
from positions.forms.fields import LineField

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

MOST_OF_A_QUERY = 500


def query_of(data: Mapping[str, Any], kept: Iterable[str]) -> str:
    """Return the named parts of an address, at most MOST_OF_A_QUERY characters."""
    named = [(name, data[name]) for name in kept if data.get(name)]
    return urlencode(named)[:MOST_OF_A_QUERY]


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
        return query_of(data, cls.KEPT)


class ViewNameForm(forms.Form):
    """What a look at the list is called."""

    name = LineField(
        label=_("Name of the view"), max_length=40, missing=_("Name the view.")
    )


class CareersFilterForm(forms.Form):
    """Search and filters of the careers list; what is wrong is left out."""

    q = LineField(label=_("Search jobs"), max_length=100, required=False)
    department = forms.ChoiceField(label=_("Department"), required=False)
    place = forms.ChoiceField(label=_("Place"), required=False)
    workplace = forms.ChoiceField(
        label=_("Way of work"),
        choices=[("", _("Any way of work")), *Workplace.choices],
        required=False,
    )
    employment = forms.ChoiceField(
        label=_("Kind of employment"),
        choices=[("", _("Any contract")), *Employment.choices],
        required=False,
    )
    sort = forms.ChoiceField(
        label=_("Order"),
        choices=[
            ("closes", _("Closing first")),
            ("newest", _("Newest first")),
            ("title", _("By title")),
            ("place", _("By place")),
        ],
        required=False,
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- the form's own
        departments: Iterable[str],
        towns: Iterable[str],
        **options: Any,  # noqa: ANN401 -- the form's own
    ) -> None:
        super().__init__(*args, **options)
        self._offer("department", _("Every department"), departments)
        self._offer("place", _("Every place"), towns)

    def _offer(
        self, name: str, everything: "StrOrPromise", names: Iterable[str]
    ) -> None:
        """Offer these; what leaves no choice is not asked."""
        found = list(names)
        if len(found) <= 1:
            del self.fields[name]
            return
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- narrows the type
        field.choices = [("", everything), *((one, one) for one in found)]
