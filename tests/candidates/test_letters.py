"""Letters: written with the fact, sent once, never breaking anything."""

import datetime as dt
import smtplib

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from candidates.enums import LetterKind
from candidates.services import intake, letters, links, wording
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def application():
    make.organisation()
    return make.application(make.published())


class BrokenBackend(BaseEmailBackend):
    """A mail server that takes nothing."""

    def send_messages(self, messages):  # noqa: ARG002 -- Django's signature
        raise smtplib.SMTPServerDisconnected("gone")


def write(application, kind=LetterKind.RECEIPT, **words):
    words = {"hear_by": "Friday 4 December"} | words
    return letters.write(application, kind, at=timezone.now(), **words)


def test_a_letter_is_sent_once_with_the_organisation_as_sender(application):
    letter = write(application)

    sent = [letters.send(letter.pk, at=timezone.now()) for _ in range(3)]

    assert sent == [True, False, False]
    [message] = mail.outbox
    assert message.from_email == "Larkfield Mutual <people@larkfield.example>"
    assert message.to == ["a.marsh@mail.example"]
    assert links.token_for(application) in message.body
    assert application.reference in message.body
    assert wording.LINK_MARK not in message.body


def test_the_secret_link_is_not_stored_with_the_letter(application):
    letter = write(application)

    assert links.token_for(application) not in letter.body
    assert links.token_for(application) not in (application.link_digest or "")


def test_a_mail_server_that_is_away_delays_and_shows(application, settings):
    settings.EMAIL_BACKEND = f"{__name__}.BrokenBackend"
    letter = write(application)
    now = timezone.now()

    assert not letters.send(letter.pk, at=now)
    assert not letters.send(letter.pk, at=now)  # not due yet
    letter.refresh_from_db()
    first_wait = letter.next_try_at - now
    assert (letter.attempts, letter.last_error) == (1, "SMTPServerDisconnected")
    letters.send(letter.pk, at=now + dt.timedelta(hours=2))
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert letters.send(letter.pk, at=now + dt.timedelta(hours=4))

    letter.refresh_from_db()
    assert first_wait == letters.FIRST_WAIT
    assert letter.last_error == ""
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    "kind",
    [
        LetterKind.RECEIPT,
        LetterKind.SHORTLISTED,
        LetterKind.INVITATION,
        LetterKind.OFFER,
        LetterKind.OUTCOME,
        LetterKind.WITHDRAWN,
    ],
)
def test_every_kind_has_a_text_without_open_places(application, kind):
    texts = {"OUTCOME": ["outcome_hired", "outcome_not_selected"]}
    for text in texts.get(kind, [""]):
        letter = write(application, kind, text=text, reason="An essential is not met")

        assert "$" not in letter.subject + letter.body
        assert application.position.title in letter.subject
        assert "Aoife Marsh" in letter.body
        letter.delete()


def test_values_are_expanded_once_and_open_no_header():
    words = {
        "name": "Eve\r\nBcc: all@example.org $link ${reference} {link}",
        "position": "Clerk\nX-Evil: 1",
    }

    filled = wording.fill(wording.Text("Hello $position", "Dear $name\n$link"), words)

    assert filled.subject == "Hello Clerk X-Evil: 1"
    assert filled.body == (
        "Dear Eve Bcc: all@example.org $link ${reference} {link}\n\x02\n"
    )


@pytest.mark.parametrize(
    ("source", "words"),
    [("Hi $password", {}), ("Hi", {"password": "x"}), ("Hi ${name.x}", {})],
)
def test_an_unknown_word_is_refused(source, words):
    with pytest.raises(ValueError):  # noqa: PT011 -- ours and string.Template's
        wording.fill(wording.Text(source, "."), words)


def test_nobody_without_an_address_gets_a_letter():
    make.organisation()
    application = make.application(make.published(), email="")

    assert write(application) is None


def test_a_hostile_name_reaches_the_letter_as_words(application):
    application.candidate.name = "<b>Eve</b>\u2028{{7*7}}"
    letter = write(application)
    letters.send(letter.pk, at=timezone.now())

    assert "Hello <b>Eve</b> {{7*7}}," in mail.outbox[0].body
    assert mail.outbox[0].content_subtype == "plain"


def test_submitting_rings_for_the_letter_after_the_commit(
    django_capture_on_commit_callbacks,
):
    from tests.candidates.test_apply import whole_answers  # noqa: PLC0415 -- a builder

    make.organisation()
    position = make.published()
    draft, _token = intake.start(position, at=timezone.now())

    with django_capture_on_commit_callbacks() as rung:
        intake.submit(
            draft, answers=draft.answers | whole_answers(position), at=timezone.now()
        )

    assert len(rung) >= 1
    assert draft.letters.get().sent_at is None
