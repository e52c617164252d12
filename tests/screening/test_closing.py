"""Experience counts up to the closing date, so a moved date is judged again."""

import datetime as dt

import pytest
from django.utils import timezone

from positions.services import definition, lifecycle
from screening.models import Evidence, Work


def wanted():
    return Work.objects.unfinished().count()


def months(application):
    evidence = Evidence.objects.get(application=application)
    return [kind["months"] for kind in evidence.facts["months"].values()]


def test_a_later_closing_date_counts_the_months_up_to_it(position, strong, evaluate):
    evaluate()
    before, basis = months(strong), Evidence.objects.get(application=strong).basis
    assert wanted() == 0

    definition.update_position(
        position,
        by=position.owner,
        closes_at=position.closes_at + dt.timedelta(days=92),
    )

    assert wanted() == 1
    evaluate()
    after = months(strong)
    assert Evidence.objects.get(application=strong).basis != basis
    assert all(late > early for early, late in zip(before, after, strict=True))
    assert wanted() == 0


def test_reopening_until_another_day_asks_for_everybody(
    position, strong, weak, evaluate
):
    evaluate()
    now = timezone.now()
    lifecycle.close(position, by=position.owner, at=now)
    assert wanted() == 0

    lifecycle.reopen(
        position, by=position.owner, at=now, closes_at=now + dt.timedelta(days=60)
    )

    assert wanted() == 2


@pytest.mark.usefixtures("strong")
def test_what_nobody_is_judged_by_asks_for_nothing(position, evaluate):
    evaluate()

    definition.update_position(
        position, by=position.owner, summary="New words.", closes_at=position.closes_at
    )

    assert wanted() == 0
