"""How often forms and situations were taken, and how single ones behave.

Figures about items are shown from a least number of applicants on, as information for
authors. They rest on the newest MOST attempts; nothing is dropped by a figure.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from backoffice_ats.accounts.models import User
from candidates.models import Application
from positions.enums import DIMENSIONS
from positions.models import Position
from screening.engine import items, reliability
from screening.engine.estimates import Estimate, Interval
from screening.enums import FormState, Method
from screening.instruments import Instrument
from screening.models import Attempt, Form, Measure, Scenario, Screening
from screening.services import experts, form_scores
from screening.services import forms as questionnaires

MINIMUM = items.MINIMUM_PEOPLE
MOST = 1_000
_TALLEST = 2.5  # SD at the top of the chart
_LOWEST, _WIDE = 1, 6  # the scale of the means
_AREA = (100, 60)  # of the drawing, in its own units


@dataclass(frozen=True, slots=True)
class OwnForm:
    """A form in the list of the organisation's own."""

    form: Form
    situations: int
    experts_done: int
    taken: int
    positions: int


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One situation: how many answered it, and its figures (points of 100)."""

    scenario: Scenario
    answered: int
    item: items.Item | None


@dataclass(frozen=True, slots=True)
class Items:
    """A form by its situations; figures only from MINIMUM complete attempts on."""

    rows: tuple[ItemRow, ...]
    complete: int
    alpha: Interval | None = None
    stratified: Estimate | None = None
    halves: Estimate | None = None

    @property
    def is_enough(self) -> bool:
        return self.complete >= MINIMUM


@dataclass(frozen=True, slots=True)
class Dot:
    """A reply in the chart of means and spreads; places in the drawing."""

    x: float
    y: float
    fault: str


@dataclass(frozen=True, slots=True)
class Found:
    """What one applicant's scenarios came to about one subject."""

    label: str
    value: int | None  # whole points
    low: int
    high: int
    reason: str


def own_forms() -> list[OwnForm]:
    """Return all own forms with how much they are used. Three queries."""
    forms = list(
        Form.objects.annotate(
            situations=Count("scenarios", distinct=True),
            experts_done=Count(
                "experts", filter=Q(experts__done_at__isnull=False), distinct=True
            ),
        ).order_by("title", "-version")
    )
    names = [form.name for form in forms]
    counts = taken(names)
    used: dict[str, int] = dict(
        Screening.objects.filter(form__in=names)
        .values_list("form")
        .annotate(n=Count("pk"))
    )
    return [
        OwnForm(
            form,
            form.situations,
            form.experts_done,
            counts.get(form.name, 0),
            used.get(form.name, 0),
        )
        for form in forms
    ]


def taken(names: Iterable[str]) -> dict[str, int]:
    """Return how many applicants have begun each form."""
    return dict(
        Attempt.objects.filter(instrument__in=list(names))
        .values_list("instrument")
        .annotate(n=Count("pk"))
    )


def items_of(form: Form) -> Items | None:
    """Return how the situations of a frozen form behave; None before or without a key."""
    if form.state not in {FormState.FROZEN, FormState.RETIRED}:
        return None
    instrument = questionnaires.instrument_of(form)
    if not instrument.means:
        return None
    answers = list(
        Attempt.objects.filter(instrument=form.name, finished_at__isnull=False)
        .order_by("-finished_at", "-pk")
        .values_list("answers", flat=True)[:MOST]
    )
    rows = {str(one.pk): one for one in form.scenarios.all()}
    table = [form_scores.points_of(instrument, one) for one in answers]
    complete = [row for row in table if None not in row]
    figures = items.analyse(complete) if len(complete) >= MINIMUM else ()
    shown = tuple(
        ItemRow(
            rows[one.key],
            answered=sum(row[place] is not None for row in table),
            item=figures[place] if figures else None,
        )
        for place, one in enumerate(instrument.scenarios)
    )
    if not figures:
        return Items(shown, len(complete))
    return Items(
        shown,
        len(complete),
        alpha=reliability.cronbach_alpha(complete),
        stratified=reliability.stratified_alpha(_strata(instrument, complete)),
        halves=_halves(complete),
    )


def _strata(
    form: Instrument, table: list[list[float | None]]
) -> list[list[list[float | None]]]:
    places = [
        [n for n, one in enumerate(form.scenarios) if one.dimension is dimension]
        for dimension in form.dimensions
    ]
    return [[[row[n] for n in group] for row in table] for group in places]


def _halves(table: list[list[float | None]]) -> Estimate:
    """Split by every other situation, so that both halves hold what the form holds."""
    return reliability.split_half(
        [_sum(row[0::2]) for row in table], [_sum(row[1::2]) for row in table]
    )


def _sum(row: list[float | None]) -> float:
    return sum(one or 0.0 for one in row)


def u_curve(review: experts.Review) -> list[Dot]:
    """Return where each reply lies: its mean across, how far experts differ upwards."""
    return [
        Dot(
            x=_AREA[0] * (one.rated.mean - _LOWEST) / _WIDE,
            y=_AREA[1] * (1 - min(one.rated.sd, _TALLEST) / _TALLEST),
            fault="" if one.counts else one.fault,
        )
        for one in review.rows
        if one.rated
    ]


# ---- a position's applicants ----


def taken_by(position: Position, user: User) -> QuerySet[Attempt]:
    """Return the attempts of applicants whom this person may see, newest first."""
    visible = Application.objects.visible_to(user).filter(position=position)
    found: QuerySet[Attempt] = (
        Attempt.objects.filter(application__in=visible)
        .select_related("application__candidate", "application__position")
        .defer("application__answers", "answers")
        .order_by("-started_at", "-pk")
    )
    return found


def counts_of(position: Position) -> dict[str, int]:
    """Return how many applicants there are, and how far they are. One query."""
    found: dict[str, int] = (
        Application.objects.for_position(position)
        .judged()
        .aggregate(
            applicants=Count("pk"),
            begun=Count("attempt"),
            finished=Count("attempt", filter=Q(attempt__finished_at__isnull=False)),
            not_scorable=Count("attempt", filter=Q(attempt__not_scorable__gt="")),
        )
    )
    return found


def measures_of(attempts: Iterable[Attempt]) -> Mapping[int, list[Found]]:
    """Return what each applicant's scenarios came to, the whole first. One query."""
    order = {"": 0} | {key: n for n, (key, _label) in enumerate(DIMENSIONS, start=1)}
    labels = {"": ""} | {key: str(label) for key, label in DIMENSIONS}
    rows = Measure.objects.filter(
        application__in=[one.application_id for one in attempts],
        method=Method.SCENARIOS,
    )
    found: dict[int, list[Found]] = {}
    for row in sorted(rows, key=lambda row: order.get(row.subject, 9)):
        value = row.value or 0
        found.setdefault(row.application_id, []).append(
            Found(
                label=labels.get(row.subject, row.subject),
                value=None if row.value is None else round(value / 100),
                low=max(0, round((value - row.error) / 100)),
                high=min(100, round((value + row.error) / 100)),
                reason=row.reason,
            )
        )
    return found
