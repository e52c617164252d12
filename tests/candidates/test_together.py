"""The pages of several at once: what they take, whose it is, what they refuse kindly."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from candidates.models import Batch, LetterText
from candidates.services import batches, letters, pipeline, wording
from candidates.stages import Status
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def position():
    make.organisation()
    return make.published()


@pytest.fixture
def hr(client, position):
    client.force_login(position.owner)
    return position.owner


@pytest.fixture
def people(position):
    return [
        make.application(position, email=f"a{n}@mail.example", name=f"Ana {n}")
        for n in range(3)
    ]


def page(name, position):
    return reverse(f"candidates:{name}", args=[position.slug])


def test_all_in_the_list_means_the_list_that_was_looked_at(
    client, hr, position, people
):
    other = make.application(position, email="z@mail.example", name="Zoe")

    shown = client.get(page("move_together", position), {"all": "1", "q": "Ana"})

    assert "Move 3 people" in shown.text
    assert f'value="{other.pk}"' not in shown.text


def test_what_was_typed_stays_when_something_is_missing(client, hr, position, people):
    given = {"pick": [people[0].pk, people[1].pk], "note": "Kept words", "tell": "on"}

    asked = client.post(page("move_together", position), given | {"to": "not_selected"})
    refused = client.post(
        page("move_together", position),
        given | {"to": "not_selected", "reason_all": ""},
    )

    assert "Why each was not selected" in asked.text
    assert "There is a problem" not in asked.text
    assert "Choose the reason, here or for each person below." in refused.text
    assert "Kept words" in refused.text
    assert not Batch.objects.exists()


@pytest.mark.parametrize(
    "pick",
    [[], ["0"], ["-1"], ["9" * 30], ["x"], ["1;DROP"], ["\0"], ["\N{SUPERSCRIPT TWO}"]],
)
@pytest.mark.parametrize("name", ["move_together", "message_together"])
def test_nobody_ticked_is_said_and_breaks_nothing(client, hr, position, name, pick):
    response = client.get(page(name, position), {"pick": pick}, follow=True)

    assert response.status_code == 200
    assert "Tick the people it is about first." in response.text


def test_people_of_another_position_are_never_taken_along(client, hr, people, position):
    elsewhere = make.application(make.published(by=hr), name="Foreign")

    shown = client.get(
        page("move_together", position), {"pick": [people[0].pk, elsewhere.pk]}
    )

    assert "Move 1 person" in shown.text
    assert "Foreign" not in shown.text


def test_a_plan_is_its_authors_alone(client, hr, position, people):
    colleague = make.user()
    batch = batches.plan_move(
        position, people, Status.SHORTLISTED, by=colleague, at=timezone.now()
    )

    for name, ask in (
        ("batch", client.get),
        ("batch_begin", client.post),
        ("batch_drop", client.post),
    ):
        assert ask(reverse(f"candidates:{name}", args=[batch.pk])).status_code == 404
    batch.refresh_from_db()
    assert batch.begun_at is None


def test_a_plan_says_whom_it_touches_whom_not_and_what_they_read(
    client, hr, position, people
):
    silent = make.application(position, email="", name="Silent Sam")
    batch = batches.plan_move(
        position,
        [*people, silent],
        Status.SHORTLISTED,
        by=hr,
        at=timezone.now(),
        tell=True,
    )
    pipeline.withdraw(people[2], at=timezone.now())

    shown = client.get(reverse("candidates:batch", args=[batch.pk])).text

    assert "Move 3 people to Shortlisted" in shown
    assert "Ana 2: Withdrawn" in shown
    assert "No email address, so no letter: Silent Sam." in shown
    assert "You are on the shortlist" in shown
    assert "\x02" not in shown


def test_a_plan_asks_no_more_questions_for_more_people(client, hr, position):
    def queries(count):
        some = [
            make.application(position, email=f"q{count}{n}@mail.example")
            for n in range(count)
        ]
        batch = batches.plan_move(
            position, some, Status.SHORTLISTED, by=hr, at=timezone.now(), tell=True
        )
        with CaptureQueriesContext(connection) as seen:
            client.get(reverse("candidates:batch", args=[batch.pk]))
        return len(seen)

    assert queries(2) == queries(9)


def test_the_outbox_shows_waiting_letters_and_takes_one_back(
    client, hr, position, people
):
    make.organisation(letters_from_hour=0, letters_until_hour=24)
    later = timezone.now() + dt.timedelta(days=1)
    text = wording.Text("Papers for you", "Hello $name")
    letter = letters.write_message(people[0], text, at=later, by=hr)
    assert letter is not None

    listed = client.get(reverse("candidates:letters")).text
    opened = client.get(reverse("candidates:letter", args=[letter.pk])).text
    client.post(reverse("candidates:letter_cancel", args=[letter.pk]))

    assert "Papers for you" in listed
    assert "Take it back" in opened
    assert "Papers for you" not in client.get(reverse("candidates:letters")).text


def test_own_words_are_kept_refused_and_taken_back(client, hr):
    address = reverse("candidates:letter_text", args=["receipt"])
    good = {"subject": "Thank you", "body": "$name, $reference: $link"}

    refused = client.post(address, good | {"body": "Only $nmae"})
    client.post(address, good)
    kept = wording.text_of("receipt", "en-gb")
    client.post(address, {"built_in": "1"})

    assert "$nmae cannot stand here" in refused.text
    assert "Only $nmae" in refused.text
    assert kept.subject == "Thank you"
    assert not LetterText.objects.exists()


@pytest.mark.parametrize("name", ["nothing", "outcome", "base", "receipttxt"])
def test_only_letters_that_exist_have_a_text(client, hr, name):
    address = reverse("candidates:letter_text", args=[name])

    assert client.get(address).status_code == 404


def test_stages_that_people_stand_in_are_named_when_they_would_go(
    client, hr, position, people
):
    address = page("stages", position)
    client.post(address, {"interview_0": "First", "interview_1": "Second"})
    first = position.stages.get(name="First")
    client.post(
        reverse("candidates:board_move", args=[people[0].pk]),
        {"to": f"stage-{first.pk}"},
    )

    refused = client.post(address, {"interview_0": "Second"})
    twice = client.post(address, {"interview_0": "Same", "interview_1": "same"})

    people[0].refresh_from_db()
    assert people[0].stage == first
    assert "People stand in First." in refused.text
    assert "Two stages have this name. Change one." in twice.text


@pytest.mark.parametrize("to", ["", "draft", "submitted", "withdrawn", "stage-0", "\0"])
def test_a_column_that_is_none_moves_nobody(client, hr, people, to):
    response = client.post(
        reverse("candidates:board_move", args=[people[0].pk]), {"to": to}, follow=True
    )

    people[0].refresh_from_db()
    assert response.status_code == 200
    assert people[0].status == Status.SUBMITTED


def test_a_blind_panel_sees_codes_on_the_board(client, people, position):
    position.blind_review = True
    position.save()
    client.force_login(make.member(position).user)

    shown = client.get(page("board", position)).text

    assert people[0].code in shown
    assert "Ana 0" not in shown
    assert "draggable" not in shown.replace('draggable="false"', "")


def test_reasons_are_said_in_own_words_per_language(client, hr):
    address = reverse("candidates:letter_reasons") + "?language=de"

    too_long = client.post(address, {"INTERVIEW": "x" * 201})
    client.post(address, {"INTERVIEW": "Das Gespräch zeigte eine Lücke."})

    assert "Shorten the reason to 200 characters." in too_long.text
    assert "Das Gespräch" in client.get(address).text
    assert "Das Gespräch" not in client.get(reverse("candidates:letter_reasons")).text
    assert wording.reasons_in("de")["INTERVIEW"] == "Das Gespräch zeigte eine Lücke."
    assert wording.reasons_in("de")["REFERENCES"].startswith("References did not")
