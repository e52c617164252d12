"""The only bridge: rows, to values of the engine, to one row per application.

An evaluation is a pure function of the frozen plan and what is known of an application.
It writes nothing a person decides: a score orders the reading, and no more.
"""

import datetime as dt
import hashlib
import json
import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from celery.exceptions import SoftTimeLimitExceeded
from django.db import InterfaceError, OperationalError, transaction

from backoffice_ats.audit.models import Act, AuditEvent
from candidates.models import Application
from candidates.stages import Status
from positions.criteria import (
    Answer,
    CriterionKind,
    LanguageLevel,
    RequirementKind,
    SkillLevel,
)
from positions.equivalence import Amount, combine
from positions.models import PlanVersion, Position
from positions.plan import Plan, PlanCriterion
from positions.services import plans, qualifications
from screening.engine import ENGINE_VERSION, judging, ranking, scoring, sjt
from screening.engine.values import (
    MEETS,
    TOP,
    Criterion,
    CriterionResult,
    Source,
    Verdict,
)
from screening.engine.values import Evaluation as Outcome
from screening.models import Attempt, Evaluation, Evidence, Override, Work
from screening.services import boards, evidence, work

logger = logging.getLogger(__name__)

CHUNK = 500  # applications per bell
BATCH = 100  # applications per transaction
PER_CENT = 100  # hundredths per per cent: weights are ten-thousandths in the engine
SCALES = {
    RequirementKind.SKILL: SkillLevel,
    RequirementKind.LANGUAGE: LanguageLevel,
}
RELIABILITY = {CriterionKind.SCREENING: 0.65}  # the others: the engine's own
TIE_LETTERS = 16


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
    profile: sjt.Profile | None


@dataclass(frozen=True, slots=True)
class _Prepared:
    application: Application
    version: PlanVersion
    row: Evaluation
    extracted: Evidence | None


# ---- what is judged, and how: values in, values out ----


def criteria_of(plan: Plan) -> tuple[Criterion, ...]:
    """Return the first stage's criteria as the engine reads them, in the plan's order."""
    return tuple(
        Criterion(
            key=str(criterion.id),
            kind=criterion.kind,
            weight=criterion.weight * PER_CENT,
            essential=criterion.essential,
            minimum=criterion.minimum * PER_CENT,
            reliability=RELIABILITY.get(criterion.kind, 0.60),
        )
        for criterion in plan.early
    )


def judge(plan: Plan, known: Known) -> tuple[CriterionResult, ...]:
    """Judge the first stage's criteria. The same input gives the same bytes."""
    computed = (_judge(plan, criterion, known) for criterion in plan.early)
    return tuple(
        _corrected(result, known.overrides.get(int(result.key))) for result in computed
    )


def _judge(plan: Plan, criterion: PlanCriterion, known: Known) -> CriterionResult:
    key = str(criterion.id)
    if criterion.kind is CriterionKind.SCREENING:
        return judging.judge_screening(key, known.profile)
    if criterion.kind is CriterionKind.DUTY:
        return _judge_duties(plan, criterion, known.facts)
    if criterion.kind is CriterionKind.QUALIFICATION:
        return _judge_qualification(plan, criterion, known.facts)
    if criterion.requirement is not None:
        return _judge_requirement(plan, criterion, known.facts)
    return scoring.unknown(key)


def _judge_duties(
    plan: Plan, criterion: PlanCriterion, facts: evidence.type_facts
) -> CriterionResult:
    """Judge evidence of duties: strengths by their shares of time, any claim counts."""
    shares = {duty.id: max(duty.share, 1) for duty in plan.duties}
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
    plan: Plan, criterion: PlanCriterion, facts: evidence.type_facts
) -> CriterionResult:
    """Judge one kind of work with what education makes up for, or education alone."""
    kind = next((k for k in plan.experience if k.id == criterion.experience), None)
    rules = qualifications.rules_for(plan, kind)
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

    A score that the person gave stands as it is. Else a score that agrees with the verdict stays, another one moves to the anchor that
    the verdict names: 50 for met, 0 for not met. Not yet known spans the whole scale.
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


def profile_of(attempt: Attempt | None) -> sjt.Profile | None:
    """Return how the scenarios were scored; None until they are finished."""
    if attempt is None or attempt.finished_at is None:
        return None
    return sjt.Profile(
        value=attempt.score,
        reason=sjt.Unscorable(attempt.not_scorable) if attempt.not_scorable else None,
        answered=sum(len(ratings) for ratings in attempt.answers.values()),
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


# ---- from rows to rows ----


def evaluate_application(application_id: int, *, at: dt.datetime) -> bool:
    """Evaluate one application if that is wanted; say whether it was done now."""
    return bool(evaluate_claimed(work.claim([application_id], at=at), at=at))


def evaluate_position(
    position_id: int,
    *,
    at: dt.datetime,
    first_id: int | None = None,
    last_id: int | None = None,
) -> int:
    """Evaluate what is unfinished of a position, or of a range of application ids.

    Idempotent: what is done is left alone, and a killed run is taken up where it was.
    Returns how many were evaluated now.
    """
    rows = Work.objects.unfinished().filter(position=position_id)
    if first_id is not None:
        rows = rows.filter(application_id__gte=first_id)
    if last_id is not None:
        rows = rows.filter(application_id__lte=last_id)
    ids = list(rows.order_by("application_id").values_list("application_id", flat=True))
    return sum(
        evaluate_claimed(work.claim(ids[start : start + BATCH], at=at), at=at)
        for start in range(0, len(ids), BATCH)
    )


def chunks_of(position: Position) -> Iterator[tuple[int, int]]:
    """Cut a position's applications into ranges of ids, each one bell."""
    ids = list(
        Work.objects.filter(position=position)
        .order_by("application_id")
        .values_list("application_id", flat=True)
    )
    for start in range(0, len(ids), CHUNK):
        part = ids[start : start + CHUNK]
        yield part[0], part[-1]


def evaluate_claimed(claims: Mapping[int, int], *, at: dt.datetime) -> int:
    """Evaluate what was claimed: {application: the `wanted` it is done for}.

    Returns how many came through. One that fails is noted and left for its next try.
    """
    if not claims:
        return 0
    applications = (
        Application.objects.filter(pk__in=claims)
        .select_related("position")
        .order_by("pk")
    )
    overrides = _overrides_of(claims)
    attempts = {
        attempt.application_id: attempt
        for attempt in Attempt.objects.filter(application__in=claims)
    }
    stored = {
        one.application_id: one
        for one in Evidence.objects.filter(application__in=claims)
    }
    versions: dict[int, tuple[PlanVersion, evidence.Basis] | None] = {}
    prepared: list[_Prepared] = []
    idle: list[int] = []
    failed = 0
    for application in applications:
        frozen = versions.get(application.position_id)
        if application.position_id not in versions:
            frozen = versions[application.position_id] = _frozen(application.position)
        if frozen is None or application.status in {Status.DRAFT, Status.WITHDRAWN}:
            idle.append(application.pk)
            continue
        try:
            prepared.append(
                _prepare(
                    application,
                    *frozen,
                    stored=stored.get(application.pk),
                    overrides=overrides.get(application.pk, {}),
                    attempt=attempts.get(application.pk),
                    at=at,
                )
            )
        except (OperationalError, InterfaceError, SoftTimeLimitExceeded):
            raise
        except Exception as error:
            # One broken application must not hold the others up.
            failed += 1
            logger.exception("evaluation of application %s failed", application.pk)
            work.note_failure(application.pk, error)
    _store(prepared, idle, claims, at=at)
    return len(claims) - failed


def _frozen(position: Position) -> tuple[PlanVersion, evidence.Basis] | None:
    version = plans.current(position)
    if version is None:
        return None
    return version, evidence.basis_of(position, version)


def _overrides_of(
    applications: Mapping[int, int],
) -> dict[int, dict[int, Ruling]]:
    found: dict[int, dict[int, Ruling]] = {}
    for override in Override.objects.filter(application__in=applications):
        verdicts = found.setdefault(override.application_id, {})
        verdicts[override.criterion] = Ruling(
            Verdict(override.verdict),
            None if override.score is None else override.score * PER_CENT,
        )
    return found


def _prepare(
    application: Application,
    version: PlanVersion,
    basis: evidence.Basis,
    *,
    stored: Evidence | None,
    overrides: Mapping[int, Ruling],
    attempt: Attempt | None,
    at: dt.datetime,
) -> _Prepared:
    digest = basis.digest()
    extracted = None
    if stored is None or stored.basis != digest:
        stored = extracted = evidence.evidence_of(application, version, basis, at=at)
    known = Known(stored.facts, overrides, profile_of(attempt))
    results = judge(basis.plan, known)
    outcome = scoring.evaluate(criteria_of(basis.plan), results)
    row = _row(application, version, results, outcome, at=at)
    row.inputs_digest = _digest(
        {
            "plan": version.digest,
            "engine": ENGINE_VERSION,
            "facts": stored.facts,
            "overrides": {
                str(key): _ruling_digest(overrides[key]) for key in sorted(overrides)
            },
            "screening": known.profile
            and [known.profile.value, known.profile.reason, known.profile.answered],
        }
    )
    return _Prepared(application, version, row, extracted)


def _row(
    application: Application,
    version: PlanVersion,
    results: Sequence[CriterionResult],
    outcome: Outcome,
    *,
    at: dt.datetime,
) -> Evaluation:
    tie = ranking.tie_break(version.digest.encode(), str(application.pk))
    return Evaluation(
        application=application,
        position_id=application.position_id,
        plan_version=version,
        essential_not_met=outcome.essentials is Verdict.NOT_MET,
        complete=outcome.complete,
        score=outcome.score,
        low=outcome.low,
        high=outcome.high,
        results=[result_to_json(result) for result in results],
        scores=[result.score for result in results],
        tie_key=tie[:TIE_LETTERS],
        engine_version=ENGINE_VERSION,
        evaluated_at=at,
    )


def _ruling_digest(ruling: Ruling) -> str:
    """Return what tells two rulings apart; one without a score as before scores."""
    verdict = ruling.verdict.value
    return verdict if ruling.score is None else f"{verdict} {ruling.score}"


def _digest(value: object) -> str:
    canonical = json.dumps(value, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


@transaction.atomic
def _store(
    prepared: Sequence[_Prepared],
    idle: Sequence[int],
    claims: Mapping[int, int],
    *,
    at: dt.datetime,
) -> None:
    """Write results, fenced by the counter: who comes late changes nothing."""
    ids = [one.application.pk for one in prepared] + list(idle)
    rows = {
        row.application_id: row
        for row in Work.objects.select_for_update()
        .filter(application__in=ids)
        .order_by("application_id")
        if row.done < claims[row.application_id]
    }
    current = [one for one in prepared if one.application.pk in rows]
    changed = _changed(current)
    Evaluation.objects.bulk_create(
        [one.row for one in changed],
        update_conflicts=True,
        unique_fields=["application", "plan_version"],
        update_fields=[
            "essential_not_met",
            "complete",
            "score",
            "low",
            "high",
            "results",
            "scores",
            "tie_key",
            "engine_version",
            "inputs_digest",
            "evaluated_at",
        ],
    )
    Evidence.objects.bulk_create(
        [
            one.extracted
            for one in current
            # What was told meanwhile is not in it: it is read again.
            if one.extracted
            and rows[one.application.pk].wanted == claims[one.application.pk]
        ],
        update_conflicts=True,
        unique_fields=["application"],
        update_fields=[
            "plan_version",
            "facts",
            "basis",
            "engine_version",
            "extracted_at",
        ],
    )
    for key, row in rows.items():
        row.done = claims[key]
        if row.wanted == row.done:
            row.attempts = 0
            row.last_error = ""
    Work.objects.bulk_update(rows.values(), ["done", "attempts", "last_error"])
    _leave_events(changed, at=at)
    for version in {one.version for one in current}:
        boards.turn(version.position, version, at=at)


def _changed(prepared: Sequence[_Prepared]) -> list[_Prepared]:
    """Leave out what was evaluated from the very same inputs before."""
    known = set(
        Evaluation.objects.filter(
            application__in=[one.application.pk for one in prepared]
        ).values_list("application_id", "plan_version_id", "inputs_digest")
    )
    return [
        one
        for one in prepared
        if (one.application.pk, one.version.pk, one.row.inputs_digest) not in known
    ]


def _leave_events(changed: Sequence[_Prepared], *, at: dt.datetime) -> None:
    """Leave one event per run and plan version, with digests of what went in and out."""
    by_version: dict[PlanVersion, list[Evaluation]] = {}
    for one in changed:
        by_version.setdefault(one.version, []).append(one.row)
    for version, rows in by_version.items():
        single = rows[0].application_id if len(rows) == 1 else None
        AuditEvent.objects.create(
            act=Act.EVALUATED,
            subject="candidates.application" if single else "positions.position",
            subject_id=single or version.position_id,
            position_id=version.position_id,
            details={
                "applications": len(rows),
                "plan_version": version.number,
                "plan_digest": version.digest,
                "engine": ENGINE_VERSION,
                "inputs": _digest([[r.application_id, r.inputs_digest] for r in rows]),
                "outputs": _digest([[r.application_id, r.results] for r in rows]),
            },
            at=at,
        )


# ---- figures over everybody ----


@dataclass(frozen=True, slots=True)
class WeightInEffect:
    """What a criterion was meant to weigh and what it does, in per cent.

    `in_effect` None where there are too few to tell.
    """

    title: str
    nominal: int
    in_effect: int | None

    @property
    def length(self) -> int:
        """Return how long its bar is: a criterion may work against the others."""
        return max(self.in_effect or 0, 0)

    @property
    def is_off(self) -> bool:
        """Say whether it drives the order far more than it was meant to."""
        return self.in_effect is not None and self.in_effect > 1.5 * self.nominal + 10


ENOUGH_FOR_WEIGHTS = 5


def weights_in_effect(position: Position, plan: Plan) -> list[WeightInEffect]:
    """Compare typed weights with those that really spread the scores."""
    rows = [
        scores
        for scores in Evaluation.objects.for_position(position).values_list(
            "scores", flat=True
        )
        if len(scores) == len(plan.early)
    ]
    found = None
    if len(rows) >= ENOUGH_FOR_WEIGHTS:
        found = scoring.effective_weights(
            criteria_of(plan), np.array(rows, dtype=np.int64)
        )
    return [
        WeightInEffect(
            title=criterion.title,
            nominal=criterion.weight,
            in_effect=None if found is None else round(found[index] * 100),
        )
        for index, criterion in enumerate(plan.early)
        if criterion.weight
    ]
