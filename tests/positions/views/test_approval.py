"""The pages of approval: for who sends, for who decides, for who sets the chain."""

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from backoffice_ats.accounts.enums import Role
from candidates.stages import Status
from positions.models import ApprovalStep
from positions.services import approvals, lifecycle
from positions.services.approvals import StepRow
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def hr():
    make.organisation()
    return make.user(Role.HR_MANAGER, name="Ruth Adeyemi")


@pytest.fixture
def head(hr):
    """Somebody of no role, whom the chain names."""
    user = make.user(Role.PANEL_MEMBER, name="Henrik Lund")
    approvals.set_chain([StepRow("Budget", user)], by=hr)
    return user


def url(name, position):
    return reverse(f"positions:{name}", args=[position.slug])


def test_from_sending_to_publishing(client, hr, head):
    position = make.position(by=hr)
    client.force_login(hr)
    assertContains(client.get(url("overview", position)), "Send for approval")
    sent = client.post(url("approval_send", position), follow=True)
    assertContains(sent, "It is with Henrik Lund now.")
    assertContains(sent, "You have sent it, so somebody else approves it.")
    assertNotContains(sent, "Do you approve this")

    client.force_login(head)
    assertContains(client.get("/"), "Approve Payroll accountant")
    assertContains(
        client.get(url("approval", position)), "Do you approve this: Budget?"
    )
    client.post(
        url("approval_decide", position),
        {"answer-act": "approve", "answer-comment": "Fine."},
    )

    client.force_login(hr)
    assertContains(client.get("/"), "Publish Payroll accountant")
    assertRedirects(client.post(url("publish", position)), url("overview", position))
    position.refresh_from_db()
    assert position.status == "OPEN"


def test_sending_back_asks_for_a_comment_and_shows_it_to_hr(client, hr, head):
    position = make.position(by=hr)
    lifecycle.send_for_approval(position, by=hr, at=timezone.now())
    client.force_login(head)
    without = client.post(url("approval_decide", position), {"answer-act": "send_back"})
    assertContains(without, "Say what should change", status_code=422)
    client.post(
        url("approval_decide", position),
        {"answer-act": "send_back", "answer-comment": "Say who covers nights."},
    )

    client.force_login(hr)
    for page in ("overview", "definition", "approval"):
        assertContains(client.get(url(page, position)), "Say who covers nights.")
    assertContains(client.get("/"), "Payroll accountant was sent back")


def test_a_draft_cannot_be_published_around_the_chain(client, hr, head):
    position = make.position(by=hr)
    client.force_login(hr)
    assertRedirects(client.get(url("publish", position)), url("approval", position))
    assertRedirects(client.post(url("publish", position)), url("approval", position))
    position.refresh_from_db()
    assert position.is_draft


def test_comments_are_for_who_defines_or_decides(client, hr):
    position = make.published(by=hr)
    client.force_login(hr)
    client.post(url("approval_comment", position), {"remark-text": "Ask Finance."})
    assertContains(client.get(url("approval", position)), "Ask Finance.")
    empty = client.post(url("approval_comment", position), {"remark-text": ""})
    assertContains(empty, "Write something first.", status_code=422)
    client.force_login(make.user(Role.AUDITOR))
    response = client.post(url("approval_comment", position), {"remark-text": "No."})
    assert response.status_code == 403
    assert position.comments.count() == 1


def test_an_administrator_sets_the_chain(client, hr):
    client.force_login(make.user(Role.ADMINISTRATOR))
    page = reverse("positions:approval_steps")
    assertContains(client.get(page), "Nobody needs to be asked")
    wrong = client.post(page, {"add": "1", "label": "", "approver": "nobody"})
    assertContains(wrong, "Say what is approved", status_code=422)
    client.post(page, {"add": "1", "label": "Budget", "approver": str(hr.pk)})
    client.post(page, {"add": "1", "label": "Pay", "approver": "ADMINISTRATOR"})
    client.post(page, {"up": str(ApprovalStep.objects.get(label="Pay").pk)})
    assert [(s.label, s.who) for s in approvals.chain()] == [
        ("Pay", "Administrator"),
        ("Budget", "Ruth Adeyemi"),
    ]
    client.post(page, {"remove": str(ApprovalStep.objects.get(label="Pay").pk)})
    assert [step.label for step in approvals.chain()] == ["Budget"]
    client.post(page, {"remove": "no number"})
    assert len(approvals.chain()) == 1


def test_an_auditor_is_never_asked(client, hr):
    auditor = make.user(Role.AUDITOR)
    client.force_login(make.user(Role.ADMINISTRATOR))
    page = reverse("positions:approval_steps")
    for choice in (str(auditor.pk), "AUDITOR"):
        response = client.post(page, {"add": "1", "label": "Pay", "approver": choice})
        assertContains(response, "cannot approve positions", status_code=422)


def test_pausing_archiving_and_taking_out(client, hr):
    client.force_login(hr)
    position = make.published(by=hr)
    assertContains(client.get(url("pause", position)), "Keep it open")
    client.post(url("pause", position))
    position.refresh_from_db()
    assert position.status == "PAUSED"
    assertContains(client.get(url("overview", position)), "The position is paused")
    client.post(url("close", position), {"reason": "CANCELLED"})
    client.post(url("archive", position))
    position.refresh_from_db()
    assert (position.status, position.close_reason) == ("ARCHIVED", "CANCELLED")
    assertContains(client.get(url("overview", position)), "Take it out")
    client.post(url("restore", position))
    position.refresh_from_db()
    assert position.status == "CLOSED"


def test_a_full_position_is_offered_to_be_closed_as_filled(client, hr):
    client.force_login(hr)
    position = make.published(by=hr, openings=1)
    assertContains(client.get(url("overview", position)), "Opening 1: free")
    hired = make.application(position, status=Status.HIRED)
    page = client.get(url("overview", position))
    assertContains(page, f"by {hired.reference}")
    assertContains(page, "Close as filled")
    assertContains(client.get("/"), "Close as filled")
    assert client.get(url("close", position)).context["form"].initial == {
        "reason": "FILLED"
    }
    client.post(url("close", position), {"reason": "FILLED"})
    assertContains(
        client.get(url("overview", position)),
        "Everybody we were looking for is hired",
    )


def test_fewer_openings_than_people_hired_are_refused_kindly(client, hr):
    client.force_login(hr)
    position = make.published(by=hr, openings=2)
    for name in ("a", "b"):
        make.application(position, status=Status.HIRED, email=f"{name}@mail.example")
    response = client.post(
        reverse("positions:section", args=[position.slug, "about"]),
        {
            "about-summary": "640 people are paid.",
            "about-openings": "1",
            "about-closes_at": "2027-11-18T23:59",
            "about-grace_minutes": "60",
        },
    )
    assertContains(response, "2 openings are filled already.", status_code=422)
