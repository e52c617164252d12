"""After interviews: both stages together, by the second weights."""

import pytest
from django.urls import reverse
from django.utils import timezone

from backoffice_ats.accounts.enums import Role
from candidates.models import Application
from candidates.stages import Status
from positions.models import PlanVersion
from screening.models import Evaluation, Measure
from screening.services import evaluation, finals
from tests import make

pytestmark = pytest.mark.django_db


def far(position, name, rating=None):
    """Somebody on the shortlist, with two references or none."""
    one = make.application(position, name=name, status=Status.SHORTLISTED)
    if rating:
        make.referee(one, rating=rating)
        make.referee(one, "Tom Reid", rating=rating)
    evaluation.evaluate_application(one.pk, at=timezone.now())
    return one


@pytest.fixture
def position(db):
    make.organisation()
    return make.published()


@pytest.fixture
def hr(db):
    return make.user(Role.HR_MANAGER)


def late_weights(position):
    version = PlanVersion.objects.filter(position=position).latest("number")
    return {
        one["kind"]: one["final_weight"]
        for one in version.content["criteria"]
        if one["kind"] in {"INTERVIEW", "REFERENCE"}
    }


def test_references_count_in_the_second_stage_and_in_no_other(position, hr):
    plain = far(position, "Bo Lind")
    referred = far(position, "Aoife Marsh", rating=5)
    weights = late_weights(position)
    assert weights["REFERENCE"] > 0

    [final] = finals.of_position(position, hr)

    assert final.application == referred
    [reference] = [
        one for one in final.parts if one.criterion.kind.value == "REFERENCE"
    ]
    assert (reference.score, reference.is_open) == (10_000, False)
    assert reference.points == weights["REFERENCE"] * 100
    scores = dict(Evaluation.objects.values_list("application", "score"))
    assert scores[plain.pk] == scores[referred.pk]


def test_points_add_up_and_what_is_open_makes_a_range(position, hr):
    far(position, "Aoife Marsh", rating=3)

    [final] = finals.of_position(position, hr)

    assert sum(one.weight for one in final.parts) == 10_000
    assert sum(one.points for one in final.parts) == final.outcome.score
    open_kinds = {one.kind.value for one in final.open_late}
    assert "INTERVIEW" in open_kinds
    assert not final.outcome.complete
    assert final.outcome.low < final.outcome.score < final.outcome.high


def test_one_applicant_changes_nobody_elses_total(position, hr):
    one = far(position, "Aoife Marsh", rating=4)
    before = finals.of_application(Evaluation.objects.get(application=one), hr)
    far(position, "Bo Lind", rating=1)

    after = finals.of_application(Evaluation.objects.get(application=one), hr)

    assert before is not None
    assert after is not None
    assert before.outcome == after.outcome


def test_without_anything_late_there_is_no_total_of_their_own(position, hr):
    one = far(position, "Aoife Marsh")

    assert finals.of_position(position, hr) == []
    assert finals.of_application(Evaluation.objects.get(application=one), hr) is None
    Application.objects.filter(pk=one.pk).update(status=Status.INTERVIEW)
    [final] = finals.of_position(position, hr)
    assert {one.kind.value for one in final.open_late} >= {"REFERENCE", "INTERVIEW"}


def test_the_pages_show_it_and_ask_the_same_questions_of_many(
    client, position, hr, django_assert_max_num_queries
):
    one = far(position, "Aoife Marsh", rating=4)
    client.force_login(hr)
    address = reverse("screening:finals", args=[position.slug])

    def queries():
        with django_assert_max_num_queries(40) as seen:
            page = client.get(address)
        return len(seen), page.text

    queries()
    few, text = queries()
    far(position, "Bo Lind", rating=2)
    far(position, "Cia Roth", rating=3)
    many, _text = queries()

    assert few == many
    assert "Aoife Marsh" in text
    assert "not complete:" in text
    page = client.get(reverse("screening:application", args=[one.pk])).text
    assert "by the weights that the plan gives after interviews" in page
    assert Measure.objects.filter(subject="").count() == 3
