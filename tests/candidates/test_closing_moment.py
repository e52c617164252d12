"""Closing at the stated moment, by the database's clock; and who has begun before."""

import datetime as dt

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from candidates.models import Application
from candidates.services import intake, standing
from positions.models import Position
from positions.services import lifecycle
from tests import make
from tests.candidates.test_apply import answer_everything, begin

pytestmark = pytest.mark.django_db

MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def position():
    make.organisation()
    return make.published(grace_minutes=30)


def database_now():
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]


def close_in(position, left):
    """Let the closing moment lie so far ahead, by the database's clock."""
    Position.objects.filter(pk=position.pk).update(closes_at=database_now() + left)


def fill(client, position):
    begin(client, position)
    answer_everything(client, position)


def begun(position, ago):
    draft, _token = intake.start(position, at=timezone.now())
    Application.objects.filter(pk=draft.pk).update(begun_at=database_now() - ago)
    draft.refresh_from_db()
    return draft


@pytest.mark.parametrize(
    ("begun_before", "closed_before", "taken"),
    [
        (60, -5, True),  # still open
        (60, 1, True),  # begun before, within the grace
        (60, 29, True),
        (60, 31, False),  # the grace is over
        (10, 20, False),  # begun after it closed
    ],
)
def test_a_draft_is_taken_by_when_it_was_begun(
    position, begun_before, closed_before, taken
):
    draft = begun(position, begun_before * MINUTE)
    close_in(position, -closed_before * MINUTE)
    assert intake.takes(draft) is taken


def test_without_grace_closed_is_closed(position):
    draft = begun(position, 60 * MINUTE)
    Position.objects.update(grace_minutes=0)
    close_in(position, -MINUTE)
    assert not intake.takes(draft)


def test_the_clock_of_the_web_server_does_not_decide(position):
    """A server whose clock is wrong takes no application too late, and none too early."""
    close_in(position, -MINUTE)
    with pytest.raises(intake.PositionClosedError):
        intake.start(position, at=timezone.now() - dt.timedelta(days=9))
    close_in(position, 60 * MINUTE)
    draft, _token = intake.start(position, at=timezone.now() + dt.timedelta(days=99))
    assert abs(draft.begun_at - database_now()) < MINUTE


def test_closing_passes_between_the_page_and_its_answer(client, position):
    """Begun before: sent within the grace, refused after, and what was typed is kept."""
    fill(client, position)
    draft = Application.objects.get()
    check = reverse("candidates:apply_step", args=[position.slug, "check"])
    assert client.get(check).status_code == 200

    close_in(position, -31 * MINUTE)
    Application.objects.update(begun_at=database_now() - dt.timedelta(hours=2))
    refused = client.post(check)
    assert refused.status_code == 409
    assert "Your answers are kept" in refused.content.decode()
    draft.refresh_from_db()
    assert (draft.status, bool(draft.answers["contact"])) == ("DRAFT", True)

    close_in(position, -29 * MINUTE)
    page = client.get(check).content.decode()
    assert "You began before that, so you can send yours until" in page
    assert client.post(check).status_code == 302
    draft.refresh_from_db()
    assert draft.status == "SUBMITTED"


def test_what_is_typed_after_closing_is_kept_though_it_cannot_be_sent(client, position):
    fill(client, position)
    close_in(position, -40 * MINUTE)
    contact = reverse("candidates:apply_step", args=[position.slug, "contact"])
    response = client.post(contact, {"name": "Ada Okafor", "email": "ada@mail.example"})
    assert response.status_code == 409
    assert Application.objects.get().answers["contact"]["name"] == "Ada Okafor"


def test_nobody_begins_after_closing(client, position):
    close_in(position, -MINUTE)
    address = reverse("candidates:apply", args=[position.slug])
    assert client.get(address).status_code == 404
    assert client.post(address).status_code == 404
    assert not Application.objects.exists()


def test_who_has_begun_finds_back_within_the_grace(client, position):
    fill(client, position)
    Application.objects.update(begun_at=database_now() - dt.timedelta(hours=2))
    close_in(position, -MINUTE)
    assert (
        client.get(reverse("candidates:apply", args=[position.slug])).status_code == 200
    )


def test_a_paused_position_keeps_drafts_and_says_so(client, position):
    fill(client, position)
    lifecycle.pause(position, by=position.owner)
    check = reverse("candidates:apply_step", args=[position.slug, "check"])
    response = client.post(check)
    assert response.status_code == 409
    assert "is paused" in response.content.decode()
    closes_at = timezone.now() + dt.timedelta(days=3)
    lifecycle.reopen(
        position, by=position.owner, at=timezone.now(), closes_at=closes_at
    )
    assert client.post(check).status_code == 302
    assert Application.objects.get().status == "SUBMITTED"


def test_pages_say_when_it_closes_once_it_is_near(position):
    closes_at = position.closes_at
    assert standing.closing_near(position, at=closes_at - 25 * 60 * MINUTE) is None
    near = standing.closing_near(position, at=closes_at - MINUTE)
    assert near is not None
    assert (near.is_over, near.ends_at - near.closes_at) == (False, 30 * MINUTE)
    over = standing.closing_near(position, at=closes_at)
    assert over is not None
    assert over.is_over
