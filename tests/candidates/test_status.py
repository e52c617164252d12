"""The secret link and the applicant's own page."""

import datetime as dt
import hashlib

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from candidates.models import Application
from candidates.services import intake, links, pipeline
from candidates.services.answers import Job, Study
from candidates.stages import Status
from screening.services import attempts
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def application():
    make.organisation()
    return make.application(make.published())


def address(application):
    return reverse("candidates:status_link", args=[links.token_for(application)])


def open_by_link(client, application):
    page = client.get(address(application))
    proof = page.context["proof"]
    return client.post(address(application), {"proof": proof}, follow=True)


def test_only_the_digest_of_the_secret_is_stored(application):
    token = links.token_for(application)
    application.refresh_from_db()

    assert len(token) == 43
    assert application.link_digest == hashlib.sha256(token.encode()).hexdigest()
    assert links.application_of(token, at=timezone.now()) == application
    assert links.application_of(token[:-1] + "x", at=timezone.now()) is None


def test_visiting_the_link_shows_a_button_and_changes_nothing(client, application):
    page = client.get(address(application))

    assert page.status_code == 200
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert "Continue" in page.text
    assert "sessionid" not in client.cookies
    assert "session" not in client.cookies
    assert (
        client.get(reverse("candidates:status", args=[application.pk])).status_code
        == 404
    )


def test_pressing_it_leads_to_a_clean_address(client, application):
    page = open_by_link(client, application)

    assert page.redirect_chain == [
        (reverse("candidates:status", args=[application.pk]), 302)
    ]
    assert application.reference in page.text
    assert links.token_for(application) not in page.text


def test_the_link_is_exchanged_only_by_its_own_form(application):
    client = Client(enforce_csrf_checks=True)
    client.get(address(application))

    for given in ({}, {"proof": ""}, {"proof": "guessed"}):
        assert client.post(address(application), given).status_code == 403
    assert Client().post(address(application), {"proof": ""}).status_code == 403
    assert open_by_link(client, application).status_code == 200


@pytest.mark.parametrize("token", ["x", "a" * 43, "%00", "..", "ü" * 20])
@pytest.mark.usefixtures("application")
def test_a_wrong_link_is_not_found(client, token):
    assert client.get(f"/status/{token}/").status_code == 404
    assert client.post(f"/status/{token}/").status_code == 404


def test_the_link_of_a_draft_leads_back_into_the_form(client):
    make.organisation()
    draft, token = intake.start(make.published(), at=timezone.now())

    page = open_by_link(client, draft)

    assert token == links.token_for(draft)
    assert "Go on where you were" in page.text


def test_a_strangers_application_is_not_found(client, application):
    other = make.application(application.position, email="b@mail.example")
    open_by_link(client, other)

    for name in ("candidates:status", "candidates:withdraw"):
        assert client.get(reverse(name, args=[application.pk])).status_code == 404
        assert client.post(reverse(name, args=[application.pk])).status_code in {
            404,
            405,
        }
    application.refresh_from_db()
    assert application.status == Status.SUBMITTED


def test_withdrawing_asks_first(client, application):
    open_by_link(client, application)
    leave = reverse("candidates:withdraw", args=[application.pk])

    asked = client.get(leave)
    application.refresh_from_db()
    assert application.status == Status.SUBMITTED
    done = client.post(leave, follow=True)

    application.refresh_from_db()
    assert "Keep it" in asked.text
    assert application.status == Status.WITHDRAWN
    assert "You withdrew your application" in done.text


def test_a_decision_that_was_not_told_is_not_on_the_page(client, application):
    pipeline.move(
        application,
        Status.NOT_SELECTED,
        by=application.position.owner,
        at=timezone.now(),
        reason_code="LESS_EVIDENCE",
        note="A private note.",
    )

    before = open_by_link(client, application)
    pipeline.announce(application, by=application.position.owner, at=timezone.now())
    after = client.get(reverse("candidates:status", args=[application.pk]))

    assert "is being reviewed" in before.text
    assert "did not choose" not in before.text
    assert "We did not choose you" in after.text
    assert "A private note." not in after.text


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.DRAFT])
def test_every_status_has_a_page(client, application, status):
    Application.objects.filter(pk=application.pk).update(
        status=status,
        decided_by=application.position.owner,
        decided_at=timezone.now(),
        outcome_sent_at=timezone.now(),
        reason_code="LESS_EVIDENCE",
    )

    page = open_by_link(client, application)

    assert page.status_code == 200
    assert application.position.title in page.text


def test_the_page_asks_the_same_number_of_questions_of_one_row_and_three(client):
    make.organisation()
    position = make.published()
    counts = []
    for rows in (1, 3):
        application = make.application(
            position,
            email=f"{rows}@mail.example",
            work=[Job(f"Clerk {n}") for n in range(rows)],
            education=[Study(f"Course {n}") for n in range(rows)],
        )
        open_by_link(client, application)
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("candidates:status", args=[application.pk]))
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_the_page_says_how_far_the_situations_are(client, application):
    open_by_link(client, application)
    now = timezone.now()

    def shown():
        page = client.get(reverse("candidates:status", args=[application.pk]))
        return " ".join(page.text.split())

    waiting = shown()
    attempt = attempts.begin(application, at=now)
    opened = shown()
    for sheet in attempts.sheets_of(attempt)[:2]:
        attempts.save(attempt, sheet.mark, attempts.Given({1: 5}))
    begun = shown()
    application.refresh_from_db()
    attempts.finish(attempt, at=now + dt.timedelta(hours=2))
    done = shown()
    pipeline.withdraw(application, at=now + dt.timedelta(hours=3))
    left = shown()

    assert application.scenarios_begun_at == now
    assert "Open the situations" in waiting
    assert "Open the situations" in opened
    assert "Go on with the situations" in begun
    assert "What you rated is saved" in begun
    assert "You have answered the short situations." in done
    assert "Answered on" in done
    assert "Open the situations" not in done
    assert "Go on with" not in done
    assert "Answered on" in left
    assert "Nothing more is needed from you." in left
    assert "You have answered" not in left
    assert "Ask for an adjustment" not in left
