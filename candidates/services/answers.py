"""What an applicant told us, as values: out of a draft's JSON, a CV or an import."""

import calendar
import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext, gettext_lazy

from candidates.cv import private
from candidates.cv.values import (
    SENTENCES,
    Education,
    Reason,
    Resume,
    Work,
    WrittenDate,
)
from candidates.models import EducationEntry, WorkEntry
from positions.criteria import CriterionKind
from positions.models import Duty, Position
from positions.plan import Plan
from positions.services import plans

CONTACT = "contact"
CV = "cv"
WORK = "work"
EDUCATION = "education"
ELIGIBILITY = "eligibility"  # conditions of the job: asked first, not after the work
NEEDS = "needs"  # skills, licences and languages the job asks for
QUESTIONS = "questions-short"  # the position's own, those with a short answer
QUESTION = "questions-"  # followed by the id of one that has a page of its own
DUTY = "duty-"  # followed by the duty's id
CHECK = "check"
LATER = "later"  # no page: the address that a link was sent to

MAX_ROWS = 20


@dataclass(frozen=True, slots=True)
class Person:
    """Who applies."""

    name: str
    email: str = ""
    phone: str = ""
    city: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """A job in somebody's history. `duties` is {duty id: per cent of the time}.

    `starts_on` is the first day, `ends_on` the last; `precision` says how much of them
    was written: DAY, MONTH or YEAR.
    """

    title: str
    employer: str = ""
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    current: bool = False
    hours_per_week: Decimal | None = None
    text: str = ""
    precision: str = "MONTH"
    duties: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Study:
    """A course of study; `level` is a step of the ladder, None when not known."""

    name: str
    level: int | None = None
    field: str = ""
    institution: str = ""
    finished: bool = True
    credits: int | None = None


def scored_duties(position: Position) -> list[Duty]:
    """Return the duties that applicants are scored on, in the plan's order."""
    return duties_in(frozen_plan(position), position)


def duties_in(plan: Plan | None, position: Position) -> list[Duty]:
    """Return the duties that a frozen plan scores, in its order. One query."""
    if plan is None:
        return []
    scored = position.duties.filter(pk__in=plan.scored_duties)
    return list(scored.order_by("order", "pk"))


def asks_scenarios(position: Position) -> bool:
    """Say whether the plan scores how somebody works with others."""
    plan = frozen_plan(position)
    return plan is not None and any(
        criterion.kind is CriterionKind.SCREENING for criterion in plan.criteria
    )


def frozen_plan(position: Position) -> Plan | None:
    """Return the plan that counts now; None before the first is frozen. One query."""
    version = plans.current(position)
    return Plan.from_json(version.content) if version else None


def steps_of(
    duties: Iterable[Duty],
    *,
    asks: Collection[str] = (),
    questions: Iterable[str] = (),
) -> list[str]:
    """Return the pages of the form in order, the last one being the check.

    `asks` are those of ELIGIBILITY and NEEDS on which the position asks something,
    `questions` the pages of its own questions in order. The
    CV comes before what can be read in it, so that nothing has to be typed twice.
    """
    return [
        *([ELIGIBILITY] if ELIGIBILITY in asks else []),
        CV,
        CONTACT,
        WORK,
        EDUCATION,
        *([NEEDS] if NEEDS in asks else []),
        *questions,
        *(f"{DUTY}{duty.pk}" for duty in duties),
        CHECK,
    ]


def missing(
    answers: Mapping[str, Any],
    duties: Iterable[Duty],
    *,
    has_cv: bool,
    needs: Mapping[int, str] | None = None,
    questions: Iterable[str] = (),
) -> list[str]:
    """Name the pages that still need an answer before sending, in their order.

    `needs` is {key of a requirement that is asked for: the page it is asked on};
    `questions` are pages of the position's own questions that lack an answer.
    """
    answered = requirement_rows(answers)
    unsaid = {page for key, page in (needs or {}).items() if str(key) not in answered}
    left = [ELIGIBILITY] if ELIGIBILITY in unsaid else []
    if person_of(answers) is None:
        left.append(CONTACT)
    for step in (WORK, EDUCATION):
        told = answers.get(step, {})
        if not (told.get("rows") or told.get("none") or (has_cv and step in answers)):
            left.append(step)
    if NEEDS in unsaid:
        left.append(NEEDS)
    left.extend(questions)
    for duty in duties:
        told = answers.get(f"{DUTY}{duty.pk}", {})
        if not (told.get("text") or told.get("none")):
            left.append(f"{DUTY}{duty.pk}")
    return left


def requirement_rows(answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was said of each requirement, by its key, from both pages."""
    rows: dict[str, Any] = {}
    for page in (NEEDS, ELIGIBILITY):
        rows |= answers.get(page, {}).get("rows", {})
    return rows


def person_of(answers: Mapping[str, Any]) -> Person | None:
    told = answers.get(CONTACT, {})
    if not (told.get("name") and told.get("email")):
        return None
    return Person(
        name=told["name"],
        email=told["email"],
        phone=told.get("phone", ""),
        city=told.get("city", ""),
    )


def jobs_of(answers: Mapping[str, Any]) -> list[Job]:
    return [job_of(row) for row in answers.get(WORK, {}).get("rows", [])]


def studies_of(answers: Mapping[str, Any]) -> list[Study]:
    return [study_of(row) for row in answers.get(EDUCATION, {}).get("rows", [])]


def study_of(row: Mapping[str, Any]) -> Study:
    """Turn a row as the form keeps it into a course of study."""
    return Study(
        name=row["name"],
        level=row.get("level"),
        field=row.get("field", ""),
        institution=row.get("institution", ""),
        finished=row.get("finished", True),
        credits=row.get("credits"),
    )


def row_of_job(entry: WorkEntry) -> dict[str, Any]:
    """Turn a stored job into a row of the form, to be put right."""
    return {
        "title": entry.title,
        "employer": entry.employer,
        "from_month": entry.starts_on.month if entry.starts_on else None,
        "from_year": entry.starts_on.year if entry.starts_on else None,
        "to_month": entry.ends_on.month if entry.ends_on else None,
        "to_year": entry.ends_on.year if entry.ends_on else None,
        "current": entry.current,
        "hours": f"{entry.hours_per_week.normalize():f}"
        if entry.hours_per_week
        else "",
        "text": entry.text,
        "shares": {str(part.duty_id): part.share for part in entry.duties.all()},
    }


def row_of_study(entry: EducationEntry) -> dict[str, Any]:
    """Turn a stored course of study into a row of the form."""
    names = ("name", "level", "field", "institution", "finished", "credits")
    return {name: getattr(entry, name) for name in names}


def accomplishments_of(
    answers: Mapping[str, Any], duties: Iterable[Duty]
) -> dict[int, str]:
    """Return {duty id: text} for the duties that were answered with a text."""
    texts = {
        duty.pk: answers.get(f"{DUTY}{duty.pk}", {}).get("text", "") for duty in duties
    }
    return {duty: text for duty, text in texts.items() if text}


def job_of(row: Mapping[str, Any]) -> Job:
    """Turn a row as the form keeps it into a job."""
    hours = row.get("hours")
    return Job(
        title=row["title"],
        employer=row.get("employer", ""),
        starts_on=first_day(row.get("from_year"), row.get("from_month")),
        ends_on=None
        if row.get("current")
        else last_day(row.get("to_year"), row.get("to_month")),
        current=bool(row.get("current")),
        hours_per_week=Decimal(hours) if hours else None,
        text=row.get("text", ""),
        precision="MONTH" if row.get("from_month") else "YEAR",
        duties={int(duty): share for duty, share in row.get("shares", {}).items()},
    )


def first_day(
    year: int | None, month: int | None, day: int | None = None
) -> dt.date | None:
    """Return the earliest day that is meant; None without a year."""
    if year is None:
        return None
    return dt.date(year, month or 1, day or 1)


def last_day(
    year: int | None, month: int | None, day: int | None = None
) -> dt.date | None:
    """Return the latest day that is meant; None without a year."""
    if year is None:
        return None
    month = month or 12
    return dt.date(year, month, day or calendar.monthrange(year, month)[1])


# ---- out of a CV ----


def sentence(reason: str) -> str:
    """Say why a file was not read, in plain words; empty without a reason."""
    return gettext(SENTENCES[Reason(reason)]) if reason else ""


# The same for colleagues who bring in files of others.
_FOR_STAFF = {
    Reason.NAME: gettext_lazy(
        "The name of the file has characters that cannot be used."
    ),
    Reason.EXTENSION: gettext_lazy("It is no PDF, Word (.docx) or text file."),
    Reason.EMPTY: gettext_lazy("The file is empty."),
    Reason.TOO_LARGE: gettext_lazy("The file is larger than 10 MB."),
    Reason.NOT_PDF: gettext_lazy("It is called PDF but is none."),
    Reason.NOT_DOCX: gettext_lazy("It is called .docx but is no Word document."),
    Reason.NOT_TEXT: gettext_lazy("It is called a text file but is none."),
    Reason.MACROS: gettext_lazy(
        "It contains macros: save it as .docx without, or as PDF."
    ),
    Reason.UNSAFE_ARCHIVE: gettext_lazy(
        "It is not built as a Word document is: save it as PDF."
    ),
    Reason.BOMB: gettext_lazy(
        "It unpacks to far more than a CV needs: save it as PDF."
    ),
    Reason.DTD: gettext_lazy(
        "It contains declarations that are not opened: save it as PDF."
    ),
    Reason.ENCRYPTED: gettext_lazy(
        "It is protected by a password: ask for one without."
    ),
    Reason.DAMAGED: gettext_lazy("It is damaged and could not be opened."),
}


def sentence_for_staff(reason: Reason) -> str:
    """Say why a file is not taken to the colleague who brought it in."""
    return str(_FOR_STAFF.get(reason) or sentence(reason))


@dataclass(frozen=True, slots=True)
class Found:
    """How much could be read in a CV."""

    name: str
    jobs: int
    studies: int


def found_in(resume: Resume) -> Found:
    return Found(
        name=resume.name.strip(),
        jobs=len(jobs_in(resume)),
        studies=len(studies_in(resume)),
    )


def person_in(resume: Resume) -> Person:
    """Return who a CV says it is of; what it does not say is empty."""
    return Person(
        name=resume.name.strip()[:200],
        email=next(iter(resume.emails), "")[:254],
        phone=next(iter(resume.phones), "")[:40],
    )


def contact_in(resume: Resume) -> dict[str, str]:
    """Return how the CV says to reach them, shaped as the page about the person."""
    found = {
        "name": resume.name.strip()[:200],
        "email": next(iter(resume.emails), ""),
        "phone": next(iter(resume.phones), ""),
    }
    return {name: value for name, value in found.items() if value}


def jobs_in(resume: Resume) -> list[Job]:
    """Turn the jobs of a CV into rows; those without title and employer are left."""
    return [
        _job_in(work)
        for work in resume.work[:MAX_ROWS]
        if work.title.strip() or work.employer.strip()
    ]


def studies_in(resume: Resume) -> list[Study]:
    return [
        _study_in(course)
        for course in resume.education[:MAX_ROWS]
        if course.words.strip()
    ]


def rows_of_jobs(resume: Resume) -> list[dict[str, Any]]:
    """Turn the jobs of a CV into rows of the form, to be checked by the applicant."""
    return [
        {
            "title": job.title,
            "employer": job.employer,
            **_month("from", work.since),
            **_month("to", None if work.current else work.until),
            "current": work.current,
            "text": job.text,
            "from_cv": True,
        }
        for work, job in zip(
            (w for w in resume.work if w.title.strip() or w.employer.strip()),
            jobs_in(resume),
            strict=False,
        )
    ]


def rows_of_studies(resume: Resume) -> list[dict[str, Any]]:
    return [
        {
            "name": study.name,
            "level": study.level,
            "field": study.field,
            "institution": study.institution,
            "finished": study.finished,
            "from_cv": True,
        }
        for study in studies_in(resume)
    ]


def _job_in(work: Work) -> Job:
    starts_on = _day(work.since, first_day)
    ends_on = None if work.current else _day(work.until, last_day)
    if starts_on and ends_on and ends_on < starts_on:
        starts_on = ends_on = None
    dates = [date for date in (work.since, work.until) if date]
    year_only = any(date.month is None for date in dates)
    return Job(
        title=(work.title.strip() or work.employer.strip())[:160],
        employer=work.employer.strip()[:160],
        starts_on=starts_on,
        ends_on=ends_on,
        current=work.current,
        text=private.without(work.text).strip()[:4_000],
        precision="YEAR" if year_only else "MONTH",
    )


def _study_in(course: Education) -> Study:
    return Study(
        name=course.words.strip()[:200],
        level=int(course.level) if course.level else None,
        field=course.field.strip()[:120],
        institution=course.institution.strip()[:200],
    )


def _day(date: WrittenDate | None, day: Any) -> dt.date | None:  # noqa: ANN401 -- first_day or last_day
    if date is None:
        return None
    try:
        result: dt.date = day(date.year, date.month, date.day)
    except ValueError:  # 31 February in a CV is a slip, not a reason to lose the job
        return None
    return result


def _month(prefix: str, date: WrittenDate | None) -> dict[str, int | None]:
    return {
        f"{prefix}_month": date.month if date else None,
        f"{prefix}_year": date.year if date else None,
    }
