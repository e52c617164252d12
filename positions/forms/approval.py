"""What approvers answer, what colleagues remark, and who is asked."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from backoffice_ats.accounts.enums import Role
from backoffice_ats.accounts.models import User
from positions.forms.fields import LineField, TextField

# An auditor changes nothing, so nobody asks one.
ROLES = [(value, label) for value, label in Role.choices if value != Role.AUDITOR]


class AnswerForm(forms.Form):
    """An approver's answer; sending back takes a comment (the view says so)."""

    APPROVE, SEND_BACK = "approve", "send_back"

    use_required_attribute = False
    act = forms.ChoiceField(choices=[(APPROVE, APPROVE), (SEND_BACK, SEND_BACK)])
    comment = TextField(
        label=_("Your comment"),
        max_length=1_000,
        rows=3,
        required=False,
        missing="",
        help_text=_("Colleagues can read it. To send it back, say what should change."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("act") == self.SEND_BACK and not cleaned.get("comment"):
            self.add_error(
                "comment", _("Say what should change before you can approve it.")
            )
        return cleaned


class RemarkForm(forms.Form):
    use_required_attribute = False
    text = TextField(
        label=_("Comment"),
        max_length=1_000,
        rows=2,
        missing=_("Write something first."),
    )


class StepForm(forms.Form):
    """A step of the chain: what is approved, and by whom."""

    use_required_attribute = False
    label = LineField(
        label=_("What is approved"),
        max_length=80,
        missing=_("Say what is approved: budget, headcount, pay."),
        help_text=_("For example budget, headcount or pay."),
    )
    approver = forms.ChoiceField(
        label=_("By"),
        error_messages={
            "required": _("Choose who approves it."),
            "invalid_choice": _("This person cannot approve positions."),
        },
    )

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 -- the form's own
        super().__init__(*args, **options)
        field = self.fields["approver"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- narrows the type
        self.people = {
            str(user.pk): user
            for user in User.objects.filter(is_active=True)
            .exclude(role=Role.AUDITOR)
            .order_by("name", "pk")
        }
        field.choices = [
            ("", _("Choose a person or a role")),
            (_("One person"), [(key, str(user)) for key, user in self.people.items()]),
            (_("Anybody with the role"), ROLES),
        ]

    @property
    def person(self) -> User | None:
        return self.people.get(self.cleaned_data["approver"])

    @property
    def role(self) -> str:
        """Return the role, or nothing where a person is chosen."""
        return "" if self.person else self.cleaned_data["approver"]
