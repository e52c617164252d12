"""Seats follow the number of openings, and never leave somebody without theirs."""

import pytest
from django.utils import timezone

from candidates.services import pipeline
from candidates.stages import Status
from positions.services import definition, openings
from tests import make

pytestmark = pytest.mark.django_db


def numbers(position):
    return [seat.number for seat in openings.seats_of(position)]


@pytest.fixture
def position():
    make.organisation()
    return make.published(openings=2)


def hire(position, name):
    application = make.application(position, name=name, email=f"{name}@mail.example")
    for new in (Status.OFFER, Status.HIRED):
        application = pipeline.move(
            application, new, by=position.owner, at=timezone.now()
        )
    return application


def change(position, number):
    return definition.update_position(position, by=position.owner, openings=number)


def test_a_position_has_a_row_for_each_opening(position):
    assert numbers(position) == [1, 2]


def test_raising_adds_and_lowering_cancels_the_highest(position):
    change(position, 4)
    assert numbers(position) == [1, 2, 3, 4]
    change(position, 1)
    assert numbers(position) == [1]
    change(position, 2)
    assert numbers(position) == [1, 5]  # a number is never given twice


def test_hiring_fills_the_lowest_free_opening(position):
    first, second = hire(position, "ada"), hire(position, "bo")
    assert (first.seat.opening.number, second.seat.opening.number) == (1, 2)
    assert first.seat.filled_at == first.decided_at
    assert pipeline.seats_left(position) == 0


def test_there_are_never_fewer_openings_than_people_hired(position):
    hire(position, "ada")
    hire(position, "bo")
    with pytest.raises(openings.BelowFilledError) as caught:
        change(position, 1)
    assert caught.value.filled == 2
    position.refresh_from_db()
    assert position.openings == 2


def test_lowering_keeps_the_filled_one_whatever_its_number(position):
    first = hire(position, "ada")
    hire(position, "bo")
    pipeline.withdraw(first, at=timezone.now())
    assert pipeline.seats_left(position) == 1
    change(position, 1)
    assert numbers(position) == [2]


def test_a_hire_that_is_undone_frees_the_opening(position):
    first = hire(position, "ada")
    hire(position, "bo")
    pipeline.withdraw(first, at=timezone.now())
    third = hire(position, "cy")
    assert third.seat.opening.number == 1
