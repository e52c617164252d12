"""Other weights combine what was found; anything else is judged again."""

from dataclasses import replace
from random import Random

import pytest
from django.utils import timezone

from backoffice_ats.audit.models import Act, AuditEvent
from positions.models import PlanVersion
from positions.plan import Plan
from positions.services import definition, plans
from screening.engine.values import Measured
from screening.enums import Method, Verdict
from screening.models import Evaluation, Work
from screening.services import corrections, evaluation, judgement, measures, work
from screening.services.forms import MOST_PUBLIC_WEIGHT
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def crowd(position, strong, weak, duties, evaluate):
    """Four people of whom different things are known, one of them corrected."""
    rated = make.application(position, name="Cy", email="c@mail.example")
    corrected = make.application(
        position, name="Di", email="d@mail.example", work=[make.job(duties[1])]
    )
    measures.keep(
        rated, Method.SCENARIOS, {measures.WHOLE: Measured(7_200)}, at=timezone.now()
    )
    evaluate()
    first = Evaluation.objects.get(application=corrected).results[0]
    corrections.correct(
        corrected,
        int(first["key"]),
        verdict=Verdict.NOT_MET,
        reason="A reference says otherwise.",
        by=position.owner,
        at=timezone.now(),
    )
    return [strong, weak, rated, corrected]


def freeze(position, change):
    """Freeze the plan with every criterion changed by `change(place, row)`."""
    rows = [definition.CriterionRow.of(one) for one in plans.plan_of(position).criteria]
    changed = [change(place, row) for place, row in enumerate(rows)]
    definition.set_criteria(position, changed, by=position.owner)
    return plans.freeze(
        position, by=position.owner, at=timezone.now(), reason="Other weights"
    )


def weigh(position, seed):
    """Freeze the plan with weights, and a minimum, that chance gives."""
    random = Random(seed)  # noqa: S311 -- no secret
    early = [
        place
        for place, one in enumerate(plans.plan_of(position).criteria)
        if not one.is_late and one.kind != "SCREENING"
    ]
    parts = [1] * len(early)
    while sum(parts) < 95:
        place = random.randrange(len(parts))
        parts[place] += min(random.randint(1, 30), 50 - parts[place], 95 - sum(parts))
    weights = dict(zip(early, parts, strict=True))
    least = random.choice([0, 30, 60])

    def change(place, row):
        rest = 5 if row.kind == "SCREENING" else 0
        return replace(
            row,
            weight=weights.get(place, rest),
            minimum=least if place == early[0] else 0,
            reason="x",
        )

    return freeze(position, change)


def rows():
    fields = [
        one.attname
        for one in Evaluation._meta.concrete_fields
        if one.attname not in {"id", "evaluated_at"}
    ]
    return list(Evaluation.objects.order_by("application").values(*fields))


def outputs():
    return AuditEvent.objects.filter(act=Act.EVALUATED).latest("pk").details["outputs"]


def refuse(*_args):
    raise AssertionError("judged again")


@pytest.mark.parametrize("seed", range(4))
def test_recombining_is_the_same_as_evaluating(
    position, crowd, evaluate, monkeypatch, seed
):
    evaluate()
    weigh(position, seed)

    with monkeypatch.context() as patched:
        patched.setattr(judgement, "judge_by", refuse)
        assert evaluate() == len(crowd)

    recombined, told = rows(), outputs()
    assert {row["plan_version_id"] for row in recombined} == {make.version(position).pk}
    Evaluation.objects.all().delete()
    work.want_position(position, at=timezone.now())
    evaluate()
    assert rows() == recombined
    assert outputs() == told


def test_what_was_learnt_meanwhile_is_judged(position, crowd, evaluate):
    evaluate()
    weigh(position, 1)
    measures.keep(
        crowd[0], Method.SCENARIOS, {measures.WHOLE: Measured(100)}, at=timezone.now()
    )

    evaluate()

    recombined = rows()
    Evaluation.objects.all().delete()
    work.want_position(position, at=timezone.now())
    evaluate()
    assert rows() == recombined
    found = next(r for r in recombined if r["application_id"] == crowd[0].pk)
    assert 100 in [result["score"] for result in found["results"]]


def test_a_plan_with_other_duties_is_judged_anew(position, strong, evaluate):
    evaluate()
    stored = position.duties.order_by("order")
    moved = [
        replace(row, id=duty.pk, share=row.share + change)
        for row, duty, change in zip(make.DUTIES, stored, (5, -5, 0, 0), strict=True)
    ]
    definition.set_duties(position, moved, by=position.owner)
    version = freeze(position, lambda _place, row: row)

    assert evaluate() == 1

    assert Evaluation.objects.get().plan_version == version
    old, new = (
        judgement.unweighed(Plan.from_json(one.content))
        for one in position.versions.order_by("number")
    )
    assert old != new


def test_a_weight_that_a_public_key_may_not_have_is_no_mere_weight(position):
    plan = plans.plan_of(position)
    place = next(n for n, one in enumerate(plan.criteria) if one.kind == "SCREENING")

    def weighing(weight):
        criteria = list(plan.criteria)
        criteria[place] = replace(criteria[place], weight=weight)
        return judgement.unweighed(replace(plan, criteria=tuple(criteria)))

    assert weighing(MOST_PUBLIC_WEIGHT) == weighing(0)
    assert weighing(MOST_PUBLIC_WEIGHT) != weighing(MOST_PUBLIC_WEIGHT + 1)


def test_one_alone_and_among_others_is_the_same(position, crowd, evaluate):
    evaluate()
    together = rows()
    Evaluation.objects.all().delete()

    for one in crowd:
        work.want(one, at=timezone.now())
        evaluation.evaluate_application(one.pk, at=timezone.now())

    assert rows() == together


def test_weights_that_do_not_add_up_are_noted_for_everybody(
    position, crowd, evaluate, caplog
):
    evaluate()
    version = make.version(position)
    content = version.content
    content["criteria"][0]["weight"] += 1
    PlanVersion.objects.create(
        position=position,
        number=version.number + 1,
        content=content,
        digest="0" * 64,
        reason="Broken",
        frozen_by=position.owner,
        frozen_at=timezone.now(),
    )
    work.want_position(position, at=timezone.now())

    assert evaluate() == 0

    left = Work.objects.unfinished().values_list("last_error", flat=True)
    assert list(left) == ["ValueError"] * len(crowd)
    assert "do not combine" in caplog.text
