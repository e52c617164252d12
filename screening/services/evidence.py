"""What an application shows, as small numbers: extracted once, judged often.

This is the only place of the ranking that reads what applicants wrote. It never asks
for names, contacts, addresses, institutions, employers or dates of study.
"""

import datetime as dt
import hashlib
import json
import zoneinfo
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

from backoffice_ats.accounts.services import organisation
from candidates.enums import EntrySource
from candidates.models import Application
from candidates.services import answers, history, requirements
from positions.criteria import Answer, EducationLevel, RequirementKind
from positions.equivalence import NOMINAL_CREDITS, UNKNOWN, Amount
from positions.models import PlanVersion, Position
from positions.plan import (
    Plan,
    PlanEducation,
    PlanExperience,
    PlanField,
    PlanRequirement,
)
from screening.engine import ENGINE_VERSION, experience, matching, mentions
from screening.engine.values import Source
from screening.models import Evidence

FULL_WEEK = 40  # hours; half of them for a year make half a year (US OPM)
HUNDREDTHS = 100

type_facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Told:
    """Jobs, and what else of one application is asked more than once.

    `ticked`: the applicant said which duties their jobs involved; `by_job`: strengths
    per duty of each job's own text; `none`: pages answered with "none".
    """

    jobs: Sequence[history.WorkFact]
    ticked: bool
    by_job: Mapping[int, Sequence[int]]
    none: frozenset[str]


@dataclass(frozen=True, slots=True)
class Basis:
    """What evidence is matched against. The day of reference is the closing date."""

    plan: Plan
    as_of: dt.date

    def digest(self) -> str:
        """Return the SHA-256 of everything that an extraction depends on."""
        parts = {
            "duties": [asdict(duty) for duty in self.plan.duties],
            "education": self.plan.education and asdict(self.plan.education),
            "experience": [asdict(kind) for kind in self.plan.experience],
            "requirements": [asdict(one) for one in self.plan.requirements],
            "as_of": self.as_of.isoformat(),
            "engine": ENGINE_VERSION,
        }
        return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def basis_of(position: Position, version: PlanVersion) -> Basis:
    """Return the basis of one plan version of a position."""
    zone = zoneinfo.ZoneInfo(organisation.current().time_zone)
    moment = position.closes_at or version.frozen_at
    return Basis(
        plan=Plan.from_json(version.content), as_of=moment.astimezone(zone).date()
    )


def extract(
    application: Application, version: PlanVersion, *, at: dt.datetime
) -> Evidence:
    """Extract what an application shows; unsaved, because an evaluation saves it."""
    basis = basis_of(application.position, version)
    return evidence_of(application, version, basis, at=at)


def evidence_of(
    application: Application, version: PlanVersion, basis: Basis, *, at: dt.datetime
) -> Evidence:
    """Extract against a basis that the caller has worked out before; unsaved."""
    return Evidence(
        application=application,
        plan_version=version,
        facts=facts_of(application, basis),
        basis=basis.digest(),
        engine_version=ENGINE_VERSION,
        extracted_at=at,
    )


def facts_of(application: Application, basis: Basis) -> dict[str, Any]:
    """Work out months, credits and duty strengths. Pure but for reading rows.

    Keys: `as_of`; `months` per kind of work (low, high, months in hundredths, source,
    jobs); `credits` (source; `routes`: per route of study that is asked for the low and
    high in hundredths and the courses; one route where none is); `duties` per duty
    (strength 0 to 10,000 or null, claimed 0, 1 or null); `requirements` per skill,
    licence, language and condition (see `_said`). A high of null has no end.
    """
    plan = basis.plan
    jobs = history.work_of(application)
    passages = passages_for_matching(application)
    found = matching.extract(passages)
    terms = [_terms(duty.statement) for duty in plan.duties]
    strengths = matching.match(found, terms)
    told = _Told(
        jobs=jobs,
        ticked=any(job.duties for job in jobs),
        by_job=matching.match_entries(found, terms),
        none=frozenset(application.answers.get("none", ())),
    )
    return {
        "as_of": basis.as_of.isoformat(),
        "months": {
            str(kind.id): _months(told, kind, basis) for kind in plan.experience
        },
        "credits": _credits(history.studies_of(application), plan.education, told),
        "duties": {
            str(duty.id): [strength, _claimed(duty.id, told)]
            for duty, strength in zip(plan.duties, strengths, strict=True)
        },
        "requirements": _requirements(application, basis, passages),
    }


def _requirements(
    application: Application, basis: Basis, passages: Sequence[matching.Passage]
) -> dict[str, Any]:
    asked = basis.plan.requirements
    said = requirements.answered_by(application) if asked else {}
    return {
        str(one.id): _said(one, said.get(one.id), basis.as_of)
        or {
            "named": int(
                one.kind is not RequirementKind.ELIGIBILITY
                and mentions.names(one.name, [passage.text for passage in passages])
            )
        }
        for one in asked
    }


def _said(
    one: PlanRequirement, said: requirements.Answered | None, as_of: dt.date
) -> dict[str, Any]:
    """Return what was typed: a level, or an answer and since when it holds no more.

    `ended_on` is the last day (ISO) of a licence that was over on the closing date.
    Empty where nothing was typed.
    """
    if said is None or (said.answer is None and said.level is None):
        return {}
    if said.level is not None:
        return {"level": said.level}
    answer = said.answer
    until = said.valid_until
    if one.expires and answer is Answer.YES:
        if until is None:
            answer = Answer.CANNOT_TELL  # held, but until when is not known
        elif until < as_of:
            return {"answer": Answer.YES.value, "ended_on": until.isoformat()}
    return {"answer": answer and answer.value}


def passages_for_matching(application: Application) -> list[matching.Passage]:
    """Return what may count as evidence; `entry` is the key of the job."""
    return [
        matching.Passage(passage.text, passage.work)
        for passage in history.passages_of(application)
    ]


@lru_cache(maxsize=512)
def _terms(statement: str) -> matching.DutyTerms:
    return matching.duty_terms(statement)


def _claimed(duty: int, told: _Told) -> int | None:
    if not told.ticked:
        return None
    return int(any(duty == one for job in told.jobs for one, _share in job.duties))


def _months(told: _Told, kind: PlanExperience, basis: Basis) -> dict[str, Any]:
    """Count the months of one kind of work, job by job."""
    if not told.jobs:
        return _nothing(answers.WORK, told) | {"months": 0, "jobs": []}
    counted = [_job(job, _relevance(job, kind, told, basis)) for job in told.jobs]
    credit = experience.credit(counted, basis.as_of)
    inferred = not told.ticked or any(job.source == EntrySource.CV for job in told.jobs)
    return {
        "low": credit.amount.low,
        "high": credit.amount.high,
        "months": credit.hundredths,
        "source": (Source.INFERRED if inferred else Source.CLAIMED).value,
        "jobs": [
            {
                "id": job.id,
                "share": one.share,
                "relevance": one.relevance,
                "alone": int(result.alone * HUNDREDTHS),
                "flags": [flag.value for flag in result.flags],
            }
            for job, one, result in zip(told.jobs, counted, credit.jobs, strict=True)
        ],
    }


def _nothing(step: str, told: _Told) -> dict[str, Any]:
    """Return what an empty list says: none, if the applicant said so; else unknown."""
    if step in told.none:
        return {"low": 0, "high": 0, "source": Source.CLAIMED.value}
    return {"low": 0, "high": None, "source": Source.INFERRED.value}


def _relevance(
    job: history.WorkFact, kind: PlanExperience, told: _Told, basis: Basis
) -> int:
    """Return the share of a job that counts: what was ticked, else what was written."""
    if told.ticked:
        share = sum(share for duty, share in job.duties if duty in kind.duties)
        return min(share, 100) * 100
    strengths = told.by_job.get(job.id)
    if strengths is None:
        return 0
    wanted = [
        (strength, duty.share)
        for strength, duty in zip(strengths, basis.plan.duties, strict=True)
        if duty.id in kind.duties
    ]
    return matching.relevance(
        [strength for strength, _share in wanted],
        [share for _strength, share in wanted],
    )


def _job(job: history.WorkFact, relevance: int) -> experience.Job:
    share = experience.FULL
    if job.hours_per_week is not None:
        share = min(share, int(job.hours_per_week * share / FULL_WEEK))
    return experience.Job(
        start=job.starts_on,
        end=job.ends_on,
        current=job.current,
        precision=experience.Precision(job.precision),
        share=share,
        relevance=relevance,
    )


def _credits(
    studies: Sequence[history.StudyFact], asked: PlanEducation | None, told: _Told
) -> dict[str, Any]:
    """Find the credits of the best course for each route; where it was, is never read."""
    fields: list[tuple[PlanField, ...]] = (
        [route.fields for route in asked.routes] if asked and asked.routes else [()]
    )
    if not studies:
        nothing = _nothing(answers.EDUCATION, told)
        span = {"low": nothing["low"], "high": nothing["high"], "studies": []}
        return {"source": nothing["source"], "routes": [span for _route in fields]}
    inferred = any(study.source == EntrySource.CV for study in studies)
    return {
        "source": (Source.INFERRED if inferred else Source.CLAIMED).value,
        "routes": [_by_route(studies, route) for route in fields],
    }


def _by_route(
    studies: Sequence[history.StudyFact], fields: Sequence[PlanField]
) -> dict[str, Any]:
    amounts = [_amount(study, fields) for study in studies]
    ends = [amount.high for amount in amounts]
    return {
        "low": max(amount.low for amount in amounts),
        "high": None if None in ends else max(end for end in ends if end is not None),
        "studies": [
            {
                "id": study.id,
                "low": amount.low,
                "high": amount.high,
                "relevance": relevance_of(study, fields),
            }
            for study, amount in zip(studies, amounts, strict=True)
        ],
    }


def _amount(study: history.StudyFact, fields: Sequence[PlanField]) -> Amount:
    """Return the credits of one course; what is not told is a range, never a zero."""
    if study.level is None and study.credits is None:
        return UNKNOWN
    nominal = NOMINAL_CREDITS[EducationLevel(study.level or EducationLevel.PRIMARY)]
    if study.credits is not None:
        found = Amount.exactly(study.credits * HUNDREDTHS)
    elif study.finished:
        found = Amount.exactly(nominal * HUNDREDTHS)
    else:
        found = Amount(0, nominal * HUNDREDTHS)
    relevance = relevance_of(study, fields)
    if relevance is None:
        return Amount(0, found.high)  # another subject: a person looks at it
    high = found.high if found.high is None else found.high * relevance // 100
    return Amount(found.low * relevance // 100, high)


def relevance_of(study: history.StudyFact, fields: Sequence[PlanField]) -> int | None:
    """Return the per cent of a course's credits that count; None for another subject.

    Without fields any subject counts whole. Where several fit, the best one counts.
    """
    if not fields:
        return 100
    words = _stems(f"{study.field} {study.name}")
    fitting = [one.relevance for one in fields if _stems(one.name) <= words]
    return max(fitting, default=None)


@lru_cache(maxsize=2048)
def _stems(text: str) -> frozenset[str]:
    """Cut words to their first six letters: "accounting", "accountancy", "accounts"."""
    plain = "".join(one if one.isalnum() else " " for one in text.casefold())
    return frozenset(word[:6] for word in plain.split() if len(word) > 2)  # noqa: PLR2004 -- "of", "in"
