"""People: the search, one person's record, notes and tags."""

from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from backoffice_ats.shared.access import StaffRequest, requires
from candidates.forms.adding import SomebodyForm
from candidates.forms.record import FindForm, NoteForm, TagForm
from candidates.models import Candidate, Note, Tag
from candidates.services import (
    board,
    corrections,
    notes,
    persons,
    pool,
    record,
    search,
    tags,
)
from candidates.services.answers import Person
from candidates.services.record import Record
from positions.enums import ListKind
from positions.views import kept

PAGE = board.PAGE


@require_safe
@requires("candidates.view_application")
def people(request: StaffRequest) -> HttpResponse:
    """Find people by name, by what they wrote, and by filters."""
    positions, known = search.choices_for(request.user)
    form = FindForm(request.GET, positions=positions, tags=known)
    form.is_valid()
    words = board.clean_query(request.GET.get("q", ""))
    found = search.find(request.user, words, form.filters())
    pages = board.BoundedPaginator(board.listed(found), PAGE)
    page = pages.get_page(request.GET.get("page"))
    rows = [board.row_of(application, request.user) for application in page]
    hits = (
        search.snippets([one.pk for one in page], words, request.user) if words else {}
    )
    return render(
        request,
        "candidates/people.html",
        {
            "rows": [(row, hits.get(row.application.pk, [])) for row in rows],
            "page": page,
            "find": words,
            "form": form,
            "narrowed": form.narrowed(),
            "most": search.MOST,
            **kept.context_of(request, ListKind.PEOPLE, FindForm.query_of(request.GET)),
        },
    )


@require_POST
@requires("candidates.view_application")
def people_view(request: StaffRequest) -> HttpResponse:
    """Keep a search of people under a name."""
    return kept.keep(request, ListKind.PEOPLE, FindForm.query_of(request.POST))


@require_safe
@requires("candidates.decide_application")
def pool_list(request: StaffRequest) -> HttpResponse:
    """List who agreed to be kept in mind for other jobs."""
    members = pool.members(request.user, at=timezone.now())
    page = Paginator(members, PAGE).get_page(request.GET.get("page"))
    return render(request, "candidates/pool.html", {"page": page})


@require_safe
@requires("candidates.view_application")
def person(request: StaffRequest, pk: int) -> HttpResponse:
    """Show everything about one person that this reader may see.

    Who was merged into somebody is found there.
    """
    visible = Candidate.objects.visible_to(request.user)
    candidate = visible.filter(pk=pk).first()
    if candidate is None:
        return redirect(get_object_or_404(visible, merged_from=pk))
    found = record.record_of(candidate, request.user)
    response = _show(request, found, _note_form(request, found), TagForm())
    notes.see(request.user, found.notes, at=timezone.now())
    return response


def _show(
    request: StaffRequest, found: Record, form: NoteForm, tag_form: TagForm
) -> HttpResponse:
    return render(
        request,
        "candidates/person.html",
        {
            "record": found,
            "candidate": found.candidate,
            "form": form,
            "tag_form": tag_form,
            "known_tags": Tag.objects.order_by("name", "pk")[:200],
        },
    )


def _note_form(request: StaffRequest, found: Record, **kwargs: Any) -> NoteForm:  # noqa: ANN401 -- a form's arguments
    colleagues = notes.readers_of(found.applications[0]).exclude(pk=request.user.pk)
    return NoteForm(applications=found.applications, colleagues=colleagues, **kwargs)


@require_POST
@requires("candidates.view_application")
def note_add(request: StaffRequest, pk: int) -> HttpResponse:
    """Write a note about one of the person's applications."""
    found = record.record_of(_visible(request, pk), request.user)
    form = _note_form(request, found, data=request.POST)
    if not form.is_valid():
        return _show(request, found, form, TagForm())
    notes.write(**_given(form), by=request.user, at=timezone.now())
    messages.success(request, _("The note is kept."))
    return redirect("candidates:person", pk)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("candidates.view_application")
def note_edit(request: StaffRequest, pk: int) -> HttpResponse:
    """Change one's own note."""
    note = _own(request, pk)
    form = NoteForm(
        request.POST if request.method == "POST" else None,
        applications=[note.application],
        colleagues=notes.readers_of(note.application).exclude(pk=request.user.pk),
        initial={
            "text": note.text,
            "visibility": note.visibility,
            "mentioned": [one.user_id for one in note.mentions.all()],
        },
    )
    if request.method == "POST" and form.is_valid():
        given = _given(form)
        del given["application"]
        notes.change(note, **given, by=request.user, at=timezone.now())
        messages.success(request, _("The note is changed."))
        return redirect("candidates:person", note.application.candidate_id)
    return render(request, "candidates/note.html", {"note": note, "form": form})


@require_POST
@requires("candidates.view_application")
def note_remove(request: StaffRequest, pk: int) -> HttpResponse:
    """Take back one's own note."""
    note = _own(request, pk)
    person_key = note.application.candidate_id
    notes.remove(note, by=request.user)
    messages.success(request, _("The note is gone."))
    return redirect("candidates:person", person_key)


@require_POST
@requires("candidates.decide_application")
def tag_add(request: StaffRequest, pk: int) -> HttpResponse:
    """Tag a person."""
    candidate = _visible(request, pk)
    form = TagForm(request.POST)
    if form.is_valid():
        try:
            tags.add(candidate, form.cleaned_data["name"])
        except tags.TooManyTagsError:
            form.add_error(
                "name",
                _("Twenty tags are enough for one person. Take one off first."),
            )
        else:
            return redirect("candidates:person", pk)
    found = record.record_of(candidate, request.user)
    return _show(request, found, _note_form(request, found), form)


@require_POST
@requires("candidates.decide_application")
def tag_remove(request: StaffRequest, pk: int, tag: int) -> HttpResponse:
    """Take a tag off a person."""
    candidate = _visible(request, pk)
    tags.remove(candidate, get_object_or_404(candidate.tags, pk=tag))
    return redirect("candidates:person", pk)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("candidates.decide_application")
def person_correct(request: StaffRequest, pk: int) -> HttpResponse:
    """Correct how a person is called and reached."""
    candidate = _visible(request, pk)
    form = SomebodyForm(
        request.POST if request.method == "POST" else None,
        initial=asdict(persons.as_written(candidate)),
    )
    if request.method == "POST" and form.is_valid():
        corrections.correct_for(
            candidate, Person(**form.answers()), by=request.user, at=timezone.now()
        )
        messages.success(request, _("Corrected. What stood there before is on file."))
        return redirect("candidates:person", pk)
    return render(
        request,
        "candidates/person_correct.html",
        {"form": form, "candidate": candidate},
    )


def _given(form: NoteForm) -> dict[str, Any]:
    given = dict(form.cleaned_data)
    given.setdefault("mentioned", [])
    return given


def _visible(request: StaffRequest, pk: int) -> Candidate:
    found: Candidate = get_object_or_404(
        Candidate.objects.visible_to(request.user), pk=pk
    )
    return found


def _own(request: StaffRequest, pk: int) -> Note:
    found: Note = get_object_or_404(
        Note.objects.visible_to(request.user)
        .filter(author=request.user)
        .select_related("application__position", "application__candidate")
        .prefetch_related("mentions"),
        pk=pk,
    )
    return found
