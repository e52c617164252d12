"""CVs as people send them: real PDF, DOCX and text files, made when they are needed."""

import html
import io
from functools import cache
from pathlib import Path

import docx
import font_source_sans_pro as source_sans
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    PageTemplate,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
)

from backoffice_ats.demo.people import Applicant, Job, Layout, Study

FONTS = Path(source_sans.__file__).parent / "files"
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def render(person: Applicant) -> tuple[str, bytes] | None:
    """Return a file name and its bytes, or None for somebody without a CV."""
    if person.layout is Layout.NONE:
        return None
    make, suffix = {
        Layout.PLAIN_PDF: (_plain_pdf, "pdf"),
        Layout.SIDEBAR_PDF: (_sidebar_pdf, "pdf"),
        Layout.TABLE_PDF: (_table_pdf, "pdf"),
        Layout.LOCKED: (_locked_pdf, "pdf"),
        Layout.SCAN: (_scan_pdf, "pdf"),
        Layout.PLAIN_DOCX: (_plain_docx, "docx"),
        Layout.TABLE_DOCX: (_table_docx, "docx"),
        Layout.TEXT: (_text, "txt"),
    }[person.layout]
    family = person.name.rsplit(" ", maxsplit=1)[-1]
    return f"CV {family}.{suffix}", make(person)


# ---- words ----


def _month(month: str) -> str:
    year, number = month.split("-")
    return f"{_MONTHS[int(number) - 1]} {year}"


def _span(job: Job) -> str:
    return f"{_month(job.since)} – {_month(job.until) if job.until else 'present'}"


def _part_time(job: Job) -> str:
    return f", {job.hours:g} hours a week" if job.hours < 35 else ""  # noqa: PLR2004 -- full time


def _study(study: Study) -> str:
    return study.name if study.finished else f"{study.name} (not finished)"


# ---- PDF ----


@cache
def _fonts() -> tuple[str, str]:
    """Register a font that can write everybody's name, embedded in each file."""
    pdfmetrics.registerFont(TTFont("CV", FONTS / "SourceSansPro-Regular.ttf"))
    pdfmetrics.registerFont(TTFont("CV-Bold", FONTS / "SourceSansPro-Semibold.ttf"))
    return "CV", "CV-Bold"


def _styles() -> dict[str, ParagraphStyle]:
    regular, bold = _fonts()
    body = ParagraphStyle("body", fontName=regular, fontSize=10, leading=13.5)
    return {
        "body": body,
        "small": ParagraphStyle("small", parent=body, fontSize=9, leading=12),
        "bullet": ParagraphStyle("bullet", parent=body, leftIndent=10, bulletIndent=0),
        "job": ParagraphStyle("job", parent=body, fontName=bold, spaceBefore=6),
        "head": ParagraphStyle(
            "head",
            parent=body,
            fontName=bold,
            fontSize=12,
            leading=16,
            spaceBefore=10,
            spaceAfter=3,
        ),
        "name": ParagraphStyle(
            "name", parent=body, fontName=bold, fontSize=20, leading=25
        ),
    }


def _p(text: str, style: ParagraphStyle, bullet: str | None = None) -> Paragraph:
    return Paragraph(html.escape(text), style, bulletText=bullet)


def _jobs(person: Applicant, styles: dict[str, ParagraphStyle]) -> list[Flowable]:
    flow: list[Flowable] = [_p("Work experience", styles["head"])]
    for job in person.jobs:
        flow.append(_p(f"{job.title}, {job.employer}{_part_time(job)}", styles["job"]))
        flow.append(_p(_span(job), styles["small"]))
        flow += [_p(line, styles["bullet"], bullet="•") for line in job.text]
    return flow


def _studies(person: Applicant, styles: dict[str, ParagraphStyle]) -> list[Flowable]:
    flow: list[Flowable] = [_p("Education", styles["head"])]
    for study in person.studies:
        flow.append(_p(_study(study), styles["job"]))
        flow.append(_p(f"{study.institution}, {study.years}", styles["small"]))
    return flow


def _plain_pdf(person: Applicant, encrypt: StandardEncryption | None = None) -> bytes:
    styles, file = _styles(), io.BytesIO()
    flow: list[Flowable] = [
        _p(person.name, styles["name"]),
        _p(f"{person.city} · {person.email}", styles["small"]),
        _p("Profile", styles["head"]),
        _p(person.summary, styles["body"]),
        *_jobs(person, styles),
        *_studies(person, styles),
        _p("Skills", styles["head"]),
        _p(person.skills, styles["body"]),
    ]
    _document(file, person, encrypt).build(flow)
    return file.getvalue()


def _document(
    file: io.BytesIO, person: Applicant, encrypt: StandardEncryption | None = None
) -> SimpleDocTemplate:
    return SimpleDocTemplate(
        file,
        pagesize=A4,
        title=f"CV {person.name}",
        author=person.name,
        leftMargin=22 * mm,
        rightMargin=22 * mm,
        topMargin=20 * mm,
        bottomMargin=20 * mm,
        encrypt=encrypt,
    )


def _locked_pdf(person: Applicant) -> bytes:
    return _plain_pdf(person, StandardEncryption("what-was-it-again", strength=128))


def _sidebar_pdf(person: Applicant) -> bytes:
    """Two columns: contact, education and skills beside the history."""
    styles, file = _styles(), io.BytesIO()
    height = A4[1] - 40 * mm
    side = Frame(15 * mm, 20 * mm, 52 * mm, height, id="side")
    main = Frame(72 * mm, 20 * mm, 123 * mm, height, id="main")
    document = BaseDocTemplate(
        file, pagesize=A4, title=f"CV {person.name}", author=person.name
    )
    document.addPageTemplates(PageTemplate("page", [side, main]))
    document.build(
        [
            _p("Contact", styles["head"]),
            _p(person.city, styles["small"]),
            _p(person.email, styles["small"]),
            *_studies(person, styles),
            _p("Skills", styles["head"]),
            _p(person.skills, styles["small"]),
            FrameBreak(),
            _p(person.name, styles["name"]),
            _p("About me", styles["head"]),
            _p(person.summary, styles["body"]),
            *_jobs(person, styles),
        ]
    )
    return file.getvalue()


def _table_pdf(person: Applicant) -> bytes:
    """Dates in the left column, the rest in the right: the usual European table."""
    styles, file = _styles(), io.BytesIO()

    def rows(pairs: list[tuple[str, list[Flowable]]]) -> Table:
        cells = [[_p(left, styles["small"]), right] for left, right in pairs]
        return Table(
            cells,
            colWidths=[45 * mm, 120 * mm],
            style=[("VALIGN", (0, 0), (-1, -1), "TOP")],
        )

    jobs: list[tuple[str, list[Flowable]]] = [
        (
            _span(job),
            [
                _p(f"{job.title}{_part_time(job)}", styles["job"]),
                _p(job.employer, styles["small"]),
                *(_p(line, styles["bullet"], bullet="–") for line in job.text),
            ],
        )
        for job in person.jobs
    ]
    studies: list[tuple[str, list[Flowable]]] = [
        (
            study.years,
            [
                _p(_study(study), styles["job"]),
                _p(study.institution, styles["small"]),
            ],
        )
        for study in person.studies
    ]
    _document(file, person).build(
        [
            _p(f"Curriculum vitae: {person.name}", styles["name"]),
            _p(f"{person.city}, {person.email}", styles["small"]),
            Spacer(1, 8),
            _p(person.summary, styles["body"]),
            _p("PROFESSIONAL EXPERIENCE", styles["head"]),
            rows(jobs),
            _p("EDUCATION", styles["head"]),
            rows(studies),
            _p("SKILLS", styles["head"]),
            _p(person.skills, styles["body"]),
        ]
    )
    return file.getvalue()


def _scan_pdf(person: Applicant) -> bytes:
    """Draw the page as a picture, as a scanner does: there is no text in it."""
    font = ImageFont.truetype(str(FONTS / "SourceSansPro-Regular.ttf"), 24)
    page = Image.new("L", (1240, 1754), 246)
    pen = ImageDraw.Draw(page)
    for row, line in enumerate(_lines(person)[:56]):
        pen.text((110, 100 + row * 29), line[:95], fill=40, font=font)
    scan, file = io.BytesIO(), io.BytesIO()
    page.rotate(0.6, fillcolor=238).save(scan, "JPEG", quality=60)
    scan.seek(0)
    canvas = Canvas(file, pagesize=A4)
    canvas.setTitle("Scan")
    canvas.drawImage(ImageReader(scan), 0, 0, *A4)
    canvas.save()
    return file.getvalue()


# ---- DOCX and text ----


def _plain_docx(person: Applicant) -> bytes:
    document = docx.Document()
    document.add_heading(person.name, level=0)
    document.add_paragraph(f"{person.city} | {person.email}")
    document.add_heading("Summary", level=1)
    document.add_paragraph(person.summary)
    document.add_heading("Employment history", level=1)
    for job in person.jobs:
        document.add_heading(f"{job.title}{_part_time(job)}", level=2)
        document.add_paragraph(f"{job.employer}, {_span(job)}")
        for line in job.text:
            document.add_paragraph(line, style="List Bullet")
    document.add_heading("Education", level=1)
    for study in person.studies:
        document.add_paragraph(f"{_study(study)}, {study.institution}, {study.years}")
    document.add_heading("Skills", level=1)
    document.add_paragraph(person.skills)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _table_docx(person: Applicant) -> bytes:
    document = docx.Document()
    document.add_heading(person.name, level=0)
    document.add_paragraph(f"{person.city} | {person.email}")
    document.add_paragraph(person.summary)
    document.add_heading("Work experience", level=1)
    table = document.add_table(rows=0, cols=2)
    for job in person.jobs:
        dates, what = table.add_row().cells
        dates.text = _span(job)
        what.text = f"{job.title}{_part_time(job)}"
        what.add_paragraph(job.employer)
        for line in job.text:
            what.add_paragraph(line, style="List Bullet")
    document.add_heading("Education", level=1)
    table = document.add_table(rows=0, cols=2)
    for study in person.studies:
        dates, what = table.add_row().cells
        dates.text = study.years
        what.text = f"{_study(study)}, {study.institution}"
    document.add_heading("Skills", level=1)
    document.add_paragraph(person.skills)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _text(person: Applicant) -> bytes:
    return "\n".join(_lines(person)).encode()


def _lines(person: Applicant) -> list[str]:
    lines = [person.name, f"{person.city}, {person.email}", "", person.summary, ""]
    lines.append("WORK EXPERIENCE")
    for job in person.jobs:
        lines += ["", f"{job.title}{_part_time(job)}", f"{job.employer}, {_span(job)}"]
        lines += [f"- {line}" for line in job.text]
    lines += ["", "EDUCATION"]
    lines += [
        f"{_study(study)}, {study.institution}, {study.years}"
        for study in person.studies
    ]
    return [*lines, "", "SKILLS", person.skills]
