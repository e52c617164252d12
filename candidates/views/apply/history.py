"""Work and education, row by row."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from candidates.enums import DocumentState
from candidates.forms import apply as shapes
from candidates.services import answers as told
from candidates.services import reading
from candidates.views.apply.pages import Page, keep, show


def work(request: HttpRequest, page: Page) -> HttpResponse:
    return _rows(
        request,
        page,
        form=shapes.JobForm,
        prefix="jobs",
        template="work",
        form_kwargs={
            "duties": list(page.position.duties.filter(share__gt=0).order_by("order")),
            "today": timezone.localdate(),
        },
        none_label=_("I have no work history yet"),
        needed=_("Add a job, or tick “I have no work history yet”."),
    )


def education(request: HttpRequest, page: Page) -> HttpResponse:
    return _rows(
        request,
        page,
        form=shapes.StudyForm,
        prefix="studies",
        template="education",
        form_kwargs={},
        none_label=_("I have no qualification to list"),
        needed=_("Add a qualification, or tick “I have no qualification to list”."),
    )


def _rows(
    request: HttpRequest,
    page: Page,
    *,
    form: type[forms.Form],
    prefix: str,
    template: str,
    form_kwargs: dict[str, Any],
    none_label: str,
    needed: str,
) -> HttpResponse:
    """Show or keep a page of rows; "add another" works without script."""
    document = page.application.documents.cvs().order_by("-pk").first()
    context: dict[str, Any] = {"document": document}
    if request.method != "POST":
        shown = _offered(page, form)
        formset = shapes.rows_of(form, prefix, initial=shown, form_kwargs=form_kwargs)
        none = shapes.NoneForm(initial=page.told, label=none_label)
        offered = sum(bool(row.get("from_cv")) for row in shown)
        context["offered"] = 0 if page.told else offered
        return show(request, page, template, formset=formset, none=none, **context)
    formset = shapes.rows_of(form, prefix, data=request.POST, form_kwargs=form_kwargs)
    none = shapes.NoneForm(request.POST, label=none_label)
    if "add_row" in request.POST and formset.management_form.is_valid():
        formset = shapes.rows_of(
            form,
            prefix,
            initial=formset.typed(request.POST),
            extra=1,
            form_kwargs=form_kwargs,
        )
        return show(request, page, template, formset=formset, none=none, **context)
    if formset.is_valid() and none.is_valid():
        rows, is_none = formset.rows(), none.cleaned_data["none"]
        if rows and is_none:
            none.add_error(
                "none", _("You told us something above and ticked this. Keep one.")
            )
        elif not rows and not is_none and not _cv_will_tell(document):
            none.add_error("none", needed)
        else:
            return keep(request, page, {"rows": rows, "none": is_none})
    return show(request, page, template, formset=formset, none=none, **context)


def _offered(page: Page, form: type[forms.Form]) -> list[dict[str, Any]]:
    """Return the rows to show: what was kept, else what the CV says."""
    if page.told:
        rows: list[dict[str, Any]] = page.told.get("rows", [])
        return rows
    resume = reading.resume_of(page.application)
    if resume is None:
        return []
    if form is shapes.JobForm:
        return told.rows_of_jobs(resume)
    return told.rows_of_studies(resume)


def _cv_will_tell(document: Any) -> bool:  # noqa: ANN401 -- a Document or None
    """Say whether an empty page may be left to the CV."""
    return document is not None and document.state in {
        DocumentState.WAITING,
        DocumentState.READ,
    }
