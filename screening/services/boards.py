"""Which plan version a ranking shows: the old one whole, until the new one is."""

import datetime as dt
from itertools import islice

from django.db import transaction
from django.db.models import Exists, OuterRef

from candidates.stages import Status
from positions.models import PlanVersion, Position
from screening.models import Board, Evaluation, Work
from screening.services.work import STUCK_AFTER

AT_ONCE = 100  # of those who are due, looked at together


@transaction.atomic
def turn(position: Position, version: PlanVersion, *, at: dt.datetime) -> bool:
    """Show `version` once everybody on the old board has been judged by it.

    Who is stuck does not hold the others up. Call it after the results are written;
    whoever finishes last turns the board. Says whether it turned.
    """
    if Board.objects.filter(
        position=position, plan_version__number__gte=version.number
    ).exists():
        return False  # as most often: nobody has to wait for the row
    Board.objects.bulk_create(
        [Board(position=position, plan_version=version, shown_since=at)],
        ignore_conflicts=True,
    )
    board = (
        Board.objects.select_for_update(of=("self",))
        .select_related("plan_version")
        .get(position=position)
    )
    if board.plan_version.number >= version.number or _is_anyone_behind(board, version):
        return False
    board.plan_version = version
    board.shown_since = at
    board.save(update_fields=["plan_version", "shown_since"])
    Evaluation.objects.filter(
        position=position, plan_version__number__lt=version.number
    ).delete()
    return True


def _is_anyone_behind(board: Board, version: PlanVersion) -> bool:
    """Say whether somebody on the old board is still due and has no successor.

    Walks through the work that is left, which shrinks, and mostly ends with its first
    rows: one statement about everybody would be planned by counts that are out of date.
    """
    due = Work.objects.unfinished().filter(
        position=board.position_id, attempts__lt=STUCK_AFTER
    )
    keys = due.values_list("application_id", flat=True).iterator(chunk_size=AT_ONCE)
    while part := list(islice(keys, AT_ONCE)):
        rows = set(
            Evaluation.objects.of_applications(part)
            .exclude(application__status=Status.WITHDRAWN)
            .values_list("plan_version", "application")
        )
        if any(
            shown == board.plan_version_id and (version.pk, application) not in rows
            for shown, application in rows
        ):
            return True
    return False


def turn_due(*, at: dt.datetime) -> int:
    """Turn every board whose last applicant left or got stuck; say how many."""
    newer = PlanVersion.objects.filter(
        position=OuterRef("position"), number__gt=OuterRef("plan_version__number")
    )
    judged = Evaluation.objects.filter(
        position=OuterRef("position"),
        plan_version__number__gt=OuterRef("plan_version__number"),
    )
    late = Board.objects.filter(Exists(newer), Exists(judged)).select_related(
        "position"
    )
    turned = 0
    for board in late:
        newest = board.position.versions.order_by("-number").first()
        if newest and turn(board.position, newest, at=at):
            turned += 1
    return turned
