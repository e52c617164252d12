"""The ranking page: who sees what, in the one order, with a constant number of queries."""

import datetime as dt
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from backoffice_ats.accounts.enums import Role
from candidates.enums import DocumentState
from candidates.stages import Status
from positions.plan import Plan
from positions.services import plans
from screening.engine import bands
from screening.management.commands import show_ranking
from screening.models import Evaluation, Work
from screening.services import evaluation, explanation, judgement, work
from tests import make
from tests.screening.conftest import RAN_PAYROLL

pytestmark = pytest.mark.django_db


def address(position):
    return reverse("screening:ranking", args=[position.slug])


@pytest.mark.parametrize("count", [1, 3, 60])
def test_the_number_of_queries_does_not_depend_on_the_applicants(
    client, position, duties, evaluate, count, django_assert_max_num_queries
):
    for number in range(count):
        make.application(
            position,
            name=f"Applicant {number}",
            email=f"a{number}@example.org",
            work=[make.job(duties[0], text=RAN_PAYROLL)],
        )
    evaluate()
    client.force_login(position.owner)
    client.get(address(position))

    with django_assert_max_num_queries(15):
        page = client.get(address(position))

    assert page.status_code == 200
    assert page.content.decode().count('class="ats-code"') == min(count, 50)


@pytest.mark.usefixtures("strong", "weak")
def test_the_order_is_that_of_the_scores(client, position, evaluate):
    evaluate()
    client.force_login(position.owner)

    text = client.get(address(position)).content.decode()

    assert text.index("Aoife Marsh") < text.index("Bo Lind")
    assert "Band A" in text
    assert "Aoife Marsh stays first in" in text


def place(position, *standings):
    """Give a position evaluated applicants with these scores, in hundredths."""
    found = [
        make.application(position, name=f"P{n:02}", email=f"p{n}@example.org")
        for n in range(len(standings))
    ]
    evaluation.evaluate_position(position.pk, at=timezone.now())
    for application, (score, missed) in zip(found, standings, strict=True):
        Evaluation.objects.filter(application=application).update(
            score=score, low=score, high=score, complete=True, essential_not_met=missed
        )
    return found


def test_bands_without_anybody_take_no_letter(client, position):
    alone, second, third, *_rest = place(
        position, (9_000, False), (3_000, False), (2_990, False), (9_900, True)
    )
    client.force_login(position.owner)

    text = client.get(address(position)).content.decode()

    assert re.findall(r"<b>(Band \w+|An essential[^<]+)</b>", text) == [
        "Band A",
        "Band B",
        "An essential is not met",
    ]
    assert "Score 90, one applicant." in text
    assert "All score 30. Treat these 2 as equals too" in text
    assert [row["band"] for row in show_ranking.ranked(position)] == ["A", "B", "B", ""]
    for application, band in ((alone, "A"), (second, "B"), (third, "B")):
        found = explanation.explanation_of(application, position.owner)
        assert found.band == band


def test_a_complete_score_shows_its_likely_error_and_an_open_one_its_utmost(
    client, position
):
    done, still_open = place(position, (6_000, False), (5_000, False))
    Evaluation.objects.filter(application=done).update(low=4_000, high=8_000)
    Evaluation.objects.filter(application=still_open).update(
        low=3_000, high=7_000, complete=False
    )
    client.force_login(position.owner)

    text = client.get(address(position)).content.decode()

    version = plans.current(position)
    assert version is not None
    criteria = judgement.criteria_of(Plan.from_json(version.content))
    error = round(bands.standard_error(criteria) * 100)
    assert 0 < error < 2_000
    low, high = (6_000 - error + 50) // 100, (6_000 + error + 50) // 100
    assert f"60, likely between {low} and {high}" in text
    assert "Between 30 and 70; not complete" in text
    printed = show_ranking.ranked(position)
    assert [(row["low"], row["high"]) for row in printed] == [(40, 80), (30, 70)]


def test_who_has_withdrawn_is_in_no_band(position):
    gone, *_others = place(position, (5_000, False), (9_000, False))
    gone.status = Status.WITHDRAWN
    gone.save()

    assert explanation.explanation_of(gone, position.owner).band == ""


def test_a_second_page_goes_on_with_the_letters(client, position):
    place(position, *((10_000 - 10 * n if n < 50 else 100, False) for n in range(51)))
    client.force_login(position.owner)

    pages = [
        client.get(address(position), {"page": page}).content.decode() for page in "12"
    ]

    first, second = (re.findall(r"<b>Band (\w+)</b>", text) for text in pages)
    assert second == [chr(ord(first[-1]) + 1)]


def test_one_page_follows_another(client, position, evaluate):
    for number in range(51):
        make.application(position, name=f"N{number:03}", email=f"n{number}@example.org")
    evaluate()
    client.force_login(position.owner)

    first = client.get(address(position)).content.decode()
    second = client.get(address(position), {"page": "2"}).content.decode()

    assert (first.count('class="ats-code"'), second.count('class="ats-code"')) == (
        50,
        1,
    )


def test_a_panel_reads_codes_and_no_names(client, position, strong, evaluate):
    evaluate()
    client.force_login(make.member(position).user)

    text = client.get(address(position)).content.decode()

    assert strong.code in text
    assert "Names hidden" in text
    assert "Aoife" not in text
    assert "Marsh" not in text


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.ADMINISTRATOR, 200),
        (Role.HR_MANAGER, 200),
        (Role.AUDITOR, 200),
        (Role.PANEL_MEMBER, 404),
    ],
)
@pytest.mark.usefixtures("strong")
def test_a_panel_member_of_another_position_finds_nothing(
    client, position, role, status
):
    user = make.user(role)
    make.member(
        make.published(title="Another"), user
    ) if role == Role.PANEL_MEMBER else 0
    client.force_login(user)

    assert client.get(address(position)).status_code == status


def test_a_stranger_is_sent_to_the_login(client, position):
    response = client.get(address(position))

    assert response.status_code == 302
    assert "login" in response["Location"]


def test_chips_count_and_filter(client, position, strong, weak, evaluate):
    document = make.document(weak)
    document.state = DocumentState.UNREADABLE
    document.save()
    evaluate()
    Evaluation.objects.filter(application=strong).update(complete=True)
    client.force_login(position.owner)

    everyone = client.get(address(position)).content.decode()
    unknown = client.get(address(position), {"show": "unknown"}).content.decode()
    unread = client.get(address(position), {"show": "unread"}).content.decode()
    not_met = client.get(address(position), {"show": "not-met"}).content.decode()

    counts = re.findall(r'([A-Z][\w ]+) <span class="ats-num">(\d+)</span>', everyone)
    assert counts == [
        ("Everyone", "2"),
        ("Something unknown", "1"),
        ("An essential is not met", "0"),
        ("CV could not be read", "1"),
    ]
    # Below the list the page says who is first of all, whatever is shown.
    for text in (one.partition('id="sturdy"')[0] for one in (unknown, unread)):
        assert "Bo Lind" in text
        assert "Aoife" not in text
    assert "Nobody in this list" in not_met


def test_nobody_is_turned_down_where_an_essential_is_not_met(
    client, position, strong, evaluate
):
    evaluate()
    Evaluation.objects.update(essential_not_met=True)
    client.force_login(position.owner)

    text = client.get(address(position)).content.decode()

    assert "Nobody is turned down by the system" in text
    strong.refresh_from_db()
    assert strong.status == "SUBMITTED"


@pytest.mark.usefixtures("strong")
def test_the_list_refreshes_fast_only_while_something_is_open(
    client, position, evaluate
):
    client.force_login(position.owner)
    waiting = client.get(address(position)).content.decode()
    evaluate()
    done = client.get(address(position)).content.decode()

    assert 'hx-trigger="every 2s"' in waiting
    assert "<progress" in waiting
    assert 'hx-trigger="every 15s"' in done
    assert "<progress" not in done


@pytest.mark.usefixtures("strong")
def test_htmx_gets_the_list_alone(client, position, evaluate):
    evaluate()
    client.force_login(position.owner)

    text = client.get(
        address(position), headers={"HX-Request": "true"}
    ).content.decode()

    assert "<html" not in text
    assert " ".join(text.split()).startswith('<div id="ranking"')
    assert "Aoife Marsh" in text


@pytest.mark.usefixtures("strong")
def test_what_is_stuck_is_named_with_its_reason(client, position, weak, evaluate):
    evaluate()
    work.want(weak, at=timezone.now())
    Work.objects.filter(application=weak).update(
        attempts=work.STUCK_AFTER,
        last_error="KeyError",
        next_try_at=timezone.now() + dt.timedelta(hours=1),
    )
    client.force_login(position.owner)

    text = client.get(address(position)).content.decode()

    assert "KeyError" in text
    assert "tried again every hour" in text
    assert 'hx-trigger="every 15s"' in text


def test_an_empty_ranking_says_what_will_be_there(client, position):
    client.force_login(position.owner)

    text = client.get(address(position)).content.decode()

    assert "Nobody has applied yet" in text


def test_weights_in_effect_need_five(client, position, evaluate):
    for number in range(4):
        make.application(position, name=f"N{number}", email=f"n{number}@example.org")
    evaluate()
    client.force_login(position.owner)
    few = client.get(address(position)).content.decode()
    make.application(
        position,
        name="Fifth",
        email="n5@example.org",
        work=[make.job(text=RAN_PAYROLL)],
    )
    evaluate()
    enough = client.get(address(position)).content.decode()

    assert "too few to tell" in few
    assert "Weight in effect" in enough
