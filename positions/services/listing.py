"""The list of positions as those who run hiring read it: counts, days, and who waits."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from positions.models import Approval, Position
from positions.moves import RUNNING, Status

SOON = dt.timedelta(days=7)

# The stages of applications, as the floor above stores them: positions count them by
# their words and know no more of them. Drafts of applicants are never counted.
RECEIVED, REVIEW, HIRED = "SUBMITTED", "UNDER_REVIEW", "HIRED"
NEVER_COUNTED = "DRAFT"
STAGES = {
    RECEIVED: gettext_lazy("Received"),
    REVIEW: gettext_lazy("In review"),
    "SHORTLISTED": gettext_lazy("Shortlist"),
    "INTERVIEW": gettext_lazy("Interview"),
    "OFFER": gettext_lazy("Offer"),
    HIRED: gettext_lazy("Hired"),
}


@dataclass(frozen=True, slots=True)
class StageCount:
    """How many applications stand at one stage."""

    label: str
    n: int


@dataclass(frozen=True, slots=True)
class Row:
    """One position in the list. `days` counts from publishing to closing or now."""

    position: Position
    counts: Mapping[str, int]
    waits: str
    days: int | None
    closes_soon: bool
    is_past: bool

    @property
    def applications(self) -> int:
        """Everybody who ever applied, with those who left or were not chosen."""
        return sum(self.counts.values())

    @property
    def stages(self) -> list[StageCount]:
        """Every stage before hiring, in its order."""
        return [
            StageCount(str(label), self.counts.get(key, 0))
            for key, label in STAGES.items()
            if key != HIRED
        ]

    @property
    def hired(self) -> int:
        return self.counts.get(HIRED, 0)


def rows_of(positions: Iterable[Position], *, at: dt.datetime) -> list[Row]:
    """Count and describe these positions; two queries, however many there are."""
    shown = list(positions)
    counts = _counts(shown)
    turns = _turns(shown)
    return [
        Row(
            position=position,
            counts=counts[position.pk],
            waits=_waits(position, counts[position.pk], turns.get(position.pk)),
            days=_days(position, at),
            closes_soon=_closes_soon(position, at),
            is_past=_is_past(position, at),
        )
        for position in shown
    ]


def _counts(positions: Sequence[Position]) -> dict[int, dict[str, int]]:
    """Count the applications of these positions by stage: one grouped query."""
    found: dict[int, dict[str, int]] = defaultdict(dict)
    counted = (
        Position.objects.filter(
            pk__in=[position.pk for position in positions],
            applications__isnull=False,
        )
        .exclude(applications__status=NEVER_COUNTED)
        .order_by()
        .values_list("pk", "applications__status")
        .annotate(n=Count("applications"))
    )
    for key, stage, n in counted:
        found[key][stage] = n
    return found


def _turns(positions: Sequence[Position]) -> dict[int, Approval]:
    """Return, for each position in approval, the step that is decided next."""
    keys = [position.pk for position in positions]
    turns = (
        Approval.objects.next_ones()
        .filter(position__in=keys)
        .select_related("approver")
    )
    return {approval.position_id: approval for approval in turns}


def _waits(position: Position, counts: Mapping[str, int], turn: Approval | None) -> str:
    """Say whom or what the position waits for; nothing when for nobody."""
    if turn:
        return _("Waiting for approval by %(name)s") % {"name": turn.who}
    if position.status == Status.APPROVED:
        return _("Approved, not published yet")
    if position.status in RUNNING and counts.get(HIRED, 0) >= position.openings:
        return _("Every opening is filled; it can be closed")
    to_review = counts.get(RECEIVED, 0) + counts.get(REVIEW, 0)
    if to_review:
        return _("Panel: %(n)d to review") % {"n": to_review}
    return ""


def _days(position: Position, at: dt.datetime) -> int | None:
    if position.published_at is None:
        return None
    ends = position.closed_at or at
    if position.status in RUNNING and position.closes_at:
        ends = min(ends, position.closes_at)
    return max((ends - position.published_at).days, 0)


def _closes_soon(position: Position, at: dt.datetime) -> bool:
    closes_at = position.closes_at
    return (
        position.status == Status.OPEN
        and closes_at is not None
        and at < closes_at <= at + SOON
    )


def _is_past(position: Position, at: dt.datetime) -> bool:
    closes_at = position.closes_at
    return position.status in RUNNING and closes_at is not None and closes_at <= at
