"""How firm the first place is, as the ranking says it."""

import pytest
from django.utils import timezone

from backoffice_ats.accounts.enums import Role
from positions.plan import Plan
from positions.services import plans
from screening.models import Evaluation
from screening.services import evaluation, stability
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def position():
    make.organisation()
    return make.published()


def rank(position, *scores):
    """Give a position applicants with these scores, one list per weighted criterion."""
    plan = plan_of(position)
    made = [
        make.application(position, name=f"P{n}", email=f"p{n}@example.org")
        for n in range(len(scores))
    ]
    evaluation.evaluate_position(position.pk, at=timezone.now())
    weighted = [number for number, one in enumerate(plan.early) if one.weight]
    for application, own in zip(made, scores, strict=True):
        row = [0] * len(plan.early)
        for number, score in zip(weighted, own, strict=False):
            row[number] = score * 100
        total = sum(
            one.weight * score for one, score in zip(plan.early, row, strict=True)
        )
        Evaluation.objects.filter(application=application).update(
            scores=row,
            score=total // 100,
            low=total // 100,
            high=total // 100,
            essential_not_met=False,
        )
    return made


def plan_of(position):
    version = plans.current(position)
    assert version is not None
    return Plan.from_json(version.content)


def told(position, user=None):
    found = stability.of(
        position, plan_of(position), user or make.user(Role.HR_MANAGER)
    )
    assert found is not None
    return found


def test_one_applicant_is_compared_with_nobody(position):
    rank(position, (50, 50))

    user = make.user(Role.HR_MANAGER)
    assert stability.of(position, plan_of(position), user) is None


def test_who_is_better_in_everything_stays_first(position):
    rank(position, (40, 40), (80, 80))

    found = told(position)

    assert found.sentence == "P1 stays first in 100 % of plausible weightings."
    assert (found.others, found.without) == ([], [])
    assert found.second == "P0"


def test_equals_are_called_equals(position):
    rank(position, (50, 50), (50, 50), (10, 10))

    assert told(position).sentence == (
        "2 applicants share the first place: look at them as equals."
    )


def test_a_close_race_says_what_would_turn_it(position):
    plan = plan_of(position)
    heavy = max(
        range(len([one for one in plan.early if one.weight])),
        key=lambda number: [one.weight for one in plan.early if one.weight][number],
    )
    count = len([one for one in plan.early if one.weight])
    assert count > 1
    strong = [60] * count
    strong[heavy] = 70
    other = [65] * count
    other[heavy] = 66
    rank(position, strong, other)

    found = told(position)

    title = [one for one in plan.early if one.weight][heavy].title
    assert any(title in line for line in [*found.without, *found.crossings])


@pytest.mark.parametrize(
    ("needed", "now", "said"),
    [
        (0.453, 0.25, ("45", "25")),
        (0.2512, 0.25, ("25.1", "25.0")),
        (0.25012, 0.25, ("25.01", "25.00")),
    ],
)
def test_two_weights_are_toldapart(needed, now, said):
    assert tuple(stability.apart(needed, now).values()) == said


def test_names_stay_hidden_where_the_review_is_blind(position):
    rank(position, (40, 40), (80, 80))
    position.blind_review = True
    position.save()
    member = make.member(position).user

    found = told(position, member)

    assert "P1" not in found.sentence
    assert "stays first" in found.sentence
