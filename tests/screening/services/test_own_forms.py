"""An organisation's own scenarios: written, rated, frozen, taken, looked at."""

import json
import re
from datetime import timedelta

import pytest
from django.apps import apps
from django.core import mail, serializers
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from backoffice_ats.accounts.enums import Role
from candidates.models import Application
from positions.models import PlanVersion
from screening.enums import FormState, Method
from screening.instruments import AnswerFormat, Scoring
from screening.models import Attempt, Expert, Form, Measure, Option
from screening.services import (
    attempts,
    authoring,
    evaluation,
    experts,
    exposure,
    feedback,
    forms,
    guests,
    screenings,
    sealing,
)
from screening.services.attempts import Given
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def hr(client):
    user = make.user(Role.HR_MANAGER)
    client.force_login(user)
    return user


@pytest.fixture
def frozen():
    make.organisation()
    return make.scenarios()


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


# ---- the key ----


def test_a_key_is_the_mean_of_ten_experts_and_stands(frozen):
    key = forms.key_of(frozen)

    assert frozen.state == FormState.FROZEN
    assert len(key) == 32
    assert sorted(set(key.values())) == [2.0, 3.0, 5.0, 5.5]
    assert frozen.panel["raters"] == 10
    assert frozen.panel["agreement"] > 0.9
    assert len(frozen.digest) == 64


def test_the_key_and_what_made_it_are_in_no_row_dump_or_trail(frozen):
    """Not as a number beside a reply, nor as the ratings of an expert."""
    means = {str(mean) for mean in forms.key_of(frozen).values() if mean % 1}
    everything = serializers.serialize(
        "json",
        [
            row
            for model in apps.get_models()
            if model._meta.db_table in connection.introspection.table_names()
            for row in model._meta.base_manager.all()
        ],
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed_key FROM screening_form")
        [sealed] = cursor.fetchone()

    assert means == {"5.5"}
    assert '"5.5"' not in everything
    assert not re.search(r"[:, ]5\.5[,} ]", everything)
    assert sealed.startswith("gAAAA")
    assert json.dumps(frozen.panel).count("5.5") == 0
    for one in Expert.objects.all():
        assert one.sealed_ratings.startswith("gAAAA")


def test_a_form_without_its_secret_key_is_taken_and_waits_for_a_person(
    frozen, settings
):
    attempt = taking(frozen)
    settings.SECRET_KEY = "another key: " + "x" * 50

    done = rate_all(attempt, as_experts)

    assert (done.score, done.not_scorable) == (None, "KEY_LOST")
    settings.SECRET_KEY_FALLBACKS = ["a key for tests only: " + "t" * 40]
    assert forms.key_of(frozen)


def test_an_expert_whose_ratings_cannot_be_opened_is_asked_again(
    client,
):
    form = make.scenarios(state=FormState.RATING)
    one = make.rate_as_expert(make.expert(form))
    hold = client.session
    hold["experts"] = [one.pk]
    hold.save()
    page = client.get(reverse("screening:expert_start", args=[one.pk])).text
    Expert.objects.update(sealed_ratings=sealing.seal({"1": 7})[:-4] + "AAAA")

    again = client.get(reverse("screening:expert_start", args=[one.pk])).text
    one.refresh_from_db()
    option = authoring.options_of(form)[0]
    saved = experts.rate(one, {option.pk: 7}, at=timezone.now())

    assert "You have rated everything" in page
    assert "Welcome" in again
    assert (saved.rated, saved.done_at) == (1, None)


def test_a_seal_that_was_changed_is_said(frozen):
    Form.objects.update(sealed_key=sealing.seal({"1": 7})[:-4] + "AAAA")
    frozen.refresh_from_db()

    with pytest.raises(sealing.BrokenSealError):
        forms.key_of(frozen)


@pytest.mark.parametrize(
    ("raters", "scoring", "said"),
    [
        (9, Scoring.PROFILE, "10 experts have to rate; 9 have so far."),
        (4, Scoring.SAME_SIDE, "5 experts have to rate; 4 have so far."),
    ],
)
def test_too_few_experts_make_no_key(raters, scoring, said):
    with pytest.raises(authoring.NotReadyError) as refused:
        make.scenarios(raters=raters, scoring=scoring)

    assert refused.value.why == [said]


def test_experts_who_disagree_make_no_key():
    form = make.scenarios(state=FormState.RATING)
    for number in range(10):
        one = make.expert(form, f"e{number}@example.org")
        options = authoring.options_of(form)
        ratings = {
            option.pk: (number * 5 + place * 3) % 7 + 1
            for place, option in enumerate(options)
        }
        experts.rate(one, ratings, at=timezone.now())

    seen = experts.review(form)
    why = authoring.obstacles(form, seen.panel, seen.counting)

    assert "the experts agree too little" in why[0]
    assert any(one.fault == "SPREAD" and not one.counts for one in seen.rows)


def test_the_middle_counts_only_where_people_choose():
    rated = make.scenarios(state=FormState.RATING)
    chosen = make.scenarios(
        state=FormState.RATING,
        answer_format=AnswerFormat.PICK,
        scoring=Scoring.PICK,
    )
    for form in (rated, chosen):
        one = make.expert(form)
        options = authoring.options_of(form)
        experts.rate(one, {option.pk: 4 for option in options}, at=timezone.now())

    assert not experts.review(rated).counting
    assert len(experts.review(chosen).counting) == 32


# ---- words ----


def test_words_stand_once_experts_have_them(client, hr):
    form = make.scenarios(state=FormState.RATING)
    scenario = form.scenarios.earliest("order")
    written = authoring.Written("SERVICE", "Other words.", ("a", "b", "c"))

    with pytest.raises(authoring.NotOpenError):
        authoring.change_scenario(scenario, written)
    with pytest.raises(authoring.NotOpenError):
        authoring.add_scenario(form, written)
    client.post(reverse("screening:scenario_remove", args=[form.pk, scenario.pk]))
    assert form.scenarios.count() == 8

    authoring.take_back(form)
    authoring.change_scenario(scenario, written)
    assert [one.text for one in scenario.options.all()] == ["a", "b", "c"]


def test_who_has_rated_keeps_the_words_closed():
    form = make.scenarios(state=FormState.RATING)
    one = make.expert(form)
    option = authoring.options_of(form)[0]
    experts.rate(one, {option.pk: 7}, at=timezone.now())

    with pytest.raises(authoring.NotOpenError):
        authoring.take_back(form)


def test_a_new_version_begins_with_the_same_words_and_no_key(frozen):
    new = authoring.copy(frozen)

    assert (new.key, new.version, new.state) == (frozen.key, 2, FormState.DRAFT)
    assert [one.stem for one in new.scenarios.all()] == [
        one.stem for one in frozen.scenarios.all()
    ]
    assert not new.sealed_key
    with pytest.raises(authoring.NotOpenError):
        authoring.remove(frozen)


def test_hints_say_what_is_long_hard_or_unfair():
    long = authoring.Written(
        "SERVICE",
        " ".join(["The organisational reconciliation necessitates"] * 24),
        (
            "Answer the phone.",
            "Answer  the phone.",
            "Ask him to be a young team player.",
        ),
    )

    said = " ".join(authoring.hints(long))

    assert "90 are enough" in said
    assert "reading is not what is tested" in said
    assert "Two replies say the same." in said
    assert (
        authoring.hints(
            authoring.Written(
                "SERVICE",
                "A colleague phones. Her refund has not been paid. She is upset.",
                ("Say sorry and look at once.", "Say that you are busy.", "Hang up."),
            )
        )
        == []
    )


def test_a_situation_is_written_checked_and_kept(client, hr):
    form = make.scenarios(state=FormState.DRAFT)
    address = reverse("screening:scenario_add", args=[form.pk])
    typed = {
        "dimension": "COURTESY",
        "stem": "Somebody phones.",
        "reply1": "Answer.",
        "reply2": "Wait.",
    }

    short = client.post(address, typed)
    looked = client.post(address, typed | {"reply3": "Wait.", "look": "1"})
    kept = client.post(address, typed | {"reply3": "Hang up."}, follow=True)

    assert "Write at least 3 replies." in short.text
    assert "Somebody phones." in short.text
    assert "Two replies say the same." in looked.text
    assert "The situation is kept." in kept.text
    assert form.scenarios.count() == 9


def test_one_of_ours_can_be_adapted(client, hr):
    form = make.scenarios(state=FormState.DRAFT)
    ours = forms.default().scenarios[0]

    page = client.get(
        reverse("screening:scenario_add", args=[form.pk]), {"from": ours.key}
    )

    assert page.context["form"]["stem"].value() == ours.stem
    assert str(ours.options[0].mean) not in page.text


def test_answers_of_a_kind_are_scored_in_its_own_way(client, hr):
    page = client.post(
        reverse("screening:form_add"),
        {"title": "Ours", "answer_format": "PICK", "scoring": "PROFILE"},
    )

    assert "How good the chosen replies are" in page.text
    assert not Form.objects.exists()


# ---- experts ----


def test_experts_are_invited_by_letter_and_rate_by_link(client, hr):
    make.organisation()
    form = make.scenarios(state=FormState.RATING)
    client.post(
        reverse("screening:expert_add", args=[form.pk]),
        {"people": "Ruth Adeyemi, ruth@example.org\n\nJo Ek <jo@example.org>"},
    )
    ruth, jo = form.experts.order_by("pk")
    assert (ruth.name, jo.email) == ("Ruth Adeyemi", "jo@example.org")

    assert experts.send(ruth.pk, at=timezone.now())
    assert not experts.send(ruth.pk, at=timezone.now())
    [letter] = mail.outbox
    token = guests.token_for(ruth)
    assert token in letter.body
    assert letter.to == ["ruth@example.org"]
    assert token not in ruth.link_digest

    client.logout()
    link = reverse("screening:expert_link", args=[token])
    shown = client.get(link)
    opened = client.post(link, {"proof": shown.context["proof"]})
    assert opened["Location"] == reverse("screening:expert_start", args=[ruth.pk])
    for number in range(1, 9):
        page = reverse("screening:expert_rate", args=[ruth.pk, number])
        rows = client.get(page).context["rows"]
        client.post(page, {f"o{option.pk}": "6" for option, _rating in rows})
    ruth.refresh_from_db()
    assert (ruth.rated, ruth.done_at is not None) == (32, True)
    assert "You have rated everything" in client.get(opened["Location"]).text
    assert (
        client.get(reverse("screening:expert_start", args=[jo.pk])).status_code == 404
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Write one name and address on each line."),
        ("Ruth", "Line 1: write a name, a comma and an address"),
        ("Ruth, ruth@", "Line 1: write a name, a comma and an address"),
        ("A, a@example.org\nB", "Line 2: write a name, a comma and an address"),
    ],
)
def test_a_wrong_line_is_named_and_nobody_is_invited(client, hr, typed, said):
    form = make.scenarios(state=FormState.RATING)

    page = client.post(
        reverse("screening:expert_add", args=[form.pk]), {"people": typed}
    )

    assert said in page.text
    assert not form.experts.exists()


def test_nobody_is_invited_twice_or_asked_again_too_soon(hr):
    form = make.scenarios(state=FormState.RATING)
    now = timezone.now()
    people = [("Ruth", "ruth@example.org"), ("Ruth A.", "RUTH@example.org")]

    [one] = experts.invite(form, people, by=hr, at=now)

    assert experts.invite(form, people, by=hr, at=now) == []
    assert experts.send(one.pk, at=now)
    one.refresh_from_db()
    assert not guests.ask_again(one, at=now + timedelta(days=1))
    assert guests.ask_again(one, at=now + timedelta(days=3))
    assert experts.send(one.pk, at=now + timedelta(days=3))


def test_a_frozen_form_takes_no_more_ratings(client, frozen):
    one = frozen.experts.first()
    option = authoring.options_of(frozen)[0]

    with pytest.raises(experts.ClosedError):
        experts.rate(one, {option.pk: 1}, at=timezone.now())
    session = client.session
    session["experts"] = [one.pk]
    session.save()
    page = reverse("screening:expert_rate", args=[one.pk, 1])
    told = client.post(page, {f"o{option.pk}": "1"}, follow=True)
    assert "Thank you, it is complete" in told.text


@pytest.mark.parametrize(("option", "rating"), [(0, 3), (None, 0), (None, 8)])
def test_what_is_no_rating_is_refused(option, rating):
    form = make.scenarios(state=FormState.RATING)
    one = make.expert(form)
    key = authoring.options_of(form)[0].pk if option is None else option

    with pytest.raises(ValueError, match=str(key)):
        experts.rate(one, {key: rating}, at=timezone.now())


def test_the_review_freezes_and_asks_why_where_somebody_disagrees(client, hr):
    form = make.scenarios(state=FormState.RATING)
    for number in range(10):
        make.rate_as_expert(make.expert(form, f"e{number}@example.org"))
    torn = authoring.options_of(form)[1]
    for number, one in enumerate(form.experts.all()):
        experts.rate(one, {torn.pk: 1 if number % 2 else 7}, at=timezone.now())
    address = reverse("screening:form_review", args=[form.pk])
    page = client.get(address)
    every = {f"o{option.pk}": "on" for option in authoring.options_of(form)}

    unsaid = client.post(address, every)
    assert "They do not agree about it." in page.text
    assert "Say why they count" in unsaid.text
    done = client.post(address, every | {"reason": "It tells who shouts."}, follow=True)

    assert "The key is frozen." in done.text
    form.refresh_from_db()
    assert form.panel["kept_in_spite"] == 1
    assert "It tells who shouts." in done.text


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
        assert "sealed" not in text.lower() or "gAAAA" not in text
    assert Option.objects.filter(dropped__gt="").count() == 0
