"""Skills, licences, languages and conditions: typed, refused, saved, kept."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from backoffice_ats.accounts.enums import Role
from positions.criteria import RequirementKind
from positions.models import Requirement
from positions.services import plans
from tests import make
from tests.positions.views.test_definition import page, part, rows

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def hr(client):
    user = make.user(Role.HR_MANAGER)
    client.force_login(user)
    return user


@pytest.fixture
def position():
    made = make.draft()
    make.duties(made)
    return made


def duty_keys(position):
    return [str(key) for key in position.duties.values_list("pk", flat=True)]


def requirement(position, kind, name, **more):
    return {
        "kind": kind,
        "name": name,
        "duties": duty_keys(position)[:1],
    } | more


def test_each_kind_is_saved_with_what_belongs_to_it(client, position):
    why = {"essential": "on", "reason": "Nobody can read the returns without."}
    typed = rows(
        "conditions",
        requirement(position, "SKILL", "DATEV", skill_level="3", language_level="5"),
        requirement(position, "LICENCE", "AAT licence", expires="on", skill_level="1"),
        requirement(position, "LANGUAGE", "German", language_level="4", expires="on"),
        requirement(position, "ELIGIBILITY", "May you work in Ireland?", **why),
    )

    assertRedirects(
        client.post(part(position, "conditions"), typed),
        f"{page(position)}#conditions",
    )

    saved = plans.plan_of(position).requirements
    assert [(one.kind, one.level, one.expires, one.essential) for one in saved] == [
        (RequirementKind.SKILL, 3, False, False),
        (RequirementKind.LICENCE, None, True, False),
        (RequirementKind.LANGUAGE, 4, False, False),
        (RequirementKind.ELIGIBILITY, None, False, True),
    ]
    assert all(one.duties == (position.duties.get(order=1).pk,) for one in saved)
    again = client.get(page(position))
    assertContains(again, 'value="DATEV"')
    assertContains(
        again, '<option value="3" selected>Does unusual tasks alone</option>'
    )


@pytest.mark.parametrize(
    ("kind", "name", "more", "message"),
    [
        ("SKILL", "DATEV", {}, "Choose the level that the duties need."),
        ("LANGUAGE", "German", {"skill_level": "2"}, "Choose the level that the"),
        ("LICENCE", "", {"expires": "on"}, "Name what is needed"),
        ("LICENCE", "AAT", {"duties": []}, "Tick the duties that need it."),
        ("LICENCE", "AAT", {"essential": "on"}, "Say why nobody can do the duties"),
        ("ELIGIBILITY", "Right to work", {}, "Write a question that is answered"),
        ("MAGIC", "AAT", {}, ""),
        ("SKILL", "a\u202eb", {"skill_level": "2"}, "hidden character at place 2"),
    ],
)
def test_what_is_incomplete_saves_nothing(client, position, kind, name, more, message):
    typed = rows("conditions", requirement(position, kind, name, **more))

    response = client.post(part(position, "conditions"), typed)

    assertContains(response, message, status_code=422)
    assert not Requirement.objects.exists()


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("How old are you?", "Age decides nothing about the work"),
        ("Are you married?", "Family has no part in the choice."),
        ("What is your nationality?", "Where somebody comes from decides nothing"),
        ("Is your date of birth after 1990?", "Age decides nothing"),
    ],
)
def test_a_question_about_what_is_never_asked_is_refused_with_the_reason(
    client, position, question, why
):
    typed = rows("conditions", requirement(position, "ELIGIBILITY", question))

    response = client.post(part(position, "conditions"), typed)

    assertContains(response, why, status_code=422)
    assert not Requirement.objects.exists()


def test_other_names_are_saved_and_said_why_not(client, position):
    typed = rows(
        "conditions",
        requirement(position, "SKILL", "Maximum 5 years of SAP", skill_level="2"),
    )

    client.post(part(position, "conditions"), typed)

    assertContains(client.get(page(position)), "An upper limit of years shuts out")


def test_the_reason_is_said_while_typing(client):
    address = reverse("positions:wording")

    found = client.get(address, {"conditions-0-name": "British nationality"})
    clean = client.get(address, {"conditions-0-name": "Payroll software"})

    assertContains(found, "Where somebody comes from decides nothing")
    assertNotContains(found, "<html")
    assertNotContains(clean, "ats-finding")


@pytest.mark.parametrize(
    ("button", "names"),
    [
        ({"add_row": "conditions"}, ["A", "B", ""]),
        ({"row_remove": "0"}, ["B"]),
        ({"row_up": "conditions-1"}, ["B", "A"]),
    ],
)
def test_rows_change_without_javascript_and_without_saving(
    client, position, button, names
):
    typed = rows(
        "conditions",
        requirement(position, "SKILL", "A"),
        requirement(position, "LICENCE", "B"),
    )

    response = client.post(part(position, "conditions"), typed | button)

    shown = [
        form["name"].value() or "" for form in response.context["requirement_rows"]
    ]
    assert shown == names
    assertContains(response, "Not saved yet")
    assert not Requirement.objects.exists()


def test_what_is_missing_for_the_criteria_is_said(client):
    position = make.position()
    typed = rows("conditions", requirement(position, "SKILL", "DATEV", skill_level="2"))

    client.post(part(position, "conditions"), typed)

    assertContains(client.get(page(position)), "Nothing judges “DATEV”.")


def test_the_page_needs_no_more_queries_for_three_than_for_one(
    client, position, django_assert_num_queries
):
    def save(count):
        typed = [
            requirement(position, "SKILL", f"Skill {number}", skill_level="2")
            for number in range(count)
        ]
        client.post(part(position, "conditions"), rows("conditions", *typed))

    save(1)
    client.get(page(position))
    with django_assert_num_queries(29):
        client.get(page(position))
    save(3)
    with django_assert_num_queries(29):
        client.get(page(position))
