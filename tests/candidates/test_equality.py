"""The voluntary answers: given apart, counted only, never joined to anybody."""

import datetime as dt

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from backoffice_ats.accounts.enums import Role
from candidates.models import Application
from candidates.services import equality
from positions.enums import CloseReason
from positions.services import lifecycle
from tests import make
from tests.candidates.test_apply import answer_everything, begin, step

pytestmark = pytest.mark.django_db

SAID = {"gender": "WOMAN", "age": "40_54", "disability": "PREFER_NOT"}
WALLS = [
    "SELECT * FROM vault.equality_answer",
    "SELECT count(*) FROM vault.equality_answer",
    "UPDATE vault.equality_answer SET answer = 'MAN'",
    "DELETE FROM vault.equality_answer",
    "TRUNCATE vault.equality_answer",
    "CREATE TABLE vault.copy AS SELECT * FROM vault.equality_answer",
    "INSERT INTO vault.equality_answer VALUES (1, now(), 'a', 'b') RETURNING *",
]


@pytest.fixture
def position():
    make.organisation()
    return make.published()


@pytest.fixture
def closed(position):
    def close():
        lifecycle.close(
            position, by=position.owner, at=timezone.now(), reason=CloseReason.CLOSED
        )
        position.refresh_from_db()

    return close


def everything():
    """Read the vault as its owner, which no process of ours is."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT position_id, month, question, answer"
            " FROM vault.equality_answer ORDER BY 3"
        )
        return cursor.fetchall()


@transaction.atomic
def as_the_application(statement):
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {settings.APP_ROLE}")
        cursor.execute(statement)


def send(client, position):
    begin(client, position)
    answer_everything(client, position)
    return client.post(step(position, "check"))


def test_the_questions_come_after_sending_and_then_the_confirmation(client, position):
    sent = send(client, position)
    page = client.get(sent.url)
    answered = client.post(sent.url, SAID, follow=True)

    assert sent.url == reverse("candidates:apply_equality", args=[position.slug])
    assert "Your application is sent." in page.text
    assert "Skip these questions" in page.text
    assert "We have your application" in answered.text
    today = timezone.localdate().replace(day=1)
    assert everything() == [
        (position.pk, today, "age", "40_54"),
        (position.pk, today, "disability", "PREFER_NOT"),
        (position.pk, today, "gender", "WOMAN"),
    ]


def test_they_are_answered_once_and_by_nobody_who_did_not_apply(client, position):
    page = reverse("candidates:apply_equality", args=[position.slug])
    client.post(page, SAID)
    nothing = everything()
    send(client, position)

    for _ in range(3):
        client.post(page, SAID)

    assert nothing == []
    assert len(everything()) == len(SAID)


@pytest.mark.parametrize(
    "data",
    [{}, {"gender": "x'; DROP SCHEMA vault --"}, {"salary": "HIGH"}, {"age": "\0"}],
)
def test_what_is_no_answer_is_not_stored(client, position, data):
    sent = send(client, position)

    client.post(sent.url, data)

    assert everything() == []


def test_the_vault_names_no_person_no_application_and_no_moment(position):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT column_name, data_type FROM information_schema.columns"
            " WHERE table_schema = 'vault' ORDER BY 1"
        )
        columns = cursor.fetchall()

    assert columns == [
        ("answer", "text"),
        ("month", "date"),
        ("position_id", "bigint"),
        ("question", "text"),
    ]
    equality.put_away(position, SAID, on=dt.date(2026, 5, 17))
    assert {month for _, month, _, _ in everything()} == {dt.date(2026, 5, 1)}


@pytest.mark.parametrize("statement", WALLS)
def test_the_role_that_serves_pages_cannot_read_or_change_an_answer(
    position, statement
):
    equality.put_away(position, SAID, on=timezone.localdate())

    with pytest.raises(DatabaseError, match="permission denied"):
        as_the_application(statement)

    assert len(everything()) == len(SAID)


def test_that_role_can_add_and_count(position, closed):
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL ROLE {settings.APP_ROLE}")
        for _ in range(equality.SMALLEST):
            equality.put_away(position, SAID, on=timezone.localdate())
    closed()
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL ROLE {settings.APP_ROLE}")
        counted = equality.counts_of(position)

    assert counted[0].counts[0] == equality.Count("Woman", equality.SMALLEST)


def test_small_groups_and_open_positions_are_not_counted(position, closed):
    for answer, times in {"WOMAN": 5, "MAN": 4}.items():
        for _ in range(times):
            equality.put_away(position, {"gender": answer}, on=timezone.localdate())
    while_open = equality.counts_of(position)

    closed()

    assert while_open == []
    gender = {one.words: one.n for one in equality.counts_of(position)[0].counts}
    assert gender["Woman"] == 5
    assert gender["Man"] is None


def test_hr_sees_counts_after_closing_and_an_explanation_before(
    client, position, closed
):
    client.force_login(make.user(Role.HR_MANAGER))
    page = reverse("candidates:equality_counts", args=[position.slug])
    for _ in range(6):
        equality.put_away(position, {"age": "25_39"}, on=timezone.localdate())

    before = client.get(page).text
    closed()
    after = client.get(page).text

    assert "once the position has closed" in before
    assert "25 to 39" in after
    assert "fewer than 5" in after


def test_an_answer_leaves_no_trace_at_the_application(client, position):
    sent = send(client, position)
    before = Application.objects.values().get()

    client.post(sent.url, SAID)

    assert Application.objects.values().get() == before
