"""Numbers that people may leave out."""

from typing import Any

from django import forms

NARROW = {"inputmode": "numeric", "class": "ats-w-4", "autocomplete": "off"}


def number(label: Any, wrong: Any, **limits: Any) -> forms.IntegerField:  # noqa: ANN401 -- lazy texts and limits
    """Make an optional whole number whose every fault is said in one sentence."""
    return forms.IntegerField(
        label=label,
        required=False,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), wrong),
        widget=forms.TextInput(attrs=dict(NARROW)),
        **limits,
    )
