"""Reading files: read, unreadable or refused, and never lost."""

import datetime as dt
import os
import sys
import time
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from backoffice_ats.audit.models import Act, AuditEvent
from candidates.cv import sandbox
from candidates.models import Application, Document, RateBucket
from candidates.services import history, intake, reading
from candidates.services.answers import Job, Study
from candidates.signals import evidence_changed
from candidates.stages import Status
from tests import make, testdata
from tests.candidates.test_apply import begin, step, whole_answers

pytestmark = pytest.mark.django_db

SLOWEST = 20.0  # seconds for a file made to take long

CV = b"""Aoife Marsh
a.marsh@mail.example

Work experience

Payroll officer, Tannoch Logistics
March 2020 - present
- Ran the monthly payroll for 310 drivers and warehouse staff
- Uploaded pension contributions

Accounts assistant, Pell & Rowan
September 2017 - February 2020
- Matched supplier statements and posted the bank

Education

Level 3 certificate in bookkeeping, Dales Adult College, 2016
"""


@pytest.fixture
def position():
    make.organisation()
    return make.published()


def read_now(document_id, *, at):
    document = reading.read_document(document_id, at=at)
    assert document is not None
    return document


@pytest.fixture
def changed():
    heard = []

    def hear(application, **_):
        heard.append(application.pk)

    evidence_changed.connect(hear)
    yield heard
    evidence_changed.disconnect(hear)


def test_reading_fills_the_rows_the_form_left_empty(position, changed):
    application = make.application(position)
    document = make.document(application, CV)

    read = read_now(document.pk, at=timezone.now())

    assert read.state == "READ"
    assert "310 drivers" in read.text
    assert [row.title for row in application.work.order_by("order")] == [
        "Payroll officer",
        "Accounts assistant",
    ]
    assert {row.source for row in application.work.all()} == {"CV"}
    assert application.work.get(order=2).ends_on == dt.date(2020, 2, 29)
    assert application.studies.get().source == "CV"
    assert changed == [application.pk]
    event = AuditEvent.objects.get(act=Act.CV_READ)
    assert (event.subject_id, event.position_id) == (document.pk, position.pk)
    assert event.details["state"] == "READ"


def test_what_somebody_typed_is_not_overruled(position):
    application = make.application(
        position, work=[Job("Clerk")], education=[Study("BSc")]
    )
    document = make.document(application, CV)

    reading.read_document(document.pk, at=timezone.now())

    assert [row.title for row in application.work.all()] == ["Clerk"]
    assert [row.name for row in application.studies.all()] == ["BSc"]


@pytest.mark.parametrize("none", [True, False])
def test_none_is_believed_and_empty_is_filled(position, none):
    draft, _token = intake.start(position, at=timezone.now())
    document = make.document(draft, CV)
    given = whole_answers(position) | {
        "work": {"rows": [], "none": none},
        "education": {"rows": [], "none": none},
    }
    sent = intake.submit(draft, answers=given, at=timezone.now())

    reading.read_document(document.pk, at=timezone.now())

    assert sent.work.exists() is not none
    assert sent.studies.exists() is not none


def test_a_cv_that_is_read_before_sending_fills_the_rows_at_sending(position, changed):
    draft, _token = intake.start(position, at=timezone.now())
    document = make.document(draft, CV)
    reading.read_document(document.pk, at=timezone.now())
    empty = {"rows": [], "none": False}
    given = whole_answers(position) | {"work": empty, "education": empty}

    sent = intake.submit(draft, answers=given, at=timezone.now())

    assert changed == []
    assert sent.work.count() == 2


def test_the_form_offers_what_was_read_for_checking(client, position):
    draft = begin(client, position)
    client.post(step(position, "cv"), {"cv": SimpleUploadedFile("cv.txt", CV)})

    waiting = client.get(step(position, "work"))
    reading.read_document(draft.documents.get().pk, at=timezone.now())
    offered = client.get(step(position, "work"))

    assert "We are still reading your CV" in waiting.text
    assert "From your CV: please check" in offered.text
    assert 'value="Payroll officer"' in offered.text
    assert "We read 2 entries from your CV" in offered.text


def test_name_and_address_of_the_cv_are_offered_and_never_typed_over(client, position):
    draft = begin(client, position)
    client.post(step(position, "cv"), {"cv": SimpleUploadedFile("cv.txt", CV)})
    reading.read_document(draft.documents.get().pk, at=timezone.now())

    offered = client.get(step(position, "contact")).text
    client.post(step(position, "contact"), {"name": "Eve", "email": "e@mail.example"})
    kept = client.get(step(position, "contact")).text

    assert 'value="Aoife Marsh"' in offered
    assert 'value="a.marsh@mail.example"' in offered
    assert "From your CV: please check" in offered
    assert 'value="Eve"' in kept
    assert "Aoife" not in kept


def test_the_page_of_the_cv_says_by_itself_when_it_is_read(client, position):
    draft = begin(client, position)
    client.post(step(position, "cv"), {"cv": SimpleUploadedFile("cv.txt", CV)})
    ask = {"HTTP_HX_REQUEST": "true"}

    waiting = client.get(step(position, "cv"), **ask).text
    reading.read_document(draft.documents.get().pk, at=timezone.now())
    read = client.get(step(position, "cv"), **ask).text

    assert 'hx-trigger="every 1s"' in waiting
    assert "<html" not in read
    assert "hx-trigger" not in read
    assert "We found 2 jobs" in read
    assert "and 1 qualification." in read


def test_a_second_bell_reads_nothing_twice(position):
    document = make.document(make.application(position), CV)

    for _ in range(3):
        reading.read_document(document.pk, at=timezone.now())

    assert AuditEvent.objects.filter(act=Act.CV_READ).count() == 1
    assert reading.due_documents(timezone.now() + dt.timedelta(days=1)).count() == 0


def test_the_same_bytes_are_read_once_for_all_applications(position, monkeypatch):
    first = make.document(make.application(position), CV)
    again = make.document(make.application(position), CV)
    read = read_now(first.pk, at=timezone.now())

    with monkeypatch.context() as broken:  # no reader can be started any more
        broken.setattr(sys, "executable", "/bin/false")
        known = read_now(again.pk, at=timezone.now())

    assert known.state == "READ"
    assert (known.text, known.reading) == (read.text, read.reading)
    assert known.application.work.count() == read.application.work.count() == 2


def test_what_an_older_reader_read_is_read_anew(position):
    first = make.document(make.application(position), CV)
    read_now(first.pk, at=timezone.now())
    Document.objects.update(reader_version="0.1", reading=None, text="")

    again = make.document(make.application(position), CV)

    assert read_now(again.pk, at=timezone.now()).reading is not None


def test_a_file_that_kills_its_reader_is_given_up_after_three_tries(position):
    document = make.document(make.application(position), CV)
    now = timezone.now()
    # Three tries were counted, and each took its worker with it.
    Document.objects.filter(pk=document.pk).update(attempts=3)

    given_up = read_now(document.pk, at=now)

    assert (given_up.state, given_up.reason) == ("UNREADABLE", "too_heavy")


def test_a_try_is_counted_before_it_is_made(position):
    document = make.document(make.application(position), CV)
    document.file.storage.delete(str(document.file.name))
    now = timezone.now()

    with pytest.raises(FileNotFoundError):
        reading.read_document(document.pk, at=now)

    document.refresh_from_db()
    assert document.attempts == 1
    assert document.next_try_at > now
    assert document.state == "WAITING"


@pytest.mark.parametrize("interpreter", ["/bin/false", "/nowhere/python"])
def test_a_reader_that_cannot_start_costs_the_file_no_try(
    position, interpreter, monkeypatch
):
    document = make.document(make.application(position), CV)
    now = timezone.now()

    with monkeypatch.context() as broken:
        broken.setattr(sys, "executable", interpreter)
        for hour in range(5):
            with pytest.raises((sandbox.SandboxBrokenError, OSError)):
                reading.read_document(document.pk, at=now + dt.timedelta(hours=hour))
    document.refresh_from_db()
    waited = (document.state, document.attempts, document.next_try_at > now)
    mended = read_now(document.pk, at=now + dt.timedelta(hours=6))

    assert waited == ("WAITING", 0, True)
    assert mended.state == "READ"


def test_a_file_that_is_gone_is_no_error():
    assert reading.read_document(999_999, at=timezone.now()) is None


def test_an_unreadable_file_is_said_to_both_sides(client, position):
    draft = begin(client, position)
    pdf = b"%PDF-1.4\n" + b"\x00\xff" * 400
    client.post(step(position, "cv"), {"cv": SimpleUploadedFile("scan.pdf", pdf)})
    document = draft.documents.get()
    sent = intake.submit(draft, answers=whole_answers(position), at=timezone.now())

    read = read_now(document.pk, at=timezone.now())

    status = client.get(f"/my-application/{sent.pk}/")
    client.force_login(make.user())
    pipeline = client.get(f"/positions/{position.slug}/pipeline/")
    assert read.state == "UNREADABLE"
    assert "we could not read its text" in status.text
    assert "Could not be read" in pipeline.text
    assert Application.objects.get(pk=sent.pk).status == Status.SUBMITTED


def test_history_holds_words_and_facts_without_identity(position):
    duty = position.duties.order_by("order").first()
    application = make.application(
        position,
        work=[
            Job(
                "Clerk",
                employer="Pell & Rowan",
                text="Posted the bank.",
                duties={duty.pk: 40},
            )
        ],
        accomplishments={duty.pk: "I ran payroll for 310 people."},
    )
    document = make.document(application, CV)
    reading.read_document(document.pk, at=timezone.now())

    words = history.passages_of(application)
    work = history.work_of(application)
    studies = history.studies_of(application)

    said = " | ".join(passage.text for passage in words)
    assert words[0] == history.Passage(
        "I ran payroll for 310 people.", history.Origin.ACCOMPLISHMENT, duty=duty.pk
    )
    assert words[1].text == "Clerk. Posted the bank."
    assert any(
        passage.origin == "CV" and "310 drivers" in passage.text for passage in words
    )
    for name in ("Aoife", "Marsh", "mail.example", "Dales", "Pell", "Tannoch"):
        assert name not in said
    assert work[0].duties == ((duty.pk, 40),)
    assert [study.source for study in studies] == ["CV"]


# ---- the hostile files ----


def hostile():
    folder = testdata.DATA / "hostile"
    return sorted(path for path in folder.rglob("*.*") if path.name != "manifest.csv")


def children():
    """Processes that this one began, or that came to it, zombies included."""
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text()
        except OSError:
            continue
        if int(stat.rpartition(")")[2].split()[1]) == os.getpid():
            found.add(int(folder.name))
    return found


def test_there_are_as_many_hostile_files_as_were_collected():
    testdata.needed("hostile")

    assert len(hostile()) == 182


@pytest.mark.parametrize("part", range(6))
def test_every_hostile_file_ends_as_read_unreadable_or_refused(client, position, part):
    """None crashes, hangs, leaves a process behind, or breaks a page after it."""
    testdata.needed("hostile")
    files = hostile()[part::6]
    draft = begin(client, position)
    ends: dict[str, list[str]] = {}
    before = children()

    for path in files:
        draft.documents.all().delete()
        # One browser sends more here than a person does in an hour.
        RateBucket.objects.all().delete()
        file = SimpleUploadedFile(path.name, path.read_bytes())
        page = client.post(step(position, "cv"), {"cv": file})
        document = draft.documents.first()
        if document is None:
            assert page.status_code == 200, path.name
            assert "There is a problem" in page.text, path.name
            ends.setdefault("refused at the form", []).append(path.name)
            continue
        assert page.status_code == 302, path.name
        began = time.monotonic()
        read = read_now(document.pk, at=timezone.now())
        assert time.monotonic() - began < SLOWEST, path.name
        assert bool(read.text) == (read.state == "READ"), path.name
        assert "\0" not in read.text, path.name
        assert read.state in {"READ", "UNREADABLE", "REFUSED"}, path.name
        assert (read.state == "READ") == (read.reason == ""), path.name
        assert client.get(step(position, "work")).status_code == 200, path.name
        ends.setdefault(read.state, []).append(path.name)

    assert children() == before
    print({end: len(names) for end, names in ends.items()})  # noqa: T201 -- shown with -s
    assert sum(map(len, ends.values())) == len(files)
