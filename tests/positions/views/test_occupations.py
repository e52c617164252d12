import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from backoffice_ats.accounts.enums import Role
from positions.models import OccupationTask, Position
from positions.onet.release import TaskKind
from tests import make

pytestmark = pytest.mark.django_db

LIST = reverse("positions:occupations")
CREDIT = "by the U.S. Department of Labor, Employment and Training Administration"


@pytest.fixture
def hr(client):
    user = make.user()
    client.force_login(user)
    return user


def test_before_an_import_the_page_says_how_to_get_the_occupations(client, hr):
    response = client.get(LIST)

    assertContains(response, "No occupations here yet")
    assertContains(response, "python manage.py import_onet db_27_0_text.zip")
    assertContains(response, f'href="{reverse("positions:new")}"')
    assertNotContains(response, CREDIT)


def test_a_search_says_which_title_it_found_and_names_its_source(client, hr):
    occupation = make.occupation("Pay Counters", "Wage <i>Clerk</i>")
    make.occupation("Roofers")

    response = client.get(LIST, {"q": "wage"})

    assertContains(response, "also called Wage &lt;i&gt;Clerk&lt;/i&gt;")
    assertContains(response, "Medium preparation")
    assertContains(response, f"{occupation.get_absolute_url()}?as=Wage+")
    assertContains(response, "O*NET 27.0 Database")
    assertContains(response, CREDIT)
    assertContains(response, "https://creativecommons.org/licenses/by/4.0/")
    assertNotContains(response, "Roofers")


def test_a_search_that_finds_nothing_has_a_way_on(client, hr):
    make.occupation()

    response = client.get(LIST, {"q": "<b>zebra"})

    assertContains(response, "No occupation for “&lt;b&gt;zebra”")
    assertContains(response, "Start without an occupation")


@pytest.mark.parametrize("words", ["x" * 101, "\x00", "a\u202eb"])
def test_a_search_that_is_wrong_is_left_out(client, hr, words):
    make.occupation()

    assertContains(client.get(LIST, {"q": words}), "As people say it")


def test_htmx_gets_the_result_alone(client, hr):
    make.occupation()

    response = client.get(LIST, {"q": "pay"}, headers={"HX-Request": "true"})

    assertContains(response, "Pay Counters")
    assertNotContains(response, "<html")


@pytest.mark.parametrize("item_count", [1, 3])
def test_a_search_takes_few_queries(client, hr, item_count, django_assert_num_queries):
    for number in range(item_count):
        make.occupation(f"Pay Counters {number}")

    with django_assert_num_queries(5):  # session, user, organisation, release, titles
        client.get(LIST, {"q": "pay"})


@pytest.mark.parametrize("item_count", [1, 3])
def test_an_occupation_takes_few_queries(
    client, hr, item_count, django_assert_num_queries
):
    occupation = make.occupation(tasks=item_count, software=item_count)

    # session, user, organisation; occupation, tasks, software, titles
    with django_assert_num_queries(7):
        client.get(occupation.get_absolute_url())


def test_an_occupation_says_what_is_done_and_what_is_usual(client, hr):
    occupation = make.occupation("Pay Counters", "Wage Clerk", tasks=10)
    OccupationTask.objects.filter(occupation=occupation, order=10).update(
        kind=TaskKind.SUPPLEMENTAL
    )

    response = client.get(occupation.get_absolute_url(), {"as": "Wage Clerk"})

    assertContains(response, "Count what is paid, and to whom.")
    assertContains(response, "55 % of those asked say a bachelor&#x27;s degree.")
    assertContains(response, "45 % say that less is enough.")
    assertContains(
        response,
        "The middle answer is over 1 year, up to 2 years; 70 % say this or less.",
    )
    assertContains(response, "Ask for 1 year of experience")
    assertContains(response, "Ledgerware 0")
    assertContains(response, 'value="Wage Clerk"')
    assertContains(response, "Further tasks")
    assertContains(response, CREDIT)
    assert response.content.decode().count('name="tasks"') == 10
    assert response.context["form"]["tasks"].value() == list(
        occupation.tasks.order_by("order").values_list("pk", flat=True)[:8]
    )


def test_an_occupation_of_which_little_is_known_still_has_a_page(client, hr):
    occupation = make.occupation(
        tasks=0, software=0, education=[], experience=[], job_zone=None, release=""
    )

    response = client.get(occupation.get_absolute_url())

    assertContains(response, "O*NET lists no tasks for this occupation")
    assertContains(response, "O*NET Database")
    assertContains(response, "start without an occupation")
    assertNotContains(response, "Start with these")
    assertNotContains(response, "Tick what")
    assertNotContains(response, "of those asked")


def test_what_is_ticked_becomes_a_draft(client, hr):
    occupation = make.occupation(tasks=3)
    first, _second, third = occupation.tasks.order_by("order")

    response = client.post(
        occupation.get_absolute_url(),
        {
            "title": "Pay Clerk",
            "department": "Finance",
            "openings": "1",
            "tasks": [first.pk, third.pk],
            "ask_experience": "on",
        },
    )

    position = Position.objects.get()
    assertRedirects(response, reverse("positions:definition", args=[position.slug]))
    assert list(
        position.duties.order_by("order").values_list("statement", "share")
    ) == [
        (first.statement, 50),
        (third.statement, 50),
    ]
    assert [kind.kind_of_work for kind in position.experience.all()] == [
        "Work as Pay Clerk"
    ]


@pytest.mark.parametrize(
    ("ticked", "said"),
    [
        ([], "Tick at least one task."),
        (["999999"], "A task you ticked is no longer there. Tick the tasks again."),
        (["x"], "A task you ticked is no longer there. Tick the tasks again."),
        (None, "A position has at most 15 duties; 16 are ticked."),
    ],
    ids=["none", "foreign", "no number", "too many"],
)
def test_a_wrong_choice_is_said_and_makes_nothing(client, hr, ticked, said):
    occupation = make.occupation(tasks=16)
    every = list(occupation.tasks.values_list("pk", flat=True))

    response = client.post(
        occupation.get_absolute_url(),
        {
            "title": "Pay Clerk",
            "department": "Finance",
            "openings": "1",
            "tasks": every if ticked is None else ticked,
        },
    )

    assertContains(response, said, status_code=422, count=2)
    assert not Position.objects.exists()


@pytest.mark.parametrize("code", ["43-0000.00", "x", "43-3031.00' OR 1=1"])
def test_an_unknown_code_is_not_found(client, hr, code):
    make.occupation()

    assert client.get(reverse("positions:occupation", args=[code])).status_code == 404


def test_those_who_cannot_make_positions_cannot_start_from_one(client):
    occupation = make.occupation()
    client.force_login(make.user(Role.PANEL_MEMBER))

    assert client.get(LIST).status_code == 403
    assert client.post(occupation.get_absolute_url()).status_code == 403
