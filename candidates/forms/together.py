"""What staff fill in for several applications at once."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from backoffice_ats.shared.languages import languages
from candidates.enums import ReasonCode
from candidates.forms.fields import LineField, TextField
from candidates.forms.staff import REASONS
from candidates.models import Application
from candidates.services import wording
from candidates.stages import Status

LATEST = dt.timedelta(days=90)  # a letter that leaves later is a forgotten one


def text_problem(error: ValueError, words: Iterable[str]) -> str:
    """Say what is wrong with a text, and what to do."""
    if isinstance(error, wording.DollarError):
        return gettext(
            "There is a $ that stands before no word. Write $$ for a dollar sign."
        )
    if isinstance(error, wording.MissingWordError):
        names = ", ".join(f"${name}" for name in str(error).split(", "))
        return gettext("The letter needs %(names)s: put it back in.") % {"names": names}
    wrong = ", ".join(f"${name}" for name in str(error).split(", "))
    known = ", ".join(f"${word}" for word in sorted(words))
    return gettext("%(wrong)s cannot stand here. You can use: %(known)s.") % {
        "wrong": wrong,
        "known": known,
    }


class LeaveForm(forms.Form):
    """From when on letters may leave."""

    leave_on = forms.DateField(
        label=_("Not before"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date", "class": "ats-w-10"}),
        help_text=_("Empty: at the next hour at which your letters leave."),
        error_messages={"invalid": _("Enter a day such as 2026-05-31.")},
    )

    def clean_leave_on(self) -> dt.datetime | None:
        """Return the beginning of that day."""
        day: dt.date | None = self.cleaned_data["leave_on"]
        if day is None:
            return None
        today = timezone.localdate()
        if not today <= day <= today + LATEST:
            raise forms.ValidationError(
                gettext("Choose a day within the next 90 days, or none.")
            )
        return timezone.make_aware(dt.datetime.combine(day, dt.time()))


class MoveTogetherForm(LeaveForm):
    """Where several applications go, and why, each for itself."""

    to = forms.ChoiceField(
        label=_("Move to"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose where they go."),
            "invalid_choice": _("Choose one of the moves below."),
        },
    )
    reason_all = forms.ChoiceField(
        label=_("Reason for everyone without one of their own"),
        choices=[("", _("Choose the reason")), *REASONS],
        required=False,
        error_messages={"invalid_choice": _("Choose a reason from the list.")},
    )
    note = TextField(
        label=_("Note for the file"),
        max_length=2_000,
        required=False,
        too_long=_("Shorten the note to 2,000 characters."),
        help_text=_("It is kept with each of them. They may ask to read it."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    tell = forms.BooleanField(label=_("Tell them by letter"), required=False)
    field_order = ["to", "reason_all", "note", "tell", "leave_on"]

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- Django's own arguments
        steps: list[tuple[str, str]],
        applications: list[Application],
        **kwargs: Any,  # noqa: ANN401 -- Django's own arguments
    ) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ChoiceField", self.fields["to"]).choices = steps
        self.applications = applications
        for one in applications:
            self.fields[_reason(one)] = forms.ChoiceField(
                choices=[("", _("As for everyone")), *REASONS],
                required=False,
                widget=forms.Select(attrs={"class": "form-select"}),
                error_messages={"invalid_choice": _("Choose a reason from the list.")},
            )

    @property
    def says_no(self) -> bool:
        """Say whether reasons are to be given."""
        return str(self["to"].value() or "") == Status.NOT_SELECTED.value.lower()

    @property
    def was_asked(self) -> bool:
        """Say whether the page that was sent had the reasons on it."""
        return self.is_bound and "reason_all" in self.data

    def reason_field(self, application: Application) -> forms.BoundField:
        return self[_reason(application)]

    def clean(self) -> None:
        given = self.cleaned_data
        if not self.says_no:
            return
        for one in self.applications:
            name = _reason(one)
            given[name] = given.get(name) or given.get("reason_all", "")
        if any(not given[_reason(one)] for one in self.applications):
            self.add_error(
                "reason_all",
                gettext("Choose the reason, here or for each person below."),
            )

    def reasons(self) -> dict[int, str]:
        """Return each application's reason by its key; empty unless it is a no."""
        if not self.says_no:
            return {}
        return {one.pk: self.cleaned_data[_reason(one)] for one in self.applications}


def _reason(application: Application) -> str:
    return f"reason_{application.pk}"


class MessageForm(LeaveForm):
    """What is written to several applicants, in words that are filled in for each."""

    subject = LineField(
        label=_("Subject"),
        max_length=200,
        too_long=_("Shorten the subject to 200 characters."),
        error_messages={"required": _("Write a subject.")},
    )
    body = TextField(
        label=_("Letter"),
        max_length=6_000,
        too_long=_("Shorten the letter to 6,000 characters."),
        widget=forms.Textarea(attrs={"rows": 14}),
        error_messages={"required": _("Write the letter.")},
    )
    field_order = ["subject", "body", "leave_on"]

    def text(self) -> wording.Text:
        return wording.Text(
            self.cleaned_data.get("subject", ""), self.cleaned_data.get("body", "")
        )

    def clean(self) -> None:
        if self.errors:
            return
        try:
            wording.check(self.text(), allowed=wording.IN_MESSAGES)
        except ValueError as error:
            self.add_error("body", text_problem(error, wording.IN_MESSAGES))


class LetterTextForm(forms.Form):
    """The organisation's own words for a letter in one language."""

    subject = LineField(
        label=_("Subject"),
        max_length=200,
        too_long=_("Shorten the subject to 200 characters."),
        error_messages={"required": _("Write a subject.")},
    )
    body = TextField(
        label=_("Letter"),
        max_length=6_000,
        too_long=_("Shorten the letter to 6,000 characters."),
        widget=forms.Textarea(attrs={"rows": 16}),
        error_messages={"required": _("Write the letter.")},
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- Django's own arguments
        allowed: Iterable[str],
        needed: Iterable[str] = (),
        **kwargs: Any,  # noqa: ANN401 -- Django's own arguments
    ) -> None:
        super().__init__(*args, **kwargs)
        self.allowed = frozenset(allowed)
        self.needed = frozenset(needed)

    def text(self) -> wording.Text:
        return wording.Text(
            self.cleaned_data.get("subject", ""), self.cleaned_data.get("body", "")
        )

    def clean(self) -> None:
        if self.errors:
            return
        try:
            wording.check(self.text(), allowed=self.allowed, needed=self.needed)
        except ValueError as error:
            self.add_error("body", text_problem(error, self.allowed))


class ReasonsForm(forms.Form):
    """How letters in one language say the reason of a decision, a line for each code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own arguments
        super().__init__(*args, **kwargs)
        for code, label in ReasonCode.choices:
            self.fields[code] = LineField(
                label=label,
                max_length=200,
                required=False,
                too_long=_("Shorten the reason to 200 characters."),
            )


class OwnTextForm(LetterTextForm):
    """A text for messages, which colleagues choose by its title."""

    title = LineField(
        label=_("Title"),
        max_length=80,
        too_long=_("Shorten the title to 80 characters."),
        help_text=_("What colleagues choose it by; applicants never see it."),
        error_messages={"required": _("Give it a title.")},
    )
    language = forms.ChoiceField(label=_("Language"))
    field_order = ["title", "language", "subject", "body"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own arguments
        super().__init__(*args, **kwargs)
        cast("forms.ChoiceField", self.fields["language"]).choices = languages()
