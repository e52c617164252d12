"""Write what a release of O*NET says, and only what differs from what is stored.

A second import of the same release writes nothing; a newer one adds, changes and takes
out. Positions made from an occupation keep their own copy of its words, so nothing of
theirs moves.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db import connection, transaction

from positions.models import (
    Occupation,
    OccupationTask,
    OccupationTechnology,
    OccupationTitle,
)
from positions.onet import words
from positions.onet.release import REPORTED, TECHNOLOGY, Release, TitleKind

BATCH = 1_000
LOCK = 4_720_116  # the advisory lock that makes imports wait for each other

Key = tuple[Any, ...]
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Changes:
    """How many rows an import added, changed and took out."""

    added: int = 0
    changed: int = 0
    removed: int = 0

    def __add__(self, other: "Changes") -> "Changes":
        return Changes(
            self.added + other.added,
            self.changed + other.changed,
            self.removed + other.removed,
        )

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class Table:
    """One table: what its rows are known by, and what else they say."""

    model: Any  # a class of models; which manager it has, the stubs cannot say
    key: tuple[str, ...]
    fields: tuple[str, ...]

    def row(self, key: Key, values: Sequence[Any], **pk: Any) -> Any:  # noqa: ANN401 -- keys and rows of any kind
        names = (*self.key, *self.fields)
        return self.model(**pk, **dict(zip(names, (*key, *values), strict=True)))


OCCUPATIONS = Table(
    Occupation,
    ("code",),
    ("title", "description", "job_zone", "education", "experience", "release"),
)
TITLES = Table(OccupationTitle, ("occupation_id", "title"), ("folded", "kind"))
TASKS = Table(
    OccupationTask,
    ("id",),
    ("occupation_id", "statement", "kind", "importance", "order"),
)
TECHNOLOGIES = Table(OccupationTechnology, ("occupation_id", "name"), ("hot",))


def row_count(release: Release) -> int:
    """Count the rows that `store_release` will look at."""
    return sum(
        len(rows)
        for rows in (
            release.occupations,
            release.titles,
            release.tasks,
            release.technologies,
        )
    )


@transaction.atomic
def store_release(release: Release, *, progress: Progress) -> Changes:
    """Make the tables say what this release says, all of it or nothing.

    `progress` is told how many more rows are done. Rows of a file that the release
    lacks are left as they are.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    changes = _store(OCCUPATIONS, _occupations(release), progress)
    changes += _store(TITLES, _titles(release), progress)
    changes += _store(TASKS, _tasks(release), progress)
    if TECHNOLOGY not in release.absent:
        wanted = {key: (hot,) for key, hot in release.technologies.items()}
        changes += _store(TECHNOLOGIES, wanted, progress)
    return changes


def _occupations(release: Release) -> dict[Key, tuple[Any, ...]]:
    return {
        (code,): (
            facts.title,
            facts.description,
            facts.job_zone,
            list(facts.education),
            list(facts.experience),
            release.number,
        )
        for code, facts in release.occupations.items()
    }


def _titles(release: Release) -> dict[Key, tuple[Any, ...]]:
    titles: dict[Key, tuple[Any, ...]] = {
        key: (words.folded(key[1]), kind.value) for key, kind in release.titles.items()
    }
    if REPORTED in release.absent:
        kept = OccupationTitle.objects.filter(
            kind=TitleKind.REPORTED, occupation__in=list(release.occupations)
        ).values_list(*TITLES.key, *TITLES.fields)
        titles |= {(code, title): (folded, kind) for code, title, folded, kind in kept}
    return titles


def _tasks(release: Release) -> dict[Key, tuple[Any, ...]]:
    return {
        (key,): (
            task.code,
            task.statement,
            task.kind.value,
            task.importance,
            task.order,
        )
        for key, task in release.tasks.items()
    }


def _store(
    table: Table,
    wanted: Mapping[Key, tuple[Any, ...]],
    progress: Progress,
) -> Changes:
    """Write the difference between what stands in a table and what is wanted."""
    width = len(table.key)
    rows = table.model.objects.values_list("pk", *table.key, *table.fields)
    stored = {row[1 : width + 1]: (row[0], row[width + 1 :]) for row in rows}
    gone = [pk for key, (pk, _values) in stored.items() if key not in wanted]
    new = [table.row(key, wanted[key]) for key in wanted if key not in stored]
    changed = [
        table.row(key, values, pk=stored[key][0])
        for key, values in wanted.items()
        if key in stored and stored[key][1] != values
    ]
    progress(len(wanted) - len(new) - len(changed))
    for part in _batches(gone):
        table.model.objects.filter(pk__in=part).delete()
    for part in _batches(new):
        table.model.objects.bulk_create(part)
        progress(len(part))
    for part in _batches(changed):
        table.model.objects.bulk_update(part, table.fields)
        progress(len(part))
    return Changes(len(new), len(changed), len(gone))


def _batches(rows: Iterable[Any]) -> Iterable[list[Any]]:
    remaining = iter(rows)
    while part := list(islice(remaining, BATCH)):
        yield part
