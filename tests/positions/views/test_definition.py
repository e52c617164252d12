import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from backoffice_ats.accounts.enums import Role
from positions.criteria import AFTER_INTERVIEWS, Equivalence
from positions.models import EducationRequirement
from positions.services import definition, drafting, plans, policies
from positions.services.definition import DutyRow
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def hr(client):
    user = make.user(Role.HR_MANAGER)
    client.force_login(user)
    return user


def page(position):
    return reverse("positions:definition", args=[position.slug])


def part(position, name):
    return reverse("positions:section", args=[position.slug, name])


def rows(prefix, *given):
    """Form-set data for these rows; the fields that are None are left out."""
    data = {
        f"{prefix}-TOTAL_FORMS": str(len(given)),
        f"{prefix}-INITIAL_FORMS": "0",
        f"{prefix}-MIN_NUM_FORMS": "0",
        f"{prefix}-MAX_NUM_FORMS": "1000",
    }
    for number, row in enumerate(given):
        for name, value in row.items():
            if value is not None:
                data[f"{prefix}-{number}-{name}"] = value
    return data


def duty(statement, share, reason="It must be done.", **more):
    return {
        "statement": statement,
        "share": share,
        "essential": "on",
        "essential_reason": reason,
    } | more


ABOUT = {
    "about-title": "Payroll clerk",
    "about-department": "Finance",
    "about-openings": "3",
    "about-summary": "People are paid.",
    "about-closes_at": "2027-11-18T23:59",
    "about-blind_review": "on",
}
ROUTE = {
    "level": "6",
    "fields_of_study": "accounting,  payroll ,",
    "credits_full": "60",
    "credits_base": "",
}


def valid_needs(*routes):
    """Form data of "What they need": by default one course of study."""
    policy = policies.standard(Equivalence.COMBINATION)
    needs = {"needs-policy": str(policy.pk), "needs-reason": "Ledgers follow rules."}
    return needs | rows("routes", *(routes or [ROUTE]))


PAY = {
    "pay-workplace": "HYBRID",
    "pay-place": "Leeds",
    "pay-employment": "PERMANENT",
    "pay-hours_per_week": "35.5",
    "pay-pay_low": "33,200",
    "pay-pay_high": "37 900.50",
    "pay-pay_currency": "GBP",
    "pay-pay_period": "YEAR",
}


def test_the_page_shows_every_part_of_an_empty_draft(client):
    response = client.get(page(make.draft()))

    for text in ("About the job", "Where the time goes", "What they need"):
        assertContains(response, text)
    assertContains(response, "Selection plan")
    assertContains(response, "Draft the criteria")


def test_the_page_needs_the_same_queries_for_any_length(
    client, hr, django_assert_num_queries
):
    few, many = make.draft(), make.position()
    make.duties(few, [DutyRow("Counts.", 100, essential_reason="x")])
    drafting.draft_criteria(few, by=hr)

    with django_assert_num_queries(29):
        client.get(page(few))
    with django_assert_num_queries(33):  # education, its routes, links to duties
        client.get(page(many))


def test_about_is_saved_in_the_organisations_time_zone(client):
    make.organisation(time_zone="America/New_York")
    position = make.draft()

    response = client.post(part(position, "about"), ABOUT)

    assertRedirects(response, f"{page(position)}#about")
    position.refresh_from_db()
    assert (position.title, position.openings) == ("Payroll clerk", 3)
    assert position.closes_at is not None
    assert position.closes_at.isoformat() == "2027-11-19T04:59:00+00:00"
    assertContains(client.get(page(position)), 'value="2027-11-18T23:59"')


@pytest.mark.parametrize(
    ("closes_at", "message"),
    [
        ("2020-01-01T10:00", "This moment has passed."),
        ("9999-12-31T23:59", "more than two years away"),
        ("0001-01-01T00:00", ""),
        ("tomorrow", "Enter a day and a time"),
        ("2027-03-28T01:30", "London"),
    ],
)
def test_a_bad_closing_moment_gets_a_message(client, closes_at, message):
    make.organisation(time_zone="Europe/London")
    position = make.draft()

    response = client.post(
        part(position, "about"), ABOUT | {"about-closes_at": closes_at}
    )

    assert response.status_code == 422
    assert "closes_at" in response.context["about"].errors
    assertContains(response, message, status_code=422)
    assertContains(response, "Payroll clerk", status_code=422)
    position.refresh_from_db()
    assert position.title == "Payroll accountant"


def test_an_open_position_takes_texts_and_openings_only(client):
    position = make.published()

    client.post(part(position, "about"), ABOUT)
    client.post(part(position, "pay"), PAY)

    position.refresh_from_db()
    assert (position.title, position.summary, position.openings) == (
        "Payroll accountant",
        "People are paid.",
        3,
    )
    assert (position.place, str(position.pay_low)) == ("Sheffield", "33200.00")


def test_pay_understands_how_people_write_amounts(client):
    position = make.draft()

    client.post(part(position, "pay"), PAY)

    position.refresh_from_db()
    assert (
        str(position.pay_low),
        str(position.pay_high),
        str(position.hours_per_week),
    ) == (
        "33200.00",
        "37900.50",
        "35.5",
    )


@pytest.mark.parametrize(
    ("change", "field", "message"),
    [
        ({"pay-pay_high": "100"}, "pay_high", "Swap the two amounts."),
        ({"pay-pay_low": "plenty"}, "pay_low", "Enter an amount"),
        ({"pay-pay_low": "NaN"}, "pay_low", "Enter an amount"),
        ({"pay-pay_low": "9" * 5000}, "pay_low", "digits"),
        ({"pay-hours_per_week": "99"}, "hours_per_week", "60"),
        ({"pay-workplace": "MOON"}, "workplace", ""),
        ({"pay-pay_currency": ""}, "pay_currency", ""),
    ],
)
def test_bad_pay_gets_a_message(client, change, field, message):
    position = make.draft()

    response = client.post(part(position, "pay"), PAY | change)

    assert response.status_code == 422
    assert list(response.context["pay"].errors) == [field]
    assertContains(response, message, status_code=422)
    position.refresh_from_db()
    assert position.place == ""


def test_duties_are_saved_in_order(client):
    position = make.draft()

    response = client.post(
        part(position, "duties"),
        rows(
            "duties",
            duty("Runs the payroll,\r\nso that people are paid.", "60"),
            duty("Files papers.", "40", "", essential=None),
        ),
    )

    assertRedirects(response, f"{page(position)}#duties")
    saved = position.duties.order_by("order")
    assert [(d.statement, d.share, d.essential) for d in saved] == [
        ("Runs the payroll, so that people are paid.", 60, True),
        ("Files papers.", 40, False),
    ]


BAD_DUTIES = {
    "no text": (duty("", "60"), "Write what is done, or remove this duty."),
    "too long": (duty("x" * 10_000, "60"), "Use at most 600 characters"),
    "NUL": (duty("Pays\x00", "60"), "hidden character at place 5"),
    "turned": (duty("Pays \u202e", "60"), "hidden character"),
    "no share": (duty("Pays.", ""), "Enter the share of time in per cent."),
    "words": (duty("Pays.", "half"), "Enter a whole number"),
    "too much": (duty("Pays.", "101"), "100"),
    "negative": (duty("Pays.", "-5"), "0"),
    "no reason": (duty("Pays.", "60", ""), "Say why the job cannot be done without it"),
}


@pytest.mark.parametrize(("bad", "message"), BAD_DUTIES.values(), ids=BAD_DUTIES)
def test_one_bad_duty_saves_none_and_keeps_all(client, bad, message):
    position = make.draft()

    response = client.post(
        part(position, "duties"), rows("duties", duty("Counts the paper.", "40"), bad)
    )

    assert response.status_code == 422
    assertContains(response, message, status_code=422)
    assertContains(response, "Counts the paper.", status_code=422)
    assert not position.duties.exists()


def test_shares_that_do_not_make_a_hundred_are_kept_and_said(client):
    position = make.draft()

    client.post(part(position, "duties"), rows("duties", duty("Counts.", "90")))

    assertContains(
        client.get(page(position)),
        "The shares of time add up to 90 %. Give 10 % more to the duties.",
    )


@pytest.mark.parametrize(
    ("button", "order"),
    [
        ({"add_row": "duties"}, ["A", "B", ""]),
        ({"row_up": "1"}, ["B", "A"]),
        ({"row_down": "0"}, ["B", "A"]),
        ({"row_up": "0"}, ["A", "B"]),
        ({"row_remove": "0"}, ["B"]),
        ({"row_remove": "7"}, ["A", "B"]),
    ],
)
def test_rows_move_without_javascript_and_without_saving(client, button, order):
    position = make.draft()
    data = rows("duties", duty("A", "half"), duty("B", "40"))

    response = client.post(part(position, "duties"), data | button)

    formset = response.context["duty_rows"]
    assert [form["statement"].value() or "" for form in formset] == order
    assertContains(response, "Not saved yet")
    assertNotContains(response, "There is a problem")
    assert not position.duties.exists()


@pytest.mark.parametrize(
    "broken",
    [
        {"duties-TOTAL_FORMS": "9" * 9999},
        {"duties-TOTAL_FORMS": "x"},
        {"duties-TOTAL_FORMS": "-1"},
        {"duties-TOTAL_FORMS": "100000"},
        {"duties-0-id": "9" * 99},
        {"duties-0-id": "x"},
    ],
)
def test_tampered_forms_are_refused_or_ignored(client, broken):
    position = make.draft()

    for button in ({}, {"row_up": "9" * 9999}, {"add_row": "duties"}):
        response = client.post(
            part(position, "duties"), rows("duties", duty("A", "100")) | broken | button
        )
        assert response.status_code in {200, 302, 422}


def test_needs_are_saved_with_their_duties(client):
    position = make.draft()
    first, second, *_ = make.duties(position)
    kind = {
        "kind_of_work": "Running payroll",
        "months": "12",
        "headroom": "24",
        "education_counts": "on",
        "duties": [str(first.pk), str(second.pk)],
    }

    client.post(part(position, "needs"), valid_needs() | rows("kinds", kind))

    plan = plans.plan_of(position)
    assert plan.education is not None
    (route,) = plan.education.routes
    assert ([field.name for field in route.fields], route.credits_full) == (
        ["accounting", "payroll"],
        60,
    )
    assert [(k.kind_of_work, k.months, k.duties) for k in plan.experience] == [
        ("Running payroll", 12, (first.pk, second.pk))
    ]


@pytest.mark.parametrize(
    ("needs", "kind", "message"),
    [
        ({"needs-reason": ""}, {}, "Say why the duties need this education."),
        ({"routes-0-credits_full": ""}, {}, "Enter how many credits of study"),
        ({"routes-0-level": "9"}, {}, ""),
        ({"routes-0-level": ""}, {}, "Choose a level, or remove this study."),
        ({"needs-policy": "MAGIC"}, {}, ""),
        ({"needs-reason": "a\x00"}, {}, "hidden character at place 2"),
        ({"routes-0-fields_of_study": "x" * 90}, {}, "80 characters for each field"),
        ({"routes-0-fields_of_study": "law 0 %"}, {}, "a share from 1 to 100 %"),
        ({"routes-0-fields_of_study": "law, Law 5 %"}, {}, "with different shares"),
        ({"routes-0-fields_of_study": "law, 50 %"}, {}, "the field of study before"),
        ({}, {"months": "0"}, ""),
        ({}, {"kind_of_work": "two\r\nlines"}, "Write this on one line."),
        ({}, {"duties": []}, "Tick the duties that need it."),
        ({}, {"duties": ["999999"]}, "A duty you ticked is no longer there."),
        ({}, {"duties": ["x"]}, "A duty you ticked is no longer there."),
    ],
)
def test_bad_needs_save_nothing_and_keep_all(client, needs, kind, message):
    position = make.draft()
    duty_keys = [str(made.pk) for made in make.duties(position)]
    row = {
        "kind_of_work": "Running payroll",
        "months": "12",
        "headroom": "24",
        "duties": duty_keys[:1],
    }

    response = client.post(
        part(position, "needs"), valid_needs() | needs | rows("kinds", row | kind)
    )

    assert response.status_code == 422
    assertContains(response, message, status_code=422)
    assert not EducationRequirement.objects.exists()
    assert not position.experience.exists()


def test_several_courses_of_study_are_saved_and_shown_as_they_were_typed(client):
    position = make.draft()
    diploma = {
        "level": "5",
        "fields_of_study": "payroll; Economics (50 %), economics 50 per cent",
        "credits_full": "30",
        "credits_base": "10",
    }

    client.post(part(position, "needs"), valid_needs(ROUTE, diploma) | rows("kinds"))

    plan = plans.plan_of(position)
    assert plan.education is not None
    bachelor, second = plan.education.routes
    assert bachelor.level == 6
    assert [(f.name, f.relevance) for f in second.fields] == [
        ("payroll", 100),
        ("Economics", 50),
    ]
    assert (second.credits_full, second.credits_base) == (30, 10)
    assertContains(client.get(page(position)), 'value="payroll, Economics 50 %"')


def test_no_course_of_study_needs_no_reason(client):
    position = make.position()
    data = valid_needs() | rows("routes") | rows("kinds") | {"needs-reason": ""}

    client.post(part(position, "needs"), data)

    assert plans.plan_of(position).education is None


def test_every_policy_says_what_it_does(client):
    policies.save_policy(
        None,
        by=make.user(Role.ADMINISTRATOR),
        name="Half by study at most",
        rule="COMBINATION",
        cap_education=50,
    )

    response = client.get(page(make.draft()))

    assertContains(response, "The percentages are added; 100 % is enough.")
    assertContains(response, "Study brings 50 % of the whole at most.")


@pytest.mark.parametrize("button", [{"add_row": "routes"}, {"row_remove": "routes-0"}])
def test_courses_of_study_are_changed_without_javascript(client, button):
    position = make.draft()
    kind = {"kind_of_work": "Running payroll", "months": "12"}
    data = valid_needs() | rows("kinds", kind) | button

    response = client.post(part(position, "needs"), data)

    assert len(response.context["route_rows"].forms) == (
        2 if "add_row" in button else 0
    )
    assert len(response.context["kind_rows"].forms) == 1
    assertContains(response, "Running payroll")
    assert not EducationRequirement.objects.exists()


def test_a_kind_of_work_is_added_without_javascript(client):
    position = make.draft()
    data = valid_needs() | {"needs-reason": "typed words"} | rows("kinds")

    response = client.post(part(position, "needs"), data | {"add_row": "kinds"})

    assert len(response.context["kind_rows"].forms) == 1
    assertContains(response, "typed words")
    assert not EducationRequirement.objects.exists()


def test_criteria_are_drafted_and_weighed(client):
    position = make.draft()
    make.duties(position)

    assertRedirects(
        client.post(part(position, "weights"), {"draft": "1"}),
        f"{page(position)}#weights",
    )
    criteria = list(position.criteria.order_by("order"))
    assert sum(criterion.weight for criterion in criteria) == 100

    data = rows(
        "criteria",
        *(
            {
                "id": str(criterion.pk),
                "title": f"Title {number}",
                "weight": "" if criterion.kind in AFTER_INTERVIEWS else "25",
                "duties": [str(criterion.duties.all()[0].pk)],
            }
            for number, criterion in enumerate(criteria)
        ),
    )
    client.post(part(position, "weights"), data)

    saved = position.criteria.order_by("order")
    assert [(c.pk, c.kind, c.weight) for c in saved] == [
        (c.pk, c.kind, 0 if c.kind in AFTER_INTERVIEWS else 25) for c in criteria
    ]
    assert saved[0].title == "Title 0"


def test_drafting_without_duties_says_what_to_do(client):
    response = client.post(part(make.draft(), "weights"), {"draft": "1"}, follow=True)

    assertContains(response, "Write down the duties first.")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"weight": "101"}, ""),
        ({"weight": ""}, "Enter a weight from 0 to 100."),
        ({"title": ""}, "Name this criterion."),
        ({"anchor_best": "x" * 301}, "Use at most 300 characters"),
        ({"duties": []}, "Tick the duties this comes from."),
    ],
)
def test_bad_weights_save_nothing(client, change, message):
    position = make.position()
    before = list(position.criteria.order_by("order").values_list("title", "weight"))
    row = {
        "title": "All of it",
        "weight": "100",
        "duties": [position.duties.get(order=1).pk],
    }

    response = client.post(part(position, "weights"), rows("criteria", row | change))

    assert response.status_code == 422
    assertContains(response, message, status_code=422)
    after = list(position.criteria.order_by("order").values_list("title", "weight"))
    assert after == before


def test_the_arithmetic_of_an_example_person(client):
    position = make.position()
    kind = position.experience.get()
    address = reverse("positions:example", args=[position.slug])

    met = client.get(address, {f"months_{kind.pk}": "6", "credits": "30"})
    assertContains(met, "6 of 12 months (50 %) + 30 of 60 credits (50 %) = 100 %")
    assertContains(met, "Either alone would not have been enough.")
    nearly = client.get(address, {f"months_{kind.pk}": "11.99", "credits": "0"})
    assertContains(
        nearly, "11.99 of 12 months (99.9 %) + 0 of 60 credits (0 %) = 99.9 %"
    )
    assertContains(nearly, "Not met")
    bad = client.get(address, {f"months_{kind.pk}": "<b>\x00", "credits": "1e9"})
    assert bad.status_code == 200
    assertContains(bad, "Enter a number, for example 6.")
    alone = client.get(address, headers={"HX-Request": "true"})
    assertNotContains(alone, "<html")


def test_a_changed_open_position_waits_for_a_reason(client, hr):
    position = make.published()
    duties = position.duties.order_by("order")
    definition.set_duties(
        position,
        [
            DutyRow(
                d.statement,
                d.share,
                essential=d.order == 1,
                essential_reason=d.essential_reason,
                id=d.pk,
            )
            for d in duties
        ],
        by=hr,
    )
    address = reverse("positions:freeze", args=[position.slug])

    assertContains(
        client.get(page(position)), "Applicants are still judged by version 1"
    )
    refused = client.post(address, {"freeze-reason": ""})
    assertContains(refused, "Say why the plan changes", status_code=422)
    assert position.versions.count() == 1

    assertRedirects(
        client.post(address, {"freeze-reason": "The law changed"}),
        reverse("positions:overview", args=[position.slug]),
    )
    assert (make.version(position).number, make.version(position).reason) == (
        2,
        "The law changed",
    )
    assertNotContains(client.get(page(position)), "Applicants are still judged by")


def test_freezing_needs_an_open_position_and_a_change(client):
    draft, opened = make.position(), make.published()

    refused = client.post(
        reverse("positions:freeze", args=[draft.slug]), {"freeze-reason": "x"}
    )
    same = client.post(
        reverse("positions:freeze", args=[opened.slug]),
        {"freeze-reason": "x"},
        follow=True,
    )

    assert refused.status_code == 404
    assertContains(same, "Nothing has changed since the newest version.")
    assert opened.versions.count() == 1


def test_an_unknown_part_is_not_found(client):
    assert client.post(part(make.draft(), "nothing")).status_code == 404


def test_reloading_a_form_leads_back_to_the_page(client):
    position = make.draft()

    response = client.get(part(position, "duties"))

    assertRedirects(response, f"{page(position)}#duties")
