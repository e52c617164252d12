"""The trail in words: who, what, from what to what; filtered, and page by page."""

import datetime as dt

import pghistory
import pytest
from django.utils import timezone

from backoffice_ats.accounts.enums import Role
from backoffice_ats.accounts.services import people
from backoffice_ats.audit.enums import Kind
from backoffice_ats.audit.models import Act
from backoffice_ats.audit.services import acts, trail
from positions.enums import CloseReason, PositionStatus
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def ruth():
    return make.user(Role.HR_MANAGER, name="Ruth Adeyemi")


@pytest.fixture
def position(ruth):
    with pghistory.context(user=ruth.pk):
        return make.published(by=ruth, title="Payroll accountant")


def sentences(**filters):
    page = trail.read(trail.Filters(**filters), size=500)
    return [f"{entry.who} {entry.text}" for entry in page.entries]


def test_a_changed_weight_reads_as_a_sentence(position, ruth):
    criterion = position.criteria.order_by("order").last()
    old = criterion.weight
    with pghistory.context(user=ruth.pk):
        criterion.weight = old + 7
        criterion.save()
    words = f"Ruth Adeyemi changed weight from {old} to {old + 7} of the criterion “"
    assert any(line.startswith(words + criterion.title[:20]) for line in sentences())


def test_the_life_of_a_position_is_told_in_its_own_words(position):
    told = sentences(position=position.pk)
    assert "Ruth Adeyemi created the position “Payroll accountant”" in told
    assert "Ruth Adeyemi published “Payroll accountant”" in told
    assert any("froze plan version 1" in line for line in told)
    assert any("added the duty “Runs the monthly payroll" in line for line in told)


def test_a_team_and_a_role_are_told_by_name(position, ruth):
    henrik = make.user(Role.PANEL_MEMBER, name="Henrik Lund")
    with pghistory.context(user=ruth.pk):
        member = make.member(position, henrik)
        member.delete()
        people.change(
            henrik.pk,
            name=henrik.name,
            role=Role.AUDITOR,
            by=ruth,
            at=timezone.now(),
        )
    told = sentences()
    assert "Ruth Adeyemi put Henrik Lund on the hiring team" in told
    assert "Ruth Adeyemi took Henrik Lund off the hiring team" in told
    assert (
        "Ruth Adeyemi changed role from “Panel member” to “Auditor” of Henrik Lund"
        in told
    )


def test_a_save_that_changes_nothing_is_no_line(position):
    before = sentences()
    position.save()  # only `updated_at`
    assert sentences() == before


def test_bulk_updates_are_seen_too(position, ruth):
    with pghistory.context(user=ruth.pk):
        type(position).objects.filter(pk=position.pk).update(
            title="Senior payroll accountant"
        )
    assert "from “Payroll accountant” to “Senior payroll accountant”" in sentences()[0]


def test_events_without_a_person_are_the_system_s(position):
    position.status = PositionStatus.CLOSED
    position.closed_at = timezone.now()
    position.close_reason = CloseReason.CLOSED
    with pghistory.context(task="sweeper"):
        position.save()
    assert sentences()[0] == "The system closed “Payroll accountant”"


def test_filters_narrow_and_add_up(position, ruth):
    other = make.user(Role.ADMINISTRATOR, name="Ada Admin")
    at = timezone.now()
    acts.record(Act.REVEALED, position, by=other, at=at, position_id=position.pk)
    elsewhere = make.published(by=other)

    assert all(line.startswith("Ruth Adeyemi") for line in sentences(person=ruth.pk))
    by_ada = sentences(person=other.pk, kind=Kind.READING)
    assert by_ada == ["Ada Admin revealed the name behind an application"]
    assert sentences(kind=Kind.APPLICATIONS) == []
    page = trail.read(trail.Filters(position=elsewhere.pk), size=500)
    assert {entry.position_slug for entry in page.entries} == {elsewhere.slug}
    assert sentences(since=at + dt.timedelta(days=1)) == []
    assert sentences(until=at - dt.timedelta(days=1)) == []


@pytest.mark.usefixtures("position")
def test_pages_join_without_a_gap_or_a_repeat():
    # All events of one transaction carry the same moment: the hardest case.
    whole = trail.read(trail.Filters(), size=1000).entries
    joined, after = [], None
    while True:
        page = trail.read(trail.Filters(), after=after, size=4)
        joined += page.entries
        if not page.next:
            break
        after = trail.Cursor.parse(page.next)
    assert len(whole) > 12
    assert joined == whole
    moments = [entry.at for entry in whole]
    assert moments == sorted(moments, reverse=True)


@pytest.mark.parametrize(
    "text",
    ["", "x", "~~", "2026-01-01~a~1", "2026-13-01T00:00:00Z~a~1", "\x00~\x00~1",
     "2026-01-01T00:00:00Z~a~" + "9" * 40, "2026-01-01T00:00:00Z~a~-1"],
)  # fmt: skip
def test_a_made_up_cursor_is_no_cursor(text):
    assert trail.Cursor.parse(text) is None


def test_the_number_of_queries_does_not_grow(position, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        trail.read(trail.Filters(), size=5)
    for number in range(20):
        criterion = position.criteria.first()
        criterion.weight = number
        criterion.save()
    with django_assert_max_num_queries(6):
        trail.read(trail.Filters(), size=50)


def test_the_page_filters_by_what_stands_in_the_address(client, position, ruth):
    client.force_login(ruth)
    page = client.get("/trail/", {"kind": "definition", "position": position.slug})
    assert "froze plan version 1" in page.content.decode()
    empty = client.get("/trail/", {"kind": "corrections"}).content.decode()
    assert "Nothing like that" in empty
    far = client.get("/trail/", {"since": "2031-01-01"}).content.decode()
    assert "Nothing like that" in far


@pytest.mark.usefixtures("position")
@pytest.mark.parametrize(
    "query",
    [
        {"kind": "'; DROP TABLE"},
        {"person": "x' OR 1=1"},
        {"position": "\x00"},
        {"since": "yesterday"},
        {"since": "2026-02-02", "until": "2026-01-01"},
        {"until": "9999-12-31"},
        {"since": "0001-01-01"},
        {"after": "2026-01-01T00:00:00Z~';--~1"},
    ],
)
def test_hostile_filters_are_no_error(client, ruth, query):
    client.force_login(ruth)
    assert client.get("/trail/", query).status_code == 200


@pytest.mark.usefixtures("position")
def test_a_link_s_secret_never_reaches_the_trail(client, ruth):
    """The route's name is kept; the path, which holds the token, is not."""
    secret = "s3cr3t-token-of-43-letters"
    response = client.post(
        "/account/login/",
        {"login": ruth.email, "password": make.PASSWORD},
        query_params={"next": f"/status/{secret}/"},
    )
    assert response.status_code == 302
    client.post(f"/status/{secret}/")
    client.post("/account/", {"name": "Ruth", "theme": "DARK"})
    contexts = pghistory.models.Context.objects.values_list("metadata", flat=True)
    assert all("url" not in metadata for metadata in contexts)
    assert not any(secret in str(metadata) for metadata in contexts)


def test_the_route_and_the_person_are_kept(client):
    administrator = make.user(Role.ADMINISTRATOR, name="Ada")
    owen = make.user(name="Owen")
    client.force_login(administrator)
    client.post(f"/account/people/{owen.pk}/stop/")
    metadata = pghistory.models.Context.objects.latest("created_at").metadata
    assert metadata["route"] == "accounts:user_deactivate"
    assert metadata["user"] == administrator.pk
    assert "Ada stopped Owen from logging in" in sentences()


def test_a_position_has_a_trail_of_its_own(client, position, ruth):
    client.force_login(ruth)
    page = client.get(f"/positions/{position.slug}/trail/").content.decode()
    assert "froze plan version 1" in page
    assert client.get("/positions/nowhere/trail/").status_code == 404
