import datetime as dt

import pytest
from django.db import IntegrityError
from django.utils import timezone

from positions.enums import PositionStatus
from positions.models import Position
from positions.services import lifecycle, plans
from tests import make

pytestmark = pytest.mark.django_db


def test_publish_freezes_the_plan_and_opens():
    position = make.position()
    at = timezone.now()

    opened = lifecycle.publish(position, by=position.owner, at=at)

    assert (opened.status, opened.published_at) == (PositionStatus.OPEN, at)
    assert make.version(opened).number == 1
    assert opened in Position.objects.accepting(at)


def test_publish_says_everything_that_is_missing_and_changes_nothing():
    position = make.draft()

    with pytest.raises(plans.PlanIncompleteError) as caught:
        lifecycle.publish(position, by=position.owner, at=timezone.now())

    position.refresh_from_db()
    assert position.status == PositionStatus.DRAFT
    assert [problem.section for problem in caught.value.problems] == [
        "about",
        "pay",
        "pay",
        "about",
        "duties",
        "weights",
    ]


def test_the_closing_moment_must_lie_ahead():
    position = make.position()
    late = position.closes_at
    assert late is not None

    with pytest.raises(plans.PlanIncompleteError, match="closing moment has passed"):
        lifecycle.publish(position, by=position.owner, at=late)

    assert position.versions.count() == 0


def test_only_a_draft_is_published():
    position = make.published()

    with pytest.raises(lifecycle.WrongStatusError):
        lifecycle.publish(position, by=position.owner, at=timezone.now())


def test_close_and_reopen():
    position = make.published()
    at = timezone.now()

    closed = lifecycle.close(position, by=position.owner, at=at)
    assert (closed.status, closed.closed_at) == (PositionStatus.CLOSED, at)
    assert closed not in Position.objects.accepting(at)
    with pytest.raises(lifecycle.WrongStatusError):
        lifecycle.close(position, by=position.owner, at=at)
    with pytest.raises(plans.PlanIncompleteError):
        lifecycle.reopen(position, by=position.owner, at=at, closes_at=at)

    later = at + dt.timedelta(days=7)
    opened = lifecycle.reopen(position, by=position.owner, at=at, closes_at=later)
    assert (opened.status, opened.closes_at, opened.closed_at) == ("OPEN", later, None)
    assert opened.versions.count() == 1


def test_the_database_refuses_an_open_position_without_closing_moment():
    position = make.draft()

    with pytest.raises(IntegrityError, match="published_is_complete"):
        Position.objects.filter(pk=position.pk).update(status=PositionStatus.OPEN)


def test_changes_of_status_leave_events(apps_model):
    position = make.published()
    lifecycle.close(position, by=position.owner, at=timezone.now())

    events = apps_model("PositionEvent").objects.filter(pgh_obj=position)

    statuses = [event.status for event in events.order_by("pgh_id")]
    assert (statuses[0], statuses[-2:]) == ("DRAFT", ["OPEN", "CLOSED"])
    assert events.order_by("pgh_id").last().pgh_context.metadata["user"] == (
        position.owner.pk
    )
