"""What is taken at the door, and what is refused for which reason."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candidates.cv import gate
from candidates.cv.values import SENTENCES, Kind, Reason, Verdict
from tests.candidates.cv import samples

PDF = samples.pdf(samples.lines(samples.Person()))
DOCX = samples.docx_of(samples.lines(samples.Person()))


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("cv.pdf", PDF, Kind.PDF),
        ("CV Jane Doe.PDF", PDF, Kind.PDF),
        ("cv.ｐｄｆ", PDF, Kind.PDF),
        ("cv.pdf", b"junk" * 200 + PDF, Kind.PDF),
        ("Lebenslauf Müller.docx", DOCX, Kind.DOCX),
        ("cv.txt", "Größe: 1,80 m".encode(), Kind.TXT),
        ("cv.txt", "Résumé".encode("utf-16"), Kind.TXT),
        ("cv.txt", "Résumé – façade".encode("cp1252"), Kind.TXT),
    ],
)
def test_a_cv_is_taken_for_what_it_is(name, data, kind):
    assert gate.inspect(name, data) == Verdict(kind)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("", PDF, Reason.NAME),
        ("cv\x00.pdf", PDF, Reason.NAME),
        ("cv\r\nSet-Cookie: a.pdf", PDF, Reason.NAME),
        ("cv\u202efdp.exe.pdf", PDF, Reason.NAME),
        ("c" * 300 + ".pdf", PDF, Reason.NAME),
        ("cv", PDF, Reason.EXTENSION),
        ("cv.pdf.exe", PDF, Reason.EXTENSION),
        ("cv.doc", PDF, Reason.EXTENSION),
        ("cv.html", b"<html>", Reason.EXTENSION),
        ("cv.pdf", b"", Reason.EMPTY),
        ("cv.txt", b"  \n\t ", Reason.EMPTY),
        ("cv.pdf", b"%PDF-1.7" + b" x" * 6_000_000, Reason.TOO_LARGE),
        ("cv.pdf", b"GIF87a<?php system('id');", Reason.NOT_PDF),
        ("cv.pdf", b"<html><body>hello</body></html>", Reason.NOT_PDF),
        ("cv.pdf", DOCX, Reason.NOT_PDF),
        ("cv.docx", PDF, Reason.NOT_DOCX),
        ("cv.docx", DOCX[:200], Reason.NOT_DOCX),
        ("cv.txt", PDF, Reason.NOT_TEXT),
        ("cv.txt", DOCX, Reason.NOT_TEXT),
        ("cv.txt", b"a\x00b", Reason.NOT_TEXT),
        ("cv.txt", bytes(range(1, 9)) * 20, Reason.NOT_TEXT),
    ],
)
def test_what_is_no_cv_is_refused_with_its_reason(name, data, reason):
    assert gate.inspect(name, data) == Verdict(None, reason)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (samples.package({"word/vbaProject.bin": b"x"}), Reason.MACROS),
        (samples.package({"../../etc/cron.d/x": b"x"}), Reason.UNSAFE_ARCHIVE),
        (samples.package({"/etc/passwd": b"x"}), Reason.UNSAFE_ARCHIVE),
        (samples.package({"..\\x": b"x"}), Reason.UNSAFE_ARCHIVE),
        (samples.package({"big.xml": b"\0" * 3_000_000}), Reason.BOMB),
        (samples.package({f"{n}.xml": b"" for n in range(2_001)}), Reason.BOMB),
        (
            samples.package({"word/document.xml": samples.word("", "<!DOCTYPE w []>")}),
            Reason.DTD,
        ),
        (
            samples.package(
                {"word/document.xml": '<!doctype a SYSTEM "x">'.encode("utf-16")}
            ),
            Reason.DTD,
        ),
    ],
)
def test_a_docx_that_is_unsafe_to_unpack_is_refused(data, reason):
    assert gate.inspect("cv.docx", data) == Verdict(None, reason)


def test_the_gate_costs_about_a_millisecond():
    began = time.perf_counter()
    for _ in range(50):
        gate.inspect("cv.docx", DOCX)
        gate.inspect("cv.pdf", PDF)

    assert (time.perf_counter() - began) / 100 < 0.02


@given(st.text(max_size=300), st.binary(max_size=400))
def test_the_gate_gives_a_kind_or_a_reason_for_anything(name, data):
    verdict = gate.inspect(name, data)

    assert (verdict.kind is None) != (verdict.reason is None)


@given(st.sampled_from(["a.pdf", "a.docx", "a.txt"]), st.binary(max_size=300))
def test_the_gate_bears_broken_files_of_a_known_kind(name, tail):
    for head in (b"", b"%PDF-1.4", b"PK\x03\x04", DOCX[:-60]):
        verdict = gate.inspect(name, head + tail)

        assert verdict == Verdict.from_json(verdict.to_json())


def test_every_reason_has_a_sentence():
    assert set(SENTENCES) == set(Reason)
    assert all(sentence.endswith(".") for sentence in SENTENCES.values())
