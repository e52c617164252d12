import pytest
from django.utils import timezone

from backoffice_ats.demo import positions as demo_positions
from positions.criteria import CriterionKind, EducationLevel, Equivalence
from positions.models import Duty
from positions.services import definition, drafting, lifecycle, plans, policies
from positions.services.definition import (
    CriterionRow,
    DutyRow,
    EducationRow,
    ExperienceRow,
    RouteRow,
)
from tests import make

EDUCATION = EducationRow(
    routes=(RouteRow(EducationLevel.BACHELOR, ("accounting",), 60),),
    reason="Ledgers follow rules.",
)


@pytest.mark.django_db
def test_create_position_makes_address_and_reference():
    by = make.user()
    at = timezone.now().replace(year=2026)

    made = definition.create_position(
        by=by, at=at, title="Payroll accountant", department="Finance"
    )

    assert (made.slug, made.code, made.owner, made.status) == (
        "payroll-accountant",
        f"PA-26{made.code[-2:]}",
        by,
        "DRAFT",
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("titles", "slugs"),
    [
        (["Clerk", "Clerk", "Clerk"], ["clerk", "clerk-2", "clerk-3"]),
        (["New"], ["new-2"]),
        (["経理"], ["position"]),
        (["a" * 120], ["a" * 70]),
    ],
    ids=["same", "reserved", "not latin", "long"],
)
def test_addresses_are_free_and_short(titles, slugs):
    by = make.user()

    made = [make.draft(by=by, title=title) for title in titles]

    assert [position.slug for position in made] == slugs
    assert len({position.code for position in made}) == len(titles)


@pytest.mark.django_db
def test_update_position_saves_what_differs_and_leaves_an_event(apps_model):
    position = make.draft()

    definition.update_position(position, by=position.owner, title="Payroll clerk")
    definition.update_position(position, by=position.owner, title="Payroll clerk")

    events = apps_model("PositionEvent").objects.filter(pgh_obj=position)
    assert [(event.pgh_label, event.title) for event in events.order_by("pgh_id")] == [
        ("insert", "Payroll accountant"),
        ("update", "Payroll clerk"),
    ]


@pytest.mark.django_db
def test_an_open_position_keeps_what_applicants_were_promised():
    position = make.published()

    definition.update_position(position, by=position.owner, summary="New", openings=3)
    with pytest.raises(definition.NotEditableError) as caught:
        definition.update_position(
            position, by=position.owner, summary="Newer", pay_low=1
        )

    position.refresh_from_db()
    assert caught.value.fields == ("pay_low",)
    assert (position.summary, position.openings) == ("New", 3)


@pytest.mark.django_db
def test_a_closed_position_does_not_change():
    position = make.published()
    lifecycle.close(position, by=position.owner, at=timezone.now())

    with pytest.raises(definition.NotEditableError):
        definition.update_position(position, by=position.owner, summary="New")
    with pytest.raises(definition.NotEditableError):
        definition.set_duties(position, [], by=position.owner)
    with pytest.raises(definition.NotEditableError):
        definition.set_criteria(position, [], by=position.owner)


@pytest.mark.django_db
def test_set_duties_keeps_moves_adds_and_deletes():
    position = make.draft()
    first, second, third, fourth = make.duties(position)

    definition.set_duties(
        position,
        [
            DutyRow(third.statement, 60, essential=False, id=third.pk),
            DutyRow("Closes the books.", 20, essential_reason="Law"),
            DutyRow(first.statement, 20, essential_reason="Pay", id=first.pk),
        ],
        by=position.owner,
    )

    saved = list(position.duties.order_by("order"))
    assert [(duty.order, duty.share, duty.essential_reason) for duty in saved] == [
        (1, 60, ""),
        (2, 20, "Law"),
        (3, 20, "Pay"),
    ]
    assert [saved[0].pk, saved[2].pk] == [third.pk, first.pk]
    assert not Duty.objects.filter(pk__in=[second.pk, fourth.pk]).exists()


@pytest.mark.django_db
def test_set_duties_never_takes_a_duty_of_another_position():
    position, other = make.draft(), make.draft()
    foreign = make.duties(other)[0]

    definition.set_duties(
        position, [DutyRow("Mine.", 100, id=foreign.pk)], by=position.owner
    )

    foreign.refresh_from_db()
    assert foreign.position == other
    assert position.duties.get().statement == "Mine."


@pytest.mark.django_db
def test_a_duty_that_applicants_answered_stays_on_file():
    position = make.published()
    rows = list(position.duties.order_by("order"))

    definition.set_duties(
        position,
        [DutyRow(rows[0].statement, 100, essential_reason="Pay", id=rows[0].pk)],
        by=position.owner,
    )

    shares = list(position.duties.order_by("order").values_list("pk", "share"))
    assert shares == [(rows[0].pk, 100), *((duty.pk, 0) for duty in rows[1:])]
    assert [duty.id for duty in plans.plan_of(position).duties] == [rows[0].pk]


@pytest.mark.django_db
def test_requirements_are_replaced_and_linked_to_own_duties_only():
    position = make.position()
    foreign = make.duties(make.draft())[0]
    own = position.duties.get(order=1)
    before = position.experience.get()

    definition.set_requirements(
        position,
        education=None,
        experience=[
            ExperienceRow("Bookkeeping", 6, (own.pk, foreign.pk), id=before.pk),
            ExperienceRow("Reconciling", 12, (own.pk,), headroom=0),
        ],
        policy=policies.standard(Equivalence.EITHER),
        by=position.owner,
    )

    position.refresh_from_db()
    plan = plans.plan_of(position)
    assert (plan.education, plan.equivalence) == (None, Equivalence.EITHER)
    assert [
        (kind.kind_of_work, kind.months, kind.headroom, kind.duties)
        for kind in plan.experience
    ] == [("Bookkeeping", 6, 24, (own.pk,)), ("Reconciling", 12, 0, (own.pk,))]
    assert plan.experience[0].id == before.pk


def summary(criteria):
    return [
        (c.kind, c.essential, c.weight, c.experience_id is not None) for c in criteria
    ]


@pytest.mark.django_db
def test_draft_criteria_follows_duties_and_requirements():
    position = make.position()

    criteria = drafting.draft_criteria(position, by=position.owner)

    assert summary(criteria) == [
        (CriterionKind.QUALIFICATION, True, 5, True),
        (CriterionKind.DUTY, False, 36, False),
        (CriterionKind.DUTY, False, 31, False),
        (CriterionKind.DUTY, False, 18, False),
        (CriterionKind.SCREENING, False, 10, False),
        (CriterionKind.INTERVIEW, False, 0, False),
        (CriterionKind.REFERENCE, False, 0, False),
    ]
    assert [c.final_weight for c in criteria] == [2, 16, 14, 8, 5, 45, 10]
    assert [c.title for c in criteria] == [
        "Running payroll, or study instead",
        "Runs the monthly payroll for 640 employees",
        "Reconciles payroll control accounts",
        "Answers employees' questions",
        "Working with others",
        "Structured interview",
        "Structured references",
    ]
    assert all(c.anchor_none and c.anchor_meets and c.anchor_best for c in criteria)
    assert all(c.duties.exists() for c in criteria)
    assert plans.problems_of(position) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("education", "kinds", "equivalence", "expected"),
    [
        (None, 0, Equivalence.COMBINATION, [True] * 0),
        (EDUCATION, 0, Equivalence.COMBINATION, [False]),
        (None, 1, Equivalence.COMBINATION, [True]),
        (EDUCATION, 1, Equivalence.BOTH, [True, False]),
        (EDUCATION, 2, Equivalence.EITHER, [True, True]),
        (EDUCATION, 6, Equivalence.BOTH, [True] * 6 + [False]),
    ],
    ids=["nothing", "study", "work", "both", "two kinds", "many"],
)
def test_qualifications_of_a_draft(education, kinds, equivalence, expected):
    position = make.draft()
    duties = make.duties(position)
    definition.set_requirements(
        position,
        education=education,
        experience=[
            ExperienceRow(f"Work {n}", 12, (duties[0].pk,)) for n in range(kinds)
        ],
        policy=policies.standard(equivalence),
        by=position.owner,
    )

    criteria = drafting.draft_criteria(position, by=position.owner)

    judged = [c for c in criteria if c.kind == CriterionKind.QUALIFICATION]
    assert [c.experience_id is not None for c in judged] == expected
    assert sum(c.weight for c in judged) == min(5 * len(expected), 20)
    assert sum(c.weight for c in criteria) == 100
    assert plans.problems_of(position) == []


@pytest.mark.django_db
def test_drafting_again_keeps_the_identity_of_what_is_judged():
    position = make.position()
    before = list(position.criteria.order_by("order").values_list("pk", flat=True))

    again = drafting.draft_criteria(position, by=position.owner)

    assert [criterion.pk for criterion in again] == before


@pytest.mark.django_db
def test_nothing_can_be_drafted_without_duties():
    position = make.draft()

    with pytest.raises(drafting.NothingToDraftFromError):
        drafting.draft_criteria(position, by=position.owner)


@pytest.mark.django_db
def test_duties_without_a_scored_one_are_scored_anyway():
    position = make.draft()
    make.duties(position, [DutyRow("Files papers.", 100, essential=False)])

    criteria = drafting.draft_criteria(position, by=position.owner)

    assert [(c.kind, c.weight, c.final_weight) for c in criteria] == [
        ("DUTY", 50, 23),
        ("WORK_SAMPLE", 40, 18),
        ("SCREENING", 10, 4),
        ("INTERVIEW", 0, 45),
        ("REFERENCE", 0, 10),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("demo", "weights"),
    [
        (demo_positions.ACCOUNTANT, [5, 21, 21, 16, 16, 11, 10]),
        (demo_positions.HR_SPECIALIST, [5, 24, 14, 14, 11, 12, 10, 10]),
        (demo_positions.SUPPORT_CLERK, [5, 28, 19, 17, 11, 10, 10]),
    ],
    ids=["accountant", "hr", "support"],
)
def test_the_demo_is_publishable_as_it_is_drafted(demo, weights):
    position = make.demo_position(demo)

    criteria = position.criteria.order_by("order")

    assert [c.weight for c in criteria if c.weight] == weights
    assert plans.problems_of(position) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("shares", "weights"),
    [
        ((80, 20), [50, 18, 22, 10]),
        ((50, 50), [45, 45, 10]),
        ((60, 30, 10), [50, 30, 10, 10]),
    ],
)
def test_what_one_duty_may_not_weigh_goes_to_a_work_sample(shares, weights):
    position = make.draft()
    make.duties(
        position,
        [
            DutyRow(
                f"Counts the coins of till {share} each evening, so that the safe is"
                " right.",
                share,
                essential_reason="It is the job.",
            )
            for share in shares
        ],
    )

    criteria = drafting.draft_criteria(position, by=position.owner)

    early = [c for c in criteria if c.weight]
    assert [c.weight for c in early] == weights
    samples = [c for c in early if c.kind == CriterionKind.WORK_SAMPLE]
    assert len(samples) == (len(weights) > len(shares) + 1)
    assert all(c.anchor_none and c.anchor_best and c.duties.exists() for c in samples)
    assert plans.problems_of(position) == []


@pytest.mark.django_db
def test_set_criteria_replaces_and_orders():
    position = make.position()
    duty = position.duties.get(order=1)
    kept = position.criteria.get(kind=CriterionKind.SCREENING)

    definition.set_criteria(
        position,
        [
            CriterionRow(CriterionKind.SCREENING, "People", 40, (duty.pk,), id=kept.pk),
            CriterionRow(CriterionKind.DUTY, "Pay", 60, (duty.pk,), essential=True),
        ],
        by=position.owner,
    )

    saved = position.criteria.order_by("order")
    assert [(c.title, c.weight, c.essential) for c in saved] == [
        ("People", 40, False),
        ("Pay", 60, True),
    ]
    assert saved[0].pk == kept.pk
