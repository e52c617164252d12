"""Begin a position: the few facts, and what becomes of the lines of an old advert."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from positions.criteria import EducationLevel, RequirementKind
from positions.enums import EDUCATION_LEVELS, REQUIREMENT_KINDS
from positions.forms.about import NewPositionForm
from positions.forms.duties import MOST_DUTIES
from positions.forms.fields import LineField, NumberField, TextField
from positions.forms.rows import row_set
from positions.models import Position
from positions.services.pasting import DUTY, LEAVE

MOST_LINES = 120
MOST_CHARACTERS = 30_000


class CopyForm(forms.Form):
    """Choose the position that is copied."""

    source: "forms.ModelChoiceField[Position]" = forms.ModelChoiceField(
        label=_("Position to copy"),
        queryset=Position.objects.none(),
        to_field_name="slug",
        empty_label=_("Choose a position"),
        error_messages={
            "required": _("Choose the position to copy."),
            "invalid_choice": _("This position is not there any more. Choose another."),
        },
    )

    def __init__(self, *args: Any, positions: Any, **options: Any) -> None:  # noqa: ANN401 -- a queryset of positions
        super().__init__(*args, **options)
        field = self.fields["source"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 -- narrows the type
        field.queryset = positions


class PasteForm(forms.Form):
    """The text of an old advert."""

    use_required_attribute = False

    text = TextField(
        label=_("The old advert"),
        rows=16,
        max_length=MOST_CHARACTERS,
        missing=_("Paste the text of the advert."),
        help_text=_(
            "All of it, as it was printed. Nothing is kept that you do not accept on"
            " the next page."
        ),
    )


class AcceptForm(NewPositionForm):
    """What the position is called, and what it is for."""

    openings = None  # type: ignore[assignment]  # asked for on the definition page
    summary = TextField(
        label=_("What this job is for"), max_length=2_000, rows=3, required=False
    )


if TYPE_CHECKING:
    _Rows = forms.BaseFormSet["AdvertLineForm"]
else:
    _Rows = forms.BaseFormSet  # generic in the stubs only


class AdvertLineForm(forms.Form):
    """One line of the advert and what becomes of it."""

    use_required_attribute = False

    text = TextField(label=_("Text"), rows=2, max_length=600, required=False)
    use = forms.ChoiceField(
        label=_("Take over as"),
        choices=[
            (DUTY, _("Duty")),
            *REQUIREMENT_KINDS,
            (LEAVE, _("Leave out")),
        ],
    )
    found = forms.CharField(required=False, widget=forms.HiddenInput)
    note = forms.CharField(required=False, widget=forms.HiddenInput)
    is_sure = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        use, text = cleaned.get("use"), (cleaned.get("text") or "").strip()
        if use not in {LEAVE, None} and not text and "text" not in self.errors:
            self.add_error("text", _("Write what it says, or leave it out."))
        if use in RequirementKind.__members__ and len(text) > 200:  # noqa: PLR2004 -- the column's length
            self.add_error("text", _("Use at most 200 characters for a requirement."))
        cleaned["text"] = " ".join(text.split())
        return cleaned


class AdvertStudyForm(forms.Form):
    """A level of education that was read."""

    use_required_attribute = False

    use = forms.BooleanField(label=_("Ask for it"), required=False)
    level = forms.TypedChoiceField(
        label=_("Level of education"),
        choices=EDUCATION_LEVELS,
        coerce=lambda value: EducationLevel(int(value)),
    )
    fields_of_study = LineField(
        label=_("Fields of study"), max_length=400, required=False
    )
    found = forms.CharField(required=False, widget=forms.HiddenInput)


class AdvertPracticeForm(forms.Form):
    """Experience that was read."""

    use_required_attribute = False

    use = forms.BooleanField(label=_("Ask for it"), required=False)
    kind = LineField(label=_("Kind of work"), max_length=160, required=False)
    months = NumberField(
        label=_("Months needed"), min_value=1, max_value=240, required=False, missing=""
    )
    found = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("use"):
            if not cleaned.get("kind") and "kind" not in self.errors:
                self.add_error("kind", _("Say what kind of work, or leave it out."))
            if not cleaned.get("months") and "months" not in self.errors:
                self.add_error("months", _("Say how many months, or leave it out."))
        return cleaned


class _LineSet(_Rows):
    def clean(self) -> None:
        if any(self.errors):
            return
        duties = sum(form.cleaned_data.get("use") == DUTY for form in self.forms)
        if not duties:
            raise ValidationError(
                _("Nothing is taken over as a duty. A position needs at least one.")
            )
        if duties > MOST_DUTIES:
            raise ValidationError(
                _(
                    "%(duties)d lines are taken over as duties; at most %(most)d make"
                    " sense. Join those that belong together, and leave out the rest."
                ),
                params={"duties": duties, "most": MOST_DUTIES},
            )


LineFormSet = forms.formset_factory(
    AdvertLineForm,
    formset=_LineSet,
    extra=0,
    max_num=MOST_LINES,
    absolute_max=MOST_LINES + 5,
    validate_max=True,
)
StudyFormSet = row_set(AdvertStudyForm, 10)
PracticeFormSet = row_set(AdvertPracticeForm, 15)
