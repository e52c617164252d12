"""The position's own questions on the public form: a field for each, by its kind."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from candidates.cv.gate import MAX_BYTES
from candidates.cv.values import SENTENCES, Reason
from candidates.forms.apply import MAX_WORDS, number
from candidates.forms.fields import LineField, TextField
from positions.enums import QuestionKind
from positions.models import Question

PARTS = ("day", "month", "year")
FIRST_YEAR, LAST_YEAR = 1900, 2200
_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with its field; a date has a field for each of its parts."""

    question: Question
    answer: BoundField | None
    parts: tuple[BoundField, ...] = ()


class NumberField(LineField):
    """A number as people write it: "1,250.5", "1250,5" and "1 250" are all taken."""

    def to_python(self, value: Any) -> str:  # noqa: ANN401 -- Django's own argument
        typed = super().to_python(value) or ""
        if not typed:
            return ""
        found = plain_number(typed)
        if found is None:
            raise ValidationError(gettext("Enter a number such as 12 or 7.5."))
        return found


def plain_number(typed: str) -> str | None:
    """Return digits with a point; None for what is no number of twelve digits.

    A mark before exactly three last digits, used once, parts thousands only where
    another mark follows or it stands twice: "1,250" is read as 1250, "1,25" as 1.25.
    """
    text = "".join(typed.split()).replace("'", "").replace("\N{MINUS SIGN}", "-")
    marks = [mark for mark in text if mark in ".,"]
    if len(set(marks)) > 1:  # the last one parts the decimals
        text = text.replace(marks[0], "").replace(marks[-1], ".")
    elif len(marks) > 1 or (marks == [","] and len(text.split(",")[1]) == 3):  # noqa: PLR2004
        text = text.replace(marks[0], "")
    else:
        text = text.replace(",", ".")
    digits = text.removeprefix("-").replace(".", "", 1)
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _DIGITS):
        return None
    return format(Decimal(text), "f")


class QuestionsForm(forms.Form):
    """One or more questions; `files` are the names of files that are already there."""

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- Django's own arguments
        asked: Sequence[Question],
        files: Mapping[int, str] | None = None,
        **kwargs: Any,  # noqa: ANN401 -- Django's own arguments
    ) -> None:
        super().__init__(*args, **kwargs)
        self.asked = asked
        self.present = files or {}
        rows = self.initial.get("rows", {})
        for one in asked:
            row = rows.get(str(one.pk), {})
            if one.kind == QuestionKind.DATE:
                self._add_date(one, row.get("text", ""))
            else:
                self.fields[_key(one)] = self._field(one)
                self.initial[_key(one)] = _shown(one, row)

    def _field(self, one: Question) -> forms.Field:
        same: dict[str, Any] = {
            "label": _label(one),
            "help_text": one.guidance,
            "required": one.required,
            "error_messages": {"required": _needed(one)},
        }
        match one.kind:
            case QuestionKind.LONG:
                return _long(one, same)
            case QuestionKind.CHOICE:
                none = [] if one.required else [("", gettext("No answer"))]
                same["error_messages"]["invalid_choice"] = _needed(one)
                return forms.ChoiceField(
                    choices=[*none, *((words, words) for words in one.options)],
                    widget=forms.RadioSelect,
                    **same,
                )
            case QuestionKind.MANY:
                same["error_messages"]["invalid_choice"] = _needed(one)
                same["error_messages"]["invalid_list"] = _needed(one)
                return forms.MultipleChoiceField(
                    choices=[(words, words) for words in one.options],
                    widget=forms.CheckboxSelectMultiple,
                    **same,
                )
            case QuestionKind.NUMBER:
                return NumberField(
                    max_length=40,
                    too_long=_("Enter a number such as 12 or 7.5."),
                    widget=forms.TextInput(
                        attrs={
                            "inputmode": "decimal",
                            "class": "ats-w-10",
                            "autocomplete": "off",
                        }
                    ),
                    **same,
                )
            case QuestionKind.FILE:
                same["required"] = one.required and one.pk not in self.present
                hint = gettext("PDF, Word (.docx) or text, at most 10 MB.")
                same["help_text"] = f"{one.guidance} {hint}".strip()
                return forms.FileField(
                    allow_empty_file=True,  # the gate says it, and what to do
                    widget=forms.FileInput(attrs={"accept": ".pdf,.docx,.txt"}),
                    **same,
                )
            case _:
                return LineField(
                    max_length=200,
                    too_long=_("Shorten your answer to 200 characters."),
                    widget=forms.TextInput(attrs={"autocomplete": "off"}),
                    **same,
                )

    def _add_date(self, one: Question, text: str) -> None:
        day = dt.date.fromisoformat(text) if text else None
        limits = {"day": (1, 31), "month": (1, 12), "year": (FIRST_YEAR, LAST_YEAR)}
        labels = {"day": _("Day"), "month": _("Month"), "year": _("Year")}
        wrong = {
            "day": _("Enter the day as a number, 1 to 31."),
            "month": _("Enter the month as a number, 1 to 12."),
            "year": _("Enter the year with four digits, such as 2026."),
        }
        for part in PARTS:
            low, high = limits[part]
            key = f"{_key(one)}_{part}"
            self.fields[key] = number(
                labels[part], wrong[part], min_value=low, max_value=high
            )
            self.initial[key] = getattr(day, part) if day else None

    def questions(self) -> Iterable[Asked]:
        for one in self.asked:
            if one.kind == QuestionKind.DATE:
                parts = tuple(self[f"{_key(one)}_{part}"] for part in PARTS)
                yield Asked(one, None, parts)
            else:
                yield Asked(one, self[_key(one)])

    def clean(self) -> None:
        for one in self.asked:
            key = _key(one)
            match one.kind:
                case QuestionKind.DATE:
                    self._clean_date(one)
                case QuestionKind.LONG:
                    words = len(self.cleaned_data.get(key, "").split())
                    if words > (most := one.most_words or MAX_WORDS):
                        self.add_error(
                            key,
                            gettext(
                                "Your answer has %(words)d words. Bring it to %(most)d."
                            )
                            % {"words": words, "most": most},
                        )
                case QuestionKind.FILE:
                    upload = self.cleaned_data.get(key)
                    if upload and upload.size > MAX_BYTES:
                        self.add_error(key, gettext(SENTENCES[Reason.TOO_LARGE]))

    def _clean_date(self, one: Question) -> None:
        names = [f"{_key(one)}_{part}" for part in PARTS]
        if any(name in self.errors for name in names):
            return
        missing = [name for name in names if self.cleaned_data.get(name) is None]
        if len(missing) == len(PARTS) and not one.required:
            return
        if missing:
            self.add_error(
                missing[0],
                gettext("Enter day, month and year, for example 27 3 2026: %s")
                % one.text,
            )
            return
        day, month, year = (self.cleaned_data[name] for name in names)
        try:
            dt.date(year, month, day)
        except ValueError:
            self.add_error(
                names[0], gettext("There is no such day in this month. Check the date.")
            )

    def answers(self) -> dict[str, Any]:
        """Return the answers as they are kept in the draft; files are documents."""
        rows = {str(one.pk): self._row(one) for one in self.asked}
        return {"rows": {key: row for key, row in rows.items() if row}}

    def _row(self, one: Question) -> dict[str, Any]:
        key = _key(one)
        match one.kind:
            case QuestionKind.FILE:
                return {}
            case QuestionKind.DATE:
                day, month, year = (
                    self.cleaned_data[f"{key}_{part}"] for part in PARTS
                )
                return {"text": str(dt.date(year, month, day))} if year else {}
            case QuestionKind.CHOICE:
                given = self.cleaned_data[key]
                return {"chosen": [given]} if given else {}
            case QuestionKind.MANY:
                return {"chosen": self.cleaned_data[key]}
            case _:
                return {"text": self.cleaned_data[key]}


def _long(one: Question, same: dict[str, Any]) -> forms.Field:
    return TextField(
        max_length=4_000,
        too_long=_("Shorten your answer to 4,000 characters."),
        widget=forms.Textarea(
            attrs={
                "rows": 8,
                "class": "ats-said",
                "data-words": one.most_words or MAX_WORDS,
                "data-words-text": _("{n} of {max} words"),
            }
        ),
        **same,
    )


def _shown(one: Question, row: Mapping[str, Any]) -> Any:  # noqa: ANN401 -- by kind
    if one.kind == QuestionKind.CHOICE:
        return next(iter(row.get("chosen", [])), "")
    if one.kind == QuestionKind.MANY:
        return row.get("chosen", [])
    return row.get("text", "")


def _label(one: Question) -> str:
    """Name the field; a question with a page of its own is that page's heading."""
    words = {
        QuestionKind.LONG: gettext("Your answer"),
        QuestionKind.FILE: gettext("Your file"),
    }
    return words.get(QuestionKind(one.kind), one.text)


def _needed(one: Question) -> str:
    words = {
        QuestionKind.CHOICE: gettext("Choose an answer: %s"),
        QuestionKind.MANY: gettext("Choose at least one answer: %s"),
        QuestionKind.FILE: gettext("Choose a file: %s"),
    }
    said = words.get(QuestionKind(one.kind), gettext("Write an answer: %s"))
    return said % one.text


def _key(one: Question) -> str:
    return f"q{one.pk}"
