"""After interviews: everything that is known together, by the weights of that stage.

Computed when read and stored nowhere: it is about the few who came that far. The first
stage's results are the stored ones, so both stages always agree about them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q

from backoffice_ats.accounts.enums import Role
from backoffice_ats.accounts.models import User
from candidates.models import Application
from candidates.services import identity
from candidates.stages import Status
from positions.models import Position
from positions.plan import Plan, PlanCriterion
from screening.engine import explain, scoring
from screening.engine.values import Criterion, CriterionResult, Verdict
from screening.engine.values import Evaluation as Outcome
from screening.enums import Method
from screening.models import Evaluation, Measure, Override, Scorecard
from screening.services import judgement, measures
from screening.services.judgement import Known, Ruling

LATE = (Method.INTERVIEW.value, Method.REFERENCE.value)
# Who is looked at together then.
FAR = frozenset({Status.INTERVIEW, Status.OFFER, Status.HIRED})


@dataclass(frozen=True, slots=True)
class FinalPart:
    """What one criterion adds: score, weight and points in hundredths."""

    criterion: PlanCriterion
    score: int
    weight: int
    points: int
    is_open: bool


@dataclass(frozen=True, slots=True)
class Final:
    """One applicant after interviews."""

    application: Application
    label: str
    outcome: Outcome
    parts: tuple[FinalPart, ...]
    open_late: tuple[PlanCriterion, ...]  # what is still to be collected


def is_planned(plan: Plan) -> bool:
    """Say whether the plan weighs a second stage at all."""
    return sum(one.final_weight for one in plan.criteria) == 100  # noqa: PLR2004 -- per cent


def of_position(position: Position, user: User) -> list[Final]:
    """Return who came far or has something of the second stage, best first.

    Four queries. Equal totals stand side by side: their order is the keyed hash.
    """
    late = Measure.objects.filter(method__in=LATE).values("application")
    rows = list(
        Evaluation.objects.for_position(position)
        .filter(application__in=Application.objects.visible_to(user))
        .filter(Q(application__status__in=FAR) | Q(application__in=late))
        .select_related(
            "application__candidate", "application__position", "plan_version"
        )
        .defer("application__answers")
    )
    if not rows:
        return []
    plan = Plan.from_json(rows[0].plan_version.content)
    if not is_planned(plan):
        return []
    keys = [row.application_id for row in rows]
    found = _finals(plan, rows, user, _seen(measures.of(keys), user), _rulings(keys))
    ties = {row.application_id: row.tie_key for row in rows}
    return sorted(
        found,
        key=lambda one: (
            one.outcome.essentials is Verdict.NOT_MET,
            -one.outcome.score,
            ties[one.application.pk],
        ),
    )


def of_application(row: Evaluation, user: User) -> Final | None:
    """Return the same of one applicant; None before anything of it is known."""
    plan = Plan.from_json(row.plan_version.content)
    found = measures.of([row.application_id])
    late = {method for method, _subject in found.get(row.application_id, {})}
    if not is_planned(plan) or not late & set(LATE):
        return None
    rulings = _rulings([row.application_id])
    [final] = _finals(plan, [row], user, _seen(found, user), rulings)
    return final


def _seen(
    found: Mapping[int, measures.type_measures], user: User
) -> Mapping[int, measures.type_measures]:
    """Leave interviews out that this reader is still to rate: nobody follows anybody."""
    cards = dict(
        Scorecard.objects.filter(application__in=list(found), rater=user).values_list(
            "application", "submitted_at"
        )
    )
    rates = user.role == Role.PANEL_MEMBER
    return {
        key: {
            subject: one
            for subject, one in about.items()
            if subject[0] != Method.INTERVIEW
            or cards.get(key)
            or not (rates or key in cards)
        }
        for key, about in found.items()
    }


def _finals(
    plan: Plan,
    rows: Sequence[Evaluation],
    user: User,
    measured: Mapping[int, measures.type_measures],
    rulings: Mapping[int, Mapping[int, Ruling]],
) -> list[Final]:
    criteria = _criteria(plan)
    return [
        _final(
            plan,
            criteria,
            row,
            identity.shown_to(row.application, user).label,
            Known(
                {},
                rulings.get(row.application_id, {}),
                measured.get(row.application_id, {}),
            ),
        )
        for row in rows
    ]


def _final(
    plan: Plan,
    criteria: Sequence[Criterion],
    row: Evaluation,
    label: str,
    known: Known,
) -> Final:
    early = [judgement.result_from_json(raw) for raw in row.results]
    results = {one.key: one for one in (*early, *judgement.judge_late(plan, known))}
    ordered = [results.get(one.key) or scoring.unknown(one.key) for one in criteria]
    sums = explain.contributions(criteria, ordered)
    return Final(
        application=row.application,
        label=label,
        outcome=scoring.evaluate(criteria, ordered),
        parts=tuple(
            FinalPart(
                criterion=criterion,
                score=one.result.score,
                weight=one.weight,
                points=one.points,
                is_open=_is_open(one.result),
            )
            for criterion, one in zip(plan.criteria, sums, strict=True)
            if one.weight
        ),
        open_late=tuple(
            criterion
            for criterion, result in zip(plan.criteria, ordered, strict=True)
            if criterion.is_late and criterion.final_weight and _is_open(result)
        ),
    )


def _criteria(plan: Plan) -> tuple[Criterion, ...]:
    return tuple(
        judgement.criterion_of(criterion, criterion.final_weight)
        for criterion in plan.criteria
    )


def _is_open(result: CriterionResult) -> bool:
    return result.verdict is Verdict.UNKNOWN


def _rulings(keys: Sequence[int]) -> dict[int, dict[int, Ruling]]:
    found: dict[int, dict[int, Ruling]] = {}
    for one in Override.objects.filter(application__in=keys):
        found.setdefault(one.application_id, {})[one.criterion] = judgement.ruling_of(
            one
        )
    return found
