"""How education and experience may stand in for each other, by name."""

from django import forms
from django.utils.translation import gettext_lazy as _

from positions.criteria import Equivalence
from positions.enums import EQUIVALENCES
from positions.forms.fields import LineField, NumberField
from positions.plan import PlanPolicy


class PolicyForm(forms.Form):
    """A policy; caps in per cent of the whole."""

    name = LineField(
        label=_("Name"),
        max_length=80,
        missing=_("Give the policy a name."),
        help_text=_("HR managers choose by it."),
    )
    rule = forms.ChoiceField(
        label=_("Rule"),
        choices=EQUIVALENCES,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a rule.")},
    )
    cap_experience = NumberField(
        label=_("Most that experience may bring, in per cent"),
        min_value=1,
        max_value=100,
        missing=_("Enter a number from 1 to 100; 100 is no limit."),
        help_text=_("100 is no limit. Used only where both add up."),
    )
    cap_education = NumberField(
        label=_("Most that study may bring, in per cent"),
        min_value=1,
        max_value=100,
        missing=_("Enter a number from 1 to 100; 100 is no limit."),
        help_text=_("100 is no limit. Used only where both add up."),
    )
    credits_per_year = NumberField(
        label=_("Credits in an academic year"),
        min_value=1,
        max_value=1_000,
        missing=_("Enter how many credits make an academic year."),
        help_text=_(
            "30 semester credits in the United States, 60 ECTS in Europe. Used year for"
            " year: so many credits make up for twelve months."
        ),
    )

    def as_plan(self) -> PlanPolicy | None:
        """Return the policy as it is typed; None while something is wrong."""
        wanted = ("rule", "cap_experience", "cap_education", "credits_per_year")
        if not self.is_bound or any(name in self.errors for name in wanted):
            return None
        typed = {name: self.cleaned_data[name] for name in wanted}
        return PlanPolicy(**{**typed, "rule": Equivalence(typed["rule"])})
