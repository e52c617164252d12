"""Why one application stands where it stands: every number, its source, its words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext as _

from candidates.models import Application, EducationEntry, WorkEntry
from candidates.services import history, identity, questions, requirements
from candidates.services.identity import Identity
from candidates.services.requirements import Said
from positions.models import PlanVersion
from positions.plan import Plan
from positions.services import plans
from screening.models import Evaluation, Work
from screening.services import board
from screening.services.board import Show
from screening.services.parts import Part, parts_of
from screening.services.quotes import Quote, quotes_of
from screening.services.standing import standing_of
from screening.services.timeline import Happening, timeline_of
from screening.services.work import STUCK_AFTER

if TYPE_CHECKING:
    from backoffice_ats.accounts.models import User
    from screening.querysets import EvaluationQuerySet


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Where the application stands in the list it was opened from."""

    place: int
    total: int
    previous: int | None
    next: int | None


@dataclass(frozen=True)
class Explanation:
    """Everything the application page says about a judgement."""

    application: Application
    identity: Identity
    version: PlanVersion | None
    newest: PlanVersion | None
    evaluation: Evaluation | None
    likely: tuple[int, int] | None  # the range of a complete score, in hundredths
    parts: Sequence[Part]
    band: str
    changes: Sequence[str]
    quotes: Sequence[Quote]
    silent: Sequence[str]  # duties that nothing speaks for
    neighbours: Neighbours | None
    timeline: Sequence[Happening]
    needs: Sequence[Said]
    own: Sequence[questions.Said]  # answers to the position's own questions
    work: Sequence[WorkEntry]
    studies: Sequence[EducationEntry]
    error: str

    @property
    def essentials(self) -> list[Part]:
        return [part for part in self.parts if part.criterion.essential]

    @property
    def others(self) -> list[Part]:
        """Return scored criteria with arithmetic of their own that are no essentials."""
        return [
            part
            for part in self.parts
            if not part.criterion.essential and (part.sums or part.words)
        ]

    @property
    def is_older(self) -> bool:
        return bool(
            self.version and self.newest and self.version.number < self.newest.number
        )


def explanation_of(
    application: Application, user: "User", *, show: Show = Show.EVERYONE
) -> Explanation:
    """Assemble the explanation of one application for one reader."""
    row = (
        Evaluation.objects.filter(application=application)
        .select_related("plan_version")
        .order_by("-plan_version__number")
        .first()
    )
    version = row.plan_version if row else None
    plan = Plan.from_json(version.content) if version else None
    work = list(application.work.prefetch_related("duties").order_by("source", "order"))
    studies = list(application.studies.order_by("source", "order"))
    who = identity.shown_to(application, user)
    if who.hidden:
        history.hide_rows(application, work, studies)
    quotes, silent = (
        quotes_of(application, plan, work, hidden=who.hidden) if plan else ([], [])
    )
    everyone = Evaluation.objects.for_position(application.position)
    band, changes = standing_of(everyone, plan, row) if plan and row else ("", [])
    return Explanation(
        application=application,
        identity=who,
        version=version,
        newest=plans.current(application.position),
        evaluation=row,
        likely=board.likely(row, board.error_of(plan))
        if plan and row and row.complete
        else None,
        parts=parts_of(application, plan, row, work, studies) if plan and row else [],
        band=band,
        changes=changes,
        quotes=quotes,
        silent=silent,
        neighbours=_neighbours(board.filtered(everyone, show), row) if row else None,
        timeline=timeline_of(application),
        needs=requirements.said_by(application),
        own=questions.said_to(application, user),
        work=work,
        studies=studies,
        error=_error(application),
    )


def _error(application: Application) -> str:
    row = (
        Work.objects.unfinished()
        .filter(application=application, attempts__gte=STUCK_AFTER)
        .first()
    )
    return row.last_error or _("it ended without a word") if row else ""


def _neighbours(rows: "EvaluationQuerySet", row: Evaluation) -> Neighbours | None:
    """Find the place in the list; four queries, however long it is."""
    before = Q(essential_not_met__lt=row.essential_not_met) | Q(
        essential_not_met=row.essential_not_met
    ) & (
        Q(score__gt=row.score)
        | Q(score=row.score, tie_key__lt=row.tie_key)
        | Q(score=row.score, tie_key=row.tie_key, pk__lt=row.pk)
    )
    total = rows.count()
    if not rows.filter(pk=row.pk).exists():
        return None
    ahead = rows.filter(before)
    behind = rows.exclude(before).exclude(pk=row.pk)
    return Neighbours(
        place=ahead.count() + 1,
        total=total,
        previous=ahead.in_order()
        .reverse()
        .values_list("application_id", flat=True)
        .first(),
        next=behind.in_order().values_list("application_id", flat=True).first(),
    )
