"""What research says about a selection plan: limits, and where a reason is due. Pure.

The rules follow published evidence on how well methods predict work (sources in
`EVIDENCE`); the limits are this product's judgement of it. Only classes are given,
never a figure for one method: the published values are means that vary between studies.
Words for people are made in `services.advising`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from math import sqrt
from typing import TYPE_CHECKING

from positions.criteria import CriterionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from positions.plan import Plan, PlanCriterion

ONE_AT_MOST = 50  # of 100: more, and the others decide nothing
YEARS_WARN_ABOVE = 10
YEARS_REASON_ABOVE = 20
CONVERSATION_AT_MOST = 10
DEMO_SCENARIOS_AT_MOST = 10
VALUES_AT_MOST = 10
REFERENCES_AT_MOST = 10
HEADROOM_AT_MOST = 24  # months beyond the minimum that still say something


class Strength(StrEnum):
    """How well a method tells who will do the work well."""

    STRONG = "STRONG"
    USEFUL = "USEFUL"
    WEAK = "WEAK"
    CONDITION = "CONDITION"  # met or not; it is no measure of how well


class Severity(IntEnum):
    """What an advice asks for, the most pressing first."""

    BLOCK = 1  # the plan cannot be frozen like this
    REASON = 2  # nor without a written reason
    WARN = 3
    HINT = 4


class Stage(StrEnum):
    BEFORE = "BEFORE"  # the order that decides who is interviewed
    AFTER = "AFTER"  # the order that decides who is offered the job


class Rule(StrEnum):
    ONE_WEIGHS_MOST = "ONE_WEIGHS_MOST"
    YEARS = "YEARS"
    CONVERSATION = "CONVERSATION"
    DEMO_SCENARIOS = "DEMO_SCENARIOS"
    VALUES = "VALUES"
    REFERENCES = "REFERENCES"
    NO_STRONG_METHOD = "NO_STRONG_METHOD"
    EDUCATION_ALONE = "EDUCATION_ALONE"
    NOT_ESSENTIAL = "NOT_ESSENTIAL"
    HEADROOM = "HEADROOM"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The class of a kind of criterion and where that is published, in short."""

    strength: Strength
    source: str


_SACKETT = "Sackett et al. 2022"
EVIDENCE = {
    CriterionKind.INTERVIEW: Evidence(Strength.STRONG, _SACKETT),
    CriterionKind.WORK_SAMPLE: Evidence(Strength.STRONG, _SACKETT),
    CriterionKind.SCREENING: Evidence(Strength.USEFUL, _SACKETT),
    CriterionKind.DUTY: Evidence(Strength.USEFUL, "McDaniel et al. 1988"),
    CriterionKind.REFERENCE: Evidence(Strength.USEFUL, "Taylor et al. 2004"),
    CriterionKind.SKILL: Evidence(Strength.WEAK, "McDaniel et al. 1988"),
    CriterionKind.LANGUAGE: Evidence(Strength.CONDITION, ""),
    CriterionKind.LICENCE: Evidence(Strength.CONDITION, ""),
    CriterionKind.ELIGIBILITY: Evidence(Strength.CONDITION, ""),
    CriterionKind.CONVERSATION: Evidence(Strength.WEAK, _SACKETT),
    CriterionKind.QUALIFICATION: Evidence(
        Strength.WEAK, "Van Iddekinge et al. 2019; Sackett et al. 2022"
    ),
    CriterionKind.VALUE: Evidence(Strength.WEAK, "Arthur et al. 2006"),
}


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing to settle or to know.

    `weight` is what stands in the plan (of 100, or months for HEADROOM), `limit` what
    it should not exceed. `criterion` is the one it is about; None means the whole plan.
    """

    rule: Rule
    severity: Severity
    stage: Stage | None = None
    weight: int = 0
    limit: int = 0
    criterion: int | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class _Limit:
    rule: Rule
    kind: CriterionKind
    most: int
    severity: Severity


_LIMITS = (
    _Limit(
        Rule.CONVERSATION,
        CriterionKind.CONVERSATION,
        CONVERSATION_AT_MOST,
        Severity.BLOCK,
    ),
    _Limit(
        Rule.DEMO_SCENARIOS,
        CriterionKind.SCREENING,
        DEMO_SCENARIOS_AT_MOST,
        Severity.BLOCK,
    ),
    _Limit(Rule.VALUES, CriterionKind.VALUE, VALUES_AT_MOST, Severity.WARN),
    _Limit(Rule.REFERENCES, CriterionKind.REFERENCE, REFERENCES_AT_MOST, Severity.WARN),
)


def caps() -> dict[CriterionKind, int]:
    """Return what criteria of a kind may weigh together, of 100, where that is limited."""
    return {limit.kind: limit.most for limit in _LIMITS}


def advice_of(plan: Plan) -> tuple[Advice, ...]:
    """Return everything there is to say about a plan, the most pressing first.

    The order of the plan's rows changes nothing. Each stage is looked at by itself;
    weights after interviews count only where something is collected there.
    """
    found: list[Advice] = []
    stages = [Stage.BEFORE, *([Stage.AFTER] if plan.has_two_stages else [])]
    for stage in stages:
        found += _too_heavy(plan, stage)
        found += _years(plan, stage)
        found += _limited(plan, stage)
    found += _methods(plan)
    found += _hurdles(plan)
    return tuple(sorted(found, key=_place))


def _place(one: Advice) -> tuple[int, str, str, int]:
    return one.severity, one.rule, one.stage or "", one.criterion or 0


def weight_in(criterion: PlanCriterion, stage: Stage) -> int:
    return criterion.weight if stage is Stage.BEFORE else criterion.final_weight


def _too_heavy(plan: Plan, stage: Stage) -> list[Advice]:
    return [
        Advice(
            Rule.ONE_WEIGHS_MOST,
            Severity.BLOCK,
            stage,
            weight_in(one, stage),
            ONE_AT_MOST,
            one.id,
        )
        for one in plan.criteria
        if weight_in(one, stage) > ONE_AT_MOST
    ]


def _years(plan: Plan, stage: Stage) -> list[Advice]:
    """Look at education and experience together: both reward years, and so age."""
    judged = _of_kind(plan, CriterionKind.QUALIFICATION)
    weight = sum(weight_in(one, stage) for one in judged)
    if weight <= YEARS_WARN_ABOVE:
        return []
    explained = any(one.reason.strip() for one in judged)
    asks = weight > YEARS_REASON_ABOVE and not explained
    return [
        Advice(
            Rule.YEARS,
            Severity.REASON if asks else Severity.WARN,
            stage,
            weight,
            YEARS_REASON_ABOVE if asks else YEARS_WARN_ABOVE,
            _heaviest(judged, stage),
            EVIDENCE[CriterionKind.QUALIFICATION].source,
        )
    ]


def _limited(plan: Plan, stage: Stage) -> list[Advice]:
    found = []
    for limit in _LIMITS:
        judged = _of_kind(plan, limit.kind)
        weight = sum(weight_in(one, stage) for one in judged)
        if weight > limit.most:
            found.append(
                Advice(
                    limit.rule,
                    limit.severity,
                    stage,
                    weight,
                    limit.most,
                    _heaviest(judged, stage),
                    EVIDENCE[limit.kind].source,
                )
            )
    return found


def _methods(plan: Plan) -> list[Advice]:
    """Ask for a strong method that weighs something in either stage."""
    if not plan.criteria or any(
        EVIDENCE[one.kind].strength is Strength.STRONG
        and (one.weight or one.final_weight)
        for one in plan.criteria
    ):
        return []
    severity = Severity.WARN if plan.reason.strip() else Severity.REASON
    return [Advice(Rule.NO_STRONG_METHOD, severity, source=_SACKETT)]


def _hurdles(plan: Plan) -> list[Advice]:
    headroom = {kind.id: kind.headroom for kind in plan.experience}
    found = []
    for one in _of_kind(plan, CriterionKind.QUALIFICATION):
        if not one.essential:
            found.append(Advice(Rule.NOT_ESSENTIAL, Severity.HINT, criterion=one.id))
        elif one.experience is None:
            found.append(Advice(Rule.EDUCATION_ALONE, Severity.HINT, criterion=one.id))
        months = headroom.get(one.experience or 0, 0)
        if months > HEADROOM_AT_MOST:
            found.append(
                Advice(
                    Rule.HEADROOM,
                    Severity.HINT,
                    weight=months,
                    limit=HEADROOM_AT_MOST,
                    criterion=one.id,
                )
            )
    return found


def _of_kind(plan: Plan, kind: CriterionKind) -> list[PlanCriterion]:
    return [one for one in plan.criteria if one.kind is kind]


def _heaviest(criteria: Iterable[PlanCriterion], stage: Stage) -> int:
    return min(criteria, key=lambda one: (-weight_in(one, stage), one.id)).id


# An illustration of what weight on years costs: four methods with the published means
# for structured interview, work sample, situations and years, each correlating .20.
VALIDITIES = (0.42, 0.33, 0.26, 0.07)
CORRELATION = 0.20
EXAMPLES = ((40, 30, 20, 10), (25, 25, 25, 25), (25, 25, 10, 40), (15, 15, 10, 60))


def composite(weights: Sequence[float]) -> float:
    """Return how well four weighted methods together go with later work, 0 to 1.

    R = w'v / √(w'Sw), with `VALIDITIES` as v and S all `CORRELATION` but the diagonal.
    The four weights are of structured interview, work sample, situations, years; not
    all 0.
    """
    together = sum(w * v for w, v in zip(weights, VALIDITIES, strict=True))
    squares = sum(w * w for w in weights)
    crossed = sum(weights) ** 2 - squares
    return together / sqrt(squares + CORRELATION * crossed)
