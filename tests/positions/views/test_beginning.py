"""Begin a position in the browser: a template, a copy, an old advert."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from positions.models import Position
from positions.services import plans
from tests import make

pytestmark = pytest.mark.django_db

ADVERT = """\
Payroll Clerk

We are a dynamic company and look for a rock star.

Responsibilities:
- Assist with various payroll matters as required
- Prepare the monthly payroll for 300 employees
- Answer questions of employees about their pay

Requirements:
- Bachelor's degree in accounting
- At least 2 years of experience in payroll
- Good knowledge of Excel
"""


@pytest.fixture
def hr(client):
    user = make.user()
    client.force_login(user)
    return user


def test_the_page_offers_every_way_to_begin(client, hr):
    response = client.get(reverse("positions:new"))

    for text in (
        "Accounts payable clerk",
        "Paste an advert",
        "Copy it",
        "From nothing",
    ):
        assertContains(response, text)


def test_a_template_is_read_before_it_is_taken(client, hr):
    address = reverse("positions:template", args=["accounts-payable-clerk"])

    assertContains(client.get(address), "Matches about 60 supplier invoices a day")
    answer = client.post(
        address, {"title": "Purchase ledger clerk", "department": "AP", "openings": "2"}
    )

    position = Position.objects.get()
    assertRedirects(
        answer,
        reverse("positions:definition", args=[position.slug]),
        fetch_redirect_response=False,
    )
    assert (position.title, position.openings) == ("Purchase ledger clerk", 2)
    assert position.duties.count() == 5


def test_a_template_that_is_not_there_is_not_found(client, hr):
    assert (
        client.get(reverse("positions:template", args=["astronaut"])).status_code == 404
    )


def test_a_copy_is_made_of_what_the_person_may_see(client, hr):
    position = make.position()

    client.post(reverse("positions:copy"), {"copy-source": position.slug})
    wrong = client.post(reverse("positions:copy"), {"copy-source": "nowhere"})

    copy = Position.objects.exclude(pk=position.pk).get()
    assert copy.duties.count() == position.duties.count()
    assertContains(wrong, "Choose another.", status_code=422)


def test_an_old_advert_is_shown_line_by_line_and_saves_nothing_yet(client, hr):
    response = client.post(reverse("positions:from_advert"), {"text": ADVERT})

    rows = response.context["lines"].forms
    assert [(row["use"].value(), row["text"].value()) for row in rows][:3] == [
        ("DUTY", "Assist with various payroll matters as required"),
        ("DUTY", "Prepare the monthly payroll for 300 employees"),
        ("DUTY", "Answer questions of employees about their pay"),
    ]
    assertContains(response, "Read from: “")
    assert Position.objects.count() == 0


def test_what_must_not_be_asked_is_said_beside_its_line(client, hr):
    advert = ADVERT + "- Native English speaker, fluent in English\n"

    response = client.post(reverse("positions:from_advert"), {"text": advert})

    last = response.context["lines"].forms[-1]
    assert last["use"].value() == "LANGUAGE"
    assert "ative" in last["note"].value()


def filled(response, **changes):
    """Return what the review page would send if its button were pressed."""
    data = {"accept": "1", "title": "Payroll clerk", "department": "Finance"}
    data["summary"] = "People are paid."
    for name in ("lines", "studies", "practice"):
        rows = response.context[name]
        data |= {f"{name}-TOTAL_FORMS": str(len(rows.forms))}
        data |= {f"{name}-INITIAL_FORMS": str(len(rows.forms))}
        for row in rows.forms:
            for field in row:
                value = field.value()
                if value is True:
                    data[field.html_name] = "on"
                elif value not in {None, False}:
                    data[field.html_name] = str(value)
    return data | changes


def test_what_is_accepted_becomes_the_draft(client, hr):
    address = reverse("positions:from_advert")
    read = client.post(address, {"text": ADVERT})

    client.post(
        address,
        filled(read, **{"lines-2-use": "LEAVE", "lines-1-text": "Pays people."}),
    )

    position = Position.objects.get()
    plan = plans.plan_of(position)
    assert [duty.statement for duty in plan.duties] == [
        "Assist with various payroll matters as required",
        "Pays people.",
    ]
    assert plan.education is not None
    assert plan.education.routes[0].level == 6
    assert [kind.months for kind in plan.experience] == [24]
    assert position.origin == "ADVERT"
    sections = {problem.section for problem in plans.problems_of(position)}
    assert "needs" in sections  # the reason for the degree is still to be given


def test_a_review_without_a_duty_is_kept_and_refused(client, hr):
    address = reverse("positions:from_advert")
    read = client.post(address, {"text": ADVERT})
    out = {f"lines-{at}-use": "LEAVE" for at in range(3)}

    answer = client.post(address, filled(read, **out, title="Kept as typed"))

    assertContains(answer, "A position needs at least one", status_code=422)
    assertContains(answer, "Kept as typed", status_code=422)
    assert Position.objects.count() == 0


@pytest.mark.parametrize(
    "text", ["", "   ", "\x00", "x" * 30_001, "Nothing here at all"]
)
def test_a_text_that_is_no_advert_is_refused_in_words(client, hr, text):
    answer = client.post(reverse("positions:from_advert"), {"text": text})

    assert answer.status_code == 422
    assert Position.objects.count() == 0
