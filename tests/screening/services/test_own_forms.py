"""Own scenarios as applicants take them, and what a position and authors see."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from candidates.models import Application
from positions.models import PlanVersion
from screening.enums import Method
from screening.instruments import AnswerFormat, Scoring
from screening.models import Attempt, Measure
from screening.services import (
    attempts,
    authoring,
    evaluation,
    exposure,
    feedback,
    forms,
    screenings,
)
from screening.services.attempts import Given
from tests import make

pytestmark = pytest.mark.django_db


def taking(form, **fields):
    """An applicant whose position uses the form, and their attempt."""
    application = make.application(make.published(), **fields)
    screenings.choose(application.position, form.name)
    return attempts.begin(application, at=timezone.now())


def rate_all(attempt, rate):
    for sheet in attempts.sheets_of(attempt):
        attempts.save(
            attempt, sheet.mark, Given({r.place: rate(r) for r in sheet.replies})
        )
    return attempts.finish(attempt, at=timezone.now())


def as_experts(reply):
    """Rate as the panel did: what stands second in each text is its place."""
    return round(make.MEANS[int(reply.text.rsplit(".", 1)[1]) - 1])


def test_a_form_without_its_secret_key_is_taken_and_waits_for_a_person(
    frozen, settings
):
    attempt = taking(frozen)
    settings.SECRET_KEY = "another key: " + "x" * 50

    done = rate_all(attempt, as_experts)

    assert (done.score, done.not_scorable) == (None, "KEY_LOST")
    settings.SECRET_KEY_FALLBACKS = ["a key for tests only: " + "t" * 40]
    assert forms.key_of(frozen)


# ---- taking and scoring ----


def test_an_own_form_is_scored_per_dimension_with_its_error(frozen):
    attempt = rate_all(taking(frozen), as_experts)
    evaluation.evaluate_application(attempt.application_id, at=timezone.now())

    measured = {
        row.subject: row for row in Measure.objects.filter(method=Method.SCENARIOS)
    }
    assert attempt.score is not None
    assert attempt.score > 9_800
    assert measured[""].value == attempt.score
    assert measured[""].error == 887
    assert not measured[""].public
    assert set(measured) - {""} == {
        "COURTESY",
        "TEAMWORK",
        "SERVICE",
        "CONFLICT",
        "COMMUNICATION",
    }
    assert all(row.error > 1_000 for key, row in measured.items() if key)
    raw = attempt.application.evaluations.get().results[-1]
    assert (raw["score"], raw["facts"]["error"]) == (attempt.score, 887)


@pytest.mark.parametrize(
    ("answer_format", "scoring", "ends"),
    [
        (AnswerFormat.PICK, Scoring.PICK, ("best",)),
        (AnswerFormat.BEST_WORST, Scoring.BEST_WORST, ("best", "worst")),
    ],
)
def test_picks_are_scored(answer_format, scoring, ends):
    make.organisation()
    form = make.scenarios(answer_format=answer_format, scoring=scoring)
    attempt = taking(form)
    for sheet in attempts.sheets_of(attempt):
        places = {reply.text.rsplit(".", 1)[1]: reply.place for reply in sheet.replies}
        chosen = {"best": places["3"], "worst": places["2"]}  # 5 and 2: not quite best
        given = Given({}, **{end: chosen[end] for end in ends})
        attempts.save(attempt, sheet.mark, given)
    attempt.refresh_from_db()
    left = {one.open_count for one in attempts.sheets_of(attempt)}
    done = attempts.finish(attempt, at=timezone.now())

    assert left == {0}
    assert done.score is not None
    assert 5_000 < done.score < 10_000
    assert Measure.objects.filter(subject="SERVICE").exists()


def test_one_reply_is_not_best_and_worst(client):
    make.organisation()
    form = make.scenarios(
        answer_format=AnswerFormat.BEST_WORST, scoring=Scoring.BEST_WORST
    )
    attempt = taking(form)
    session = client.session
    session["applications"] = [attempt.application_id]
    session.save()
    page = reverse("screening:scenario", args=[attempt.application_id, 1])

    refused = client.post(page, {"best": "2", "worst": "2"})

    assert refused.status_code == 422
    assert "Choose two different" in refused.text
    assert len(re.findall(r"<input[^>]*\schecked", refused.text)) == 1
    attempt.refresh_from_db()
    assert attempt.answers == {}


def test_a_situation_retired_meanwhile_is_said_and_nothing_else_is_lost(client, frozen):
    attempt = taking(frozen)
    session = client.session
    session["applications"] = [attempt.application_id]
    session.save()
    first, second = attempts.sheets_of(attempt)[:2]
    page = reverse("screening:scenario", args=[attempt.application_id, 1])
    client.post(
        reverse("screening:scenario", args=[attempt.application_id, 2]),
        {"mark": second.mark, "r1": "5"},
    )

    gone = frozen.scenarios.get(pk=int(first.mark))
    authoring.retire_scenario(gone, at=timezone.now())
    told = client.post(page, {"mark": first.mark, "r1": "7"}, follow=True)

    assert "That situation was taken out meanwhile" in told.text
    attempt.refresh_from_db()
    assert list(attempt.answers) == [second.mark]
    left = attempts.sheets_of(attempt)
    assert [one.mark for one in left][:1] == [second.mark]
    assert len(left) == 7


def test_everybody_of_a_position_takes_the_same_form(frozen):
    attempt = taking(frozen)
    position = attempt.application.position

    with pytest.raises(screenings.UnderWayError):
        screenings.choose(position, forms.default().name)
    assert screenings.choose(position, frozen.name).form == frozen.name


def test_a_retired_form_is_finished_and_not_offered(frozen):
    attempt = taking(frozen)
    authoring.retire(frozen, at=timezone.now())

    assert frozen.name not in {one.name for one in forms.choices()}
    assert rate_all(attempt, as_experts).score is not None


def test_a_public_key_that_weighs_too_much_counts_for_nothing(position, weigh):
    weigh(position, 11)
    application = make.application(position)
    attempt = attempts.begin(application, at=timezone.now())
    rate_all(attempt, lambda reply: reply.place + 1)
    evaluation.evaluate_application(application.pk, at=timezone.now())

    raw = application.evaluations.get().results[-1]
    assert (raw["verdict"], raw["facts"]["reason"]) == ("UNKNOWN", "TOO_PUBLIC")


@pytest.fixture
def weigh():
    """Freeze a plan in which scenarios weigh so much."""

    def run(position, weight):
        version = PlanVersion.objects.filter(position=position).latest("number")
        criteria = version.content["criteria"]
        [screening] = [one for one in criteria if one["kind"] == "SCREENING"]
        other = next(one for one in criteria if one["weight"] > weight)
        other["weight"] -= weight - screening["weight"]
        screening["weight"] = weight
        PlanVersion.objects.create(
            position=position,
            number=version.number + 1,
            content=version.content,
            digest="0" * 64,
            reason="Heavier scenarios",
            frozen_by=position.owner,
            frozen_at=timezone.now(),
        )

    return run


# ---- feedback and the position's page ----


def test_feedback_is_in_words_and_only_once_it_is_released(frozen):
    attempt = rate_all(taking(frozen), as_experts)
    application = attempt.application

    assert feedback.of(application) == []
    screenings.release_feedback(application.position, at=timezone.now())

    assert [(one.dimension, one.how_far) for one in feedback.of(application)] == [
        ("Courtesy and tact", "closely"),
        ("Teamwork and help", "closely"),
        ("Service orientation", "closely"),
        ("Conflict handling", "closely"),
        ("Clear communication", "closely"),
    ]
    screenings.release_feedback(application.position, at=None)
    assert feedback.of(application) == []


def test_the_positions_page_shows_who_took_what(client, hr, frozen):
    attempt = rate_all(taking(frozen, name="Aoife Marsh"), as_experts)
    silent = make.application(attempt.application.position, name="Bo Lind")
    rate_all(attempts.begin(silent, at=timezone.now()), lambda _reply: 4)
    address = reverse("screening:screening", args=[attempt.application.position.slug])

    page = " ".join(client.get(address).text.split())

    assert "Of 2 applicants 2 have begun and 2 have finished." in page
    assert "Aoife Marsh" in page
    assert "not scorable" in page
    assert "The answers of 1 applicant cannot be scored." in page
    assert "At the counter" in page


def test_the_positions_page_asks_the_same_questions_of_many(
    client, hr, frozen, django_assert_max_num_queries
):
    attempt = rate_all(taking(frozen), as_experts)
    position = attempt.application.position
    address = reverse("screening:screening", args=[position.slug])

    def queries():
        with django_assert_max_num_queries(60) as seen:
            client.get(address)
        return len(seen)

    client.get(address)
    few = queries()
    for _number in range(4):
        other = make.application(position)
        rate_all(attempts.begin(other, at=timezone.now()), as_experts)
    assert queries() == few


# ---- items ----


def test_items_need_fifty_applicants(frozen):
    rate_all(taking(frozen), as_experts)

    found = exposure.items_of(frozen)

    assert found is not None
    assert (found.complete, found.is_enough, found.alpha) == (1, False, None)
    assert [row.answered for row in found.rows] == [1] * 8
    assert all(row.item is None for row in found.rows)


def test_figures_of_items_come_from_fifty_on(client, hr, frozen):
    attempt = taking(frozen)
    position = attempt.application.position
    keys = [
        (str(option.scenario_id), str(option.pk))
        for option in authoring.options_of(frozen)
    ]
    rows = []
    for number in range(60):
        answers: dict[str, dict[str, int]] = {}
        for place, (scenario, option) in enumerate(keys):
            off = (number * 7 + place * place) % (2 + number % 4)
            rating = min(7, max(1, round(make.MEANS[place % 4]) + off - number % 3))
            answers.setdefault(scenario, {})[option] = rating
        rows.append((make.application(position), answers))
    Attempt.objects.bulk_create(
        Attempt(
            application=application,
            instrument=frozen.name,
            seed=1,
            answers=answers,
            started_at=timezone.now(),
            finished_at=timezone.now(),
        )
        for application, answers in rows
    )

    found = exposure.items_of(frozen)
    page = client.get(reverse("screening:form", args=[frozen.pk])).text

    assert found is not None
    assert found.is_enough
    assert found.alpha is not None
    assert found.alpha.value is not None
    assert found.stratified is not None
    assert found.halves is not None
    assert all(row.item and row.item.mean.value for row in found.rows)
    assert "Split halves" in page


def test_what_is_shown_to_authors_names_no_key(client, hr, frozen):
    application = Application.objects.first() or make.application(make.published())
    screenings.choose(application.position, frozen.name)
    pages = [
        reverse("screening:forms"),
        reverse("screening:form", args=[frozen.pk]),
        reverse("screening:built_in", args=[forms.default().key]),
        reverse("screening:screening", args=[application.position.slug]),
    ]

    for page in pages:
        text = client.get(page).text
        assert "5.5" not in text
        assert "gAAAA" not in text


def test_a_lost_key_breaks_no_page_and_is_said(client, hr, frozen, settings):
    attempt = taking(frozen)
    position = attempt.application.position
    settings.SECRET_KEY = "another key: " + "x" * 50
    client.force_login(hr)

    page = client.get(reverse("screening:screening", args=[position.slug]))

    assert "Its key cannot be opened" in page.text
    assert frozen.name not in {one.name for one in forms.choices()}
    assert client.get(reverse("screening:forms")).status_code == 200
    assert client.get(reverse("screening:form", args=[frozen.pk])).status_code == 200
