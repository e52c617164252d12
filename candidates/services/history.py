"""What screening judges by: passages and typed facts, identity left out.

Names, contacts, employers, institutions and dates of graduation are in none of these
values, so nothing that reads them here can be moved by them.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from candidates.cv import passages
from candidates.cv.values import Resume
from candidates.enums import DocumentState, EntrySource
from candidates.models import Application


class Origin(StrEnum):
    """Where a passage was said."""

    ACCOMPLISHMENT = "ACCOMPLISHMENT"
    WORK = "WORK"
    CV = "CV"


@dataclass(frozen=True, slots=True)
class Passage:
    """Somebody's own words that may show a duty.

    `duty` is the duty an accomplishment was written for, `work` the row of work history
    the words belong to, `document`, `start` and `end` where they stand in a CV's text.
    """

    text: str
    origin: Origin
    duty: int | None = None
    work: int | None = None
    document: int | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class WorkFact:
    """A job as facts. `duties` are (duty id, per cent of the time)."""

    id: int
    title: str
    starts_on: dt.date | None
    ends_on: dt.date | None
    current: bool
    hours_per_week: Decimal | None
    precision: str
    source: str
    duties: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class StudyFact:
    """A course of study as facts, without where or when."""

    id: int
    name: str
    field: str
    level: int | None
    finished: bool
    credits: int | None
    source: str


def passages_of(application: Application) -> list[Passage]:
    """Return all words that may be matched: accomplishments, work, then the CV.

    Work rows that were read from the CV are not repeated: the CV says them itself.
    Queries: accomplishments, work, documents.
    """
    found = [
        Passage(said.text, Origin.ACCOMPLISHMENT, duty=said.duty_id)
        for said in application.accomplishments.order_by("duty__order", "pk")
    ]
    rows = list(application.work.order_by("source", "order"))
    found += [
        Passage(
            ". ".join(filter(None, [row.title, row.text])), Origin.WORK, work=row.pk
        )
        for row in rows
        if row.source == EntrySource.FORM
    ]
    from_cv = [row.pk for row in rows if row.source == EntrySource.CV]
    return found + _cv_passages(application, from_cv)


def work_of(application: Application) -> list[WorkFact]:
    """Return the jobs as facts. Two queries."""
    return [
        WorkFact(
            id=row.pk,
            title=row.title,
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            current=row.current,
            hours_per_week=row.hours_per_week,
            precision=row.precision,
            source=row.source,
            duties=tuple((part.duty_id, part.share) for part in row.duties.all()),
        )
        for row in application.work.prefetch_related("duties").order_by(
            "source", "order"
        )
    ]


def studies_of(application: Application) -> list[StudyFact]:
    """Return the courses of study as facts. One query."""
    return [
        StudyFact(
            id=row.pk,
            name=row.name,
            field=row.field,
            level=row.level,
            finished=row.finished,
            credits=row.credits,
            source=row.source,
        )
        for row in application.studies.order_by("source", "order")
    ]


def _cv_passages(application: Application, work_rows: list[int]) -> list[Passage]:
    document = (
        application.documents.filter(state=DocumentState.READ, reading__isnull=False)
        .order_by("-pk")
        .first()
    )
    if document is None or document.reading is None:
        return []
    resume = Resume.from_json(document.reading)
    # The rows were made from the CV's jobs in their order, unnamed ones left out.
    named = [
        number
        for number, work in enumerate(resume.work)
        if work.title.strip() or work.employer.strip()
    ]
    row_of = dict(zip(named, work_rows, strict=False))
    return [
        Passage(
            text=part.text,
            origin=Origin.CV,
            work=None if part.work is None else row_of.get(part.work),
            document=document.pk,
            start=part.start,
            end=part.end,
        )
        for part in passages.evidence(document.text, resume)
    ]
