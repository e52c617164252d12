"""The page "What the job asks for", from the question to the row."""

import datetime as dt
from dataclasses import replace

import pytest
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from candidates.models import RequirementAnswer
from candidates.services import answers as told
from candidates.services import intake, requirements
from candidates.services.requirements import Answered
from positions.criteria import Answer, RequirementKind
from positions.services import definition, plans
from positions.services.definition import RequirementRow
from tests import make
from tests.candidates.test_apply import answer_everything, begin, step

pytestmark = pytest.mark.django_db

K = RequirementKind
FIELDS = ("id", "kind", "name", "level", "expires", "essential", "reason", "duties")


@pytest.fixture
def position():
    make.organisation()
    return make.asking(
        make.asked(K.SKILL, "DATEV", 2),
        make.asked(K.LICENCE, "AAT licence", expires=True),
        make.asked(K.LANGUAGE, "German", 4),
        make.asked(K.ELIGIBILITY, "May you work in Ireland?", essential=True),
    )


def typed(position, *values, **more):
    """Form data: one value for each requirement, in their order."""
    keys = [one.id for one in requirements.asked_of(position)]
    data = {f"r{key}": value for key, value in zip(keys, values, strict=True)}
    return data | {f"r{keys[1]}_{name}": value for name, value in more.items()}


FINE = ("3", "YES", "0", "YES")
UNTIL = {"month": "5", "year": "2030"}


def test_a_position_that_asks_for_nothing_has_no_such_page(client):
    make.organisation()
    plain = make.published()
    begin(client, plain)

    assert client.get(step(plain, "needs")).status_code == 404
    client.post(step(plain, "contact"))
    assert told.NEEDS not in told.steps_of(told.scored_duties(plain))


def test_conditions_are_asked_before_anything_else(client, position):
    begun = client.post(reverse("candidates:apply", args=[position.slug]))

    page = client.get(begun.url)

    assert begun.url == step(position, "eligibility") + "?begun=1"
    assertContains(page, "May you work in Ireland?")
    assertContains(page, "Essential for this job. Nobody can do it without.")
    assertNotContains(page, "DATEV")


def test_answers_go_from_the_page_to_rows(client, position):
    start = client.get(reverse("candidates:apply", args=[position.slug]))
    assertContains(start, "the month until which your licence or certificate is valid")
    draft = begin(client, position)
    answer_everything(client, position)

    page = client.get(step(position, "needs"))
    assertContains(page, "How well do you know this: DATEV?")
    assertContains(page, "I do everyday tasks alone")
    assertContains(page, "B2: fluent in most work")
    assertContains(page, "In progress, or I cannot tell")
    assertNotContains(page, "May you work in Ireland?")
    client.post(step(position, "eligibility"), typed(position, *FINE, **UNTIL))
    first = told.scored_duties(position)[0]
    assertRedirects(
        client.post(step(position, "needs"), typed(position, *FINE, **UNTIL)),
        step(position, f"duty-{first.pk}"),
    )
    again = client.get(step(position, "needs"))
    assertContains(again, 'value="2030"')
    check = client.get(step(position, "check"))
    assertContains(check, "Yes, valid until May 2030")
    assertContains(check, "None yet")
    client.post(step(position, "check"))

    draft.refresh_from_db()
    assert draft.status == "SUBMITTED"
    rows = draft.requirement_answers.order_by("requirement__order")
    assert [(row.answer, row.level, row.valid_until) for row in rows] == [
        ("", 3, None),
        ("YES", None, dt.date(2030, 5, 31)),
        ("", 0, None),
        ("YES", None, None),
    ]
    status = client.get(reverse("candidates:status", args=[draft.pk]))
    assertContains(status, "Does unusual tasks alone")


@pytest.mark.parametrize(
    ("values", "until", "message"),
    [
        (("", "YES", "0", "YES"), UNTIL, "Choose an answer: DATEV"),
        (("9", "YES", "0", "YES"), UNTIL, "Choose an answer: DATEV"),
        (FINE, {}, "Enter the month and year until which it is valid"),
        (FINE, {"month": "13", "year": "2030"}, "Enter the month as a number"),
        (FINE, {"month": "5", "year": "30"}, "Enter the year with four digits"),
        (FINE, {"month": "5"}, "Enter the month and year until which it is valid"),
    ],
)
def test_what_is_missing_is_told_at_its_question(
    client, position, values, until, message
):
    draft = begin(client, position)

    page = client.post(step(position, "needs"), typed(position, *values, **until))

    assertContains(page, message)
    assertContains(page, "There is a problem")
    draft.refresh_from_db()
    assert told.NEEDS not in draft.answers


def test_a_date_is_asked_only_of_who_holds_it(client, position):
    draft = begin(client, position)

    client.post(step(position, "needs"), typed(position, "0", "NO", "6", "YES"))

    draft.refresh_from_db()
    licence = list(draft.answers["needs"]["rows"].values())[1]
    assert licence == {"answer": "NO"}


def test_it_cannot_be_sent_without_the_page(client, position):
    draft = begin(client, position)
    answer_everything(client, position)

    page = client.post(step(position, "check"))

    assertContains(page, "Answer what the job asks for")
    draft.refresh_from_db()
    assert draft.status == "DRAFT"


def test_no_to_an_essential_condition_is_told_kindly_and_stops_nobody(client, position):
    draft = begin(client, position)
    answer_everything(client, position)
    data = typed(position, "3", "NO", "0", "NO")

    client.post(step(position, "needs"), data)
    said = client.post(step(position, "eligibility"), data, follow=True)

    assertContains(said, "You may not be able to take this job")
    assertContains(said, "May you work in Ireland?")
    assertContains(said, "You can still send your application.")
    assertNotContains(said, "AAT licence")
    client.post(step(position, "check"))
    draft.refresh_from_db()
    assert draft.status == "SUBMITTED"


@pytest.mark.parametrize("answer", ["YES", "CANNOT_TELL"])
def test_who_meets_it_or_cannot_tell_just_goes_on(client, position, answer):
    begin(client, position)
    data = typed(position, "3", "NO", "0", answer)

    said = client.post(step(position, "eligibility"), data | {"back": "check"})

    assertRedirects(said, step(position, "check"), fetch_redirect_response=False)
    notice = client.get(step(position, "eligibility") + "?told=1&back=check")
    assertRedirects(notice, step(position, "check"), fetch_redirect_response=False)


def test_a_requirement_that_people_answered_stays_on_file(position):
    key = requirements.asked_of(position)[0].id
    application = make.application(position, needs={key: Answered(level=2)})

    definition.set_conditions(position, [], by=position.owner)

    assert application.requirement_answers.get().requirement_id == key
    assert plans.plan_of(position).requirements == ()
    assert not position.criteria.filter(requirement=key).exists()


def change(position, **fields):
    """Save what the position asks for, its first requirement with other fields."""
    first, *others = [
        RequirementRow(**{name: getattr(one, name) for name in FIELDS})
        for one in requirements.asked_of(position)
    ]
    rows = [replace(first, **fields), *others]
    definition.set_conditions(position, rows, by=position.owner)
    return plans.plan_of(position)


@pytest.mark.parametrize(
    ("fields", "is_same"),
    [
        ({"level": 4}, True),
        ({"name": "Datev"}, True),
        ({"name": "SAP"}, False),
        ({"kind": K.LANGUAGE}, False),
    ],
)
def test_an_answer_counts_only_for_what_was_asked(position, fields, is_same):
    key = requirements.asked_of(position)[0].id

    plan = change(position, **fields)

    assert (plan.requirements[0].id == key) is is_same
    judged = {one.requirement for one in plan.criteria}
    kept_its_kind = "kind" not in fields
    assert (plan.requirements[0].id in judged) is kept_its_kind
    assert position.requirements.get(pk=key).in_use is is_same
    assert key not in judged or is_same


def test_answers_to_other_positions_requirements_are_left_out(position):
    other = make.asking(make.asked(K.SKILL, "SAP", 1))
    key = requirements.asked_of(other)[0].id

    application = make.application(position, needs={key: Answered(level=2)})

    assert not application.requirement_answers.exists()


def test_one_answer_for_each_requirement(position):
    key = requirements.asked_of(position)[0].id
    application = make.application(position, needs={key: Answered(level=2)})

    with pytest.raises(IntegrityError):
        RequirementAnswer.objects.create(
            application=application, requirement_id=key, level=1
        )


def test_a_requirement_added_after_the_draft_was_begun_is_asked_before_sending(
    position,
):
    asked = requirements.pages_of(requirements.asked_of(position))
    rows = {str(key): {"level": 1} for key in list(asked)[1:]}

    left = told.missing({"needs": {"rows": rows}}, [], has_cv=True, needs=asked)

    assert told.NEEDS in left
    assert told.ELIGIBILITY not in left


@pytest.mark.parametrize(
    ("kind", "said", "words"),
    [
        (K.SKILL, Answered(level=4), "Teaches others"),
        (K.SKILL, Answered(level=0), "None yet"),
        (K.LANGUAGE, Answered(level=4), "B2: fluent in most work"),
        (K.LICENCE, Answered(Answer.CANNOT_TELL), "In progress, or cannot tell"),
        (K.ELIGIBILITY, Answered(Answer.CANNOT_TELL), "Cannot tell"),
        (K.ELIGIBILITY, Answered(), ""),
    ],
)
def test_answers_in_words(kind, said, words):
    assert requirements.in_words(kind, said) == words


def test_import_keeps_answers_too(position):
    key = requirements.asked_of(position)[3].id

    made = intake.receive(
        position,
        person=told.Person("Bo Lind"),
        needs={key: Answered(Answer.NO)},
        at=timezone.now(),
        source="TEST",
    )

    assert made.requirement_answers.get().answer == "NO"
