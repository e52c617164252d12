"""Several at once: planned, looked at, done one by one, and never a no without a why."""

import datetime as dt
import threading

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from backoffice_ats.accounts.enums import Role
from candidates.enums import ItemState
from candidates.models import Batch, BatchItem, Letter
from candidates.services import batches, pipeline, wording
from candidates.stages import Status
from tests import make

pytestmark = pytest.mark.django_db

REASON = "LESS_EVIDENCE"


@pytest.fixture
def position():
    make.organisation()
    return make.published(openings=1)


@pytest.fixture
def people(position):
    return [
        make.application(position, email=f"a{n}@mail.example", name=f"Ana {n}")
        for n in range(3)
    ]


def plan(position, people, to=Status.SHORTLISTED, **words):
    words = {"by": position.owner, "at": timezone.now()} | words
    return batches.plan_move(position, people, to, **words)


def done(batch):
    batches.begin(batch, at=timezone.now())
    batches.take(batch.pk, at=timezone.now())
    batch.refresh_from_db()
    return batch


def statuses(people):
    for one in people:
        one.refresh_from_db()
    return [one.status for one in people]


def test_a_plan_touches_nobody_and_a_worker_does_it_only_once_begun(position, people):
    batch = plan(position, people, tell=True)

    assert batches.take(batch.pk, at=timezone.now()) == 0
    assert statuses(people) == ["SUBMITTED"] * 3

    done(batch)

    assert statuses(people) == ["SHORTLISTED"] * 3
    assert batch.ended_at is not None
    assert batches.take(batch.pk, at=timezone.now()) == 0
    assert Letter.objects.filter(kind="SHORTLISTED").count() == 3


def test_nobody_is_turned_down_without_a_reason_of_their_own(position, people):
    reasons = {people[0].pk: REASON, people[1].pk: "ESSENTIAL_NOT_MET"}

    with pytest.raises(pipeline.ReasonMissingError):
        plan(position, people, Status.NOT_SELECTED, reasons=reasons)
    assert not Batch.objects.exists()

    done(plan(position, people[:2], Status.NOT_SELECTED, reasons=reasons, tell=True))

    assert statuses(people) == ["NOT_SELECTED", "NOT_SELECTED", "SUBMITTED"]
    changes = [one.changes.latest("pk") for one in people[:2]]
    assert [(one.reason_code, one.by) for one in changes] == [
        (REASON, position.owner),
        ("ESSENTIAL_NOT_MET", position.owner),
    ]
    first, second = Letter.objects.filter(kind="OUTCOME").order_by("application")
    assert "stronger evidence" in first.body
    assert "An essential is not met" in second.body


def test_a_reason_that_went_missing_stops_one_move_and_no_other(position, people):
    batch = plan(
        position,
        people,
        Status.NOT_SELECTED,
        reasons=dict.fromkeys(_keys(people), REASON),
    )
    batch.items.update(reason_code="")

    done(batch)

    assert statuses(people) == ["SUBMITTED"] * 3
    assert {item.problem for item in batch.items.all()} == {"REASON"}
    with pytest.raises(IntegrityError), transaction.atomic():
        people[0].changes.update(new="NOT_SELECTED", by=position.owner)


def _keys(people):
    return [one.pk for one in people]


def test_who_moved_meanwhile_is_left_and_said_and_the_others_go_on(position, people):
    batch = plan(position, people, Status.INTERVIEW)
    pipeline.withdraw(people[1], at=timezone.now())

    done(batch)

    assert statuses(people) == ["INTERVIEW", "WITHDRAWN", "INTERVIEW"]
    left = batch.items.get(state=ItemState.LEFT_OUT)
    assert (left.application, left.problem) == (people[1], "MOVED")


def test_seats_are_not_given_twice(position, people):
    for one in people:
        pipeline.move(one, Status.OFFER, by=position.owner, at=timezone.now())

    done(plan(position, people, Status.HIRED))

    assert sorted(statuses(people)) == ["HIRED", "OFFER", "OFFER"]


def test_whoever_lost_the_right_to_read_moves_nobody(position, people):
    batch = plan(position, people)
    position.owner.role = Role.PANEL_MEMBER
    position.owner.save()

    done(batch)

    assert statuses(people) == ["SUBMITTED"] * 3
    assert {item.problem for item in batch.items.all()} == {"GONE"}


def test_a_message_is_filled_in_for_each_and_answered_to_its_writer(position, people):
    text = wording.Text("For $position", "Dear $name,\n$reference")
    batch = batches.plan_message(
        position, people, text, by=position.owner, at=timezone.now()
    )

    done(batch)

    letters = Letter.objects.filter(kind="MESSAGE").order_by("application")
    assert [one.body for one in letters] == [
        f"Dear {one.candidate.name},\n{one.reference}\n" for one in people
    ]
    assert {one.reply_to for one in letters} == {position.owner.email}


def test_a_name_like_a_word_is_printed_as_it_is(position):
    evil = make.application(position, name="$link ${reference} {{ secret }}")
    text = wording.Text("Hello", "Dear $name")

    batch = batches.plan_message(
        position, [evil], text, by=position.owner, at=timezone.now()
    )
    done(batch)

    assert Letter.objects.get(kind="MESSAGE").body == (
        "Dear $link ${reference} {{ secret }}\n"
    )


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (wording.Text("Hi", "Dear $nmae"), wording.UnknownWordError),
        (wording.Text("Hi", "$reason"), wording.UnknownWordError),
        (wording.Text("Your $link", "x"), wording.UnknownWordError),
        (wording.Text("Hi", "costs $5"), wording.DollarError),
    ],
)
def test_a_text_that_cannot_be_filled_in_is_never_planned(
    position, people, text, error
):
    with pytest.raises(error):
        batches.plan_message(
            position, people, text, by=position.owner, at=timezone.now()
        )
    assert not Batch.objects.exists()


def test_a_plan_has_somebody_and_not_more_than_a_person_can_read(position, people):
    with pytest.raises(batches.NobodyChosenError):
        plan(position, [])
    with pytest.raises(batches.TooManyChosenError):
        plan(position, people * 200)


def test_what_was_begun_cannot_be_dropped_and_old_plans_go(position, people):
    first, second = plan(position, people), plan(position, people)
    batches.begin(first, at=timezone.now())

    with pytest.raises(batches.NotAPlanError):
        batches.drop(first)
    assert batches.remove_old(at=timezone.now() + dt.timedelta(hours=1)) == 0
    batches.remove_old(at=timezone.now() + dt.timedelta(days=2))

    assert list(Batch.objects.all()) == [first]
    assert not BatchItem.objects.filter(batch=second.pk).exists()


@pytest.mark.django_db(transaction=True)
def test_two_workers_share_a_batch_and_nobody_is_moved_twice(position):
    people = [make.application(position, email=f"b{n}@mail.example") for n in range(12)]
    batch = plan(position, people, tell=True)
    batches.begin(batch, at=timezone.now())

    def work():
        try:
            batches.take(batch.pk, at=timezone.now())
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    batches.take(batch.pk, at=timezone.now())

    batch.refresh_from_db()
    assert batch.ended_at is not None
    assert batches.progress_of(batch).done == 12
    assert Letter.objects.filter(kind="SHORTLISTED").count() == 12
    assert {one.changes.filter(new="SHORTLISTED").count() for one in people} == {1}
