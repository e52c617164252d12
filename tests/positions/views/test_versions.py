import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from backoffice_ats.accounts.enums import Role
from positions.services import definition, plans
from positions.services.definition import DutyRow
from screening.models import Evaluation
from screening.services import evaluation
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def hr(client):
    user = make.user(Role.HR_MANAGER)
    client.force_login(user)
    return user


@pytest.fixture
def position():
    return make.published()


def page(name, position, *more):
    return reverse(f"positions:{name}", args=[position.slug, *more])


def change(position, statement="Pays 640 people each month from the payroll system."):
    """Write the first duty anew; the others stay."""
    first, *others = position.duties.filter(share__gt=0).order_by("order")
    definition.set_duties(
        position,
        [
            DutyRow(statement, first.share, essential_reason="Pay", id=first.pk),
            *(
                DutyRow(
                    duty.statement,
                    duty.share,
                    essential=duty.essential,
                    essential_reason=duty.essential_reason,
                    id=duty.pk,
                )
                for duty in others
            ),
        ],
        by=position.owner,
    )


def freeze(position, reason):
    return plans.freeze(position, by=position.owner, at=timezone.now(), reason=reason)


def test_every_version_is_listed_with_who_is_judged_by_it(client, position):
    application = make.application(position)
    evaluation.evaluate_application(application.pk, at=timezone.now())
    change(position)
    freeze(position, "The wording was unclear.")

    response = client.get(page("versions", position))

    assert [(v.number, v.judged) for v in response.context["versions"]] == [
        (2, 0),
        (1, 1),
    ]
    assertContains(response, "The wording was unclear.")
    assertContains(response, make.version(position).digest[:16])
    assertContains(response, str(position.owner))


def test_the_list_needs_the_same_queries_for_any_length(
    client, position, django_assert_num_queries
):
    client.get(page("versions", position))
    with django_assert_num_queries(16):
        client.get(page("versions", position))
    for number in range(3):
        change(position, f"Pays {number} people from the payroll system.")
        freeze(position, "Again")

    with django_assert_num_queries(16):
        client.get(page("versions", position))


def test_a_draft_says_that_nothing_is_frozen(client):
    draft = make.position()

    assertContains(client.get(page("versions", draft)), "Nothing is frozen yet")
    assertContains(client.get(page("compare", draft)), "nothing to compare yet")
    assert client.get(page("version", draft, 1)).status_code == 404


def test_a_version_stays_what_it_was(client, position):
    before = position.duties.get(order=1).statement
    change(position)
    freeze(position, "The wording was unclear.")

    first = client.get(page("version", position, 1))
    second = client.get(page("version", position, 2))

    assertContains(first, before)
    assertNotContains(second, before)
    assertContains(second, "Pays 640 people each month")
    assertContains(second, make.version(position).digest)
    for text in ("Running payroll", "Structured interview", "What 0, 50 and 100 mean"):
        assertContains(first, text)
    assertNotContains(first, "form-check-input")
    assert client.get(page("version", position, 3)).status_code == 404


def test_two_versions_stand_side_by_side(client, position):
    before = position.duties.get(order=1).statement
    change(position)
    freeze(position, "The wording was unclear.")

    response = client.get(page("compare", position))

    assert (response.context["old"].value, response.context["new"].value) == ("1", "2")
    assertContains(response, before)
    assertContains(response, "Pays 640 people each month")
    backwards = client.get(page("compare", position), {"from": "2", "to": "1"})
    (item,) = backwards.context["changes"][0].items
    assert item.lines[0].after == before
    same = client.get(page("compare", position), {"from": "1", "to": "1"})
    assertContains(same, "Nothing differs between the two.")


@pytest.mark.parametrize("value", ["3", "0", "-1", "x", "1.0", "9" * 99, "\x00", ""])
def test_a_version_that_is_not_there_is_not_found(client, position, value):
    change(position)

    response = client.get(page("compare", position), {"from": value})

    assert response.status_code == 404


def test_what_is_being_written_is_compared_for_those_who_write(client, position):
    change(position)

    response = client.get(page("compare", position))

    assert response.context["new"].value == "draft"
    assertContains(response, "Pays 640 people each month")
    assertContains(
        client.get(page("versions", position)), "differs from the newest version"
    )

    client.force_login(make.member(position).user)
    assertContains(client.get(page("compare", position)), "nothing to compare yet")
    assertNotContains(
        client.get(page("versions", position)), "differs from the newest version"
    )
    sent = client.get(page("compare", position), {"from": "1", "to": "draft"})
    assertNotContains(sent, "Pays 640 people each month")


def test_freezing_shows_what_changes_and_whom_it_touches(client, position):
    make.application(position)
    before = position.duties.get(order=1).statement
    change(position)

    response = client.get(page("definition", position))

    assertContains(response, "touches 1 applicant:")
    (group,) = response.context["changes"]
    assert group.items[0].lines[0].before == before
    assertContains(response, before)


def test_a_new_version_judges_everybody_anew(position):
    application = make.application(position)
    evaluation.evaluate_application(application.pk, at=timezone.now())
    change(position)
    second = freeze(position, "The wording was unclear.")

    evaluation.evaluate_application(application.pk, at=timezone.now())

    judged = Evaluation.objects.filter(application=application)
    assert [one.plan_version for one in judged] == [second]
    assert position.versions.count() == 2
