"""How a position screens working with others: which form, who took it, what they hear."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from backoffice_ats.shared.access import StaffRequest, requires
from candidates.services import identity
from positions.models import Position
from positions.views.head import head_of
from screening.services import exposure, screenings
from screening.services import forms as questionnaires

PAGE = 50


@require_safe
@requires("screening.view_evaluation")
def show(request: StaffRequest, slug: str) -> HttpResponse:
    """Show the form, who has taken it and how it came out, by dimension."""
    position = _position(request, slug)
    form = questionnaires.load(screenings.form_of(position))
    weight = screenings.weight_of(position)
    page = Paginator(exposure.taken_by(position, request.user), PAGE).get_page(
        request.GET.get("page")
    )
    measured = exposure.measures_of(page)
    may_edit = request.user.has_perm("screening.edit_form") and request.user.has_perm(
        "positions.change_position"
    )
    context = head_of(position, "screening") | {
        "form": form,
        "weight": weight,
        "is_key_lost": form is not None and not form.means,
        "too_heavy": form is not None
        and form.is_public
        and (weight or 0) > questionnaires.MOST_PUBLIC_WEIGHT,
        "most": questionnaires.MOST_PUBLIC_WEIGHT,
        "page": page,
        "rows": [
            (
                one,
                identity.shown_to(one.application, request.user).label,
                measured.get(one.application_id, []),
            )
            for one in page
        ],
        "counts": exposure.counts_of(position),
        "choices": questionnaires.choices() if may_edit else [],
        "may_edit": may_edit,
        "tells": screenings.tells_feedback(position),
    }
    return render(request, "screening/screening.html", context)


@require_POST
@requires("screening.edit_form")
def choose(request: StaffRequest, slug: str) -> HttpResponse:
    """Choose the form that applicants take."""
    position = _position(request, slug)
    names = {one.name for one in questionnaires.choices()}
    wanted = request.POST.get("form", "")
    if wanted not in names:
        messages.error(request, _("That form is not offered any more. Choose another."))
        return redirect("screening:screening", slug)
    try:
        screenings.choose(position, wanted)
    except screenings.UnderWayError:
        messages.error(
            request,
            _(
                "Somebody has begun the other form already. Everybody takes the same"
                " one, so that they can be compared."
            ),
        )
    else:
        messages.success(request, _("Applicants take this form from now on."))
    return redirect("screening:screening", slug)


@require_POST
@requires("screening.edit_form")
def feedback(request: StaffRequest, slug: str) -> HttpResponse:
    """Let applicants read how they did, in words per dimension, or stop it."""
    position = _position(request, slug)
    tell = "tell" in request.POST
    screenings.release_feedback(position, at=timezone.now() if tell else None)
    if tell:
        said = _("Who has finished reads on their page how they did, in words.")
    else:
        said = _("Applicants read nothing of it any more.")
    messages.success(request, said)
    return redirect("screening:screening", slug)


def _position(request: StaffRequest, slug: str) -> Position:
    found: Position = get_object_or_404(
        Position.objects.read_by(request.user), slug=slug
    )
    return found
