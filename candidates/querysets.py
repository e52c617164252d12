"""Which applications and documents, and whose."""

import datetime as dt
from typing import TYPE_CHECKING, Self

from django.db.models import Q, QuerySet

from backoffice_ats.accounts.enums import Role
from candidates.enums import DocumentState, RenditionState, Visibility
from candidates.stages import OPEN, Status
from positions.models import Position

if TYPE_CHECKING:
    from backoffice_ats.accounts.models import User
    from candidates.models import (  # noqa: F401
        ApplicantRequest,
        Application,
        Batch,
        Candidate,
        Document,
        Hold,
        Import,
        Letter,
        LinkRequest,
        Merge,
        Note,
        Pair,
        PoolConsent,
        Rendition,
        SearchEntry,
    )


class ApplicationQuerySet(QuerySet["Application"]):
    def submitted(self) -> Self:
        """Leave drafts out: nobody but the applicant ever counts or sees them."""
        return self.exclude(status=Status.DRAFT)

    def visible_to(self, user: "User") -> Self:
        """Keep submitted applications for positions whose applicants they may read."""
        positions = Position.objects.read_by(user)
        return self.submitted().filter(position__in=positions)

    def for_position(self, position: Position) -> Self:
        return self.filter(position=position)

    def without_outcome(self) -> Self:
        return self.filter(status__in=OPEN)

    def judged(self) -> Self:
        """Keep those that are evaluated and ranked: submitted and not withdrawn."""
        return self.submitted().exclude(status=Status.WITHDRAWN)

    def named_to(self, user: "User") -> Self:
        """Keep those of which this person may know who they are from."""
        if user.role == Role.PANEL_MEMBER:
            return self.visible_to(user).filter(position__blind_review=False)
        return self.visible_to(user)


class CandidateQuerySet(QuerySet["Candidate"]):
    def visible_to(self, user: "User") -> Self:
        """Keep people of whom this person may know by name.

        One application that they may read under the name is enough; the page then
        shows that one and no other.
        """
        positions = Position.objects.read_by(user)
        if user.role == Role.PANEL_MEMBER:
            positions = positions.filter(blind_review=False)
        submitted = ~Q(applications__status=Status.DRAFT)
        return self.filter(submitted, applications__position__in=positions).distinct()

    def whole_to(self, user: "User") -> Self:
        """Keep people of whom this person may read and decide every application."""
        if not user.has_perm("candidates.decide_application"):
            return self.none()
        return self.visible_to(user).exclude(
            applications__position__in=_hidden_from(user)
        )


class PairQuerySet(QuerySet["Pair"]):
    def visible_to(self, user: "User") -> Self:
        """Keep pairs of whom this person may read and decide every application.

        So never any for a panel or an auditor, nor one that would tell of a
        confidential position. Who is merged into somebody is no person any more.
        """
        if not user.has_perm("candidates.decide_application"):
            return self.none()
        hidden = _hidden_from(user)
        return (
            self.filter(first__merged_into=None, second__merged_into=None)
            .exclude(first__applications__position__in=hidden)
            .exclude(second__applications__position__in=hidden)
        )

    def suggested(self) -> Self:
        """Keep those of whom nobody has said that they are two people."""
        return self.filter(apart_at__isnull=True).exclude(signs=[])

    def apart(self) -> Self:
        return self.filter(apart_at__isnull=False)


class MergeQuerySet(QuerySet["Merge"]):
    def visible_to(self, user: "User") -> Self:
        """Keep merges into people of whom this person may read and decide it all."""
        if not user.has_perm("candidates.decide_application"):
            return self.none()
        return self.exclude(kept__applications__position__in=_hidden_from(user))

    def standing(self) -> Self:
        """Keep merges that nobody has undone."""
        return self.filter(undone_at__isnull=True)


def _hidden_from(user: "User") -> QuerySet[Position]:
    return Position.objects.exclude(pk__in=Position.objects.read_by(user).values("pk"))


class NoteQuerySet(QuerySet["Note"]):
    def visible_to(self, user: "User") -> Self:
        """Keep one's own, the team's, and HR's for those who run hiring."""
        positions = Position.objects.read_by(user)
        if user.role == Role.PANEL_MEMBER:
            positions = positions.filter(blind_review=False)
        seen = Q(author=user) | Q(visibility=Visibility.TEAM)
        if user.may_run_hiring:
            seen |= Q(visibility=Visibility.HR)
        return self.filter(seen, application__position__in=positions)


class SearchEntryQuerySet(QuerySet["SearchEntry"]):
    def stale(self) -> Self:
        """Keep those whose words have changed since they were written."""
        return self.filter(stale=True)


class DocumentQuerySet(QuerySet["Document"]):
    def visible_to(self, user: "User") -> Self:
        """Keep documents of applications this person may see."""
        # By the positions, as applications are: models lie above this module.
        positions = Position.objects.read_by(user)
        return self.exclude(application__status=Status.DRAFT).filter(
            application__position__in=positions
        )

    def cvs(self) -> Self:
        """Leave out the files that answer a question of the position."""
        return self.filter(question__isnull=True)

    def due(self, at: dt.datetime) -> Self:
        """Keep files that wait to be read and whose turn it is."""
        return self.filter(state=DocumentState.WAITING, next_try_at__lte=at)


class RenditionQuerySet(QuerySet["Rendition"]):
    def due(self, at: dt.datetime) -> Self:
        """Keep what waits to be drawn and whose turn it is."""
        return self.filter(state=RenditionState.WAITING, next_try_at__lte=at)


class LetterQuerySet(QuerySet["Letter"]):
    def due(self, at: dt.datetime) -> Self:
        """Keep letters that are not sent and whose turn it is."""
        return self.filter(sent_at__isnull=True, next_try_at__lte=at)

    def visible_to(self, user: "User") -> Self:
        """Keep letters of applications that this person may read."""
        positions = Position.objects.read_by(user)
        return self.filter(application__position__in=positions)

    def waiting(self) -> Self:
        return self.filter(sent_at__isnull=True)

    def leaving_later(self, at: dt.datetime) -> Self:
        """Keep letters whose time has not come: they can be taken back."""
        return self.filter(sent_at__isnull=True, attempts=0, next_try_at__gt=at)


class BatchQuerySet(QuerySet["Batch"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(position__in=Position.objects.read_by(user))

    def running(self) -> Self:
        return self.filter(begun_at__isnull=False, ended_at__isnull=True)


class ImportQuerySet(QuerySet["Import"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(position__in=Position.objects.read_by(user))

    def running(self) -> Self:
        return self.filter(begun_at__isnull=False, ended_at__isnull=True)


class PoolConsentQuerySet(QuerySet["PoolConsent"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(application__position__in=Position.objects.read_by(user))

    def standing(self, today: dt.date) -> Self:
        """Keep consents that have not ended."""
        return self.filter(until__gte=today)


class LinkRequestQuerySet(QuerySet["LinkRequest"]):
    def due(self, at: dt.datetime) -> Self:
        """Keep requests that nobody has answered and whose turn it is."""
        return self.filter(next_try_at__lte=at)


class RequestQuerySet(QuerySet["ApplicantRequest"]):
    def visible_to(self, user: "User") -> Self:
        """Keep requests this person may answer: never any for a panel or an auditor."""
        if not user.has_perm("candidates.answer_request"):
            return self.none()
        positions = Position.objects.read_by(user)
        return self.filter(application__position__in=positions)

    def open(self) -> Self:
        return self.filter(answered_at__isnull=True)


class HoldQuerySet(QuerySet["Hold"]):
    def standing(self) -> Self:
        """Keep holds that nobody has ended."""
        return self.filter(ended_at__isnull=True)
