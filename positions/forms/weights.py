"""What applicants are scored by, and how much each of it weighs."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from positions.forms.fields import LineField, NumberField
from positions.forms.rows import LinkedRowForm, row_set

MOST_CRITERIA = 25


class CriterionForm(LinkedRowForm):
    title = LineField(
        label=_("Criterion"), max_length=160, missing=_("Name this criterion.")
    )
    weight = NumberField(
        label=_("Weight"),
        min_value=0,
        max_value=100,
        missing=_("Enter a weight from 0 to 100."),
    )
    essential = forms.BooleanField(label=_("Essential"), required=False)
    anchor_none = LineField(label=_("0 means"), max_length=300, required=False)
    anchor_meets = LineField(label=_("50 means"), max_length=300, required=False)
    anchor_best = LineField(label=_("100 means"), max_length=300, required=False)

    def clean_duties(self) -> list[int]:
        duties: list[int] = self.cleaned_data["duties"]
        if not duties:
            raise ValidationError(_("Tick the duties this comes from."))
        return duties


CriterionFormSet = row_set(CriterionForm, MOST_CRITERIA)
