"""Fields that positions ask for, with their messages."""

import datetime as dt
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, ProhibitNullCharactersValidator
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

FURTHEST_CLOSING = dt.timedelta(days=730)

# Control characters, and those that turn the reading direction round: nobody types
# them, and they make a text look like another one.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_LINE_END = re.compile("[\r\n\u2028\u2029]")


def no_hidden_characters(text: str) -> None:
    """Refuse characters that cannot be seen, and say where the first one is."""
    if found := _HIDDEN.search(text):
        raise ValidationError(
            _(
                "There is a hidden character at place %(place)d. Type the text in"
                " again instead of pasting it."
            ),
            params={"place": found.start() + 1},
        )


def one_line(text: str) -> None:
    if _LINE_END.search(text):
        raise ValidationError(_("Write this on one line."))


class TextField(forms.CharField):
    """Text of some lines. `missing` is what to say when it is empty."""

    def __init__(
        self,
        *,
        missing: "StrOrPromise" = "",
        rows: int = 3,
        **options: Any,  # noqa: ANN401 -- options of the base field
    ) -> None:
        options.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(**options)
        self.validators = [
            validator
            for validator in self.validators
            if not isinstance(validator, ProhibitNullCharactersValidator)
        ]
        self.validators.append(no_hidden_characters)
        for validator in self.validators:
            if isinstance(validator, MaxLengthValidator):
                validator.message = _(
                    "Use at most %(limit_value)d characters; this has %(show_value)d."
                )
        if missing:
            self.error_messages["required"] = missing


class LineField(TextField):
    """Text of one line."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 -- options of the base field
        options.setdefault("widget", forms.TextInput())
        super().__init__(**options)
        self.validators.append(one_line)


_RELEVANCE = re.compile(
    r"\s*[:(–-]?\s*(\d{1,4})\s*(?:%|per\s?cent)\s*\)?$", re.IGNORECASE
)
_LONGEST_FIELD = 80


class FieldsOfStudy(LineField):
    """Fields of study and how much of them counts: "accounting, economics 50 %".

    Cleans to pairs of a name and the per cent of its credits that count (1 to 100; 100
    where none is written), each name once.
    """

    def clean(self, value: Any) -> Any:  # noqa: ANN401 -- Django's signature
        """Read the list; say which part of it cannot be read."""
        found: dict[str, tuple[str, int]] = {}
        for part in re.split(r"[,;]", super().clean(value)):
            name, relevance = _field_of_study(" ".join(part.split()))
            if not name:
                continue
            known = found.setdefault(name.casefold(), (name, relevance))
            if known[1] != relevance:
                raise ValidationError(
                    _("“%(name)s” stands there twice, with different shares."),
                    params={"name": name},
                )
        return tuple(found.values())


def _field_of_study(text: str) -> tuple[str, int]:
    """Read "economics 50 %" as ("economics", 50). Raises ValidationError."""
    share = _RELEVANCE.search(text)
    name = text[: share.start()].rstrip() if share else text
    relevance = int(share[1]) if share else 100
    if share and not name:
        raise ValidationError(
            _("Write the field of study before “%(share)s”."),
            params={"share": text},
        )
    if not 1 <= relevance <= 100:  # noqa: PLR2004 -- per cent
        raise ValidationError(
            _("“%(part)s”: write a share from 1 to 100 %%, or leave it out."),
            params={"part": text},
        )
    if len(name) > _LONGEST_FIELD:
        raise ValidationError(_("Use at most 80 characters for each field."))
    return name, relevance


class WantedLater(forms.Field):
    """For a field that a draft may lack and an advert may not.

    Nothing calls it optional, and being empty is no mistake yet.
    """

    def validate(self, value: Any) -> None:  # noqa: ANN401 -- Django's signature
        """Accept what is empty; `services.lifecycle.missing` asks for it in time."""
        if value not in self.empty_values:
            super().validate(value)


class LaterChoiceField(WantedLater, forms.TypedChoiceField):
    pass


class LaterTextField(WantedLater, TextField):
    pass


class LaterLineField(WantedLater, LineField):
    pass


class NumberField(forms.IntegerField):
    """A whole number that is typed, between two ends."""

    def __init__(self, *, missing: "StrOrPromise", **options: Any) -> None:  # noqa: ANN401 -- options of the base field
        options.setdefault(
            "widget", forms.TextInput(attrs={"inputmode": "numeric", "maxlength": 7})
        )
        super().__init__(**options)
        self.error_messages["required"] = missing
        self.error_messages["invalid"] = _("Enter a whole number, for example 12.")


class MoneyField(forms.DecimalField):
    """An amount of money; people write 33,200 and 33 200 too."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 -- options of the base field
        options.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal"}))
        super().__init__(
            max_digits=12, decimal_places=2, min_value=Decimal(0), **options
        )
        self.error_messages["invalid"] = _("Enter an amount, for example 33,200.")

    def to_python(self, value: Any) -> Any:  # noqa: ANN401 -- the stubs call it an int
        if isinstance(value, str):
            value = re.sub(r"[\s,\u202f\u00a0']", "", value)
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401 -- Django's signature
        """Show 33,200 for a stored 33200.00; leave what was typed as it is."""
        if isinstance(value, Decimal):
            pence = value != value.to_integral_value()
            return f"{value:,.2f}" if pence else f"{value:,.0f}"
        return value


class ClosingField(forms.DateTimeField):
    """A moment on the organisation's clock (the active time zone)."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 -- options of the base field
        super().__init__(
            widget=forms.DateTimeInput(
                attrs={"type": "datetime-local", "class": "ats-w-20"},
                format="%Y-%m-%dT%H:%M",
            ),
            **options,
        )
        self.error_messages["invalid"] = _(
            "Enter a day and a time, for example 18 November 2026 and 23:59."
        )
        self.error_messages.setdefault(
            "required", _("Say until when people may apply.")
        )


class LaterMoneyField(WantedLater, MoneyField):
    pass


class LaterClosingField(WantedLater, ClosingField):
    pass


def check_closing(closes_at: dt.datetime, *, at: dt.datetime) -> None:
    """Refuse a closing moment that is past, or too far away to be meant."""
    if closes_at <= at:
        raise ValidationError(_("This moment has passed. Choose a later one."))
    if closes_at > at + FURTHEST_CLOSING:
        raise ValidationError(_("This is more than two years away. Check the year."))
