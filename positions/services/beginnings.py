"""Begin a definition from something: one value in, one draft out."""

import datetime as dt
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import pghistory
from django.db import transaction

from positions.blueprint import (
    Blueprint,
    BlueprintCriterion,
    BlueprintDuty,
    BlueprintExperience,
    BlueprintQuestion,
    BlueprintRequirement,
    BlueprintRoute,
)
from positions.criteria import CriterionKind
from positions.enums import PositionOrigin
from positions.models import EquivalencePolicy, Position, Question
from positions.services import definition, drafting, plans, policies
from positions.services.definition import (
    CriterionRow,
    DutyRow,
    EducationRow,
    ExperienceRow,
    RequirementRow,
    RouteRow,
)
from positions.weighting import in_proportion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backoffice_ats.accounts.models import User
    from positions.plan import Plan


@transaction.atomic
def begin(
    blueprint: Blueprint,
    *,
    by: "User",
    at: dt.datetime,
    title: str = "",
    department: str = "",
    openings: int = 1,
) -> Position:
    """Make a draft with everything the blueprint has; nothing of it is public.

    Criteria are taken over where the blueprint has some, else drafted from its duties.
    """
    with pghistory.context(user=by.pk):
        position = definition.create_position(
            by=by,
            at=at,
            title=title or blueprint.title,
            department=department or blueprint.department,
            summary=blueprint.summary,
            openings=openings,
            plan_reason=blueprint.plan_reason,
            origin=blueprint.origin,
            origin_key=blueprint.origin_key,
        )
        duties = definition.set_duties(position, _duty_rows(blueprint), by=by)
        keys = [duty.pk for duty in duties]
        definition.set_requirements(
            position,
            education=_education_row(blueprint),
            experience=_experience_rows(blueprint, keys),
            policy=_policy(blueprint),
            by=by,
        )
        conditions = definition.set_conditions(
            position, _requirement_rows(blueprint, keys), by=by
        )
        if blueprint.criteria:
            kinds = list(position.experience.order_by("order"))
            definition.set_criteria(
                position,
                [
                    _criterion_row(
                        one,
                        keys,
                        [kind.pk for kind in kinds],
                        [condition.pk for condition in conditions],
                    )
                    for one in blueprint.criteria
                ],
                by=by,
            )
        elif keys:
            drafting.draft_criteria(position, by=by)
            _ask_about(position, blueprint, keys, by=by)
        _take_questions(position, blueprint)
    position.refresh_from_db()
    return position


def _take_questions(position: Position, blueprint: Blueprint) -> None:
    """Let the position ask what the one it is copied from asked."""
    criteria = list(position.criteria.order_by("order"))
    for order, one in enumerate(blueprint.questions, start=1):
        fields = asdict(one) | {
            "options": list(one.options),
            "criterion": None if one.criterion is None else criteria[one.criterion],
        }
        Question.objects.create(position=position, order=order, **fields)


def _duty_rows(blueprint: Blueprint) -> list[DutyRow]:
    """Return the duties; where nobody knows the shares they are made equal."""
    shares = [duty.share for duty in blueprint.duties]
    if not all(shares):
        shares = in_proportion([1] * len(shares), plans.WHOLE)
    return [
        DutyRow(
            duty.statement,
            share,
            essential=bool(duty.essential),
            essential_reason=duty.essential,
            source=duty.source,
        )
        for duty, share in zip(blueprint.duties, shares, strict=True)
    ]


def _education_row(blueprint: Blueprint) -> EducationRow | None:
    if not blueprint.routes:
        return None
    return EducationRow(
        routes=tuple(
            RouteRow(
                level=route.level,
                fields=route.fields,
                credits_full=route.credits_full,
                credits_base=route.credits_base,
            )
            for route in blueprint.routes
        ),
        reason=blueprint.education_reason,
    )


def _experience_rows(
    blueprint: Blueprint, keys: "Sequence[int]"
) -> list[ExperienceRow]:
    return [
        ExperienceRow(
            kind_of_work=kind.kind_of_work,
            months=kind.months,
            duties=_keys(kind.duties, keys),
            headroom=kind.headroom,
            education_counts=kind.education_counts,
        )
        for kind in blueprint.experience
    ]


def _requirement_rows(
    blueprint: Blueprint, keys: "Sequence[int]"
) -> list[RequirementRow]:
    return [
        RequirementRow(
            **{
                **{name: getattr(one, name) for name in _REQUIREMENT_FIELDS},
                "duties": _keys(one.duties, keys),
            }
        )
        for one in blueprint.requirements
    ]


_REQUIREMENT_FIELDS = ("kind", "name", "level", "expires", "essential", "reason")


def _criterion_row(
    one: BlueprintCriterion,
    keys: "Sequence[int]",
    kinds: "Sequence[int]",
    conditions: "Sequence[int]",
) -> CriterionRow:
    return CriterionRow(
        **{
            **asdict(one),
            "duties": _keys(one.duties, keys),
            "experience": None if one.experience is None else kinds[one.experience],
            "requirement": None
            if one.requirement is None
            else conditions[one.requirement],
        }
    )


def _keys(places: "Sequence[int]", keys: "Sequence[int]") -> tuple[int, ...]:
    """Turn places into keys; without any it is for every duty."""
    return tuple(keys[place] for place in places) or tuple(keys)


def _policy(blueprint: Blueprint) -> EquivalencePolicy:
    chosen: EquivalencePolicy | None = (
        EquivalencePolicy.objects.filter(pk=blueprint.policy).first()
        if blueprint.policy
        else None
    )
    return chosen or policies.standard(blueprint.equivalence)


def _ask_about(
    position: Position, blueprint: Blueprint, keys: "Sequence[int]", *, by: "User"
) -> None:
    """Make one interview criterion per side of working with others that is asked for."""
    if not blueprint.interview:
        return
    rows = [CriterionRow.of(one) for one in plans.plan_of(position).criteria]
    place = next(
        at for at, row in enumerate(rows) if row.kind is CriterionKind.INTERVIEW
    )
    whole = rows.pop(place)
    weights = in_proportion([1] * (len(blueprint.interview) + 1), whole.final_weight)
    # The interview asks about the duties themselves, and about each of the sides.
    rows[place:place] = [
        replace(whole, final_weight=weights[0]),
        *(
            replace(
                drafting.dimension_row(one.dimension, _keys(one.duties, keys)),
                final_weight=weight,
            )
            for one, weight in zip(blueprint.interview, weights[1:], strict=True)
        ),
    ]
    definition.set_criteria(position, rows, by=by)


def blueprint_of(position: Position) -> Blueprint:
    """Read a position into a blueprint: all that a copy of it begins with."""
    plan = plans.plan_of(position)
    place = {duty.id: at for at, duty in enumerate(plan.duties)}
    rows = {duty.pk: duty for duty in position.duties.filter(share__gt=0)}
    return Blueprint(
        title=position.title,
        department=position.department,
        summary=position.summary,
        duties=tuple(
            BlueprintDuty(
                duty.statement,
                duty.share,
                rows[duty.id].essential_reason if duty.essential else "",
                rows[duty.id].source,
            )
            for duty in plan.duties
        ),
        education_reason=plan.education.reason if plan.education else "",
        routes=_routes(plan),
        experience=tuple(
            BlueprintExperience(
                kind.kind_of_work,
                kind.months,
                tuple(place[key] for key in kind.duties),
                kind.headroom,
                kind.education_counts,
            )
            for kind in plan.experience
        ),
        requirements=tuple(
            BlueprintRequirement(
                one.kind,
                one.name,
                tuple(place[key] for key in one.duties),
                one.level,
                one.expires,
                one.essential,
                one.reason,
            )
            for one in plan.requirements
        ),
        criteria=_criteria(plan, place),
        questions=_questions(position, plan),
        policy=position.policy_id,
        plan_reason=plan.reason,
        origin=PositionOrigin.COPY.value,
        origin_key=position.code,
    )


def _questions(position: Position, plan: "Plan") -> tuple[BlueprintQuestion, ...]:
    criteria = {one.id: at for at, one in enumerate(plan.criteria)}
    return tuple(
        BlueprintQuestion(
            kind=one.kind,
            text=one.text,
            guidance=one.guidance,
            required=one.required,
            options=tuple(one.options),
            most_words=one.most_words,
            criterion=criteria.get(one.criterion_id or 0),
        )
        for one in position.questions.asked()
    )


def _routes(plan: "Plan") -> tuple[BlueprintRoute, ...]:
    if plan.education is None:
        return ()
    return tuple(
        BlueprintRoute(
            route.level,
            tuple((field.name, field.relevance) for field in route.fields),
            route.credits_full,
            route.credits_base,
        )
        for route in plan.education.routes
    )


def _criteria(plan: "Plan", place: dict[int, int]) -> tuple[BlueprintCriterion, ...]:
    kinds = {kind.id: at for at, kind in enumerate(plan.experience)}
    conditions = {one.id: at for at, one in enumerate(plan.requirements)}
    same = BlueprintCriterion.__dataclass_fields__.keys() - {
        "duties",
        "experience",
        "requirement",
    }
    return tuple(
        BlueprintCriterion(
            **{name: getattr(one, name) for name in same},
            duties=tuple(place[key] for key in one.duties),
            experience=kinds.get(one.experience or 0),
            requirement=conditions.get(one.requirement or 0),
        )
        for one in plan.criteria
    )
