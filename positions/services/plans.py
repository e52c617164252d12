"""The selection plan: read from the rows, checked, and frozen."""

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

import pghistory
from django.db import transaction
from django.db.models import Max, Prefetch
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from positions.criteria import (
    CriterionKind,
    EducationLevel,
    Equivalence,
    RequirementKind,
)
from positions.models import (
    Criterion,
    Duty,
    EducationRequirement,
    EducationRoute,
    ExperienceRequirement,
    PlanVersion,
    Position,
    Requirement,
)
from positions.plan import (
    Plan,
    PlanCriterion,
    PlanDuty,
    PlanEducation,
    PlanExperience,
    PlanField,
    PlanRequirement,
    PlanRoute,
)
from positions.services import advising, clarity, policies
from positions.services.clarity import Checked, CheckedDuty, WrittenDuty
from positions.signals import plan_frozen

if TYPE_CHECKING:
    from backoffice_ats.accounts.models import User

SCORED_FROM_SHARE = 10  # an essential duty with this share of time must be scored
WHOLE = 100


class Problem(NamedTuple):
    """What is still missing: in which part of the definition, and in words."""

    section: str  # "about", "duties", "needs", "conditions", "weights" or "pay"
    text: str


class PlanIncompleteError(Exception):
    """The definition lacks something that applicants must be able to rely on."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(problem.text for problem in problems))
        self.problems = problems


class PlanUnchangedError(Exception):
    """There is nothing to freeze: the newest version says the same."""


def lock(position: Position) -> None:
    """Read the row again and hold it, so that nobody else changes it meanwhile."""
    position.refresh_from_db(
        from_queryset=Position.objects.select_for_update(no_key=True)
    )


def current(position: Position) -> PlanVersion | None:
    """Return the version applicants are judged by: the newest."""
    version: PlanVersion | None = position.versions.order_by("-number").first()
    return version


def plan_of(position: Position) -> Plan:
    """Read the definition as it stands in the rows, frozen or not.

    Duties without a share are kept on file for the applications that answered them;
    they are no part of the job any more, and of no plan.
    """
    in_use = Duty.objects.filter(share__gt=0).order_by("order", "pk")
    linked = Prefetch("duties", queryset=in_use)
    education = (
        EducationRequirement.objects.filter(position=position)
        .prefetch_related(
            Prefetch("routes", queryset=EducationRoute.objects.order_by("order"))
        )
        .first()
    )
    return Plan(
        policy=policies.as_plan(position.policy),
        duties=tuple(_duty(duty) for duty in in_use.filter(position=position)),
        education=_education(education) if education else None,
        experience=tuple(
            _experience(kind)
            for kind in ExperienceRequirement.objects.filter(position=position)
            .prefetch_related(linked)
            .order_by("order", "pk")
        ),
        criteria=tuple(
            _criterion(criterion)
            for criterion in Criterion.objects.filter(position=position)
            .prefetch_related(linked)
            .order_by("order", "pk")
        ),
        requirements=tuple(
            _requirement(one)
            for one in Requirement.objects.filter(position=position, in_use=True)
            .prefetch_related(linked)
            .order_by("order", "pk")
        ),
        reason=position.plan_reason,
    )


def _duty(duty: Duty) -> PlanDuty:
    return PlanDuty(
        id=duty.pk,
        order=duty.order,
        statement=duty.statement,
        share=duty.share,
        essential=duty.essential,
        source=duty.source,
    )


def _education(education: EducationRequirement) -> PlanEducation:
    return PlanEducation(
        routes=tuple(
            PlanRoute(
                level=EducationLevel(route.level),
                fields=tuple(PlanField(**field) for field in route.fields),
                credits_base=route.credits_base,
                credits_full=route.credits_full,
            )
            for route in education.routes.all()
        ),
        reason=education.reason,
    )


def _experience(kind: ExperienceRequirement) -> PlanExperience:
    return PlanExperience(
        id=kind.pk,
        kind_of_work=kind.kind_of_work,
        months=kind.months,
        headroom=kind.headroom,
        education_counts=kind.education_counts,
        duties=tuple(duty.pk for duty in kind.duties.all()),
    )


def _requirement(one: Requirement) -> PlanRequirement:
    return PlanRequirement(
        id=one.pk,
        kind=RequirementKind(one.kind),
        name=one.name,
        level=one.level,
        expires=one.expires,
        essential=one.essential,
        reason=one.reason,
        duties=tuple(duty.pk for duty in one.duties.all()),
    )


def _criterion(criterion: Criterion) -> PlanCriterion:
    return PlanCriterion(
        id=criterion.pk,
        order=criterion.order,
        kind=CriterionKind(criterion.kind),
        title=criterion.title,
        essential=criterion.essential,
        weight=criterion.weight,
        duties=tuple(duty.pk for duty in criterion.duties.all()),
        experience=criterion.experience_id,
        requirement=criterion.requirement_id,
        final_weight=criterion.final_weight,
        minimum=criterion.minimum,
        reason=criterion.reason,
        dimension=criterion.dimension,
        anchor_none=criterion.anchor_none,
        anchor_meets=criterion.anchor_meets,
        anchor_best=criterion.anchor_best,
    )


def scored_duties(position: Position) -> frozenset[int]:
    """Return the keys of the duties that a criterion scores. One query."""
    criteria = Criterion.objects.filter(
        position=position, kind=CriterionKind.DUTY.value, duties__isnull=False
    )
    return frozenset(criteria.values_list("duties", flat=True))


def problems_of(position: Position, plan: Plan | None = None) -> list[Problem]:
    """Say in words what keeps the plan from being frozen; empty when nothing does."""
    plan = plan or plan_of(position)
    return [
        *duty_problems(clarity.check(_stored_duties(position))),
        *_need_problems(plan),
        *_weight_problems(plan),
    ]


def _stored_duties(position: Position) -> list[WrittenDuty]:
    duties = position.duties.filter(share__gt=0).order_by("order", "pk")
    return clarity.stored(duties)


def duty_problems(checked: Checked) -> list[Problem]:
    """Say in words what the duties lack, whether they are stored or only typed."""
    if not checked.duties:
        return [Problem("duties", _("Write down at least one duty."))]
    found = []
    total = sum(duty.written.share or 0 for duty in checked.duties)
    if total != WHOLE:
        found.append(Problem("duties", share_sentence(total)))
    # Else a vague definition could pass by marking nothing.
    if not any(duty.written.essential for duty in checked.duties):
        found.append(
            Problem(
                "duties",
                _("Mark at least one duty as essential: what is the job there for?"),
            )
        )
    found += [
        Problem(
            "duties",
            _("Say why duty %(order)d is essential, or take the mark off.")
            % {"order": duty.number},
        )
        for duty in checked.duties
        if duty.written.essential and not duty.written.essential_reason.strip()
    ]
    found += [
        Problem("duties", vague_sentence(duty)) for duty in checked.duties if duty.stops
    ]
    return found


def vague_sentence(duty: CheckedDuty) -> str:
    """Say what keeps a duty from being clear, in its own words where it has some."""
    if duty.gaps:
        return ngettext(
            "Duty %(order)d has a gap in square brackets. Fill it in.",
            "Duty %(order)d has %(n)d gaps in square brackets. Fill them in.",
            len(duty.gaps),
        ) % {"order": duty.number, "n": len(duty.gaps)}
    words = list(
        dict.fromkeys(f"“{one.words}”" for one in duty.stopping if one.category)
    )
    if words:
        return _(
            "Duty %(order)d is vague: %(words)s. Say what is done, or keep it with a"
            " reason."
        ) % {"order": duty.number, "words": ", ".join(words)}
    return _("Duty %(order)d is vague: %(message)s") % {
        "order": duty.number,
        "message": duty.stopping[0].message,
    }


def share_sentence(total: int) -> str:
    """Say what to do about shares of time that do not make 100 per cent."""
    if total < WHOLE:
        return _(
            "The shares of time add up to %(total)d %%. Give %(rest)d %% more to the"
            " duties."
        ) % {"total": total, "rest": WHOLE - total}
    return _(
        "The shares of time add up to %(total)d %%. Take %(rest)d %% off the duties."
    ) % {"total": total, "rest": total - WHOLE}


def _need_problems(plan: Plan) -> list[Problem]:
    found = [
        Problem(
            "needs",
            _("Tick the duties that need “%(kind)s”.") % {"kind": kind.kind_of_work},
        )
        for kind in plan.experience
        if not kind.duties
    ]
    if plan.education and not plan.education.reason.strip():
        found.append(Problem("needs", _("Say why the duties need this education.")))
    found += [
        Problem("conditions", text % {"name": one.name})
        for one in plan.requirements
        for text in _lacks(one)
    ]
    return found


def _lacks(one: PlanRequirement) -> list[str]:
    found = []
    if not one.duties:
        found.append(_("Tick the duties that need “%(name)s”."))
    if one.essential and not one.reason.strip():
        found.append(
            _(
                "Say why nobody can do the duties without “%(name)s”, or take the mark off."
            )
        )
    return found


def _weight_problems(plan: Plan) -> list[Problem]:
    if not plan.criteria:
        return [Problem("weights", _("Draft the criteria from the duties."))]
    found = [Problem("weights", text) for text in weight_sentences(plan)]
    found += [
        Problem(
            "weights",
            _("Tick the duties that “%(title)s” comes from.")
            % {"title": criterion.title},
        )
        for criterion in plan.criteria
        if not criterion.duties
    ]
    unscored = _unscored_duties(plan)
    if unscored:
        numbers = ", ".join(str(duty.order) for duty in unscored)
        found.append(
            Problem(
                "weights",
                ngettext(
                    "Duty %(numbers)s is essential and takes %(from)d %% of the time or"
                    " more, but nothing scores it. Draft the criteria again.",
                    "Duties %(numbers)s are essential and take %(from)d %% of the time"
                    " or more, but nothing scores them. Draft the criteria again.",
                    len(unscored),
                )
                % {"numbers": numbers, "from": SCORED_FROM_SHARE},
            )
        )
    found += _unjudged_needs(plan)
    found += [Problem("weights", text) for text in advising.gates_of(plan)]
    return found


def weight_sentences(plan: Plan) -> list[str]:
    """Say what to do about the weights of each stage; empty where they make 100."""
    found = []
    total = sum(criterion.weight for criterion in plan.criteria)
    if total != WHOLE:
        found.append(weight_sentence(total))
    final = sum(criterion.final_weight for criterion in plan.criteria)
    if plan.has_two_stages and final != WHOLE:
        found.append(_("After interviews: %s") % weight_sentence(final))
    return found


def weight_sentence(total: int) -> str:
    """Say what to do about weights that do not make 100."""
    if total < WHOLE:
        return _(
            "The weights add up to %(total)d. Give out %(rest)d more to reach 100."
        ) % {"total": total, "rest": WHOLE - total}
    return _("The weights add up to %(total)d. Take %(rest)d off to reach 100.") % {
        "total": total,
        "rest": total - WHOLE,
    }


def _unscored_duties(plan: Plan) -> list[PlanDuty]:
    scored = plan.scored_duties
    return [
        duty
        for duty in plan.duties
        if duty.essential and duty.share >= SCORED_FROM_SHARE and duty.id not in scored
    ]


def judges_education_alone(plan: Plan) -> bool:
    """Say whether education needs a criterion of its own.

    It does where both are needed, and where no kind of work lets it count.
    """
    return plan.education is not None and (
        plan.equivalence == Equivalence.BOTH
        or not any(kind.education_counts for kind in plan.experience)
    )


def _unjudged_needs(plan: Plan) -> list[Problem]:
    qualifications = [
        criterion.experience
        for criterion in plan.criteria
        if criterion.kind == CriterionKind.QUALIFICATION
    ]
    found = [
        Problem(
            "weights",
            _("Nothing judges “%(kind)s”. Draft the criteria again.")
            % {"kind": kind.kind_of_work},
        )
        for kind in plan.experience
        if kind.id not in qualifications
    ]
    judged = {criterion.requirement for criterion in plan.criteria}
    found += [
        Problem(
            "weights",
            _("Nothing judges “%(name)s”. Draft the criteria again.")
            % {"name": one.name},
        )
        for one in plan.requirements
        if one.id not in judged
    ]
    if judges_education_alone(plan) and None not in qualifications:
        found.append(
            Problem(
                "weights", _("Nothing judges the education. Draft the criteria again.")
            )
        )
    return found


@transaction.atomic
def freeze(
    position: Position, *, by: "User", at: dt.datetime, reason: str
) -> PlanVersion:
    """Fix the definition as the next version, by which applicants are judged.

    Raises PlanIncompleteError with everything that is missing, PlanUnchangedError if
    the newest version has the same content.
    """
    lock(position)
    plan = plan_of(position)
    if found := problems_of(position, plan):
        raise PlanIncompleteError(found)
    digest = plan.digest()
    newest = current(position)
    if newest and Plan.from_json(newest.content).digest() == digest:
        raise PlanUnchangedError
    number = position.versions.aggregate(last=Max("number"))["last"] or 0
    with pghistory.context(user=by.pk):
        version = PlanVersion.objects.create(
            position=position,
            number=number + 1,
            content=plan.to_json(),
            digest=digest,
            reason=reason,
            frozen_by=by,
            frozen_at=at,
        )
        plan_frozen.send(sender=PlanVersion, position=position, version=version)
    return version


def is_changed(position: Position) -> bool:
    """Say whether the rows differ from what applicants are judged by."""
    version = current(position)
    # Both read anew: what was frozen in an older format is compared by its meaning.
    return (
        version is not None
        and Plan.from_json(version.content).digest() != plan_of(position).digest()
    )
