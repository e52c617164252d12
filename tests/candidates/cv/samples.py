"""CVs written for the tests, as text, PDF and DOCX."""

import zipfile
from dataclasses import dataclass
from io import BytesIO

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from pypdf import PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True)
class Person:
    """What of a CV must never count."""

    name: str = "Jane Doe"
    address: str = "12 Mill Road, Leeds LS1 4AB"
    email: str = "jane.doe@example.org"
    phone: str = "+44 113 496 0123"
    institution: str = "University of Leeds"
    graduated: str = "2012"


DUTIES = (
    "Reconciled 40 supplier accounts each month and cleared every difference.",
    "Prepared the monthly closing and the reports for the board.",
    "Trained two new colleagues in the use of the ledger.",
)
EARLIER = (
    "Entered 300 invoices a week without a backlog.",
    "Answered questions of suppliers about payments.",
)


def lines(person: Person) -> list[str]:
    """The CV of an accountant, in the usual order."""
    return [
        person.name,
        person.address,
        f"{person.email} | {person.phone}",
        "",
        "Summary",
        "Careful accountant who has closed the books of three companies on time.",
        "",
        "Work Experience",
        "Senior Accountant",
        "Northern Paper Ltd, Leeds",
        "Jan 2019 - Present",
        *(f"• {duty}" for duty in DUTIES),
        "",
        "Accounts Payable Clerk",
        "Harbour Foods plc, Hull",
        "03/2014 to 12/2018",
        *(f"• {duty}" for duty in EARLIER),
        "",
        "Education",
        f"Bachelor of Science in Accounting, {person.institution}, {person.graduated}",
        "",
        "Skills",
        "Excel, SAP, month-end closing, bank reconciliation",
        "",
        "Languages",
        "English, German",
    ]


def txt(person: Person) -> bytes:
    return "\n".join(lines(person)).encode()


def pdf(rows: list[str]) -> bytes:
    """One line below the other, Helvetica 10 (the bullet is in its encoding)."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for number, row in enumerate(rows):
        canvas.setFont("Helvetica", 10)
        canvas.drawString(50, 800 - 14 * number, row)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def pdf_in_columns(left: list[str], right: list[str]) -> bytes:
    """Two columns, written line by line across, as some programs do."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setFont("Helvetica", 10)
    for number in range(max(len(left), len(right))):
        for x, rows in ((40, left), (230, right)):
            if number < len(rows):
                canvas.drawString(x, 800 - 14 * number, rows[number])
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def pdf_with_dates_at_the_edge(rows: list[tuple[str, str]]) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setFont("Helvetica", 10)
    for number, (text, date) in enumerate(rows):
        canvas.drawString(50, 800 - 14 * number, text)
        canvas.drawRightString(545, 800 - 14 * number, date)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def scanned_pdf() -> bytes:
    """A page that is one picture, with the caption of a scanner."""
    pixels = BytesIO(b"P6 900 1200 255\n" + b"\xee" * (900 * 1200 * 3))
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.drawImage(ImageReader(pixels), 0, 0, *A4)
    canvas.drawString(50, 20, "Scanned by a phone")
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def locked_pdf(password: str) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(pdf(lines(Person()))))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="AES-256")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def long_pdf(pages: int) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for number in range(pages):
        canvas.drawString(50, 800, f"Reconciled accounts on page {number + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def docx_of(rows: list[str]) -> bytes:
    document = docx.Document()
    for row in rows:
        document.add_paragraph(row)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def docx_with_table_box_and_header() -> bytes:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Jane Doe"
    document.add_heading("Experience", level=1)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Accountant"
    table.cell(0, 1).text = "2015 - 2018"
    paragraph = document.add_paragraph("Beside the box.")
    run = paragraph.add_run()
    box = OxmlElement("w:txbxContent")
    inner = OxmlElement("w:p")
    inner_run = OxmlElement("w:r")
    inner_text = OxmlElement("w:t")
    inner_text.text = "Kept the ledger in the box."
    inner_run.append(inner_text)
    inner.append(inner_run)
    box.append(inner)
    run._r.append(box)  # noqa: SLF001 -- python-docx has no text boxes
    hidden = document.add_paragraph().add_run("Hidden keyword stuffing.")
    hidden.font.hidden = True
    gone = OxmlElement("w:del")
    gone_run = OxmlElement("w:r")
    gone_text = OxmlElement("w:delText")
    gone_text.set(qn("xml:space"), "preserve")
    gone_text.text = "Deleted words."
    gone_run.append(gone_text)
    gone.append(gone_run)
    document.add_paragraph()._p.append(gone)  # noqa: SLF001 -- nor revisions
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def package(
    parts: dict[str, bytes | str], *, level: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """A zip with these parts, and the two that every DOCX has unless given."""
    whole = {
        "[Content_Types].xml": '<Types xmlns="x"/>',
        "word/document.xml": word(
            "<w:p><w:r><w:t>Reconciled accounts</w:t></w:r></w:p>"
        ),
        **parts,
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", level) as archive:
        for name, content in whole.items():
            archive.writestr(name, content)
    return out.getvalue()


def word(body: str, before: str = "") -> str:
    return (
        f'<?xml version="1.0"?>{before}<w:document xmlns:w="{WORD}">'
        f"<w:body>{body}</w:body></w:document>"
    )
