"""What applicants ask of us, by when it is answered, and the answer."""

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from backoffice_ats.accounts.models import User
from candidates.enums import LetterKind, RequestKind
from candidates.models import ApplicantRequest, Application
from candidates.services import letters

if TYPE_CHECKING:
    from django.db.models import QuerySet

# Days until the answer. Data protection law gives a month; an adjustment that comes
# after the interview is none.
DAYS = {
    RequestKind.ADJUSTMENT: 5,
    RequestKind.QUESTION: 7,
    RequestKind.HUMAN_REVIEW: 14,
    RequestKind.ERASURE: 30,
}
MOST_OPEN = 10  # of one application: more is not a request, it is a flood


class TooManyRequestsError(Exception):
    """So many requests of this application are still open."""


class AlreadyAnsweredError(Exception):
    """Somebody answered this request meanwhile."""


class SamePersonError(Exception):
    """Who decided cannot be who looks again."""


@transaction.atomic
def ask(
    application: Application, kind: RequestKind, *, text: str, at: dt.datetime
) -> ApplicantRequest:
    """Take down what an applicant asks for. Asking for the same twice is one request.

    Raises TooManyRequestsError.
    """
    locked = Application.objects.select_for_update(no_key=True).get(pk=application.pk)
    still = locked.requests.open()
    if kind is not RequestKind.QUESTION:
        same = still.filter(kind=kind).first()
        if same is not None:
            return _added(same, text)
    if still.count() >= MOST_OPEN:
        raise TooManyRequestsError
    due_on = timezone.localtime(at).date() + dt.timedelta(days=DAYS[kind])
    request: ApplicantRequest = ApplicantRequest.objects.create(
        application=application, kind=kind, text=text, asked_at=at, due_on=due_on
    )
    return request


def _added(request: ApplicantRequest, text: str) -> ApplicantRequest:
    """Add what was written now to what was asked before."""
    if text and text not in request.text:
        request.text = f"{request.text}\n\n{text}".strip()[:4_000]
        request.save(update_fields=["text", "updated_at"])
    return request


@transaction.atomic
def answer(
    request: ApplicantRequest, *, text: str, by: User, at: dt.datetime
) -> ApplicantRequest:
    """Answer by a letter. Raises AlreadyAnsweredError and SamePersonError."""
    request = (
        ApplicantRequest.objects.select_for_update(of=("self",))
        .select_related("application__position", "application__candidate")
        .get(pk=request.pk)
    )
    if request.answered_at is not None:
        raise AlreadyAnsweredError
    if may_not_review(request, by):
        raise SamePersonError
    request.answer = text
    request.answered_by = by
    request.answered_at = at
    request.save(update_fields=["answer", "answered_by", "answered_at", "updated_at"])
    letters.write(request.application, LetterKind.ANSWER, at=at, by=by, message=text)
    return request


def may_not_review(request: ApplicantRequest, user: User) -> bool:
    """Say whether this person took the decision that is to be looked at again."""
    return (
        request.kind == RequestKind.HUMAN_REVIEW
        and request.application.decided_by_id == user.pk
    )


def waiting_for(user: User) -> "QuerySet[ApplicantRequest]":
    """Return what this person may answer and nobody has, the most urgent first."""
    found: QuerySet[ApplicantRequest] = (
        ApplicantRequest.objects.visible_to(user)
        .open()
        .select_related("application__position", "application__candidate")
        .order_by("due_on", "pk")
    )
    return found


def answered_for(user: User) -> "QuerySet[ApplicantRequest]":
    found: QuerySet[ApplicantRequest] = (
        ApplicantRequest.objects.visible_to(user)
        .filter(answered_at__isnull=False)
        .select_related(
            "application__position", "application__candidate", "answered_by"
        )
        .order_by("-answered_at", "-pk")
    )
    return found
