"""Coming back to a draft: by e-mail, from another device, before it is too late."""

import datetime as dt
import re

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from candidates.enums import LetterKind
from candidates.models import Application, Letter, LinkRequest
from candidates.services import letters, links, resuming
from positions.models import Position
from tests import make
from tests.candidates.test_apply import PERSON, answer_everything, begin, step

pytestmark = pytest.mark.django_db

CSRF = re.compile(r'"X-CSRFToken": "\w+"')


@pytest.fixture
def position():
    make.organisation(letters_from_hour=8, letters_until_hour=18)
    return make.published()


@pytest.fixture
def draft(client, position):
    begun = begin(client, position)
    client.post(step(position, "contact"), PERSON)
    begun.refresh_from_db()
    return begun


def lost(position):
    return reverse("candidates:link_lost", args=[position.slug])


def ask(client, position, email):
    return client.post(lost(position), {"email": email}, follow=True)


def answer_all():
    for request in LinkRequest.objects.all():
        resuming.answer_request(request.pk, at=timezone.now())


def link_in(letter):
    letters.send(letter.pk, at=timezone.now())
    return next(
        line for line in mail.outbox[-1].body.splitlines() if "/status/" in line
    ).removeprefix("http://testserver")


def follow(link):
    elsewhere = Client()
    page = elsewhere.get(link)
    if page.status_code == 404:
        return elsewhere, page
    return elsewhere, elsewhere.post(
        link, {"proof": page.context["proof"]}, follow=True
    )


def test_what_was_typed_is_there_on_another_device(client, position, draft):
    sent = client.post(
        reverse("candidates:apply_later", args=[position.slug]),
        {"email": PERSON["email"]},
        follow=True,
    )
    elsewhere, opened = follow(link_in(Letter.objects.get()))
    gone_on = elsewhere.post(reverse("candidates:apply", args=[position.slug]))

    assert "We sent it to" in sent.text
    assert "Go on where you were" in opened.text
    assert gone_on.url.startswith(step(position, "cv"))
    assert "Aoife Marsh" in elsewhere.get(step(position, "contact")).text


def test_an_address_is_enough_to_get_the_link(client, position, draft):
    page = ask(Client(), position, PERSON["email"].upper())
    answer_all()

    letter = Letter.objects.get()
    assert "the link to it is on its" in page.text
    assert (letter.kind, letter.to) == (
        LetterKind.RESUME_LINK,
        PERSON["email"].upper(),
    )
    assert "Aoife Marsh" in letter.body
    assert LinkRequest.objects.count() == 0


def test_a_sent_application_is_found_by_its_address_too(client, position):
    application = make.application(position, email="b@mail.example")

    ask(client, position, "b@mail.example")
    answer_all()

    letter = Letter.objects.get(kind=LetterKind.RESUME_LINK)
    assert str(application.reference) in letter.body
    _elsewhere, opened = follow(link_in(letter))
    assert "We have your application" in opened.text


def test_known_and_unknown_addresses_get_the_same_page_by_the_same_work(
    client, position, draft
):
    pages, work = [], []
    for email in (PERSON["email"], "nobody@mail.example"):
        with CaptureQueriesContext(connection) as queries:
            client.post(lost(position), {"email": email})
        pages.append(CSRF.sub("", ask(client, position, email).text))
        work.append([query["sql"].split()[:3] for query in queries])

    assert pages[0] == pages[1]
    assert work[0] == work[1]
    answer_all()
    assert {letter.to for letter in Letter.objects.all()} == {PERSON["email"]}


def test_no_address_gets_more_than_three_letters_in_a_quarter_of_an_hour(
    client, position, draft
):
    pages = [ask(client, position, PERSON["email"]) for _ in range(6)]

    assert "Look into your mailbox" in pages[-1].text
    assert LinkRequest.objects.count() == 3


def test_a_new_link_makes_the_older_worthless_and_sending_makes_all(
    client, position, draft
):
    first = links.token_for(draft)
    resuming.send_link(draft, to=PERSON["email"], at=timezone.now())
    second = links.token_for(draft)
    answer_everything(client, position)
    client.post(step(position, "check"))

    assert first != second
    assert [
        follow(f"/status/{token}/")[1].status_code for token in (first, second)
    ] == [
        404,
        404,
    ]
    draft.refresh_from_db()
    receipt = Letter.objects.get(kind=LetterKind.RECEIPT)
    assert follow(link_in(receipt))[1].context["application"] == draft


def test_the_link_of_a_draft_works_for_fourteen_days(draft):
    now = timezone.now()
    resuming.send_link(draft, to=PERSON["email"], at=now)
    token = links.token_for(draft)

    assert links.application_of(token, at=now + dt.timedelta(days=13)) == draft
    assert links.application_of(token, at=now + dt.timedelta(days=15)) is None


# ---- the reminder ----


def closing_in(position, hours):
    Position.objects.filter(pk=position.pk).update(
        closes_at=timezone.now() + dt.timedelta(hours=hours)
    )


def begun_long_ago(draft):
    Application.objects.filter(pk=draft.pk).update(
        begun_at=timezone.now() - dt.timedelta(days=2)
    )


def test_who_did_not_send_is_reminded_once_two_days_before_closing(position, draft):
    begun_long_ago(draft)
    closing_in(position, 72)
    too_early = resuming.remind(at=timezone.now())
    closing_in(position, 40)

    counts = [resuming.remind(at=timezone.now()) for _ in range(2)]

    letter = Letter.objects.get()
    assert (too_early, counts) == (0, [1, 0])
    assert (letter.kind, letter.to) == (LetterKind.REMINDER, PERSON["email"])
    assert 8 <= timezone.localtime(letter.next_try_at).hour < 18


@pytest.mark.parametrize("kind", ["just begun", "no address", "sent"])
def test_nobody_is_reminded_without_need(client, position, kind):
    draft = begin(client, position)
    if kind != "no address":
        client.post(step(position, "contact"), PERSON)
    if kind != "just begun":
        begun_long_ago(draft)
    if kind == "sent":
        answer_everything(client, position)
        client.post(step(position, "check"))
        Letter.objects.all().delete()
    closing_in(position, 40)

    assert resuming.remind(at=timezone.now()) == 0
    assert Letter.objects.count() == 0


@pytest.mark.parametrize(
    ("hour", "day", "leaves"), [(3, 4, 8), (9, 4, 9), (17, 4, 17), (18, 5, 8)]
)
def test_letters_that_can_wait_leave_by_day(hour, day, leaves):
    make.organisation(letters_from_hour=8, letters_until_hour=18)
    at = timezone.localtime().replace(month=11, day=4, hour=hour, minute=30)

    local = timezone.localtime(letters.by_day(at))

    assert (local.day, local.hour) == (day, leaves)
