"""Who applies."""

from django.http import HttpRequest, HttpResponse

from candidates.forms import apply as shapes
from candidates.services import answers as told
from candidates.services import intake, reading
from candidates.views.apply.pages import Page, keep, show


def contact(request: HttpRequest, page: Page) -> HttpResponse:
    resume = None if page.told else reading.resume_of(page.application)
    offered = told.contact_in(resume) if resume else {}
    form = shapes.ContactForm(
        request.POST if request.method == "POST" else None,
        initial=page.told or offered,
    )
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["website"]:
            intake.mark_suspicious(page.application)
        return keep(request, page, form.answers())
    return show(
        request,
        page,
        "contact",
        form=form,
        offered=len(offered),
        document=page.application.documents.cvs().order_by("-pk").first(),
    )
