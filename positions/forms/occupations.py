"""Find an occupation, and what to take over from it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from positions.forms.about import NewPositionForm
from positions.forms.duties import MOST_DUTIES
from positions.forms.fields import LineField


class OccupationSearchForm(forms.Form):
    """Search; what is wrong is left out."""

    q = LineField(label=_("Title of the job"), max_length=100, required=False)


class OccupationForm(NewPositionForm):
    """The facts of a draft, and which tasks become its duties."""

    tasks = forms.TypedMultipleChoiceField(
        label=_("Tasks that become duties"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Tick at least one task."),
            "invalid_choice": _(
                "A task you ticked is no longer there. Tick the tasks again."
            ),
        },
    )
    ask_experience = forms.BooleanField(required=False)

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- the form's own
        task_choices: Iterable[tuple[int, str]],
        experience: str,
        **options: Any,  # noqa: ANN401 -- the form's own
    ) -> None:
        super().__init__(*args, **options)
        field = self.fields["tasks"]
        assert isinstance(field, forms.TypedMultipleChoiceField)  # noqa: S101 -- narrows the type
        field.choices = list(task_choices)
        self.fields["ask_experience"].label = _("Ask for %(time)s of experience") % {
            "time": experience
        }

    def clean_tasks(self) -> list[int]:
        tasks: list[int] = self.cleaned_data["tasks"]
        if len(tasks) > MOST_DUTIES:
            raise forms.ValidationError(
                _("A position has at most %(most)d duties; %(many)d are ticked."),
                params={"most": MOST_DUTIES, "many": len(tasks)},
            )
        return tasks
