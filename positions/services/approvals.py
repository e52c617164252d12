"""Asking for approval and giving it: one approver at a time, in the chain's order."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pghistory
from django.db import transaction
from django.db.models import Max, OuterRef, Subquery
from django.utils.translation import gettext as _

from backoffice_ats.accounts.models import User
from positions.enums import ApprovalState
from positions.models import (
    Approval,
    ApprovalRound,
    ApprovalStep,
    Position,
    PositionComment,
)
from positions.moves import Status
from positions.services import openings, plans, status, terms

if TYPE_CHECKING:
    from collections.abc import Iterable


class NotApprovedError(Exception):
    """This is not in force before it is approved; `changes` say what it is about."""

    def __init__(self, changes: list[str]) -> None:
        super().__init__("; ".join(changes))
        self.changes = changes


class NobodyMayApproveError(Exception):
    """A step has nobody who could decide it; `reasons` say which and why."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


class NotYourTurnError(Exception):
    """It is not, or no longer, this person who decides now."""


class CommentMissingError(Exception):
    """Sending something back takes a comment."""


class NothingToApproveError(Exception):
    """Nothing has changed since the last approval, or a request runs already."""


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step of the chain: a person, or anybody of a role."""

    label: str
    approver: User | None = None
    role: str = ""


# ---- the organisation's chain ----


def chain() -> list[ApprovalStep]:
    """Return the steps in their order; empty when nobody needs to be asked."""
    return list(ApprovalStep.objects.select_related("approver").order_by("order"))


def is_asked() -> bool:
    return ApprovalStep.objects.exists()


@transaction.atomic
def set_chain(rows: "Iterable[StepRow]", *, by: User) -> None:
    """Make these the steps. Requests that run keep the steps they were sent with."""
    with pghistory.context(user=by.pk):
        for step in ApprovalStep.objects.select_for_update().order_by("pk"):
            step.delete()
        for order, row in enumerate(rows, start=1):
            ApprovalStep.objects.create(
                order=order, label=row.label, approver=row.approver, role=row.role
            )


# ---- what needs approval ----


def changes_to_approve(position: Position) -> list[str]:
    """Say what is not in force until somebody approves it; empty when nothing is.

    Nothing is where the organisation asks for no approval.
    """
    if not is_asked():
        return []
    before = terms.approved(position)
    if before is None:
        return [_("nobody has approved this position yet")]
    return terms.differences(before, terms.terms_of(position))


def refuse_unless_approved(position: Position) -> None:
    """Raise NotApprovedError with what is not approved yet."""
    if changes := changes_to_approve(position):
        raise NotApprovedError(changes)


@transaction.atomic
def take_back(position: Position, *, by: User) -> None:
    """Let an approved position become a draft again when its terms have changed."""
    if position.status == Status.APPROVED and changes_to_approve(position):
        plans.lock(position)
        status.move(position, Status.DRAFT, by=by)


def note_unasked(position: Position, *, by: User, at: dt.datetime) -> None:
    """Keep the terms of a position that is published without approval.

    They are what later changes are compared with, if approval is asked for by then.
    """
    _open_round(position, by=by, at=at, state=ApprovalState.NOT_ASKED, ended_at=at)


# ---- a request ----


def begin(position: Position, *, by: User, at: dt.datetime) -> ApprovalRound:
    """Ask the chain; the caller holds the row and moves the status.

    Raises NobodyMayApproveError when a step could never be decided, and
    NothingToApproveError when a request runs already.
    """
    steps = chain()
    if not steps or running(position):
        raise NothingToApproveError
    if reasons := [reason for step in steps if (reason := _deadlock(step, by))]:
        raise NobodyMayApproveError(reasons)
    begun = _open_round(position, by=by, at=at, state=ApprovalState.WAITING)
    with pghistory.context(user=by.pk):
        for step in steps:
            Approval.objects.create(
                round=begun,
                position=position,
                order=step.order,
                label=step.label,
                approver=step.approver,
                role=step.role,
            )
    return begun


def _open_round(
    position: Position,
    *,
    by: User,
    at: dt.datetime,
    state: ApprovalState,
    ended_at: dt.datetime | None = None,
) -> ApprovalRound:
    last = position.rounds.aggregate(last=Max("number"))["last"] or 0
    with pghistory.context(user=by.pk):
        return ApprovalRound.objects.create(
            position=position,
            number=last + 1,
            terms=terms.terms_of(position),
            state=state,
            sent_by=by,
            sent_at=at,
            ended_at=ended_at,
        )


def _deadlock(step: ApprovalStep, by: User) -> str:
    """Say why nobody could decide this step of a request by this person; or nothing."""
    if step.approver == by:
        return _(
            "You are the one who approves “%(step)s”, and nobody approves their own"
            " request. Ask a colleague to send it."
        ) % {"step": step.label}
    if step.approver and not step.approver.is_active:
        return _(
            "%(name)s approves “%(step)s” and cannot log in any more. Ask an"
            " administrator to choose somebody else."
        ) % {"name": step.approver, "step": step.label}
    others = User.objects.filter(role=step.role, is_active=True).exclude(pk=by.pk)
    if not step.approver and not others.exists():
        return _(
            "Besides you, nobody who approves “%(step)s” (%(role)s) can log in. Ask an"
            " administrator to choose somebody else."
        ) % {"step": step.label, "role": step.who}
    return ""


def running(position: Position) -> ApprovalRound | None:
    """Return the request that waits for somebody, if there is one."""
    found: ApprovalRound | None = position.rounds.filter(
        state=ApprovalState.WAITING
    ).first()
    return found


def turn_of(position: Position) -> Approval | None:
    """Return the step that is decided next."""
    found: Approval | None = (
        Approval.objects.next_ones()
        .filter(position=position)
        .select_related("approver", "round__sent_by")
        .first()
    )
    return found


def waiting_for(user: User) -> "list[Approval]":
    """Return the steps this person can decide now, the oldest request first."""
    return list(
        Approval.objects.next_ones()
        .for_person(user)
        .select_related("position", "round__sent_by")
        .order_by("round__sent_at", "pk")
    )


def may_decide(approval: Approval | None, user: User) -> bool:
    """Say whether this step is this person's to decide."""
    return bool(
        approval
        and user.is_active
        and approval.round.sent_by_id != user.pk
        and (approval.approver_id == user.pk or approval.role == user.role)
    )


@transaction.atomic
def approve(
    position: Position, *, by: User, at: dt.datetime, comment: str = ""
) -> ApprovalRound:
    """Agree to the step whose turn it is; the last one grants the request.

    Raises NotYourTurnError, also when somebody else was a moment faster.
    """
    approval = _decided(position, by=by)
    _answer(approval, ApprovalState.APPROVED, by=by, at=at, comment=comment)
    if turn_of(position) is None:
        _grant(position, approval.round, by=by, at=at)
    return approval.round


def _grant(
    position: Position, granted: ApprovalRound, *, by: User, at: dt.datetime
) -> None:
    _end(granted, ApprovalState.APPROVED, by=by, at=at)
    if position.status == Status.IN_APPROVAL:
        status.move(position, Status.APPROVED, by=by)
    elif position.openings_wanted == granted.terms["openings"]:
        position.openings = granted.terms["openings"]
        position.openings_wanted = None
        openings.follow(position)
        with pghistory.context(user=by.pk):
            position.save(update_fields=["openings", "openings_wanted", "updated_at"])


@transaction.atomic
def send_back(
    position: Position, *, by: User, at: dt.datetime, comment: str
) -> ApprovalRound:
    """Ask for something else first; a position in approval is a draft again.

    Raises NotYourTurnError and CommentMissingError.
    """
    if not comment.strip():
        raise CommentMissingError
    approval = _decided(position, by=by)
    _answer(approval, ApprovalState.SENT_BACK, by=by, at=at, comment=comment)
    _end(approval.round, ApprovalState.SENT_BACK, by=by, at=at)
    if position.status == Status.IN_APPROVAL:
        status.move(position, Status.DRAFT, by=by)
    return approval.round


@transaction.atomic
def withdraw(position: Position, *, by: User, at: dt.datetime) -> None:
    """Take a request back; nothing happens when none runs."""
    plans.lock(position)
    abandon(position, by=by, at=at)
    if position.status == Status.IN_APPROVAL:
        status.move(position, Status.DRAFT, by=by)


def abandon(position: Position, *, by: User, at: dt.datetime) -> None:
    """End a request that has lost its object; the caller holds the row."""
    begun = running(position)
    if begun is None:
        return
    with pghistory.context(user=by.pk):
        for approval in begun.approvals.filter(state=ApprovalState.WAITING):
            approval.state = ApprovalState.WITHDRAWN
            approval.save(update_fields=["state"])
    _end(begun, ApprovalState.WITHDRAWN, by=by, at=at)


def _decided(position: Position, *, by: User) -> Approval:
    """Hold the position, and return the step if this person decides it now."""
    plans.lock(position)
    approval = turn_of(position)
    if approval is None or not may_decide(approval, by):
        raise NotYourTurnError
    return approval


def _answer(
    approval: Approval,
    state: ApprovalState,
    *,
    by: User,
    at: dt.datetime,
    comment: str,
) -> None:
    approval.state = state
    approval.comment = comment.strip()
    approval.decided_by, approval.decided_at = by, at
    with pghistory.context(user=by.pk):
        approval.save(update_fields=["state", "comment", "decided_by", "decided_at"])


def _end(
    ended: ApprovalRound, state: ApprovalState, *, by: User, at: dt.datetime
) -> None:
    ended.state, ended.ended_at = state, at
    with pghistory.context(user=by.pk):
        ended.save(update_fields=["state", "ended_at"])


# ---- what was said ----


def last_sent_back(position: Position) -> Approval | None:
    """Return the answer that sent the newest request back, if that is how it ended."""
    newest = position.rounds.order_by("-number").first()
    if newest is None or newest.state != ApprovalState.SENT_BACK:
        return None
    found: Approval | None = (
        newest.approvals.filter(state=ApprovalState.SENT_BACK)
        .select_related("decided_by")
        .first()
    )
    return found


def sent_back_among(positions: "Iterable[Position]") -> dict[int, Approval]:
    """Return, for each of these drafts, what `last_sent_back` would; one query."""
    newest = (
        ApprovalRound.objects.filter(position=OuterRef("position"))
        .order_by("-number")
        .values("pk")[:1]
    )
    found = Approval.objects.filter(
        position__in=[position.pk for position in positions if position.is_draft],
        state=ApprovalState.SENT_BACK,
        round=Subquery(newest),
    ).select_related("decided_by")
    return {approval.position_id: approval for approval in found}


def remark(
    position: Position, text: str, *, by: User, at: dt.datetime
) -> PositionComment:
    """Write a comment for colleagues."""
    return PositionComment.objects.create(position=position, text=text, by=by, at=at)
