"""Begin a definition from a template, or from another position."""

from dataclasses import replace

import pytest
from django.utils import timezone

from positions.blueprint import Blueprint, BlueprintDuty
from positions.criteria import CriterionKind, RequirementKind
from positions.library.loading import templates
from positions.services import beginnings, definition, drafting, lifecycle, plans
from positions.services.definition import RequirementRow
from tests import make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("key", templates())
def test_a_template_lacks_only_what_the_organisation_must_say(key):
    by, now = make.user(), timezone.now()

    position = beginnings.begin(templates()[key].blueprint, by=by, at=now)

    missing = {problem.section for problem in lifecycle.missing(position, at=now)}
    assert missing <= {"about", "pay"}  # closing moment, place, pay
    assert plans.problems_of(position) == []
    assert (position.origin, position.origin_key) == ("TEMPLATE", key)


def test_a_copy_has_everything_of_the_position_it_was_made_from():
    position = make.position()
    duty = position.duties.get(order=1)
    definition.set_conditions(
        position,
        [
            RequirementRow(RequirementKind.LANGUAGE, "English", (duty.pk,), level=4),
            RequirementRow(
                RequirementKind.LICENCE,
                "Payroll certificate",
                (duty.pk,),
                expires=True,
                essential=True,
                reason="The law asks for it.",
            ),
        ],
        by=position.owner,
    )
    drafting.draft_criteria(position, by=position.owner)
    before = beginnings.blueprint_of(position)

    copy = beginnings.begin(before, by=make.user(), at=timezone.now())

    assert (copy.origin, copy.origin_key) == ("COPY", position.code)
    assert replace(beginnings.blueprint_of(copy), origin_key=position.code) == before
    assert {one.kind for one in plans.plan_of(copy).criteria} >= {
        CriterionKind.LANGUAGE,
        CriterionKind.LICENCE,
    }


def test_a_copy_of_an_empty_draft_is_an_empty_draft():
    copy = beginnings.begin(
        beginnings.blueprint_of(make.draft()), by=make.user(), at=timezone.now()
    )

    assert (copy.duties.count(), copy.criteria.count()) == (0, 0)


def test_duties_without_shares_get_equal_ones():
    blueprint = Blueprint(
        "Clerk", "Finance", duties=tuple(BlueprintDuty(word) for word in "ABC")
    )

    position = beginnings.begin(blueprint, by=make.user(), at=timezone.now())

    assert list(position.duties.order_by("order").values_list("share", flat=True)) == [
        34,
        33,
        33,
    ]


def test_the_interview_asks_about_each_side_the_template_names():
    blueprint = templates()["accounts-payable-clerk"].blueprint

    position = beginnings.begin(blueprint, by=make.user(), at=timezone.now())

    plan = plans.plan_of(position)
    asked = [one for one in plan.criteria if one.kind is CriterionKind.INTERVIEW]
    assert [one.dimension for one in asked] == ["", "CONFLICT", "COMMUNICATION"]
    assert sum(one.final_weight for one in asked) == drafting.INTERVIEW_WEIGHT
    assert asked[1].duties == (plan.duties[3].id,)
