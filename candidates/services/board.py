"""What staff read: the pipeline of a position, and its rows wherever they are listed."""

from collections import Counter
from dataclasses import dataclass
from typing import Any, cast

from django.core.paginator import Page, Paginator
from django.db.models import (
    Count,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Window,
)
from django.db.models.functions import Coalesce, ExtractDay, Lower, Now, RowNumber
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backoffice_ats.accounts.enums import Role
from backoffice_ats.accounts.models import User
from candidates.enums import STATUSES, LetterKind
from candidates.models import Application, Document, Letter, StatusChange
from candidates.querysets import ApplicationQuerySet
from candidates.services import identity, ways
from candidates.services.identity import Identity
from candidates.services.ways import Step
from candidates.stages import DECIDED, OPEN, OUTCOMES, Status
from positions.models import Position

PAGE = 25
CARDS = 30  # of a column: more is a list, and the table shows it
LABELS = dict(STATUSES)
# How far along the panel's way, in dots.
DOTS = {
    Status.SUBMITTED: 1,
    Status.UNDER_REVIEW: 2,
    Status.SHORTLISTED: 3,
    Status.INTERVIEW: 4,
    Status.OFFER: 5,
    Status.HIRED: 5,
}
ALL_DOTS = 5
LONG = 7  # days after which an application without a next step is marked

_UNTOLD = Q(status__in=DECIDED, outcome_sent_at__isnull=True)
_CHECK = Q(suspected_spam=True) | Q(duplicate_of__isnull=False)
# What a chip may ask for; anything else is "everyone".
FILTERS: dict[str, tuple[Any, Q]] = {
    "untold": (gettext_lazy("To be told"), _UNTOLD),
    "check": (gettext_lazy("Please check"), _CHECK),
    "waiting": (gettext_lazy("Without an outcome"), Q(status__in=OPEN)),
    **{
        status.lower(): (LABELS[status], Q(status=status))
        for status in Status
        if status is not Status.DRAFT
    },
}
SORTS = {
    "received": ("submitted_at", "pk"),
    "-received": ("-submitted_at", "-pk"),
    "status": ("status", "submitted_at", "pk"),
    "-status": ("-status", "submitted_at", "pk"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One application as a reader of a list may see it."""

    application: Application
    who: Identity
    dots: int
    label: str
    document: Document | None
    duplicate: bool
    letter_waits: bool
    untold: bool
    # Whole days since the last move; None once there is an outcome.
    days_here: int | None
    # Whom the next step waits for, in words; empty where nobody has it.
    waits: str = ""
    forgotten: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A step of the way with those who stand there, the longest wait first."""

    step: Step
    rows: list[Row]
    count: int

    @property
    def more(self) -> int:
        return self.count - len(self.rows)


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter with the number it would show."""

    key: str
    text: str
    count: int
    current: bool


@dataclass(frozen=True, slots=True)
class Board:
    """A page of the pipeline."""

    rows: list[Row]
    page: "Page[Application]"
    chips: list[Chip]
    everyone: int
    hired: int
    blind: bool
    without_outcome: int


def pipeline_of(
    position: Position,
    user: User,
    *,
    show: str = "",
    sort: str = "-received",
    find: str = "",
    page: int | str = 1,
) -> Board:
    """Assemble a position's pipeline in a constant number of queries.

    `show` is a key of FILTERS, `sort` one of SORTS or "name"/"-name"; what is not known
    is left aside. A blind reader finds and sorts by code, never by name.
    """
    blind = user.role == Role.PANEL_MEMBER and position.blind_review
    everybody = Application.objects.visible_to(user).for_position(position)
    counts = everybody.aggregate(
        everyone=Count("pk"),
        **{
            key: Count("pk", filter=wanted) for key, (_label, wanted) in FILTERS.items()
        },
    )
    found = found_in(everybody, show=show, find=find, blind=blind)
    shown = Paginator(
        listed(found.order_by(*_order(sort, blind=blind))), PAGE
    ).get_page(page)
    return Board(
        rows=[row_of(application, user) for application in shown],
        page=shown,
        chips=_chips(counts, show),
        everyone=counts["everyone"],
        hired=counts["hired"],
        blind=blind,
        without_outcome=counts["waiting"],
    )


def columns_of(position: Position, user: User) -> list[Column]:
    """Assemble the board of a position in a constant number of queries.

    A column shows the CARDS that have waited longest, and how many there are.
    """
    steps = ways.steps_of(position)
    everybody = (
        Application.objects.visible_to(user)
        .for_position(position)
        .filter(status__in=[*OPEN, Status.HIRED])
    )
    place: list[Any] = [F("status"), Coalesce(F("stage"), 0)]
    counts: Counter[str] = Counter()
    for status, stage, n in everybody.values_list("status", "stage").annotate(
        n=Count("pk")
    ):
        counts[_key_in(steps, status, stage)] += n
    first = everybody.annotate(
        rank=Window(
            RowNumber(), partition_by=place, order_by=[F("submitted_at"), F("pk")]
        )
    ).filter(rank__lte=CARDS)
    shown: dict[str, list[Row]] = {step.key: [] for step in steps}
    for application in listed(first).order_by("submitted_at", "pk"):
        key = _key_in(steps, application.status, application.stage_id)
        shown[key].append(row_of(application, user))
    return [Column(step, shown[step.key][:CARDS], counts[step.key]) for step in steps]


def _key_in(steps: list[Step], status: str, stage: int | None) -> str:
    step = ways.step_at(Status(status), stage, steps)
    return step.key if step else ""


def found_in(
    everybody: ApplicationQuerySet, *, show: str = "", find: str = "", blind: bool
) -> ApplicationQuerySet:
    """Keep what a chip and the search box of the pipeline ask for."""
    found = everybody.filter(FILTERS[show][1]) if show in FILTERS else everybody
    return found.filter(_matching(find, blind=blind)) if find else found


class BoundedPaginator(Paginator):  # type: ignore[type-arg]  # generic in the stubs only
    """Pages of the first ten thousand: counting more takes longer than it tells."""

    MOST = 10_000

    @cached_property
    def count(self) -> int:
        found = cast("QuerySet[Application]", self.object_list)
        return found.order_by()[: self.MOST].count()


def clean_query(text: str) -> str:
    """Make what was typed into a search box safe to look for."""
    return " ".join(text.replace("\0", " ").split())[:200]


def _matching(find: str, *, blind: bool) -> Q:
    marks = Q(code__iexact=find) | Q(reference__iexact=find)
    if blind:
        return marks
    return (
        marks | Q(candidate__name__icontains=find) | Q(candidate__email__icontains=find)
    )


def _order(sort: str, *, blind: bool) -> tuple[Any, ...]:
    if sort.removeprefix("-") == "name":
        key = Lower("code") if blind else Lower("candidate__name")
        return (key.desc() if sort.startswith("-") else key.asc(), "pk")
    return SORTS.get(sort, SORTS["-received"])


def listed(found: QuerySet[Application]) -> QuerySet[Application]:
    """Fetch what a row shows. CV texts and readings stay where they are."""
    return (
        found.select_related("candidate", "position", "owner", "stage")
        .defer("answers", "note")
        .prefetch_related(
            Prefetch(
                "documents",
                Document.objects.cvs().defer("text", "reading").order_by("-pk"),
            )
        )
        .annotate(
            letter_waits=Exists(
                Letter.objects.filter(
                    application=OuterRef("pk"), sent_at__isnull=True, attempts__gt=0
                )
            ),
            asked=Exists(
                Letter.objects.filter(
                    application=OuterRef("pk"),
                    kind=LetterKind.OFFER,
                    next_try_at__lte=Now(),
                )
            ),
            days_here=ExtractDay(
                ExpressionWrapper(
                    Now() - Coalesce(_last_move(), F("submitted_at")), DurationField()
                )
            ),
        )
    )


def _last_move() -> Subquery:
    """When the application came to where it stands, by its history."""
    moves = StatusChange.objects.filter(application=OuterRef("pk"))
    return Subquery(moves.order_by("-at").values("at")[:1])


def row_of(application: Application, user: User) -> Row:
    status = Status(application.status)
    return Row(
        application=application,
        who=identity.shown_to(application, user),
        dots=DOTS.get(status, 0),
        label=application.stage.name if application.stage else str(LABELS[status]),
        document=next(iter(application.documents.all()), None),
        duplicate=application.duplicate_of_id is not None,
        letter_waits=getattr(application, "letter_waits", False),
        untold=status in DECIDED and application.outcome_sent_at is None,
        days_here=None
        if status in OUTCOMES
        else getattr(application, "days_here", None),
        waits="" if status in OUTCOMES else _waits(application),
        forgotten=_is_forgotten(application),
    )


def _waits(application: Application) -> str:
    """Say whom the next step waits for: somebody of ours or the applicant."""
    if application.next_action:
        owner = application.owner
        return str(owner) if owner else _("Somebody of the team")
    if application.status == Status.OFFER and getattr(application, "asked", False):
        return _("The applicant")
    return ""


def _is_forgotten(application: Application) -> bool:
    """Say whether somebody waits for long and nobody has the next step."""
    days = getattr(application, "days_here", None) or 0
    return (
        application.status in OPEN
        and not application.next_action
        and not getattr(application, "asked", False)
        and days >= LONG
    )


def _chips(counts: dict[str, int], show: str) -> list[Chip]:
    """Offer what would show somebody, and what is asked for."""
    chips = [
        Chip("", _("Everyone"), counts["everyone"], current=show not in FILTERS),
        *(
            Chip(key, str(label), counts[key], current=show == key)
            for key, (label, _wanted) in FILTERS.items()
        ),
    ]
    return [chip for chip in chips if chip.count or chip.current or not chip.key]
