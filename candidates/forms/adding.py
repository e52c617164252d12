"""What staff fill in to bring people in who did not use the form."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from candidates.cv import bundle, tables
from candidates.cv.gate import MAX_BYTES
from candidates.forms.apply.person import ContactForm
from candidates.forms.fields import LineField

MAX_BUNDLE = 80 * 1024 * 1024
ACCEPTED = ".pdf,.docx,.txt"
LABELS = {
    "name": _("Full name"),
    "email": _("Email address"),
    "phone": _("Phone"),
    "city": _("Town or city"),
    "title": _("Job title now"),
    "employer": _("Employer now"),
}


def _came_from() -> LineField:
    return LineField(
        label=_("Came from"),
        max_length=40,
        required=False,
        too_long=_("Shorten it to 40 characters."),
        help_text=_("For example: an agency, a job fair, a colleague."),
        widget=forms.TextInput(attrs={"class": "ats-w-20"}),
    )


class SomebodyForm(ContactForm):
    """Who somebody else is, written by staff; the browser offers no own data."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own arguments
        super().__init__(*args, **kwargs)
        del self.fields["website"]
        self.fields["email"].required = False
        self.fields["email"].help_text = _("Without one no letter reaches them.")
        self.fields["name"].error_messages["required"] = _("Enter the full name.")
        for field in self.fields.values():
            field.widget.attrs["autocomplete"] = "off"


class ByHandForm(SomebodyForm):
    """One person, as they told you on the telephone or in a letter."""

    cv = forms.FileField(
        label=_("CV"),
        required=False,
        help_text=_("PDF, Word (DOCX) or plain text, at most 10 MB."),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )
    came_from = _came_from()
    tell = forms.BooleanField(
        label=_("Send them the receipt with the link to their private page"),
        required=False,
    )

    def clean_cv(self) -> Any:  # noqa: ANN401 -- an uploaded file or nothing
        upload = self.cleaned_data["cv"]
        if upload and upload.size > MAX_BYTES:
            raise forms.ValidationError(
                gettext("The file is larger than 10 MB. Choose a smaller one.")
            )
        return upload

    def clean(self) -> None:
        given = self.cleaned_data
        if given.get("tell") and not given.get("email") and "email" not in self.errors:
            self.add_error(
                "email", gettext("Enter an email address, or do not send the receipt.")
            )


class SeveralFilesInput(forms.FileInput):
    """A file input that takes more than one."""

    allow_multiple_selected = True

    def value_from_datadict(
        self,
        data: Any,  # noqa: ANN401, ARG002 -- Django's signature
        files: Any,  # noqa: ANN401 -- Django's signature
        name: str,
    ) -> Any:  # noqa: ANN401 -- Django's signature
        return files.getlist(name) if hasattr(files, "getlist") else files.get(name)


class SeveralFilesField(forms.FileField):
    """As many files as are chosen; cleans to a list."""

    widget = SeveralFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:  # noqa: ANN401 -- Django's signature
        files = data if isinstance(data, (list, tuple)) and data else [data or None]
        return [super(SeveralFilesField, self).clean(one, initial) for one in files]


class FilesForm(forms.Form):
    """CVs: several files, or a zip of them."""

    cvs = SeveralFilesField(
        label=_("CVs"),
        help_text=_(
            "Up to 40 files at once, or a zip of up to 200: PDF, Word (DOCX), plain"
            " text, or JSON Resume."
        ),
        widget=SeveralFilesInput(attrs={"accept": f"{ACCEPTED},.json,.zip"}),
        error_messages={
            "required": _("Choose the files."),
            "empty": _("One of the files is empty. Leave it out."),
        },
    )
    cvs_from = _came_from()

    def clean_cvs(self) -> list[tuple[str, bytes]]:
        """Return names and bytes; a zip counts as what is in it."""
        uploads = self.cleaned_data["cvs"]
        if sum(upload.size for upload in uploads) > MAX_BUNDLE:
            raise forms.ValidationError(
                gettext("Together they are larger than 80 MB. Bring fewer at once.")
            )
        found: list[tuple[str, bytes]] = []
        for upload in uploads:
            data = upload.read()
            if bundle.is_bundle(upload.name, data):
                found += self._unpacked(upload.name, data)
            else:
                found.append((upload.name, data))
        if not found:
            raise forms.ValidationError(gettext("There is no file in the zip."))
        if len(found) > bundle.MOST:
            raise forms.ValidationError(
                gettext("There are more than 200 files. Bring fewer at once.")
            )
        return found

    def _unpacked(self, name: str, data: bytes) -> list[tuple[str, bytes]]:
        try:
            return bundle.unpack(data)
        except bundle.BundleError as error:
            said = {
                "many": gettext("%(name)s holds more than 200 files. Split it."),
                "large": gettext("%(name)s is too large unpacked. Split it."),
            }.get(error.reason, gettext("%(name)s cannot be unpacked. Zip it again."))
            raise forms.ValidationError(said % {"name": name}) from error


class TableForm(forms.Form):
    """A CSV file with a line for each person."""

    table = forms.FileField(
        label=_("Table"),
        help_text=_("CSV with a line of column heads, at most 2,000 people and 2 MB."),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
        error_messages={
            "required": _("Choose the table."),
            "empty": _("The file is empty."),
        },
    )
    table_from = _came_from()

    def clean_table(self) -> tables.Table:
        upload = self.cleaned_data["table"]
        try:
            return tables.read(upload.read(tables.MAX_BYTES + 1))
        except tables.TableError as error:
            said = {
                "large": gettext("The table is larger than 2 MB. Split it."),
                "rows": gettext("The table has more than 2,000 people. Split it."),
                "columns": gettext(
                    "The table has more than 60 columns. Take some out."
                ),
                "empty": gettext(
                    "The table needs a line of column heads and at least one person."
                ),
            }.get(
                error.reason,
                gettext("This is no CSV. Save the table as CSV and choose it again."),
            )
            raise forms.ValidationError(said) from error


class ColumnsForm(forms.Form):
    """Which column holds what."""

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- Django's own arguments
        header: list[str],
        columns: dict[str, int],
        **kwargs: Any,  # noqa: ANN401 -- Django's own arguments
    ) -> None:
        super().__init__(*args, **kwargs)
        heads = [(str(number), head[:60]) for number, head in enumerate(header)]
        for field in tables.FIELDS:
            self.fields[field] = forms.ChoiceField(
                label=LABELS[field],
                choices=[("", gettext("Not in the table")), *heads],
                required=field == "name",
                initial=str(columns[field]) if field in columns else "",
                error_messages={
                    "required": gettext("Choose the column with the names."),
                    "invalid_choice": gettext("Choose one of the columns."),
                },
            )

    def columns(self) -> dict[str, int]:
        return {
            field: int(number) for field, number in self.cleaned_data.items() if number
        }
