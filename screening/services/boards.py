"""Which plan version a ranking shows: the old one whole, until the new one is."""

import datetime as dt

from django.contrib.postgres.aggregates import ArrayAgg
from django.contrib.postgres.fields import ArrayField
from django.db import transaction
from django.db.models import BigIntegerField, Exists, OuterRef, Q, QuerySet, Subquery

from candidates.stages import Status
from positions.models import PlanVersion, Position
from screening.models import Board, Evaluation, Work
from screening.services.work import STUCK_AFTER


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
    if board.plan_version.number >= version.number or _behind(board, version).exists():
        return False
    board.plan_version = version
    board.shown_since = at
    board.save(update_fields=["plan_version", "shown_since"])
    Evaluation.objects.filter(
        position=position, plan_version__number__lt=version.number
    ).delete()
    return True


def _behind(board: Board, version: PlanVersion) -> QuerySet[Work]:
    """Keep the work of those on the old board who are still due and have no successor.

    Asked of the work that is left, which shrinks, and not of everybody on the board;
    the versions of each are listed, because by a version all of its rows are found.
    """
    judged_by = Subquery(
        Evaluation.objects.filter(application=OuterRef("application"))
        .order_by()
        .values("application")
        .annotate(versions=ArrayAgg("plan_version"))
        .values("versions"),
        output_field=ArrayField(BigIntegerField()),
    )
    left: QuerySet[Work] = (
        Work.objects.unfinished()
        .filter(position=board.position_id, attempts__lt=STUCK_AFTER)
        .exclude(application__status=Status.WITHDRAWN)
        .annotate(judged_by=judged_by)
        .filter(
            Q(("judged_by__contains", [board.plan_version_id])),
            ~Q(("judged_by__contains", [version.pk])),
        )
    )
    return left


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
