"""The talent pool: in by one's own consent, asked before it ends, out on the day."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates.enums import LetterKind
from candidates.models import Application, Candidate, PoolConsent
from candidates.services import pipeline, pool, retention
from candidates.stages import Status
from positions.services import lifecycle
from tests import make
from tests.candidates.test_status import open_by_link

pytestmark = pytest.mark.django_db


@pytest.fixture
def application():
    make.organisation()
    return make.application(make.published())


def later(days):
    return timezone.now() + dt.timedelta(days=days)


def test_an_applicant_joins_goes_on_and_leaves_on_their_own_page(client, application):
    open_by_link(client, application)
    address = reverse("candidates:keep_in_mind", args=[application.pk])

    asked = client.get(address)
    assert not PoolConsent.objects.exists()
    joined = client.post(address, follow=True)
    consent = PoolConsent.objects.get()
    again = client.get(address)
    client.post(address, {"leave": "1"})

    assert "You can end it here at any time." in asked.text
    assert "We keep you in mind until" in joined.text
    assert (consent.until - timezone.localdate()).days in {365, 366}
    assert "Take me off the list" in again.text
    assert not PoolConsent.objects.exists()


def test_somebody_is_asked_once_a_month_before_and_leaves_on_the_day(application):
    pool.join(application, at=timezone.now())

    assert pool.run(at=later(300)) == (0, 0)
    assert pool.run(at=later(340)) == (1, 0)
    assert pool.run(at=later(341)) == (0, 0)
    letter = application.letters.get(kind=LetterKind.POOL)
    assert "you need do nothing" in letter.body
    assert pool.run(at=later(367)) == (0, 1)
    assert not PoolConsent.objects.exists()


def test_who_says_yes_stays_another_year_and_is_asked_again(application):
    pool.join(application, at=timezone.now())
    pool.run(at=later(340))

    pool.join(application, at=later(341))

    assert pool.run(at=later(400)) == (0, 0)
    assert pool.run(at=later(690)) == (1, 0)


def test_a_consent_keeps_the_data_and_its_end_lets_it_go(application):
    pipeline.move(
        application,
        Status.NOT_SELECTED,
        by=application.position.owner,
        at=timezone.now(),
        reason_code="LESS_EVIDENCE",
    )
    lifecycle.close(
        application.position, by=application.position.owner, at=timezone.now()
    )
    pool.join(application, at=timezone.now())

    retention.run(at=later(300))
    assert Candidate.objects.exists()

    pool.run(at=later(370))
    retention.run(at=later(370))
    assert not Application.objects.exists()


def test_staff_see_their_own_positions_members_only(client, application):
    pool.join(application, at=timezone.now())
    secret = make.application(make.published(confidential=True), name="Hidden Hana")
    pool.join(secret, at=timezone.now())
    client.force_login(application.position.owner)

    shown = client.get(reverse("candidates:pool"))

    assert application.candidate.name in shown.text
    assert "Hidden Hana" not in shown.text
