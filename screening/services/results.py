"""Finished evaluations, as rows: written by COPY, once, and fenced by the counter."""

import datetime as dt
import hashlib
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

from backoffice_ats.audit.models import Act, AuditEvent
from screening.engine import ENGINE_VERSION, ranking
from screening.engine.values import VerdictCode
from screening.models import Evaluation, Evidence
from screening.services import boards, judgement, work
from screening.services.cases import Yardstick

TIE_LETTERS = 16
COPY = """
    COPY screening_evaluation (
        application_id, position_id, plan_version_id, essential_not_met, complete,
        score, low, high, results, scores, tie_key, engine_version, inputs_digest,
        evaluated_at
    ) FROM STDIN
"""

_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"))

type_results = Sequence[Mapping[str, Any]]  # as they are stored, in the plan's order


@dataclass(frozen=True, slots=True)
class Judged:
    """One application's results under a plan, not combined yet."""

    application: int
    yardstick: Yardstick
    results: type_results
    inputs_digest: str
    extracted: Evidence | None

    def is_for(self, yardstick: Yardstick) -> bool:
        return self.yardstick.version.pk == yardstick.version.pk


def digest(value: object) -> str:
    """Return the SHA-256 of a value's canonical JSON."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def canonical(value: object) -> str:
    """Return the one JSON that equal values have."""
    return _ENCODER.encode(value)


@transaction.atomic
def store(
    judged: Sequence[Judged],
    idle: Sequence[int],
    claims: Mapping[int, int],
    *,
    at: dt.datetime,
) -> None:
    """Write results, fenced by the counter: who comes late changes nothing.

    `idle` are applications of which there is nothing to say, and which are done.
    """
    ids = [one.application for one in judged] + list(idle)
    work.keep_from_erasure(ids)
    wanted = work.finish({key: claims[key] for key in ids})
    current = [one for one in judged if one.application in wanted]
    _keep_evidence(
        one.extracted
        for one in current
        # What was told meanwhile is not in it: it is read again.
        if one.extracted and wanted[one.application] == claims[one.application]
    )
    yardsticks = {one.yardstick.version.pk: one.yardstick for one in current}
    changed = _changed(current)
    for yardstick in yardsticks.values():
        _write(yardstick, [one for one in changed if one.is_for(yardstick)], at=at)
        boards.turn(yardstick.version.position, yardstick.version, at=at)


def _keep_evidence(extracted: Iterable[Evidence]) -> None:
    Evidence.objects.bulk_create(
        extracted,
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


def _changed(judged: Sequence[Judged]) -> list[Judged]:
    """Leave out what was evaluated from the very same inputs before.

    The rows of all others under the same plan version go: new ones take their place.
    """
    stored = {
        (application, version): (key, inputs)
        for key, application, version, inputs in Evaluation.objects.of_applications(
            one.application for one in judged
        ).values_list("pk", "application_id", "plan_version_id", "inputs_digest")
    }
    changed, replaced = [], []
    for one in judged:
        key, inputs = stored.get(
            (one.application, one.yardstick.version.pk), (None, "")
        )
        if key is None or inputs != one.inputs_digest:
            changed.append(one)
        if key is not None and inputs != one.inputs_digest:
            replaced.append(key)
    Evaluation.objects.filter(pk__in=replaced).delete()
    return changed


def _write(yardstick: Yardstick, judged: Sequence[Judged], *, at: dt.datetime) -> None:
    """Add the rows of one plan version, and the event of this run."""
    if not judged:
        return
    texts = [canonical(one.results) for one in judged]
    with connection.cursor() as cursor:
        cursor.copy_expert(COPY, io.StringIO(_lines(yardstick, judged, texts, at=at)))
    _leave_event(yardstick, judged, texts, at=at)


def _lines(
    yardstick: Yardstick,
    judged: Sequence[Judged],
    texts: Sequence[str],
    *,
    at: dt.datetime,
) -> str:
    """Combine everybody's results at once, and return one line of COPY for each."""
    version = yardstick.version
    total = judgement.combine_all(yardstick.criteria, [one.results for one in judged])
    seed, moment = version.digest.encode(), at.isoformat()
    return "".join(
        f"{one.application}\t{version.position_id}\t{version.pk}"
        f"\t{'t' if essentials == VerdictCode.NOT_MET else 'f'}"
        f"\t{'t' if complete else 'f'}\t{score}\t{low}\t{high}\t{_escaped(text)}"
        f"\t{{{','.join([str(result['score']) for result in one.results])}}}"
        f"\t{ranking.tie_break(seed, str(one.application))[:TIE_LETTERS]}"
        f"\t{ENGINE_VERSION}\t{one.inputs_digest}\t{moment}\n"
        for one, text, essentials, complete, score, low, high in zip(
            judged,
            texts,
            total.essentials.tolist(),
            total.complete.tolist(),
            total.score.tolist(),
            total.low.tolist(),
            total.high.tolist(),
            strict=True,
        )
    )


def _escaped(text: str) -> str:
    """Write JSON as COPY reads it: it holds no tabs or line ends, but backslashes."""
    return text.replace("\\", "\\\\")


def _leave_event(
    yardstick: Yardstick,
    judged: Sequence[Judged],
    texts: Sequence[str],
    *,
    at: dt.datetime,
) -> None:
    """Leave one event per run and plan version, with digests of what went in and out."""
    version = yardstick.version
    single = judged[0].application if len(judged) == 1 else None
    outputs = ",".join(
        f"[{one.application},{text}]" for one, text in zip(judged, texts, strict=True)
    )
    AuditEvent.objects.create(
        act=Act.EVALUATED,
        subject="candidates.application" if single else "positions.position",
        subject_id=single or version.position_id,
        position_id=version.position_id,
        details={
            "applications": len(judged),
            "plan_version": version.number,
            "plan_digest": version.digest,
            "engine": ENGINE_VERSION,
            "inputs": digest([[one.application, one.inputs_digest] for one in judged]),
            "outputs": hashlib.sha256(f"[{outputs}]".encode()).hexdigest(),
        },
        at=at,
    )
