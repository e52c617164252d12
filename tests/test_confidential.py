"""A confidential position: who sees it, and every place where others must not."""

import pytest
from django.urls import reverse
from django.utils import timezone

from backoffice_ats.accounts.enums import Role
from backoffice_ats.home import finder, needs
from candidates.models import Application, Document
from positions.models import Position
from positions.services import approvals, definition, lifecycle
from positions.services.approvals import StepRow
from tests import make

pytestmark = pytest.mark.django_db

SECRET = "Successor of the treasurer"
STAFF_PAGES = [
    "positions:overview",
    "positions:definition",
    "positions:advert",
    "positions:publish",
    "positions:pause",
    "positions:close",
    "positions:reopen",
    "positions:archive",
    "positions:approval",
    "positions:team",
    "positions:example",
    "candidates:pipeline",
    "screening:ranking",
    "audit:position",
]
ACTS = [
    "positions:restore",
    "positions:approval_send",
    "positions:approval_withdraw",
    "positions:approval_decide",
    "positions:approval_comment",
    "positions:freeze",
]
LISTS = [
    "/",
    "/positions/",
    "/positions/?q=treasurer",
    "/positions/?status=OPEN",
    "/positions/?sort=-applications",
    "/search/?q=treasurer",
    "/search/?q=Aoife",
    "/people/",
    "/people/?q=Aoife",
    "/trail/",
    "/trail/?kind=definition",
]


@pytest.fixture
def owner():
    make.organisation()
    return make.user(Role.HR_MANAGER, name="Ruth Adeyemi")


@pytest.fixture
def secret(owner):
    position = make.published(by=owner, title=SECRET, confidential=True)
    make.document(make.application(position))
    return position


@pytest.fixture
def other(client):
    user = make.user(Role.HR_MANAGER, name="Somebody Else")
    client.force_login(user)
    return user


@pytest.mark.parametrize("name", STAFF_PAGES)
def test_another_hr_manager_opens_no_page_of_it(client, secret, other, name):
    address = reverse(name, args=[secret.slug])
    response = client.get(address)
    assert response.status_code == 404
    assert SECRET not in response.content.decode()


@pytest.mark.parametrize("name", ACTS)
def test_another_hr_manager_does_nothing_to_it(client, secret, other, name):
    assert client.post(reverse(name, args=[secret.slug])).status_code == 404


@pytest.mark.parametrize("address", LISTS)
def test_another_hr_manager_finds_it_in_no_list(client, secret, other, address):
    response = client.get(address)
    assert response.status_code == 200
    page = response.content.decode()
    assert SECRET not in page
    assert secret.slug not in page
    assert secret.code not in page
    assert "Aoife Marsh" not in page


@pytest.mark.parametrize("address", ["/positions/", "/", "/search/?q=treasurer"])
def test_the_owner_finds_it(client, secret, owner, address):
    client.force_login(owner)
    assert SECRET in client.get(address).content.decode()


def test_an_export_of_another_hr_manager_leaves_it_out(client, secret, other):
    make.published(by=other, title="Payroll clerk")
    response = client.get(reverse("positions:export"))
    lines = b"".join(response.streaming_content).decode()
    assert "Payroll clerk" in lines
    assert SECRET not in lines


def test_counts_leave_it_out(secret, other):
    assert needs.today(other, at=timezone.now()).positions == 0
    assert not finder.positions("treasurer", other).exists()
    assert not finder.applications("Aoife", other).exists()
    assert not Document.objects.visible_to(other).exists()


SEES = [
    (Role.ADMINISTRATOR, False, True),
    (Role.AUDITOR, False, True),
    (Role.HR_MANAGER, False, False),
    (Role.HR_MANAGER, True, True),
    (Role.PANEL_MEMBER, False, False),
    (Role.PANEL_MEMBER, True, True),
]


@pytest.mark.parametrize(("role", "on_team", "sees"), SEES)
def test_who_sees_it_and_its_applications(secret, role, on_team, sees):
    user = make.user(role)
    if on_team:
        make.member(secret, user)
    assert Position.objects.visible_to(user).exists() is sees
    assert Position.objects.read_by(user).exists() is sees
    assert Application.objects.visible_to(user).exists() is sees


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.HR_MANAGER])
@pytest.mark.parametrize("by_name", [True, False])
def test_an_approver_sees_the_definition_and_not_who_applied(
    client, secret, owner, role, by_name
):
    approver = make.user(role)
    step = StepRow("Budget", approver) if by_name else StepRow("Budget", role=role)
    approvals.set_chain([step], by=owner)
    assert not Position.objects.visible_to(approver).exists()
    definition.update_position(secret, by=owner, openings=4)
    lifecycle.send_for_approval(secret, by=owner, at=timezone.now())

    assert Position.objects.visible_to(approver).exists()
    assert not Application.objects.visible_to(approver).exists()
    client.force_login(approver)
    page = reverse("positions:approval", args=[secret.slug])
    assert "Do you approve this" in client.get(page).content.decode()
    assert f"Approve {SECRET}" in client.get("/").content.decode()
    for name in ("candidates:pipeline", "screening:ranking"):
        assert client.get(reverse(name, args=[secret.slug])).status_code == 404

    decide = reverse("positions:approval_decide", args=[secret.slug])
    client.post(decide, {"answer-act": "approve", "answer-comment": ""})
    secret.refresh_from_db()
    assert secret.openings == 4


def test_a_sender_of_the_role_that_approves_sees_no_more_by_it(secret, owner):
    """The role's step shows it to those who may decide, and not by being sent."""
    stranger = make.user(Role.PANEL_MEMBER)
    approvals.set_chain([StepRow("Budget", role=Role.ADMINISTRATOR)], by=owner)
    make.user(Role.ADMINISTRATOR)
    definition.update_position(secret, by=owner, openings=4)
    lifecycle.send_for_approval(secret, by=owner, at=timezone.now())
    assert not Position.objects.visible_to(stranger).exists()


def test_strangers_find_it_nowhere_and_apply_by_its_link(client, secret):
    job = reverse("positions:job", args=[secret.slug])
    for address in ("/", "/jobs/", "/jobs/?q=treasurer"):
        assert SECRET not in client.get(address).content.decode()
    response = client.get(job)
    assert response.status_code == 200
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert (
        client.get(reverse("candidates:apply", args=[secret.slug])).status_code == 200
    )


def test_a_listed_position_may_be_found(client, owner):
    response = client.get(
        reverse("positions:job", args=[make.published(by=owner).slug])
    )
    assert "X-Robots-Tag" not in response.headers


def test_who_would_lose_sight_of_it_cannot_hide_it(client, owner, other):
    position = make.position(by=owner)
    about = {
        "about-title": position.title,
        "about-department": position.department,
        "about-openings": "2",
        "about-summary": position.summary,
        "about-closes_at": "2027-11-18T23:59",
        "about-grace_minutes": "60",
        "about-confidential": "on",
    }
    address = reverse("positions:section", args=[position.slug, "about"])
    response = client.post(address, about)
    assert "You would lose sight of it" in response.content.decode()
    position.refresh_from_db()
    assert not position.confidential

    client.force_login(owner)
    client.post(address, about)
    position.refresh_from_db()
    assert position.confidential
