"""A release of O*NET as values: who is called what, does what, and needs what."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from positions.onet import archive as archives
from positions.onet import norms
from positions.onet.archive import OnetFileError, quoted
from positions.onet.tables import Row, rows

if TYPE_CHECKING:
    from pathlib import Path

    from positions.onet.archive import Archive

OCCUPATIONS = "Occupation Data.txt"
ALTERNATES = "Alternate Titles.txt"
REPORTED = "Sample of Reported Titles.txt"
TASKS = "Task Statements.txt"
RATINGS = "Task Ratings.txt"
ZONES = "Job Zones.txt"
SURVEY = "Education, Training, and Experience.txt"
CATEGORIES = "Education, Training, and Experience Categories.txt"
TECHNOLOGY = "Technology Skills.txt"
README = "Read Me.txt"
CODE = "O*NET-SOC Code"

LONGEST_TITLE = 200
LONGEST_TEXT = 4_000
LONGEST_TASK = 600  # as long as a duty may be
HIGHEST_ID = 2_147_483_647
SCALES = {"RL": len(norms.EDUCATION), "RW": len(norms.EXPERIENCE)}

_CODE = re.compile(r"\d{2}-\d{4}\.\d{2}")


class TitleKind(StrEnum):
    """Where a title comes from."""

    OWN = "OWN"  # the occupation's name in O*NET
    ALTERNATE = "ALTERNATE"
    REPORTED = "REPORTED"  # by people who do the work


class TaskKind(StrEnum):
    """How much a task belongs to the occupation; unrated ones are OTHER."""

    CORE = "CORE"
    SUPPLEMENTAL = "SUPPLEMENTAL"
    OTHER = "OTHER"


@dataclass(frozen=True, slots=True)
class Facts:
    """An occupation itself. Answers in hundredths of a per cent, empty when unasked."""

    title: str
    description: str
    job_zone: int | None = None
    education: tuple[int, ...] = ()
    experience: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """`importance` from 100 to 500 (1.00 to 5.00), none where it was not rated."""

    code: str
    statement: str
    kind: TaskKind
    importance: int | None
    order: int


@dataclass(frozen=True, slots=True)
class Release:
    """All that is taken from one release. `number` is "" when it does not say.

    `absent` names the files that a release may lack: what an earlier one said there
    still stands.
    """

    number: str
    occupations: dict[str, Facts]
    titles: dict[tuple[str, str], TitleKind]
    tasks: dict[int, Task]
    technologies: dict[tuple[str, str], bool]  # (code, name) → in demand
    absent: frozenset[str] = field(default_factory=frozenset)


def read_release(path: Path) -> Release:
    """Read a text download. Raises OnetFileError that says what is wrong with it."""
    with archives.opened(path) as archive:
        _check_categories(archive)
        occupations = _occupations(archive)
        return Release(
            number=_number(archive, path),
            occupations=occupations,
            titles=_titles(archive, occupations),
            tasks=_tasks(archive, occupations),
            technologies=_technologies(archive, occupations),
            absent=frozenset(
                file for file in (REPORTED, TECHNOLOGY) if file not in archive
            ),
        )


def _number(archive: Archive, path: Path) -> str:
    """Find the release, "27.0": in the read-me, or in the name of folder or file."""
    if README in archive and (
        found := re.search(r"O\*NET\D{0,3} (\d{1,2}\.\d{1,2})\b", archive.text(README))
    ):
        return found.group(1)
    for name in (*sorted(archive.folders), path.name):
        if found := re.match(r"db_(\d{1,2})_(\d{1,2})(?!\d)", name):
            return f"{found.group(1)}.{found.group(2)}"
    return ""


def _check_categories(archive: Archive) -> None:
    """Refuse a release whose answers mean something else than `norms` says."""
    if CATEGORIES not in archive:
        return
    columns = ("Scale ID", "Category", "Category Description")
    for row in rows(archive, CATEGORIES, columns):
        scale, _category, description = row.cells
        if scale not in SCALES:
            continue
        category = row.whole(1, "Category", 1, SCALES[scale])
        begins = (
            norms.EDUCATION[category].begins
            if scale == "RL"
            else norms.EXPERIENCE[category].begins
        )
        if not description.casefold().startswith(begins.casefold()):
            raise row.wrong(
                f"category {category} of scale {scale} is “{quoted(description)}”; this"
                f" version of the program knows it as “{begins}…”"
            )


def _occupations(archive: Archive) -> dict[str, Facts]:
    named: dict[str, tuple[str, str]] = {}
    for row in rows(archive, OCCUPATIONS, (CODE, "Title", "Description")):
        code = row.cells[0]
        if not _CODE.fullmatch(code):
            raise row.wrong(f"“{quoted(code)}” is no code like 43-3031.00")
        if code in named:
            raise row.wrong(f"{code} stands there twice")
        named[code] = (
            row.text(1, "Title", LONGEST_TITLE),
            row.text(2, "Description", LONGEST_TEXT),
        )
    if not named:
        raise OnetFileError(f"“{OCCUPATIONS}” holds no occupation.")
    zones = _zones(archive, named)
    answers = _answers(archive, named)
    return {
        code: Facts(
            title,
            description,
            zones.get(code),
            answers.get((code, "RL"), ()),
            answers.get((code, "RW"), ()),
        )
        for code, (title, description) in named.items()
    }


def _zones(archive: Archive, known: dict[str, tuple[str, str]]) -> dict[str, int]:
    highest = max(norms.ZONES)
    return {
        _known(row, known): row.whole(1, "Job Zone", 1, highest)
        for row in rows(archive, ZONES, (CODE, "Job Zone"))
        if row.cells[1] != "n/a"
    }


def _answers(
    archive: Archive, known: dict[str, tuple[str, str]]
) -> dict[tuple[str, str], tuple[int, ...]]:
    found: dict[tuple[str, str], list[int]] = {}
    columns = (CODE, "Scale ID", "Category", "Data Value")
    for row in rows(archive, SURVEY, columns):
        code, scale = _known(row, known), row.cells[1]
        if scale not in SCALES:
            continue
        shares = found.setdefault((code, scale), [0] * SCALES[scale])
        category = row.whole(2, "Category", 1, SCALES[scale])
        shares[category - 1] = row.hundredths(3, "Data Value", 0, 100)
    return {key: tuple(shares) for key, shares in found.items()}


def _titles(
    archive: Archive, occupations: dict[str, Facts]
) -> dict[tuple[str, str], TitleKind]:
    """Return every title once per occupation: its own, reported, then alternate."""
    titles: dict[tuple[str, str], TitleKind] = {
        (code, facts.title): TitleKind.OWN for code, facts in occupations.items()
    }
    sources = [
        (REPORTED, "Reported Job Title", TitleKind.REPORTED),
        (ALTERNATES, "Alternate Title", TitleKind.ALTERNATE),
    ]
    for file, column, kind in sources:
        if file == REPORTED and file not in archive:
            continue
        for row in rows(archive, file, (CODE, column)):
            code = _known(row, occupations)
            titles.setdefault((code, row.text(1, column, LONGEST_TITLE)), kind)
    return titles


def _tasks(archive: Archive, occupations: dict[str, Facts]) -> dict[int, Task]:
    """Return the tasks; an occupation's are in order, what matters most first."""
    importance = _importance(archive, occupations)
    kinds = {"core": TaskKind.CORE, "supplemental": TaskKind.SUPPLEMENTAL}
    found: dict[str, list[tuple[int, str, TaskKind]]] = {}
    seen: set[int] = set()
    for row in rows(archive, TASKS, (CODE, "Task ID", "Task", "Task Type")):
        code = _known(row, occupations)
        key = row.whole(1, "Task ID", 1, HIGHEST_ID)
        if key in seen:
            raise row.wrong(f"task {key} stands there twice")
        seen.add(key)
        statement = row.text(2, "Task", LONGEST_TASK)
        kind = kinds.get(row.cells[3].casefold(), TaskKind.OTHER)
        found.setdefault(code, []).append((key, statement, kind))
    if not seen:
        raise OnetFileError(f"“{TASKS}” holds no task.")
    places = list(TaskKind)
    return {
        key: Task(code, statement, kind, importance.get(key), order)
        for code, tasks in found.items()
        for order, (key, statement, kind) in enumerate(
            sorted(
                tasks,
                key=lambda task: (places.index(task[2]), -importance.get(task[0], 0)),
            ),
            start=1,
        )
    }


def _importance(archive: Archive, occupations: dict[str, Facts]) -> dict[int, int]:
    """Read the ratings of importance, where the release has them."""
    if RATINGS not in archive:
        return {}
    found = {}
    for row in rows(archive, RATINGS, (CODE, "Task ID", "Scale ID", "Data Value")):
        _known(row, occupations)
        if row.cells[2] == "IM":
            key = row.whole(1, "Task ID", 1, HIGHEST_ID)
            found[key] = row.hundredths(3, "Data Value", 1, 5)
    return found


def _technologies(
    archive: Archive, occupations: dict[str, Facts]
) -> dict[tuple[str, str], bool]:
    if TECHNOLOGY not in archive:
        return {}
    return {
        (_known(row, occupations), row.text(1, "Example", LONGEST_TITLE)): (
            row.cells[2] == "Y"
        )
        for row in rows(archive, TECHNOLOGY, (CODE, "Example", "Hot Technology"))
    }


def _known(row: Row, occupations: dict[str, Facts] | dict[str, tuple[str, str]]) -> str:
    """Return the row's code. Raises OnetFileError for an occupation nobody named."""
    code = row.cells[0]
    if code not in occupations:
        raise row.wrong(f"“{quoted(code)}” is not in “{OCCUPATIONS}”")
    return code
