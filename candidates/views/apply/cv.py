"""The CV, as file or text."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from candidates.forms import apply as shapes
from candidates.services import answers as told
from candidates.services import intake, limits, reading
from candidates.views import drafts
from candidates.views.apply.pages import Page, keep, show, too_many

UPLOADS_PER_HOUR = 40


def cv(request: HttpRequest, page: Page) -> HttpResponse:
    """Take a file or a pasted text; then show what could be read in it."""
    form = shapes.CvForm()
    if request.method == "POST":
        if request.POST.get("act") == "remove":
            intake.remove_documents(page.application)
            return redirect(_here(request, page))
        form = shapes.CvForm(request.POST, request.FILES)
        response = _uploaded(request, page, form)
        if response is not None:
            return response
    document = page.application.documents.cvs().order_by("-pk").first()
    resume = reading.resume_of(page.application)
    return show(
        request,
        page,
        "cv",
        form=form,
        document=document,
        reason=told.sentence(document.reason) if document else "",
        found=told.found_in(resume) if resume else None,
        here=_here(request, page),
        fragment="candidates/apply/_cv_state.html",
    )


def _here(request: HttpRequest, page: Page) -> str:
    back = request.POST.get("back") or request.GET.get("back")
    return page.url(page.step) + ("?back=check" if back == told.CHECK else "")


def _uploaded(
    request: HttpRequest, page: Page, form: shapes.CvForm
) -> HttpResponse | None:
    """Take the CV, or put what is wrong with it at the field."""
    if not form.is_valid():
        return None
    given = form.given()
    if given is None:
        return keep(request, page, {"seen": True})
    if not limits.allow(
        "upload",
        drafts.sender_of(request),
        capacity=UPLOADS_PER_HOUR,
        per_seconds=3_600,
    ):
        return too_many(request, page.position)
    try:
        intake.attach_document(
            page.application, name=given.name, data=given.data, at=timezone.now()
        )
    except intake.FileRefusedError as error:
        form.add_error(given.field, _(error.sentence))
        return None
    except OSError:
        form.add_error(
            given.field,
            _("We could not store it just now. Try again, or go on without it."),
        )
        return None
    intake.save_answers(page.application, page.step, {"seen": True})
    return redirect(_here(request, page))
