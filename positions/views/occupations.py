"""Start a position from an occupation of O*NET."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from backoffice_ats.shared.access import StaffRequest, requires
from backoffice_ats.shared.htmx import render_page
from backoffice_ats.shared.templatetags.ats import months
from positions.forms.occupations import OccupationForm, OccupationSearchForm
from positions.models import Occupation
from positions.onet.release import TaskKind
from positions.services import beginnings, occupations


@require_safe
@requires("positions.add_position")
def occupation_list(request: StaffRequest) -> HttpResponse:
    form = OccupationSearchForm(request.GET)
    form.full_clean()
    words = form.cleaned_data.get("q", "")
    context = {
        "form": form,
        "words": words,
        "hits": occupations.search(words),
        "release": occupations.current_release(),
    }
    return render_page(
        request,
        "positions/occupations.html",
        context,
        fragment="positions/_occupations.html",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("positions.add_position")
def occupation(request: StaffRequest, code: str) -> HttpResponse:
    """Show what an occupation does and needs, and make a draft of what is ticked."""
    found = get_object_or_404(Occupation, pk=code)
    tasks = list(found.tasks.order_by("order", "pk"))
    norm = found.experience_norm
    form = OccupationForm(
        request.POST or None,
        task_choices=[(task.pk, task.statement) for task in tasks],
        experience=months(norm.months if norm else 0),
        initial={
            "title": request.GET.get("as", "")[:120],
            "openings": 1,
            "tasks": occupations.ticked(tasks),
            "ask_experience": True,
        },
    )
    if request.method == "POST" and form.is_valid():
        facts = form.cleaned_data
        work = _("Work as %(title)s") % {"title": facts["title"]}
        blueprint = occupations.blueprint_of(
            occupations.suggestion(found, facts["tasks"]),
            experience=work if facts["ask_experience"] else "",
        )
        position = beginnings.begin(
            blueprint,
            by=request.user,
            at=timezone.now(),
            title=facts["title"],
            department=facts["department"],
            openings=facts["openings"],
        )
        messages.success(
            request,
            _(
                "The draft is made. Put each duty into your own words and check its share."
            ),
        )
        return redirect("positions:definition", position.slug)
    boxes = list(zip(form["tasks"], tasks, strict=True))
    context = {
        "occupation": found,
        "core": [box for box, task in boxes if task.kind == TaskKind.CORE],
        "further": [box for box, task in boxes if task.kind != TaskKind.CORE],
        "form": form,
        "software": occupations.software_of(found),
        "also_called": occupations.also_called(found),
    }
    status = 422 if form.is_bound else 200
    return render(request, "positions/occupation.html", context, status=status)
