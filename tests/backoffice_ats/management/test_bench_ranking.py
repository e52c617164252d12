import json
import subprocess
import sys

import pytest
from django.utils import timezone

from screening.models import Evaluation, Work
from screening.services import evaluation, work
from tests.servers import CHECKOUT

SIZE = 60
KEYS = {
    "applications", "criteria", "engine_version", "floor_seconds", "full_seconds",
    "full_over_floor", "recombine_seconds", "recombine_over_floor",
    "one_application_seconds", "page_queries", "page_seconds", "worker_processes",
}  # fmt: skip


def bench(environment, *words):
    return subprocess.run(  # noqa: S603 -- our own words
        [sys.executable, "manage.py", "bench_ranking", *words],
        cwd=CHECKOUT,
        env=environment | {"ATS_DATABASE_ROLE": "owner"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def rows():
    """Return all that an evaluation says, by application and plan version."""
    fields = [
        one.attname
        for one in Evaluation._meta.concrete_fields
        if one.attname not in {"id", "evaluated_at"}
    ]
    return list(
        Evaluation.objects.order_by("application", "plan_version").values(*fields)
    )


@pytest.mark.django_db(transaction=True)
def test_everybody_is_ranked_once_and_as_if_alone(process_environment):
    told = bench(process_environment, "--applications", str(SIZE), "--json", "--here")

    assert told.returncode == 0, told.stderr
    found = json.loads(told.stdout)
    assert found.keys() >= KEYS
    assert found["applications"] == SIZE
    assert found["page_queries"] <= 15
    assert f"{SIZE} of {SIZE} have applied" in told.stderr
    together = rows()
    keys = [row["application_id"] for row in together]
    assert len(keys) == len(set(keys)) == SIZE + found["arrivals"]
    assert {row["plan_version_id"] for row in together} == {
        together[0]["plan_version_id"]
    }
    assert not Work.objects.unfinished().exists()

    Evaluation.objects.all().delete()
    for row in Work.objects.select_related("application"):
        work.want(row.application, at=timezone.now())
        assert evaluation.evaluate_application(row.application_id, at=timezone.now())

    assert rows() == together
    again = bench(process_environment, "--here")
    assert again.returncode == 1
    assert "There are applications in this database" in again.stderr


def test_a_crowd_of_nobody_is_refused(process_environment):
    told = bench(process_environment, "--applications", "0", "--json")

    assert (told.returncode, told.stdout) == (1, "")
