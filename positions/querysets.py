"""Which positions, and whose."""

import datetime as dt
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import (
    Case,
    Count,
    DateTimeField,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
    Window,
)
from django.db.models.functions import Now, RowNumber

from backoffice_ats.accounts.enums import Role
from positions.enums import ApprovalState, PositionStatus
from positions.moves import UNPUBLISHED
from positions.onet import words
from positions.onet.release import TitleKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models.expressions import OrderBy

    from backoffice_ats.accounts.models import User
    from positions.models import (  # noqa: F401 -- the querysets' own types
        Approval,
        OccupationTitle,
        Opening,
        Position,
        Question,
    )


_TOWN = Case(When(locality="", then=F("place")), default=F("locality"))


class BoardState(NamedTuple):
    """What a cached copy of the careers site is compared by."""

    open_jobs: int
    changed_at: dt.datetime | None


class PositionQuerySet(QuerySet["Position"]):
    def visible_to(self, user: "User") -> Self:
        """Keep what this person may see: their work, and what they are to approve."""
        if not user.is_active:
            return self.none()
        if _sees_everything(user):
            return self
        return self.filter(_work_of(user) | Q(pk__in=self._asked_of(user)))

    def read_by(self, user: "User") -> Self:
        """Keep those whose applications this person may read.

        Approving a position shows its definition, not who applied.
        """
        if not user.is_active:
            return self.none()
        if _sees_everything(user):
            return self
        return self.filter(_work_of(user))

    def _asked_of(self, user: "User") -> "QuerySet[Any, Any]":
        """Return the keys of what this person is asked to approve, or answered."""
        running = Q(approvals__round__state=ApprovalState.WAITING) & (
            Q(approvals__approver=user)
            | (Q(approvals__role=user.role) & ~Q(approvals__round__sent_by=user))
        )
        answered = Q(approvals__decided_by=user)
        return type(self)(self.model).filter(running | answered).values("pk")

    def accepting(self, at: dt.datetime | None = None) -> Self:
        """Keep what strangers see in lists and feeds at this moment.

        Without a moment the database's clock decides.
        """
        return self.reachable(at).filter(confidential=False)

    def reachable(self, at: dt.datetime | None = None) -> Self:
        """Keep what who knows the address may read and begin to apply for.

        That is what is listed, and confidential positions.
        """
        return self.filter(status=PositionStatus.OPEN, closes_at__gt=at or Now())

    def open_to_draft(self, begun_at: dt.datetime) -> Self:
        """Keep what still takes an application begun at that moment.

        Who has begun before the closing moment gets the position's grace. The
        database's clock decides: all web servers agree on it.
        """
        grace = ExpressionWrapper(
            F("grace_minutes") * Value(dt.timedelta(minutes=1)),
            output_field=DurationField(),
        )
        ends = ExpressionWrapper(F("closes_at") + grace, output_field=DateTimeField())
        return self.annotate(grace_ends=ends).filter(
            Q(closes_at__gt=Now()) | Q(closes_at__gt=begun_at, grace_ends__gt=Now()),
            status=PositionStatus.OPEN,
        )

    def was_public(self) -> Self:
        """Keep what strangers may see or could see once: what was ever listed."""
        return self.filter(published_at__isnull=False, confidential=False).exclude(
            status__in=UNPUBLISHED
        )

    def with_town(self) -> Self:
        """Add `town`: what a list of places calls the place of a position."""
        return self.annotate(town=_TOWN)

    def departments_and_towns(self) -> list[tuple[str, str]]:
        """List what these positions can be filtered by, each pair once."""
        pairs = self.order_by().annotate(town=_TOWN).values_list("department", "town")
        return list(pairs.distinct())

    def board_state(self, at: dt.datetime) -> "BoardState":
        """Say how many are open and when the public board last changed; one query.

        A board changes when somebody saves or freezes, and when a closing passes.
        """
        open_now = Q(pk__in=type(self)(self.model).accepting(at).values("pk"))
        found = self.was_public().aggregate(
            open_jobs=Count("pk", filter=open_now, distinct=True),
            saved=Max("updated_at"),
            frozen=Max("versions__frozen_at"),
            closed=Max("closes_at", filter=Q(closes_at__lte=at)),
        )
        open_jobs = found.pop("open_jobs")
        moments = [moment for moment in found.values() if moment]
        return BoardState(open_jobs, max(moments, default=None))

    def matching(self, words: str) -> Self:
        """Keep what has every one of these words in its advert's head."""
        found = self
        for word in words.split():
            found = found.filter(
                Q(title__icontains=word)
                | Q(department__icontains=word)
                | Q(summary__icontains=word)
                | Q(place__icontains=word)
                | Q(code__icontains=word)
            )
        return found

    def with_counts(self) -> Self:
        """Add `application_count` (drafts are never counted) and `team_count`."""
        return self.annotate(
            application_count=Count(
                "applications",
                filter=Q(applications__submitted_at__isnull=False),
                distinct=True,
            ),
            team_count=Count("team", distinct=True),
        )

    def with_application_count(self) -> Self:
        """Add `application_count` alone; a sum per row, and no join multiplied."""
        counted = (
            self.model.objects.filter(pk=OuterRef("pk"))
            .order_by()
            .values("pk")
            .annotate(
                n=Count(
                    "applications",
                    filter=Q(applications__submitted_at__isnull=False),
                )
            )
            .values("n")
        )
        return self.annotate(application_count=Subquery(counted))


def _sees_everything(user: "User") -> bool:
    return user.is_superuser or user.role in {Role.ADMINISTRATOR, Role.AUDITOR}


def _work_of(user: "User") -> Q:
    """Say which positions are this person's work, by role, team and ownership."""
    serves = Q(Exists(user.teams.filter(position=OuterRef("pk"))))
    if user.role == Role.HR_MANAGER:
        return Q(confidential=False) | Q(owner=user) | serves
    return serves & ~Q(status__in=UNPUBLISHED)


class ApprovalQuerySet(QuerySet["Approval"]):
    def next_ones(self) -> Self:
        """Keep the one step of each running request whose turn it is."""
        before = self.model.objects.filter(
            round=OuterRef("round"),
            order__lt=OuterRef("order"),
            state=ApprovalState.WAITING,
        )
        return self.filter(
            ~Exists(before),
            state=ApprovalState.WAITING,
            round__state=ApprovalState.WAITING,
        )

    def for_person(self, user: "User") -> Self:
        """Keep what this person may decide: nobody decides what they have sent."""
        if not user.is_active:
            return self.none()
        return self.filter(Q(approver=user) | Q(role=user.role)).exclude(
            round__sent_by=user
        )


class OpeningQuerySet(QuerySet["Opening"]):
    def in_force(self) -> Self:
        return self.filter(cancelled_at__isnull=True)

    def free(self) -> Self:
        """Keep those nobody sits on; the seat is a row of the floor above."""
        return self.in_force().filter(seat__isnull=True)


class OccupationTitleQuerySet(QuerySet["OccupationTitle"]):
    def best_for(self, text: str) -> "OccupationTitleQuerySet":
        """Keep each occupation's best title for these words, the best of all first.

        Better is: the same title, a title that begins so, one with all the words, one
        with all of them spelt nearly so; within each the occupation's own name comes
        first, then the title that is nearest.
        """
        wanted = words.asked(text)
        if not wanted:
            return self.none()
        same, begins, has_all = Q(), Q(), Q()
        for one in wanted:
            same |= Q(folded=one)
            begins |= Q(folded__startswith=one)
            has_all |= _with_all(one)
        own = Q(kind=TitleKind.OWN)
        steps = [same & own, same, begins & own, begins, has_all & own, has_all]
        return self._rank(self.filter(_wanted(_each_nearly, text)), text, steps)

    def nearest_to(self, text: str) -> "OccupationTitleQuerySet":
        """Keep each occupation's title nearest to these words, if it has one of them.

        For when `best_for` finds nothing: two words spelt wrong, or one that no title
        has.
        """
        return self._rank(self.filter(_wanted(_any_nearly, text)), text, [])

    @staticmethod
    def _rank(
        found: "OccupationTitleQuerySet", text: str, steps: list[Q]
    ) -> "OccupationTitleQuerySet":
        """Keep the best title of each occupation, in order of steps and nearness."""
        full = (words.asked(text) or [""])[-1]
        order: list[str | OrderBy] = [
            "step",
            F("nearness").desc(),
            F("own_nearness").desc(),
        ]
        return (
            found.annotate(
                step=Case(
                    *(
                        When(step, then=Value(place))
                        for place, step in enumerate(steps)
                    ),
                    default=Value(len(steps)),
                ),
                nearness=TrigramSimilarity("folded", full),
                own_nearness=TrigramSimilarity("occupation__title", full),
                place=Window(
                    RowNumber(), partition_by="occupation_id", order_by=[*order, "pk"]
                ),
            )
            .filter(place=1)
            .order_by(*order, "occupation_id")
        )


def _wanted(condition: "Callable[[str], Q]", text: str) -> Q:
    """Ask for the words as typed, or with abbreviations in full; none find nothing."""
    found = Q(pk__in=[])
    for one in words.asked(text):
        found |= condition(one)
    return found


def _with_all(folded: str) -> Q:
    """Ask for every word, each as the beginning of one."""
    found = Q()
    for word in folded.split():
        found &= Q(folded__contains=f" {word}")
    return found


def _each_nearly(folded: str) -> Q:
    found = Q()
    for word in folded.split():
        found &= Q(folded__contains=f" {word}") | Q(folded__trigram_word_similar=word)
    return found


def _any_nearly(folded: str) -> Q:
    found = Q()
    for word in folded.split():
        found |= Q(folded__trigram_word_similar=word)
    return found


class QuestionQuerySet(QuerySet["Question"]):
    def asked(self) -> Self:
        """Keep what is asked at present, in the order of the form."""
        return self.filter(retired=False).order_by("order", "pk")
