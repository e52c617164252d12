import pytest

from positions.criteria import (
    CriterionKind,
    Equivalence,
    LanguageLevel,
    RequirementKind,
)
from positions.services import comparing, definition, plans, policies
from positions.services.definition import CriterionRow, DutyRow, RequirementRow
from tests import make

pytestmark = pytest.mark.django_db


def told(groups):
    """Groups in short: label, then name, how, and the lines."""
    return {
        group.label: [
            (item.name, item.how, [(x.label, x.before, x.after) for x in item.lines])
            for item in group.items
        ]
        for group in groups
    }


def test_changes_are_said_in_words():
    position = make.position()
    before = plans.plan_of(position)
    rows = [CriterionRow.of(one) for one in before.criteria]
    first, second = before.duties[:2]
    definition.set_duties(
        position,
        [
            DutyRow(
                duty.statement, duty.share, essential=duty.id != second.id, id=duty.id
            )
            for duty in before.duties[:3]
        ],
        by=position.owner,
    )
    definition.set_conditions(
        position,
        [
            RequirementRow(
                RequirementKind.LANGUAGE,
                "English",
                (first.id,),
                level=LanguageLevel.B2,
            )
        ],
        by=position.owner,
    )
    definition.set_criteria(
        position,
        [
            CriterionRow(
                **{
                    **{name: getattr(rows[0], name) for name in rows[0].__slots__},
                    "minimum": 40,
                    "weight": 7,
                    "duties": (first.id,),
                }
            ),
            *rows[1:],
            CriterionRow(CriterionKind.VALUE, "Says so early", 0, (first.id,)),
        ],
        by=position.owner,
    )

    found = told(comparing.changes_between(before, plans.plan_of(position)))

    assert found["Duties"] == [
        (second.statement, "Changed", [("Essential", "Yes", "No")]),
        (before.duties[3].statement, "Taken out", []),
    ]
    assert found["Skills, licences, languages, conditions"] == [
        ("English", "Added", [])
    ]
    title = "Running payroll, or study instead"
    assert found["Criteria"][0] == (
        title,
        "Changed",
        [("From duties", "1, 2", "1"), ("Least score", "0", "40")],
    )
    assert ("Says so early", "Added", []) in found["Criteria"]
    assert found["Weights"] == [
        (title, "Changed", [("Before interviews", "5", "7")]),
        (
            "Says so early",
            "Changed",
            [("Before interviews", "–", "0"), ("After interviews", "–", "0")],
        ),
    ]


def test_the_rule_and_the_study_are_said_in_words():
    position = make.position()
    before = plans.plan_of(position)
    definition.set_requirements(
        position,
        education=None,
        experience=[
            definition.ExperienceRow(
                "Running payroll", 18, before.experience[0].duties, id=kind.id
            )
            for kind in before.experience
        ],
        policy=policies.standard(Equivalence.EITHER),
        by=position.owner,
    )

    found = told(comparing.changes_between(before, plans.plan_of(position)))

    rule, study, work = found["Education and experience"]
    assert rule[:2] == ("How education and experience combine", "Changed")
    assert rule[2][0][:2] == (
        "How they combine",
        "They add up: 100 % from both together",
    )
    assert study == ("Education", "Taken out", [])
    assert work == (
        "Running payroll",
        "Changed",
        [("Months needed", "12", "18")],
    )


def test_nothing_changed_is_nothing_said():
    plan = plans.plan_of(make.position())

    assert comparing.changes_between(plan, plan) == []
