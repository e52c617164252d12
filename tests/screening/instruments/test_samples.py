"""Work samples: the material is whole and its sums are right."""

import re
from decimal import Decimal

import pytest
from django.urls import reverse

from screening.instruments.samples import SAMPLES
from tests import make

BY_KEY = {one.key: one for one in SAMPLES}


def lists(text):
    """Return the two lists of references and amounts of the reconciling task."""
    _before, ours, theirs = re.split(r"List [AB] \(", text)
    return [
        {ref: Decimal(amount) for ref, amount in re.findall(r"(R\d\d) ([\d.]+)", part)}
        for part in (ours, theirs)
    ]


def test_there_are_six_tasks_with_rubrics():
    assert len(BY_KEY) == len(SAMPLES) == 6
    for one in SAMPLES:
        assert 3 <= len(one.rubric) <= 4
        assert 10 <= one.minutes <= 45
        assert one.task
        assert one.solution


def test_the_lists_to_reconcile_differ_where_the_solution_says():
    sample = BY_KEY["reconcile-20-lines"]
    ours, theirs = lists(sample.task)
    differ = {key for key, amount in ours.items() if theirs[key] != amount}

    assert len(ours) == len(theirs) == 20
    assert len(differ) == 4
    assert all(key in sample.solution for key in differ)
    for total in (sum(ours.values()), sum(theirs.values())):
        assert f"{total:.2f}" in sample.solution.replace(",", "")


@pytest.mark.django_db
def test_applicants_material_is_without_the_solution(client):
    client.force_login(make.user())
    sample = SAMPLES[0]
    address = reverse("screening:sample", args=[sample.key])

    plain, rater = client.get(address).text, client.get(address + "?rater").text

    assert sample.rubric[0].high not in plain
    assert "What a full answer contains" in rater
    assert client.get(reverse("screening:sample", args=["none"])).status_code == 404
