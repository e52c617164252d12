"""Who hires."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from backoffice_ats.accounts.models import User
from positions.enums import TeamRole


class MemberForm(forms.Form):
    """Put a colleague on the team."""

    user = forms.ModelChoiceField(
        label=_("Colleague"),
        queryset=User.objects.none(),
        empty_label=_("Choose a person"),
        error_messages={
            "required": _("Choose a person."),
            "invalid_choice": _("This person cannot be put on the team."),
        },
    )
    role = forms.ChoiceField(
        label=_("Part"), choices=TeamRole.choices, initial=TeamRole.MEMBER
    )

    def __init__(self, *args: Any, colleagues: Any, **options: Any) -> None:  # noqa: ANN401 -- a queryset of users
        super().__init__(*args, **options)
        field = self.fields["user"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 -- narrows the type
        field.queryset = colleagues
