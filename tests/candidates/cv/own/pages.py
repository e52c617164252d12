"""The page a CV is set on: PDF in one column, with a sidebar, as a table; DOCX; text."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import Path

import docx
import font_source_sans_pro
from docx.document import Document
from docx.oxml import OxmlElement
from docx.shared import Cm
from docx.text.paragraph import Paragraph
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.candidates.cv.own.entries import ARRANGEMENTS, Row
from tests.candidates.cv.own.people import Who
from tests.candidates.cv.own.written import CONVENTIONS, Convention

WIDTH, HEIGHT = A4
SIZE = 10
LEADING = 13.5
NARROW = 250  # points


@dataclass(frozen=True)
class Part:
    """A heading with the rows below it."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Style:
    """How a CV is set: its page, the arrangement of its entries, its headings."""

    page: str
    arrangement: str
    caps: bool = False
    headless: bool = False
    long: bool = False  # with a list of publications over pages


def parts_of(who: Who, style: Style) -> dict[str, Part]:
    """Return the parts of a CV by name, their headings as the style has them."""
    c = CONVENTIONS[who.convention]
    job_rows, course_rows = ARRANGEMENTS[style.arrangement]
    jobs: list[Row] = []
    for job in who.jobs:
        jobs += job_rows(job, c)
        if style.arrangement != "labelled":
            jobs += [Row(duty, bullet=True) for duty in job.duties]
        jobs.append(Row(""))
    courses: list[Row] = []
    for course in who.courses:
        courses += [*course_rows(course, c), Row("")]
    rows = {
        "summary": (c.summary, [Row(who.summary)]),
        "work": (c.work, jobs),
        "education": (c.education, courses),
        "skills": (c.skills, [Row(", ".join(who.skills))]),
        "languages": (c.languages, _tongues(who)),
        "papers": (c.papers, _papers(who, c)),
        "personal": (c.personal, [Row(line) for line in who.private]),
        "publications": ("Publications", _publications() if style.long else []),
    }
    return {
        name: Part(_heading(heading, style), tuple(body))
        for name, (heading, body) in rows.items()
        if body
    }


def _heading(heading: str, style: Style) -> str:
    if style.headless:
        return ""
    return heading.upper() if style.caps else heading


def _tongues(who: Who) -> list[Row]:
    return [Row(f"{tongue.name} ({tongue.said})") for tongue in who.tongues]


def _papers(who: Who, c: Convention) -> list[Row]:
    rows = []
    for paper in who.papers:
        words = [paper.name, paper.issuer, c.date(paper.issued) if paper.issued else ""]
        rows.append(Row(", ".join(filter(None, words))))
    return rows


def _publications() -> list[Row]:
    return [
        Row(
            f"Achterberg, R. ({1998 + number % 24}). On the keeping of files, part"
            f" {number + 1}. Journal of Records, {number + 3}, {number + 10}-{number + 31}."
        )
        for number in range(64)
    ]


# ---- PDF ----


@cache
def _fonts() -> tuple[str, str]:
    folder = Path(font_source_sans_pro.__file__).parent / "files"
    for name in ("Regular", "Bold"):
        font = TTFont(f"Own{name}", str(folder / f"SourceSansPro-{name}.ttf"))
        pdfmetrics.registerFont(font)
    return "OwnRegular", "OwnBold"


class Sheet:
    """A PDF that is written down the page, and on to the next."""

    def __init__(self) -> None:
        self.regular, self.bold = _fonts()
        self.out = BytesIO()
        self.canvas = Canvas(self.out, pagesize=A4, invariant=True)
        self.y = HEIGHT - 50.0

    def room(self, lines: float = 1) -> None:
        if self.y < 50 + lines * LEADING:
            self.canvas.showPage()
            self.y = HEIGHT - 50.0

    def line(
        self, x: float, text: str, *, size: float = SIZE, bold: bool = False
    ) -> None:
        self.canvas.setFont(self.bold if bold else self.regular, size)
        self.canvas.drawString(x, self.y, text)

    def right(self, x: float, text: str) -> None:
        self.canvas.setFont(self.regular, SIZE)
        self.canvas.drawRightString(x, self.y, text)

    def down(self, lines: float = 1) -> None:
        self.y -= LEADING * lines

    def wrapped(self, text: str, width: float, *, bold: bool = False) -> list[str]:
        font = self.bold if bold else self.regular
        lines: list[str] = simpleSplit(text, font, SIZE, width)
        return lines

    def bytes(self) -> bytes:
        self.canvas.save()
        return self.out.getvalue()


def _fitted(rows: Iterable[Row], width: float) -> list[Row]:
    """Set dates on a line of their own where a column is too narrow for both."""
    fitted: list[Row] = []
    for row in rows:
        apart = row.left and row.right and width < NARROW
        fitted += [replace(row, right=""), Row(row.right)] if apart else [row]
    return fitted


def _rows(sheet: Sheet, rows: Iterable[Row], left: float, right: float) -> None:
    for row in _fitted(rows, right - left):
        if not row.left and not row.right:
            sheet.down(0.7)
            continue
        words = f"• {row.left}" if row.bullet else row.left
        width = right - left - (120 if row.right else 0)
        for number, line in enumerate(sheet.wrapped(words, width, bold=row.bold)):
            sheet.room()
            sheet.line(left, line, bold=row.bold)
            if row.right and not number:
                sheet.right(right, row.right)
            sheet.down()


def _parts(sheet: Sheet, parts: Iterable[Part], left: float, right: float) -> None:
    for part in parts:
        sheet.room(4)
        sheet.down(0.6)
        if part.heading:
            sheet.line(left, part.heading, size=13, bold=True)
            sheet.down(1.4)
        _rows(sheet, part.rows, left, right)


def _top(sheet: Sheet, who: Who, left: float) -> None:
    sheet.line(left, who.name, size=20, bold=True)
    sheet.down(1.6)
    sheet.line(left, who.headline, size=12)
    sheet.down(1.2)
    sheet.line(left, f"{who.address} | {who.phone} | {who.email}", size=9)
    sheet.down(1.4)


_MAIN = ("summary", "work", "education", "papers")
_SIDE = ("skills", "languages", "personal")
_ALL = (
    "summary",
    "work",
    "education",
    "skills",
    "languages",
    "papers",
    "personal",
    "publications",
)


def _chosen(parts: dict[str, Part], names: Iterable[str]) -> list[Part]:
    return [parts[name] for name in names if name in parts]


def one_column(who: Who, style: Style) -> bytes:
    sheet = Sheet()
    _top(sheet, who, 50)
    _parts(sheet, _chosen(parts_of(who, style), _ALL), 50, WIDTH - 50)
    return sheet.bytes()


def two_columns(who: Who, style: Style) -> bytes:
    """Skills, languages and education on the left; the work on the right."""
    sheet = Sheet()
    parts = parts_of(who, style)
    _top(sheet, who, 40)
    top = sheet.y
    _parts(
        sheet,
        _chosen(parts, ("education", "skills", "languages", "personal")),
        40,
        235,
    )
    sheet.y = top
    _parts(sheet, _chosen(parts, ("summary", "work", "papers")), 260, WIDTH - 40)
    return sheet.bytes()


def sidebar(who: Who, style: Style) -> bytes:
    """A dark bar on the left, the two written line by line across the page."""
    sheet = Sheet()
    c = CONVENTIONS[who.convention]
    parts = parts_of(who, style)
    contact = Part(
        _heading(c.contact, style),
        (Row(who.email), Row(who.phone), *map(Row, who.address.split(", "))),
    )
    side = [contact, *_chosen(parts, _SIDE)]
    sheet.canvas.setFillGray(0.9)
    sheet.canvas.rect(0, 0, 185, HEIGHT, stroke=0, fill=1)
    sheet.canvas.setFillGray(0)
    lines: list[tuple[float, float, str, bool, float]] = []
    recorder = _Recorder(sheet, lines)
    recorder.parts(side, 24, 176, HEIGHT - 60)
    recorder.top(who, 205)
    recorder.parts(_chosen(parts, _MAIN), 205, WIDTH - 30, HEIGHT - 110)
    for y, x, text, bold, size in sorted(lines, key=lambda line: (-line[0], line[1])):
        sheet.y = y
        sheet.line(x, text, bold=bold, size=size)
    return sheet.bytes()


class _Recorder:
    """Keeps what would be written, so that it can be written across the columns."""

    def __init__(
        self, sheet: Sheet, lines: list[tuple[float, float, str, bool, float]]
    ) -> None:
        self.sheet, self.lines = sheet, lines

    def top(self, who: Who, x: float) -> None:
        self.lines.append((HEIGHT - 60, x, who.name, True, 20))
        self.lines.append((HEIGHT - 82, x, who.headline, False, 12))

    def parts(self, parts: Iterable[Part], left: float, right: float, y: float) -> None:
        for part in parts:
            y -= LEADING * 0.8
            if part.heading:
                self.lines.append((y, left, part.heading, True, 12))
                y -= LEADING * 1.3
            for row in part.rows:
                y = self._row(row, left, right, y)

    def _row(self, row: Row, left: float, right: float, y: float) -> float:
        if not row.left and not row.right:
            return y - LEADING * 0.6
        words = f"• {row.left}" if row.bullet else row.left
        width = right - left - (125 if row.right else 0)
        for number, line in enumerate(self.sheet.wrapped(words, width, bold=row.bold)):
            self.lines.append((y, left, line, row.bold, SIZE))
            if row.right and not number:
                wide = pdfmetrics.stringWidth(row.right, self.sheet.regular, SIZE)
                self.lines.append((y, right - wide, row.right, False, SIZE))
            y -= LEADING
        return y


def table(who: Who, style: Style) -> bytes:
    """Dates, labels and headings in a narrow column on the left, all else right of it."""
    sheet = Sheet()
    _top(sheet, who, 50)
    for part in _chosen(parts_of(who, style), _ALL):
        sheet.room(4)
        sheet.down(0.6)
        if part.heading:
            sheet.line(50, part.heading, size=13, bold=True)
            sheet.down(1.4)
        _table_rows(sheet, part.rows, labelled=style.arrangement == "labelled")
    return sheet.bytes()


def _table_rows(sheet: Sheet, rows: Iterable[Row], *, labelled: bool) -> None:
    for row in rows:
        if not row.left and not row.right:
            sheet.down(0.5)
            continue
        narrow, wide = (row.left, row.right) if labelled else (row.right, row.left)
        if labelled and not row.right:
            narrow, wide = "", row.left
        wide = f"• {wide}" if row.bullet else wide
        left = sheet.wrapped(narrow, 135)
        right = sheet.wrapped(wide, WIDTH - 250, bold=row.bold)
        sheet.room(max(len(left), len(right)))
        for number in range(max(len(left), len(right))):
            if number < len(left):
                sheet.line(50, left[number])
            if number < len(right):
                sheet.line(200, right[number], bold=row.bold)
            sheet.down()


# ---- DOCX and text ----


def _saved(document: Document) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def word(who: Who, style: Style) -> bytes:
    """Paragraphs and headings, dates behind a tab."""
    document = docx.Document()
    document.add_heading(who.name, level=0)
    document.add_paragraph(who.headline)
    document.add_paragraph(f"{who.email} | {who.phone}")
    document.add_paragraph(who.address)
    for part in _chosen(parts_of(who, style), _ALL):
        if part.heading:
            document.add_heading(part.heading, level=1)
        for row in part.rows:
            _paragraph(document, row)
    return _saved(document)


def _paragraph(document: Document, row: Row) -> None:
    if row.bullet:
        document.add_paragraph(row.left, style="List Bullet")
        return
    paragraph = document.add_paragraph()
    paragraph.add_run(row.left).bold = row.bold
    if row.right:
        paragraph.add_run(f"\t{row.right}")


def word_boxes(who: Who, style: Style) -> bytes:
    """Name and contact in text boxes, work and education in tables."""
    document = docx.Document()
    c = CONVENTIONS[who.convention]
    anchor = document.add_paragraph()
    _box(anchor, [who.name, who.headline])
    _box(anchor, [_heading(c.contact, style), who.email, who.phone, who.address])
    parts = parts_of(who, style)
    for name in ("summary", "work", "education"):
        part = parts[name]
        if part.heading:
            document.add_heading(part.heading, level=1)
        _word_table(document, part.rows)
    last = document.add_paragraph()
    for part in _chosen(parts, ("skills", "languages", "papers", "personal")):
        _box(last, [part.heading, *(row.left for row in part.rows)])
    return _saved(document)


def _word_table(document: Document, rows: Iterable[Row]) -> None:
    grid = document.add_table(rows=0, cols=2)
    for row in rows:
        if not row.left and not row.right:
            continue
        cells = grid.add_row().cells
        cells[0].width = Cm(12)
        cells[0].text = f"• {row.left}" if row.bullet else row.left
        cells[1].text = row.right


def _box(paragraph: Paragraph, lines: Iterable[str]) -> None:
    content = OxmlElement("w:txbxContent")
    for line in lines:
        inner, run, text = (OxmlElement(f"w:{tag}") for tag in ("p", "r", "t"))
        text.text = line
        run.append(text)
        inner.append(run)
        content.append(inner)
    paragraph.add_run()._r.append(content)  # noqa: SLF001 -- python-docx has no text boxes


def plain(who: Who, style: Style) -> bytes:
    rows = [who.name, f"{who.email} {who.phone}", who.address, ""]
    for part in _chosen(parts_of(who, style), _ALL):
        rows += [part.heading, ""] if part.heading else [""]
        for row in part.rows:
            words = f"- {row.left}" if row.bullet else row.left
            rows.append(f"{words}    {row.right}".rstrip())
        rows.append("")
    return "\n".join(rows).encode()


PAGES: dict[str, tuple[str, Callable[[Who, Style], bytes]]] = {
    "one column": ("pdf", one_column),
    "two columns": ("pdf", two_columns),
    "sidebar": ("pdf", sidebar),
    "table": ("pdf", table),
    "word": ("docx", word),
    "word boxes": ("docx", word_boxes),
    "text": ("txt", plain),
}


def made(who: Who, style: Style) -> tuple[str, bytes]:
    """Return the file name and the file of a CV."""
    suffix, page = PAGES[style.page]
    return f"{who.key}.{suffix}", page(who, style)
