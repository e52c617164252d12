"""Rows that are typed, added, moved and taken out on one page."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class RowForm(forms.Form):
    """One row of several; `id` names the stored row it came from."""

    use_required_attribute = False
    id = forms.IntegerField(required=False, widget=forms.HiddenInput)


class DutyChoiceField(forms.TypedMultipleChoiceField):
    """Which duties something is for."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 -- options of the base field
        super().__init__(
            coerce=int, widget=forms.CheckboxSelectMultiple, choices=[], **options
        )
        self.error_messages["invalid_choice"] = _(
            "A duty you ticked is no longer there. Tick the duties again."
        )


class LinkedRowForm(RowForm):
    """A row that belongs to duties."""

    duties = DutyChoiceField(label=_("Duties"), required=False)

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- the form's own
        duty_choices: list[tuple[int, str]],
        **options: Any,  # noqa: ANN401 -- the form's own
    ) -> None:
        super().__init__(*args, **options)
        field = self.fields["duties"]
        assert isinstance(field, DutyChoiceField)  # noqa: S101 -- narrows the type
        field.choices = duty_choices


def row_set(form: type[forms.Form], most: int) -> "type[forms.BaseFormSet[Any]]":
    return forms.formset_factory(
        form, extra=0, max_num=most, absolute_max=most + 5, validate_max=True
    )


def typed_rows(
    form: type[RowForm],
    data: Mapping[str, Any],
    prefix: str,
    options: Mapping[str, Any],
    *,
    most: int,
) -> list[dict[str, Any]]:
    """Return the rows of a form set as they were typed, checked by nobody."""
    count = data.get(f"{prefix}-TOTAL_FORMS", "")
    plain = str(count).isdecimal() and len(count) < 4  # noqa: PLR2004 -- digits
    total = min(int(count), most) if plain else 0
    fields = form(**options).fields
    return [
        {
            name: field.widget.value_from_datadict(data, {}, f"{prefix}-{row}-{name}")
            for name, field in fields.items()
        }
        for row in range(total)
    ]
