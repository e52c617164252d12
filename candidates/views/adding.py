"""Staff bring people in: by hand, by their CVs, by a table."""

from typing import Any

from django.contrib import messages
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
from backoffice_ats.shared.htmx import render_page
from candidates.enums import TakenState
from candidates.forms.adding import ByHandForm, ColumnsForm, FilesForm, TableForm
from candidates.models import Import
from candidates.services import answers as told
from candidates.services import importing, intake
from candidates.services.answers import Person
from positions.models import Position
from positions.views.head import head_of

SHOWN = 8  # rows of a table that are shown before it is taken in
REPORTED = 300


@require_http_methods(["GET", "HEAD", "POST"])
@requires("candidates.decide_application")
def add(request: StaffRequest, slug: str) -> HttpResponse:
    """Offer the three ways; take what was sent by one of them."""
    position = get_object_or_404(Position.objects.read_by(request.user), slug=slug)
    way = request.POST.get("way", "") if request.method == "POST" else ""
    can_add = importing.can_add(position)
    by_hand = ByHandForm(*_sent(request, way == "hand"), initial={"tell": True})
    files = FilesForm(*_sent(request, way == "files"))
    table = TableForm(*_sent(request, way == "table"))
    response = None
    if can_add and by_hand.is_bound and by_hand.is_valid():
        response = _by_hand(request, position, by_hand)
    if can_add and files.is_bound and files.is_valid():
        response = _files(request, position, files)
    if can_add and table.is_bound and table.is_valid():
        response = _table(request, position, table)
    return response or render(
        request,
        "candidates/add.html",
        head_of(position, "pipeline")
        | {
            "can_add": can_add,
            "by_hand": by_hand,
            "files": files,
            "table": table,
            "way": way or request.GET.get("way", "hand"),
            "imports": Import.objects.filter(position=position)
            .select_related("by")
            .order_by("-made_at")[:5],
        },
    )


def _sent(request: StaffRequest, wanted: bool) -> tuple[Any, ...]:  # noqa: FBT001 -- of this module
    return (request.POST, request.FILES) if wanted else ()


def _by_hand(
    request: StaffRequest, position: Position, form: ByHandForm
) -> HttpResponse | None:
    given = form.cleaned_data
    upload = given["cv"]
    try:
        application = importing.add(
            position,
            Person(given["name"], given["email"], given["phone"], given["city"]),
            by=request.user,
            at=timezone.now(),
            cv=(upload.name, upload.read()) if upload else None,
            came_from=given["came_from"],
            tell=given["tell"],
        )
    except intake.FileRefusedError as error:
        form.add_error("cv", told.sentence_for_staff(error.reason))
        return None
    messages.success(request, _("%(name)s is added.") % {"name": given["name"]})
    return redirect(application)


def _files(request: StaffRequest, position: Position, form: FilesForm) -> HttpResponse:
    made = importing.take_files(
        position,
        form.cleaned_data["cvs"],
        by=request.user,
        at=timezone.now(),
        came_from=form.cleaned_data["cvs_from"],
    )
    return redirect("candidates:import", made.pk)


def _table(request: StaffRequest, position: Position, form: TableForm) -> HttpResponse:
    made = importing.plan_table(
        position,
        form.cleaned_data["table"],
        by=request.user,
        at=timezone.now(),
        came_from=form.cleaned_data["table_from"],
    )
    return redirect("candidates:import", made.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("candidates.decide_application")
def import_page(request: StaffRequest, pk: int) -> HttpResponse:
    """Ask what a table's columns are; once begun, say what became of each line."""
    made = _visible(request, pk)
    if made.begun_at is None:
        return _columns(request, made)
    progress = importing.progress_of(made)
    items = (
        made.items.exclude(state=TakenState.WAITING)
        .select_related("application__candidate", "application__position")
        .prefetch_related("application__documents")
        .defer("application__answers")
        .order_by("-state", "number")
    )
    return render_page(
        request,
        "candidates/import.html",
        head_of(made.position, "pipeline")
        | {
            "made": made,
            "progress": progress,
            "running": made.ended_at is None or progress.reading > 0,
            "problems": [one for one in items if one.problem][:REPORTED],
            "items": [one for one in items if not one.problem][:REPORTED],
        },
        fragment="candidates/_import_progress.html",
    )


def _columns(request: StaffRequest, made: Import) -> HttpResponse:
    form = ColumnsForm(
        request.POST if request.method == "POST" else None,
        header=made.header,
        columns=made.columns,
    )
    if form.is_bound and form.is_valid():
        importing.name_columns(made, form.columns())
        return redirect("candidates:import", made.pk)
    tried = importing.try_table(made) if "name" in made.columns else []
    return render(
        request,
        "candidates/import_table.html",
        head_of(made.position, "pipeline")
        | {
            "made": made,
            "form": form,
            "rows": tried[:SHOWN],
            "total": len(tried),
            "fresh": sum(not one.problem and not one.known for one in tried),
            "known": sum(one.known and not one.problem for one in tried),
            "wrong": [one for one in tried if one.problem][:REPORTED],
        },
    )


@require_POST
@requires("candidates.decide_application")
def import_begin(request: StaffRequest, pk: int) -> HttpResponse:
    """Take a table in that was looked at."""
    made = _visible(request, pk)
    try:
        importing.begin(made, at=timezone.now())
    except importing.NobodyNamedError:
        messages.error(request, _("Say first which column holds the names."))
    return redirect("candidates:import", pk)


@require_POST
@requires("candidates.decide_application")
def import_drop(request: StaffRequest, pk: int) -> HttpResponse:
    """Forget a table that was not taken in."""
    made = _visible(request, pk)
    if made.begun_at is not None:
        messages.error(request, _("It was taken in already."))
        return redirect("candidates:import", pk)
    slug = made.position.slug
    made.delete()
    messages.success(request, _("The table is dropped. Nobody was added."))
    return redirect("candidates:add", slug)


@require_safe
@requires("candidates.decide_application")
def table_example(request: StaffRequest) -> HttpResponse:  # noqa: ARG001 -- a view
    """Hand out a table to fill in."""
    response = HttpResponse(
        "Full name,Email,Phone,City,Job title,Employer\r\n",
        content_type="text/csv; charset=utf-8",
    )
    response["Content-Disposition"] = 'attachment; filename="people.csv"'
    return response


def _visible(request: StaffRequest, pk: int) -> Import:
    found: Import = get_object_or_404(
        Import.objects.visible_to(request.user).select_related("position", "by"), pk=pk
    )
    return found
