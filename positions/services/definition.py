"""Write down a position: what is done, what that needs, how applicants are judged.

The rows are a draft for as long as nobody freezes them (`services.plans`). On an open
position applicants are judged by the newest frozen version, whatever the rows say.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pghistory
from django.db import IntegrityError, transaction
from django.utils.text import Truncator, slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from positions.criteria import (
    CriterionKind,
    EducationLevel,
    Equivalence,
    core_of,
)
from positions.enums import PositionStatus
from positions.models import (
    Criterion,
    Duty,
    EducationRequirement,
    ExperienceRequirement,
    Position,
)
from positions.plan import Plan, PlanDuty, PlanExperience
from positions.services import plans
from positions.signals import closing_moved

if TYPE_CHECKING:
    from backoffice_ats.accounts.models import User

# What may change while people apply: nobody is judged by it or promised it.
EDITABLE_WHILE_OPEN = frozenset({"summary", "closes_at", "openings"})

QUALIFICATION_WEIGHT = 5  # surplus years say little: US OPM and meta-analyses agree
QUALIFICATION_WEIGHT_IN_ALL = 20
SCREENING_WEIGHT = 10
RESERVED_SLUGS = frozenset({"new"})
TRIES = 5
TITLE_LENGTH = 90


class NotEditableError(Exception):
    """This part of the position cannot change in its present status."""

    def __init__(self, fields: Iterable[str] = ()) -> None:
        self.fields = tuple(sorted(fields))
        super().__init__(", ".join(self.fields))


class NothingToDraftFromError(Exception):
    """Criteria come from duties, and there are none."""


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One duty; `share` in per cent of the time. `id` keeps an existing one."""

    statement: str
    share: int
    essential: bool = True
    essential_reason: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class EducationRow:
    """The study asked for; credits as in `positions.equivalence`."""

    level: EducationLevel
    fields: tuple[str, ...]
    credits_full: int
    reason: str
    credits_base: int = 0


@dataclass(frozen=True, slots=True)
class ExperienceRow:
    """A kind of work asked for; `duties` are keys of duties of the position."""

    kind_of_work: str
    months: int
    duties: tuple[int, ...]
    headroom: int = 24
    education_counts: bool = True
    id: int | None = None


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A criterion; `duties` and `experience` are keys of rows of the position."""

    kind: CriterionKind
    title: str
    weight: int
    duties: tuple[int, ...]
    essential: bool = False
    experience: int | None = None
    anchor_none: str = ""
    anchor_meets: str = ""
    anchor_best: str = ""
    id: int | None = None


def create_position(
    *,
    by: "User",
    at: dt.datetime,
    title: str,
    department: str,
    **fields: Any,  # noqa: ANN401 -- other fields of the model
) -> Position:
    """Start a draft, with an address and a reference made from its title."""
    position: Position
    for attempt in range(TRIES):
        try:
            with transaction.atomic(), pghistory.context(user=by.pk):
                position = Position.objects.create(
                    **fields,
                    title=title,
                    department=department,
                    owner=by,
                    slug=_free_slug(title),
                    code=_free_code(title, at),
                )
        except IntegrityError:  # somebody took the same address a moment ago
            if attempt == TRIES - 1:
                raise
        else:
            break
    return position


def _free_slug(title: str) -> str:
    stem = slugify(title)[:70].strip("-") or "position"
    taken = {
        *Position.objects.filter(slug__startswith=stem).values_list("slug", flat=True),
        *RESERVED_SLUGS,
    }
    return _first_free(stem, taken)


def _first_free(stem: str, taken: set[str]) -> str:
    slug, number = stem, 1
    while slug in taken:
        number += 1
        slug = f"{stem}-{number}"
    return slug


def _free_code(title: str, at: dt.datetime) -> str:
    initials = "".join(word[0] for word in slugify(title).split("-") if word)
    stem = f"{initials[:3].upper() or 'P'}-{at:%y}"
    taken = set(
        Position.objects.filter(code__startswith=stem).values_list("code", flat=True)
    )
    number = Position.objects.count() + 1
    while f"{stem}{number:02d}" in taken:
        number += 1
    return f"{stem}{number:02d}"


@transaction.atomic
def update_position(
    position: Position,
    *,
    by: "User",
    **fields: Any,  # noqa: ANN401 -- fields of the model
) -> Position:
    """Save fields of the position itself; only those that differ.

    Raises NotEditableError for a closed position, and on an open one for anything
    that applicants were promised.
    """
    plans.lock(position)
    changed = {
        name: value
        for name, value in fields.items()
        if getattr(position, name) != value
    }
    if position.status == PositionStatus.OPEN:
        if refused := set(changed) - EDITABLE_WHILE_OPEN:
            raise NotEditableError(refused)
    else:
        _refuse_unless_editable(position)
    if changed:
        for name, value in changed.items():
            setattr(position, name, value)
        with pghistory.context(user=by.pk):
            position.save(update_fields=[*changed, "updated_at"])
            if "closes_at" in changed and position.status == PositionStatus.OPEN:
                closing_moved.send(sender=Position, position=position)
    return position


def _refuse_unless_editable(position: Position) -> None:
    if position.status not in {PositionStatus.DRAFT, PositionStatus.OPEN}:
        raise NotEditableError


@transaction.atomic
def set_duties(
    position: Position, rows: Sequence[DutyRow], *, by: "User"
) -> list[Duty]:
    """Make these the duties, in this order; return them.

    A duty left out is deleted, unless a plan with it was frozen: applicants may have
    written about it, so it stays on file without a share.
    """
    plans.lock(position)
    _refuse_unless_editable(position)
    existing = {duty.pk: duty for duty in position.duties.all()}
    kept = {row.id for row in rows}
    frozen = _frozen_duties(position)
    with pghistory.context(user=by.pk):
        for key, duty in existing.items():
            if key not in kept and key not in frozen:
                duty.delete()
        saved = [
            _save_duty(position, existing.get(row.id or 0), row, order)
            for order, row in enumerate(rows, start=1)
        ]
        retired = [
            duty for key, duty in existing.items() if key in frozen and key not in kept
        ]
        for order, duty in enumerate(
            sorted(retired, key=lambda duty: duty.pk), start=len(rows) + 1
        ):
            row = DutyRow(duty.statement, 0, essential=False)
            _save_duty(position, duty, row, order)
    return saved


def _frozen_duties(position: Position) -> set[int]:
    """Return the keys of the duties that some frozen version names."""
    return {
        duty.id
        for content in position.versions.values_list("content", flat=True)
        for duty in Plan.from_json(content).duties
    }


def _save_duty(position: Position, duty: Duty | None, row: DutyRow, order: int) -> Duty:
    duty = duty or Duty(position=position)
    duty.order = order
    duty.statement = row.statement
    duty.share = row.share
    duty.essential = row.essential
    duty.essential_reason = row.essential_reason if row.essential else ""
    duty.save()
    return duty


@transaction.atomic
def set_requirements(
    position: Position,
    *,
    education: EducationRow | None,
    experience: Sequence[ExperienceRow],
    equivalence: Equivalence,
    by: "User",
) -> None:
    """Make these the requirements, and this the rule that combines them."""
    plans.lock(position)
    _refuse_unless_editable(position)
    with pghistory.context(user=by.pk):
        if position.equivalence != equivalence.value:
            position.equivalence = equivalence.value
            position.save(update_fields=["equivalence", "updated_at"])
        _set_education(position, education)
        _set_experience(position, experience)


def _set_education(position: Position, row: EducationRow | None) -> None:
    if row is None:
        EducationRequirement.objects.filter(position=position).delete()
        return
    EducationRequirement.objects.update_or_create(
        position=position,
        defaults={
            "level": row.level.value,
            "fields": list(row.fields),
            "credits_base": row.credits_base,
            "credits_full": row.credits_full,
            "reason": row.reason,
        },
    )


def _set_experience(position: Position, rows: Sequence[ExperienceRow]) -> None:
    existing = {kind.pk: kind for kind in position.experience.all()}
    kept = {row.id for row in rows}
    for key, kind in existing.items():
        if key not in kept:
            kind.delete()
    own_duties = set(position.duties.values_list("pk", flat=True))
    for order, row in enumerate(rows, start=1):
        kind = existing.get(row.id or 0) or ExperienceRequirement(position=position)
        kind.order = order
        kind.kind_of_work = row.kind_of_work
        kind.months = row.months
        kind.headroom = row.headroom
        kind.education_counts = row.education_counts
        kind.save()
        kind.duties.set(own_duties.intersection(row.duties))


@transaction.atomic
def set_criteria(
    position: Position, rows: Sequence[CriterionRow], *, by: "User"
) -> list[Criterion]:
    """Make these the criteria, in this order; return them."""
    plans.lock(position)
    _refuse_unless_editable(position)
    existing = {criterion.pk: criterion for criterion in position.criteria.all()}
    kept = {row.id for row in rows}
    own_duties = set(position.duties.values_list("pk", flat=True))
    with pghistory.context(user=by.pk):
        for key, criterion in existing.items():
            if key not in kept:
                criterion.delete()
        saved = []
        for order, row in enumerate(rows, start=1):
            criterion = existing.get(row.id or 0) or Criterion(position=position)
            criterion.order = order
            criterion.kind = row.kind.value
            criterion.title = row.title
            criterion.essential = row.essential
            criterion.weight = row.weight
            criterion.experience_id = row.experience
            criterion.anchor_none = row.anchor_none
            criterion.anchor_meets = row.anchor_meets
            criterion.anchor_best = row.anchor_best
            criterion.save()
            criterion.duties.set(own_duties.intersection(row.duties))
            saved.append(criterion)
    return saved


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
    return set_criteria(
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


def in_proportion(parts: Sequence[int], total: int) -> list[int]:
    """Share out `total` in whole numbers by largest remainder; the sum is exact.

    Ties go to the earlier part. An empty list stays empty.
    """
    whole = sum(parts)
    if not whole:
        return [0] * len(parts)
    shares = [part * total // whole for part in parts]
    by_remainder = sorted(
        range(len(parts)), key=lambda index: (-(parts[index] * total % whole), index)
    )
    for index in by_remainder[: total - sum(shares)]:
        shares[index] += 1
    return shares


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
