import datetime as dt
import json
import re
from dataclasses import replace

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from positions.criteria import CriterionKind, Equivalence, RequirementKind
from positions.plan import PlanField
from positions.services import advert, definition, drafting, lifecycle, plans, policies
from positions.services.definition import CriterionRow, DutyRow
from tests import make

pytestmark = pytest.mark.django_db
CAREERS = "/jobs/"


@pytest.mark.parametrize("item_count", [1, 3])
def test_careers_lists_open_positions(client, item_count, django_assert_num_queries):
    make.organisation()
    make.position(title="Still a draft")
    for _ in range(item_count):
        make.published()

    with django_assert_num_queries(5):
        response = client.get(CAREERS)

    assertContains(response, "Payroll accountant", count=item_count)
    assertContains(response, "£33,200 to £37,900 a year")
    assertNotContains(response, "Still a draft")


def test_careers_finds_by_words_department_and_way_of_work(client):
    make.published(title="Buyer", department="Purchasing", workplace="REMOTE")
    make.published(title="Clerk", department="Records", place="Leeds")

    def titles(**query):
        return [p.title for p in client.get(CAREERS, query).context["page"]]

    assert titles(q="leeds clerk") == ["Clerk"]
    assert titles(department="Purchasing") == ["Buyer"]
    assert titles(workplace="REMOTE") == ["Buyer"]
    assert titles(department="Nowhere") == ["Buyer", "Clerk"]
    assert titles(q="\x00", workplace="'") == ["Buyer", "Clerk"]
    assertContains(client.get(CAREERS, {"q": "pilot"}), "No job fits that")


def test_careers_without_a_job_says_so(client):
    assertContains(client.get(CAREERS), "No job is open today")


@pytest.mark.parametrize("equivalence", list(Equivalence))
def test_the_advert_says_everything(client, equivalence):
    make.organisation(time_zone="Europe/Berlin")
    position = make.published(equivalence=equivalence, title="Clerk <b>")

    response = client.get(reverse("positions:job", args=[position.slug]))

    for text in (
        "Clerk &lt;b&gt;",
        "Runs the monthly payroll",
        "40 %",
        "12 months of running payroll",
        "60 credits of accounting or payroll study",
        "£33,200 to £37,900 a year",
        "Sheffield",
        "How we decide",
        "It cannot turn anybody down",
        "people@larkfield.example",
        position.code,
    ):
        assertContains(response, text)
    assertContains(response, "CET")


def test_the_advert_needs_few_queries(client, django_assert_max_num_queries):
    make.organisation()
    position = make.published()

    with django_assert_max_num_queries(8):
        client.get(reverse("positions:job", args=[position.slug]))


def test_only_open_positions_have_an_advert(client):
    draft, closed = make.position(), make.published()
    lifecycle.close(closed, by=closed.owner, at=timezone.now())
    past = make.published(at=timezone.now() - dt.timedelta(days=30))

    answers = {draft.slug: 404, closed.slug: 410, past.slug: 410, "nothing-here": 404}
    for slug, status in answers.items():
        response = client.get(reverse("positions:job", args=[slug]))
        assertNotContains(response, "Runs the monthly payroll", status_code=status)


def test_a_closed_job_says_so_and_leads_to_the_open_ones(client):
    closed = make.published(title="Buyer <b>")
    lifecycle.close(closed, by=closed.owner, at=timezone.now())

    response = client.get(
        reverse("positions:job", args=[closed.slug]), {"src": "letter"}
    )

    for text in ("This job is closed", "Buyer &lt;b&gt;", '"/jobs/?src=letter"'):
        assertContains(response, text, status_code=410)
    assertNotContains(response, "ld+json", status_code=410)
    assert response.headers["X-Robots-Tag"] == "noindex"


def test_careers_filters_by_place_and_contract_and_sorts(client):
    make.published(
        title="Buyer", place="4 Hallam Street, Sheffield", locality="Sheffield"
    )
    make.published(title="Clerk", place="Leeds", employment="TEMPORARY")
    make.published(title="Adviser", place="Sheffield", employment="FIXED_TERM")

    def titles(**query):
        return [p.title for p in client.get(CAREERS, query).context["page"]]

    assert titles(place="Sheffield", sort="title") == ["Adviser", "Buyer"]
    assert titles(employment="TEMPORARY") == ["Clerk"]
    assert titles(sort="newest") == ["Adviser", "Clerk", "Buyer"]
    assert titles(sort="place") == ["Clerk", "Adviser", "Buyer"]
    assert titles(sort="nonsense", place="Mars") == ["Buyer", "Clerk", "Adviser"]


def test_careers_asks_only_where_there_is_a_choice(client):
    make.published(place="Leeds")
    assert not {"department", "place"} & set(client.get(CAREERS).context["form"].fields)

    make.published(place="York", department="Law")

    assert {"department", "place"} <= set(client.get(CAREERS).context["form"].fields)


def test_careers_counts_and_pages(client):
    for number in range(21):
        make.published(title=f"Clerk {number:02d}")

    first = client.get(CAREERS, {"src": "letter", "sort": "title"})
    second = client.get(CAREERS, {"sort": "title", "page": 2})

    assertContains(first, "21 jobs")
    assertContains(first, "src=letter&amp;sort=title&amp;page=2")
    assert [p.title for p in second.context["page"]] == ["Clerk 20"]


def test_careers_speaks_in_the_organisations_words(client):
    make.organisation(
        careers_heading="Keep <promises>", careers_text="We insure.\nHouseholds."
    )

    response = client.get(CAREERS)

    assertContains(response, "<h1>Keep &lt;promises&gt;</h1>", html=True)
    assertContains(response, "<p>We insure.<br>Households.</p>")


# ---- cached for strangers, never for staff ----

PUBLIC_PAGES = ["/jobs/", "/jobs/payroll-accountant/"]


@pytest.mark.parametrize("path", PUBLIC_PAGES)
def test_a_stranger_gets_no_cookie_and_a_copy_that_may_be_kept(client, path):
    make.organisation()
    make.published()

    response = client.get(path)

    assert not response.cookies
    assert response.headers["Cache-Control"] == "public, max-age=60"
    assert "Cookie" in response.headers["Vary"]
    assertNotContains(response, "csrf")


@pytest.mark.parametrize("path", PUBLIC_PAGES)
def test_staff_get_a_copy_that_nobody_keeps(client, path):
    make.organisation()
    client.force_login(make.published().owner)
    seen = client.get(path).headers

    assert seen["Cache-Control"] == "private, no-store"
    assert "ETag" not in seen
    assert "Last-Modified" not in seen


def test_the_front_page_is_kept_by_nobody(client):
    make.organisation()

    response = client.get("/")

    assertContains(response, "No job is open today")
    assert response.headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("path", PUBLIC_PAGES)
@pytest.mark.parametrize("header", ["ETag", "Last-Modified"])
def test_what_the_reader_has_is_not_sent_again(client, path, header):
    make.organisation()
    make.published()
    seen = client.get(path).headers[header]
    name = {"ETag": "if-none-match", "Last-Modified": "if-modified-since"}[header]

    again = client.get(path, headers={name: seen})

    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["Cache-Control"] == "public, max-age=60"


def change_position(position):
    definition.update_position(position, by=position.owner, summary="Changed.")


def change_plan(position):
    definition.set_duties(
        position,
        [DutyRow("Counts coins.", 100, essential_reason="x", id=None)],
        by=position.owner,
    )
    definition.set_requirements(
        position,
        education=None,
        experience=[],
        policy=policies.standard(Equivalence.EITHER),
        by=position.owner,
    )
    drafting.draft_criteria(position, by=position.owner)
    plans.freeze(position, by=position.owner, at=timezone.now(), reason="x")


def close(position):
    lifecycle.close(position, by=position.owner, at=timezone.now())


def change_organisation(_position):
    make.organisation(name="Another name")


@pytest.mark.parametrize("path", PUBLIC_PAGES)
@pytest.mark.parametrize(
    "change", [change_position, change_plan, change_organisation, close]
)
def test_any_change_is_sent_at_once(client, path, change):
    make.organisation()
    position = make.published()
    seen = client.get(path).headers["ETag"]

    change(position)

    again = client.get(path, headers={"if-none-match": seen})
    assert again.status_code in {200, 410}


def test_a_list_whose_job_closed_by_itself_is_sent_again(client):
    make.organisation()
    position = make.published()
    seen = client.get(CAREERS).headers["ETag"]
    type(position).objects.filter(pk=position.pk).update(
        closes_at=timezone.now() - dt.timedelta(seconds=1)
    )

    again = client.get(CAREERS, headers={"if-none-match": seen})

    assertContains(again, "No job is open today")


# ---- what other programs read in the page ----


def test_hostile_words_stay_inside_the_data_block(client):
    title = "Clerk</script><script>alert(1)</script>&\u2028<!--"
    position = make.published(title=title)

    response = client.get(reverse("positions:job", args=[position.slug]))

    page = response.content.decode()
    block = re.search(
        r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL
    )
    assert block is not None
    assert not set("<>&\u2028") & set(block[1])
    assert json.loads(block[1])["title"] == title
    assert "<script>alert" not in page


def test_the_list_carries_no_job_posting(client):
    make.published()

    assertNotContains(client.get(CAREERS), "ld+json")


def test_the_page_names_its_address_and_its_feed(client, settings):
    settings.SITE_URL = "https://jobs.example.org"
    position = make.published()

    response = client.get(
        reverse("positions:job", args=[position.slug]), {"src": "letter"}
    )

    address = f"https://jobs.example.org/jobs/{position.slug}/"
    assertContains(response, f'<link rel="canonical" href="{address}">', html=True)
    assertContains(response, f'<meta property="og:url" content="{address}">', html=True)
    assertContains(response, 'href="/jobs/feed.atom"')


def test_the_advert_shows_reference_posting_day_and_privacy_notice(client):
    make.organisation(privacy_notice="We keep it for six months.")
    position = make.published()

    response = client.get(reverse("positions:job", args=[position.slug]))

    for text in ("We keep it for six months.", position.code, "Posted"):
        assertContains(response, text)


def test_the_advert_shows_what_applicants_are_judged_by(client):
    position = make.published()
    definition.set_duties(
        position,
        [DutyRow("Counts paper clips.", 100, essential_reason="x")],
        by=position.owner,
    )

    response = client.get(reverse("positions:job", args=[position.slug]))

    assertNotContains(response, "paper clips")
    assertContains(response, "Runs the monthly payroll")


@pytest.mark.parametrize(
    ("examples", "minutes"), [(0, 10), (2, 10), (3, 15), (5, 15), (6, 20), (12, 25)]
)
def test_the_estimate_grows_with_the_examples_and_is_rounded_up(examples, minutes):
    assert advert.minutes_to_apply(examples) == minutes


def test_the_advert_names_the_situations_only_where_they_count(client):
    position = make.published()
    url = reverse("positions:job", args=[position.slug])
    assertContains(client.get(url), "Answer eight everyday situations")

    rows = [CriterionRow.of(one) for one in plans.plan_of(position).criteria]
    kept = [row for row in rows if row.kind is not CriterionKind.SCREENING]
    left = sum(row.weight for row in kept[1:])
    late = sum(row.final_weight for row in kept[1:])
    first = replace(kept[0], weight=100 - left, final_weight=100 - late)
    definition.set_criteria(position, [first, *kept[1:]], by=position.owner)
    plans.freeze(position, by=position.owner, at=timezone.now(), reason="Shorter.")

    assertNotContains(client.get(url), "everyday situations")


def test_the_advert_and_the_start_page_estimate_the_same(client):
    position = make.published()  # three of its four duties are scored

    job = client.get(reverse("positions:job", args=[position.slug]))
    start = client.get(reverse("candidates:apply", args=[position.slug]))

    assertContains(job, "Apply, about 15 minutes", count=2)
    assertContains(start, "It takes about 15 minutes.")


def test_the_advert_names_skills_licences_languages_and_conditions(client):
    position = make.asking(
        make.asked(RequirementKind.SKILL, "DATEV", 2),
        make.asked(RequirementKind.LANGUAGE, "German", 4, essential=True),
        make.asked(RequirementKind.LICENCE, "AAT licence", expires=True),
        make.asked(RequirementKind.ELIGIBILITY, "May you work in Ireland?"),
    )

    needs = advert.advert_of(position, reply_within_days=10).needs[1:]

    assert [(need.what, need.how) for need in needs] == [
        ("DATEV: does everyday tasks alone.", "Useful, not essential."),
        (
            "German, B2: fluent in most work.",
            "Essential: nobody can do it without.",
        ),
        ("AAT licence, valid on the closing date.", "Useful, not essential."),
        ("May you work in Ireland?", "Useful, not essential."),
    ]
    job = client.get(reverse("positions:job", args=[position.slug]))
    assertContains(job, "German, B2: fluent in most work.")


def test_the_page_for_requirements_is_part_of_the_estimate():
    assert advert.minutes_to_apply(5) == 15
    assert advert.minutes_to_apply(5, requirements=4) == 20


def test_year_for_year_is_said_in_years():
    position = make.position(equivalence=Equivalence.YEAR_FOR_YEAR)

    (need,) = advert.needs_of(plans.plan_of(position))

    assert need.what == (
        "12 months of running payroll, and 60 credits of accounting or payroll study"
        " (higher diploma or associate degree)."
    )
    assert need.how == (
        "A year of one makes up for a year of the other; 30 credits are a year."
    )


def test_what_a_cap_or_a_subject_takes_off_is_said():
    position = make.position()
    plan = plans.plan_of(position)
    assert plan.education is not None
    route = replace(plan.education.routes[0], fields=(PlanField("law", 50),))
    capped = replace(
        plan,
        policy=replace(plan.policy, cap_education=60),
        education=replace(plan.education, routes=(route,)),
    )

    (need,) = advert.needs_of(capped)

    assert "law (50 % of its credits) study" in need.how
    assert need.how.endswith("Study brings 60 % of the whole at most.")
