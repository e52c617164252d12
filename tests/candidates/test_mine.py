"""What applicants do on their own page: keep a copy, put right, ask."""

import datetime as dt
import io
import json

import pypdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from backoffice_ats.accounts.enums import Role
from backoffice_ats.audit.models import Act, AuditEvent
from candidates.enums import LetterKind, RequestKind
from candidates.models import ApplicantRequest, Correction, Document
from candidates.services import corrections, links, pipeline, reading, requests, rows
from candidates.services.answers import MAX_ROWS, Job, Person, Study
from candidates.services.requirements import Answered
from candidates.services.wording import LINK_MARK
from candidates.signals import evidence_changed
from candidates.stages import Status
from positions.criteria import Answer, RequirementKind
from tests import make
from tests.candidates.test_status import open_by_link

pytestmark = pytest.mark.django_db

SECRET = "zq-needs-a-ramp"


@pytest.fixture
def application():
    make.organisation()
    return make.application(
        make.published(),
        name="Žofie Παπαδοπούλου",
        work=[
            Job("Payroll clerk", "Tannoch", dt.date(2020, 3, 1), dt.date(2022, 2, 28))
        ],
        education=[Study("Diploma in accounting", level=5, institution="Dales")],
    )


@pytest.fixture
def mine(client, application):
    open_by_link(client, application)
    return client


@pytest.fixture
def heard():
    found = []

    def hear(application, **_):
        found.append(application.pk)

    evidence_changed.connect(hear)
    yield found
    evidence_changed.disconnect(hear)


def at(application, name, **more):
    return reverse(f"candidates:{name}", kwargs={"pk": application.pk, **more})


# ---- copies ----


def test_the_copy_as_data_holds_everything_that_was_sent(mine, application):
    response = mine.get(at(application, "copy_data"))

    told = json.loads(response.content)
    assert response.headers["Content-Disposition"].endswith(
        f'"{application.reference}.json"'
    )
    assert told["resume"]["basics"]["name"] == "Žofie Παπαδοπούλου"
    assert told["resume"]["work"][0] | {"summary": ""} == {
        "name": "Tannoch",
        "position": "Payroll clerk",
        "startDate": "2020-03",
        "endDate": "2022-02",
        "summary": "",
        "x-current": False,
        "x-hours-per-week": "",
        "x-read-from-cv": False,
    }
    assert told["resume"]["education"][0]["institution"] == "Dales"


def test_the_copy_as_pages_is_readable_in_any_european_alphabet(mine, application):
    response = mine.get(at(application, "copy_pdf"))

    pages = pypdf.PdfReader(io.BytesIO(response.content)).pages
    text = "\n".join(page.extract_text() for page in pages)
    for words in ("Žofie Παπαδοπούλου", "Payroll clerk", "Diploma", "Tannoch"):
        assert words in text


def test_words_that_look_like_markup_are_printed_as_they_are(client, application):
    application.work.update(text='<b>bold</b> & <a href="x">link</a> {{7*7}}')
    open_by_link(client, application)

    response = client.get(at(application, "copy_pdf"))

    pages = pypdf.PdfReader(io.BytesIO(response.content)).pages
    assert '<b>bold</b> & <a href="x">' in pages[0].extract_text()


def test_ones_own_file_is_handed_out_to_be_saved(client, application):
    document = make.document(application, b"Payroll clerk at Tannoch.")
    open_by_link(client, application)
    stranger = make.document(make.application(application.position))

    own = client.get(at(application, "own_file", file=document.pk))
    other = client.get(at(application, "own_file", file=stranger.pk))

    assert b"".join(own.streaming_content) == b"Payroll clerk at Tannoch."
    assert own.headers["Content-Disposition"].startswith("attachment")
    assert other.status_code == 404


# ---- corrections ----


JOB = {
    "title": "Payroll officer",
    "employer": "Tannoch",
    "from_month": "3",
    "from_year": "2019",
    "to_month": "2",
    "to_year": "2022",
}


def test_a_corrected_job_counts_and_its_old_facts_stay_on_file(
    mine, application, heard
):
    row = application.work.get()
    page = mine.get(at(application, "correct_job", row=row.pk))
    done = mine.post(at(application, "correct_job", row=row.pk), JOB, follow=True)

    row.refresh_from_db()
    kept = {one.fact: (one.old, one.new) for one in Correction.objects.all()}
    assert 'value="Payroll clerk"' in page.text
    assert (row.title, row.starts_on) == ("Payroll officer", dt.date(2019, 3, 1))
    assert kept == {
        "Payroll clerk: job title": ("Payroll clerk", "Payroll officer"),
        "Payroll clerk: dates": ("03/2020 – 02/2022", "03/2019 – 02/2022"),
    }
    assert heard == [application.pk]
    assert "We have corrected it" in done.text
    assert "2 facts corrected" in done.text


def test_the_trail_says_that_facts_were_corrected_and_not_which(mine, application):
    row = application.studies.get()

    mine.post(
        at(application, "correct_study", row=row.pk),
        {"name": "Degree in accounting", "level": "7", "finished": "on"},
    )

    event = AuditEvent.objects.get(act=Act.CORRECTED)
    assert event.details == {"facts": 3}
    assert event.actor is None
    assert application.studies.get().level == 7


def test_who_somebody_is_can_be_corrected_and_reaches_no_score(
    mine, application, heard
):
    mine.post(
        at(application, "correct_person"),
        {"name": "Žofie Nová", "email": "z@mail.example", "phone": "+420 601 234 567"},
    )

    application.candidate.refresh_from_db()
    assert application.candidate.name == "Žofie Nová"
    assert application.candidate.email == "z@mail.example"
    assert heard == []
    assert all(one.identifying for one in Correction.objects.all())


def test_answers_to_what_the_job_asks_for_can_be_corrected(client):
    make.organisation()
    position = make.asking(make.asked(RequirementKind.ELIGIBILITY, "Nights?"))
    key = position.requirements.get().pk
    application = make.application(position, needs={key: Answered(Answer.NO)})
    open_by_link(client, application)

    client.post(at(application, "correct_needs"), {f"r{key}": "YES"})

    assert application.requirement_answers.get().answer == "YES"
    kept = Correction.objects.get()
    assert (kept.fact, kept.old, kept.new) == ("Nights?", "No", "Yes")


def test_a_mistake_in_a_correction_keeps_what_was_typed_and_changes_nothing(
    mine, application
):
    row = application.work.get()

    page = mine.post(
        at(application, "correct_job", row=row.pk), JOB | {"to_year": "2018"}
    )

    assert "You left before you started" in page.text
    assert 'value="Payroll officer"' in page.text
    assert Correction.objects.count() == 0


def test_nothing_changed_is_no_correction(mine, application, heard):
    row = application.work.get()
    same = JOB | {"title": "Payroll clerk", "from_year": "2020"}

    done = mine.post(at(application, "correct_job", row=row.pk), same, follow=True)

    assert "Nothing was different" in done.text
    assert Correction.objects.count() == 0
    assert heard == []


def test_after_a_decision_nothing_can_be_corrected(mine, application):
    pipeline.move(
        application,
        Status.NOT_SELECTED,
        by=application.position.owner,
        at=timezone.now(),
        reason_code="LESS_EVIDENCE",
    )

    page = mine.get(at(application, "correct_person"))

    assert page.status_code == 404
    with pytest.raises(corrections.TooLateError):
        corrections.correct_person(application, Person("X"), at=timezone.now())


def test_a_row_of_somebody_else_is_not_found(mine, application):
    other = make.application(application.position, work=[Job("Clerk")])

    page = mine.post(at(application, "correct_job", row=other.work.get().pk), JOB)

    assert page.status_code == 404
    assert other.work.get().title == "Clerk"


# ---- what was forgotten, what should not be there, another CV ----


def test_a_forgotten_job_is_added_and_counts(mine, application, heard):
    before = application.work.get()

    page = mine.get(at(application, "add_job"))
    done = mine.post(at(application, "add_job"), JOB, follow=True)

    assert "Add a job" in page.text
    assert "We have corrected it" in done.text
    added = application.work.exclude(pk=before.pk).get()
    assert (added.title, added.source) == ("Payroll officer", "FORM")
    assert added.order > before.order
    assert heard == [application.pk]
    kept = Correction.objects.get()
    assert (kept.old, kept.new) == ("", "Payroll officer, Tannoch")


def test_a_forgotten_qualification_is_added(mine, application, heard):
    mine.post(
        at(application, "add_study"),
        {"name": "Payroll certificate", "level": "4", "finished": "yes"},
    )

    assert application.studies.filter(name="Payroll certificate").exists()
    assert heard == [application.pk]


def test_a_row_that_is_wrong_is_taken_out_and_stays_on_file(mine, application, heard):
    job, study = application.work.get(), application.studies.get()

    mine.post(at(application, "correct_job", row=job.pk), {"act": "take-out"})
    mine.post(at(application, "correct_study", row=study.pk), {"act": "take-out"})

    assert not application.work.exists()
    assert not application.studies.exists()
    assert heard == [application.pk, application.pk]
    assert [one.old for one in Correction.objects.order_by("pk")] == [
        "Payroll clerk, Tannoch, 03/2020 – 02/2022",
        "Diploma in accounting, Dales",
    ]


def test_a_row_taken_out_in_another_tab_is_said_and_noted_once(mine, application):
    job, study = application.work.get(), application.studies.get()
    now = timezone.now()
    corrections.remove_job(job, at=now)
    corrections.remove_study(study, at=now)

    for late in (
        lambda: corrections.remove_job(job, at=now),
        lambda: corrections.correct_job(job, Job("Clerk"), at=now),
        lambda: corrections.remove_study(study, at=now),
        lambda: corrections.correct_study(study, Study("Diploma"), at=now),
    ):
        with pytest.raises(corrections.RowGoneError):
            late()

    assert Correction.objects.count() == 2


def test_there_is_an_end_to_adding(mine, application):
    more = [Job(f"Clerk {n}") for n in range(MAX_ROWS - 1)]
    rows.write_work(application, more, source="FORM", first=2)

    done = mine.post(at(application, "add_job"), JOB, follow=True)

    assert "There are 20 already" in done.text
    assert application.work.count() == MAX_ROWS


def test_another_cv_takes_the_place_of_one_that_could_not_be_read(mine, application):
    scan = make.document(application, b"%PDF-1.4\n" + b"\0\xff" * 400, name="scan.pdf")
    reading.read_document(scan.pk, at=timezone.now())
    assert "Send another" in mine.get(at(application, "status")).text

    page = mine.get(at(application, "send_cv"))
    upload = SimpleUploadedFile("cv.txt", b"Payroll clerk at Tannoch since 2020.")
    done = mine.post(at(application, "send_cv"), {"cv": upload}, follow=True)

    assert "Send another CV" in page.text
    assert "We have your new CV" in done.text
    assert "cv.txt" in done.text
    assert [one.name for one in application.documents.order_by("pk")] == [
        "scan.pdf",
        "cv.txt",
    ]
    kept = Correction.objects.get()
    assert (kept.old, kept.new, kept.identifying) == ("scan.pdf", "cv.txt", True)
    newest = application.documents.latest("pk")
    reading.read_document(newest.pk, at=timezone.now())
    newest.refresh_from_db()
    assert newest.state == "READ"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Choose a file, or paste the text of your CV."),
        ({"cv": ("cv.exe", b"MZ")}, "PDF"),
        ({"cv": ("cv.txt", b"x"), "pasted": "y"}, "You chose a file, too."),
    ],
)
def test_a_cv_that_cannot_be_taken_is_said_at_its_field(mine, application, given, said):
    sent = {
        key: SimpleUploadedFile(*value) if key == "cv" else value
        for key, value in given.items()
    }

    page = mine.post(at(application, "send_cv"), sent)

    assert said in page.text
    assert page.context["form"].errors
    assert not application.documents.exists()
    assert not Correction.objects.exists()


def test_a_new_address_is_confirmed_to_both(client):
    make.organisation()
    application = make.application(make.published(), email="old@mail.example")
    open_by_link(client, application)

    client.post(
        at(application, "correct_person"),
        {"name": "Anna", "email": "new@mail.example"},
    )

    told = {
        letter.to: letter.body
        for letter in application.letters.filter(kind=LetterKind.ADDRESS)
    }
    assert set(told) == {"old@mail.example", "new@mail.example"}
    assert LINK_MARK in told["new@mail.example"]
    assert LINK_MARK not in told["old@mail.example"]
    assert "new@mail.example" not in told["old@mail.example"]


def test_the_old_address_alone_is_no_news(mine, application):
    person = application.candidate

    mine.post(
        at(application, "correct_person"), {"name": "Anna", "email": person.email}
    )

    assert not application.letters.filter(kind=LetterKind.ADDRESS).exists()


# ---- requests ----


def test_an_adjustment_is_asked_for_and_answered_by_letter(mine, application):
    asked = mine.post(
        at(application, "ask", kind="adjustment"), {"text": SECRET}, follow=True
    )
    request = ApplicantRequest.objects.get()
    hr = make.user(Role.HR_MANAGER)

    requests.answer(request, text="The ramp is\nthere.", by=hr, at=timezone.now())

    page = mine.get(at(application, "status"))
    letter = application.letters.get(kind=LetterKind.ANSWER)
    assert "We have your request. You hear from us by" in asked.text
    assert request.due_on == timezone.localdate() + dt.timedelta(days=5)
    assert "The ramp is\nthere." in letter.body
    assert "The ramp is" in page.text


def test_no_page_of_a_panel_or_an_auditor_shows_what_was_asked(client, application):
    member = make.member(application.position).user
    requests.ask(application, RequestKind.ADJUSTMENT, text=SECRET, at=timezone.now())
    pages = [
        "/",
        "/people/",
        reverse("candidates:pipeline", args=[application.position.slug]),
        application.get_absolute_url(),
        reverse("positions:overview", args=[application.position.slug]),
        "/search/?q=ramp",
    ]
    for user in (member, make.user(Role.AUDITOR)):
        client.force_login(user)
        for page in pages:
            answer = client.get(page, follow=True)
            assert SECRET not in answer.text, page
            assert "djustment" not in answer.text, page
        assert client.get(reverse("candidates:requests")).status_code == 403
    assert not ApplicantRequest.objects.visible_to(member).exists()


def test_who_decided_cannot_be_who_looks_again(application):
    decider = application.position.owner
    pipeline.move(
        application,
        Status.NOT_SELECTED,
        by=decider,
        at=timezone.now(),
        reason_code="LESS_EVIDENCE",
        tell=True,
    )
    application.refresh_from_db()
    request = requests.ask(
        application, RequestKind.HUMAN_REVIEW, text="", at=timezone.now()
    )

    with pytest.raises(requests.SamePersonError):
        requests.answer(request, text="Same.", by=decider, at=timezone.now())
    other = make.user(Role.HR_MANAGER)
    answered = requests.answer(request, text="Read anew.", by=other, at=timezone.now())

    assert answered.answered_by == other


def test_asking_twice_for_the_same_is_one_request_and_a_flood_is_stopped(application):
    now = timezone.now()
    for text in ("A ramp", "A ramp", "And a lift"):
        requests.ask(application, RequestKind.ADJUSTMENT, text=text, at=now)
    for number in range(requests.MOST_OPEN - 1):
        requests.ask(application, RequestKind.QUESTION, text=str(number), at=now)

    with pytest.raises(requests.TooManyRequestsError):
        requests.ask(application, RequestKind.QUESTION, text="more", at=now)
    assert ApplicantRequest.objects.get(kind="ADJUSTMENT").text == (
        "A ramp\n\nAnd a lift"
    )


def test_hr_answers_on_a_page_and_today_says_what_waits(client, application):
    request = requests.ask(
        application, RequestKind.QUESTION, text="May I bring tea?", at=timezone.now()
    )
    client.force_login(make.user(Role.HR_MANAGER))

    today = client.get("/").text
    listed = client.get(reverse("candidates:requests")).text
    address = reverse("candidates:request_answer", args=[request.pk])
    empty = client.post(address, {"text": " "})
    answered = client.post(address, {"text": "Yes, do."}, follow=True)
    again = client.post(address, {"text": "No."}, follow=True)

    assert "1 applicant asked for something" in today
    assert application.candidate.name in listed
    assert "Write the answer." in empty.text
    assert "Answered. The letter is on its way." in answered.text
    assert "Somebody answered this request meanwhile" in again.text
    assert application.letters.filter(kind=LetterKind.ANSWER).count() == 1


def test_after_a_refusal_the_second_look_is_offered_first(mine, application):
    pipeline.move(
        application,
        Status.NOT_SELECTED,
        by=application.position.owner,
        at=timezone.now(),
        reason_code="LESS_EVIDENCE",
        tell=True,
    )

    page = mine.get(at(application, "status"))

    assert "Ask for a second look by a person" in page.text
    assert "Correct" not in page.text
    assert "We did not choose you for this job" in page.text


def test_letters_stand_on_the_page_without_the_secret_link(client, application):
    pipeline.move(
        application,
        Status.SHORTLISTED,
        by=application.position.owner,
        at=timezone.now(),
        tell=True,
    )
    open_by_link(client, application)

    page = client.get(at(application, "status"))

    assert "What we wrote to you" in page.text
    assert "You are on the shortlist" in page.text
    assert links.token_for(application) not in page.text
    assert "\x02" not in page.text


@pytest.mark.parametrize("kind", ["x", "data", "ADJUSTMENT "])
def test_what_cannot_be_asked_is_not_found(mine, application, kind):
    assert mine.get(f"/my-application/{application.pk}/ask/{kind}/").status_code == 404


def test_ten_cvs_are_enough(mine, application):
    make.document(application, b"Payroll clerk at Tannoch since 2020.", name="one.txt")
    kept = application.documents.get()
    Document.objects.bulk_create(
        Document(
            application=application,
            name=f"{number}.txt",
            kind=kept.kind,
            size=kept.size,
            sha256=f"{number:064}",
            file=f"{number}",
            next_try_at=timezone.now(),
        )
        for number in range(corrections.MAX_CVS - 1)
    )

    upload = SimpleUploadedFile("cv.txt", b"Payroll clerk at Tannoch since 2021.")
    page = mine.post(at(application, "send_cv"), {"cv": upload})

    assert "You have sent ten CVs" in page.text
    assert application.documents.count() == corrections.MAX_CVS
