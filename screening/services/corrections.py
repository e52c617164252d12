"""What people say beside the computed value: a correction, a name revealed."""

import datetime as dt
from typing import TYPE_CHECKING

import pghistory
from django.db import transaction

from backoffice_ats.audit.models import Act, AuditEvent
from candidates.models import Application
from positions.plan import Plan, PlanCriterion
from screening.enums import Verdict
from screening.models import Evaluation, Override
from screening.services import work

if TYPE_CHECKING:
    from backoffice_ats.accounts.models import User


class NoSuchCriterionError(Exception):
    """The plan that the application is judged by does not have this criterion."""


def criterion_of(application: Application, criterion: int) -> PlanCriterion:
    """Find a criterion in the plan of the application's newest evaluation.

    Raises NoSuchCriterionError.
    """
    row = (
        Evaluation.objects.filter(application=application)
        .select_related("plan_version")
        .order_by("-plan_version__number")
        .first()
    )
    if row:
        for one in Plan.from_json(row.plan_version.content).criteria:
            if one.id == criterion:
                return one
    raise NoSuchCriterionError(criterion)


@transaction.atomic
def correct(
    application: Application,
    criterion: int,
    *,
    verdict: Verdict,
    reason: str,
    by: "User",
    at: dt.datetime,
    score: int | None = None,
) -> Override:
    """Let a person's verdict on one criterion stand; the computed one is kept beside it.

    `score`: the points (0 to 100) where the person rated the thing itself.
    The score follows at the next evaluation, which this asks for. Raises
    NoSuchCriterionError.
    """
    criterion_of(application, criterion)
    with pghistory.context(user=by.pk):
        override, _made = Override.objects.update_or_create(
            application=application,
            criterion=criterion,
            defaults={
                "verdict": verdict,
                "score": score,
                "reason": reason,
                "by": by,
                "at": at,
            },
        )
    work.want(application, at=at)
    return override


@transaction.atomic
def take_back(
    application: Application, criterion: int, *, by: "User", at: dt.datetime
) -> None:
    """Let the computed value stand again. What was corrected stays in the trail."""
    with pghistory.context(user=by.pk):
        for override in Override.objects.filter(
            application=application, criterion=criterion
        ):
            override.delete()
    work.want(application, at=at)


def reveal(
    application: Application, *, reason: str, by: "User", at: dt.datetime
) -> None:
    """Put on record that somebody looked behind a code, and why."""
    AuditEvent.objects.create(
        act=Act.REVEALED,
        actor=by,
        subject=Application._meta.label,
        subject_id=application.pk,
        position_id=application.position_id,
        details={"reason": reason},
        at=at,
    )
