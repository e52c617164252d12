"""Erasing: everything of an application goes at once, and a tombstone stays.

This is the one place that deletes applications. What goes: the rows that hang on the
application (the database cascades), the person, who was merged into them, requests for links with their address,
their files, and what other floors keep (`application_erased`). What stays holds no
personal data: the tombstone, and the trail, which has keys and codes only.
"""

import datetime as dt

from django.db import transaction
from django.db.models import Q

from backoffice_ats.accounts.models import User
from backoffice_ats.audit.models import Act, AuditEvent
from candidates.enums import ErasureReason
from candidates.models import (
    Application,
    Candidate,
    Hold,
    LinkRequest,
    Seat,
    Tombstone,
)
from candidates.services import persons, renditions, searches, storing, tags
from candidates.signals import application_erased
from candidates.stages import Status

COUNTED = (
    "documents",
    "work",
    "studies",
    "accomplishments",
    "question_answers",
    "letters",
    "requests",
)


class HeldError(Exception):
    """A legal hold stands."""


class HiredError(Exception):
    """The person is hired: what they sent belongs to the personnel file now."""


@transaction.atomic
def erase_person(
    candidate: Candidate,
    *,
    by: User | None,
    at: dt.datetime,
    why: ErasureReason = ErasureReason.REQUEST,
) -> list[Tombstone]:
    """Erase a person with all their applications.

    Raises HeldError and HiredError; then nothing is erased.
    """
    candidate, *merged = _locked(candidate)
    applications = list(
        Application.objects.select_for_update(of=("self",))
        .filter(candidate=candidate)
        .select_related("position")
        .order_by("pk")
    )
    if is_held(candidate, applications):
        raise HeldError
    if Seat.objects.filter(application__in=applications).exists():
        raise HiredError
    stones = [_erase(one, by=by, at=at, why=why) for one in applications]
    written = [persons.as_written(candidate), *persons.former_of(candidate)]
    for address in {one.email for one in written if one.email}:
        LinkRequest.objects.filter(email__iexact=address).delete()
    searches.forget(written)
    Hold.objects.filter(candidate=candidate).delete()  # ended ones: checked above
    for one in (candidate, *merged):
        for tag in one.tags.all():
            tags.remove(one, tag)
    candidate.delete()  # and who was merged into them, with the merges and pairs
    return stones


def _locked(candidate: Candidate) -> list[Candidate]:
    """Lock somebody and who was merged into them, in the order of their keys."""
    people = list(
        Candidate.objects.select_for_update()
        .filter(Q(pk=candidate.pk) | Q(merged_into=candidate.pk))
        .order_by("pk")
    )
    if candidate not in people:
        raise Candidate.DoesNotExist
    return sorted(people, key=lambda one: one != candidate)


@transaction.atomic
def erase_draft(draft: Application, *, at: dt.datetime) -> Tombstone | None:
    """Erase what was begun and never sent; None if it was sent meanwhile."""
    found = (
        Application.objects.select_for_update(of=("self",))
        .filter(pk=draft.pk, status=Status.DRAFT)
        .first()
    )
    if found is None:
        return None
    return _erase(found, by=None, at=at, why=ErasureReason.DRAFT)


def is_held(candidate: Candidate, applications: list[Application]) -> bool:
    """Say whether a hold on the person or on one of their positions stands."""
    positions = {one.position_id for one in applications}
    held: bool = (
        Hold.objects.standing()
        .filter(Q(candidate=candidate) | Q(position__in=positions))
        .exists()
    )
    return held


def _erase(
    application: Application,
    *,
    by: User | None,
    at: dt.datetime,
    why: ErasureReason,
) -> Tombstone:
    stone: Tombstone = Tombstone.objects.create(
        position_id=application.position_id,
        application_key=application.pk,
        why=why,
        erased_at=at,
        submitted_month=_month_of(application.submitted_at),
        source_token=application.source_token,
        status=application.status,
        reason_code=application.reason_code,
        counts={name: getattr(application, name).count() for name in COUNTED},
    )
    storing.remove_once_committed(renditions.paths_of(application.documents.all()))
    key = application.pk
    application.delete()
    application.pk = key
    application_erased.send(sender=Application, application=application)
    AuditEvent.objects.create(
        act=Act.ERASED,
        actor=by,
        subject=Application._meta.label,
        subject_id=key,
        position_id=application.position_id,
        details={"why": why.value},
        at=at,
    )
    return stone


def _month_of(at: dt.datetime | None) -> dt.date | None:
    return at.date().replace(day=1) if at else None
