"""The position's own questions: written by staff, answered by strangers, read by people."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from pytest_django.asserts import assertContains, assertNotContains

from backoffice_ats.accounts.enums import Role
from candidates.forms.questions import plain_number
from candidates.models import QuestionAnswer, SearchEntry
from candidates.services import asking, history, questions, reading, search
from candidates.services.asking import QuestionRow
from candidates.stages import Status
from positions.enums import QuestionKind
from positions.services import advert, beginnings
from positions.services.definition import NotEditableError
from tests import make
from tests.candidates.test_apply import answer_everything, begin, step

pytestmark = pytest.mark.django_db

ALL: tuple[tuple[str, QuestionKind, dict[str, Any]], ...] = (
    ("Where did you hear of us?", QuestionKind.SHORT, {}),
    ("Why this job?", QuestionKind.LONG, {"most_words": 20}),
    ("Which shift?", QuestionKind.CHOICE, {"options": ("Early", "Late")}),
    ("Which days?", QuestionKind.MANY, {"options": ("Monday", "Friday")}),
    ("How many people did you pay?", QuestionKind.NUMBER, {}),
    ("When could you begin?", QuestionKind.DATE, {}),
    ("Your certificate", QuestionKind.FILE, {}),
)
CERTIFICATE = b"This certifies that somebody has passed the payroll examination."


@pytest.fixture
def position():
    make.organisation()
    return make.published()


def asks(position, *, required=True):
    return [
        make.question(position, text, kind, required=required, **more)
        for text, kind, more in ALL
    ]


def file(name="certificate.txt", data=CERTIFICATE):
    return SimpleUploadedFile(name, data)


def short_answers(made):
    word, _long, shift, days, number, date, _file = (f"q{one.pk}" for one in made)
    return {
        word: "A friend",
        shift: "Late",
        days: ["Monday", "Friday"],
        number: "1,250",
        f"{date}_day": "1",
        f"{date}_month": "2",
        f"{date}_year": "2027",
    }


def answer_questions(client, position, made):
    long, upload = made[1], made[6]
    client.post(step(position, "questions-short"), short_answers(made))
    client.post(
        step(position, f"questions-{long.pk}"), {f"q{long.pk}": "Because of pay."}
    )
    client.post(step(position, f"questions-{upload.pk}"), {f"q{upload.pk}": file()})


def test_answers_of_every_kind_reach_the_people_who_decide(client, position):
    made = asks(position)
    draft = begin(client, position)
    answer_everything(client, position)
    answer_questions(client, position, made)

    check = client.get(step(position, "check"))
    client.post(step(position, "check"))
    status = client.get(reverse("candidates:status", args=[draft.pk]))

    draft.refresh_from_db()
    assert draft.status == Status.SUBMITTED
    words = [
        "A friend",
        "Late",
        "Monday; Friday",
        "1250",
        "1 February 2027",
        "Because of pay.",
        "certificate.txt",
    ]
    assert sorted(one.words for one in questions.said_by(draft)) == sorted(words)
    for text in words:
        assertContains(check, text)
        assertContains(status, text)
    client.force_login(position.owner)
    record = client.get(reverse("screening:application", args=[draft.pk]))
    for text in words:
        assertContains(record, text)


def test_sending_waits_for_what_has_to_be_answered(client, position):
    made = asks(position)
    draft = begin(client, position)
    answer_everything(client, position)

    early = client.post(step(position, "check"))

    draft.refresh_from_db()
    assert draft.status == Status.DRAFT
    for name in (
        "questions-short",
        f"questions-{made[1].pk}",
        f"questions-{made[6].pk}",
    ):
        assert f'href="{step(position, name)}?back=check"' in early.text


def test_optional_questions_may_be_left_empty(client, position):
    asks(position, required=False)
    draft = begin(client, position)
    answer_everything(client, position)

    left = client.post(step(position, "questions-short"), {})
    client.post(step(position, "check"))

    draft.refresh_from_db()
    assert left.status_code == 302
    assert draft.status == Status.SUBMITTED
    assert not QuestionAnswer.objects.exists()


@pytest.mark.parametrize(
    ("place", "typed", "message"),
    [
        (0, {"": "x" * 201}, "Shorten your answer to 200 characters."),
        (0, {"": "a\x00b"}, "hidden character"),
        (2, {"": "Night"}, "Choose an answer: Which shift?"),
        (3, {"": ["Sunday"]}, "Choose at least one answer: Which days?"),
        (4, {"": "many"}, "Enter a number such as 12 or 7.5."),
        (4, {"": "NaN"}, "Enter a number such as 12 or 7.5."),
        (5, {"_day": "31", "_month": "2", "_year": "2027"}, "no such day"),
        (5, {"_day": "1"}, "Enter day, month and year"),
        (5, {"_day": "1", "_month": "2", "_year": "27"}, "year with four digits"),
    ],
)
def test_what_cannot_be_is_told_at_the_question_and_kept(
    client, position, place, typed, message
):
    made = asks(position)
    begin(client, position)
    key = f"q{made[place].pk}"
    answers = {
        name: value
        for name, value in short_answers(made).items()
        if not name.startswith(key)
    }

    page = client.post(
        step(position, "questions-short"),
        answers | {f"{key}{part}": value for part, value in typed.items()},
    )

    assertContains(page, message)
    assertContains(page, "A friend" if place else "Late")


def test_a_longer_text_keeps_to_its_words(client, position):
    made = asks(position)
    begin(client, position)

    page = client.post(
        step(position, f"questions-{made[1].pk}"), {f"q{made[1].pk}": "word " * 21}
    )

    assertContains(page, "Your answer has 21 words. Bring it to 20.")


def test_a_file_for_a_question_is_no_cv(client, position):
    made = asks(position)
    draft = begin(client, position)
    answer_questions(client, position, made)
    make.document(draft, b"Payroll officer at a firm.")

    answer = draft.documents.get(question=made[6])
    reading.read_document(answer.pk, at=timezone.now())

    answer.refresh_from_db()
    assert answer.text
    assert answer.reading is None
    assert draft.documents.cvs().get().name == "cv.txt"
    assertNotContains(client.get(step(position, "cv")), "certificate.txt")


def test_a_file_may_be_replaced_and_taken_out(client, position):
    upload = make.question(position, "Your certificate", QuestionKind.FILE)
    draft = begin(client, position)
    here = step(position, f"questions-{upload.pk}")

    client.post(here, {f"q{upload.pk}": file()})
    client.post(here, {f"q{upload.pk}": file("newer.txt", b"Passed again in May.")})
    names = [document.name for document in draft.documents.all()]
    client.post(here, {"act": "remove"})

    assert names == ["newer.txt"]
    assert not draft.documents.exists()


def test_a_file_of_another_kind_is_refused_kindly(client, position):
    upload = make.question(position, "Your certificate", QuestionKind.FILE)
    draft = begin(client, position)

    page = client.post(
        step(position, f"questions-{upload.pk}"),
        {f"q{upload.pk}": file("me.png", b"\x89PNG\r\n\x1a\n")},
    )

    assertContains(page, "PDF")
    assert not draft.documents.exists()


def test_a_position_without_questions_has_no_page_for_them(client, position):
    begin(client, position)

    assert client.get(step(position, "questions-short")).status_code == 404


def test_a_question_of_another_position_is_nobodys_page(client, position):
    other = make.question(make.published(), "Which?", QuestionKind.LONG)
    begin(client, position)

    assert client.get(step(position, f"questions-{other.pk}")).status_code == 404


# ---- reading ----


def sent(client, position, **answers):
    draft = begin(client, position)
    answer_everything(client, position)
    made = asks(position)
    answer_questions(client, position, made)
    if answers:
        client.post(step(position, "questions-short"), short_answers(made) | answers)
    client.post(step(position, "check"))
    draft.refresh_from_db()
    return draft, made


def test_a_blind_panel_reads_answers_without_names_and_files(client, position):
    position.blind_review = True
    position.save()
    made = asks(position)
    draft = begin(client, position)
    answer_everything(client, position)
    answer_questions(client, position, made)
    client.post(
        step(position, "questions-short"),
        short_answers(made) | {f"q{made[0].pk}": "Aoife Marsh told me"},
    )
    client.post(step(position, "check"))
    client.force_login(make.member(position).user)

    record = client.get(reverse("screening:application", args=[draft.pk]))

    assertContains(record, "told me")
    assertNotContains(record, "Marsh")
    assertNotContains(record, "certificate.txt")


def test_an_answer_stands_beside_its_criterion(client, position):
    criterion = position.criteria.earliest("order")
    one = make.question(position, "Which ledgers?", criterion=criterion)
    draft = begin(client, position)
    answer_everything(client, position)
    client.post(step(position, "questions-short"), {f"q{one.pk}": "Two of them"})
    client.post(step(position, "check"))

    said = questions.said_by(draft)

    assert [(one.criterion, one.title) for one in said] == [
        (criterion.pk, criterion.title)
    ]


# ---- writing ----


def test_the_form_and_the_advert_count_every_question(client, position):
    before = advert.form_size(position)
    asks(position)

    after = advert.form_size(position)

    job = client.get(reverse("positions:job", args=[position.slug]))
    start = client.get(reverse("candidates:apply", args=[position.slug]))
    assert after.minutes > before.minutes
    assert after.fields == before.fields + len(ALL)
    assert after.is_long
    assertContains(job, f"about {after.minutes} minutes")
    assertContains(start, f"about {after.minutes} minutes")


def test_what_was_asked_is_never_rewritten(client, position):
    one = make.question(position, "Which shift?")
    draft = begin(client, position)
    answer_everything(client, position)
    client.post(step(position, "questions-short"), {f"q{one.pk}": "Late"})
    client.post(step(position, "check"))

    new = asking.change_question(
        one, QuestionRow(QuestionKind.NUMBER, "Which hour?"), by=position.owner
    )

    assert new.pk != one.pk
    assert [said.text for said in questions.said_by(draft)] == ["Which shift?"]
    assert [asked.text for asked in questions.asked_of(position)] == ["Which hour?"]


def test_a_draft_is_asked_the_new_question(client, position):
    one = make.question(position, "Which shift?", required=True)
    draft = begin(client, position)
    answer_everything(client, position)
    client.post(step(position, "questions-short"), {f"q{one.pk}": "Late"})
    asking.change_question(
        one,
        QuestionRow(QuestionKind.NUMBER, "Which hour?", required=True),
        by=position.owner,
    )

    early = client.post(step(position, "check"))

    draft.refresh_from_db()
    assert draft.status == Status.DRAFT
    assertContains(early, "Answer the questions of this job")


def test_before_anybody_begins_a_question_changes_and_goes(position):
    one = make.question(position, "Which shift?")

    same = asking.change_question(
        one, QuestionRow(QuestionKind.SHORT, "Which hour?"), by=position.owner
    )
    asking.remove_question(same, by=position.owner)

    assert same.pk == one.pk
    assert not position.questions.exists()


def test_a_copy_of_a_position_asks_the_same(position):
    criterion = position.criteria.order_by("order")[1]
    asks(position)
    make.question(position, "Which ledgers?", criterion=criterion)

    copy = beginnings.begin(
        beginnings.blueprint_of(position), by=position.owner, at=timezone.now()
    )

    def asked(of):
        return [
            (one.text, one.kind, one.required, one.options, one.most_words)
            for one in of.questions.asked()
        ]

    assert asked(copy) == asked(position)
    last = copy.questions.asked().last()
    assert last is not None
    assert last.criterion is not None
    assert last.criterion.title == criterion.title
    assert last.criterion.position == copy


def test_the_history_of_a_position_tells_what_became_of_its_questions(client, position):
    one = make.question(position, "Which shift?")
    asking.change_question(
        one, QuestionRow(QuestionKind.SHORT, "Which hour?"), by=position.owner
    )
    asking.remove_question(one, by=position.owner)
    client.force_login(position.owner)

    history = client.get(reverse("audit:position", args=[position.slug]))

    assertContains(history, "Which shift?")
    assertContains(history, "Which hour?")


def test_answers_are_found_by_their_words(client, position):
    one = make.question(position)
    draft = begin(client, position)
    answer_everything(client, position)
    client.post(step(position, "questions-short"), {f"q{one.pk}": "Zanzibar"})
    client.post(step(position, "check"))
    search.index(draft.pk)

    assert "Zanzibar" in SearchEntry.objects.get(application=draft).text


def test_a_file_for_a_question_changes_no_score_and_is_found(client, position):
    upload = make.question(position, "Your certificate", QuestionKind.FILE)
    draft = begin(client, position)
    answer_everything(client, position)
    client.post(step(position, f"questions-{upload.pk}"), {f"q{upload.pk}": file()})
    client.post(step(position, "check"))
    search.index(draft.pk)
    before = history.passages_of(draft)

    reading.read_document(draft.documents.get().pk, at=timezone.now())
    search.index(draft.pk)

    assert history.passages_of(draft) == before
    assert "passed the payroll" in SearchEntry.objects.get(application=draft).text


def test_questions_change_places(position):
    first, second = make.question(position, "A?"), make.question(position, "B?")

    asking.move_question(second, up=True, by=position.owner)
    asking.move_question(second, up=True, by=position.owner)  # it is first already

    assert questions.asked_of(position) == (second, first)


def test_a_closed_position_asks_nothing_new(position):
    position.status = "CLOSED"
    position.close_reason = "CLOSED"
    position.closed_at = timezone.now()
    position.save()

    with pytest.raises(NotEditableError):
        make.question(position)


def test_staff_write_order_and_take_out_questions(client, position):
    client.force_login(make.user(Role.HR_MANAGER))
    pages = reverse("candidates:questions", args=[position.slug])
    typed = {"text": "Which shift?", "kind": "CHOICE", "options": "Early\nLate\n\nLate"}

    client.post(pages + "add/", typed)
    client.post(pages + "add/", {"text": "Why?", "kind": "LONG", "most_words": "80"})
    shift, why = position.questions.asked()
    client.post(f"{pages}{why.pk}/move/", {"up": "1"})
    listed = client.get(pages)
    client.post(f"{pages}{shift.pk}/remove/")

    assert shift.options == ["Early", "Late"]
    assert listed.text.index("Why?") < listed.text.index("Which shift?")
    assertContains(listed, "of 25 fields")
    assert [one.text for one in position.questions.asked()] == ["Why?"]


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"text": "", "kind": "SHORT"}, "Write the question."),
        ({"text": "Which?", "kind": "CHOICE", "options": "One"}, "at least two"),
        ({"text": "Which?", "kind": "OTHER"}, "Select a valid choice"),
        ({"text": "Why?", "kind": "LONG", "most_words": "3"}, "from 10 to 500"),
        ({"text": "a\x07", "kind": "SHORT"}, "hidden character"),
        ({"text": "?", "kind": "SHORT", "criterion": "999999"}, "from the list"),
    ],
)
def test_staff_are_told_what_a_question_lacks(client, position, typed, message):
    client.force_login(position.owner)

    page = client.post(reverse("candidates:question_add", args=[position.slug]), typed)

    assertContains(page, message)
    assert not position.questions.exists()


def test_the_estimate_follows_the_kind_while_it_is_chosen(client, position):
    client.force_login(position.owner)
    size = advert.form_size(position)

    part = client.post(
        reverse("candidates:question_add", args=[position.slug]),
        {"kind": "LONG", "preview": "1"},
        headers={"HX-Request": "true"},
    )

    assertContains(part, f"{size.fields + 1} of 25 fields")
    assert not position.questions.exists()


def test_reading_a_page_of_questions_takes_the_same_queries_for_many(
    client, position, django_assert_num_queries
):

    make.question(position)
    begin(client, position)
    with CaptureQueriesContext(connection) as few:
        client.get(step(position, "check"))
    for _ in range(5):
        make.question(position)

    with django_assert_num_queries(len(few)):
        client.get(step(position, "check"))


# ---- numbers ----


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("12", "12"),
        ("7.5", "7.5"),
        ("7,5", "7.5"),
        ("1,250", "1250"),
        ("1 250", "1250"),
        ("1.250,50", "1250.50"),
        ("1,250,000", "1250000"),
        ("-3", "-3"),
        ("", None),
        (".", None),
        ("1e9", None),
        ("Infinity", None),
        ("\u0661\u0662", None),
        ("9" * 40, None),
    ],
)
def test_numbers_are_taken_as_people_write_them(typed, number):
    assert plain_number(typed) == number


@given(st.text(max_size=20))
def test_no_text_breaks_the_reading_of_numbers(text):
    found = plain_number(text)
    assert found is None or set(found) <= set("-.0123456789")


def test_a_kept_copy_of_the_advert_is_not_shown_after_a_question_came(client, position):
    job = reverse("positions:job", args=[position.slug])
    kept = client.get(job).headers["ETag"]

    make.question(position, "Why?", QuestionKind.LONG)

    assert client.get(job, headers={"If-None-Match": kept}).status_code == 200


def test_lists_of_jobs_do_not_read_questions(client, position):
    make.question(position)

    with CaptureQueriesContext(connection) as asked:
        client.get(reverse("positions:indeed"))

    assert not [one for one in asked if "positions_question" in one["sql"]]
