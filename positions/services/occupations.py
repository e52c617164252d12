"""Find an occupation of O*NET, and start a position from it.

A suggestion is a beginning, not a rule: education is shown as advice only, because
asking for a degree needs a reason that O*NET cannot give.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from positions import weighting
from positions.blueprint import Blueprint, BlueprintDuty, BlueprintExperience
from positions.criteria import EducationLevel
from positions.enums import PositionOrigin
from positions.models import (
    Occupation,
    OccupationTask,
    OccupationTitle,
)
from positions.onet.release import TaskKind, TitleKind
from positions.plan import Plan

SOURCE = "ONET:"
MOST_HITS = 30
MOST_NEAR = 8  # beyond these, likeness is chance
MOST_TICKED = 8
MOST_SOFTWARE = 12
MOST_TITLES = 8


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search found. `is_near` when no title has the words, only like ones."""

    titles: Sequence[OccupationTitle]
    is_near: bool = False


@dataclass(frozen=True, slots=True)
class SuggestedDuty:
    """A task as O*NET states it, with a share of time in whole per cent."""

    statement: str
    share: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a position may start with. `source` is "ONET:27.0:43-3051.00".

    Shares add up to 100. `education` is advice for HR, never a requirement by itself;
    `experience_months` is none where nothing was asked or nothing is needed.
    """

    title: str
    summary: str
    duties: tuple[SuggestedDuty, ...]
    education: EducationLevel | None
    experience_months: int | None
    software: tuple[str, ...]
    source: str


def search(text: str) -> Hits:
    """Find occupations by title, the best first; at most two queries."""
    titles = OccupationTitle.objects.select_related("occupation")
    found = list(titles.best_for(text)[:MOST_HITS])
    if found or not text.strip():
        return Hits(found)
    return Hits(list(titles.nearest_to(text)[:MOST_NEAR]), is_near=True)


def current_release() -> str | None:
    """Return the release that was imported, "" when it did not say; none before one."""
    release: str | None = Occupation.objects.values_list("release", flat=True).first()
    return release


def ticked(tasks: Sequence[OccupationTask]) -> list[int]:
    """Choose the tasks to begin with: the first core ones, else the first of all."""
    core = [task.pk for task in tasks if task.kind == TaskKind.CORE]
    return (core or [task.pk for task in tasks])[:MOST_TICKED]


def suggestion(occupation: Occupation, task_ids: Collection[int]) -> Suggestion:
    """Suggest these tasks of the occupation as duties, and what is usual for it."""
    tasks = list(occupation.tasks.filter(pk__in=task_ids).order_by("order", "pk"))
    experience = occupation.experience_norm
    education = occupation.education_norm
    return Suggestion(
        title=occupation.title,
        summary=occupation.description,
        duties=tuple(
            SuggestedDuty(task.statement, share)
            for task, share in zip(tasks, _shares(tasks), strict=True)
        ),
        education=education.level if education else None,
        experience_months=(experience.months or None) if experience else None,
        software=software_of(occupation),
        source=f"{SOURCE}{occupation.release}:{occupation.pk}",
    )


def software_of(occupation: Occupation) -> tuple[str, ...]:
    """Name examples of software, what many adverts ask for first."""
    names = occupation.technologies.order_by("-hot", "name").values_list("name")
    return tuple(name for (name,) in names[:MOST_SOFTWARE])


def also_called(occupation: Occupation) -> tuple[str, ...]:
    """Name other titles: those that people who do the work reported come first."""
    titles = occupation.titles.exclude(kind=TitleKind.OWN).order_by("-kind", "title")
    return tuple(titles.values_list("title", flat=True)[:MOST_TITLES])


def _shares(tasks: Sequence[OccupationTask]) -> list[int]:
    """Share out the time by importance; a task that nobody rated counts as the least."""
    least = min((task.importance for task in tasks if task.importance), default=1)
    return weighting.in_proportion(
        [task.importance or least for task in tasks], weighting.WHOLE
    )


def blueprint_of(suggested: Suggestion, *, experience: str = "") -> Blueprint:
    """Return what a position begins with.

    `experience` names the kind of work to ask for in the suggested months; empty asks
    for none. No duty is marked essential: that needs a reason that HR gives.
    """
    every = tuple(range(len(suggested.duties)))
    months = suggested.experience_months if experience else None
    return Blueprint(
        title=suggested.title,
        duties=tuple(
            BlueprintDuty(duty.statement, duty.share, source=suggested.source)
            for duty in suggested.duties
        ),
        experience=(BlueprintExperience(experience, months, every),) if months else (),
        origin=PositionOrigin.OCCUPATION.value,
        origin_key=suggested.source,
    )


def release_behind(plan: Plan) -> str | None:
    """Return the release of O*NET whose words stand in a plan; None where none do."""
    for duty in plan.duties:
        if duty.source.startswith(SOURCE):
            return duty.source.removeprefix(SOURCE).partition(":")[0]
    return None
