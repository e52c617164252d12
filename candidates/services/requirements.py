"""What a job asks for beside work and study: asked, kept, and said in words."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from candidates.models import Application, RequirementAnswer
from candidates.services.answers import (
    ELIGIBILITY,
    NEEDS,
    last_day,
    requirement_rows,
)
from positions.criteria import Answer, RequirementKind
from positions.enums import LANGUAGE_LEVELS, SKILL_LEVELS
from positions.models import Position
from positions.plan import Plan, PlanRequirement
from positions.services import plans

NOT_YET = 0  # below the lowest level of every scale


@dataclass(frozen=True, slots=True)
class Answered:
    """What somebody said of one requirement: a level, or an answer of three.

    `level` is on the scale of the kind, `NOT_YET` for none; `valid_until` is the last
    day of a licence. All are None while nothing was said.
    """

    answer: Answer | None = None
    level: int | None = None
    valid_until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """One requirement and the answer to it, in words."""

    kind: RequirementKind
    name: str
    essential: bool
    words: str


def asked_of(position: Position) -> tuple[PlanRequirement, ...]:
    """Return what the frozen plan asks for, in its order. One query."""
    version = plans.current(position)
    return Plan.from_json(version.content).requirements if version else ()


def page_of(one: PlanRequirement) -> str:
    """Say on which page of the form a requirement is asked: conditions come first."""
    return ELIGIBILITY if one.kind is RequirementKind.ELIGIBILITY else NEEDS


def pages_of(asked: Iterable[PlanRequirement]) -> dict[int, str]:
    """Return {requirement's key: the page it is asked on}."""
    return {one.id: page_of(one) for one in asked}


def told(
    answers: Mapping[str, Any], asked: Iterable[PlanRequirement]
) -> dict[int, Answered]:
    """Read a draft: what was said of each requirement that is asked for."""
    rows = requirement_rows(answers)
    return {one.id: _read(rows[str(one.id)]) for one in asked if str(one.id) in rows}


def _read(row: Mapping[str, Any]) -> Answered:
    answer = row.get("answer")
    return Answered(
        answer=Answer(answer) if answer else None,
        level=row.get("level"),
        valid_until=last_day(row.get("year"), row.get("month")),
    )


def unmet_conditions(
    asked: Iterable[PlanRequirement], said: Mapping[int, Answered]
) -> list[PlanRequirement]:
    """Return the essential conditions that were answered with no."""
    return [
        one
        for one in asked
        if one.kind is RequirementKind.ELIGIBILITY
        and one.essential
        and said.get(one.id, Answered()).answer is Answer.NO
    ]


def write(application: Application, said: Mapping[int, Answered]) -> None:
    """Turn what was said into rows; what names no requirement of the position is left."""
    known = set(application.position.requirements.values_list("pk", flat=True))
    RequirementAnswer.objects.bulk_create(
        RequirementAnswer(
            application=application,
            requirement_id=key,
            answer=one.answer.value if one.answer else "",
            level=one.level,
            valid_until=one.valid_until,
        )
        for key, one in said.items()
        if key in known
    )


def answered_by(application: Application) -> dict[int, Answered]:
    """Return the answers that were sent, by requirement. One query."""
    return {
        row.requirement_id: answer_of(row)
        for row in application.requirement_answers.all()
    }


def answer_of(row: RequirementAnswer) -> Answered:
    return Answered(
        answer=Answer(row.answer) if row.answer else None,
        level=row.level,
        valid_until=row.valid_until,
    )


def rows_of(said: Mapping[int, Answered]) -> dict[str, dict[str, Any]]:
    """Turn answers that were sent into rows of the form, to be put right."""
    return {
        str(key): {
            "answer": one.answer.value if one.answer else None,
            "level": one.level,
            "month": one.valid_until.month if one.valid_until else None,
            "year": one.valid_until.year if one.valid_until else None,
        }
        for key, one in said.items()
    }


def said_by(application: Application) -> list[Said]:
    """Return the answers that were sent, in words, in the position's order. One query."""
    rows = application.requirement_answers.select_related("requirement").order_by(
        "requirement__order", "pk"
    )
    return [
        Said(
            kind=(kind := RequirementKind(row.requirement.kind)),
            name=row.requirement.name,
            essential=row.requirement.essential,
            words=in_words(kind, answer_of(row)),
        )
        for row in rows
    ]


def in_draft(
    asked: Sequence[PlanRequirement], said: Mapping[int, Answered]
) -> list[Said]:
    """Return a draft's answers in words; one that is missing has none."""
    return [
        Said(
            kind=one.kind,
            name=one.name,
            essential=one.essential,
            words=in_words(one.kind, said[one.id]) if one.id in said else "",
        )
        for one in asked
    ]


def in_words(kind: RequirementKind, said: Answered) -> str:
    """Say an answer: "Does everyday tasks alone", "Yes, valid until May 2027"."""
    if kind in {RequirementKind.SKILL, RequirementKind.LANGUAGE}:
        return level_in_words(kind, said.level)
    words = {
        Answer.YES: _("Yes"),
        Answer.NO: _("No"),
        Answer.CANNOT_TELL: _("In progress, or cannot tell")
        if kind is RequirementKind.LICENCE
        else _("Cannot tell"),
    }
    answer = words[said.answer] if said.answer else ""
    if said.valid_until is None:
        return answer
    return _("%(answer)s, valid until %(month)s") % {
        "answer": answer,
        "month": date_format(said.valid_until, "F Y"),
    }


def level_in_words(kind: RequirementKind, level: int | None) -> str:
    """Say a level on the scale of its kind; nothing where none is known."""
    if level is None:
        return ""
    if level == NOT_YET:
        return _("None yet")
    scale = SKILL_LEVELS if kind is RequirementKind.SKILL else LANGUAGE_LEVELS
    return str(dict(scale)[level])
