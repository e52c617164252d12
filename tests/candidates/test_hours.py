"""News of a decision leaves in office hours, and until then can be taken back."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from candidates.enums import LetterKind
from candidates.models import Application, LetterText
from candidates.services import letters, pipeline, standing, wording
from candidates.services.ways import arrange
from candidates.stages import Status
from tests import make

pytestmark = pytest.mark.django_db

ZONE = ZoneInfo("America/New_York")
NIGHT = dt.datetime(2026, 11, 27, 22, 0, tzinfo=ZONE)  # a Friday
MONDAY = dt.datetime(2026, 11, 30, 8, 0, tzinfo=ZONE)


def office(**fields):
    return make.organisation(
        **{
            "letters_from_hour": 8,
            "letters_until_hour": 18,
            "letters_on_weekends": False,
            "time_zone": "America/New_York",
        }
        | fields
    )


@pytest.fixture
def application():
    office()
    return make.application(make.published())


def move(application, new, at=NIGHT, **words):
    return pipeline.move(
        application,
        new,
        by=application.position.owner,
        at=at,
        reason_code="LESS_EVIDENCE" if new is Status.NOT_SELECTED else "",
        **words,
    )


def told(application, at):
    return standing.told_stage(Application.objects.get(pk=application.pk), at=at)


@pytest.mark.parametrize(
    ("day", "hour", "leaves"),
    [
        (27, 7, (27, 8)),
        (27, 8, (27, 8)),
        (27, 17, (27, 17)),
        (27, 18, (30, 8)),
        (28, 12, (30, 8)),
        (29, 23, (30, 8)),
        (30, 3, (30, 8)),
    ],
)
def test_letters_leave_on_working_days_in_the_organisations_own_hours(
    day, hour, leaves
):
    office()
    at = dt.datetime(2026, 11, day, hour, tzinfo=ZONE)

    local = letters.in_office_hours(at.astimezone(dt.UTC)).astimezone(ZONE)

    assert (local.day, local.hour) == leaves


def test_weekends_are_a_choice():
    office(letters_on_weekends=True)
    saturday = dt.datetime(2026, 11, 28, 12, tzinfo=ZONE)

    assert letters.in_office_hours(saturday) == saturday


def test_until_the_letter_leaves_the_page_says_nothing_of_it(application):
    move(application, Status.NOT_SELECTED, tell=True)

    letter = application.letters.get(kind=LetterKind.OUTCOME)
    assert letter.next_try_at == MONDAY
    assert not letters.send(letter.pk, at=NIGHT)
    assert told(application, NIGHT) is Status.UNDER_REVIEW
    assert told(application, MONDAY) is Status.NOT_SELECTED
    assert len(letters.read_by(application, at=MONDAY)) == (
        len(letters.read_by(application, at=NIGHT)) + 1
    )


def test_looking_again_before_it_leaves_takes_the_letter_back(application):
    move(application, Status.NOT_SELECTED, tell=True)

    move(application, Status.UNDER_REVIEW)

    assert not application.letters.filter(kind=LetterKind.OUTCOME).exists()
    assert told(application, MONDAY) is Status.UNDER_REVIEW


def test_a_step_forward_leaves_the_earlier_letter_true(application):
    move(application, Status.SHORTLISTED, tell=True)
    move(application, Status.INTERVIEW, tell=True)

    kinds = set(application.letters.values_list("kind", flat=True))
    assert {"SHORTLISTED", "INVITATION"} <= kinds
    move(application, Status.SHORTLISTED)
    kinds = set(application.letters.values_list("kind", flat=True))
    assert "INVITATION" not in kinds
    assert "SHORTLISTED" in kinds


def test_who_leaves_before_monday_never_reads_that_they_were_not_chosen(application):
    move(application, Status.NOT_SELECTED, tell=True)

    pipeline.withdraw(application, at=NIGHT)

    application.refresh_from_db()
    assert application.status == Status.WITHDRAWN
    assert application.outcome_sent_at is None
    assert not application.letters.filter(kind=LetterKind.OUTCOME).exists()


def test_a_letter_taken_back_from_the_outbox_leaves_the_decision_untold(application):
    move(application, Status.NOT_SELECTED, tell=True)
    letter = application.letters.get(kind=LetterKind.OUTCOME)

    letters.cancel(letter, at=NIGHT)

    application.refresh_from_db()
    assert application.status == Status.NOT_SELECTED
    assert application.outcome_sent_at is None
    assert pipeline.can_announce(application)
    with pytest.raises(letters.LeftError):
        letters.cancel(letter, at=NIGHT)


def test_sending_it_now_tells_now(application):
    move(application, Status.NOT_SELECTED, tell=True)
    letter = application.letters.get(kind=LetterKind.OUTCOME)

    letters.hasten(letter, at=NIGHT)

    assert told(application, NIGHT) is Status.NOT_SELECTED
    assert letters.send(letter.pk, at=NIGHT)
    with pytest.raises(letters.LeftError):
        letters.hasten(letter, at=NIGHT)


def test_a_day_can_be_chosen(application):
    tuesday = dt.datetime(2026, 12, 1, tzinfo=ZONE)

    move(application, Status.SHORTLISTED, tell=True, leave_at=tuesday)

    letter = application.letters.get(kind=LetterKind.SHORTLISTED)
    assert letter.next_try_at == tuesday.replace(hour=8)


def test_the_result_of_the_first_review_is_told_once(application):
    move(application, Status.UNDER_REVIEW, tell=True)

    letter = application.letters.get(kind=LetterKind.REVIEWED)
    assert "goes on to the people who hire" in letter.body
    assert not pipeline.can_announce(Application.objects.get(pk=application.pk))


# ---- the organisation's own words ----


def test_own_words_in_the_positions_language_are_what_is_sent(application):
    arrange(application.position, [], language="de")
    wording.keep(
        "outcome_not_selected",
        "de",
        wording.Text("Ihre Bewerbung: $position", "Guten Tag $name,\n$reason"),
    )

    move(application, Status.NOT_SELECTED, tell=True)
    move(make.application(application.position, email="b@mail.example"), Status.OFFER)

    letter = application.letters.get(kind=LetterKind.OUTCOME)
    assert letter.subject == f"Ihre Bewerbung: {application.position.title}"
    assert letter.body.startswith("Guten Tag ")


def test_days_in_a_letter_are_said_in_its_language(application):
    position = application.position
    arrange(position, [], language="de")
    wording.keep("shortlisted", "de", wording.Text("Auswahl", "bis $hear_by"))

    move(application, Status.SHORTLISTED, tell=True)

    body = application.letters.get(kind=LetterKind.SHORTLISTED).body
    days = [
        "Montag",
        "Dienstag",
        "Mittwoch",
        "Donnerstag",
        "Freitag",
        "Samstag",
        "Sonntag",
    ]
    assert any(day in body for day in days)


@pytest.mark.parametrize(
    ("name", "body", "error"),
    [
        ("receipt", "Thank you, $name.", wording.MissingWordError),
        ("receipt", "$link $reference $reason", wording.UnknownWordError),
        ("outcome_not_selected", "No: $5", wording.DollarError),
    ],
)
def test_a_letter_keeps_what_it_is_for(name, body, error):
    with pytest.raises(error):
        wording.keep(name, "en-gb", wording.Text("Hello", body))
    assert not LetterText.objects.exists()


@pytest.mark.parametrize("name", wording.BUILT_IN)
def test_every_letter_that_comes_with_this_passes_its_own_check(name):
    text = wording.built_in(name, "en-gb")

    wording.check(text, allowed=wording.words_of(name), needed=wording.needed_in(name))


def test_titles_of_own_texts_are_told_apart():
    text = wording.Text("Papers", "Bring them.")
    first = wording.keep_own("Papers", "en-gb", text)

    with pytest.raises(wording.TitleTakenError):
        wording.keep_own("PAPERS", "en-gb", text)
    wording.keep_own("Papers", "de", text)
    wording.keep_own("papers", "en-gb", text, instead_of=first)
    assert LetterText.objects.count() == 2
