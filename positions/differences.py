"""What differs between two plans. Pure.

Nothing is left out: two plans with another digest always differ in something here.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from positions.plan import Plan

WEIGHTS = ("weight", "final_weight")


class How(StrEnum):
    ADDED = "ADDED"
    REMOVED = "REMOVED"
    CHANGED = "CHANGED"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field as it was and as it is; None where that side has no such thing."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Change:
    """One thing of the plan. `name` is what it is called now, or was when it went."""

    how: How
    id: int
    name: str
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Differences:
    """Changes by part of the definition; rows in the order of the newer plan."""

    duties: tuple[Change, ...]
    needs: tuple[Change, ...]
    conditions: tuple[Change, ...]
    criteria: tuple[Change, ...]
    weights: tuple[Change, ...]

    def __bool__(self) -> bool:
        return any(getattr(self, one.name) for one in fields(self))


def compare(old: Plan, new: Plan) -> Differences:
    """Say what was added, taken out and changed from one plan to the other."""
    titles = {one.id: one.title for one in (*old.criteria, *new.criteria)}
    return Differences(
        duties=_rows(old.duties, new.duties, "statement"),
        needs=(
            *_whole("policy", old.policy, new.policy),
            *_whole("education", old.education, new.education),
            *_rows(old.experience, new.experience, "kind_of_work"),
        ),
        conditions=_rows(old.requirements, new.requirements, "name"),
        criteria=(
            *_rows(old.criteria, new.criteria, "title", without=WEIGHTS),
            *_plan_reason(old, new),
        ),
        weights=_weights(old, new, titles),
    )


def _rows(
    old: Sequence[Any], new: Sequence[Any], name: str, *, without: Iterable[str] = ()
) -> tuple[Change, ...]:
    was = {one.id: one for one in old}
    now = {one.id: one for one in new}
    found = []
    for key, one in now.items():
        if key not in was:
            found.append(Change(How.ADDED, key, getattr(one, name)))
        elif changed := _fields(was[key], one, without):
            found.append(Change(How.CHANGED, key, getattr(one, name), changed))
    found += [
        Change(How.REMOVED, key, getattr(one, name))
        for key, one in was.items()
        if key not in now
    ]
    return tuple(found)


def _fields(
    was: Any,  # noqa: ANN401 -- any dataclass of a plan
    now: Any,  # noqa: ANN401 -- the same
    without: Iterable[str] = (),
) -> tuple[FieldChange, ...]:
    return tuple(
        FieldChange(one.name, getattr(was, one.name), getattr(now, one.name))
        for one in fields(now)
        if one.name not in without and getattr(was, one.name) != getattr(now, one.name)
    )


def _whole(name: str, was: Any, now: Any) -> tuple[Change, ...]:  # noqa: ANN401 -- any dataclass of a plan
    """Compare what a plan has once, or not at all."""
    if was == now:
        return ()
    if was is None:
        return (Change(How.ADDED, 0, name),)
    if now is None:
        return (Change(How.REMOVED, 0, name),)
    return (Change(How.CHANGED, 0, name, _fields(was, now)),)


def _plan_reason(old: Plan, new: Plan) -> tuple[Change, ...]:
    if old.reason == new.reason:
        return ()
    change = FieldChange("reason", old.reason, new.reason)
    return (Change(How.CHANGED, 0, "reason", (change,)),)


def _weights(old: Plan, new: Plan, titles: dict[int, str]) -> tuple[Change, ...]:
    """Compare weights; what one side lacks weighs None there."""
    was = {one.id: one for one in old.criteria}
    now = {one.id: one for one in new.criteria}
    found = []
    for key in dict.fromkeys((*now, *was)):
        changed = tuple(
            change
            for name in WEIGHTS
            if (
                change := FieldChange(
                    name,
                    getattr(was.get(key), name, None),
                    getattr(now.get(key), name, None),
                )
            ).before
            != change.after
        )
        if changed:
            found.append(Change(How.CHANGED, key, titles[key], changed))
    return tuple(found)
