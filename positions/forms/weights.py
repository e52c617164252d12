"""The selection plan: what applicants are scored by, and how much each of it weighs."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from positions.criteria import AFTER_INTERVIEWS, CriterionKind
from positions.enums import CRITERION_KINDS
from positions.forms.fields import LineField, NumberField
from positions.forms.rows import LinkedRowForm, row_set
from positions.services import drafting

MOST_CRITERIA = 25


class PlanReasonForm(forms.Form):
    """Why the plan does without a strong method, where it does."""

    reason = LineField(
        label=_("Why no strong method is used"), max_length=400, required=False
    )


class AddCriterionForm(forms.Form):
    """Which kind of criterion to add; the others come from what is needed."""

    kind = forms.ChoiceField(label=_("Kind of criterion"))

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 -- the form's own
        super().__init__(*args, **options)
        labels = dict(CRITERION_KINDS)
        field = self.fields["kind"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- narrows the type
        field.choices = [
            (kind.value, labels[kind.value]) for kind in drafting.addable()
        ]


class CriterionForm(LinkedRowForm):
    """One criterion. `kinds` says what the stored ones look at: that cannot change."""

    kind = forms.TypedChoiceField(
        choices=CRITERION_KINDS,
        coerce=CriterionKind,
        empty_value=CriterionKind.DUTY,
        required=False,
        widget=forms.HiddenInput,
    )
    experience = forms.IntegerField(required=False, widget=forms.HiddenInput)
    requirement = forms.IntegerField(required=False, widget=forms.HiddenInput)
    title = LineField(
        label=_("Criterion"), max_length=160, missing=_("Name this criterion.")
    )
    essential = forms.BooleanField(label=_("Essential"), required=False)
    minimum = NumberField(
        label=_("Least score"),
        min_value=0,
        max_value=100,
        required=False,
        missing="",
    )
    weight = NumberField(
        label=_("Before interviews"),
        min_value=0,
        max_value=100,
        missing=_("Enter a weight from 0 to 100."),
    )
    final_weight = NumberField(
        label=_("After interviews"),
        min_value=0,
        max_value=100,
        required=False,
        missing="",
    )
    reason = LineField(
        label=_("Why it weighs that much"), max_length=400, required=False
    )
    anchor_none = LineField(label=_("0 means"), max_length=300, required=False)
    anchor_meets = LineField(label=_("50 means"), max_length=300, required=False)
    anchor_best = LineField(label=_("100 means"), max_length=300, required=False)

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- the form's own
        kinds: Mapping[int, CriterionKind] | None = None,
        **options: Any,  # noqa: ANN401 -- the form's own
    ) -> None:
        super().__init__(*args, **options)
        self.kinds = kinds or {}
        if self.looks_at in AFTER_INTERVIEWS:
            self.fields["weight"].required = False

    @property
    def looks_at(self) -> CriterionKind:
        """The kind as stored, else as chosen when the row was added."""
        key, chosen = str(self["id"].value() or ""), str(self["kind"].value() or "")
        if key.isdecimal() and len(key) < 10 and int(key) in self.kinds:  # noqa: PLR2004 -- digits
            return self.kinds[int(key)]
        known = chosen in {kind.value for kind in CriterionKind}
        return CriterionKind(chosen) if known else CriterionKind.DUTY

    @property
    def is_late(self) -> bool:
        return self.looks_at in AFTER_INTERVIEWS

    def clean_duties(self) -> list[int]:
        duties: list[int] = self.cleaned_data["duties"]
        if not duties:
            raise ValidationError(_("Tick the duties this comes from."))
        return duties

    def clean_weight(self) -> int:
        weight: int = self.cleaned_data["weight"] or 0
        if weight and self.is_late:
            raise ValidationError(
                _("This is known only after interviews. Give it 0 before them.")
            )
        return weight

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        cleaned["kind"] = self.looks_at
        for name in ("final_weight", "minimum"):
            cleaned[name] = cleaned.get(name) or 0
        return cleaned


CriterionFormSet = row_set(CriterionForm, MOST_CRITERIA)
