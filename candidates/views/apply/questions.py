"""The position's own questions."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from candidates.forms.questions import QuestionsForm
from candidates.services import answers as told
from candidates.services import intake, limits
from candidates.services import questions as own
from candidates.views import drafts
from candidates.views.apply.cv import UPLOADS_PER_HOUR
from candidates.views.apply.pages import Page, keep, show, too_many
from positions.enums import QuestionKind
from positions.models import Question


def questions(request: HttpRequest, page: Page) -> HttpResponse:
    """Ask those that share a page, or one that has a page of its own."""
    asked = page.questions_here
    if asked[0].kind == QuestionKind.FILE:
        return _file(request, page, asked[0])
    form = QuestionsForm(
        request.POST if request.method == "POST" else None,
        initial=dict(page.told),
        asked=asked,
    )
    if request.method == "POST" and form.is_valid():
        return keep(request, page, form.answers())
    alone = asked[0] if page.step != told.QUESTIONS else None
    return show(request, page, "questions", form=form, alone=alone)


def _file(request: HttpRequest, page: Page, question: Question) -> HttpResponse:
    document = own.files_of(page.application).get(question.pk)
    if request.method == "POST" and request.POST.get("act") == "remove":
        intake.remove_documents(page.application, question=question)
        back = request.POST.get("back") == told.CHECK
        return redirect(page.url(page.step) + ("?back=check" if back else ""))
    form = QuestionsForm(
        request.POST if request.method == "POST" else None,
        request.FILES if request.method == "POST" else None,
        asked=[question],
        files={question.pk: document.name} if document else {},
    )
    if request.method == "POST" and form.is_valid():
        response = _taken(request, page, question, form)
        if response is not None:
            return response
    return show(
        request, page, "questions", form=form, alone=question, document=document
    )


def _taken(
    request: HttpRequest, page: Page, question: Question, form: QuestionsForm
) -> HttpResponse | None:
    """Store the file, or put what is wrong with it at the field."""
    field = f"q{question.pk}"
    upload = form.cleaned_data[field]
    if upload is None:
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
            page.application,
            name=upload.name,
            data=upload.read(),
            at=timezone.now(),
            question=question,
        )
    except intake.FileRefusedError as error:
        form.add_error(field, _(error.sentence))
    except OSError:
        form.add_error(field, _("We could not store it just now. Try again."))
    else:
        return keep(request, page, {"seen": True})
    return None
