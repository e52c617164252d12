"""A surge of applications is told to staff; nothing is held back for it."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from candidates.models import Application
from candidates.services import surges
from tests import make

pytestmark = pytest.mark.django_db

NOW = timezone.now()


@pytest.fixture
def position():
    make.organisation()
    return make.published(at=NOW - dt.timedelta(days=10))


def came(position, count, *, ago):
    for number in range(count):
        make.application(
            position,
            email=f"{ago}{number}@mail.example",
            at=timezone.now() - ago,
            source="FORM",
        )


def seen(position):
    return surges.surges_among([position], at=timezone.now())


def test_thirty_in_an_hour_are_many_where_few_came_before(position, monkeypatch):
    monkeypatch.setattr(surges, "FEWEST", 6)
    came(position, 5, ago=dt.timedelta(minutes=20))
    before = seen(position)
    came(position, 1, ago=dt.timedelta(minutes=10))

    assert before == {}
    assert seen(position) == {position.pk: 6}


def test_what_is_usual_here_is_no_surge(position, monkeypatch):
    monkeypatch.setattr(surges, "FEWEST", 2)
    monkeypatch.setattr(surges, "USUAL_OVER", dt.timedelta(hours=3))
    came(position, 4, ago=dt.timedelta(minutes=20))
    came(position, 2, ago=dt.timedelta(minutes=90))

    assert seen(position) == {}


def test_staff_read_of_a_surge_and_everything_is_still_there(
    client, position, monkeypatch
):
    monkeypatch.setattr(surges, "FEWEST", 3)
    came(position, 3, ago=dt.timedelta(minutes=20))
    client.force_login(position.owner)
    pipeline = reverse("candidates:pipeline", args=[position.slug])

    assertContains(client.get(pipeline), "3 applications within an hour")
    assertContains(client.get("/"), "3 applications within an hour")
    assert Application.objects.filter(suspected_spam=True).count() == 0
    assert Application.objects.submitted().count() == 3


def test_a_quiet_day_says_nothing(client, position):
    came(position, 1, ago=dt.timedelta(minutes=20))
    client.force_login(position.owner)

    assertNotContains(client.get("/"), "within an hour")
