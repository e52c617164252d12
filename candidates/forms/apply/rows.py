"""Pages of rows: as many as somebody has, none of them forced."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.forms.formsets import BaseFormSet, formset_factory
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from candidates.services.answers import MAX_ROWS

if TYPE_CHECKING:
    from candidates.forms.apply.history import JobForm, StudyForm


class Rows(BaseFormSet):  # type: ignore[type-arg]  # generic in the stubs only
    """Rows that may be left empty; an untouched one is no row."""

    def initial_form_count(self) -> int:
        """Count none as given: what a CV or a draft offered may be emptied as well."""
        return 0

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["DELETE"].label = _("Take this out")
        if index is not None and self.total_form_count() == 1 and self._is_blank(form):
            del form.fields["DELETE"]  # there is nothing to take out

    def _is_blank(self, form: forms.Form) -> bool:
        if not form.is_bound:
            return not form.initial
        names = form.fields.keys() - cast("JobForm | StudyForm", form).ALONE
        return not any(form.data.get(form.add_prefix(name)) for name in names)

    def rows(self) -> list[dict[str, Any]]:
        """Return the filled rows in order, those taken out left out."""
        return [
            form.row()
            for form in self.forms
            if form.has_changed() and form not in self.deleted_forms
        ]

    def typed(self, data: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Return what was typed, unchecked, to show it again with one more row."""
        return [
            {name: data.get(form.add_prefix(name), "") for name in form.fields}
            | {
                name: form.add_prefix(name) in data
                for name, field in form.fields.items()
                if isinstance(field, forms.BooleanField)
                and not isinstance(field.widget, forms.HiddenInput)
            }
            for form in self.forms
            if form.add_prefix("DELETE") not in data
        ]


def rows_of(
    form: type[forms.Form],
    prefix: str,
    *,
    data: Mapping[str, Any] | None = None,
    initial: list[dict[str, Any]] | None = None,
    extra: int = 0,
    form_kwargs: Mapping[str, Any] | None = None,
) -> Rows:
    """Make the form set of a page: bound to `data`, or showing `initial` rows."""
    shown = initial or []
    kind = formset_factory(
        form,
        formset=Rows,
        extra=min(max(len(shown) + extra, 1), MAX_ROWS),
        max_num=MAX_ROWS,
        absolute_max=MAX_ROWS,
        validate_max=True,
        can_delete=True,
    )
    blank: dict[str, Any] = {}
    made = kind(
        data,
        prefix=prefix,
        initial=[*shown, *([blank] * (MAX_ROWS - len(shown)))] if shown else None,
        form_kwargs=dict(form_kwargs or {}),
        error_messages={
            "missing_management_form": gettext(
                "This page was not sent whole. Check the rows and send it again."
            ),
            "too_many_forms": gettext("Send %d rows at most.") % MAX_ROWS,
        },
    )
    return cast("Rows", made)


class NoneForm(forms.Form):
    """The box that says: there is nothing to tell here."""

    none = forms.BooleanField(required=False)

    def __init__(self, *args: Any, label: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own arguments
        super().__init__(*args, **kwargs)
        self.fields["none"].label = label
