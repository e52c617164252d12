"""Start a position: from a template, a copy, an old advert, or from nothing."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from backoffice_ats.shared.access import StaffRequest, requires
from positions.blueprint import Blueprint
from positions.criteria import EducationLevel
from positions.enums import DIMENSIONS
from positions.forms.about import NewPositionForm
from positions.forms.beginning import (
    MOST_LINES,
    AcceptForm,
    CopyForm,
    LineFormSet,
    PasteForm,
    PracticeFormSet,
    StudyFormSet,
)
from positions.library.loading import templates
from positions.models import Position
from positions.services import advert as adverts
from positions.services import beginnings, definition, pasting

if TYPE_CHECKING:
    from django.forms import BaseFormSet


@require_http_methods(["GET", "HEAD", "POST"])
@requires("positions.add_position")
def position_new(request: StaffRequest) -> HttpResponse:
    """Offer everything a position can begin with; the form here begins with nothing."""
    form = NewPositionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        position = definition.create_position(
            by=request.user, at=timezone.now(), **form.cleaned_data
        )
        return _opened(request, position)
    return _offer(request, form=form, status=422 if form.is_bound else 200)


def _offer(
    request: StaffRequest,
    *,
    form: NewPositionForm | None = None,
    copy: CopyForm | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "form": form or NewPositionForm(),
        "copy": copy or CopyForm(prefix="copy", positions=_copied(request)),
        "families": _families(),
    }
    return render(request, "positions/new.html", context, status=status)


def _families() -> dict[str, list[object]]:
    families: dict[str, list[object]] = {}
    for template in templates().values():
        families.setdefault(template.family, []).append(template)
    return families


def _copied(request: StaffRequest) -> Any:  # noqa: ANN401 -- a queryset of positions
    return Position.objects.visible_to(request.user).order_by("title", "pk")


def _opened(request: HttpRequest, position: Position) -> HttpResponse:
    messages.success(request, _("The draft is made. Now say what the job is."))
    return redirect("positions:definition", position.slug)


def _begun(
    request: StaffRequest,
    blueprint: Blueprint,
    **facts: Any,  # noqa: ANN401 -- a form's values
) -> HttpResponse:
    position = beginnings.begin(blueprint, by=request.user, at=timezone.now(), **facts)
    return _opened(request, position)


@require_http_methods(["POST"])
@requires("positions.add_position")
def position_copy(request: StaffRequest) -> HttpResponse:
    form = CopyForm(request.POST, prefix="copy", positions=_copied(request))
    if not form.is_valid():
        return _offer(request, copy=form, status=422)
    return _begun(request, beginnings.blueprint_of(form.cleaned_data["source"]))


@require_http_methods(["GET", "HEAD", "POST"])
@requires("positions.add_position")
def position_template(request: StaffRequest, key: str) -> HttpResponse:
    """Show what a template has; begin with it."""
    template = templates().get(key)
    if template is None:
        raise Http404
    blueprint = template.blueprint
    given = {"title": blueprint.title, "department": blueprint.department}
    form = NewPositionForm(request.POST or None, initial=given | {"openings": 1})
    if request.method == "POST" and form.is_valid():
        return _begun(request, blueprint, **form.cleaned_data)
    plan = blueprint.preview()
    sides = dict(DIMENSIONS)
    context = {
        "template": template,
        "blueprint": blueprint,
        "shares": [duty.share for duty in blueprint.duties],
        "needs": adverts.needs_of(plan),
        "sides": [sides[one.dimension.value] for one in blueprint.interview],
        "form": form,
    }
    status = 422 if form.is_bound else 200
    return render(request, "positions/template.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("positions.add_position")
def position_from_advert(request: StaffRequest) -> HttpResponse:
    """Take an old advert, show what was read in it, and begin with what is accepted."""
    if request.method != "POST":
        return render(request, "positions/paste.html", {"form": PasteForm()})
    if "accept" in request.POST:
        return _accept(request)
    form = PasteForm(request.POST)
    if not form.is_valid():
        return render(request, "positions/paste.html", {"form": form}, status=422)
    read = pasting.review(form.cleaned_data["text"])
    if not read.lines:
        form.add_error(
            "text",
            _(
                "No duty and no requirement was found in it. Paste the whole text, or"
                " begin with a template."
            ),
        )
        return render(request, "positions/paste.html", {"form": form}, status=422)
    return _reviewed(request, _proposed(read))


def _proposed(read: pasting.Review) -> dict[str, Any]:
    """Return the forms of the review, filled with what is proposed."""
    return {
        "form": AcceptForm(
            initial={"title": read.title[:120], "summary": read.summary[:2_000]}
        ),
        "lines": LineFormSet(
            prefix="lines",
            initial=[
                {
                    "text": line.text[:600],
                    "use": line.use,
                    "found": line.found,
                    "note": line.note,
                    "is_sure": line.is_sure,
                }
                for line in read.lines[:MOST_LINES]
            ],
        ),
        "studies": StudyFormSet(
            prefix="studies",
            initial=[
                {
                    # School takes no credits: HR says how it is to be asked for.
                    "use": study.level > EducationLevel.UPPER_SECONDARY,
                    "level": study.level.value,
                    "fields_of_study": ", ".join(study.fields),
                    "found": study.found,
                }
                for study in read.studies[:10]
            ],
        ),
        "practice": PracticeFormSet(
            prefix="practice",
            initial=[
                {
                    "use": one.months is not None,
                    "kind": (one.kind or read.title)[:160],
                    "months": one.months,
                    "found": one.found,
                }
                for one in read.practice[:15]
            ],
        ),
    }


def _reviewed(
    request: HttpRequest, forms: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    rows: BaseFormSet[Any] = forms["lines"]
    context = forms | {
        "duty_count": sum(row["use"].value() == pasting.DUTY for row in rows.forms)
    }
    return render(request, "positions/review.html", context, status=status)


def _accept(request: StaffRequest) -> HttpResponse:
    forms: dict[str, Any] = {
        "form": AcceptForm(request.POST),
        "lines": LineFormSet(request.POST, prefix="lines"),
        "studies": StudyFormSet(request.POST, prefix="studies"),
        "practice": PracticeFormSet(request.POST, prefix="practice"),
    }
    if not all([form.is_valid() for form in forms.values()]):  # noqa: C419 -- every one checks itself
        return _reviewed(request, forms, status=422)
    facts = forms["form"].cleaned_data
    blueprint = pasting.blueprint_of(
        **facts,
        lines=[
            pasting.Accepted(row["text"], row["use"])
            for row in forms["lines"].cleaned_data
        ],
        studies=[
            (
                row["level"],
                tuple(
                    field.strip()[:80]
                    for field in row["fields_of_study"].split(",")
                    if field.strip()
                ),
            )
            for row in forms["studies"].cleaned_data
            if row["use"]
        ],
        practice=[
            (row["kind"], row["months"])
            for row in forms["practice"].cleaned_data
            if row["use"]
        ],
    )
    return _begun(request, blueprint)
