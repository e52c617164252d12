"""Skills, licences, languages and conditions that the duties need."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from positions.criteria import RequirementKind
from positions.enums import LANGUAGE_LEVELS, REQUIREMENT_KINDS, SKILL_LEVELS
from positions.forms.fields import LaterChoiceField, LineField
from positions.forms.rows import LinkedRowForm, row_set
from positions.services.never_asked import never_asked_in

MOST_REQUIREMENTS = 15

LEVEL_FIELDS = {
    RequirementKind.SKILL: "skill_level",
    RequirementKind.LANGUAGE: "language_level",
}


class RequirementForm(LinkedRowForm):
    """One requirement. Which fields count depends on its kind; the others are ignored."""

    kind = forms.TypedChoiceField(
        label=_("Kind"),
        choices=REQUIREMENT_KINDS,
        coerce=RequirementKind,
        initial=RequirementKind.SKILL.value,
    )
    name = LineField(
        label=_("What is needed"),
        max_length=200,
        missing=_("Name what is needed, or remove this row."),
    )
    skill_level = LaterChoiceField(
        label=_("Level on the first day"),
        choices=[("", _("Choose a level")), *SKILL_LEVELS],
        coerce=int,
        empty_value=None,
    )
    language_level = LaterChoiceField(
        label=_("Level on the first day (CEFR)"),
        choices=[("", _("Choose a level")), *LANGUAGE_LEVELS],
        coerce=int,
        empty_value=None,
    )
    expires = forms.BooleanField(
        label=_("It expires, and must still be valid on the closing date"),
        required=False,
    )
    essential = forms.BooleanField(label=_("Essential"), required=False)
    reason = LineField(
        label=_("Why nobody can do the duties without it"),
        max_length=400,
        required=False,
    )

    def clean_duties(self) -> list[int]:
        duties: list[int] = self.cleaned_data["duties"]
        if not duties:
            raise ValidationError(_("Tick the duties that need it."))
        return duties

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        kind = cleaned.get("kind")
        level = LEVEL_FIELDS.get(kind) if kind else None
        if level and level not in self.errors and cleaned.get(level) is None:
            self.add_error(level, _("Choose the level that the duties need."))
        if kind is RequirementKind.ELIGIBILITY and cleaned.get("name"):
            self._clean_question(cleaned["name"])
        wants_reason = cleaned.get("essential") and not cleaned.get("reason")
        if wants_reason and "reason" not in self.errors:
            self.add_error(
                "reason",
                _("Say why nobody can do the duties without it, or take the mark off."),
            )
        return cleaned

    def _clean_question(self, question: str) -> None:
        """Take only a question with three outcomes, about nothing that is never asked."""
        never = never_asked_in(question)
        if never:
            self.add_error("name", f"{never[0].message} {never[0].suggestion}".strip())
        elif not question.endswith("?"):
            self.add_error(
                "name",
                _(
                    "Write a question that is answered with yes, no or cannot tell, for"
                    " example “May you work in this country from the first day?”"
                ),
            )

    def level(self) -> int | None:
        """Return the level of this kind, None where the kind has none."""
        name = LEVEL_FIELDS.get(self.cleaned_data["kind"])
        level: int | None = self.cleaned_data[name] if name else None
        return level


RequirementFormSet = row_set(RequirementForm, MOST_REQUIREMENTS)
