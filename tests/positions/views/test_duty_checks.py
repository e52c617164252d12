"""What the definition page says about clear duties, while typing and after."""

import html
import re

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from backoffice_ats.accounts.enums import Role
from positions.models import Duty
from positions.services import definition
from positions.services.definition import DutyRow
from tests import make
from tests.positions.views.test_definition import duty, page, part, rows

pytestmark = pytest.mark.django_db

VAGUE = "Handle various payroll queries as required."
CLEAR = make.DUTIES[0].statement
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def hr(client):
    user = make.user(Role.HR_MANAGER)
    client.force_login(user)
    return user


def check(client, position, *given):
    return client.post(
        reverse("positions:check_duties", args=[position.slug]),
        rows("duties", *given),
        headers=HTMX,
    )


def piece(response, key):
    """Return the words of one swapped piece."""
    found = re.search(
        rf'<(\w+)\b[^>]*\bid="{key}"[^>]*>(.*?)</\1>\s*(?=<(?:span|p|div)\b[^>]*id=|$)',
        response.content.decode(),
        re.DOTALL,
    )
    assert found, key
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", found[2])).split())


def test_a_vague_duty_is_answered_with_questions_and_a_sentence(client):
    response = check(client, make.draft(), duty(VAGUE, "100"))

    beside = piece(response, "duties-0-finding")
    assert beside.startswith("3 words leave the reader guessing")
    assert "“Handle”:" not in beside  # <q> draws the marks
    assert "Handle : What happens to it" in beside
    assert "payroll queries" in beside
    assert "Use this" in beside
    assertContains(response, "<mark>Handle</mark> <mark>various</mark> payroll")
    assertContains(response, "3 to settle")
    assert piece(response, "duties-said") == "Duty 1 is not clear yet."


def test_no_field_is_among_the_answer(client):
    response = check(client, make.draft(), duty(VAGUE, "100"), duty(CLEAR, ""))

    assertNotContains(response, "<textarea")
    assertNotContains(response, "<input")
    assert response.content.decode().count("hx-swap-oob") == 2 * 3 + 5


def test_what_is_missing_is_counted_in_the_steps(client):
    response = check(client, make.draft(), duty(VAGUE, "60", reason=""))

    whole = piece(response, "duties-whole")
    assert "Give 40 % more" in whole
    assert "Say why duty 1 is essential" in whole
    assert "Duty 1 is vague" in whole
    assertContains(response, 'id="step-duties"')
    assert "3 to do" in piece(response, "step-duties")


def test_clear_duties_are_called_clear_and_nothing_waits(client):
    response = check(client, make.draft(), duty(CLEAR, "100"))

    assert "to settle" not in response.content.decode()
    assert piece(response, "step-duties") == "complete"
    assert re.search(r"Clarity \d+ of 100", response.content.decode())
    assert piece(response, "duties-said") == "Every duty is clear."


def test_rows_keep_their_numbers_when_one_is_still_empty(client):
    response = check(client, make.draft(), duty("", ""), duty(VAGUE, "100"))

    assert piece(response, "duties-said") == "Duty 2 is not clear yet."
    assert "Use this for duty 2" in piece(response, "duties-1-finding")
    assertContains(response, 'data-state=""', 1)


def test_a_typed_reason_turns_the_finding_grey(client):
    response = check(
        client, make.draft(), duty(VAGUE, "100") | {"kept_reason": "Agreed."}
    )

    assert piece(response, "duties-0-finding").startswith("Kept as it is: Agreed.")
    assert piece(response, "step-duties") == "complete"


def test_an_old_reason_does_not_count_for_new_words(client):
    position = make.draft()
    stored = make.duties(
        position, [DutyRow(VAGUE, 100, essential_reason="x", kept_reason="Agreed.")]
    )[0]

    same = duty(VAGUE, "100") | {"id": stored.pk, "kept_reason": "Agreed."}
    other = same | {"statement": f"{VAGUE} Daily."}

    assertContains(check(client, position, same), 'data-state="kept"')
    assertContains(check(client, position, other), 'data-state="stops"')


def test_checking_saves_nothing(client):
    position = make.draft()

    check(client, position, duty(VAGUE, "100"))

    assert not Duty.objects.filter(position=position).exists()


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"duties-TOTAL_FORMS": "99999999"},
        {"duties-TOTAL_FORMS": "-1"},
        {"duties-TOTAL_FORMS": "1", "duties-0-statement": "x" * 100_000},
        {"duties-TOTAL_FORMS": "1", "duties-0-statement": "\x00 [[[ <b>"},
        {
            "duties-TOTAL_FORMS": "1",
            "duties-0-statement": "Files papers.",
            "duties-0-share": "٣",
            "duties-0-id": "9" * 40,
        },
    ],
)
def test_hostile_rows_are_answered(client, given):
    url = reverse("positions:check_duties", args=[make.draft().slug])

    response = client.post(url, given)

    assert response.status_code == 200
    assertNotContains(response, "<b>")


def test_the_request_needs_the_same_queries_for_one_and_ten_duties(
    client, django_assert_num_queries
):
    position = make.draft()
    check(client, position, duty(CLEAR, "100"))
    with django_assert_num_queries(QUERIES):
        check(client, position, duty(CLEAR, "100"))
    with django_assert_num_queries(QUERIES):
        check(client, position, *[duty(VAGUE, "10")] * 10)


QUERIES = 7  # organisation, session, person, position, criteria, duties, words


def test_without_script_the_page_says_the_same_after_saving(client):
    position = make.draft()

    client.post(part(position, "duties"), rows("duties", duty(VAGUE, "100")))
    response = client.get(page(position))

    assertContains(response, "3 words leave the reader guessing")
    assertContains(response, "<mark>as required</mark>")
    assertContains(response, "Duty 1 is vague: “Handle”")
    assertContains(response, 'name="use_suggestion"')


def test_without_script_use_this_puts_the_sentence_there_unsaved(client):
    position = make.draft()
    data = rows("duties", duty(VAGUE, "100")) | {"use_suggestion": "0"}

    response = client.post(part(position, "duties"), data)

    (form,) = response.context["duty_rows"].forms
    assert "[what comes of it]" in form["statement"].value()
    assertContains(response, "wait for your words")
    assertContains(response, "Not saved yet")
    assert not position.duties.exists()


def test_a_reason_is_saved_shown_and_dropped_with_its_words(client):
    position = make.draft()
    kept = duty(VAGUE, "100") | {"kept_reason": "The union agreed on it."}

    client.post(part(position, "duties"), rows("duties", kept))
    stored = position.duties.get()
    assertContains(client.get(page(position)), "The union agreed on it.")
    assert stored.kept_reason == "The union agreed on it."

    changed = kept | {"statement": f"{VAGUE} Daily.", "id": stored.pk}
    client.post(part(position, "duties"), rows("duties", changed))

    stored.refresh_from_db()
    assert stored.kept_reason == ""


def test_moving_a_duty_keeps_its_reason(client):
    position = make.draft()
    make.duties(
        position,
        [
            DutyRow(CLEAR, 50, essential_reason="x"),
            DutyRow(VAGUE, 50, essential_reason="x", kept_reason="Agreed."),
        ],
    )
    one, two = (
        {
            "id": row.pk,
            "statement": row.statement,
            "share": row.share,
            "essential": "on",
            "essential_reason": row.essential_reason,
            "kept_reason": row.kept_reason,
        }
        for row in position.duties.order_by("order")
    )

    client.post(part(position, "duties"), rows("duties", two, one))

    assert position.duties.get(order=1).kept_reason == "Agreed."


def test_the_publish_page_names_the_vague_duty(client):
    position = make.position()
    first = position.duties.get(order=1)
    Duty.objects.filter(pk=first.pk).update(statement=VAGUE)

    response = client.get(reverse("positions:publish", args=[position.slug]))

    assertContains(response, "Duty 1 is vague: “Handle”")


def test_words_that_put_people_off_are_hints_beside_their_part(client, hr):
    position = make.position(by=hr)
    definition.update_position(
        position, by=hr, title="Young payroll clerk", summary="A salesman at heart."
    )

    response = client.get(page(position))

    assertContains(response, "Words to think about")
    assertContains(response, "“Young”")
    assert (
        client.get(reverse("positions:publish", args=[position.slug])).context[
            "missing"
        ]
        == []
    )
