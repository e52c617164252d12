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

from celery.exceptions import SoftTimeLimitExceeded
from django.db import InterfaceError, OperationalError, transaction

from backoffice_ats.audit.models import Act, AuditEvent
from candidates.models import Application
from candidates.stages import Status
from positions.models import PlanVersion, Position
from positions.services import plans
from screening.engine import ENGINE_VERSION, ranking, scoring
from screening.engine.values import CriterionResult, Verdict
from screening.engine.values import Evaluation as Outcome
from screening.models import Evaluation, Evidence, Override, Work
from screening.services import boards, evidence, judgement, measures, work
from screening.services.judgement import Known, Ruling
from screening.services.measures import type_measures

logger = logging.getLogger(__name__)

CHUNK = 500  # applications per bell
BATCH = 100  # applications per transaction
TIE_LETTERS = 16


@dataclass(frozen=True, slots=True)
class _Prepared:
    application: Application
    version: PlanVersion
    row: Evaluation
    extracted: Evidence | None


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
    measured = measures.of(claims)
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
                    measured=measured.get(application.pk, {}),
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
        verdicts[override.criterion] = judgement.ruling_of(override)
    return found


def _prepare(
    application: Application,
    version: PlanVersion,
    basis: evidence.Basis,
    *,
    stored: Evidence | None,
    overrides: Mapping[int, Ruling],
    measured: type_measures,
    at: dt.datetime,
) -> _Prepared:
    digest = basis.digest()
    extracted = None
    if stored is None or stored.basis != digest:
        stored = extracted = evidence.evidence_of(application, version, basis, at=at)
    known = Known(stored.facts, overrides, measured)
    results = judgement.judge(basis.plan, known)
    outcome = scoring.evaluate(judgement.criteria_of(basis.plan), results)
    row = _row(application, version, results, outcome, at=at)
    row.inputs_digest = _digest(
        {
            "plan": version.digest,
            "engine": ENGINE_VERSION,
            "facts": stored.facts,
            "overrides": {
                str(key): _ruling_digest(overrides[key]) for key in sorted(overrides)
            },
            "measures": _measures_digest(measured),
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
        results=[judgement.result_to_json(result) for result in results],
        scores=[result.score for result in results],
        tie_key=tie[:TIE_LETTERS],
        engine_version=ENGINE_VERSION,
        evaluated_at=at,
    )


def _measures_digest(measured: type_measures) -> list[list[object]]:
    return [
        [method, subject, one.value, one.error, one.count, one.reason, one.public]
        for (method, subject), one in sorted(measured.items())
    ]


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
    work.keep_from_erasure(ids)
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
