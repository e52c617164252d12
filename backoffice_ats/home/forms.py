"""What somebody types into the search box."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SearchForm(forms.Form):
    q = forms.CharField(
        label=_("Search positions and people"),
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
