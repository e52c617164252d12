"""Staff write the position's own questions."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from backoffice_ats.shared.access import StaffRequest, requires
from backoffice_ats.shared.htmx import is_htmx
from candidates.forms.asking import QuestionForm
from candidates.services import asking
from positions.models import Position, Question
from positions.moves import EDITABLE
from positions.services import advert
from positions.services.definition import NotEditableError
from positions.views.head import head_of


@require_safe
@requires("positions.change_position")
def questions(request: StaffRequest, slug: str) -> HttpResponse:
    """List what the position asks in its own words, and how long the form is."""
    position = _position(request, slug)
    context = head_of(position, "definition") | {
        "questions": position.questions.asked().select_related("criterion"),
        "retired": position.questions.filter(retired=True).order_by("order", "pk"),
        "size": advert.form_size(position),
        "most": asking.MOST_QUESTIONS,
        "editable": position.status in EDITABLE,
        "begun": position.applications.exists(),
    }
    return render(request, "candidates/questions.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("positions.change_position")
def question_add(request: StaffRequest, slug: str) -> HttpResponse:
    return _edit(request, _position(request, slug), None)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("positions.change_position")
def question_edit(request: StaffRequest, slug: str, pk: int) -> HttpResponse:
    position = _position(request, slug)
    return _edit(request, position, _question(position, pk))


def _edit(
    request: StaffRequest, position: Position, question: Question | None
) -> HttpResponse:
    """Show a question with what it does to the length of the form; save it."""
    form = QuestionForm(
        request.POST if request.method == "POST" else None,
        initial=QuestionForm.initial_of(question) if question else None,
        criteria=position.criteria.order_by("order"),
    )
    preview = request.method == "POST" and "preview" in request.POST
    if request.method == "POST" and not preview and form.is_valid():
        response = _saved(request, position, question, form)
        if response is not None:
            return response
    context = head_of(position, "definition") | {
        "form": form,
        "question": question,
        "size": _size_with(position, question, form),
        "begun": position.applications.exists(),
    }
    if preview and is_htmx(request):
        return render(request, "candidates/_form_size.html", context)
    return render(request, "candidates/question.html", context)


def _size_with(
    position: Position, question: Question | None, form: QuestionForm
) -> advert.FormSize:
    instead = [question.kind] if question else []
    return advert.form_size(position, also=[form.kind_typed()], instead=instead)


def _saved(
    request: StaffRequest,
    position: Position,
    question: Question | None,
    form: QuestionForm,
) -> HttpResponse | None:
    try:
        if question is None:
            asking.add_question(position, form.row(), by=request.user)
        else:
            asking.change_question(question, form.row(), by=request.user)
    except NotEditableError:
        return _refused(request, position)
    except asking.TooManyQuestionsError:
        form.add_error(
            None,
            _("The form asks %d questions of yours already. Take one out first.")
            % asking.MOST_QUESTIONS,
        )
        return None
    messages.success(request, _("Saved. The form asks it from now on."))
    return redirect("candidates:questions", position.slug)


@require_POST
@requires("positions.change_position")
def question_move(request: StaffRequest, slug: str, pk: int) -> HttpResponse:
    position = _position(request, slug)
    try:
        asking.move_question(
            _question(position, pk), up="up" in request.POST, by=request.user
        )
    except NotEditableError:
        return _refused(request, position)
    return redirect("candidates:questions", slug)


@require_POST
@requires("positions.change_position")
def question_remove(request: StaffRequest, slug: str, pk: int) -> HttpResponse:
    """Ask a question no more; answers to it stay with their applications."""
    position = _position(request, slug)
    try:
        asking.remove_question(_question(position, pk), by=request.user)
    except NotEditableError:
        return _refused(request, position)
    messages.success(request, _("The form asks it no more."))
    return redirect("candidates:questions", slug)


def _refused(request: StaffRequest, position: Position) -> HttpResponse:
    messages.error(
        request,
        _(
            "Questions cannot change while the position is being approved or after it"
            " has closed."
        ),
    )
    return redirect("candidates:questions", position.slug)


def _position(request: StaffRequest, slug: str) -> Position:
    found: Position = get_object_or_404(
        Position.objects.visible_to(request.user), slug=slug
    )
    return found


def _question(position: Position, pk: int) -> Question:
    found: Question = get_object_or_404(position.questions.asked(), pk=pk)
    return found
