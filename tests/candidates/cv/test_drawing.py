"""Pages as pictures, and the copy that does nothing."""

import io
import signal

import pikepdf
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from candidates.cv import drawing, sandbox
from candidates.cv.painter import WIDTH
from tests.testdata import needed

PAGE = (595, 842)  # points
RED = (220, 20, 20)
COVER = (190, 190, 190)
BLACK = (0, 0, 0)
ACTIVE = {"/JS", "/OpenAction", "/AA", "/EF", "/AcroForm", "/Annots", "/XFA", "/URI"}


def pdf(draw, pages=1):
    out = io.BytesIO()
    paper = canvas.Canvas(out, pagesize=PAGE)
    for _ in range(pages):
        draw(paper)
        paper.showPage()
    paper.save()
    return out.getvalue()


def turned(data, degrees):
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as file:
        file.pages[0].Rotate = degrees
        file.save(out)
    return out.getvalue()


def photograph():
    return ImageReader(Image.new("RGB", (40, 40), RED))


def picture_of(data):
    return Image.open(io.BytesIO(drawing.draw(data).pictures[0].png)).convert("RGB")


def share(image, colour):
    """Return how much of an image has this colour, as 64 colours can print it."""
    near = sum(
        count
        for count, one in image.getcolors(1 << 22)
        if sum(abs(a - b) for a, b in zip(colour, one, strict=True)) < 150
    )
    return near / (image.width * image.height)


def words(paper):
    paper.drawString(60, 760, "Ran the ledger of 310 people")


def test_every_page_is_drawn_at_one_width():
    drawn = drawing.draw(pdf(words, pages=3))

    assert (drawn.total, len(drawn.pictures)) == (3, 3)
    assert {one.width for one in drawn.pictures} == {WIDTH}
    image = Image.open(io.BytesIO(drawn.pictures[0].png)).convert("L")
    assert image.size == (drawn.pictures[0].width, drawn.pictures[0].height)
    assert 0 < share(image.convert("RGB"), BLACK) < 0.1  # the words are there


def test_of_a_long_file_the_first_pages_are_drawn_and_all_are_counted(monkeypatch):
    monkeypatch.setattr(drawing, "MAX_PAGES", 2)

    drawn = drawing.draw(pdf(words, pages=5))

    assert (len(drawn.pictures), drawn.total) == (2, 5)


def test_a_photograph_is_left_out():
    def page(paper):
        words(paper)
        paper.drawImage(photograph(), 400, 650, 120, 150)

    assert share(picture_of(pdf(page)), RED) == 0


def test_a_photograph_within_a_form_of_the_page_is_left_out_too():
    def page(paper):
        paper.beginForm("head")
        paper.drawImage(photograph(), 400, 650, 120, 150)
        paper.endForm()
        paper.doForm("head")
        words(paper)

    assert share(picture_of(pdf(page)), RED) == 0


def test_a_scan_is_shown():
    def page(paper):
        paper.drawImage(photograph(), 0, 0, *PAGE)

    assert share(picture_of(pdf(page)), RED) > 0.9


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_birth_date_is_covered_and_nothing_else(rotate):
    def page(paper):
        paper.setFont("Helvetica", 12)
        paper.drawString(60, 760, "Date of birth: 3 May 1988")
        paper.drawString(60, 700, "Accounts assistant, Northwind, since 2019")

    image = picture_of(turned(pdf(page), rotate)).rotate(rotate, expand=True)
    scale = image.width / PAGE[0]

    def part(bottom):
        top = (PAGE[1] - bottom - 11) * scale
        return image.crop((62 * scale, top, 190 * scale, top + 12 * scale))

    assert share(part(760), COVER) > 0.8
    assert share(part(760), BLACK) == 0
    assert share(part(700), COVER) < 0.3  # grey edges of letters
    assert share(part(700), BLACK) > 0.03


def with_scripts():
    data = io.BytesIO(pdf(words))
    with pikepdf.open(data) as file:
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        file.Root.OpenAction = script
        file.attachments["macro.exe"] = b"MZ"
        link = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://evil.example")
        file.pages[0].Annots = pikepdf.Array(
            [
                file.make_indirect(
                    pikepdf.Dictionary(
                        Type=pikepdf.Name.Annot,
                        Subtype=pikepdf.Name.Link,
                        Rect=[0, 0, 90, 90],
                        A=link,
                    )
                )
            ]
        )
        file.pages[0].AA = pikepdf.Dictionary(O=script)
        out = io.BytesIO()
        file.save(out)
    return b"<html><script>alert(1)</script>" + out.getvalue()


def test_the_copy_has_the_words_and_nothing_that_acts():
    copy = drawing.draw(with_scripts()).copy

    assert copy.startswith(b"%PDF-")
    assert b"<script>" not in copy
    assert keys_in(copy).isdisjoint(ACTIVE)
    assert len(drawing.draw(copy).pictures) == 1


def test_what_was_filled_into_a_form_stays_readable():
    def page(paper):
        paper.acroForm.textfield(
            name="title", value="Payroll clerk", x=60, y=700, width=200, height=20
        )

    drawn = drawing.draw(pdf(page))

    assert "/AcroForm" not in keys_in(drawn.copy)
    assert share(picture_of(drawn.copy), BLACK) > 0


def test_no_hostile_file_keeps_anything_that_acts():
    files = sorted(needed("hostile", "active_content").glob("*.pdf"))

    copies = [drawing.draw(file.read_bytes()).copy for file in files]

    assert sum(map(bool, copies)) > len(copies) / 2
    assert all(keys_in(copy).isdisjoint(ACTIVE) for copy in copies if copy)


def test_a_file_that_is_no_pdf_gives_nothing():
    assert drawing.draw(b"%PDF-1.7 and then nothing") == drawing.Drawing(b"", (), 0)


def test_what_was_drawn_before_the_process_died_counts(monkeypatch, tmp_path):
    """A real child that answers a copy, half a page, and kills itself."""
    package = tmp_path / "candidates" / "cv"
    package.mkdir(parents=True)
    (tmp_path / "candidates" / "__init__.py").touch()
    (package / "__init__.py").touch()
    (package / "painter.py").write_text(
        "import os, signal, sys\n"
        "def main(*a):\n"
        "  o = sys.stdout.buffer\n"
        '  o.write(b\'{"part": "copy", "size": 6}\\n%PDF-1\')\n'
        '  o.write(b\'{"part": "page", "size": 600}\\n%PNG\')\n'
        f"  o.flush(); os.kill(os.getpid(), {int(signal.SIGABRT)})\n"
    )
    monkeypatch.setattr(sandbox, "_ROOT", str(tmp_path))

    assert drawing.draw(b"%PDF-1.4") == drawing.Drawing(b"%PDF-1", (), 0)


def test_a_broken_installation_is_loud(monkeypatch, tmp_path):
    monkeypatch.setattr(sandbox, "_ROOT", str(tmp_path))

    with pytest.raises(sandbox.SandboxBrokenError):
        drawing.draw(b"%PDF-1.4")


def keys_in(data):
    """Every key of every object of a PDF, reachable or not."""
    found = set()

    def walk(thing):
        if isinstance(thing, pikepdf.Array):
            inner = list(thing)
        elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            found.update(thing.keys())
            inner = [thing[key] for key in thing.keys()]  # noqa: SIM118 -- no iterator
        else:
            return
        for one in inner:
            if not getattr(one, "is_indirect", False):
                walk(one)

    with pikepdf.open(io.BytesIO(data)) as file:
        for thing in file.objects:
            walk(thing)
    return found
