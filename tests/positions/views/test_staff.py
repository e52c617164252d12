import re

import pytest
from django.urls import reverse
from pytest_django.asserts import (
    assertContains,
    assertNotContains,
    assertRedirects,
    assertTemplateUsed,
)

from backoffice_ats.accounts.enums import Role
from positions.models import Position
from tests import make

pytestmark = pytest.mark.django_db

OWN_PAGES = ["overview", "advert"]
HR_PAGES = ["definition", "team", "publish", "close", "reopen", "example"]


@pytest.fixture
def login(client):
    def enter(role=Role.HR_MANAGER):
        user = make.user(role)
        client.force_login(user)
        return user

    return enter


def url(name, position):
    return reverse(f"positions:{name}", args=[position.slug])


@pytest.mark.parametrize("page", OWN_PAGES)
def test_a_panel_member_opens_own_positions_only(client, login, page):
    own, foreign, draft = make.published(), make.published(), make.position()
    member = login(Role.PANEL_MEMBER)
    make.member(own, member)
    make.member(draft, member)

    assert client.get(url(page, own)).status_code == 200
    assert client.get(url(page, foreign)).status_code == 404
    assert client.get(url(page, draft)).status_code == 404


@pytest.mark.parametrize("page", HR_PAGES)
@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.AUDITOR])
def test_those_who_only_read_cannot_change(client, login, page, role):
    position = make.published()
    make.member(position, login(role))

    assert client.get(url(page, position)).status_code == 403
    assert client.post(url(page, position)).status_code in {403, 405}


@pytest.mark.parametrize("page", [*OWN_PAGES, *HR_PAGES])
def test_strangers_are_asked_to_log_in(client, page):
    address = url(page, make.published())

    assertRedirects(
        client.get(address),
        f"{reverse('account_login')}?next={address}",
        fetch_redirect_response=False,
    )


@pytest.mark.parametrize("item_count", [1, 3])
def test_the_list_needs_the_same_queries_for_any_length(
    client, login, item_count, django_assert_num_queries
):
    login()
    for _ in range(item_count):
        make.published()

    with django_assert_num_queries(11):
        response = client.get(reverse("positions:list"))

    assertContains(response, "Payroll accountant", count=item_count)


def test_the_list_searches_filters_and_sorts(client, login):
    login()
    make.draft(title="Archive clerk", department="Records")
    make.published(title="Buyer", openings=5)
    make.published(title="Clerk", openings=1)
    address = reverse("positions:list")

    def titles(**query):
        page = client.get(address, query).context["page"]
        return [position.title for position in page]

    assert titles(q="records") == ["Archive clerk"]
    assert titles(q="clerk", status="OPEN") == ["Clerk"]
    assert titles(sort="title") == ["Archive clerk", "Buyer", "Clerk"]
    assert titles(sort="-openings")[0] == "Buyer"
    assert len(titles(sort="owner__password")) == 3
    assert len(titles(q="\x00")) == 3
    assert len(titles(status="'; DROP")) == 3
    assertContains(client.get(address, {"q": "nothing"}), "No position fits that")


def test_htmx_gets_the_table_alone(client, login):
    login()
    make.published()

    response = client.get(reverse("positions:list"), headers={"HX-Request": "true"})

    assertContains(response, "Payroll accountant")
    assertNotContains(response, "<html")


def test_the_empty_list_says_what_to_do_first(client, login):
    login()

    assertContains(client.get(reverse("positions:list")), "Define the first position")


def test_a_new_position_leads_to_its_definition(client, login):
    user = login()

    response = client.post(
        reverse("positions:new"),
        {"title": "Records officer", "department": "Archive", "openings": "2"},
    )

    made = Position.objects.get()
    assertRedirects(response, url("definition", made))
    assert (made.title, made.openings, made.owner) == ("Records officer", 2, user)


HOSTILE = {
    "missing": ("", "Enter the title of the job."),
    "too long": ("x" * 10_000, "Use at most 120 characters; this has 10000."),
    "NUL": ("Clerk\x00", "There is a hidden character at place 6."),
    "turned round": ("Clerk\u202ekrelC", "There is a hidden character at place 6."),
    "two lines": ("Clerk\r\nBcc: all", "Write this on one line."),
}


@pytest.mark.parametrize(("typed", "message"), HOSTILE.values(), ids=HOSTILE)
def test_a_bad_title_gets_a_message_and_is_kept(client, login, typed, message):
    login()

    response = client.post(
        reverse("positions:new"),
        {"title": typed, "department": "Archive of letters", "openings": "2"},
    )

    assert response.status_code == 422
    assertContains(response, message, status_code=422)
    assertContains(response, "Archive of letters", status_code=422)
    assert response.context["form"]["title"].value() == typed
    assert not Position.objects.exists()


@pytest.mark.parametrize(
    "typed", ["<script>alert(1)</script>", "{{7*7}}", "' OR 1=1 --"]
)
def test_markup_is_only_text(client, login, typed):
    login()
    client.post(
        reverse("positions:new"),
        {"title": typed, "department": "Archive", "openings": "1"},
    )

    response = client.get(url("overview", Position.objects.get()))

    assert Position.objects.get().title == typed
    assertNotContains(response, "<script>alert")
    assertNotContains(response, "49</h1>")


@pytest.mark.parametrize("openings", ["0", "501", "-1", "many", "9" * 5000, "1.5"])
def test_openings_are_a_whole_number(client, login, openings):
    login()

    response = client.post(
        reverse("positions:new"),
        {"title": "Clerk", "department": "Archive", "openings": openings},
    )

    assert response.status_code == 422
    assert response.context["form"].errors.keys() == {"openings"}


def test_overview_says_what_is_missing_and_what_comes_next(client, login):
    login()
    draft, ready, opened = make.draft(), make.position(), make.published()

    assertContains(client.get(url("overview", draft)), "Write down at least one duty.")
    assertContains(client.get(url("overview", ready)), "Everything is there")
    response = client.get(url("overview", opened))
    assertContains(response, make.version(opened).digest[:16])
    assertContains(response, "Nobody is on the panel")


def test_overview_needs_few_queries(client, login, django_assert_max_num_queries):
    login()
    position = make.published()
    for _ in range(3):
        make.member(position)

    with django_assert_max_num_queries(20):
        client.get(url("overview", position))


def test_publishing_asks_first_and_then_opens(client, login):
    login()
    position = make.position()
    address = url("publish", position)

    assertContains(client.get(address), "Publish and freeze the plan")
    assertRedirects(client.post(address), url("overview", position))

    position.refresh_from_db()
    assert (position.status, make.version(position).number) == ("OPEN", 1)
    assertRedirects(client.post(address), url("overview", position))
    assert position.versions.count() == 1


def test_publishing_repeats_what_research_advises_and_goes_on(client, login):
    login()
    position = make.position()
    assertNotContains(client.get(url("publish", position)), "What research advises")
    first, second, *_ = position.criteria.order_by("order")
    first.weight, second.weight = first.weight + 10, second.weight - 10
    for criterion in (first, second):
        criterion.save()

    page = client.get(url("publish", position))

    assertContains(page, "What research advises")
    assertContains(page, "Education and experience weigh 15 before interviews.")
    assertRedirects(client.post(url("publish", position)), url("overview", position))


def test_publishing_something_unfinished_names_what_is_missing(client, login):
    login()
    position = make.draft()
    address = url("publish", position)

    assertContains(client.get(address), "6 things are missing")
    assertContains(client.post(address), "Say what the job pays.", status_code=422)
    position.refresh_from_db()
    assert position.is_draft


def test_closing_and_opening_again(client, login):
    login()
    position = make.published()

    assertContains(client.get(url("close", position)), "Keep it open")
    client.post(url("close", position), {"reason": "CLOSED"})
    position.refresh_from_db()
    assert position.status == "CLOSED"

    bad = client.post(url("reopen", position), {"closes_at": "2020-01-01T10:00"})
    assertContains(bad, "This moment has passed.", status_code=422)
    client.post(url("reopen", position), {"closes_at": "2027-12-24T18:30"})
    position.refresh_from_db()
    assert position.status == "OPEN"


def test_the_team_gains_and_loses_members(client, login):
    login()
    position = make.published()
    colleague = make.user(Role.PANEL_MEMBER, name="Ada Okafor")
    auditor = make.user(Role.AUDITOR)
    address = url("team", position)

    assertContains(client.get(address), "Ada Okafor")
    refused = client.post(address, {"user": auditor.pk, "role": "MEMBER"})
    assertContains(refused, "This person cannot be put on the team.", status_code=422)
    client.post(address, {"user": colleague.pk, "role": "CHAIR"})
    member = position.team.get()
    assert (member.user, member.role) == (colleague, "CHAIR")

    client.post(reverse("positions:team_remove", args=[position.slug, member.pk]))
    assert not position.team.exists()


def test_a_member_of_another_team_is_not_removed_from_here(client, login):
    login()
    position, other = make.published(), make.published()
    member = make.member(other)

    response = client.post(
        reverse("positions:team_remove", args=[position.slug, member.pk])
    )

    assert response.status_code == 404
    assert other.team.count() == 1


# ---- the advert, as it is published ----


def test_the_preview_is_the_public_page_of_a_draft(client):
    make.organisation()
    position = make.position(title="Still a draft")
    client.force_login(position.owner)

    response = client.get(reverse("positions:advert_preview", args=[position.slug]))

    assertTemplateUsed(response, "positions/job.html")
    for text in ("Still a draft", "Runs the monthly payroll", "How we decide"):
        assertContains(response, text)
    assertNotContains(response, reverse("candidates:apply", args=[position.slug]))
    assertNotContains(response, "ld+json")
    headers = response.headers
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "private, no-store"


def test_the_preview_says_what_the_public_page_says(client):
    make.organisation()
    position = make.published()
    public = main_of(client.get(reverse("positions:job", args=[position.slug])))
    client.force_login(position.owner)

    preview = main_of(
        client.get(reverse("positions:advert_preview", args=[position.slug]))
    )

    assert preview == public


def main_of(response):
    """Return the words of a page between its head and its foot."""
    page = response.content.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]*>", " ", f"<main{page}").split())


@pytest.mark.parametrize(
    ("query", "width"),
    [("", "100%"), ("?as=phone", "390"), ("?as=desktop", "100%"), ("?as=x", "100%")],
)
def test_the_advert_is_shown_as_wide_as_a_device(client, query, width):
    position = make.published()
    client.force_login(position.owner)

    response = client.get(reverse("positions:advert", args=[position.slug]) + query)

    assertContains(response, f'width="{width}"')
    assertContains(response, reverse("positions:advert_preview", args=[position.slug]))
