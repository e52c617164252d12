"""Rows to one evaluation: explained, fenced, repeatable, blind to who it is."""

import datetime as dt
from dataclasses import replace

import pytest
from django.db import connection
from django.utils import timezone

from backoffice_ats.audit.models import Act, AuditEvent
from candidates.models import EducationEntry, WorkEntry
from candidates.services import pipeline
from candidates.services.answers import Study
from candidates.signals import evidence_changed
from candidates.stages import Status
from positions.plan import Plan
from positions.services import definition, plans
from screening.enums import Verdict
from screening.models import Board, Evaluation, Evidence, Override, Work
from screening.services import corrections, evaluation, evidence, work
from tests import make

pytestmark = pytest.mark.django_db


def result_of(application, kind):
    row = Evaluation.objects.get(application=application)
    plan = Plan.from_json(row.plan_version.content)
    key = next(str(one.id) for one in plan.criteria if one.kind == kind)
    return next(raw for raw in row.results if raw["key"] == key)


def test_an_application_is_wanted_from_the_transaction_that_receives_it(strong):
    row = Work.objects.get(application=strong)

    assert (row.done, row.wanted > 0) == (0, True)


def test_the_stronger_record_stands_first(position, strong, weak, evaluate):
    assert evaluate() == 2

    order = list(
        Evaluation.objects.for_position(position)
        .in_order()
        .values_list("application", flat=True)
    )
    assert order == [strong.pk, weak.pk]


def test_months_and_credits_are_those_of_the_rows(strong, evaluate, position):
    evaluate()

    facts = result_of(strong, "QUALIFICATION")["facts"]
    as_of = dt.date.fromisoformat(
        Evidence.objects.get(application=strong).facts["as_of"]
    )
    assert as_of == position.closes_at.date()
    assert facts["months_low"] >= (as_of.year - 2022) * 1200
    assert (facts["credits_low"], facts["standing"]) == (6_000, "QUALIFIED")


def test_a_questionnaire_not_taken_is_a_range_and_no_zero(strong, evaluate):
    evaluate()

    raw = result_of(strong, "SCREENING")
    row = Evaluation.objects.get(application=strong)
    assert (raw["verdict"], raw["low"], raw["high"]) == ("UNKNOWN", 0, 10_000)
    assert not row.complete
    assert row.low < row.score < row.high


def test_who_says_nothing_of_study_is_not_judged_to_have_none(weak, evaluate):
    evaluate()

    assert result_of(weak, "QUALIFICATION")["verdict"] == "UNKNOWN"


def test_who_says_that_there_is_none_is_believed(weak, evaluate):
    weak.answers = {"none": ["education"]}
    weak.save()
    for tick, duty in [(weak.work.get(), weak.position.duties.last())]:
        tick.duties.create(duty=duty, share=100)
    evidence_changed.send(sender=type(weak), application=weak)

    evaluate()

    row = Evaluation.objects.get(application=weak)
    assert result_of(weak, "QUALIFICATION")["verdict"] == "NOT_MET"
    assert row.essential_not_met
    weak.refresh_from_db()
    assert weak.status == Status.SUBMITTED


def test_an_evaluation_reads_no_text_while_the_evidence_is_current(
    strong, evaluate, django_assert_max_num_queries
):
    evaluate()
    work.want(strong, at=timezone.now())

    with django_assert_max_num_queries(20) as captured:
        evaluation.evaluate_application(strong.pk, at=timezone.now())

    read = " ".join(query["sql"] for query in captured.captured_queries)
    assert "candidates_workentry" not in read
    assert "candidates_accomplishment" not in read


@pytest.mark.usefixtures("duties")
def test_new_evidence_is_read_again(strong, evaluate):
    evaluate()
    before = result_of(strong, "DUTY")["score"]
    strong.accomplishments.all().delete()
    strong.work.update(text="", title="Clerk")
    evidence_changed.send(sender=type(strong), application=strong)

    evaluate()

    assert result_of(strong, "DUTY")["score"] < before


def test_a_second_run_changes_nothing_and_leaves_no_event(strong, evaluate):
    evaluate()
    row = Evaluation.objects.get(application=strong)
    work.want(strong, at=timezone.now())

    evaluate()

    again = Evaluation.objects.get(application=strong)
    assert (again.pk, again.evaluated_at) == (row.pk, row.evaluated_at)
    assert AuditEvent.objects.filter(act=Act.EVALUATED).count() == 1


@pytest.mark.usefixtures("strong", "weak")
def test_a_run_leaves_one_event_with_plan_engine_and_digests(position, evaluate):
    evaluate()

    event = AuditEvent.objects.get(act=Act.EVALUATED)
    assert event.position_id == position.pk
    assert event.details["applications"] == 2
    assert event.details["plan_version"] == 1
    assert {len(event.details[key]) for key in ("inputs", "outputs")} == {64}


def test_the_results_are_the_same_bytes_on_every_run(strong, evaluate):
    evaluate()
    row = Evaluation.objects.get(application=strong)
    before = (row.results, row.inputs_digest, row.tie_key, row.score)
    row.delete()
    Evidence.objects.all().delete()
    work.want(strong, at=timezone.now())

    evaluate()

    row = Evaluation.objects.get(application=strong)
    assert (row.results, row.inputs_digest, row.tie_key, row.score) == before


@pytest.mark.parametrize(
    "changed",
    [
        {"name": "Zbigniew Ould-Braham"},
        {"email": "other@example.net", "name": "Kim"},
    ],
)
def test_who_somebody_is_changes_no_score(strong, evaluate, changed):
    evaluate()
    before = Evaluation.objects.get(application=strong)
    for field, value in changed.items():
        setattr(strong.candidate, field, value)
    strong.candidate.city = "Nowhere"
    strong.candidate.save()
    EducationEntry.objects.update(institution="A famous university")
    WorkEntry.objects.update(employer="A famous employer")
    evidence_changed.send(sender=type(strong), application=strong)

    evaluate()

    after = Evaluation.objects.get(application=strong)
    assert (after.results, after.inputs_digest) == (
        before.results,
        before.inputs_digest,
    )


def test_who_comes_late_changes_nothing(strong, evaluate):
    claims = work.claim([strong.pk], at=timezone.now())
    work.want(strong, at=timezone.now())
    evaluate()
    before = Evaluation.objects.get(application=strong)
    strong.work.update(text="")

    evaluation.evaluate_claimed(claims, at=timezone.now())

    after = Evaluation.objects.get(application=strong)
    row = Work.objects.get(application=strong)
    assert after.evaluated_at == before.evaluated_at
    assert row.done == row.wanted


def test_a_broken_application_does_not_hold_the_others_up(strong, weak, evaluate):
    Evidence.objects.create(
        application=weak,
        plan_version=make.version(weak.position),
        facts={"broken": True},
        basis=evidence.basis_of(weak.position, make.version(weak.position)).digest(),
        engine_version="1",
        extracted_at=timezone.now(),
    )

    evaluate()

    row = Work.objects.get(application=weak)
    assert Evaluation.objects.filter(application=strong).exists()
    assert not Evaluation.objects.filter(application=weak).exists()
    assert (row.attempts, row.last_error) == (1, "KeyError")


def test_each_start_is_counted_and_waited_for_longer(strong):
    at = timezone.now()
    waits = []
    for _number in range(6):
        assert work.claim([strong.pk], at=at)
        row = Work.objects.get(application=strong)
        waits.append(round((row.next_try_at - at).total_seconds()))
        assert work.claim([strong.pk], at=at) == {}
        at = row.next_try_at

    assert waits == [10, 20, 40, 80, 3600, 3600]
    assert work.progress_of(strong.position).stuck == 1


def test_new_evidence_frees_what_was_stuck(strong):
    Work.objects.update(attempts=9, next_try_at=timezone.now() + dt.timedelta(hours=1))

    evidence_changed.send(sender=type(strong), application=strong)

    assert work.progress_of(strong.position).stuck == 0
    assert work.claim([strong.pk], at=timezone.now())


def test_a_new_plan_version_shows_once_everybody_is_judged_by_it(
    position, strong, weak, evaluate
):
    evaluate()
    rows = plans.plan_of(position).criteria
    change_weights(position, rows)
    second = plans.freeze(
        position, by=position.owner, at=timezone.now(), reason="Weights"
    )
    assert work.progress_of(position).done == 0

    evaluation.evaluate_application(strong.pk, at=timezone.now())

    shown = Evaluation.objects.for_position(position)
    assert {row.plan_version.number for row in shown} == {1}
    assert shown.count() == 2

    evaluation.evaluate_application(weak.pk, at=timezone.now())

    shown = Evaluation.objects.for_position(position)
    assert {row.plan_version for row in shown} == {second}
    assert Board.objects.get(position=position).plan_version == second
    assert Evaluation.objects.filter(plan_version__number=1).count() == 0


def test_weights_alone_extract_nothing_again(position, strong, evaluate):
    evaluate()
    before = Evidence.objects.get(application=strong)
    change_weights(position, plans.plan_of(position).criteria)
    plans.freeze(position, by=position.owner, at=timezone.now(), reason="Weights")

    with connection.execute_wrapper(refuse_texts):
        evaluate()

    after = Evidence.objects.get(application=strong)
    assert after.extracted_at == before.extracted_at
    assert Evaluation.objects.get(application=strong).plan_version.number == 2


def change_weights(position, criteria):
    """Move five points of weight from the second criterion to the third."""
    moved = {1: -5, 2: 5}
    definition.set_criteria(
        position,
        [
            replace(
                definition.CriterionRow.of(one),
                weight=one.weight + moved.get(index, 0),
            )
            for index, one in enumerate(criteria)
        ],
        by=position.owner,
    )


def refuse_texts(execute, sql, params, many, context):
    assert "candidates_accomplishment" not in sql
    return execute(sql, params, many, context)


def test_a_withdrawn_application_leaves_the_order(position, strong, weak, evaluate):
    evaluate()
    pipeline.withdraw(strong, at=timezone.now())

    evaluate()

    rows = Evaluation.objects.for_position(position)
    assert [row.application_id for row in rows] == [weak.pk]
    assert work.progress_of(position).is_finished


def test_a_correction_counts_and_keeps_the_computed_value(strong, evaluate):
    evaluate()
    before = result_of(strong, "DUTY")
    corrections.correct(
        strong,
        int(before["key"]),
        verdict=Verdict.NOT_MET,
        reason="The reference says that a colleague ran it.",
        by=strong.position.owner,
        at=timezone.now(),
    )

    evaluate()

    after = result_of(strong, "DUTY")
    assert (after["verdict"], after["score"], after["source"]) == (
        "NOT_MET",
        0,
        "CORRECTED",
    )
    assert after["facts"]["before_verdict"] == before["verdict"]
    assert after["facts"]["before_low"] == before["low"]

    corrections.take_back(
        strong, int(before["key"]), by=strong.position.owner, at=timezone.now()
    )
    evaluate()

    assert result_of(strong, "DUTY") == before
    assert Override.objects.count() == 0


def test_a_criterion_of_another_plan_cannot_be_corrected(strong, evaluate):
    evaluate()

    with pytest.raises(corrections.NoSuchCriterionError):
        corrections.correct(
            strong,
            0,
            verdict=Verdict.MET,
            reason="x",
            by=strong.position.owner,
            at=timezone.now(),
        )


def test_another_subject_is_for_a_person_to_judge(position, evaluate):
    application = make.application(
        position, education=[Study("BA", level=6, field="History of art")]
    )

    evaluate()

    credit = Evidence.objects.get(application=application).facts["credits"]["routes"][0]
    assert (credit["low"], credit["high"]) == (0, 12_000)
