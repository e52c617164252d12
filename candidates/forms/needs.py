"""What the job asks for: one answer for each skill, licence, language, condition."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from candidates.forms.apply import number
from candidates.services.requirements import NOT_YET
from positions.criteria import Answer, LanguageLevel, RequirementKind, SkillLevel
from positions.enums import LANGUAGE_LEVELS
from positions.plan import PlanRequirement

FURTHEST = 60  # years that a licence may still be valid

LEVELS = {
    RequirementKind.SKILL: [
        (NOT_YET, _("Not yet")),
        (SkillLevel.AWARE.value, _("I have seen it used")),
        (SkillLevel.WORKING.value, _("I do everyday tasks alone")),
        (SkillLevel.SKILLED.value, _("I do unusual tasks alone")),
        (SkillLevel.EXPERT.value, _("I teach others")),
    ],
    RequirementKind.LANGUAGE: [(NOT_YET, _("None")), *LANGUAGE_LEVELS],
}
assert set(dict(LANGUAGE_LEVELS)) == set(LanguageLevel)  # noqa: S101 -- a scale, whole

ANSWERS = {
    RequirementKind.LICENCE: [
        (Answer.YES.value, _("Yes")),
        (Answer.NO.value, _("No")),
        (Answer.CANNOT_TELL.value, _("In progress, or I cannot tell")),
    ],
    RequirementKind.ELIGIBILITY: [
        (Answer.YES.value, _("Yes")),
        (Answer.NO.value, _("No")),
        (Answer.CANNOT_TELL.value, _("I cannot tell")),
    ],
}


@dataclass(frozen=True, slots=True)
class Question:
    """One requirement with the fields of its answer."""

    asked: PlanRequirement
    answer: BoundField
    month: BoundField | None
    year: BoundField | None


class NeedsForm(forms.Form):
    """One answer for each requirement; every question may be answered with "not yet".

    `found` are rows as a CV offers them, an empty one where it only names the thing.
    """

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- Django's own arguments
        asked: Sequence[PlanRequirement],
        today: dt.date,
        found: Mapping[str, dict[str, Any]] | None = None,
        **kwargs: Any,  # noqa: ANN401 -- Django's own arguments
    ) -> None:
        super().__init__(*args, **kwargs)
        self.asked = asked
        self.today = today
        self.found = found or {}
        rows = self.initial.get("rows", self.found)
        for one in asked:
            self._add(one, rows.get(str(one.id), {}))

    def _add(self, one: PlanRequirement, row: dict[str, Any]) -> None:
        key = _key(one)
        levels = LEVELS.get(one.kind)
        self.fields[key] = forms.ChoiceField(
            label=_label(one),
            help_text=" ".join(filter(None, [self._from_cv(one), _hint(one)])),
            choices=[
                (str(value), words) for value, words in levels or ANSWERS[one.kind]
            ],
            widget=forms.RadioSelect,
            error_messages={
                "required": gettext("Choose an answer: %s") % one.name,
                "invalid_choice": gettext("Choose an answer: %s") % one.name,
            },
        )
        self.initial[key] = row.get("level" if levels else "answer", "")
        if asks_until(one):
            self.fields[f"{key}_month"] = number(
                _("Month"),
                _("Enter the month as a number, 1 to 12."),
                min_value=1,
                max_value=12,
            )
            self.fields[f"{key}_year"] = number(
                _("Year"),
                _("Enter the year with four digits, such as 2029."),
                min_value=self.today.year - FURTHEST,
                max_value=self.today.year + FURTHEST,
            )
            self.initial[f"{key}_month"] = row.get("month")
            self.initial[f"{key}_year"] = row.get("year")

    def _from_cv(self, one: PlanRequirement) -> str:
        row = self.found.get(str(one.id))
        if row is None:
            return ""
        if row:
            return gettext("From your CV: please check.")
        return gettext("Your CV names it.")

    def questions(self) -> Iterable[Question]:
        for one in self.asked:
            key = _key(one)
            until = asks_until(one)
            yield Question(
                one,
                self[key],
                self[f"{key}_month"] if until else None,
                self[f"{key}_year"] if until else None,
            )

    def clean(self) -> None:
        for one in self.asked:
            key = _key(one)
            holds = self.cleaned_data.get(key) == Answer.YES
            if not (asks_until(one) and holds):
                continue
            names = (f"{key}_month", f"{key}_year")
            missing = [name for name in names if self.cleaned_data.get(name) is None]
            if missing and not any(name in self.errors for name in names):
                self.add_error(
                    missing[0],
                    gettext(
                        "Enter the month and year until which it is valid, for example"
                        " 5 2029."
                    ),
                )

    def answers(self) -> dict[str, Any]:
        """Return the answers as they are kept in the draft."""
        return {"rows": {str(one.id): self._row(one) for one in self.asked}}

    def _row(self, one: PlanRequirement) -> dict[str, Any]:
        key = _key(one)
        typed = self.cleaned_data[key]
        if one.kind in LEVELS:
            return {"level": int(typed)}
        if not (asks_until(one) and typed == Answer.YES):
            return {"answer": typed}
        return {
            "answer": typed,
            "month": self.cleaned_data[f"{key}_month"],
            "year": self.cleaned_data[f"{key}_year"],
        }


def asks_until(one: PlanRequirement) -> bool:
    """Say whether it matters until when somebody holds it."""
    return one.kind is RequirementKind.LICENCE and one.expires


def _key(one: PlanRequirement) -> str:
    return f"r{one.id}"


def _label(one: PlanRequirement) -> str:
    words = {
        RequirementKind.SKILL: gettext("How well do you know this: %s?"),
        RequirementKind.LICENCE: gettext("Do you hold this: %s?"),
        RequirementKind.LANGUAGE: gettext("How well do you know this language: %s?"),
        RequirementKind.ELIGIBILITY: "%s",
    }
    return words[one.kind] % one.name


def _hint(one: PlanRequirement) -> str:
    if one.essential:
        return gettext("Essential for this job. %s") % one.reason
    return gettext("Useful for this job, not essential.")
