"""Skills, licences, languages and conditions: from the answer to the verdict."""

import datetime as dt
from dataclasses import replace

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains

from backoffice_ats.accounts.enums import Role
from candidates.services.requirements import Answered
from positions.criteria import Answer, CriterionKind, RequirementKind
from positions.plan import Plan
from positions.services import definition, lifecycle, plans
from positions.services.definition import CriterionRow
from screening.enums import Verdict
from screening.models import Evaluation, Override
from screening.services import evaluation, evidence, judgement
from tests import make

pytestmark = pytest.mark.django_db

K = RequirementKind
YES, NO, OPEN = Answer.YES, Answer.NO, Answer.CANNOT_TELL


@pytest.fixture
def position():
    make.organisation()
    return make.asking(
        make.asked(K.SKILL, "DATEV", 2),
        make.asked(K.LICENCE, "AAT licence", expires=True),
        make.asked(K.LANGUAGE, "German", 4),
        make.asked(K.ELIGIBILITY, "May you work in Ireland?", essential=True),
    )


def asked_of(position):
    """Return the keys of what is asked for, in its order."""
    return [
        one.id for one in Plan.from_json(make.version(position).content).requirements
    ]


def results_of(application):
    """Evaluate, and return the results of the requirements by their kind."""
    evaluation.evaluate_application(application.pk, at=timezone.now())
    row = Evaluation.objects.get(application=application)
    plan = Plan.from_json(row.plan_version.content)
    kinds = {str(one.id): one.kind for one in plan.criteria if one.requirement}
    return {kinds[raw["key"]].value: raw for raw in row.results if raw["key"] in kinds}


def apply(position, *said):
    return make.application(
        position, needs=dict(zip(asked_of(position), said, strict=False))
    )


def test_what_was_answered_is_judged(position):
    until = position.closes_at.date()
    application = apply(
        position,
        Answered(level=3),
        Answered(YES, valid_until=until),
        Answered(level=3),
        Answered(YES),
    )

    found = results_of(application)

    assert {kind: (raw["verdict"], raw["score"]) for kind, raw in found.items()} == {
        "SKILL": ("MET", 7_500),
        "LICENCE": ("MET", 5_000),
        "LANGUAGE": ("NOT_MET", 2_500),
        "ELIGIBILITY": ("MET", 5_000),
    }
    assert {raw["source"] for raw in found.values()} == {"CLAIMED"}
    assert not Evaluation.objects.get(application=application).essential_not_met


def test_a_licence_that_ended_before_the_closing_date_is_not_held(position):
    day = position.closes_at.date() - dt.timedelta(days=1)

    found = results_of(
        apply(position, Answered(level=2), Answered(YES, valid_until=day))
    )

    assert found["LICENCE"]["verdict"] == "NOT_MET"
    assert found["LICENCE"]["facts"]["ended_on"] == day.isoformat()


def test_no_to_an_essential_condition_is_shown_and_decides_nothing(position):
    application = apply(position, *[Answered(level=4)] * 3, Answered(NO))

    found = results_of(application)

    row = Evaluation.objects.get(application=application)
    assert found["ELIGIBILITY"]["verdict"] == "NOT_MET"
    assert row.essential_not_met
    application.refresh_from_db()
    assert application.status == "SUBMITTED"


@pytest.mark.parametrize("said", [Answered(OPEN), Answered()])
def test_who_cannot_tell_is_open(position, said):
    application = apply(position, *[Answered(level=4)] * 3, said)

    assert results_of(application)["ELIGIBILITY"]["verdict"] == "UNKNOWN"


def test_an_imported_record_can_show_and_never_disprove(position):
    application = make.application(
        position,
        work=[make.job(text="Kept the books in DATEV. Fluent in German.")],
    )

    found = results_of(application)

    assert {kind: (raw["verdict"], raw["source"]) for kind, raw in found.items()} == {
        "SKILL": ("UNKNOWN", "INFERRED"),  # that it is known, not how well
        "LANGUAGE": ("UNKNOWN", "INFERRED"),
        "LICENCE": ("UNKNOWN", "NONE"),
        "ELIGIBILITY": ("UNKNOWN", "NONE"),
    }
    assert (found["SKILL"]["low"], found["LANGUAGE"]["low"]) == (2_500, 0)


def test_what_is_asked_for_is_part_of_what_evidence_depends_on(position):
    basis = evidence.basis_of(position, make.version(position))
    other = replace(basis, plan=replace(basis.plan, requirements=()))

    assert basis.digest() != other.digest()


def test_evidence_stored_before_requirements_existed_leaves_them_open(position):
    application = apply(position, Answered(level=4))
    basis = evidence.basis_of(position, make.version(position))
    facts = dict(evidence.facts_of(application, basis))
    del facts["requirements"]

    known = judgement.Known(facts=facts, overrides={})
    results = judgement.judge(basis.plan, known)

    kinds = [one.kind for one in basis.plan.early]
    skill = results[kinds.index(CriterionKind.SKILL)]
    assert skill.verdict.value == "UNKNOWN"


def test_the_page_says_what_was_asked_and_what_was_answered(position, client):
    day = position.closes_at.date() - dt.timedelta(days=1)
    application = apply(
        position,
        Answered(level=1),
        Answered(YES, valid_until=day),
        Answered(level=0),
        Answered(NO),
    )
    results_of(application)
    client.force_login(make.user(Role.HR_MANAGER))

    page = client.get(reverse("screening:application", args=[application.pk]))

    assertContains(
        page, "The duties need: does everyday tasks alone. They say: has seen it used."
    )
    assertContains(page, "They held it until")
    assertContains(page, "They say: none yet.")
    assertContains(page, "They say no. Confirm it with them")
    assertContains(page, "What the job asks for")


# ---- a work sample, rated by a person ----


@pytest.fixture
def with_sample():
    make.organisation()
    made = make.position()
    rows = [CriterionRow.of(one) for one in plans.plan_of(made).criteria]
    place = next(at for at, row in enumerate(rows) if row.kind == "SCREENING")
    rows[place] = replace(
        rows[place],
        kind=CriterionKind.WORK_SAMPLE,
        title="A month's reconciliation",
        anchor_none="Nothing reconciles.",
        anchor_meets="It reconciles.",
        anchor_best="It reconciles, and each difference is explained.",
        id=None,
    )
    definition.set_criteria(made, rows, by=made.owner)
    made.refresh_from_db()
    return lifecycle.publish(made, by=made.owner, at=timezone.now())


def sample_of(application):
    row = Evaluation.objects.get(application=application)
    plan = Plan.from_json(row.plan_version.content)
    key = next(str(one.id) for one in plan.criteria if one.kind == "WORK_SAMPLE")
    return next(raw for raw in row.results if raw["key"] == key)


def test_a_work_sample_is_rated_in_points_and_stays_so(with_sample, client):
    application = make.application(with_sample)
    evaluation.evaluate_application(application.pk, at=timezone.now())
    before = sample_of(application)
    assert (before["verdict"], before["source"]) == ("UNKNOWN", "NONE")
    client.force_login(make.user(Role.HR_MANAGER))
    address = reverse("screening:correct", args=[application.pk, int(before["key"])])

    page = client.get(address)
    client.post(address, {"score": "64", "reason": "All but one difference explained."})
    evaluation.evaluate_application(application.pk, at=timezone.now())

    assertContains(page, "It reconciles, and each difference is explained.")
    override = Override.objects.get(application=application)
    assert (override.score, override.verdict) == (64, Verdict.MET)
    after = sample_of(application)
    assert (after["score"], after["verdict"]) == (6_400, "MET")
    shown = client.get(reverse("screening:application", args=[application.pk]))
    assertContains(shown, "Rated by a person: 64 of 100")
    client.post(address, {"score": "49", "reason": "Looked at it again."})
    evaluation.evaluate_application(application.pk, at=timezone.now())
    assert (sample_of(application)["score"], sample_of(application)["verdict"]) == (
        4_900,
        "NOT_MET",
    )


@pytest.mark.parametrize("score", ["", "101", "-1", "much"])
def test_a_rating_off_the_scale_is_refused(with_sample, client, score):
    application = make.application(with_sample)
    evaluation.evaluate_application(application.pk, at=timezone.now())
    client.force_login(make.user(Role.HR_MANAGER))
    key = int(sample_of(application)["key"])
    address = reverse("screening:correct", args=[application.pk, key])

    page = client.post(address, {"score": score, "reason": "x"})

    assertContains(page, "Enter a whole number from 0 to 100.")
    assert not Override.objects.exists()
