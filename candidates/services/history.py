"""What screening judges by: passages and typed facts, identity left out.

Names, contacts, employers, institutions and dates of graduation are in none of these
values, so nothing that reads them here can be moved by them. Where applicants wrote
them into a text, a mark stands in their place (see `veil`).
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from django.utils.translation import gettext as _

from candidates.cv import passages
from candidates.cv.values import Resume
from candidates.enums import DocumentState, EntrySource
from candidates.models import Application, EducationEntry, WorkEntry
from candidates.services import persons, veil
from candidates.services.veil import Cut, Kind, Veil


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
    `cuts` are what the marks in `text` stand for; matching never sees them.
    """

    text: str
    origin: Origin
    duty: int | None = None
    work: int | None = None
    document: int | None = None
    start: int | None = None
    end: int | None = None
    cuts: tuple[Cut, ...] = ()


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
    Queries: accomplishments, work, studies, documents, merges; the candidate if not at
    hand.
    """
    rows = list(application.work.order_by("source", "order"))
    over = _veil_of(application, rows, application.studies.all())
    found = []
    for said in application.accomplishments.order_by("duty__order", "pk"):
        text, cuts = over.over(said.text)
        found.append(Passage(text, Origin.ACCOMPLISHMENT, duty=said.duty_id, cuts=cuts))
    for row in rows:
        if row.source == EntrySource.FORM:
            text, cuts = over.over(". ".join(filter(None, [row.title, row.text])))
            found.append(Passage(text, Origin.WORK, work=row.pk, cuts=cuts))
    from_cv = [row.pk for row in rows if row.source == EntrySource.CV]
    return found + _cv_passages(application, from_cv, over)


def read_out(
    passage: Passage,
    start: int,
    end: int,
    spans: Iterable[tuple[int, int]] = (),
    *,
    hidden: bool,
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return `[start:end]` of a passage as a person reads it, its spans moved along.

    What stands behind a mark is said, or, where names are hidden, only what it is:
    "[employer]". `spans` and the spans returned count from the start of their text.
    """
    cuts = {cut.at: cut for cut in passage.cuts}
    parts, places = [], [0]  # places[i] is where character i of the piece has gone
    for at in range(start, end):
        cut = cuts.get(at)
        part = passage.text[at] if cut is None else _said(cut, hidden=hidden)
        parts.append(part)
        places.append(places[-1] + len(part))
    return "".join(parts), tuple((places[a], places[z]) for a, z in spans)


def hide_rows(
    application: Application,
    work: Sequence[WorkEntry],
    studies: Sequence[EducationEntry],
) -> None:
    """Take what tells who somebody is out of rows that are about to be shown.

    The rows are changed in memory: never save them afterwards.
    """
    over = _veil_of(application, work, studies)
    for row in work:
        row.employer = _word(Kind.EMPLOYER) if row.employer and not row.title else ""
        row.title, row.text = _hidden(over, row.title), _hidden(over, row.text)
    for study in studies:
        study.institution = ""
        study.name, study.field = _hidden(over, study.name), _hidden(over, study.field)


def hide_words(application: Application, texts: Iterable[str]) -> list[str]:
    """Return texts of an applicant with what tells who they are taken out."""
    over = _veil_of(application, application.work.all(), application.studies.all())
    return [_hidden(over, text) for text in texts]


def _veil_of(
    application: Application,
    work: Iterable[WorkEntry],
    studies: Iterable[EducationEntry],
) -> Veil:
    candidate = application.candidate
    return veil.veil_of(
        name=candidate.name if candidate else "",
        phone=candidate.phone if candidate else "",
        city=candidate.city if candidate else "",
        employers=[row.employer for row in work],
        schools=[row.institution for row in studies],
        former=persons.former_of(candidate) if candidate else (),
    )


def _hidden(over: Veil, text: str) -> str:
    veiled, cuts = over.over(text)
    passage = Passage(veiled, Origin.WORK, cuts=cuts)
    return read_out(passage, 0, len(veiled), hidden=True)[0]


def _said(cut: Cut, *, hidden: bool) -> str:
    return _word(cut.kind) if hidden else cut.text


def _word(kind: Kind) -> str:
    return {
        Kind.NAME: _("[name]"),
        Kind.CONTACT: _("[contact]"),
        Kind.PLACE: _("[place]"),
        Kind.EMPLOYER: _("[employer]"),
        Kind.SCHOOL: _("[school]"),
    }[kind]


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


def _cv_passages(
    application: Application, work_rows: list[int], over: Veil
) -> list[Passage]:
    document = (
        application.documents.cvs()
        .filter(state=DocumentState.READ, reading__isnull=False)
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
    found = []
    for part in passages.evidence(document.text, resume):
        text, cuts = over.over(part.text)
        found.append(
            Passage(
                text=text,
                origin=Origin.CV,
                work=None if part.work is None else row_of.get(part.work),
                document=document.pk,
                start=part.start,
                end=part.end,
                cuts=cuts,
            )
        )
    return found
