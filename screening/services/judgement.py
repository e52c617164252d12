"""How one application is judged by a plan: values in, values out, no row written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from positions.criteria import (
    Answer,
    CriterionKind,
    LanguageLevel,
    RequirementKind,
    SkillLevel,
)
from positions.equivalence import Amount, Rule, combine
from positions.plan import Plan, PlanCriterion, PlanExperience
from positions.services import qualifications
from screening.engine import judging, scoring
from screening.engine.scoring import Composite
from screening.engine.values import (
    CODES,
    MEETS,
    TOP,
    Criterion,
    CriterionResult,
    Measured,
    Source,
    Verdict,
)
from screening.enums import Method
from screening.models import Override
from screening.services import evidence
from screening.services.forms import MOST_PUBLIC_WEIGHT
from screening.services.measures import WHOLE, of_criterion, type_measures

PER_CENT = 100  # hundredths per per cent: weights are ten-thousandths in the engine
SCALES = {
    RequirementKind.SKILL: SkillLevel,
    RequirementKind.LANGUAGE: LanguageLevel,
}
TOO_PUBLIC = "TOO_PUBLIC"  # a public key, and a weight above what it may have
RELIABILITY = {CriterionKind.SCREENING: 0.65}  # the others: the engine's own


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person found: a verdict, and in hundredths the score where they gave one."""

    verdict: Verdict
    score: int | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """All that one application is judged by."""

    facts: evidence.type_facts
    overrides: Mapping[int, Ruling]
    measures: type_measures = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ruler:
    """A plan and what judging needs of it: worked out once, for however many.

    `shares` of time by duty; the `rules` of each qualification by its kind of work.
    """

    plan: Plan
    early: tuple[PlanCriterion, ...]
    shares: Mapping[int, int]
    kinds: Mapping[int | None, PlanExperience]
    rules: Mapping[int | None, Sequence[Rule]]


def ruler_of(plan: Plan) -> Ruler:
    """Work out what judging by a plan needs."""
    kinds: dict[int | None, PlanExperience] = {
        kind.id: kind for kind in plan.experience
    }
    return Ruler(
        plan=plan,
        early=plan.early,
        shares={duty.id: max(duty.share, 1) for duty in plan.duties},
        kinds=kinds,
        rules={
            key: qualifications.rules_for(plan, kinds.get(key))
            for key in (None, *kinds)
        },
    )


def criteria_of(plan: Plan) -> tuple[Criterion, ...]:
    """Return the first stage's criteria as the engine reads them, in the plan's order."""
    return tuple(criterion_of(one, one.weight) for one in plan.early)


def criterion_of(criterion: PlanCriterion, weight: int) -> Criterion:
    """Return one criterion as the engine reads it, with the weight of a stage."""
    return Criterion(
        key=str(criterion.id),
        kind=criterion.kind,
        weight=weight * PER_CENT,
        essential=criterion.essential,
        minimum=criterion.minimum * PER_CENT,
        reliability=RELIABILITY.get(criterion.kind, 0.60),
    )


def unweighed(plan: Plan) -> Plan:
    """Return the part of a plan that results come from, without what only weighs them.

    Plans that are equal in it judge everybody alike. How much a screening weighs
    stays in it as far as that decides whether a public key counts.
    """
    return replace(
        plan,
        reason="",
        criteria=tuple(
            replace(
                one,
                weight=int(_is_too_heavy(one)),
                final_weight=0,
                minimum=0,
                essential=False,
                reason="",
            )
            for one in plan.early
        ),
    )


def _is_too_heavy(criterion: PlanCriterion) -> bool:
    """Whether a screening weighs too much to rest on what anybody could look up."""
    return (
        criterion.kind is CriterionKind.SCREENING
        and criterion.weight > MOST_PUBLIC_WEIGHT
    )


def combine_all(
    criteria: Sequence[Criterion], rows: Sequence[Sequence[Mapping[str, Any]]]
) -> Composite:
    """Combine the stored results of many applications, each in the plan's order."""
    return scoring.composite(
        criteria,
        np.array([[one["low"] for one in row] for row in rows], dtype=np.int64),
        np.array([[one["high"] for one in row] for row in rows], dtype=np.int64),
        np.array([[CODES[one["verdict"]] for one in row] for row in rows], np.int8),
        np.array([[one["source"] == Source.INFERRED for one in row] for row in rows]),
    )


def ruling_of(override: Override) -> Ruling:
    """Return a person's correction as a value."""
    score = None if override.score is None else override.score * PER_CENT
    return Ruling(Verdict(override.verdict), score)


def judge(plan: Plan, known: Known) -> tuple[CriterionResult, ...]:
    """Judge the first stage's criteria. The same input gives the same bytes."""
    return judge_by(ruler_of(plan), known)


def judge_by(ruler: Ruler, known: Known) -> tuple[CriterionResult, ...]:
    """Judge as `judge` does, by what was worked out of the plan for everybody."""
    return tuple(
        _corrected(_judge(ruler, one, known), known.overrides.get(one.id))
        for one in ruler.early
    )


def judge_late(plan: Plan, known: Known) -> tuple[CriterionResult, ...]:
    """Judge what is collected at or after interviews, from what was measured."""
    return tuple(
        _corrected(
            judging.judge_measured(str(one.id), _late(one, known.measures)),
            known.overrides.get(one.id),
        )
        for one in plan.criteria
        if one.is_late
    )


def _late(criterion: PlanCriterion, measures: type_measures) -> Measured | None:
    """Return what answers a late criterion: references as a whole, an interview's own."""
    if criterion.kind is CriterionKind.REFERENCE:
        return measures.get((Method.REFERENCE, WHOLE))
    if criterion.kind is CriterionKind.INTERVIEW:
        own = measures.get((Method.INTERVIEW, of_criterion(criterion.id)))
        return own or measures.get((Method.INTERVIEW, criterion.dimension or WHOLE))
    return None


def _judge(ruler: Ruler, criterion: PlanCriterion, known: Known) -> CriterionResult:
    key = str(criterion.id)
    if criterion.kind is CriterionKind.SCREENING:
        return judging.judge_measured(key, _scenarios(criterion, known.measures))
    if criterion.kind is CriterionKind.DUTY:
        return _judge_duties(ruler, criterion, known.facts)
    if criterion.kind is CriterionKind.QUALIFICATION:
        return _judge_qualification(ruler, criterion, known.facts)
    if criterion.requirement is not None:
        return _judge_requirement(ruler.plan, criterion, known.facts)
    return scoring.unknown(key)


def _scenarios(criterion: PlanCriterion, measures: type_measures) -> Measured | None:
    """Return what the scenarios found, in all or for the criterion's dimension.

    What anybody could have looked up does not count where it would weigh too much.
    """
    found = measures.get((Method.SCENARIOS, criterion.dimension or WHOLE))
    if found and found.public and _is_too_heavy(criterion):
        return Measured(None, count=found.count, reason=TOO_PUBLIC)
    return found


def _judge_duties(
    ruler: Ruler, criterion: PlanCriterion, facts: evidence.type_facts
) -> CriterionResult:
    """Judge evidence of duties: strengths by their shares of time, any claim counts."""
    shares = ruler.shares
    found = [(duty, *facts["duties"][str(duty)]) for duty in criterion.duties]
    known = [(shares[duty], one) for duty, one, _claim in found if one is not None]
    strength = None
    if known:
        strength = sum(s * one for s, one in known) // sum(s for s, _one in known)
    claims = [claim for _duty, _one, claim in found if claim is not None]
    return judging.judge_duty(
        str(criterion.id), strength, claimed=any(claims) if claims else None
    )


def _judge_qualification(
    ruler: Ruler, criterion: PlanCriterion, facts: evidence.type_facts
) -> CriterionResult:
    """Judge one kind of work with what education makes up for, or education alone."""
    kind = ruler.kinds.get(criterion.experience)
    rules = ruler.rules[kind.id if kind else None]
    credit = facts["credits"]
    sources = {credit["source"]} if rules[0].full_credits else set()
    months = []
    if kind:
        counted = facts["months"][str(kind.id)]
        sources.add(counted["source"])
        months.append(Amount(counted["low"], counted["high"]))
    found = [
        combine(rule, months, Amount(route["low"], route["high"]))
        for rule, route in zip(rules, credit["routes"], strict=False)
    ]
    place = qualifications.best(found)
    source = Source.INFERRED if Source.INFERRED in sources else Source.CLAIMED
    headroom = kind.headroom if kind else 0
    return judging.judge_qualification(
        str(criterion.id),
        found[place],
        source=source,
        headroom_months=headroom,
        route=place if len(rules) > 1 else None,
    )


def _judge_requirement(
    plan: Plan, criterion: PlanCriterion, facts: evidence.type_facts
) -> CriterionResult:
    """Judge a skill, licence, language or condition by what was said of it."""
    key = str(criterion.id)
    asked = next(
        (one for one in plan.requirements if one.id == criterion.requirement), None
    )
    said = facts.get("requirements", {}).get(str(criterion.requirement))
    if asked is None or said is None:
        return scoring.unknown(key)
    named = bool(said.get("named"))
    scale = SCALES.get(asked.kind)
    if scale is not None and asked.level is not None:
        return judging.judge_level(
            key, said.get("level"), asked=asked.level, top=max(scale), named=named
        )
    answer = said.get("answer")
    return judging.judge_answer(
        key,
        Answer(answer) if answer else None,
        ended_on=said.get("ended_on", ""),
        named=named and not asked.expires,
    )


def _corrected(result: CriterionResult, ruling: Ruling | None) -> CriterionResult:
    """Let a person's verdict stand; the score follows it, and both are kept.

    A score that the person gave stands as it is. Else a score that agrees with the
    verdict stays, another one moves to the anchor that the verdict names: 50 for met,
    0 for not met. Not yet known spans the whole scale.
    """
    if ruling is None:
        return result
    verdict = ruling.verdict
    if ruling.score is not None:
        return judging.judge_by_person(
            result.key, result, verdict=verdict, score=ruling.score
        )
    if verdict is Verdict.UNKNOWN:
        before = judging.judge_by_person(
            result.key, result, verdict=verdict, score=result.score
        )
        return CriterionResult(
            result.key, verdict, 0, TOP, Source.CORRECTED, before.facts
        )
    agrees = (result.score >= MEETS) == (verdict is Verdict.MET)
    anchor = MEETS if verdict is Verdict.MET else 0
    return judging.judge_by_person(
        result.key, result, verdict=verdict, score=result.score if agrees else anchor
    )


def result_to_json(result: CriterionResult) -> dict[str, Any]:
    """Return what is stored of a result; scores in hundredths."""
    return {
        "key": result.key,
        "verdict": result.verdict.value,
        "score": result.score,
        "low": result.low,
        "high": result.high,
        "source": result.source.value,
        "facts": dict(result.facts),
    }


def result_from_json(raw: Mapping[str, Any]) -> CriterionResult:
    """Read what `result_to_json` wrote."""
    return CriterionResult(
        key=raw["key"],
        verdict=Verdict(raw["verdict"]),
        low=raw["low"],
        high=raw["high"],
        source=Source(raw["source"]),
        facts=raw["facts"],
    )
