"""The part "Selection plan" of the definition page."""

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from backoffice_ats.accounts.enums import Role
from positions.criteria import AFTER_INTERVIEWS, CriterionKind, RequirementKind
from positions.services import definition, lifecycle, plans
from positions.services.definition import RequirementRow
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def hr(client):
    user = make.user(Role.HR_MANAGER)
    client.force_login(user)
    return user


@pytest.fixture
def position():
    return make.position()


def page(position):
    return reverse("positions:definition", args=[position.slug])


def post(client, position, data, **more):
    return client.post(
        reverse("positions:section", args=[position.slug, "weights"]), data | more
    )


def typed(position, changes=None):
    """What the browser sends of the plan as it is saved, with changes by row."""
    data = {"criteria-TOTAL_FORMS": "0", "criteria-INITIAL_FORMS": "0"}
    criteria = plans.plan_of(position).criteria
    for index, one in enumerate(criteria):
        row = {
            "id": one.id,
            "kind": one.kind.value,
            "experience": one.experience or "",
            "requirement": one.requirement or "",
            "title": one.title,
            "minimum": one.minimum or "",
            "weight": "" if one.is_late else one.weight,
            "final_weight": one.final_weight,
            "reason": one.reason,
            "duties": list(one.duties),
            "anchor_none": one.anchor_none,
            "anchor_meets": one.anchor_meets,
            "anchor_best": one.anchor_best,
        } | (changes or {}).get(index, {})
        if one.essential:
            row.setdefault("essential", "on")
        data |= {f"criteria-{index}-{name}": value for name, value in row.items()}
    return data | {"criteria-TOTAL_FORMS": str(len(criteria))}


def added(position, kind, **fields):
    """What is sent of the saved plan and one new row."""
    data = typed(position)
    count = int(data["criteria-TOTAL_FORMS"])
    duty = position.duties.earliest("order")
    row = {
        "id": "",
        "kind": kind,
        "title": "New",
        "weight": "0",
        "final_weight": "0",
        "duties": [duty.pk],
    } | fields
    data |= {f"criteria-{count}-{name}": value for name, value in row.items()}
    return data | {"criteria-TOTAL_FORMS": str(count + 1)}


def shown(response, field):
    return [form[field].value() for form in response.context["criterion_rows"].forms]


def test_the_plan_shows_both_stages_and_what_research_says(client, position):
    response = client.get(page(position))

    assert response.context["weight_total"] == response.context["final_total"] == 100
    for text in (
        "Selection plan",
        "Structured interview",
        "Strong",
        "Sackett et al. 2022",
        "Weak",
        "Van Iddekinge et al. 2019",
        "What weight on years costs",
    ):
        assertContains(response, text)
    # No figure for one method: the published values are means that vary.
    for figure in ("0.42", ".42", "42 %", "0.07"):
        assertNotContains(response, figure)


def test_saving_what_is_shown_changes_nothing(client, position):
    before = plans.plan_of(position)

    response = post(client, position, typed(position))

    assertRedirects(response, f"{page(position)}#weights")
    assert plans.plan_of(position) == before


def test_both_weights_the_minimum_and_the_reason_are_saved(client, position):
    post(
        client,
        position,
        typed(
            position,
            {
                0: {"weight": "7", "reason": "A rule asks for it.", "minimum": "50"},
                5: {"final_weight": "43", "minimum": "45"},
            },
        ),
    )

    saved = plans.plan_of(position).criteria
    assert (saved[0].weight, saved[0].minimum, saved[0].reason) == (
        7,
        50,
        "A rule asks for it.",
    )
    assert (saved[5].final_weight, saved[5].minimum) == (43, 45)


@pytest.mark.parametrize(
    ("row", "field", "value", "message"),
    [
        (5, "weight", "5", "This is known only after interviews."),
        (5, "final_weight", "101", "100"),
        (5, "final_weight", "-1", "0"),
        (1, "minimum", "101", "100"),
        (1, "weight", "", "Enter a weight from 0 to 100."),
        (1, "weight", "1e9", "Enter a whole number"),
        (1, "duties", [], "Tick the duties this comes from."),
        (1, "reason", "x" * 401, "Use at most 400 characters"),
        (1, "kind", "MAGIC", "MAGIC"),
    ],
)
def test_what_cannot_be_is_refused_and_kept_on_the_page(
    client, position, row, field, value, message
):
    before = plans.plan_of(position)

    response = post(client, position, typed(position, {row: {field: value}}))

    assert response.status_code == 422
    assertContains(response, message, status_code=422)
    assertContains(response, "There is a problem", status_code=422)
    assert plans.plan_of(position) == before


@pytest.mark.parametrize(
    ("row", "field", "value", "message"),
    [
        (0, "weight", "8", "The weights add up to 103. Take 3 off to reach 100."),
        (0, "weight", "1", "The weights add up to 96. Give out 4 more to reach 100."),
        (
            5,
            "final_weight",
            "50",
            "After interviews: The weights add up to 105. Take 5 off to reach 100.",
        ),
    ],
)
def test_weights_that_do_not_add_up_are_kept_and_said(
    client, position, row, field, value, message
):
    post(client, position, typed(position, {row: {field: value}}))

    response = client.get(page(position))
    assertContains(response, message)
    assert str(shown(response, field)[row]) == value


def test_the_kind_of_a_saved_criterion_cannot_change(client, position):
    post(client, position, typed(position, {1: {"kind": "INTERVIEW"}}))

    assert plans.plan_of(position).criteria[1].kind is CriterionKind.DUTY


@pytest.mark.parametrize(
    ("button", "field", "expected"),
    [
        ("equal-weight", "weight", [23, 23, 22, 22, 10, 0, 0]),
        ("rank-weight", "weight", None),
        ("equal-final_weight", "final_weight", None),
        ("rank-final_weight", "final_weight", None),
    ],
)
def test_weights_are_shared_out_without_saving(
    client, position, button, field, expected
):
    before = plans.plan_of(position)

    response = post(client, position, typed(position), weigh=button)

    weights = shown(response, field)
    assert sum(weights) == 100
    assert max(weights) <= 50
    assert weights == expected or expected is None
    if button.startswith("rank"):
        open_ended = weights[:4]
        assert open_ended == sorted(open_ended, reverse=True)
    if field == "weight":
        assert weights[5:] == [0, 0]
    assertContains(response, "Not saved yet")
    assert plans.plan_of(position) == before


@pytest.mark.parametrize("button", ["", "equal", "equal-title", "x-weight", "\x00"])
def test_an_unknown_way_to_weigh_changes_nothing(client, position, button):
    response = post(client, position, typed(position), weigh=button)

    assert response.status_code == 200
    assert [int(one or 0) for one in shown(response, "weight")] == [
        one.weight for one in plans.plan_of(position).criteria
    ]


@pytest.mark.parametrize(
    "kind",
    [
        "WORK_SAMPLE",
        "INTERVIEW",
        "DUTY",
        "SCREENING",
        "REFERENCE",
        "VALUE",
        "CONVERSATION",
    ],
)
def test_a_criterion_is_added_with_the_words_of_its_kind(client, position, kind):
    data = typed(position) | {"new-kind": kind}

    response = post(client, position, data, add_row="criteria")

    *_others, new = response.context["criterion_rows"].forms
    assert new.looks_at == kind
    assert new["anchor_meets"].value()
    assert bool(new["title"].value()) == (kind != "DUTY")
    assert new.is_late == (CriterionKind(kind) in AFTER_INTERVIEWS)
    assertContains(response, "Not saved yet")
    assert position.criteria.count() == len(shown(response, "title")) - 1


def test_an_added_criterion_is_saved_with_its_kind(client, position):
    response = post(client, position, added(position, "VALUE", title="Says so early"))

    assert response.status_code == 302
    saved = plans.plan_of(position).criteria[-1]
    assert (saved.kind, saved.title) == (CriterionKind.VALUE, "Says so early")


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("SKILL", {}),
        ("SKILL", {"requirement": "999999"}),
        ("QUALIFICATION", {"experience": "999999"}),
        ("WORK_SAMPLE", {"experience": "taken"}),
        ("QUALIFICATION", {"experience": "taken"}),
    ],
)
def test_a_new_criterion_judges_only_what_is_there_and_free(
    client, position, kind, fields
):
    taken = str(position.experience.get().pk)
    fields = {
        name: taken if value == "taken" else value for name, value in fields.items()
    }

    response = post(client, position, added(position, kind, **fields))

    assertContains(response, "gone or judged already", status_code=422)
    assert position.criteria.count() == 7


def test_drafting_again_changes_the_page_only(client, position):
    duty = position.duties.earliest("order")
    definition.set_conditions(
        position,
        [RequirementRow(RequirementKind.SKILL, "Excel", (duty.pk,), level=2)],
        by=position.owner,
    )
    before = plans.plan_of(position)

    response = post(client, position, typed(position), draft="1")

    assert "Excel" in shown(response, "title")
    assertContains(response, "Not saved yet")
    assert plans.plan_of(position) == before

    data = {"criteria-TOTAL_FORMS": "0", "criteria-INITIAL_FORMS": "0"}
    forms = response.context["criterion_rows"].forms
    for index, form in enumerate(forms):
        data |= {
            f"criteria-{index}-{name}": form[name].value()
            for name in form.fields
            if name != "duties" and form[name].value() not in {None, False}
        }
        data[f"criteria-{index}-duties"] = form["duties"].value()
    post(client, position, data | {"criteria-TOTAL_FORMS": str(len(forms))})

    after = plans.plan_of(position)
    assert plans.problems_of(position) == []
    (skill,) = [one for one in after.criteria if one.kind is CriterionKind.SKILL]
    assert skill.requirement == after.requirements[0].id
    kept = {one.id for one in before.criteria}
    assert kept <= {one.id for one in after.criteria}


def test_advice_follows_what_is_typed_before_it_is_saved(client, position):
    data = typed(position, {0: {"weight": "30"}, 4: {"weight": "60"}})

    response = post(client, position, data, row_down="0")

    assertContains(response, "One criterion may weigh 50 at most: give 10 to others.")
    assertContains(response, "Education and experience weigh 30 before interviews.")
    assertContains(response, "public examples and may weigh 10 at most")
    assertContains(response, "The weights add up to 175. Take 75 off to reach 100.")


def test_a_plan_without_a_strong_method_asks_why(client, position):
    assertNotContains(client.get(page(position)), "Why no strong method is used")
    kept = [one for one in plans.plan_of(position).criteria if not one.is_late]
    definition.set_criteria(
        position,
        [definition.CriterionRow.of(one) for one in kept],
        by=position.owner,
    )

    response = client.get(page(position))
    assertContains(response, "No method here is a strong one.")
    assertContains(response, "Why no strong method is used")

    post(client, position, typed(position) | {"plan-reason": "Nobody can travel."})
    position.refresh_from_db()
    assert position.plan_reason == "Nobody can travel."
    assert plans.problems_of(position) == []

    refused = post(client, position, typed(position) | {"plan-reason": "x" * 401})
    assertContains(refused, "Use at most 400 characters", status_code=422)
    post(client, position, typed(position) | {"plan-reason": ""})
    position.refresh_from_db()
    assert len(plans.problems_of(position)) == 1


def test_the_matrix_marks_gaps_both_ways(client, position):
    first = position.duties.earliest("order")
    scored = position.criteria.filter(kind=CriterionKind.DUTY).earliest("order")
    scored.duties.set(position.duties.filter(order=2))
    position.criteria.get(kind=CriterionKind.SCREENING).duties.clear()

    response = client.get(page(position))

    found = response.context["coverage"]
    assert [duty.id for duty in found.gaps] == [first.pk]
    assertContains(response, "1 essential duty has no criterion")
    assertContains(response, "1 criterion comes from no duty.")
    assertContains(response, "Not scored", count=1)


def test_the_plan_needs_the_same_queries_for_any_length(
    client, position, django_assert_num_queries
):
    with django_assert_num_queries(33):
        client.get(page(position))
    for number in range(3):
        post(client, position, added(position, "VALUE", title=f"Value {number}"))

    with django_assert_num_queries(33):
        client.get(page(position))


def test_a_closed_position_shows_numbers_without_buttons(client):
    position = make.published()
    lifecycle.close(position, by=position.owner, at=timezone.now())

    response = client.get(page(position))

    assertContains(response, "Selection plan")
    assertNotContains(response, 'name="weigh"')
    assertNotContains(response, "data-slides")
