"""Say in words what differs between two versions of a plan."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from positions.criteria import CriterionKind, Equivalence, RequirementKind
from positions.differences import Change, How, compare
from positions.enums import (
    CRITERION_KINDS,
    EQUIVALENCES,
    LANGUAGE_LEVELS,
    REQUIREMENT_KINDS,
    SKILL_LEVELS,
)
from positions.plan import Plan
from positions.services.advert import study_in_words

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Line:
    """One field, as it was and as it is, ready to print."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that changed: its name, what became of it, and its fields."""

    name: str
    how: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """What changed in one part of the definition."""

    label: str
    items: tuple[Item, ...]


def changes_between(old: Plan, new: Plan) -> list[Group]:
    """Return what changed, by part; empty where nothing did."""
    found = compare(old, new)
    sides = _Side(old), _Side(new)
    parts = (
        (_("Duties"), found.duties),
        (_("Education and experience"), found.needs),
        (_("Skills, licences, languages, conditions"), found.conditions),
        (_("Criteria"), found.criteria),
        (_("Weights"), found.weights),
    )
    return [
        Group(label, tuple(_item(change, *sides) for change in changes))
        for label, changes in parts
        if changes
    ]


def _item(change: Change, old: "_Side", new: "_Side") -> Item:
    wholes = {
        "policy": _("How education and experience combine"),
        "education": _("Education"),
        "reason": _("The plan as a whole"),
    }
    words = {
        How.ADDED: pgettext("a row of a plan", "Added"),
        How.REMOVED: pgettext("a row of a plan", "Taken out"),
        How.CHANGED: pgettext("a row of a plan", "Changed"),
    }
    return Item(
        name=wholes.get(change.name, change.name) if not change.id else change.name,
        how=words[change.how],
        lines=tuple(
            Line(
                _label(field.name),
                old.say(field.name, field.before, change.id),
                new.say(field.name, field.after, change.id),
            )
            for field in change.fields
        ),
    )


def _label(name: str) -> str:
    return {
        "statement": _("What is done"),
        "share": _("Share of time, %"),
        "essential": _("Essential"),
        "order": _("Place in the list"),
        "routes": _("Courses of study"),
        "reason": _("Reason"),
        "rule": _("How they combine"),
        "name": _("Name"),
        "cap_experience": _("Experience counts up to, %"),
        "cap_education": _("Education counts up to, %"),
        "credits_per_year": _("Credits of a year"),
        "kind_of_work": _("Kind of work"),
        "months": _("Months needed"),
        "headroom": _("Months beyond that still count"),
        "education_counts": _("Education may make up for it"),
        "duties": _("From duties"),
        "kind": _("Kind"),
        "level": _("Level"),
        "expires": _("Must be valid"),
        "title": _("Title"),
        "experience": _("Judges the work"),
        "requirement": _("Judges the requirement"),
        "minimum": _("Least score"),
        "anchor_none": _("0 means"),
        "anchor_meets": _("50 means"),
        "anchor_best": _("100 means"),
        "weight": _("Before interviews"),
        "final_weight": _("After interviews"),
    }.get(name, name)


class _Side:
    """One of the two plans, to say its values in words."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.duties = {duty.id: duty.order for duty in plan.duties}
        self.names = {
            "experience": {one.id: one.kind_of_work for one in plan.experience},
            "requirement": {one.id: one.name for one in plan.requirements},
        }
        self.kinds = {one.id: one.kind for one in plan.requirements}

    def say(self, field: str, value: Any, key: int) -> str:  # noqa: ANN401 -- any field of a plan
        if field == "routes" and value:
            return study_in_words(self.plan)
        if field == "duties" and value is not None:
            return _numbers(self.duties.get(duty, 0) for duty in value)
        if field in self.names:
            return self.names[field].get(value, NOTHING)
        if field == "level" and value is not None:
            return self._level(value, key)
        return _plain(value)

    def _level(self, value: int, key: int) -> str:
        is_language = self.kinds.get(key) is RequirementKind.LANGUAGE
        levels = LANGUAGE_LEVELS if is_language else SKILL_LEVELS
        return str(dict(levels).get(value, value))


def _numbers(orders: Iterable[int]) -> str:
    return ", ".join(str(order) for order in sorted(orders) if order) or NOTHING


def _plain(value: Any) -> str:  # noqa: ANN401 -- any field of a plan
    if value is None or value == "":
        return NOTHING
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, CriterionKind):
        return str(dict(CRITERION_KINDS)[value.value])
    if isinstance(value, RequirementKind):
        return str(dict(REQUIREMENT_KINDS)[value.value])
    if isinstance(value, Equivalence):
        return str(dict(EQUIVALENCES)[value.value])
    return str(value)
