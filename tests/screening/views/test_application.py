"""The explanation: sums that add up, quotes, corrections, who may see whom."""

import re

import pytest
from django.urls import reverse

from backoffice_ats.accounts.enums import Role
from backoffice_ats.audit.models import Act, AuditEvent
from screening.models import Evaluation, Override, Work
from screening.services import explanation
from tests import make

pytestmark = pytest.mark.django_db


def address(application):
    return reverse("screening:application", args=[application.pk])


def criterion_of(application):
    return application.position.criteria.order_by("order").first().pk


@pytest.mark.usefixtures("client")
def test_the_points_add_up_to_the_score_exactly(position, strong, weak, evaluate):
    evaluate()

    for application in (strong, weak):
        found = explanation.explanation_of(application, position.owner)
        row = Evaluation.objects.get(application=application)
        assert sum(part.points for part in found.parts) == row.score


def test_the_page_prints_the_sum_the_months_and_the_words(
    client, position, strong, evaluate
):
    evaluate()
    client.force_login(position.owner)

    text = client.get(address(strong)).content.decode()

    row = Evaluation.objects.get(application=strong)
    assert f"{row.score / 100:.2f}" in text
    assert "Payroll officer, January 2022 to now" in text
    assert "months × 1.00" in text
    assert "60 of 60 credits" in text
    assert "<mark>" in text
    assert "Aoife Marsh" in text
    assert "What played no part" in text


def test_a_complete_score_has_a_likely_range_inside_the_utmost(
    client, position, strong, evaluate
):
    evaluate()
    Evaluation.objects.update(complete=True)
    client.force_login(position.owner)

    text = client.get(address(strong)).content.decode()

    row = Evaluation.objects.get(application=strong)
    likely = explanation.explanation_of(strong, position.owner).likely
    assert likely is not None
    low, high = likely
    assert row.low < low < row.score < high < row.high
    assert f"likely {(low + 50) // 100} to {(high + 50) // 100}" in text
    assert f"{(row.low + 50) // 100} to {(row.high + 50) // 100} at the utmost" in text


@pytest.mark.usefixtures("strong")
def test_the_lines_of_the_months_add_up_to_their_total(position, duties, evaluate):
    make.application(
        position,
        name="Two jobs",
        email="two@example.org",
        work=[make.job(duties[0], duties[1]), make.job(duties[0], title="Second")],
    )
    evaluate()

    for row in Evaluation.objects.all():
        found = explanation.explanation_of(row.application, position.owner)
        months = found.essentials[0].sums[0]
        lines = [
            float(line.result.replace("\N{MINUS SIGN} ", "-")) for line in months.rows
        ]
        assert round(sum(lines), 2) == float(months.total.result)


def test_the_page_takes_a_constant_number_of_queries(
    client, position, strong, evaluate, django_assert_max_num_queries
):
    evaluate()
    client.force_login(position.owner)
    client.get(address(strong))

    with django_assert_max_num_queries(40):
        client.get(address(strong))


def test_a_panel_reads_no_name_no_contact_and_no_file(
    client, position, strong, evaluate
):
    make.document(strong, name="aoife-marsh-cv.txt")
    evaluate()
    client.force_login(make.member(position).user)

    text = client.get(address(strong)).content.decode()

    assert strong.code in text
    for word in ("Aoife", "Marsh", "marsh", "a.marsh", "0114"):
        assert word not in text
    assert "/documents/" not in text


@pytest.mark.parametrize("view", ["application", "correct", "reveal"])
@pytest.mark.usefixtures("position")
def test_a_foreign_panel_member_finds_nothing(client, strong, evaluate, view):
    evaluate()
    user = make.user(Role.PANEL_MEMBER)
    client.force_login(user)
    args = [strong.pk, criterion_of(strong)] if view == "correct" else [strong.pk]

    response = client.get(reverse(f"screening:{view}", args=args))

    assert response.status_code == (404 if view == "application" else 403)


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.AUDITOR])
def test_only_who_may_corrects(client, position, strong, evaluate, role):
    evaluate()
    user = make.user(role)
    if role == Role.PANEL_MEMBER:
        make.member(position, user)
    client.force_login(user)
    args = [strong.pk, criterion_of(strong)]

    response = client.post(
        reverse("screening:correct", args=args), {"verdict": "MET", "reason": "x"}
    )

    assert response.status_code == 403
    assert Override.objects.count() == 0


def test_a_correction_asks_for_an_evaluation_and_shows_both_values(
    client, position, strong, evaluate
):
    evaluate()
    client.force_login(position.owner)
    args = [strong.pk, criterion_of(strong)]
    page = client.get(reverse("screening:correct", args=args))
    assert page.status_code == 200

    response = client.post(
        reverse("screening:correct", args=args),
        {"verdict": "NOT_MET", "reason": "The dates do not agree with the reference."},
    )

    assert response.status_code == 302
    row = Work.objects.get(application=strong)
    assert row.done < row.wanted
    evaluate()
    text = client.get(address(strong)).content.decode()
    assert "Corrected by a person" in text
    assert "Computed before: Met" in text
    assert "The dates do not agree with the reference." in text


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"verdict": "MET"},
        {"verdict": "X", "reason": "y"},
        {"verdict": "MET", "reason": "z" * 501},
    ],
)
def test_a_correction_without_verdict_or_reason_is_not_saved(
    client, position, strong, evaluate, typed
):
    evaluate()
    client.force_login(position.owner)
    args = [strong.pk, criterion_of(strong)]

    page = client.post(reverse("screening:correct", args=args), typed)

    assert page.status_code == 200
    assert "There is a problem" in page.content.decode()
    assert Override.objects.count() == 0


def test_a_name_is_revealed_with_a_reason_and_put_on_record(
    client, position, strong, evaluate
):
    evaluate()
    # Only somebody who works blind and may look behind it.
    user = make.user(Role.PANEL_MEMBER, is_superuser=True)
    make.member(position, user)
    client.force_login(user)
    reveal = reverse("screening:reveal", args=[strong.pk])
    assert "Aoife" not in client.get(address(strong)).content.decode()

    empty = client.post(reveal, {"reason": ""})
    assert empty.status_code == 200
    assert not AuditEvent.objects.filter(act=Act.REVEALED).exists()
    client.post(reveal, {"reason": "To invite by telephone"})

    event = AuditEvent.objects.get(act=Act.REVEALED)
    assert (event.actor, event.subject_id) == (user, strong.pk)
    assert event.details == {"reason": "To invite by telephone"}
    assert "Aoife Marsh" in client.get(address(strong)).content.decode()


def test_the_list_leads_from_one_to_the_next(client, position, strong, weak, evaluate):
    evaluate()
    client.force_login(position.owner)

    first, last = (
        " ".join(client.get(address(one)).content.decode().split())
        for one in (strong, weak)
    )

    assert "1 of 2 in this list" in first
    assert f'rel="next" href="{address(weak)}"' in first
    assert "2 of 2 in this list" in last
    assert f'rel="prev" href="{address(strong)}"' in last


def test_an_application_that_waits_shows_its_record_already(client, position, strong):
    client.force_login(position.owner)

    text = client.get(address(strong)).content.decode()

    assert "Not evaluated yet" in text
    assert "Payroll officer" in text


def test_markup_in_somebodys_words_stays_words(client, position, duties, evaluate):
    hostile = (
        "<script>alert(1)</script> ran the monthly payroll for 640 employees {{7*7}}"
    )
    application = make.application(
        position, name="<b>Bold</b>", work=[make.job(duties[0], text=hostile)]
    )
    evaluate()
    client.force_login(position.owner)

    text = client.get(address(application)).content.decode()

    assert "<script>alert" not in text
    assert "<b>Bold" not in text
    assert not re.search(
        r"\b49\b", text.split("What played no part")[0].split("Work</h3>")[-1]
    )
