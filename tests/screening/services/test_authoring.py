"""Own scenarios: written, closed for the experts, frozen with a sealed key."""

import json
import re

import pytest
from django.apps import apps
from django.core import serializers
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from screening.enums import FormState
from screening.instruments import AnswerFormat, Scoring
from screening.models import Expert, Form
from screening.services import (
    authoring,
    experts,
    forms,
    sealing,
)
from tests import make

pytestmark = pytest.mark.django_db


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
