"""The education and experience that the duties need."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from positions.criteria import EducationLevel
from positions.enums import EDUCATION_LEVELS
from positions.forms.fields import (
    FieldsOfStudy,
    LaterLineField,
    LineField,
    NumberField,
)
from positions.forms.rows import LinkedRowForm, RowForm, row_set
from positions.models import EquivalencePolicy
from positions.services import policies

MOST_KINDS_OF_WORK = 6
MOST_ROUTES = 5


class NeedsForm(forms.Form):
    """How education and experience combine, and why the education is asked for."""

    policy = forms.TypedChoiceField(
        label=_("How education and experience combine"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how they combine.")},
    )
    reason = LaterLineField(label=_("Why the duties need this study"), max_length=400)

    def __init__(self, *args: Any, chosen: EquivalencePolicy, **options: Any) -> None:  # noqa: ANN401 -- the form's own
        super().__init__(*args, **options)
        offered = {policy.pk: policy for policy in policies.offered(chosen=chosen)}
        field = self.fields["policy"]
        assert isinstance(field, forms.TypedChoiceField)  # noqa: S101 -- narrows the type
        field.choices = [
            (key, policy_choice(policy)) for key, policy in offered.items()
        ]
        field.coerce = lambda key: offered[int(key)]

    def require_reason(self) -> bool:
        """Ask for the reason once there is study that needs one; say if it is there."""
        if self.is_valid() and not self.cleaned_data["reason"]:
            self.add_error("reason", _("Say why the duties need this education."))
        return self.is_valid()


def policy_choice(policy: EquivalencePolicy) -> str:
    """Name a policy and say in a sentence what it does."""
    return format_html(
        '{}<span class="ats-sub">{}</span>', policy.name, policies.sentence(policy)
    )


class RouteForm(RowForm):
    """One acceptable course of study."""

    level = forms.TypedChoiceField(
        label=_("Level"),
        choices=[("", _("Choose a level")), *EDUCATION_LEVELS],
        coerce=lambda value: EducationLevel(int(value)),
        empty_value=None,
        error_messages={"required": _("Choose a level, or remove this study.")},
    )
    fields_of_study = FieldsOfStudy(
        label=_("Fields of study"),
        max_length=400,
        required=False,
        help_text=_(
            "Separate them with commas. Where only part of the credits counts, say so:"
            " accounting, economics 50 %. Leave it empty for any field."
        ),
    )
    credits_full = NumberField(
        label=_("Credits that make 100 %"),
        min_value=1,
        max_value=600,
        missing=_("Enter how many credits of study are asked for."),
        help_text=_("30 credits are one academic year."),
    )
    credits_base = NumberField(
        label=_("Credits that do not count yet"),
        min_value=0,
        max_value=600,
        required=False,
        missing="",
        help_text=_("What everybody has before this study begins."),
    )


class ExperienceForm(LinkedRowForm):
    kind_of_work = LineField(
        label=_("Kind of work"),
        max_length=160,
        missing=_("Enter the kind of work, or remove this row."),
    )
    months = NumberField(
        label=_("Months needed"),
        min_value=1,
        max_value=240,
        missing=_("Enter how many months are needed."),
    )
    headroom = NumberField(
        label=_("Months beyond that still count"),
        min_value=0,
        max_value=120,
        initial=24,
        missing=_("Enter how many months more still count, 24 as a rule."),
    )
    education_counts = forms.BooleanField(
        label=_("Education may make up for it"), required=False, initial=True
    )

    def clean_duties(self) -> list[int]:
        duties: list[int] = self.cleaned_data["duties"]
        if not duties:
            raise ValidationError(_("Tick the duties that need it."))
        return duties


class ExampleForm(forms.Form):
    """An example person: months per kind of work, and credits."""

    credits = forms.DecimalField(
        label=_("Credits of study"),
        min_value=0,
        max_value=1_000,
        decimal_places=2,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "form-control"}),
    )

    def __init__(self, *args: Any, kinds: Mapping[int, str], **options: Any) -> None:  # noqa: ANN401 -- the form's own
        super().__init__(*args, **options)
        for key, label in kinds.items():
            self.fields[f"months_{key}"] = forms.DecimalField(
                label=label,
                min_value=0,
                max_value=1_000,
                decimal_places=2,
                required=False,
                widget=forms.TextInput(
                    attrs={"inputmode": "decimal", "class": "form-control"}
                ),
            )
        self.order_fields([*(f"months_{key}" for key in kinds), "credits"])
        for field in self.fields.values():
            field.error_messages["invalid"] = _("Enter a number, for example 6.")


ExperienceFormSet = row_set(ExperienceForm, MOST_KINDS_OF_WORK)
RouteFormSet = row_set(RouteForm, MOST_ROUTES)
