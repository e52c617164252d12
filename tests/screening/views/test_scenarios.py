"""The scenarios: saved at once, resumed anywhere, scored once, the key kept."""

import json
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates.services import pipeline
from screening.instruments.public_demo import DEMO
from screening.models import Attempt, Evaluation, Work
from screening.services import attempts
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def applicant(client, strong):
    """A browser that holds the secret link of `strong`."""
    session = client.session
    session["applications"] = [strong.pk]
    session.save()
    return client


def page(strong, name="scenarios", *args):
    return reverse(f"screening:{name}", args=[strong.pk, *args])


def rate_all(applicant, strong, rate):
    for number in range(1, len(DEMO.scenarios) + 1):
        sheet = attempts.sheets_of(Attempt.objects.get(application=strong))[number - 1]
        applicant.post(
            page(strong, "scenario", number),
            {f"r{reply.place}": rate(number, reply) for reply in sheet.replies},
        )


def key_of(text):
    return next(
        option.mean
        for scenario in DEMO.scenarios
        for option in scenario.options
        if option.text == text
    )


@pytest.mark.parametrize("name", ["scenarios", "scenario_practice", "scenarios_done"])
def test_nobody_else_finds_the_scenarios(client, strong, name):
    assert client.get(page(strong, name)).status_code == 404
    client.force_login(make.user())
    assert client.get(page(strong, name)).status_code == 404


def test_an_answer_is_saved_at_once_and_shown_on_return(applicant, strong):
    applicant.get(page(strong, "scenario", 1))

    applicant.post(page(strong, "scenario", 1), {"r1": "2", "r2": "6"})

    attempt = Attempt.objects.get(application=strong)
    assert sorted(
        rating for one in attempt.answers.values() for rating in one.values()
    ) == [
        2,
        6,
    ]
    again = applicant.get(page(strong, "scenario", 1)).content.decode()
    assert len(re.findall(r"<input[^>]*\schecked", again)) == 2
    start = applicant.get(page(strong)).content.decode()
    assert "Go on where you stopped" in start


@pytest.mark.parametrize(
    "typed", [{"r1": "8"}, {"r1": "0"}, {"r1": "x"}, {"r9": "3"}, {}]
)
def test_what_is_no_rating_is_left_open(applicant, strong, typed):
    applicant.get(page(strong, "scenario", 1))

    response = applicant.post(page(strong, "scenario", 1), typed)

    assert response.status_code == 302
    attempt = Attempt.objects.get(application=strong)
    assert all(not one for one in attempt.answers.values())


def test_good_answers_raise_the_criterion(applicant, strong, evaluate):
    evaluate()
    applicant.get(page(strong, "scenario", 1))

    rate_all(applicant, strong, lambda _n, reply: round(key_of(reply.text)))

    attempt = Attempt.objects.get(application=strong)
    assert attempt.finished_at
    assert (attempt.score or 0) > 9_000
    evaluate()
    row = Evaluation.objects.get(application=strong)
    raw = row.results[-1]
    assert (raw["verdict"], raw["source"], raw["score"]) == (
        "MET",
        "MEASURED",
        attempt.score,
    )
    assert row.complete


def test_straight_lining_gets_no_score_and_goes_to_a_person(
    applicant, strong, evaluate
):
    applicant.get(page(strong, "scenario", 1))

    rate_all(applicant, strong, lambda _n, _reply: 4)

    attempt = Attempt.objects.get(application=strong)
    assert (attempt.score, attempt.not_scorable) == (None, "STRAIGHT_LINE")
    evaluate()
    raw = Evaluation.objects.get(application=strong).results[-1]
    assert (raw["verdict"], raw["low"], raw["high"]) == ("UNKNOWN", 0, 10_000)
    done = applicant.get(page(strong, "scenarios_done")).content.decode()
    assert "a person looks at it" in done


def test_open_replies_are_named_and_may_stay_open(applicant, strong):
    applicant.get(page(strong, "scenario", 1))
    applicant.post(page(strong, "scenario", 1), {"r1": "2"})

    left = applicant.get(page(strong, "scenarios_done")).content.decode()
    assert "Situation 1" in left
    applicant.post(page(strong, "scenarios_done"))

    attempt = Attempt.objects.get(application=strong)
    assert (attempt.finished_at is not None, attempt.not_scorable) == (True, "TOO_FEW")


def test_what_is_finished_stands(applicant, strong):
    applicant.get(page(strong, "scenario", 1))
    rate_all(applicant, strong, lambda n, reply: (n + reply.place) % 7 + 1)
    before = Attempt.objects.get(application=strong)

    response = applicant.post(page(strong, "scenario", 1), {"r1": "7", "r2": "7"})

    after = Attempt.objects.get(application=strong)
    assert response["Location"] == page(strong, "scenarios_done")
    assert (after.answers, after.score) == (before.answers, before.score)


def test_finishing_asks_for_an_evaluation(applicant, strong, evaluate):
    evaluate()
    applicant.get(page(strong, "scenario", 1))
    rate_all(applicant, strong, lambda n, reply: (n + reply.place) % 7 + 1)

    row = Work.objects.get(application=strong)
    assert row.done < row.wanted


def test_the_order_is_this_applicants_own_and_stays(strong, weak):
    mine = attempts.begin(strong, at=timezone.now())
    other = attempts.begin(weak, at=timezone.now())
    Attempt.objects.filter(pk=mine.pk).update(seed=1)
    Attempt.objects.filter(pk=other.pk).update(seed=2)
    mine.refresh_from_db()
    other.refresh_from_db()

    assert attempts.sheets_of(mine) == attempts.sheets_of(mine)
    assert [sheet.stem for sheet in attempts.sheets_of(mine)] != [
        sheet.stem for sheet in attempts.sheets_of(other)
    ]


def test_practice_keeps_nothing(applicant, strong):
    response = applicant.post(page(strong, "scenario_practice"), {"r1": "3"})

    assert "Start the first situation" in response.content.decode()
    assert not Attempt.objects.exists()


def test_the_key_is_in_no_page(applicant, strong, evaluate):
    """Neither a mean nor a name of a reply, which would give the better one away."""
    pages = [page(strong), page(strong, "scenario_practice")]
    pages += [page(strong, "scenario", n) for n in range(1, len(DEMO.scenarios) + 1)]
    pages += [page(strong, "scenarios_done")]
    texts = [applicant.get(one).content.decode() for one in pages]
    rate_all(applicant, strong, lambda n, reply: (n + reply.place) % 7 + 1)
    evaluate()
    texts.append(applicant.get(page(strong, "scenarios_done")).content.decode())
    applicant.force_login(strong.position.owner)
    texts.append(
        applicant.get(
            reverse("screening:application", args=[strong.pk])
        ).content.decode()
    )
    texts.append(json.dumps(Evaluation.objects.get(application=strong).results))

    for text in texts:
        for scenario in DEMO.scenarios:
            for option in scenario.options:
                assert f'"{option.key}"' not in text
                assert f">{option.mean}<" not in text
                assert f'"{option.mean}"' not in text


def test_a_withdrawn_applicant_is_asked_nothing_more(applicant, strong):
    pipeline.withdraw(strong, at=timezone.now())

    assert applicant.get(page(strong)).status_code == 404
