"""The list of positions for HR: what it says, how it is filtered, kept and exported."""

import csv
import datetime as dt
import io

import pytest
from django.urls import reverse
from django.utils import timezone

from backoffice_ats.accounts.enums import Role
from candidates.stages import Status
from positions.models import Position, SavedView
from positions.services import approvals, export, lifecycle, listing
from positions.services.approvals import StepRow
from tests import make

pytestmark = pytest.mark.django_db

LIST = "/positions/"


@pytest.fixture
def hr(client):
    make.organisation()
    user = make.user(Role.HR_MANAGER, name="Ruth Adeyemi")
    client.force_login(user)
    return user


def titles(client, **query):
    page = client.get(LIST, query).context["page"]
    return [position.title for position in page]


def row_of(position, at=None):
    return listing.rows_of([position], at=at or timezone.now())[0]


def apply(position, status, number=1):
    for n in range(number):
        make.application(position, status=status, email=f"{status}{n}@mail.example")


# ---- what a row says ----


def test_a_row_counts_each_stage_and_nobody_twice(hr):
    position = make.published(by=hr, openings=3)
    for _ in range(3):
        make.member(position)  # a join more must not multiply the counts
    apply(position, Status.SUBMITTED, 2)
    apply(position, Status.INTERVIEW)
    apply(position, Status.HIRED)
    apply(position, Status.NOT_SELECTED)
    row = row_of(position)
    assert [(stage.label, stage.n) for stage in row.stages] == [
        ("Received", 2),
        ("In review", 0),
        ("Shortlist", 0),
        ("Interview", 1),
        ("Offer", 0),
    ]
    assert (row.hired, row.applications) == (1, 5)


def test_days_open_run_from_publishing_to_closing(hr):
    at = timezone.now()
    position = make.published(by=hr, at=at - dt.timedelta(days=9))
    assert row_of(position).days == 9
    later = at + dt.timedelta(days=90)
    assert row_of(position, later).days == 16  # the closing moment has ended it
    lifecycle.close(position, by=hr, at=at - dt.timedelta(days=2))
    assert row_of(position, later).days == 7
    assert row_of(make.position(by=hr)).days is None


def test_a_row_says_whom_it_waits_for(hr):
    draft = make.position(by=hr)
    head = make.user(Role.PANEL_MEMBER, name="Henrik Lund")
    approvals.set_chain([StepRow("Budget", head)], by=hr)
    assert row_of(draft).waits == ""
    lifecycle.send_for_approval(draft, by=hr, at=timezone.now())
    assert row_of(draft).waits == "Waiting for approval by Henrik Lund"
    approvals.approve(draft, by=head, at=timezone.now())
    assert row_of(draft).waits == "Approved, not published yet"
    lifecycle.publish(draft, by=hr, at=timezone.now())
    apply(draft, Status.SUBMITTED, 2)
    assert row_of(draft).waits == "Panel: 2 to review"
    Position.objects.update(openings=1)
    draft.refresh_from_db()
    apply(draft, Status.HIRED)
    assert row_of(draft).waits == "Every opening is filled; it can be closed"


def test_a_row_marks_what_closes_soon_and_what_the_clock_has_closed(hr):
    at = timezone.now()
    position = make.published(by=hr)
    assert position.closes_at is not None
    assert not row_of(position, at).closes_soon
    near = row_of(position, position.closes_at - dt.timedelta(days=3))
    assert (near.closes_soon, near.is_past) == (True, False)
    over = row_of(position, position.closes_at)
    assert (over.closes_soon, over.is_past) == (False, True)


# ---- queries ----


@pytest.mark.parametrize("number", [1, 30])
def test_the_page_needs_the_same_queries_for_any_length(
    client, hr, number, django_assert_num_queries
):
    for n in range(number):
        position = make.draft(by=hr, title=f"Clerk {n}")
        position.status = "OPEN"
        position.published_at = timezone.now()
        position.closes_at = timezone.now() + dt.timedelta(days=9)
        position.save()
        make.application(position)
    with django_assert_num_queries(11):
        client.get(LIST)


# ---- finding ----


def test_filters_combine(client, hr):
    other = make.user(Role.HR_MANAGER)
    make.published(by=hr, title="Mine", department="Finance")
    make.published(by=other, title="Hers", department="Finance")
    make.draft(by=hr, title="Draft", department="Archive")
    soon = make.published(by=other, title="Soon", department="Archive")
    Position.objects.filter(pk=soon.pk).update(
        closes_at=timezone.now() + dt.timedelta(days=2)
    )
    assert sorted(titles(client, department="Finance")) == ["Hers", "Mine"]
    assert sorted(titles(client, mine="on")) == ["Draft", "Mine"]
    assert titles(client, soon="on") == ["Soon"]
    assert titles(client, mine="on", department="Finance") == ["Mine"]
    assert len(titles(client, department="no such department")) == 4


def test_what_is_archived_shows_only_when_asked_for(client, hr):
    position = make.position(by=hr, title="Put away")
    lifecycle.archive(position, by=hr)
    assert titles(client) == []
    assert titles(client, status="ARCHIVED") == ["Put away"]
    lifecycle.restore(position, by=hr)
    assert (titles(client), position.is_draft) == (["Put away"], True)


def test_sorting_by_applications_and_by_days(client, hr):
    at = timezone.now()
    old = make.published(by=hr, title="Old", at=at - dt.timedelta(days=5))
    make.published(by=hr, title="New", at=at)
    apply(old, Status.SUBMITTED, 2)
    assert titles(client, sort="-applications") == ["Old", "New"]
    assert titles(client, sort="applications") == ["New", "Old"]
    assert titles(client, sort="-days") == ["Old", "New"]
    assert titles(client, sort="days") == ["New", "Old"]


def test_a_panel_member_sees_a_simple_list(client):
    make.organisation()
    position = make.published()
    client.force_login(make.member(position).user)
    page = client.get(LIST).content.decode()
    assert position.title in page
    assert "Days open" not in page
    assert "Export" not in page


# ---- kept views ----


def test_a_view_is_kept_renamed_and_deleted(client, hr):
    save = reverse("positions:view_save")
    query = {"q": "clerk", "mine": "on", "page": "3", "evil": "x"}
    response = client.post(save, {"view-name": "My clerks", **query})
    assert response.url == "/positions/?q=clerk&mine=on"
    view = SavedView.objects.get()
    assert (view.user, view.query) == (hr, "q=clerk&mine=on")
    chips = client.get("/positions/?q=clerk&mine=on").context["view_chips"]
    assert [(chip["text"], chip["current"]) for chip in chips] == [("My clerks", True)]

    client.post(
        reverse("positions:view_rename", args=[view.pk]), {f"view-{view.pk}-name": "B"}
    )
    view.refresh_from_db()
    assert view.name == "B"
    client.post(reverse("positions:view_delete", args=[view.pk]))
    assert not SavedView.objects.exists()


def test_views_are_their_owners_alone(client, hr):
    other = SavedView.objects.create(user=make.user(), name="Theirs", query="q=a")
    assert client.get(LIST).context["view_chips"] == []
    for name in ("view_rename", "view_delete"):
        address = reverse(f"positions:{name}", args=[other.pk])
        assert client.post(address, {}).status_code == 404


def test_two_views_have_two_names(client, hr):
    one, two = (
        SavedView.objects.create(user=hr, name=name, query="q=a") for name in "AB"
    )
    response = client.post(
        reverse("positions:view_rename", args=[two.pk]),
        {f"view-{two.pk}-name": one.name},
        follow=True,
    )
    assert "You have a view of that name already." in response.content.decode()


# ---- export ----


def exported(client, **query):
    response = client.get(reverse("positions:export"), query)
    assert response.streaming
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_the_export_is_what_is_filtered_every_page_of_it(client, hr):
    for n in range(27):
        make.draft(by=hr, title=f"Clerk {n:02}")
    make.published(by=hr, title="Buyer")
    rows = exported(client, q="clerk", sort="title")
    assert [row["Title"] for row in rows] == [f"Clerk {n:02}" for n in range(27)]
    assert [row["Status"] for row in exported(client, status="OPEN")] == ["Open"]


def test_the_export_says_what_the_list_says(client, hr):
    position = make.published(by=hr, openings=2)
    apply(position, Status.SUBMITTED, 2)
    row = exported(client)[0]
    assert (row["Received"], row["Applications"], row["Openings"]) == ("2", "2", "2")
    assert (row["Owner"], row["Waits for"]) == ("Ruth Adeyemi", "Panel: 2 to review")
    assert row["Closes"].startswith(str(timezone.localtime(position.closes_at).year))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(start):
    assert export.harmless(f"{start}HYPERLINK(0)") == f"'{start}HYPERLINK(0)"


@pytest.mark.parametrize("cell", ["Clerk", "a=b", "", None, 5])
def test_plain_cells_stay_as_they_are(cell):
    assert export.harmless(cell) == ("" if cell is None else str(cell))


def test_a_title_that_is_a_formula_is_exported_as_text(client, hr):
    make.draft(by=hr, title="=cmd|' /C calc'!A0", department="@SUM(1+1)")
    row = exported(client)[0]
    assert (row["Title"], row["Department"]) == (
        "'=cmd|' /C calc'!A0",
        "'@SUM(1+1)",
    )
