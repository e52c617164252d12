"""Draft the criteria from duties and requirements."""

from typing import TYPE_CHECKING

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from positions.criteria import CriterionKind, Equivalence, core_of
from positions.models import Criterion, Position
from positions.plan import Plan, PlanDuty, PlanExperience
from positions.services import definition, plans
from positions.services.definition import CriterionRow
from positions.weighting import in_proportion

if TYPE_CHECKING:
    from backoffice_ats.accounts.models import User

QUALIFICATION_WEIGHT = 5  # surplus years say little: US OPM and meta-analyses agree
QUALIFICATION_WEIGHT_IN_ALL = 20
SCREENING_WEIGHT = 10
TITLE_LENGTH = 90


class NothingToDraftFromError(Exception):
    """Criteria come from duties, and there are none."""


def draft_criteria(position: Position, *, by: "User") -> list[Criterion]:
    """Propose criteria from duties and requirements, in place of the present ones.

    Weights add up to 100: 5 for each qualification (20 at most in all), 10 for
    working with others, the rest over the scored duties in proportion to their time.
    A criterion that judges the same thing as before keeps its identity.

    Raises NothingToDraftFromError while there are no duties.
    """
    plan = plans.plan_of(position)
    if not plan.duties:
        raise NothingToDraftFromError
    known = {
        _subject(criterion.kind, criterion.experience, criterion.duties): criterion.id
        for criterion in plan.criteria
    }
    rows = drafted(plan)
    return definition.set_criteria(
        position,
        [
            CriterionRow(
                kind=row.kind,
                title=row.title,
                weight=row.weight,
                duties=row.duties,
                essential=row.essential,
                experience=row.experience,
                anchor_none=row.anchor_none,
                anchor_meets=row.anchor_meets,
                anchor_best=row.anchor_best,
                id=known.get(_subject(row.kind, row.experience, row.duties)),
            )
            for row in rows
        ],
        by=by,
    )


def _subject(
    kind: CriterionKind, experience: int | None, duties: tuple[int, ...]
) -> tuple[CriterionKind, int | None, tuple[int, ...]]:
    """Return what a criterion looks at: it stays the same one if this stays."""
    return kind, experience, duties if kind == CriterionKind.DUTY else ()


def drafted(plan: Plan) -> list[CriterionRow]:
    """Return the criteria that follow from duties and requirements."""
    qualifications = _qualifications(plan)
    budget = min(
        QUALIFICATION_WEIGHT * len(qualifications), QUALIFICATION_WEIGHT_IN_ALL
    )
    weights = in_proportion([1] * len(qualifications), budget)
    scored = _scored_duties(plan)
    duty_weights = in_proportion(
        [duty.share for duty in scored], plans.WHOLE - SCREENING_WEIGHT - budget
    )
    return [
        *(
            _qualification_row(plan, kind, weight)
            for kind, weight in zip(qualifications, weights, strict=True)
        ),
        *(
            _duty_row(duty, weight)
            for duty, weight in zip(scored, duty_weights, strict=True)
        ),
        _screening_row(plan),
    ]


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
            duties=tuple(duty.id for duty in plan.duties if duty.essential)
            or tuple(duty.id for duty in plan.duties),
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
    fields = ", ".join(plan.education.fields) if plan.education else ""
    return _short(_("Study: %(fields)s") % {"fields": fields} if fields else _("Study"))


def _short(text: str) -> str:
    return Truncator(text).chars(TITLE_LENGTH)


def _duty_row(duty: PlanDuty, weight: int) -> CriterionRow:
    return CriterionRow(
        kind=CriterionKind.DUTY,
        title=_short(core_of(duty.statement)),
        weight=weight,
        duties=(duty.id,),
        anchor_none=_("Nothing in the record bears on this duty."),
        anchor_meets=_("Has done this duty, or most of it, in paid or unpaid work."),
        anchor_best=_("Has done all of it, more than once, and says what came of it."),
    )


def _screening_row(plan: Plan) -> CriterionRow:
    return CriterionRow(
        kind=CriterionKind.SCREENING,
        title=_("Working with others"),
        weight=SCREENING_WEIGHT,
        duties=tuple(duty.id for duty in plan.duties),
        anchor_none=_("Would often make an everyday situation worse."),
        anchor_meets=_("Mostly chooses what experienced colleagues would choose."),
        anchor_best=_(
            "Nearly always chooses what experienced colleagues would choose."
        ),
    )
