"""What somebody sent, for them to keep: as data and as pages."""

import datetime as dt
import io
from functools import cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import font_source_sans_pro
from django.utils.translation import gettext as _
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer

from backoffice_ats.accounts.services import organisation
from candidates.models import Application, EducationEntry, WorkEntry
from candidates.services import questions, requirements, standing

FORMAT = 1  # of the data; raised when a field changes its meaning
_REGULAR, _BOLD = "Source", "Source-Bold"


def as_data(application: Application) -> dict[str, Any]:
    """Return all that was sent, its CV part in the shape of JSON Resume 1.0.0.

    What that schema has no field for is under names that begin with `x-`.
    """
    candidate = application.candidate
    return {
        "format": FORMAT,
        "reference": application.reference,
        "position": application.position.title,
        "organisation": organisation.current().name,
        "submitted_at": _moment(application.submitted_at),
        "resume": {
            "basics": {
                "name": candidate.name if candidate else "",
                "email": candidate.email if candidate else "",
                "phone": candidate.phone if candidate else "",
                "location": {"city": candidate.city if candidate else ""},
            },
            "work": [_job(job) for job in _work_of(application)],
            "education": [_study(study) for study in _studies_of(application)],
        },
        "requirements": [
            {"name": said.name, "answer": said.words}
            for said in requirements.said_by(application)
        ],
        "questions": [
            {"question": said.text, "answer": said.words}
            for said in questions.said_by(application)
        ],
        "examples": [
            {"duty": one.duty.statement, "text": one.text}
            for one in _examples_of(application)
        ],
        "files": [
            {"name": file.name, "bytes": file.size, "sha256": file.sha256}
            for file in application.documents.order_by("pk")
        ],
        "corrections": [
            {"at": _moment(one.at), "fact": one.fact, "old": one.old, "new": one.new}
            for one in application.corrections.order_by("at", "pk")
        ],
    }


def as_pdf(application: Application) -> bytes:
    """Return the same on A4 pages, in letters of any European alphabet."""
    _register_fonts()
    candidate = application.candidate
    said = organisation.current().name
    parts: list[Flowable] = [
        Paragraph(escape(application.position.title), _style("title")),
        _line(said),
        _line(
            _("Reference %(reference)s, received on %(day)s")
            % {
                "reference": application.reference,
                "day": standing.moment_words(application.submitted_at)
                if application.submitted_at
                else "",
            }
        ),
        _heading(_("You")),
    ]
    if candidate:
        for value in (candidate.name, candidate.email, candidate.phone, candidate.city):
            parts += [_line(value)] if value else []
    parts.append(_heading(_("Work")))
    for job in _work_of(application):
        parts += [_strong(job.title), _line(_job_line(job)), *_text(job.text)]
    parts.append(_heading(_("Education")))
    for study in _studies_of(application):
        parts += [_strong(study.name), _line(_study_line(study))]
    if needs := requirements.said_by(application):
        parts.append(_heading(_("What the job asks for")))
        parts += [_line(f"{one.name}: {one.words}") for one in needs]
    parts += _told(
        _("Questions of this job"),
        [(one.text, one.words) for one in questions.said_by(application)],
    )
    parts += _told(
        _("Your examples"),
        [(one.duty.statement, one.text) for one in _examples_of(application)],
    )
    if files := list(application.documents.order_by("pk")):
        parts.append(_heading(_("Files")))
        parts += [_line(file.name) for file in files]
    return _printed(parts, title=f"{application.reference} {application.position}")


# ---- rows as data ----


def _work_of(application: Application) -> list[WorkEntry]:
    return list(application.work.order_by("source", "order"))


def _studies_of(application: Application) -> list[EducationEntry]:
    return list(application.studies.order_by("source", "order"))


def _examples_of(application: Application) -> list[Any]:
    return list(
        application.accomplishments.select_related("duty").order_by("duty__order", "pk")
    )


def _job(job: WorkEntry) -> dict[str, Any]:
    return {
        "name": job.employer,
        "position": job.title,
        "startDate": _month(job.starts_on),
        "endDate": "" if job.current else _month(job.ends_on),
        "summary": job.text,
        "x-current": job.current,
        "x-hours-per-week": str(job.hours_per_week) if job.hours_per_week else "",
        "x-read-from-cv": job.source == "CV",
    }


def _study(study: EducationEntry) -> dict[str, Any]:
    return {
        "institution": study.institution,
        "area": study.field,
        "studyType": study.name,
        "x-level": study.level,
        "x-finished": study.finished,
        "x-credits": study.credits,
        "x-read-from-cv": study.source == "CV",
    }


def _month(day: dt.date | None) -> str:
    return f"{day:%Y-%m}" if day else ""


def _moment(at: dt.datetime | None) -> str:
    return at.isoformat() if at else ""


# ---- rows as lines ----


def _job_line(job: WorkEntry) -> str:
    until = _("today") if job.current else _month(job.ends_on)
    hours = (
        _("%(n)s hours a week") % {"n": f"{job.hours_per_week.normalize():f}"}
        if job.hours_per_week
        else ""
    )
    dates = f"{_month(job.starts_on)} – {until}" if job.starts_on else ""
    return ", ".join(filter(None, [job.employer, dates, hours]))


def _study_line(study: EducationEntry) -> str:
    finished = _("finished") if study.finished else _("not finished")
    return ", ".join(filter(None, [study.institution, study.field, finished]))


def _heading(words: str) -> Paragraph:
    return Paragraph(escape(words), _style("heading"))


def _strong(words: str) -> Paragraph:
    return Paragraph(escape(words), _style("strong"))


def _line(words: str) -> Paragraph:
    return Paragraph(escape(words), _style("line"))


def _told(heading: str, answers: list[tuple[str, str]]) -> list[Flowable]:
    """Return questions with what was answered under a heading; nothing without any."""
    if not answers:
        return []
    parts: list[Flowable] = [_heading(heading)]
    for asked, words in answers:
        parts += [_strong(asked), *_text(words)]
    return parts


def _text(words: str) -> list[Flowable]:
    return [_line(part) for part in words.splitlines() if part.strip()] + [
        Spacer(1, 2 * mm)
    ]


# ---- pages ----


@cache
def _register_fonts() -> None:
    files = Path(str(font_source_sans_pro.__file__)).parent / "files"
    pdfmetrics.registerFont(TTFont(_REGULAR, str(files / "SourceSansPro-Regular.ttf")))
    pdfmetrics.registerFont(TTFont(_BOLD, str(files / "SourceSansPro-Semibold.ttf")))


@cache
def _style(name: str) -> ParagraphStyle:
    size = {"title": 20, "heading": 14}.get(name, 11)
    return ParagraphStyle(
        name,
        fontName=_REGULAR if name == "line" else _BOLD,
        fontSize=size,
        leading=size * 1.35,
        spaceBefore={"heading": 6 * mm, "strong": 2 * mm}.get(name, 0),
        spaceAfter=2 * mm if name in {"title", "heading"} else 0,
    )


def _printed(parts: list[Flowable], *, title: str) -> bytes:
    pages = io.BytesIO()
    SimpleDocTemplate(
        pages,
        pagesize=A4,
        title=title,
        leftMargin=24 * mm,
        rightMargin=24 * mm,
        topMargin=22 * mm,
        bottomMargin=22 * mm,
    ).build(parts)
    return pages.getvalue()
