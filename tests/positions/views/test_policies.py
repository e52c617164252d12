"""Settings: named rules of how education and experience stand in for each other."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from backoffice_ats.accounts.enums import Role
from positions.criteria import Equivalence
from positions.models import EquivalencePolicy
from positions.services import lifecycle, plans, policies
from tests import make

pytestmark = pytest.mark.django_db

TYPED = {
    "name": "Half by study at most",
    "rule": "COMBINATION",
    "cap_experience": "100",
    "cap_education": "50",
    "credits_per_year": "30",
}


@pytest.fixture(autouse=True)
def administrator(client):
    user = make.user(Role.ADMINISTRATOR)
    client.force_login(user)
    policies.make_standard()
    return user


def test_the_list_says_what_each_does_and_how_often_it_is_used(client):
    make.position(equivalence=Equivalence.EITHER)

    response = client.get(reverse("positions:policies"))

    assertContains(response, "All of the experience, or all of the study.")
    used = {row["policy"].rule: row["used"] for row in response.context["rows"]}
    assert used == {"COMBINATION": 0, "EITHER": 1, "YEAR_FOR_YEAR": 0, "BOTH": 0}


def test_the_list_needs_the_same_queries_for_any_number(
    client, administrator, django_assert_num_queries
):
    client.get(reverse("positions:policies"))
    with django_assert_num_queries(5):
        client.get(reverse("positions:policies"))
    for number in range(3):
        policies.save_policy(None, by=administrator, name=f"P{number}", rule="BOTH")
    with django_assert_num_queries(5):
        client.get(reverse("positions:policies"))


def test_a_policy_is_added(client):
    response = client.post(reverse("positions:policy_new"), TYPED)

    assertRedirects(response, reverse("positions:policies"))
    made = EquivalencePolicy.objects.get(name="Half by study at most")
    assert (made.rule, made.cap_education) == ("COMBINATION", 50)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"name": ""}, "Give the policy a name."),
        ({"rule": "MAGIC"}, ""),
        ({"cap_education": "0"}, ""),
        ({"cap_experience": "101"}, ""),
        ({"credits_per_year": "x"}, "Enter a whole number"),
    ],
)
def test_what_cannot_be_saves_nothing(client, change, message):
    before = EquivalencePolicy.objects.count()

    response = client.post(reverse("positions:policy_new"), TYPED | change)

    assertContains(response, message)
    assertContains(response, "There is a problem")
    assert EquivalencePolicy.objects.count() == before


def test_two_policies_cannot_share_a_name(client, administrator):
    policies.save_policy(None, by=administrator, name=TYPED["name"], rule="BOTH")

    response = client.post(reverse("positions:policy_new"), TYPED)

    assertContains(response, "Another policy has this name.")


def test_the_arithmetic_of_five_people_follows_what_is_typed(client):
    typed = TYPED | {"preview": "1"}

    page = client.post(reverse("positions:policy_new"), typed)
    fragment = client.post(
        reverse("positions:policy_new"), typed, headers={"HX-Request": "true"}
    )

    for response in (page, fragment):
        assertContains(
            response, "12 of 24 months (50 %) + 30 of 60 credits (50 %) = 100 %"
        )
        # 60 credits are all of the study, of which half counts.
        assertContains(
            response, "0 of 24 months (0 %) + 60 of 60 credits (50 %) = 50 %"
        )
    assertNotContains(fragment, "<html")
    assert not EquivalencePolicy.objects.filter(name=TYPED["name"]).exists()


def test_year_for_year_is_worked_out_in_years(client):
    typed = TYPED | {"rule": "YEAR_FOR_YEAR", "cap_education": "100", "preview": "1"}

    response = client.post(reverse("positions:policy_new"), typed)

    # 24 months and 60 credits (two years) are four years in all.
    assertContains(
        response, "24 of 48 months (50 %) + 60 of 120 credits (50 %) = 100 %"
    )


def test_what_is_frozen_stays_when_its_policy_changes(client):
    position = make.published()
    address = reverse("positions:policy_edit", args=[position.policy_id])

    client.post(address, TYPED | {"name": "Changed"})

    version = plans.current(position)
    assert version is not None
    assert version.content["policy"]["cap_education"] == 100
    position.refresh_from_db()
    assert plans.plan_of(position).policy.cap_education == 50
    assert plans.is_changed(position)


def test_a_retired_policy_is_kept_by_its_positions_and_offered_to_no_other(client):
    policy = policies.standard(Equivalence.EITHER)
    position = make.position(equivalence=Equivalence.EITHER)
    address = reverse("positions:policy_retire", args=[policy.pk])

    client.post(address)

    policy.refresh_from_db()
    assert policy.retired
    assert policy not in policies.offered()
    assert policy in policies.offered(chosen=position.policy)
    assert not lifecycle.missing(position, at=position.created_at)
    client.post(address)
    assert policy in policies.offered()


def test_the_last_one_offered_cannot_be_retired(client, administrator):
    first, *others = policies.offered()
    for policy in others:
        policies.retire(policy, by=administrator)

    response = client.post(
        reverse("positions:policy_retire", args=[first.pk]), follow=True
    )

    assertContains(response, "This is the last one that is offered.")
    first.refresh_from_db()
    assert not first.retired
