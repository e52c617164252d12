"""The pipeline as a board: a column for each step, a card for each application."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from backoffice_ats.shared.access import StaffRequest, requires
from candidates.enums import STATUSES
from candidates.models import Application
from candidates.services import board as boards
from candidates.services import identity, pipeline, ways
from candidates.services.ways import Step
from candidates.stages import MOVES, OPEN, Status
from positions.models import Position
from positions.views.head import head_of

LABELS = dict(STATUSES)
NO = Status.NOT_SELECTED.value.lower()
# What needs more than a place: a reason, or a seat. The page for one move asks for it.
ASKED = {Status.HIRED, Status.NOT_SELECTED}


@require_safe
@requires("candidates.view_application")
def board(request: StaffRequest, slug: str) -> HttpResponse:
    """Show where everybody stands, beside each other."""
    position = get_object_or_404(Position.objects.read_by(request.user), slug=slug)
    columns = boards.columns_of(position, request.user)
    steps = [column.step for column in columns]
    return render(
        request,
        "candidates/board.html",
        head_of(position, "pipeline")
        | {
            "columns": [
                (column, [(row, _moves(row.application, steps)) for row in column.rows])
                for column in columns
            ],
            "everyone": sum(column.count for column in columns),
            "blind": identity.hides_names(position, request.user),
        },
    )


def _moves(application: Application, steps: list[Step]) -> list[tuple[str, str]]:
    """Name the steps an application can go to from where it stands."""
    here = Status(application.status)
    now = ways.step_at(here, application.stage_id, steps)
    moves = [
        (step.key, step.label)
        for step in steps
        if step is not now
        and (step.status in MOVES[here] or (step.status is here and here in OPEN))
    ]
    if Status.NOT_SELECTED in MOVES[here]:
        moves.append((NO, str(LABELS[Status.NOT_SELECTED])))
    return moves


@require_POST
@requires("candidates.decide_application")
def board_move(request: StaffRequest, pk: int) -> HttpResponse:
    """Put a card into another column; what needs a reason goes on to its page."""
    application = get_object_or_404(
        Application.objects.visible_to(request.user).select_related(
            "candidate", "position"
        ),
        pk=pk,
    )
    position = application.position
    back = reverse("candidates:board", args=[position.slug])
    wanted = request.POST.get("to", "")
    step = next((one for one in ways.steps_of(position) if one.key == wanted), None)
    status = Status.NOT_SELECTED if wanted == NO else step.status if step else None
    if status in ASKED:
        page = reverse("candidates:move", args=[application.pk])
        return redirect(f"{page}?to={status.value}" if status else page)
    who = identity.shown_to(application, request.user).label
    if step is None:
        messages.error(request, _("Choose one of the columns."))
        return redirect(back)
    try:
        pipeline.move(
            application,
            step.status,
            by=request.user,
            at=timezone.now(),
            stage=step.stage,
        )
    except pipeline.MoveNotAllowedError:
        messages.error(
            request,
            _("%(who)s cannot go to %(step)s from here. Look again.")
            % {"who": who, "step": step.label},
        )
    else:
        messages.success(
            request,
            _("%(who)s moved to %(step)s. Not told yet.")
            % {"who": who, "step": step.label},
        )
    return redirect(f"{back}#card-{pk}")
