"""What people type about a judgement."""

from django import forms
from django.utils.translation import gettext_lazy as _

from screening.enums import Verdict

REASON_LENGTH = 500
MEETS = 50  # points: the anchor "meets what is asked for"


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


class RatingForm(forms.Form):
    """Points for something that a person rates, on the scale of the criterion."""

    score = forms.IntegerField(
        label=_("Your rating, 0 to 100"),
        min_value=0,
        max_value=100,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            _("Enter a whole number from 0 to 100."),
        ),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "ats-w-4"}),
    )
    reason = forms.CharField(
        label=_("Your reason"),
        help_text=_("What in the work sample did you see? It stays with your name."),
        max_length=REASON_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean(self) -> None:
        score = self.cleaned_data.get("score")
        if score is not None:
            verdict = Verdict.MET if score >= MEETS else Verdict.NOT_MET
            self.cleaned_data["verdict"] = verdict.value


class RevealForm(forms.Form):
    reason = forms.CharField(
        label=_("Why do you need the name?"),
        help_text=_("Your reason and your name go into the trail."),
        max_length=REASON_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
