from dataclasses import replace

from hypothesis import given

from positions.criteria import CriterionKind, Equivalence
from positions.differences import Change, FieldChange, How, compare
from positions.plan import PlanPolicy
from tests.positions import planning
from tests.positions.planning import criterion, duty, experience, plan

DUTY = criterion(1, CriterionKind.DUTY, 60, 30)
SAMPLE = criterion(2, CriterionKind.WORK_SAMPLE, 40, 70)
OLD = plan(DUTY, SAMPLE, experience=(experience(),))


def test_a_changed_duty_says_what_stood_there_before():
    new = replace(OLD, duties=(duty(1, share=70), duty(3), duty(2, essential=False)))

    assert compare(OLD, new).duties == (
        Change(How.CHANGED, 1, "Duty 1.", (FieldChange("share", 50, 70),)),
        Change(How.ADDED, 3, "Duty 3."),
        Change(
            How.CHANGED,
            2,
            "Duty 2.",
            (FieldChange("essential", before=True, after=False),),
        ),
    )


def test_weights_stand_apart_from_what_a_criterion_is():
    heavier = replace(DUTY, weight=70, title="Pays people")
    late = criterion(3, CriterionKind.INTERVIEW, 0, 70)

    found = compare(OLD, replace(OLD, criteria=(heavier, late)))

    assert found.criteria == (
        Change(
            How.CHANGED,
            1,
            "Pays people",
            (FieldChange("title", "Duty 1", "Pays people"),),
        ),
        Change(How.ADDED, 3, "Interview 3"),
        Change(How.REMOVED, 2, "Work_Sample 2"),
    )
    assert found.weights == (
        Change(How.CHANGED, 1, "Pays people", (FieldChange("weight", 60, 70),)),
        Change(
            How.CHANGED,
            3,
            "Interview 3",
            (FieldChange("weight", None, 0), FieldChange("final_weight", None, 70)),
        ),
        Change(
            How.CHANGED,
            2,
            "Work_Sample 2",
            (FieldChange("weight", 40, None), FieldChange("final_weight", 70, None)),
        ),
    )


def test_the_rule_the_study_and_the_reason_are_compared_as_wholes():
    new = replace(OLD, policy=PlanPolicy(Equivalence.EITHER), reason="At sea.")

    found = compare(OLD, new)

    assert [(one.how, one.name) for one in found.needs] == [(How.CHANGED, "policy")]
    assert found.criteria == (
        Change(How.CHANGED, 0, "reason", (FieldChange("reason", "", "At sea."),)),
    )


@given(planning.plans)
def test_a_plan_does_not_differ_from_itself(same):
    assert not compare(same, same)


@given(planning.plans, planning.plans)
def test_nothing_that_differs_is_left_out(one, other):
    parts = ("duties", "experience", "criteria", "requirements")
    same = (
        (one.policy, one.education, one.reason)
        == (other.policy, other.education, other.reason)
    ) and all(set(getattr(one, part)) == set(getattr(other, part)) for part in parts)

    assert bool(compare(one, other)) == (not same)


@given(planning.plans, planning.plans)
def test_looking_the_other_way_swaps_before_and_after(one, other):
    forth, back = compare(one, other), compare(other, one)

    for part in ("duties", "needs", "conditions", "criteria", "weights"):
        there = {(c.id, c.how, c.fields) for c in getattr(forth, part)}
        mirrored = {_mirrored(change) for change in getattr(back, part)}
        assert there == mirrored


def _mirrored(change):
    how = {How.ADDED: How.REMOVED, How.REMOVED: How.ADDED}.get(change.how, change.how)
    fields = tuple(FieldChange(f.name, f.after, f.before) for f in change.fields)
    return change.id, how, fields
