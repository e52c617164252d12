"""What an evaluation reads of applications, in a number of queries that is constant."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models import TextField
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast

from candidates.models import Application
from candidates.stages import Status
from positions.models import PlanVersion, Position
from positions.plan import Plan
from positions.services import plans
from screening.engine.values import Criterion
from screening.models import Evaluation, Override
from screening.querysets import among
from screening.services import evidence, judgement, measures
from screening.services.judgement import Ruler, Ruling
from screening.services.measures import type_measures


@dataclass(frozen=True, slots=True)
class Yardstick:
    """The plan that a position is judged by, and what is worked out of it once.

    `akin` holds the digests, by key, of older versions that differ in weights alone:
    what was found under those need not be judged again.
    """

    version: PlanVersion
    basis: evidence.Basis
    ruler: Ruler
    basis_digest: str
    criteria: Sequence[Criterion]
    akin: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Earlier:
    """What somebody was found to be under an older version; `results` as JSON."""

    plan_version: int
    inputs_digest: str
    results: str


@dataclass(frozen=True, slots=True)
class Case:
    """All that is stored about one application before it is judged.

    `stands` says that it is sent and not withdrawn. `facts` as JSON, extracted against
    `basis`; both None where there is no evidence.
    """

    application: int
    position: int
    stands: bool
    basis: str | None
    facts: str | None
    overrides: Mapping[int, Ruling]
    measures: type_measures
    earlier: Earlier | None


def yardsticks_for(applications: Collection[int]) -> dict[int, Yardstick]:
    """Return what each position of these applications is judged by, by its key.

    A position without a frozen plan is left out.
    """
    theirs = Application.objects.filter(_among_applications(applications))
    positions = theirs.values_list("position", flat=True).distinct()
    shown = Evaluation.objects.of_applications(applications)
    used = set(shown.values_list("plan_version", flat=True))
    earlier = PlanVersion.objects.filter(pk__in=used) if used else []
    found = {}
    for position in Position.objects.filter(pk__in=list(positions)):
        version = plans.current(position)
        if version is not None:
            found[position.pk] = _yardstick(position, version, earlier)
    return found


def _yardstick(
    position: Position, version: PlanVersion, earlier: Iterable[PlanVersion]
) -> Yardstick:
    basis = evidence.basis_of(position, version)
    judged = judgement.unweighed(basis.plan)
    return Yardstick(
        version=version,
        basis=basis,
        ruler=judgement.ruler_of(basis.plan),
        basis_digest=basis.digest(),
        criteria=judgement.criteria_of(basis.plan),
        akin={
            one.pk: one.digest
            for one in earlier
            if one.position_id == position.pk
            and one.number < version.number
            and judgement.unweighed(Plan.from_json(one.content)) == judged
        },
    )


def of(
    applications: Collection[int], yardsticks: Mapping[int, Yardstick]
) -> list[Case]:
    """Return what is stored about each application, in the order of their keys."""
    overrides = _overrides_of(applications)
    measured = measures.of(applications)
    earlier = _earlier_of(
        applications, {key for one in yardsticks.values() for key in one.akin}
    )
    rows = (
        Application.objects.filter(_among_applications(applications))
        .order_by("pk")
        .values_list(
            "pk",
            "position_id",
            "status",
            "evidence__basis",
            Cast("evidence__facts", TextField()),
        )
    )
    return [
        Case(
            application=key,
            position=position,
            stands=status not in {Status.DRAFT, Status.WITHDRAWN},
            basis=basis,
            facts=facts,
            overrides=overrides.get(key, {}),
            measures=measured.get(key, {}),
            earlier=earlier.get(key),
        )
        for key, position, status, basis, facts in rows
    ]


def _among_applications(keys: Iterable[int]) -> RawSQL:
    return among("candidates_application.id", keys)


def as_stored(facts: evidence.type_facts) -> str:
    """Return facts that are not stored yet as PostgreSQL will write them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s::jsonb::text", [json.dumps(facts)])
        return str(cursor.fetchone()[0])


def _overrides_of(applications: Iterable[int]) -> dict[int, dict[int, Ruling]]:
    found: dict[int, dict[int, Ruling]] = {}
    for override in Override.objects.filter(
        among("screening_override.application_id", applications)
    ):
        verdicts = found.setdefault(override.application_id, {})
        verdicts[override.criterion] = judgement.ruling_of(override)
    return found


def _earlier_of(
    applications: Iterable[int], versions: Collection[int]
) -> dict[int, Earlier]:
    """Return the newest result under one of these versions, by application."""
    if not versions:
        return {}
    rows = (
        Evaluation.objects.of_applications(applications)
        .order_by("pk")
        .values_list(
            "application_id",
            "plan_version_id",
            "inputs_digest",
            Cast("results", TextField()),
        )
    )
    return {
        application: Earlier(*rest)
        for application, *rest in rows
        if rest[0] in versions
    }
