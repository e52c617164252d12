import datetime as dt
from dataclasses import replace

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from positions.criteria import CriterionKind, Equivalence, RequirementKind
from positions.plan import PlanField
from positions.services import advert, definition, lifecycle, plans
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

    for slug in (draft.slug, closed.slug, past.slug, "nothing-here"):
        response = client.get(reverse("positions:job", args=[slug]))
        assert response.status_code == 404
        assertNotContains(response, "Runs the monthly payroll", status_code=404)


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
