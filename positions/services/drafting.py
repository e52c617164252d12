"""Draft the criteria from duties and requirements."""

from dataclasses import replace
from typing import TYPE_CHECKING

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from positions.advice import ONE_AT_MOST
from positions.criteria import (
    CriterionKind,
    Dimension,
    Equivalence,
    RequirementKind,
    core_of,
)
from positions.enums import DIMENSIONS
from positions.models import Criterion, Position
from positions.plan import (
    Plan,
    PlanCriterion,
    PlanDuty,
    PlanExperience,
    PlanRequirement,
)
from positions.services import definition, plans
from positions.services.definition import CriterionRow
from positions.weighting import WHOLE, in_proportion, within

if TYPE_CHECKING:
    from backoffice_ats.accounts.models import User

QUALIFICATION_WEIGHT = 5  # surplus years say little: US OPM and meta-analyses agree
QUALIFICATION_WEIGHT_IN_ALL = 20
SCREENING_WEIGHT = 10
NEED_WEIGHT = 5
NEED_WEIGHT_IN_ALL = 20
INTERVIEW_WEIGHT = 45  # the strongest single method
REFERENCE_WEIGHT = 10
WORK_SAMPLE_FROM = 10  # for less, nobody should have to do a task
TITLE_LENGTH = 90


class NothingToDraftFromError(Exception):
    """Criteria come from duties, and there are none."""


def draft_criteria(position: Position, *, by: "User") -> list[Criterion]:
    """Propose criteria from duties and requirements, in place of the present ones.

    Before interviews: 5 for each qualification (20 at most in all), 5 for each skill
    and whatever else is no essential (20 at most in all), 10 for working with others,
    the rest over the scored duties in proportion to their time; what is more than 50
    for one duty goes to a work sample, or a little of it to the other duties. After them: 45 for the structured interview, 10
    for references, and the others keep their proportions. A criterion that judges the
    same thing as before keeps its identity.

    Raises NothingToDraftFromError while there are no duties.
    """
    return definition.set_criteria(position, proposed(plans.plan_of(position)), by=by)


def proposed(plan: Plan) -> list[CriterionRow]:
    """Return the drafted criteria, each with the key of the one it takes the place of.

    Raises NothingToDraftFromError while there are no duties.
    """
    if not plan.duties:
        raise NothingToDraftFromError
    known = {_subject(criterion): criterion.id for criterion in plan.criteria}
    return [replace(row, id=known.get(_subject(row))) for row in drafted(plan)]


type_subject = tuple[CriterionKind, int | None, int | None, str, tuple[int, ...]]


def _subject(one: CriterionRow | PlanCriterion) -> type_subject:
    """Return what a criterion looks at: it stays the same one if this stays."""
    duties = one.duties if one.kind == CriterionKind.DUTY else ()
    return one.kind, one.experience, one.requirement, one.dimension, duties


def drafted(plan: Plan) -> list[CriterionRow]:
    """Return the criteria that follow from duties and requirements."""
    qualifications = _qualifications(plan)
    for_qualifications = min(
        QUALIFICATION_WEIGHT * len(qualifications), QUALIFICATION_WEIGHT_IN_ALL
    )
    scored_needs = [one for one in plan.requirements if _is_scored(one)]
    for_needs = min(NEED_WEIGHT * len(scored_needs), NEED_WEIGHT_IN_ALL)
    weights = iter(in_proportion([1] * len(qualifications), for_qualifications))
    need_weights = iter(in_proportion([1] * len(scored_needs), for_needs))
    scored = _scored_duties(plan)
    for_duties = WHOLE - SCREENING_WEIGHT - for_qualifications - for_needs
    duty_weights = _shared_out(scored, for_duties)
    early = [
        *(_qualification_row(plan, kind, next(weights)) for kind in qualifications),
        *(
            _need_row(one, next(need_weights) if one in scored_needs else 0)
            for one in plan.requirements
        ),
        *(
            _duty_row(duty, weight)
            for duty, weight in zip(scored, duty_weights, strict=True)
        ),
        *_work_sample_rows(scored, for_duties - sum(duty_weights)),
        _screening_row(plan),
    ]
    kept = in_proportion(
        [row.weight for row in early], WHOLE - INTERVIEW_WEIGHT - REFERENCE_WEIGHT
    )
    return [
        *(
            replace(row, final_weight=weight)
            for row, weight in zip(early, kept, strict=True)
        ),
        _interview_row(plan),
        _reference_row(plan),
    ]


def _shared_out(scored: list[PlanDuty], total: int) -> list[int]:
    """Share out by time, to nobody more than one criterion may weigh.

    A little that is left over goes to the other duties; what is worth a task of the job
    is left for one.
    """
    shares = in_proportion([duty.share for duty in scored], total)
    clipped = [min(share, ONE_AT_MOST) for share in shares]
    if total - sum(clipped) >= WORK_SAMPLE_FROM:
        return clipped
    return within(shares, [ONE_AT_MOST] * len(scored))


def _work_sample_rows(scored: list[PlanDuty], weight: int) -> list[CriterionRow]:
    """Give what the duties cannot take to a task of the job, if there is any."""
    if not weight:
        return []
    row = blank(CriterionKind.WORK_SAMPLE, tuple(duty.id for duty in scored))
    return [replace(row, weight=weight)]


def _is_scored(one: PlanRequirement) -> bool:
    """Say whether more of it is better: an essential condition is only met or not."""
    return one.kind is RequirementKind.SKILL or not one.essential


def _qualifications(plan: Plan) -> list[PlanExperience | None]:
    """Return each kind of work, and None for education that is judged alone."""
    alone: list[PlanExperience | None] = (
        [None] if plans.judges_education_alone(plan) else []
    )
    return [*plan.experience, *alone]


def _scored_duties(plan: Plan) -> list[PlanDuty]:
    """Return what is scored: essential duties, and others with a tenth of the time."""
    return [
        duty
        for duty in plan.duties
        if duty.essential or duty.share >= plans.SCORED_FROM_SHARE
    ] or list(plan.duties)


def _qualification_row(
    plan: Plan, kind: PlanExperience | None, weight: int
) -> CriterionRow:
    if kind is None:
        return CriterionRow(
            kind=CriterionKind.QUALIFICATION,
            title=_education_title(plan),
            essential=True,
            weight=weight,
            duties=_essential_duties(plan),
            anchor_none=_("Nothing of the study that is asked for."),
            anchor_meets=_("All of the study that is asked for."),
            anchor_best=_("Well beyond the study that is asked for."),
        )
    together = (
        plan.education is not None
        and plan.equivalence != Equivalence.BOTH
        and kind.education_counts
    )
    months = _months(kind.months)
    return CriterionRow(
        kind=CriterionKind.QUALIFICATION,
        title=_short(
            _("%(kind)s, or study instead") % {"kind": kind.kind_of_work}
            if together
            else kind.kind_of_work
        ),
        essential=True,
        weight=weight,
        duties=kind.duties,
        experience=kind.id,
        anchor_none=_("Nothing of the experience or study that is asked for.")
        if together
        else _("No such experience."),
        anchor_meets=_("%(months)s, or study that makes up for them.")
        % {"months": months}
        if together
        else _("%(months)s.") % {"months": months},
        anchor_best=_("%(months)s or more; anything beyond that adds nothing.")
        % {"months": _months(kind.months + kind.headroom)},
    )


def _months(number: int) -> str:
    return ngettext("%(number)d month", "%(number)d months", number) % {
        "number": number
    }


def _education_title(plan: Plan) -> str:
    routes = plan.education.routes if plan.education else ()
    names = dict.fromkeys(field.name for route in routes for field in route.fields)
    return _short(
        _("Study: %(fields)s") % {"fields": ", ".join(names)} if names else _("Study")
    )


def _short(text: str) -> str:
    return Truncator(text).chars(TITLE_LENGTH)


def _duty_row(duty: PlanDuty, weight: int) -> CriterionRow:
    return replace(
        blank(CriterionKind.DUTY, (duty.id,)),
        title=_short(core_of(duty.statement)),
        weight=weight,
    )


def _need_row(one: PlanRequirement, weight: int) -> CriterionRow:
    anchors = {
        RequirementKind.SKILL: (
            _("Does not know it, or two levels below what the duties need."),
            _("At the level that the duties need."),
            _("Two levels above it, or teaches others."),
        ),
        RequirementKind.LANGUAGE: (
            _("Below what the duties need by two levels or more."),
            _("At the level that the duties need."),
            _("Two levels above it, or C2."),
        ),
        RequirementKind.LICENCE: (
            _("Does not hold it, or it has ended."),
            _("Holds it."),
            "",
        ),
        RequirementKind.ELIGIBILITY: (_("No."), _("Yes."), ""),
    }
    none, meets, best = anchors[one.kind]
    return CriterionRow(
        kind=CriterionKind(one.kind.value),
        title=_short(one.name),
        essential=one.essential,
        weight=weight,
        duties=one.duties,
        requirement=one.id,
        anchor_none=none,
        anchor_meets=meets,
        anchor_best=best,
    )


def _essential_duties(plan: Plan) -> tuple[int, ...]:
    """Return the essential duties; where none is marked, all of them."""
    return tuple(duty.id for duty in plan.duties if duty.essential) or tuple(
        duty.id for duty in plan.duties
    )


def _interview_row(plan: Plan) -> CriterionRow:
    row = blank(CriterionKind.INTERVIEW, _essential_duties(plan))
    return replace(row, final_weight=INTERVIEW_WEIGHT)


def dimension_row(dimension: Dimension, duties: tuple[int, ...]) -> CriterionRow:
    """Return the interview's criterion for one side of working with others."""
    anchors = {
        Dimension.COURTESY: (
            _("Blames or avoids the person; nothing is settled."),
            _("Stays polite, listens, answers correctly or passes it to who can."),
            _("Calms the person, arranges what is needed, follows up, prevents more."),
        ),
        Dimension.TEAMWORK: (
            _("Did their own part only, or complained."),
            _("Offered help and shared what they knew; the deadline was kept."),
            _(
                "Noticed early, planned anew with the others, and took no credit for it."
            ),
        ),
        Dimension.SERVICE: (
            _("Refused flatly, or broke the rule."),
            _("Explained the rule and offered what is allowed."),
            _("Found the need behind the request and met it within the rules."),
        ),
        Dimension.CONFLICT: (
            _("Went to the boss at once, or gave in and said nothing."),
            _("Talked to the person directly; they could go on working together."),
            _("Asked for the other view first, tried both on facts, agreed, checked."),
        ),
        Dimension.COMMUNICATION: (
            _("Used jargon; did not find out whether it was understood."),
            _("Used plain words and checked that they were understood."),
            _("Suited the form to the person, and left a note that others could use."),
        ),
    }
    none, meets, best = anchors[dimension]
    label = str(dict(DIMENSIONS)[dimension.value])
    return CriterionRow(
        kind=CriterionKind.INTERVIEW,
        title=_("Interview: %(side)s") % {"side": label[:1].lower() + label[1:]},
        weight=0,
        duties=duties,
        dimension=dimension.value,
        anchor_none=none,
        anchor_meets=meets,
        anchor_best=best,
    )


def _reference_row(plan: Plan) -> CriterionRow:
    row = blank(CriterionKind.REFERENCE, _essential_duties(plan))
    return replace(row, final_weight=REFERENCE_WEIGHT)


def _screening_row(plan: Plan) -> CriterionRow:
    row = blank(CriterionKind.SCREENING, tuple(duty.id for duty in plan.duties))
    return replace(row, weight=SCREENING_WEIGHT)


def addable() -> list[CriterionKind]:
    """Return the kinds that somebody may add; the others come from what is needed."""
    return [
        CriterionKind.WORK_SAMPLE,
        CriterionKind.INTERVIEW,
        CriterionKind.DUTY,
        CriterionKind.SCREENING,
        CriterionKind.REFERENCE,
        CriterionKind.VALUE,
        CriterionKind.CONVERSATION,
    ]


def blank(kind: CriterionKind, duties: tuple[int, ...] = ()) -> CriterionRow:
    """Return a criterion of one of the `addable` kinds with its words, weighing nothing."""
    title, none, meets, best = _words()[kind]
    return CriterionRow(
        kind=kind,
        title=title,
        weight=0,
        duties=duties,
        anchor_none=none,
        anchor_meets=meets,
        anchor_best=best,
    )


def _words() -> dict[CriterionKind, tuple[str, str, str, str]]:
    """Return title and what 0, 50 and 100 mean, by kind."""
    return {
        CriterionKind.WORK_SAMPLE: (
            _("A small task of this job"),
            _("Not done, or with errors that would cause harm here."),
            _("Done as the work needs it, with small corrections."),
            _("Done as our best people do it, in the time, with errors found."),
        ),
        CriterionKind.INTERVIEW: (
            _("Structured interview"),
            _("Tells of nothing that bears on the duties."),
            _("Tells what they did themselves, and it would do here."),
            _("Did it in harder cases, says what came of it, learnt from it."),
        ),
        CriterionKind.DUTY: ("", *_duty_anchors()),
        CriterionKind.SCREENING: (
            _("Working with others"),
            _("Would often make an everyday situation worse."),
            _("Mostly chooses what experienced colleagues would choose."),
            _("Nearly always chooses what experienced colleagues would choose."),
        ),
        CriterionKind.REFERENCE: (
            _("Structured references"),
            _("Supervisors saw little of it, or trouble with it."),
            _("Supervisors saw dependable work with others."),
            _("Supervisors name times when others were better off for it."),
        ),
        CriterionKind.VALUE: (
            _("A work value, shown in behaviour"),
            _("Tells of acting against it, or of nothing."),
            _("Tells of a time when they acted by it."),
            _("Acted by it when that cost something, and says why."),
        ),
        CriterionKind.CONVERSATION: (
            _("Conversation with the team"),
            _("Nothing said that bears on the duties."),
            _("Speaks of the duties as somebody who could do them."),
            _("Speaks of the duties as somebody who has done them well."),
        ),
    }


def _duty_anchors() -> tuple[str, str, str]:
    return (
        _("Nothing in the record bears on this duty."),
        _("Has done this duty, or most of it, in paid or unpaid work."),
        _("Has done all of it, more than once, and says what came of it."),
    )
