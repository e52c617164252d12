"""Where an applicant came from: from the link they followed to what staff read."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from backoffice_ats.accounts.enums import Role
from candidates.models import Application
from candidates.services import intake
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def position():
    make.organisation()
    return make.published()


def links_of(client, path):
    return re.findall(r'href="([^"]+)"', client.get(path).content.decode())


def test_the_token_goes_from_the_list_to_the_application(client, position):
    advert = f"/jobs/{position.slug}/?src=indeed"
    apply = f"/jobs/{position.slug}/apply/?src=indeed"
    assert advert in links_of(client, "/jobs/?src=indeed")
    assert "/jobs/?src=indeed" in links_of(client, advert)
    assert apply in links_of(client, advert)
    assert advert in links_of(client, apply)
    assert not client.cookies.get("session")

    client.post(apply)

    assert Application.objects.get().source_token == "indeed"


def test_the_first_link_counts(client, position):
    apply = reverse("candidates:apply", args=[position.slug])
    client.post(f"{apply}?src=newsletter")
    client.post(f"{apply}?src=indeed")

    assert Application.objects.get().source_token == "newsletter"


@pytest.mark.parametrize("query", ["", "?src=", "?src=a b", "?src=" + "x" * 41])
def test_what_is_no_token_is_dropped(client, position, query):
    client.post(reverse("candidates:apply", args=[position.slug]) + query)

    assert Application.objects.get().source_token == ""


@pytest.mark.parametrize("hostile", ['"><script>', "../../", "x" * 5_000])
def test_a_hostile_token_stands_in_no_link(client, position, hostile):
    for path in ("/jobs/", f"/jobs/{position.slug}/"):
        page = client.get(path, {"src": hostile}).content.decode()
        assert f"/{position.slug}/?src" not in page
        assert hostile not in page


def test_a_draft_keeps_its_token_when_it_is_sent(position):
    draft, _token = intake.start(position, at=timezone.now(), source_token="embed")

    draft.refresh_from_db()

    assert (draft.source, draft.source_token) == ("FORM", "embed")


@pytest.mark.parametrize(
    ("role", "reads_it"),
    [
        (Role.HR_MANAGER, True),
        (Role.ADMINISTRATOR, True),
        (Role.AUDITOR, True),
        # In a blind review it could tell who somebody is ("src=friend-of-ann").
        (Role.PANEL_MEMBER, False),
    ],
)
def test_staff_read_where_somebody_came_from(client, position, role, reads_it):
    application = make.application(position)
    application.source_token = "newsletter"
    application.save()
    user = make.user(role)
    if role == Role.PANEL_MEMBER:
        make.member(position, user)
    client.force_login(user)

    for path in ("/people/", reverse("screening:application", args=[application.pk])):
        page = client.get(path).content.decode()
        assert ("Came from: newsletter" in page) is reads_it
        assert application.reference in page
