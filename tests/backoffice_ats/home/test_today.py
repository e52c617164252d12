"""The start page: what needs this person today, in a fixed number of queries."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from backoffice_ats.accounts.enums import Role
from backoffice_ats.home import needs
from candidates.enums import DocumentState
from candidates.models import Application, Document
from candidates.stages import Status
from positions.models import Position
from positions.services import lifecycle
from screening.models import Work
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def hr():
    make.organisation(reply_within_days=14)
    return make.user(Role.HR_MANAGER)


def told(user, at=None):
    today = needs.today(user, at=at or timezone.now())
    return [need.title for group in today.groups for need in group.needs]


def test_nobody_is_needed_where_nothing_is(hr):
    today = needs.today(hr, at=timezone.now())
    assert today.count == 0
    assert today.title == "Nothing needs you now"


def test_a_draft_waits_to_be_finished(hr):
    make.draft(by=hr, title="Office manager")
    today = needs.today(hr, at=timezone.now())
    assert told(hr) == ["Finish Office manager"]
    assert today.title == "One thing needs you"


def test_applications_nobody_read_are_counted_with_the_oldest(hr):
    position = make.published(by=hr)
    at = timezone.now()
    make.application(position, at=at - dt.timedelta(days=6))
    make.application(position, at=at)
    groups = needs.today(hr, at=at).groups
    need = next(n for g in groups for n in g.needs if "not been read" in n.title)
    assert need.title == "2 applications have not been read"
    assert "has waited since" in need.text
    assert need.url == f"/positions/{position.slug}/ranking/"


def test_a_position_that_closes_soon_is_named(hr):
    at = timezone.now()
    position = make.published(by=hr, title="Settlements clerk")
    Position.objects.update(closes_at=at + dt.timedelta(days=3))
    assert any(t.startswith("Settlements clerk closes on") for t in told(hr, at))
    Position.objects.update(closes_at=at + dt.timedelta(days=30))
    assert not any("closes on" in title for title in told(hr, at))
    assert position.slug


def test_promised_and_late_comes_first(hr):
    at = timezone.now()
    position = make.published(by=hr)
    make.application(position)
    Position.objects.update(closes_at=at - dt.timedelta(days=16))
    first = needs.today(hr, at=at).groups[0]
    assert first.heading == "Promised and late"
    assert first.needs[0].title.startswith("1 person was promised an answer by")
    Position.objects.update(closes_at=at - dt.timedelta(days=13))
    assert all("promised" not in title for title in told(hr, at))


def test_filled_seats_leave_people_to_be_told(hr):
    position = make.published(by=hr, openings=1)
    make.application(position, status=Status.HIRED)
    make.application(position, status=Status.INTERVIEW, email="b@mail.example")
    assert "All openings are filled; 1 person has no outcome" in told(hr)
    assert "1 decision has not been told" in told(hr)


def test_what_the_machine_could_not_do_is_said(hr):
    application = make.application(make.published(by=hr))
    make.document(application)
    Document.objects.update(state=DocumentState.UNREADABLE, reason="SCAN")
    Work.objects.update(wanted=5, done=1, attempts=9)
    assert "1 CV could not be read by the system" in told(hr)
    assert "1 evaluation does not come to an end" in told(hr)


def test_an_administrator_sets_up_the_house_first():
    administrator = make.user(Role.ADMINISTRATOR, last_login=timezone.now())
    assert told(administrator)[0] == "Say who hires here"
    hr = make.user(Role.HR_MANAGER)
    assert "Say who hires here" not in told(hr)
    make.organisation()
    titles = told(administrator)
    assert "Say who hires here" not in titles
    assert "An invitation has not been taken up" in titles


def test_the_number_of_queries_does_not_grow(hr, client):
    client.force_login(hr)

    def count():
        with CaptureQueriesContext(connection) as seen:
            assert client.get("/").status_code == 200
        return len(seen)

    for number in range(2):
        make.application(make.published(by=hr, title=f"Clerk {number}"))
    few = count()
    for number in range(5):
        position = make.published(by=hr, title=f"Accountant {number}")
        make.application(position)
        make.application(position, email="other@mail.example")
    assert count() == few


def test_a_panel_member_sees_only_positions_they_serve_on(client, hr):
    mine, other = (make.published(by=hr, title=title) for title in ("Mine", "Not mine"))
    make.application(mine)
    make.application(other)
    client.force_login(make.member(mine).user)
    page = client.get("/").content.decode()
    assert "1 application to review" in page
    assert mine.title in page
    assert other.title not in page


def test_a_panel_member_without_a_team_is_told_why_it_is_empty(client):
    client.force_login(make.user(Role.PANEL_MEMBER))
    assert "You are on no hiring team yet" in client.get("/").content.decode()


def test_an_auditor_sees_what_happened_last(client, hr):
    make.published(by=hr, title="Payroll accountant")
    client.force_login(make.user(Role.AUDITOR))
    page = client.get("/").content.decode()
    assert "What happened last" in page
    assert "Payroll accountant" in page


def test_strangers_find_the_jobs_at_the_front_door(client, hr):
    position = make.published(by=hr, title="Payroll accountant")
    page = client.get("/").content.decode()
    assert "Payroll accountant" in page
    assert f"/jobs/{position.slug}/" in page
    lifecycle.close(position, by=hr, at=timezone.now())
    assert "Payroll accountant" not in client.get("/").content.decode()


# ---- search ----


def search(client, words):
    return client.get("/search/", {"q": words}).content.decode()


def test_search_finds_positions_and_people(client, hr):
    position = make.published(by=hr, title="Payroll accountant")
    application = make.application(position, name="Siân Maddocks")
    client.force_login(hr)
    assert position.get_absolute_url() in search(client, "payroll")
    found = search(client, "maddocks")
    assert "Siân Maddocks" in found
    assert application.get_absolute_url() in found
    assert application.get_absolute_url() in search(client, application.reference)
    assert "Nothing found" in search(client, "nobody of that name")


def test_search_does_not_lift_the_blind(client, hr):
    blind = make.published(by=hr, blind_review=True)
    application = make.application(blind, name="Siân Maddocks", email="sian@m.example")
    client.force_login(make.member(blind).user)
    assert application.get_absolute_url() not in search(client, "maddocks")
    assert application.get_absolute_url() not in search(client, "sian@m.example")
    by_code = search(client, application.code)
    assert application.get_absolute_url() in by_code
    assert "Maddocks" not in by_code


def test_search_finds_nothing_of_other_teams_nor_drafts(client, hr):
    position = make.published(by=hr, title="Payroll accountant", blind_review=False)
    application = make.application(position, name="Siân Maddocks")
    client.force_login(make.user(Role.PANEL_MEMBER))
    assert application.get_absolute_url() not in search(client, "maddocks")
    assert position.get_absolute_url() not in search(client, "payroll")
    client.force_login(hr)
    Application.objects.create(position=position)
    assert "Not sent yet" not in search(client, "maddocks")


@pytest.mark.parametrize(
    "words",
    ["", "\x00", "x" * 10_000, "<script>alert(1)</script>", "{{7*7}}", "%", "_", "\\",
     "'; DROP TABLE positions_position; --", "\u202e", "a\r\nb"],
)  # fmt: skip
def test_hostile_words_find_nothing_and_break_nothing(client, hr, words):
    client.force_login(hr)
    response = client.get("/search/", {"q": words, "page": "-1'"})
    assert response.status_code == 200
    assert "<script>alert(1)" not in response.content.decode()
