"""The only bridge: rows, to values of the engine, to one row per application.

An evaluation is a pure function of the frozen plan and what is known of an application.
It writes nothing a person decides: a score orders the reading, and no more.
"""

import datetime as dt
import hashlib
import json
import logging
from collections.abc import Iterator, Mapping

from celery.exceptions import SoftTimeLimitExceeded
from django.db import InterfaceError, OperationalError

from candidates.models import Application
from positions.models import Position
from screening.engine import ENGINE_VERSION
from screening.models import Evidence, Work
from screening.services import cases, evidence, judgement, results, work
from screening.services.cases import Case, Yardstick
from screening.services.judgement import Known, Ruling
from screening.services.measures import type_measures
from screening.services.results import Judged, type_results

logger = logging.getLogger(__name__)

CHUNK = 500  # applications per bell
BATCH = 500  # applications per transaction


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
    yardsticks = cases.yardsticks_for(claims)
    judged: list[Judged] = []
    idle: list[int] = []
    failed = 0
    for case in cases.of(claims, yardsticks):
        yardstick = yardsticks.get(case.position)
        if yardstick is None or not case.stands:
            idle.append(case.application)
            continue
        try:
            judged.append(_judge(case, yardstick, at=at))
        except (OperationalError, InterfaceError, SoftTimeLimitExceeded):
            raise
        except Exception as error:
            # One broken application must not hold the others up.
            failed += 1
            logger.exception("evaluation of application %s failed", case.application)
            work.note_failure(case.application, error)
    try:
        results.store(judged, idle, claims, at=at)
    except ValueError as error:
        # Such as weights that do not add up: no single application is to blame.
        logger.exception("results of %s applications do not combine", len(judged))
        for one in judged:
            work.note_failure(one.application, error)
        return 0
    return len(claims) - failed


def _judge(case: Case, yardstick: Yardstick, *, at: dt.datetime) -> Judged:
    """Judge one application, or take what was found when only weights have changed."""
    extracted, facts = None, case.facts
    if facts is None or case.basis != yardstick.basis_digest:
        extracted = _extract(case, yardstick, at=at)
        facts = cases.as_stored(extracted.facts)
    inputs = _Inputs(facts, case.overrides, case.measures)
    found = _found_before(case, yardstick, inputs)
    if found is None:
        known = Known(json.loads(facts), case.overrides, case.measures)
        found = [
            judgement.result_to_json(result)
            for result in judgement.judge_by(yardstick.ruler, known)
        ]
    return Judged(
        application=case.application,
        yardstick=yardstick,
        results=found,
        inputs_digest=inputs.digest(yardstick.version.digest),
        extracted=extracted,
    )


def _extract(case: Case, yardstick: Yardstick, *, at: dt.datetime) -> Evidence:
    application = Application.objects.select_related("position").get(
        pk=case.application
    )
    return evidence.evidence_of(application, yardstick.version, yardstick.basis, at=at)


def _found_before(
    case: Case, yardstick: Yardstick, inputs: "_Inputs"
) -> type_results | None:
    """Return the results under an older plan that differs in weights alone.

    None where there are none, or where they rest on anything else than what is known.
    """
    earlier = case.earlier
    if earlier is None or earlier.plan_version not in yardstick.akin:
        return None
    older = yardstick.akin[earlier.plan_version]
    if inputs.digest(older) != earlier.inputs_digest:
        return None
    found: type_results = json.loads(earlier.results)
    return found


class _Inputs:
    """All that one application is judged by, but for the plan, as a begun SHA-256.

    The facts enter as PostgreSQL writes them: equal ones are the same bytes.
    """

    def __init__(
        self,
        facts: str,
        overrides: Mapping[int, Ruling],
        measured: type_measures,
    ) -> None:
        rest = {
            "engine": ENGINE_VERSION,
            "measures": _measures_digest(measured),
            "overrides": {
                str(key): _ruling_digest(overrides[key]) for key in sorted(overrides)
            },
        }
        self._begun = hashlib.sha256(f"{results.canonical(rest)}{facts}".encode())

    def digest(self, plan: str) -> str:
        """Return the digest of these together with a plan's own digest."""
        whole = self._begun.copy()
        whole.update(plan.encode())
        return whole.hexdigest()


def _measures_digest(measured: type_measures) -> list[list[object]]:
    return [
        [method, subject, one.value, one.error, one.count, one.reason, one.public]
        for (method, subject), one in sorted(measured.items())
    ]


def _ruling_digest(ruling: Ruling) -> str:
    """Return what tells two rulings apart; one without a score as before scores."""
    verdict = ruling.verdict.value
    return verdict if ruling.score is None else f"{verdict} {ruling.score}"
