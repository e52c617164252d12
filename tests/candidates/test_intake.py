"""Submitting: one transaction, once, whatever else is down."""

import datetime as dt
import json
import socket
import subprocess
import sys
import threading

import pytest
from django.db import connection
from django.utils import timezone

from candidates.models import Application, Candidate, Letter
from candidates.services import intake
from candidates.services.answers import Job, Person, Study
from candidates.stages import Status
from tests import make
from tests.candidates.test_apply import whole_answers


@pytest.fixture
def position():
    make.organisation()
    return make.published()


@pytest.mark.django_db(transaction=True)
def test_fifty_parallel_sends_of_one_draft_make_one_application(position):
    draft, _token = intake.start(position, at=timezone.now())
    given = draft.answers | whole_answers(position)
    barrier = threading.Barrier(50)
    references: list[str] = []
    faults: list[BaseException] = []

    def send():
        try:
            barrier.wait(timeout=60)
            sent = intake.submit(
                draft, answers=given, at=timezone.now(), sender="192.0.2.1"
            )
            references.append(str(sent.reference))
        except BaseException as fault:  # noqa: BLE001 -- shown by the assertion below
            faults.append(fault)
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _ in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert faults == []
    assert len(references) == 50
    assert len(set(references)) == 1
    assert Application.objects.count() == 1
    assert Candidate.objects.count() == 1
    assert Letter.objects.count() == 1


SUBMIT = """
import json, sys, time
import django
django.setup()
from django.utils import timezone
from candidates.models import Application
from candidates.services import intake
draft = Application.objects.get(pk=int(sys.argv[1]))
began = time.monotonic()
sent = intake.submit(draft, answers=json.loads(sys.argv[2]), at=timezone.now())
print(sent.status, time.monotonic() - began)
"""


@pytest.mark.django_db(transaction=True)
def test_submitting_succeeds_at_once_while_redis_is_down(position, process_environment):
    draft, _token = intake.start(position, at=timezone.now())
    with socket.socket() as closed:  # a port where nobody listens
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    down = {"REDIS_URL": f"redis://127.0.0.1:{port}/0"}
    given = json.dumps(draft.answers | whole_answers(position))

    done = subprocess.run(  # noqa: S603 -- our own interpreter and code
        [sys.executable, "-c", SUBMIT, str(draft.pk), given],
        env=process_environment | down,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    status, seconds = done.stdout.split()
    assert status == Status.SUBMITTED
    assert float(seconds) < 3
    assert "broker away" in done.stderr
    assert Letter.objects.due(timezone.now()).count() == 1


@pytest.mark.django_db
def test_a_draft_that_lacks_something_stays_as_it_was(position):
    draft, _token = intake.start(position, at=timezone.now())
    given = whole_answers(position) | {"contact": {"name": "Aoife", "email": ""}}

    with pytest.raises(intake.AnswersMissingError) as missing:
        intake.submit(draft, answers=given, at=timezone.now())

    draft.refresh_from_db()
    assert missing.value.steps == ["contact"]
    assert draft.status == Status.DRAFT
    assert Candidate.objects.count() == 0


@pytest.mark.django_db
def test_an_address_may_send_a_few_for_one_position_and_is_then_asked_to_wait(position):
    for _ in range(intake.SENDS_PER_DAY):
        draft, _token = intake.start(position, at=timezone.now())
        given = draft.answers | whole_answers(position)
        intake.submit(draft, answers=given, at=timezone.now(), sender="192.0.2.7")
    draft, _token = intake.start(position, at=timezone.now())
    given = draft.answers | whole_answers(position)

    with pytest.raises(intake.TooManyError):
        intake.submit(draft, answers=given, at=timezone.now(), sender="192.0.2.8")


@pytest.mark.django_db
def test_receive_stores_everything_and_sends_nothing(position):
    duty = position.duties.order_by("order").first()
    made = intake.receive(
        position,
        person=Person("Mirela Lindt"),
        work=[
            Job(
                "Clerk", starts_on=dt.date(2020, 1, 1), duties={duty.pk: 50, 999_999: 5}
            )
        ],
        education=[Study("BSc Accounting", level=6)],
        accomplishments={duty.pk: "I reconciled it."},
        files=[("cv.txt", b"Clerk in accounts.")],
        at=timezone.now(),
        source="IMPORT",
    )

    assert made.status == Status.SUBMITTED
    assert made.work.get().duties.get().share == 50
    assert made.studies.get().level == 6
    assert made.documents.get().state == "WAITING"
    assert made.letters.count() == 0
    assert made.link_digest


@pytest.mark.django_db
def test_one_import_key_makes_one_application(position):
    first, second = (
        intake.receive(
            position,
            person=Person("CV 0001"),
            at=timezone.now(),
            source="IMPORT",
            import_key="accountant/1.pdf",
        )
        for _ in range(2)
    )

    assert first == second
    assert Application.objects.count() == 1


@pytest.mark.django_db
def test_a_refused_file_of_an_import_leaves_nothing_behind(position):
    with pytest.raises(intake.FileRefusedError):
        intake.receive(
            position,
            person=Person("CV 0002"),
            files=[("cv.pdf", b"no pdf")],
            at=timezone.now(),
            source="IMPORT",
            import_key="bad.pdf",
        )

    assert Application.objects.count() == 0


@pytest.mark.django_db
def test_references_and_codes_are_drawn_without_order_or_repeats(position):
    made = [make.application(position, email="") for _ in range(30)]

    assert len({one.code for one in made}) == 30
    assert len({one.reference for one in made}) == 30
    assert [one.code for one in made] != sorted(one.code for one in made)


@pytest.mark.django_db
def test_a_full_disk_leaves_no_row_and_no_file(position, settings, tmp_path):
    draft, _token = intake.start(position, at=timezone.now())
    blocked = tmp_path / "media"
    blocked.write_text("a file where the folder should be")
    settings.MEDIA_ROOT = blocked

    with pytest.raises(OSError, match=r"Not a directory|File exists"):
        make.document(draft)

    assert draft.documents.count() == 0
