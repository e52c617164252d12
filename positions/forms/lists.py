"""Search and filters; what is wrong in them is left out."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from positions.enums import PositionStatus, Workplace
from positions.forms.fields import LineField


class ListFilterForm(forms.Form):
    """Search and filter of the staff's list; what is wrong is left out."""

    q = LineField(label=_("Find a position"), max_length=100, required=False)
    status = forms.ChoiceField(choices=PositionStatus.choices, required=False)


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
