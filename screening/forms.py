"""What people type about a judgement."""

from django import forms
from django.utils.translation import gettext_lazy as _

from screening.enums import Verdict

REASON_LENGTH = 500


class CorrectionForm(forms.Form):
    verdict = forms.ChoiceField(
        label=_("Your verdict"), choices=Verdict.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("Your reason"),
        help_text=_(
            "What did you see, and where? It stays beside the computed value, with your"
            " name."
        ),
        max_length=REASON_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class RevealForm(forms.Form):
    reason = forms.CharField(
        label=_("Why do you need the name?"),
        help_text=_("Your reason and your name go into the trail."),
        max_length=REASON_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
