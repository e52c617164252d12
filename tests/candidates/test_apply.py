"""The public form as a stranger meets it."""

import datetime as dt
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from candidates.models import Application
from candidates.services import answers as told
from candidates.services import intake, limits
from candidates.stages import Status
from positions.services import lifecycle
from tests import make

pytestmark = pytest.mark.django_db

JOB = {
    "jobs-TOTAL_FORMS": "1",
    "jobs-INITIAL_FORMS": "0",
    "jobs-0-title": "Payroll officer",
    "jobs-0-employer": "Tannoch Logistics",
    "jobs-0-from_month": "3",
    "jobs-0-from_year": "2023",
    "jobs-0-current": "on",
    "jobs-0-hours": "37",
    "jobs-0-text": "Monthly payroll for 310 drivers.",
}
STUDY = {
    "studies-TOTAL_FORMS": "1",
    "studies-INITIAL_FORMS": "0",
    "studies-0-name": "Level 3 certificate in bookkeeping",
    "studies-0-level": "4",
    "studies-0-field": "bookkeeping",
    "studies-0-credits": "30",
}
PERSON = {"name": "Aoife Marsh", "email": "a.marsh@mail.example"}


@pytest.fixture
def position():
    make.organisation()
    return make.published()


def step(position, name):
    return reverse("candidates:apply_step", args=[position.slug, name])


def done(position):
    return reverse("candidates:apply_done", args=[position.slug])


def begin(client, position):
    client.post(reverse("candidates:apply", args=[position.slug]))
    return Application.objects.latest("pk")


def answer_everything(client, position):
    client.post(step(position, "contact"), PERSON)
    client.post(step(position, "cv"))
    client.post(step(position, "work"), JOB)
    client.post(step(position, "education"), STUDY)
    for duty in told.scored_duties(position):
        client.post(step(position, f"duty-{duty.pk}"), {"text": "I ran payroll."})


def test_a_stranger_applies_from_start_to_reference_number(client, position):
    draft = begin(client, position)
    answer_everything(client, position)

    check = client.get(step(position, "check"))
    client.post(step(position, "check"))
    sent = client.get(done(position))

    draft.refresh_from_db()
    assert "Tannoch Logistics" in check.text
    assert draft.status == Status.SUBMITTED
    assert re.fullmatch(r"LM-[A-Z2-9]{4}-[A-Z2-9]{2}", draft.reference)
    assert re.fullmatch(r"[A-Z]{2}-\d\d", draft.code)
    assert draft.reference in sent.text
    assert draft.candidate.name == "Aoife Marsh"
    assert draft.work.get().starts_on == dt.date(2023, 3, 1)
    assert draft.studies.get().credits == 30
    assert draft.accomplishments.count() == len(told.scored_duties(position))
    assert draft.letters.get().kind == "RECEIPT"
    assert [(change.old, change.new) for change in draft.changes.all()] == [
        ("DRAFT", "SUBMITTED")
    ]
    assert draft.answers == {"none": []}


def test_each_page_leads_to_the_next_and_shows_what_was_saved(client, position):
    begin(client, position)

    kept = client.post(step(position, "contact"), PERSON)

    assert kept.url == step(position, "work")
    assert "Aoife Marsh" in client.get(step(position, "contact")).text


def test_changing_from_the_check_page_leads_back_to_it(client, position):
    begin(client, position)

    page = client.get(step(position, "contact") + "?back=check")
    kept = client.post(step(position, "contact"), PERSON | {"back": "check"})

    assert 'name="back" value="check"' in page.text
    assert kept.url == step(position, "check")


def test_sending_too_early_names_each_missing_page_with_a_link(client, position):
    draft = begin(client, position)
    duties = told.scored_duties(position)

    early = client.post(step(position, "check"))

    draft.refresh_from_db()
    assert draft.status == Status.DRAFT
    assert "There is a problem" in early.text
    for name in ["contact", "work", "education", *(f"duty-{d.pk}" for d in duties)]:
        assert f'href="{step(position, name)}?back=check"' in early.text


def test_a_step_without_a_draft_leads_to_the_start(client, position):
    response = client.get(step(position, "work"))

    assert response.url == reverse("candidates:apply", args=[position.slug])


def test_a_browser_without_cookies_is_told_so(client, position):
    begun = client.post(reverse("candidates:apply", args=[position.slug]))
    client.cookies.clear()

    told_so = client.get(begun.url, follow=True)

    assert "Allow cookies" in told_so.text


def test_another_browser_does_not_see_the_draft(client, position):
    begin(client, position)
    client.post(step(position, "contact"), PERSON)
    stranger = client.__class__()

    response = stranger.get(step(position, "contact"), follow=True)

    assert "Aoife Marsh" not in response.text


def test_starting_twice_goes_on_with_one_draft(client, position):
    begin(client, position)
    begin(client, position)

    assert Application.objects.count() == 1


@pytest.mark.parametrize("state", ["draft", "closed", "over", "none"])
def test_a_position_that_takes_no_applications_is_not_found(client, state):
    make.organisation()
    now = timezone.now()
    if state == "draft":
        position = make.draft()
    else:
        position = make.published(at=now - dt.timedelta(days=20))
    if state == "closed":
        position.closes_at = now + dt.timedelta(days=1)
        position.save()
        lifecycle.close(position, by=position.owner, at=now)
    slug = "no-such-job" if state == "none" else position.slug

    assert client.get(reverse("candidates:apply", args=[slug])).status_code == 404
    assert client.post(reverse("candidates:apply", args=[slug])).status_code == 404
    assert Application.objects.count() == 0


def test_closing_meanwhile_gives_a_plain_page_and_keeps_the_answers(client, position):
    draft = begin(client, position)
    answer_everything(client, position)
    lifecycle.close(position, by=position.owner, at=timezone.now())

    late = client.post(step(position, "check"))

    draft.refresh_from_db()
    assert late.status_code == 409
    assert "no longer takes applications" in late.text
    # When it closed, not when it would have.
    today = timezone.localtime(position.closed_at)
    assert f"closed on {date_format(today, 'j F')}" in " ".join(late.text.split())
    assert draft.status == Status.DRAFT
    assert draft.answers["contact"]["name"] == "Aoife Marsh"


def test_sending_twice_and_going_back_give_the_same_confirmation(client, position):
    begin(client, position)
    answer_everything(client, position)

    client.post(step(position, "check"))
    first = client.get(done(position))
    second = client.post(step(position, "check"), follow=True)
    back = client.get(step(position, "work"), follow=True)

    application = Application.objects.get()
    for response in (first, second, back):
        assert application.reference in response.text
    assert application.letters.count() == 1


# ---- rows ----


def test_another_job_is_added_without_script_and_nothing_is_lost(client, position):
    draft = begin(client, position)

    page = client.post(step(position, "work"), JOB | {"add_row": "jobs"})

    draft.refresh_from_db()
    assert 'name="jobs-1-title"' in page.text
    assert "Payroll officer" in page.text
    assert "There is a problem" not in page.text
    assert told.WORK not in draft.answers


def test_a_row_that_is_taken_out_is_gone_and_not_complained_about(client, position):
    draft = begin(client, position)
    wrong = {"jobs-TOTAL_FORMS": "2", "jobs-1-title": "", "jobs-1-employer": "Pell"}

    client.post(step(position, "work"), JOB | wrong | {"jobs-1-DELETE": "on"})

    draft.refresh_from_db()
    assert [row["title"] for row in draft.answers[told.WORK]["rows"]] == [
        "Payroll officer"
    ]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"jobs-0-title": ""}, "Enter the job title."),
        ({"jobs-0-from_month": ""}, "Enter the month you started at Tannoch"),
        ({"jobs-0-from_month": "13"}, "Enter the month as a number, 1 to 12."),
        ({"jobs-0-from_month": "March"}, "Enter the month as a number, 1 to 12."),
        (
            {"jobs-0-from_month": "", "jobs-0-from_year": ""},
            "Enter the month and year you started at Tannoch Logistics, for example 2",
        ),
        ({"jobs-0-from_year": "23"}, "Enter a year from 1940 to"),
        ({"jobs-0-from_year": "2999"}, "Enter a year from 1940 to"),
        ({"jobs-0-from_year": "9" * 30}, "Enter a year from 1940 to"),
        ({"jobs-0-current": ""}, "Enter the month and year you left Tannoch Logistics"),
        (
            {"jobs-0-current": "", "jobs-0-to_month": "1", "jobs-0-to_year": "2020"},
            "You left before you started.",
        ),
        ({"jobs-0-hours": "lots"}, "Enter the hours a week as a number"),
        ({"jobs-0-hours": "NaN"}, "Enter the hours a week as a number"),
        ({"jobs-0-hours": "1e9"}, "Enter the hours a week as a number"),
        ({"jobs-0-text": "x" * 4_001}, "Shorten this text to 4,000 characters."),
        ({"jobs-TOTAL_FORMS": "x"}, "This page was not sent whole."),
        ({"jobs-TOTAL_FORMS": "5000"}, "Send 20 rows at most."),
        ({"none": "on"}, "You told us something above and ticked this."),
    ],
)
def test_a_wrong_job_is_said_at_the_field_and_kept(client, position, wrong, message):
    draft = begin(client, position)

    page = client.post(step(position, "work"), JOB | wrong)

    draft.refresh_from_db()
    assert page.status_code == 200
    assert page.text.count(message) >= 2  # in the summary and at the field
    assert re.search(r"<title>\s*Error:", page.text)
    assert told.WORK not in draft.answers
    if "jobs-TOTAL_FORMS" not in wrong:
        assert "Monthly payroll" in page.text or "x" * 4_001 in page.text


@pytest.mark.parametrize("wrong", [("", ""), ("x", ""), ("", "x"), ("13", "soon")])
def test_a_date_gets_one_message(client, position, wrong):
    begin(client, position)
    month, year = wrong

    page = client.post(
        step(position, "work"),
        JOB | {"jobs-0-from_month": month, "jobs-0-from_year": year},
    )

    assert page.text.count("ats-wrong") == 1
    assert "Enter the month and year you started at Tannoch" in page.text
    assert "Enter the month as a number" not in page.text
    assert "four digits" not in page.text


def test_a_single_empty_job_is_not_offered_to_be_taken_out(client, position):
    begin(client, position)
    empty = {"jobs-TOTAL_FORMS": "1", "jobs-INITIAL_FORMS": "0"}
    work = step(position, "work")

    def offered(page):
        return page.text.count('name="jobs-0-DELETE"')

    assert offered(client.get(work)) == 0
    assert offered(client.post(work, empty)) == 0
    assert offered(client.post(work, JOB | {"jobs-0-title": ""})) == 1
    assert offered(client.post(work, JOB | {"add_row": "jobs"})) == 1
    # The row that the script adds may always be taken out again.
    assert 'name="jobs-__prefix__-DELETE"' in client.get(work).text


def test_shares_beyond_the_whole_are_said_at_the_field(client, position):
    begin(client, position)
    first, second = told.scored_duties(position)[:2]
    shares = {f"jobs-0-share_{first.pk}": "70", f"jobs-0-share_{second.pk}": "60"}

    page = client.post(step(position, "work"), JOB | shares)

    assert "Together these are 130 per cent" in page.text


def test_shares_reach_the_rows(client, position):
    draft = begin(client, position)
    answer_everything(client, position)
    duty = told.scored_duties(position)[0]

    client.post(step(position, "work"), JOB | {f"jobs-0-share_{duty.pk}": "60"})
    client.post(step(position, "check"))

    entry = draft.work.get()
    assert [(part.duty_id, part.share) for part in entry.duties.all()] == [
        (duty.pk, 60)
    ]


def test_no_work_history_is_an_answer(client, position):
    draft = begin(client, position)
    empty = {"jobs-TOTAL_FORMS": "1", "jobs-INITIAL_FORMS": "0"}

    refused = client.post(step(position, "work"), empty)
    kept = client.post(step(position, "work"), empty | {"none": "on"})

    draft.refresh_from_db()
    assert "Add a job, or tick" in refused.text
    assert kept.status_code == 302
    assert draft.answers[told.WORK] == {"rows": [], "none": True}


# ---- examples ----


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "Write an example, or tick"),
        ({"text": "word " * 201}, "Your example has 201 words. Bring it to 200."),
        ({"text": "x" * 2_001}, "Shorten your example to 2,000 characters."),
        ({"text": "I did.", "none": "on"}, "Keep one of the two."),
    ],
)
def test_a_wrong_example_is_said_at_the_field(client, position, given, message):
    begin(client, position)
    duty = told.scored_duties(position)[0]

    page = client.post(step(position, f"duty-{duty.pk}"), given)

    assert message in page.text


def test_not_having_done_a_duty_is_an_answer(client, position):
    draft = begin(client, position)
    duty = told.scored_duties(position)[0]

    client.post(step(position, f"duty-{duty.pk}"), {"none": "on"})

    draft.refresh_from_db()
    assert draft.answers[f"duty-{duty.pk}"] == {"text": "", "none": True}


# ---- hostile words ----

HOSTILE = {
    "markup": "<script>alert(1)</script><b>bold</b>",
    "template": "{{7*7}}{% now 'Y' %}${7*7}",
    "quotes": "\"' onmouseover=alert(1) x='",
    "crlf": "Aoife\r\nBcc: all@example.org",
    "nul": "Aoife\0Marsh",
    "rtl": "Aoife \u202ehsraM",
    "long": "x" * 10_000,
    "surrogate": "\U0001f600 Zoë Łódź 名前 اسم",
    "escape": "\x1b[31m",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_contact_is_kept_literally_or_said_at_the_field(client, position, kind):
    draft = begin(client, position)
    value = HOSTILE[kind]

    for field in ("name", "email", "phone", "city", "website"):
        page = client.post(step(position, "contact"), PERSON | {field: value})

        draft.refresh_from_db()
        kept = draft.answers.pop("contact", None)
        Application.objects.filter(pk=draft.pk).update(answers=draft.answers)
        assert page.status_code == (302 if kept else 200), field
        if field == "website":
            assert kept
        elif kept:
            assert kept[field] == value.strip()
        else:
            assert "There is a problem" in page.text
            assert "<script>alert" not in page.text
        if kind in {"crlf", "nul", "rtl", "long", "escape"} and field != "website":
            assert not kept, field


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_rows_and_examples_never_break_the_page(client, position, kind):
    draft = begin(client, position)
    duty = told.scored_duties(position)[0]
    value = HOSTILE[kind]
    job = JOB | {f"jobs-0-{name}": value for name in ("title", "employer", "text")}
    study = STUDY | {f"studies-0-{name}": value for name in ("name", "field", "level")}

    pages = [
        client.post(step(position, "work"), job),
        client.post(step(position, "work"), job | {"add_row": "jobs"}),
        client.post(step(position, "work"), dict.fromkeys(job, value)),
        client.post(step(position, "education"), study),
        client.post(step(position, f"duty-{duty.pk}"), {"text": value}),
        client.get(step(position, "check")),
    ]

    draft.refresh_from_db()
    for page in pages:
        assert page.status_code in {200, 302}
        assert "<script>alert" not in page.text
    if kind == "template":
        kept = draft.answers[f"duty-{duty.pk}"]["text"]
        assert kept == value


def test_hostile_words_survive_sending_and_every_later_page(client, position):
    hr = make.user()
    draft = begin(client, position)
    answer_everything(client, position)
    name = "<i>{{7*7}}</i> $link ${reference} O'Neill"
    client.post(step(position, "contact"), PERSON | {"name": name})
    client.post(step(position, "check"))
    staff = client.__class__()
    staff.force_login(hr)

    pages = [
        client.get(reverse("candidates:status", args=[draft.pk])),
        staff.get(reverse("candidates:pipeline", args=[position.slug])),
        staff.get(reverse("candidates:people")),
        staff.get(reverse("candidates:move", args=[draft.pk])),
    ]

    draft.refresh_from_db()
    letter = draft.letters.get()
    assert draft.candidate.name == name
    assert f"Hello {name}," in letter.body
    for page in pages:
        assert page.status_code == 200
        assert "<i>" not in page.text
    assert "&lt;i&gt;{{7*7}}" in pages[1].text


# ---- traps and limits ----


def test_a_trap_marks_and_never_refuses(client, position):
    draft = begin(client, position)
    answer_everything(client, position)
    trap = PERSON | {"website": "http://spam.example"}

    client.post(step(position, "contact"), trap)
    client.post(step(position, "check"))

    draft.refresh_from_db()
    assert draft.status == Status.SUBMITTED
    assert draft.suspected_spam


def test_haste_marks_and_patience_does_not(position):
    now = timezone.now()
    quick, _ = intake.start(position, at=now)
    slow, _ = intake.start(position, at=now)
    given = whole_answers(position)

    for draft, wait in ((quick, 5), (slow, 300)):
        at = now + dt.timedelta(seconds=wait)
        intake.submit(draft, answers=draft.answers | given, at=at)

    assert Application.objects.get(pk=quick.pk).suspected_spam
    assert not Application.objects.get(pk=slow.pk).suspected_spam


def whole_answers(position, email="a.marsh@mail.example"):
    return {
        "contact": {"name": "Aoife Marsh", "email": email},
        "work": {"rows": [], "none": True},
        "education": {"rows": [], "none": True},
        **{
            f"duty-{duty.pk}": {"text": "I ran payroll.", "none": False}
            for duty in told.scored_duties(position)
        },
    }


def test_too_much_from_one_place_gets_a_kind_page_and_keeps_the_draft(client, position):
    draft = begin(client, position)
    answer_everything(client, position)
    for _ in range(intake.SENDS_PER_HOUR):
        assert limits.allow(
            "submit", "127.0.0.1", capacity=intake.SENDS_PER_HOUR, per_seconds=3_600
        )

    limited = client.post(step(position, "check"))

    draft.refresh_from_db()
    assert limited.status_code == 429
    assert "Please wait a while" in limited.text
    assert draft.status == Status.DRAFT


def test_a_forged_header_does_not_change_the_place(client, position, settings):
    settings.TRUSTED_PROXIES = 0
    for number in range(60):
        client.cookies.clear()
        client.post(
            reverse("candidates:apply", args=[position.slug]),
            headers={"X-Forwarded-For": f"10.0.0.{number}"},
        )
    client.cookies.clear()

    limited = client.post(reverse("candidates:apply", args=[position.slug]))

    assert limited.status_code == 429


# ---- the same person twice ----


def test_applying_twice_is_accepted_and_shown_to_staff_alone(client, position):
    first = make.application(position, email="A.Marsh@mail.example")
    begin(client, position)
    answer_everything(client, position)

    client.post(step(position, "check"))
    sent = client.get(done(position))

    second = Application.objects.latest("pk")
    assert second.status == Status.SUBMITTED
    assert second.duplicate_of == first
    assert "We have your application" in sent.text
    assert "applied" not in sent.text
    assert first.reference not in sent.text


# ---- files ----


def upload(client, position, name, data):
    file = SimpleUploadedFile(name, data)
    return client.post(step(position, "cv"), {"cv": file})


def test_a_cv_is_stored_and_can_be_taken_out(client, position):
    draft = begin(client, position)

    kept = upload(client, position, "my cv.txt", b"Payroll officer at Tannoch.")
    document = draft.documents.get()
    with document.file.open("rb") as file:
        stored = file.read()
    client.post(step(position, "cv"), {"act": "remove"})

    assert kept.url == step(position, "cv")
    assert stored == b"Payroll officer at Tannoch."
    assert re.fullmatch(r"cv/[0-9a-f]{2}/[0-9a-f]{40}", document.file.name)
    assert draft.documents.count() == 0


def test_a_pasted_cv_is_kept_as_a_text_file(client, position):
    draft = begin(client, position)

    kept = client.post(step(position, "cv"), {"pasted": "Zoë Marsh\nPayroll officer"})

    document = draft.documents.get()
    with document.file.open("rb") as file:
        stored = file.read().decode()
    assert kept.url == step(position, "cv")
    assert (document.kind, document.name) == ("TXT", "Pasted text.txt")
    assert stored.splitlines() == ["Zoë Marsh", "Payroll officer"]


def test_a_file_and_a_text_at_once_are_told_apart(client, position):
    draft = begin(client, position)
    file = SimpleUploadedFile("cv.txt", b"Payroll officer")

    page = client.post(step(position, "cv"), {"cv": file, "pasted": "Payroll clerk"})

    assert "Send one of the two" in page.text
    assert "Payroll clerk" in page.text
    assert draft.documents.count() == 0


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("cv.exe", b"MZ", "Please send your CV as a PDF, Word (.docx) or text file."),
        ("cv.pdf", b"<html>", "is not one"),
        ("cv.txt", b"", "This file is empty"),
        ("cv.txt", b"x" * (10 * 1024 * 1024 + 1), "larger than 10 MB"),
        ("cv.docx", b"PK\x03\x04nonsense", "is not a Word document"),
    ],
    ids=["extension", "spoofed", "empty", "large", "damaged"],
)
def test_a_refused_file_gets_a_message_and_the_way_goes_on(
    client, position, name, data, message
):
    draft = begin(client, position)

    page = upload(client, position, name, data)

    assert page.status_code == 200
    assert page.text.count(message) == 2
    assert "Go on without a CV" in page.text
    assert draft.documents.count() == 0


def test_every_post_asks_for_the_csrf_token(position):
    from django.test import Client  # noqa: PLC0415 -- only here with checks on

    client = Client(enforce_csrf_checks=True)
    plain = Client()
    draft = begin(plain, position)
    client.cookies = plain.cookies
    names = ["contact", "cv", "work", "education", "check"]
    addresses = [
        reverse("candidates:apply", args=[position.slug]),
        *(step(position, name) for name in names),
        reverse("candidates:withdraw", args=[draft.pk]),
        reverse("candidates:move", args=[draft.pk]),
        reverse("candidates:tell", args=[draft.pk]),
    ]

    for address in addresses:
        assert client.post(address).status_code == 403, address
