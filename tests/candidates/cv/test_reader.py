"""Reading real files in the child process, and what happens to bad ones."""

import json
import os
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from candidates.cv import gate, reader, sandbox
from candidates.cv.values import Kind, Reading, Reason, Status
from tests.candidates.cv import samples

ROOT = Path(__file__).resolve().parents[3]
CV = samples.lines(samples.Person())


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("cv.txt", samples.txt(samples.Person())),
        ("cv.docx", samples.docx_of(CV)),
        ("cv.pdf", samples.pdf(CV)),
    ],
)
def test_the_same_cv_reads_the_same_from_every_kind(name, data):
    reading = reader.read_file(name, data)

    assert (reading.status, reading.reason) == (Status.OK, None)
    assert reading.resume is not None
    assert reading.resume.name == "Jane Doe"
    assert [
        (job.title, job.employer, job.since and job.since.iso(), job.current)
        for job in reading.resume.work
    ] == [
        ("Senior Accountant", "Northern Paper Ltd", "2019-01", True),
        ("Accounts Payable Clerk", "Harbour Foods plc", "2014-03", False),
    ]
    assert samples.DUTIES[0] in reading.text
    assert Reading.from_json(json.loads(json.dumps(reading.to_json()))) == reading


def test_columns_are_read_one_after_the_other():
    left = ["Skills", "Excel", "SAP", "Ledger", "Payroll", "Audit", "Tax", "Closing"]
    right = [
        "Experience",
        "Accountant, Paper Ltd",
        "2015 - 2018",
        "Reconciled supplier accounts.",
        "Prepared the closing.",
        "Trained two colleagues.",
        "Filed the tax returns.",
        "Kept the ledger.",
    ]

    reading = reader.read(samples.pdf_in_columns(left, right), Kind.PDF)

    words = reading.text.split()
    assert words == " ".join([*left, *right]).split()


def test_a_date_at_the_edge_stays_with_its_line():
    rows = [
        ("Experience", ""),
        ("Accountant, Paper Ltd", "Jan 2019 - Present"),
        ("Reconciled supplier accounts every month.", ""),
        ("Clerk, Foods Ltd", "Mar 2014 - Dec 2018"),
        ("Entered invoices.", ""),
        ("Temp, Grain Ltd", "Jan 2013 - Feb 2014"),
    ]

    reading = reader.read(samples.pdf_with_dates_at_the_edge(rows), Kind.PDF)

    assert reading.resume is not None
    assert [(job.title, job.employer) for job in reading.resume.work] == [
        ("Accountant", "Paper Ltd"),
        ("Clerk", "Foods Ltd"),
        ("Temp", "Grain Ltd"),
    ]


def test_tables_boxes_and_headers_of_a_docx_are_text_and_hidden_words_are_not():
    reading = reader.read(samples.docx_with_table_box_and_header(), Kind.DOCX)

    assert "Jane Doe" in reading.text
    assert "Accountant\t2015 - 2018" in reading.text
    assert "Kept the ledger in the box." in reading.text
    assert "Hidden keyword" not in reading.text
    assert "Deleted words" not in reading.text


@pytest.mark.parametrize(
    ("kind", "data", "reason"),
    [
        (Kind.PDF, samples.locked_pdf("secret"), Reason.ENCRYPTED),
        (Kind.PDF, samples.scanned_pdf(), Reason.NO_TEXT),
        (Kind.PDF, samples.pdf([]), Reason.NO_TEXT),
        (Kind.PDF, b"%PDF-1.7\nnothing of the sort", Reason.DAMAGED),
        (Kind.PDF, samples.long_pdf(201), Reason.TOO_MANY_PAGES),
        (Kind.DOCX, samples.docx_of([]), Reason.NO_TEXT),
        (Kind.DOCX, samples.package({"word/document.xml": "<w:p"}), Reason.DAMAGED),
        (Kind.TXT, b"?!", Reason.NO_TEXT),
    ],
)
def test_a_file_without_words_is_unreadable(kind, data, reason):
    reading = reader.read(data, kind)

    assert (reading.status, reading.reason) == (Status.UNREADABLE, reason)
    assert (reading.text, reading.resume) == ("", None)


def test_a_declaration_beyond_the_gates_look_is_refused_by_the_reader(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    padding = f"<!--{'x' * gate.PROLOGUE}-->"
    entity = f'<!DOCTYPE w [<!ENTITY e SYSTEM "file://{secret}">]>'
    data = samples.package(
        {"word/document.xml": samples.word("&e;", before=padding + entity)}
    )

    assert gate.inspect("cv.docx", data).kind is Kind.DOCX
    reading = reader.read(data, Kind.DOCX)

    assert (reading.status, reading.reason) == (Status.REFUSED, Reason.DTD)


def test_only_thirty_pages_are_read_and_all_are_counted():
    reading = reader.read(samples.long_pdf(40), Kind.PDF)

    assert reading.pages == 40
    assert "on page 30" in reading.text
    assert "on page 31" not in reading.text


def test_text_is_cut_at_its_limit_and_cleaned():
    data = ("Ledger\x07 \u202ework\u200b\n" * 20_000).encode()

    reading = reader.read(data, Kind.TXT)

    assert len(reading.text) <= 200_000
    assert reading.text.startswith("Ledger work\nLedger work\n")


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("import time; time.sleep(60)", None),
        ("b = []\nwhile True: b.append(b' ' * 10**8)", "memory"),
        ("while True: pass", "cpu"),
        ("import os; os.abort()", "abort"),
        ("import os, time\nos.fork() or time.sleep(60)", "fork"),
    ],
    ids=["sleeps", "eats memory", "burns", "aborts", "forks"],
)
def test_a_child_that_goes_wrong_is_ended_with_all_it_began(
    code, expected, monkeypatch, tmp_path
):
    """The child runs with the real limits, its parser replaced by a hostile one."""
    package = tmp_path / "root" / "candidates"
    (package / "cv").mkdir(parents=True)
    for source in (ROOT / "candidates" / "cv").glob("*.py"):
        (package / "cv" / source.name).write_text(source.read_text())
    (package / "__init__.py").touch()
    (tmp_path / "root" / "positions").symlink_to(ROOT / "positions")
    hostile = (
        "def text_of(data):\n" + textwrap.indent(code, "    ") + "\n    return '', 0"
    )
    (package / "cv" / "pdf.py").write_text(hostile)
    monkeypatch.setattr(sandbox, "_ROOT", str(tmp_path / "root"))
    monkeypatch.setattr(sandbox, "WALL", 3.0)
    began = time.monotonic()

    reading = reader.read(samples.pdf(CV), Kind.PDF)

    assert time.monotonic() - began < 8
    assert reading.status is Status.UNREADABLE
    told = {"memory": Reason.TOO_HEAVY, "abort": Reason.DAMAGED, "fork": Reason.NO_TEXT}
    assert reading.reason in {
        told.get(expected or "", Reason.TOO_HEAVY),
        Reason.TOO_HEAVY,
    }
    for _ in range(100):  # a killed process takes a moment to be gone
        if not _running(str(tmp_path)):
            break
        time.sleep(0.02)
    assert _running(str(tmp_path)) == []


def _running(marker: str) -> list[int]:
    """Processes whose command line names the marker, zombies aside."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_bytes()
        except OSError:
            continue
        if marker.encode() in command:
            found.append(int(folder.name))
    return found


def test_a_broken_installation_is_loud(monkeypatch, tmp_path):
    monkeypatch.setattr(sandbox, "_ROOT", str(tmp_path))

    with pytest.raises(sandbox.SandboxBrokenError, match="candidates"):
        reader.read(b"Reconciled accounts", Kind.TXT)


def test_the_parent_never_imports_a_parser():
    code = (
        "import sys; from candidates.cv import drawing, gate, jsonresume, passages, reader\n"
        "reader.read(b'Reconciled all accounts', 'TXT'); drawing.draw(b'%PDF-1.4')\n"
        "bad = {'pypdf', 'pikepdf', 'docx', 'lxml', 'pyexpat', 'candidates.cv.pdf',"
        " 'pypdfium2', 'PIL', 'candidates.cv.painter'}\n"
        "print(sorted(bad & set(sys.modules)))"
    )

    done = subprocess.run(  # noqa: S603 -- our own interpreter and code
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )

    assert done.stdout.strip() == "[]"


def test_the_child_sees_nothing_of_our_environment(monkeypatch, tmp_path):
    """Written by the child itself: what it finds in its environment."""
    package = tmp_path / "candidates" / "cv"
    package.mkdir(parents=True)
    (tmp_path / "candidates" / "__init__.py").touch()
    (package / "__init__.py").touch()
    (package / "child.py").write_text(
        "import os, sys\ndef main(*a):\n  sys.exit(','.join(sorted(os.environ)))"
    )
    monkeypatch.setattr(sandbox, "_ROOT", str(tmp_path))
    monkeypatch.setenv("SECRET_KEY", "hush")

    with pytest.raises(sandbox.SandboxBrokenError) as told:
        reader.read(b"x", Kind.TXT)

    assert "SECRET_KEY" not in str(told.value)


@pytest.mark.skipif(os.geteuid() != 0, reason="Only root can become somebody else.")
def test_an_ordinary_user_can_read_too():
    """As `nobody`; where the interpreter lies out of reach, there is nothing to try."""
    code = "from candidates.cv import reader; print(reader.read(b'Ledger work', 'TXT').status)"
    try:
        done = subprocess.run(  # noqa: S603 -- our own interpreter and code
            [sys.executable, "-c", code],
            cwd=ROOT,
            user=65_534,
            capture_output=True,
            check=False,
            text=True,
        )
    except PermissionError:
        pytest.skip("The interpreter lies where only root may go.")

    assert done.stdout.strip() == "ok", done.stderr
