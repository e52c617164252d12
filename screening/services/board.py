"""What people read of a position: its ranking, in the one order, with its bands.

The number of queries does not depend on the number of applicants.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.core.paginator import Page, Paginator
from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    Max,
    Min,
    OuterRef,
    Prefetch,
    Q,
    Value,
    When,
)
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candidates.enums import DocumentState
from candidates.models import Application, Document
from candidates.services import identity
from candidates.services.identity import Identity
from candidates.stages import Status
from positions.models import PlanVersion, Position
from positions.plan import Plan, PlanCriterion
from positions.services import plans
from screening.engine import bands
from screening.engine.values import TOP, Verdict
from screening.models import Board, Evaluation, Work
from screening.services import judgement, work
from screening.services.work import Progress

if TYPE_CHECKING:
    from backoffice_ats.accounts.models import User
    from screening.querysets import EvaluationQuerySet

PER_PAGE = 50
LETTERED = ("a", "b")  # bands with a bracket of their own


class Show(StrEnum):
    """Which part of a ranking to show; the value stands in the address."""

    EVERYONE = ""
    UNKNOWN = "unknown"
    NOT_MET = "not-met"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Cell:
    """One essential of one applicant: a verdict and the criterion's title."""

    state: str
    criterion: str


@dataclass(frozen=True, slots=True)
class Number:
    """The score on one weighted criterion in hundredths; None while it is unknown."""

    label: str
    score: int | None
    is_open: bool
    range_words: str  # what is still possible, of one that is open


@dataclass(frozen=True, slots=True)
class Row:
    """One applicant as the ranking shows them. Scores in hundredths."""

    application: int
    identity: Identity
    essentials: tuple[Cell, ...]
    numbers: tuple[Number, ...]
    score: int
    low: int  # complete: the likely range; else the lowest and highest still possible
    high: int
    complete: bool
    unread: str
    standing: str  # the words of the status


@dataclass(slots=True)
class Band:
    """Applicants who cannot be told apart by score, and what that means."""

    key: str
    name: str
    sentence: str
    zone: tuple[int, int] | None
    rows: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter with its count."""

    show: Show
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Stuck:
    """An application that cannot be evaluated, and why."""

    application: int
    identity: Identity
    error: str


@dataclass(frozen=True)
class Ranking:
    """A page of a ranking."""

    position: Position
    version: PlanVersion | None  # what the order is made by
    newest: PlanVersion | None  # what people are being judged by now
    plan: Plan | None
    show: Show
    chips: Sequence[Chip]
    bands: Sequence[Band]
    page: "Page[Evaluation]"
    progress: Progress
    stuck: Sequence[Stuck]
    names_hidden: bool

    @property
    def columns(self) -> int:
        """Count the columns of the table: who, essentials, score and the numbers."""
        return 2 + bool(self.essentials) + len(self.weighted)

    @cached_property
    def essentials(self) -> tuple[PlanCriterion, ...]:
        return essentials_of(self.plan) if self.plan else ()

    @cached_property
    def weighted(self) -> tuple[PlanCriterion, ...]:
        return weighted_of(self.plan) if self.plan else ()

    @property
    def is_older(self) -> bool:
        """Say whether a newer plan version is still being evaluated."""
        return bool(
            self.version and self.newest and self.version.number < self.newest.number
        )


def essentials_of(plan: Plan) -> tuple[PlanCriterion, ...]:
    return tuple(criterion for criterion in plan.early if criterion.essential)


def weighted_of(plan: Plan) -> tuple[PlanCriterion, ...]:
    return tuple(criterion for criterion in plan.early if criterion.weight)


def ranking_of(
    position: Position, user: "User", show: Show = Show.EVERYONE, page: str = "1"
) -> Ranking:
    """Assemble one page of a position's ranking for one reader."""
    board = (
        Board.objects.filter(position=position).select_related("plan_version").first()
    )
    newest = plans.current(position)
    version = board.plan_version if board else None
    plan = Plan.from_json(version.content) if version else None
    everyone = Evaluation.objects.for_position(position)
    scale = scale_of(everyone, plan) if plan else None
    chips, shown = _chips(everyone, scale, show)
    paginator = Paginator(
        filtered(everyone, show)
        .in_order()
        .select_related("application__candidate")
        .prefetch_related(Prefetch("application__documents", Document.objects.cvs())),
        PER_PAGE,
    )
    paginator.count = shown  # counted already, with the chips
    part = paginator.get_page(page)
    progress = work.progress_of(position)
    return Ranking(
        position=position,
        version=version,
        newest=newest,
        plan=plan,
        show=show,
        chips=chips,
        bands=_bands(position, plan, scale, part, user) if plan and scale else [],
        page=part,
        progress=progress,
        stuck=_stuck(position, user) if progress.stuck else [],
        names_hidden=identity.is_hidden(Application(position=position), user),
    )


def _unread() -> Q:
    unread = {DocumentState.UNREADABLE, DocumentState.REFUSED}
    return Q(
        Exists(
            Document.objects.filter(
                application=OuterRef("application"), state__in=unread
            )
        )
    )


def filtered(rows: "EvaluationQuerySet", show: Show) -> "EvaluationQuerySet":
    match show:
        case Show.UNKNOWN:
            return rows.filter(complete=False)
        case Show.NOT_MET:
            return rows.filter(essential_not_met=True)
        case Show.UNREAD:
            return rows.filter(_unread())
        case _:
            return rows


def _chips(
    rows: "EvaluationQuerySet", scale: "Scale | None", show: Show
) -> tuple[list[Chip], int]:
    """Count for each filter: what the bands tell already is not asked for again."""
    extents = scale.extents if scale else {}
    not_met = extents.get("")
    counts = {
        "everyone": sum(one.count for one in extents.values()),
        "unknown": sum(one.incomplete for one in extents.values()),
        "not_met": not_met.count if not_met else 0,
        "unread": rows.filter(_unread()).count(),
    }
    chips = [
        Chip(Show.EVERYONE, _("Everyone"), counts["everyone"]),
        Chip(Show.UNKNOWN, _("Something unknown"), counts["unknown"]),
        Chip(Show.NOT_MET, _("An essential is not met"), counts["not_met"]),
        Chip(Show.UNREAD, _("CV could not be read"), counts["unread"]),
    ]
    return chips, next(chip.count for chip in chips if chip.show is show)


def _stuck(position: Position, user: "User") -> list[Stuck]:
    rows = (
        Work.objects.unfinished()
        .filter(position=position, attempts__gte=work.STUCK_AFTER)
        .exclude(application__status=Status.WITHDRAWN)
        .select_related("application__candidate")
        .order_by("application_id")[:5]
    )
    found = []
    for row in rows:
        row.application.position = position
        found.append(
            Stuck(
                row.application_id,
                identity.shown_to(row.application, user),
                row.last_error,
            )
        )
    return found


# ---- bands ----


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a band reaches, over everybody: hundredths and people."""

    low: int
    high: int
    count: int
    incomplete: int


NO_BAND = -1  # an essential is not met


@dataclass(frozen=True, slots=True)
class Scale:
    """The bands of a position that have somebody, named in their order.

    `top`, `width` and `error` (the standard error of a score, by the plan) in
    hundredths; `names` the letters by band number, "" for those
    with an essential that is not met; `extents` by letters, from the top down.
    """

    top: int
    width: int
    error: int
    names: Mapping[int, str]
    extents: Mapping[str, Extent]

    def letters_of(self, row: Evaluation) -> str:
        """Name the band of a result; "" for who is in none, such as the withdrawn."""
        if row.essential_not_met:
            return ""
        return self.names.get(bands.number(row.score, self.top, self.width), "")


def _bands(
    position: Position,
    plan: Plan,
    scale: Scale,
    part: "Page[Evaluation]",
    user: "User",
) -> list[Band]:
    found: dict[str, Band] = {}
    for row in part.object_list:
        row.application.position = position
        letters = scale.letters_of(row)
        if letters not in found:
            found[letters] = _band(letters, scale.extents[letters])
        found[letters].rows.append(_row(plan, row, scale.error, user))
    return list(found.values())


def scale_of(everyone: "EvaluationQuerySet", plan: Plan) -> Scale:
    """Find the bands that have somebody: two queries, however many applied."""
    width = bands.width(judgement.criteria_of(plan))
    top = (
        everyone.filter(essential_not_met=False)
        .in_order()
        .values_list("score", flat=True)
        .first()
    )
    number = Case(
        When(essential_not_met=True, then=Value(NO_BAND)),
        default=(Value(top or 0) - F("score")) / Value(width + 1),
    )
    rows = (
        everyone.annotate(band=number)
        .values("band")
        .annotate(
            low=Min("score"),
            high=Max("score"),
            count=Count("pk"),
            incomplete=Count("pk", filter=Q(complete=False)),
        )
        .order_by("band")
    )
    extents = {
        row["band"]: Extent(row["low"], row["high"], row["count"], row["incomplete"])
        for row in rows
    }
    names = {NO_BAND: ""} | {
        band: bands.letters(place)
        for place, band in enumerate(band for band in extents if band != NO_BAND)
    }
    return Scale(
        top=top or 0,
        width=width,
        error=error_of(plan),
        names=names,
        extents={names[band]: extent for band, extent in extents.items()},
    )


def _band(letters: str, extent: Extent) -> Band:
    if not letters:
        return Band(
            key="",
            name=_("An essential is not met"),
            sentence=ngettext(
                "%(count)d application. Nobody is turned down by the system: open it"
                " and confirm or correct.",
                "%(count)d applications. Nobody is turned down by the system: open each"
                " one and confirm or correct.",
                extent.count,
            )
            % {"count": extent.count},
            zone=None,
        )
    return Band(
        key=letters.lower() if letters.lower() in LETTERED else "",
        name=_("Band %(letters)s") % {"letters": letters},
        sentence=" ".join(_sentences(letters, extent)),
        zone=(extent.low, extent.high),
    )


def _sentences(letters: str, extent: Extent) -> list[str]:
    low, high = (extent.low + 50) // 100, (extent.high + 50) // 100
    words = {"low": low, "high": high, "count": extent.count}
    if extent.count == 1:
        if extent.incomplete:
            return [
                _("One applicant, placed by the middle of the range: %(high)d.") % words
            ]
        return [_("Score %(high)d, one applicant.") % words]
    reach = (
        _("Scores from %(low)d to %(high)d.")
        if low < high
        else _("All score %(high)d.")
    )
    meaning = (
        _(
            "The differences are smaller than the measuring error: treat these"
            " %(count)d as equals."
        )
        if letters == "A"
        else _(
            "Treat these %(count)d as equals too; choose with a written, job-related"
            " reason."
        )
    )
    return [reach % words, meaning % words]


def error_of(plan: Plan) -> int:
    """Return the standard error of a score under a plan, in hundredths."""
    return round(bands.standard_error(judgement.criteria_of(plan)) * 100)


def likely(row: Evaluation, error: int) -> tuple[int, int]:
    """Return the likely range of a complete score: one standard error to either side.

    All in hundredths. The stored low and high are the utmost, as if every criterion
    erred the same way at once.
    """
    return max(0, row.score - error), min(TOP, row.score + error)


def _row(plan: Plan, row: Evaluation, error: int, user: "User") -> Row:
    results: dict[str, dict[str, Any]] = {one["key"]: one for one in row.results}
    low, high = likely(row, error) if row.complete else (row.low, row.high)
    return Row(
        application=row.application_id,
        identity=identity.shown_to(row.application, user),
        essentials=tuple(
            Cell(results[str(criterion.id)]["verdict"], criterion.title)
            for criterion in essentials_of(plan)
        ),
        numbers=tuple(
            _number(criterion, results[str(criterion.id)])
            for criterion in weighted_of(plan)
        ),
        score=row.score,
        low=low,
        high=high,
        complete=row.complete,
        unread=unread_words(row.application),
        standing=str(row.application.get_status_display()),
    )


def _number(criterion: PlanCriterion, result: Mapping[str, Any]) -> Number:
    """Give the score; nothing where the whole scale is still possible."""
    nothing = result["low"] == 0 and result["high"] == TOP
    return Number(
        label=criterion.title,
        score=None if nothing else result["score"],
        is_open=result["verdict"] == Verdict.UNKNOWN,
        range_words=_("%(low)d to %(high)d possible")
        % {"low": result["low"] // 100, "high": -(-result["high"] // 100)},
    )


def unread_words(application: Application) -> str:
    """Say what a reader of the list must know of the CV; empty when it was read."""
    states = {document.state for document in application.documents.all()}
    if states & {DocumentState.UNREADABLE, DocumentState.REFUSED}:
        return _("Read the CV yourself")
    if DocumentState.WAITING in states:
        return _("CV waits to be read")
    return ""
