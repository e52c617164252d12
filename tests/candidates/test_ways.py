"""Stages of a position's own: inside the statuses, never instead of them."""

import pytest
from django.utils import timezone

from candidates.models import Stage
from candidates.services import board, pipeline, ways
from candidates.services.ways import Wanted
from candidates.stages import Status
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def position():
    make.organisation()
    return make.published(openings=1)


@pytest.fixture
def divided(position):
    ways.arrange(position, ways.template("TWO"))
    return position


def stage(position, name):
    return Stage.objects.get(position=position, name=name)


def move(application, status, name=""):
    position = application.position
    return pipeline.move(
        application,
        status,
        by=position.owner,
        at=timezone.now(),
        stage=stage(position, name) if name else None,
    )


def labels(position):
    return [step.label for step in ways.steps_of(position)]


def kept(position):
    return [
        Wanted(Status(one.status), one.name, one.pk) for one in position.stages.all()
    ]


@pytest.mark.parametrize("key", ways.TEMPLATES)
def test_each_template_gives_a_way_from_received_to_hired(position, key):
    ways.arrange(position, ways.template(key))

    steps = ways.steps_of(position)
    assert (steps[0].label, steps[-1].label) == ("Received", "Hired")
    assert [step.label for step in steps[1:-1]] == [
        one.name for one in ways.template(key)
    ]


def test_without_stages_each_status_is_one_step(position):
    assert labels(position) == [
        "Received",
        "Being reviewed",
        "Shortlisted",
        "Interview",
        "Offer made",
        "Hired",
    ]


def test_a_move_goes_to_the_first_stage_and_on_inside_the_status(divided):
    application = make.application(divided)

    first = move(application, Status.INTERVIEW)
    second = move(application, Status.INTERVIEW, "Second interview")

    assert first.stage.name == "First interview"
    assert second.stage.name == "Second interview"
    assert list(application.changes.order_by("pk").values_list("old", "new", "stage"))[
        1:
    ] == [
        ("SUBMITTED", "INTERVIEW", "First interview"),
        ("INTERVIEW", "INTERVIEW", "Second interview"),
    ]
    with pytest.raises(pipeline.MoveNotAllowedError):
        move(application, Status.INTERVIEW, "Second interview")


def test_a_stage_of_another_position_or_status_is_not_taken(divided):
    application = make.application(divided)
    elsewhere = make.published(by=divided.owner)
    ways.arrange(elsewhere, [Wanted(Status.INTERVIEW, "Elsewhere")])

    for wrong in (stage(elsewhere, "Elsewhere"), stage(divided, "References")):
        moved = pipeline.move(
            make.application(divided, email=f"{wrong.pk}@mail.example"),
            Status.INTERVIEW,
            by=divided.owner,
            at=timezone.now(),
            stage=wrong,
        )
        assert moved.stage is None
    step = ways.step_at(Status.INTERVIEW, None, ways.steps_of(divided))
    assert step is not None
    assert step.label == "First interview"
    assert application.stage is None


def test_renaming_keeps_who_stands_there_even_when_two_swap_names(divided):
    application = make.application(divided)
    move(application, Status.INTERVIEW, "Second interview")
    names = {
        "First interview": "Second interview",
        "Second interview": "First interview",
    }

    ways.arrange(
        divided,
        [
            Wanted(one.status, names.get(one.name, one.name), one.key)
            for one in kept(divided)
        ],
    )

    assert application.pk in stage(divided, "First interview").applications.values_list(
        "pk", flat=True
    )
    assert Stage.objects.filter(position=divided).count() == 6


def test_a_stage_with_people_in_it_does_not_go(divided):
    application = make.application(divided)
    move(application, Status.OFFER, "References")
    without = [one for one in kept(divided) if one.name != "References"]

    with pytest.raises(ways.OccupiedError) as refused:
        ways.arrange(divided, without)

    assert refused.value.names == ["References"]
    assert "References" in labels(divided)
    move(application, Status.OFFER, "Offer")
    ways.arrange(divided, without)
    assert "References" not in labels(divided)


def test_the_board_counts_everyone_and_asks_the_same_whoever_stands_there(
    divided, django_assert_max_num_queries, monkeypatch
):
    monkeypatch.setattr(board, "CARDS", 2)
    for n in range(5):
        one = make.application(divided, email=f"c{n}@mail.example")
        if n > 1:
            move(one, Status.INTERVIEW, "First interview" if n > 2 else "")

    with django_assert_max_num_queries(5):
        columns = board.columns_of(divided, divided.owner)

    assert {one.step.label: one.count for one in columns if one.count} == {
        "Received": 2,
        "First interview": 3,
    }
    shown = next(one for one in columns if one.step.label == "First interview")
    assert (len(shown.rows), shown.more) == (2, 1)


def test_whoever_withdrew_stands_nowhere(divided):
    application = make.application(divided)
    move(application, Status.INTERVIEW)
    pipeline.withdraw(application, at=timezone.now())

    columns = board.columns_of(divided, divided.owner)
    application.refresh_from_db()

    assert sum(one.count for one in columns) == 0
    assert application.stage is None
