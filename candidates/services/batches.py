"""What a person does for several applications at once: planned, looked at, then done.

A plan names the applications and, where the answer is no, each one's reason. Nothing
happens before its author has looked at it and said so; then a worker takes one
application after the other, each in a transaction of its own.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from backoffice_ats.accounts.models import User
from candidates.enums import BatchKind, ItemState, ReasonCode
from candidates.models import Application, Batch, BatchItem, Stage
from candidates.services import letters, pipeline, ways, wording
from candidates.signals import batch_begun
from candidates.stages import OPEN, Status, may_move
from positions.models import Position

MOST = 500  # applications at once: what a person can still look through
KEPT = dt.timedelta(days=90)  # a batch that is over, for whoever asks what happened
PLAN_KEPT = dt.timedelta(days=1)  # a plan that nobody began

# Why an application was left as it was.
PROBLEMS = {
    "MOVED": _("Somebody moved it meanwhile"),
    "REASON": _("It has no reason"),
    "SEATS": _("All openings are filled"),
    "ADDRESS": _("There is no email address"),
    "GONE": _("It can no longer be read by who began this"),
}

_WORDS_FOR: dict[type[Exception], str] = {
    pipeline.MoveNotAllowedError: "MOVED",
    pipeline.ReasonMissingError: "REASON",
    pipeline.SeatsFilledError: "SEATS",
}


class NobodyChosenError(Exception):
    """A batch of nobody."""


class TooManyChosenError(Exception):
    """More than a person can look through."""


class NotAPlanError(Exception):
    """It was begun before."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a batch is, in applications."""

    total: int
    done: int
    left_out: int

    @property
    def over(self) -> int:
        return self.done + self.left_out

    @property
    def percent(self) -> int:
        return 100 * self.over // self.total if self.total else 100


def chosen(
    user: User, position: Position, keys: Iterable[int]
) -> "QuerySet[Application]":
    """Return those of the applications that this person sees, the first first."""
    found: QuerySet[Application] = (
        Application.objects.visible_to(user)
        .for_position(position)
        .filter(pk__in=keys)
        .select_related("candidate", "position", "stage")
        .defer("answers")
        .order_by("submitted_at", "pk")
    )
    return found


def can_go(application: Application, to: Status, stage: Stage | None) -> bool:
    """Say whether this application could be moved there now."""
    old = Status(application.status)
    if old is to:
        return stage is not None and old in OPEN and stage.pk != application.stage_id
    return may_move(old, to)


def plan_move(  # noqa: PLR0913 -- a plan is all of these, and they are named
    position: Position,
    applications: Iterable[Application],
    to: Status,
    *,
    by: User,
    at: dt.datetime,
    stage: Stage | None = None,
    reasons: Mapping[int, str] | None = None,
    note: str = "",
    tell: bool = False,
    leave_at: dt.datetime | None = None,
) -> Batch:
    """Plan to move applications; `reasons` maps each one's key to a reason code.

    Raises NobodyChosenError and TooManyChosenError, and ReasonMissingError of
    `pipeline` if one would be turned down without a reason.
    """
    rows = _some(applications)
    reasons = reasons or {}
    if to is Status.NOT_SELECTED and any(
        reasons.get(one.pk) not in ReasonCode.values for one in rows
    ):
        raise pipeline.ReasonMissingError
    return _plan(
        Batch(
            position=position,
            kind=BatchKind.MOVE,
            by=by,
            to=to.value,
            stage=ways.stage_in(position, to, stage),
            note=note,
            tell=tell,
            leave_at=leave_at,
            planned_at=at,
        ),
        rows,
        reasons if to is Status.NOT_SELECTED else {},
    )


def plan_message(
    position: Position,
    applications: Iterable[Application],
    text: wording.Text,
    *,
    by: User,
    at: dt.datetime,
    leave_at: dt.datetime | None = None,
) -> Batch:
    """Plan to write to applicants. Raises as `plan_move`, and as `wording.check`."""
    rows = _some(applications)
    wording.check(text, allowed=wording.IN_MESSAGES)
    return _plan(
        Batch(
            position=position,
            kind=BatchKind.MESSAGE,
            by=by,
            subject=text.subject,
            body=text.body,
            leave_at=leave_at,
            planned_at=at,
        ),
        rows,
        {},
    )


@transaction.atomic
def begin(batch: Batch, *, at: dt.datetime) -> Batch:
    """Have a plan done. A second time changes nothing."""
    batch = Batch.objects.select_for_update(no_key=True).get(pk=batch.pk)
    if batch.begun_at is None:
        batch.begun_at = at
        batch.save(update_fields=["begun_at", "updated_at"])
        batch_begun.send(sender=Batch, batch=batch)
    return batch


@transaction.atomic
def drop(batch: Batch) -> None:
    """Forget a plan. Raises NotAPlanError if it was begun."""
    batch = Batch.objects.select_for_update(no_key=True).get(pk=batch.pk)
    if batch.begun_at is not None:
        raise NotAPlanError
    batch.delete()


def take(batch_id: int, *, at: dt.datetime) -> int:
    """Do what waits of a begun batch; return how many applications were taken.

    Two workers at once share the work: each locks the application it takes.
    """
    count = 0
    while _take_next(batch_id, at=at):
        count += 1
    return count


def progress_of(batch: Batch) -> Progress:
    counts = batch.items.aggregate(
        total=Count("pk"),
        done=Count("pk", filter=Q(state=ItemState.DONE)),
        left_out=Count("pk", filter=Q(state=ItemState.LEFT_OUT)),
    )
    return Progress(**counts)


def letter_of(batch: Batch, item: BatchItem) -> wording.Text | None:
    """Return the letter that one of a plan would get; None if it gets none."""
    if batch.kind == BatchKind.MESSAGE:
        return letters.message_for(
            item.application, wording.Text(batch.subject, batch.body)
        )
    if not batch.tell:
        return None
    return pipeline.preview(
        item.application, Status(batch.to), reason_code=item.reason_code
    )


def remove_old(*, at: dt.datetime) -> int:
    """Delete plans nobody began and batches that have been over for long."""
    old = Q(begun_at__isnull=True, planned_at__lt=at - PLAN_KEPT) | Q(
        ended_at__lt=at - KEPT
    )
    count, _by_model = Batch.objects.filter(old).delete()
    return count


def _some(applications: Iterable[Application]) -> list[Application]:
    rows = list(applications)
    if not rows:
        raise NobodyChosenError
    if len(rows) > MOST:
        raise TooManyChosenError
    return rows


@transaction.atomic
def _plan(batch: Batch, rows: list[Application], reasons: Mapping[int, str]) -> Batch:
    batch.save()
    BatchItem.objects.bulk_create(
        BatchItem(batch=batch, application=one, reason_code=reasons.get(one.pk, ""))
        for one in rows
    )
    return batch


@transaction.atomic
def _take_next(batch_id: int, *, at: dt.datetime) -> bool:
    """Take one application; end the batch when none is left. False ends the loop."""
    item = (
        BatchItem.objects.select_for_update(of=("self",), skip_locked=True)
        .filter(batch=batch_id, state=ItemState.WAITING, batch__begun_at__isnull=False)
        .select_related("batch__by", "batch__stage", "batch__position", "application")
        .order_by("pk")
        .first()
    )
    if item is None:
        waiting = BatchItem.objects.filter(batch=batch_id, state=ItemState.WAITING)
        Batch.objects.running().filter(pk=batch_id).exclude(items__in=waiting).update(
            ended_at=at
        )
        return False
    item.problem = _done(item.batch, item, at=at)
    item.state = ItemState.LEFT_OUT if item.problem else ItemState.DONE
    item.save(update_fields=["state", "problem"])
    return True


def _done(batch: Batch, item: BatchItem, *, at: dt.datetime) -> str:
    """Do it for one application; return the word of the problem, or nothing."""
    seen = chosen(batch.by, batch.position, [item.application_id]).first()
    if seen is None or not batch.by.is_active:
        return "GONE"
    if batch.kind == BatchKind.MESSAGE:
        return _written(batch, seen, at=at)
    try:
        with transaction.atomic():
            _move(batch, item, seen, at=at)
    except tuple(_WORDS_FOR) as error:
        return _WORDS_FOR[type(error)]
    return ""


def _written(batch: Batch, application: Application, *, at: dt.datetime) -> str:
    text = wording.Text(batch.subject, batch.body)
    leaves = letters.in_office_hours(max(batch.leave_at or at, at))
    letter = letters.write_message(application, text, at=leaves, by=batch.by)
    return "" if letter else "ADDRESS"


def _move(
    batch: Batch, item: BatchItem, application: Application, *, at: dt.datetime
) -> None:
    candidate = application.candidate
    pipeline.move(
        application,
        Status(batch.to),
        by=batch.by,
        at=at,
        reason_code=item.reason_code,
        note=batch.note,
        stage=batch.stage,
        tell=batch.tell and bool(candidate and candidate.email),
        leave_at=batch.leave_at,
    )
