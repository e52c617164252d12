"""Write down a position: what is done, what that needs, how applicants are judged.

The rows are a draft for as long as nobody freezes them (`services.plans`). On an open
position applicants are judged by the newest frozen version, whatever the rows say.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

import pghistory
from django.db import IntegrityError, transaction
from django.utils.text import slugify

from positions.criteria import CriterionKind, EducationLevel, RequirementKind
from positions.models import (
    Criterion,
    Duty,
    EducationRequirement,
    EducationRoute,
    EquivalencePolicy,
    ExperienceRequirement,
    Position,
    Requirement,
)
from positions.moves import EDITABLE
from positions.plan import Plan, PlanCriterion
from positions.services import approvals, clarity, openings, plans, policies
from positions.signals import closing_moved

if TYPE_CHECKING:
    from backoffice_ats.accounts.models import User

# What may change while people apply: nobody is judged by it or promised it.
EDITABLE_WHILE_OPEN = frozenset(
    {"summary", "closes_at", "openings", "openings_wanted", "grace_minutes"}
)

# Addresses below /positions/ and /jobs/ that are pages of their own.
RESERVED_SLUGS = frozenset({"new", "export", "views", "embed", "departments"})
TRIES = 5


class NotEditableError(Exception):
    """This part of the position cannot change in its present status."""

    def __init__(self, fields: Iterable[str] = ()) -> None:
        self.fields = tuple(sorted(fields))
        super().__init__(", ".join(self.fields))


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One duty; `share` in per cent of the time. `id` keeps an existing one."""

    statement: str
    share: int
    essential: bool = True
    essential_reason: str = ""
    kept_reason: str = ""
    source: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class RouteRow:
    """One acceptable course of study; credits as in `positions.equivalence`.

    `fields` are names, or pairs of a name and the per cent of its credits that count.
    """

    level: EducationLevel
    fields: tuple[str | tuple[str, int], ...]
    credits_full: int
    credits_base: int = 0


@dataclass(frozen=True, slots=True)
class EducationRow:
    """The study asked for: any one of the routes, and why."""

    routes: tuple[RouteRow, ...]
    reason: str


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
class RequirementRow:
    """A skill, licence, language or condition; `duties` are keys of duties."""

    kind: RequirementKind
    name: str
    duties: tuple[int, ...]
    level: int | None = None
    expires: bool = False
    essential: bool = False
    reason: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A criterion; `duties`, `experience`, `requirement` are keys of the position's."""

    kind: CriterionKind
    title: str
    weight: int
    duties: tuple[int, ...]
    essential: bool = False
    experience: int | None = None
    requirement: int | None = None
    final_weight: int = 0
    minimum: int = 0
    reason: str = ""
    dimension: str = ""
    anchor_none: str = ""
    anchor_meets: str = ""
    anchor_best: str = ""
    id: int | None = None

    @classmethod
    def of(cls, criterion: PlanCriterion) -> Self:
        """Return the row that saves a criterion as it stands."""
        fields = {name: getattr(criterion, name) for name in cls.__dataclass_fields__}
        return cls(**fields)


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
    fields.setdefault("policy", policies.standard(policies.DEFAULT))
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
                openings.follow(position)
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

    Raises NotEditableError for a position that is closed or in approval, and on a
    running one for anything that applicants were promised; BelowFilledError for fewer
    openings than people hired. Where approval is asked for, another number of openings
    of a running position only takes effect when it is granted.
    """
    plans.lock(position)
    if position.is_running and "openings" in fields and approvals.is_asked():
        wanted = fields.pop("openings")
        openings.refuse_below_filled(position, wanted)
        fields["openings_wanted"] = wanted if wanted != position.openings else None
    changed = {
        name: value
        for name, value in fields.items()
        if getattr(position, name) != value
    }
    if position.is_running:
        if refused := set(changed) - EDITABLE_WHILE_OPEN:
            raise NotEditableError(refused)
    else:
        _refuse_unless_editable(position)
    if changed:
        for name, value in changed.items():
            setattr(position, name, value)
        with pghistory.context(user=by.pk):
            position.save(update_fields=[*changed, "updated_at"])
            if "openings" in changed:
                openings.follow(position)
            if "closes_at" in changed and position.is_running:
                closing_moved.send(sender=Position, position=position)
            approvals.take_back(position, by=by)
    return position


def _refuse_unless_editable(position: Position) -> None:
    if position.status not in EDITABLE:
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
    frozen = _frozen_ids(position, "duties")
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


def _frozen_ids(position: Position, part: str) -> set[int]:
    """Return the keys of the duties or requirements that a frozen version names."""
    return {
        one.id
        for content in position.versions.values_list("content", flat=True)
        for one in getattr(Plan.from_json(content), part)
    }


def _save_duty(position: Position, duty: Duty | None, row: DutyRow, order: int) -> Duty:
    duty = duty or Duty(position=position)
    is_other = duty.statement != row.statement
    duty.order = order
    duty.kept_reason = clarity.kept_reason(
        duty, statement=row.statement, reason=row.kept_reason
    )
    # Somebody else's words are somebody else's only as long as they stay.
    if is_other:
        duty.source = row.source
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
    policy: EquivalencePolicy,
    by: "User",
) -> None:
    """Make these the requirements, and this the rule that combines them."""
    plans.lock(position)
    _refuse_unless_editable(position)
    with pghistory.context(user=by.pk):
        if position.policy != policy:
            position.policy = policy
            position.save(update_fields=["policy", "updated_at"])
        _set_education(position, education)
        _set_experience(position, experience)
        approvals.take_back(position, by=by)


def _set_education(position: Position, row: EducationRow | None) -> None:
    if row is None:
        EducationRequirement.objects.filter(position=position).delete()
        return
    education, _made = EducationRequirement.objects.update_or_create(
        position=position, defaults={"reason": row.reason}
    )
    existing = {route.order: route for route in education.routes.all()}
    for order, given in enumerate(row.routes, start=1):
        route = existing.pop(order, None) or EducationRoute(education=education)
        route.order = order
        route.level = given.level.value
        route.fields = [_field(field) for field in given.fields]
        route.credits_base = given.credits_base
        route.credits_full = given.credits_full
        route.save()
    for route in existing.values():
        route.delete()


def _field(field: str | tuple[str, int]) -> dict[str, str | int]:
    name, relevance = (field, 100) if isinstance(field, str) else field
    return {"name": name, "relevance": relevance}


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
def set_conditions(
    position: Position, rows: Sequence[RequirementRow], *, by: "User"
) -> list[Requirement]:
    """Make these the skills, licences, languages and conditions, in this order.

    One left out is deleted, unless a plan with it was frozen: applicants have answered
    it, so it stays on file out of use. One that now asks for something else is another
    requirement: an answer counts only for what was asked.
    """
    plans.lock(position)
    _refuse_unless_editable(position)
    existing = {one.pk: one for one in position.requirements.all()}
    kept = {row.id for row in rows}
    frozen = _frozen_ids(position, "requirements")
    own_duties = set(position.duties.values_list("pk", flat=True))
    instead: dict[
        int, Requirement
    ] = {}  # what was asked, and what is asked in its place
    saved = []
    with pghistory.context(user=by.pk):
        for order, row in enumerate(rows, start=1):
            was = existing.get(row.id or 0)
            is_other = was and was.pk in frozen and not _asks_the_same(was, row)
            one = _save_requirement(position, None if is_other else was, row, order)
            one.duties.set(own_duties.intersection(row.duties))
            if was and is_other:
                instead[was.pk] = one
            saved.append(one)
        retired = [
            one for key, one in existing.items() if key not in kept or key in instead
        ]
        _move_criteria(position, retired, instead)
        order = len(rows)
        for one in sorted(retired, key=lambda one: one.pk):
            if one.pk not in frozen:
                one.delete()
                continue
            order += 1
            one.order, one.in_use = order, False
            one.save(update_fields=["order", "in_use"])
        approvals.take_back(position, by=by)
    return saved


def _asks_the_same(one: Requirement, row: RequirementRow) -> bool:
    """Say whether an answer still answers it; capitals and punctuation do not matter."""

    def plain(text: str) -> str:
        return "".join(part for part in text.casefold() if part.isalnum())

    return one.kind == row.kind and plain(one.name) == plain(row.name)


def _move_criteria(
    position: Position,
    retired: Sequence[Requirement],
    instead: Mapping[int, Requirement],
) -> None:
    """Let a criterion judge what is asked instead; take out one with nothing to judge."""
    for criterion in position.criteria.filter(requirement__in=retired):
        new = instead.get(criterion.requirement_id or 0)
        if new is None or new.kind != criterion.kind:
            criterion.delete()
            continue
        criterion.requirement = new
        criterion.save(update_fields=["requirement"])


def _save_requirement(
    position: Position, one: Requirement | None, row: RequirementRow, order: int
) -> Requirement:
    one = one or Requirement(position=position)
    one.order = order
    one.kind = row.kind.value
    one.name = row.name
    one.level = row.level
    one.expires = row.expires
    one.essential = row.essential
    one.reason = row.reason
    one.in_use = True
    one.save()
    return one


@transaction.atomic
def set_criteria(
    position: Position,
    rows: Sequence[CriterionRow],
    *,
    by: "User",
    plan_reason: str | None = None,
) -> list[Criterion]:
    """Make these the criteria, in this order; return them.

    `plan_reason` says why no strong method is used; None leaves it as it is.
    """
    plans.lock(position)
    _refuse_unless_editable(position)
    existing = {criterion.pk: criterion for criterion in position.criteria.all()}
    kept = {row.id for row in rows}
    own_duties = set(position.duties.values_list("pk", flat=True))
    with pghistory.context(user=by.pk):
        if plan_reason is not None and plan_reason != position.plan_reason:
            position.plan_reason = plan_reason
            position.save(update_fields=["plan_reason", "updated_at"])
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
            criterion.requirement_id = row.requirement
            criterion.final_weight = row.final_weight
            criterion.minimum = row.minimum
            criterion.reason = row.reason
            criterion.dimension = row.dimension
            criterion.anchor_none = row.anchor_none
            criterion.anchor_meets = row.anchor_meets
            criterion.anchor_best = row.anchor_best
            criterion.save()
            criterion.duties.set(own_duties.intersection(row.duties))
            saved.append(criterion)
    return saved
