import datetime as dt

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from positions.criteria import CriterionKind, Equivalence
from positions.models import PlanVersion
from positions.plan import Plan
from positions.services import definition, drafting, plans, policies
from positions.services.definition import DutyRow
from positions.signals import plan_frozen
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def frozen_facts():
    """What `plan_frozen` announced, as (position, version) pairs."""
    facts = []

    def listen(**fact):
        facts.append((fact["position"], fact["version"]))

    plan_frozen.connect(listen)
    yield facts
    plan_frozen.disconnect(listen)


def test_freeze_stores_the_plan_as_it_stands(frozen_facts):
    position = make.position()
    at = timezone.now()

    version = plans.freeze(position, by=position.owner, at=at, reason="First")

    assert (version.number, version.reason, version.frozen_at) == (1, "First", at)
    assert Plan.from_json(version.content) == plans.plan_of(position)
    assert version.digest == plans.plan_of(position).digest()
    assert frozen_facts == [(position, version)]
    assert plans.current(position) == version


def test_digest_survives_the_database_and_tells_plans_apart():
    position = make.published()
    version = make.version(position)

    stored = PlanVersion.objects.get(pk=version.pk)

    assert Plan.from_json(stored.content).digest() == version.digest
    assert not plans.is_changed(position)

    rows = [
        DutyRow(duty.statement, duty.share, id=duty.pk) for duty in duties(position)
    ]
    rows[0] = DutyRow("Pays people.", 40, essential_reason="Pay", id=rows[0].id)
    definition.set_duties(position, rows, by=position.owner)

    assert plans.is_changed(position)
    assert make.version(position).digest == version.digest


def duties(position):
    return list(position.duties.order_by("order"))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE positions_planversion SET reason = 'other'",
        "UPDATE positions_planversion SET content = '{}'",
        "DELETE FROM positions_planversion",
    ],
)
def test_the_database_refuses_to_change_a_frozen_plan(statement):
    position = make.published()
    version = make.version(position)

    with (
        pytest.raises(DatabaseError, match="Cannot update or delete"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)

    version.refresh_from_db()
    assert version.digest == plans.plan_of(position).digest()


def test_freeze_refuses_when_nothing_has_changed():
    position = make.published()

    with pytest.raises(plans.PlanUnchangedError):
        plans.freeze(position, by=position.owner, at=timezone.now(), reason="Again")

    assert position.versions.count() == 1


def test_freeze_takes_the_next_number_and_the_reason():
    position = make.published()
    definition.set_requirements(
        position,
        education=None,
        experience=[],
        policy=policies.standard(Equivalence.COMBINATION),
        by=position.owner,
    )
    drafting.draft_criteria(position, by=position.owner)

    version = plans.freeze(
        position, by=position.owner, at=timezone.now(), reason="Study is not needed"
    )

    assert (version.number, version.reason) == (2, "Study is not needed")
    assert plans.current(position) == version


def test_an_empty_draft_says_everything_that_is_missing():
    position = make.draft()

    with pytest.raises(plans.PlanIncompleteError) as caught:
        plans.freeze(position, by=position.owner, at=timezone.now(), reason="x")

    assert [problem.section for problem in caught.value.problems] == [
        "duties",
        "weights",
    ]
    assert position.versions.count() == 0


@pytest.mark.parametrize(
    ("share", "sentence"),
    [
        (30, "The shares of time add up to 90 %. Give 10 % more to the duties."),
        (50, "The shares of time add up to 110 %. Take 10 % off the duties."),
    ],
)
def test_shares_must_make_a_hundred(share, sentence):
    position = make.position()
    first = duties(position)[0]
    first.share = share
    first.save()

    assert sentence in [problem.text for problem in plans.problems_of(position)]


def test_a_position_without_an_essential_duty_is_not_defined():
    position = make.position()
    rows = [
        DutyRow(duty.statement, duty.share, essential=False, id=duty.pk)
        for duty in position.duties.order_by("order")
    ]
    definition.set_duties(position, rows, by=position.owner)

    problems = plans.problems_of(position)

    assert [one.section for one in problems] == ["duties"]
    assert "Mark at least one duty as essential" in problems[0].text


def test_an_essential_duty_needs_its_reason():
    position = make.position()
    first = duties(position)[0]
    first.essential_reason = ""
    first.save()

    assert [problem.text for problem in plans.problems_of(position)] == [
        "Say why duty 1 is essential, or take the mark off."
    ]


def test_weights_must_make_a_hundred():
    position = make.position()
    criterion = position.criteria.filter(kind=CriterionKind.DUTY).earliest("order")
    criterion.weight += 5
    criterion.save()

    assert [problem.text for problem in plans.problems_of(position)] == [
        "The weights add up to 105. Take 5 off to reach 100."
    ]


@pytest.mark.parametrize(
    ("kind", "changes", "sentence"),
    [
        (
            CriterionKind.SCREENING,
            {"weight": 51},
            (
                "“Working with others” weighs 51 before interviews. One criterion may"
                " weigh 50 at most: give 1 to others."
            ),
        ),
        (
            CriterionKind.SCREENING,
            {"weight": 12},
            (
                "The situations are public examples and may weigh 10 at most; they weigh"
                " 12 before interviews. Give 2 to others."
            ),
        ),
        (
            CriterionKind.QUALIFICATION,
            {"final_weight": 25},
            (
                "Education and experience weigh 25 after interviews. Above 20, say at"
                " “Running payroll, or study instead” why this job needs it, or take 5"
                " off."
            ),
        ),
        (
            CriterionKind.INTERVIEW,
            {"final_weight": 0},
            (
                "No method here is a strong one. Add a structured interview or a work"
                " sample, or say why there is none."
            ),
        ),
    ],
)
def test_what_research_advises_against_is_a_gate(kind, changes, sentence):
    position = make.position()
    position.criteria.filter(kind=kind).update(**changes)

    texts = [problem.text for problem in plans.problems_of(position)]

    assert sentence in texts
    with pytest.raises(plans.PlanIncompleteError):
        plans.freeze(position, by=position.owner, at=timezone.now(), reason="x")


def test_a_written_reason_opens_the_gate():
    position = make.position()
    judged = position.criteria.filter(kind=CriterionKind.QUALIFICATION)
    heaviest = position.criteria.filter(kind=CriterionKind.DUTY).order_by("-weight")[0]
    judged.update(weight=25)
    heaviest.weight -= 20
    heaviest.save()
    assert len(plans.problems_of(position)) == 1

    judged.update(reason="The regulator asks for two years in the role.")

    assert plans.problems_of(position) == []


def test_an_essential_duty_with_a_tenth_of_the_time_must_be_scored():
    position = make.position()
    position.criteria.get(kind=CriterionKind.DUTY, duties=duties(position)[1]).delete()

    texts = [problem.text for problem in plans.problems_of(position)]

    assert any(text.startswith("Duty 2 is essential and takes 10 %") for text in texts)


def test_a_kind_of_work_must_be_judged_and_needed_by_a_duty():
    position = make.position()
    kind = position.experience.get()
    kind.duties.clear()
    position.criteria.get(kind=CriterionKind.QUALIFICATION).delete()

    texts = [problem.text for problem in plans.problems_of(position)]

    assert "Tick the duties that need “Running payroll”." in texts
    assert "Nothing judges “Running payroll”. Draft the criteria again." in texts


def test_versions_leave_their_events(apps_model):
    position = make.published()

    events = apps_model("PlanVersionEvent").objects.filter(position=position)

    assert [event.pgh_label for event in events] == ["insert"]
    assert events[0].pgh_context.metadata["user"] == position.owner.pk


def test_frozen_plan_keeps_moments_apart():
    position = make.position()
    at = timezone.now() - dt.timedelta(days=1)

    version = plans.freeze(position, by=position.owner, at=at, reason="Early")

    assert version.frozen_at == at
