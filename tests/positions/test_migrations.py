"""What was there before openings had rows is there afterwards, seat by seat."""

import datetime as dt

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

BEFORE = [("positions", "0001_initial"), ("candidates", "0004_application_scenarios")]
AT = dt.datetime(2026, 5, 4, 9, tzinfo=dt.UTC)


def migrate(targets):
    executor = MigrationExecutor(connection)
    executor.migrate(targets)
    return MigrationExecutor(connection).loader.project_state(targets).apps


@pytest.fixture
def forwards(transactional_db):
    """Go back to before, and forwards to the newest again, whatever happens."""
    newest = MigrationExecutor(connection).loader.graph.leaf_nodes()
    yield migrate(BEFORE), lambda: migrate(newest)
    migrate(newest)


def test_openings_get_rows_and_the_hired_their_seats(forwards):
    before, go = forwards
    owner = before.get_model("accounts", "User").objects.create(email="a@b.example")
    position = before.get_model("positions", "Position").objects.create(
        title="Clerk",
        department="Finance",
        slug="clerk",
        code="C-1",
        owner=owner,
        openings=3,
        status="CLOSED",
        published_at=AT,
        closes_at=AT,
        equivalence="EITHER",
    )
    before.get_model("positions", "EducationRequirement").objects.create(
        position=position, level=6, fields=["law"], credits_full=60, reason="Law."
    )
    candidate = before.get_model("candidates", "Candidate").objects.create(name="Ada")
    applications = before.get_model("candidates", "Application").objects
    for number, status in enumerate(["HIRED", "SUBMITTED", "HIRED"]):
        applications.create(
            position=position,
            candidate=candidate,
            status=status,
            reference=f"R-{number}",
            submitted_at=AT,
            decided_at=AT - dt.timedelta(days=number),
            decided_by=owner,
        )

    after = go()

    kept = after.get_model("positions", "Position").objects.get()
    assert (kept.close_reason, kept.closed_at is not None) == ("CLOSED", True)
    assert kept.policy.rule == "EITHER"
    route = after.get_model("positions", "EducationRoute").objects.get()
    assert (route.order, route.fields, route.credits_full) == (
        1,
        [{"name": "law", "relevance": 100}],
        60,
    )
    openings = after.get_model("positions", "Opening").objects
    assert list(openings.order_by("number").values_list("number", flat=True)) == [
        1,
        2,
        3,
    ]
    seats = after.get_model("candidates", "Seat").objects.order_by("opening__number")
    assert list(seats.values_list("opening__number", "application__reference")) == [
        (1, "R-2"),  # decided first
        (2, "R-0"),
    ]
    application = after.get_model("candidates", "Application").objects.first()
    assert application.begun_at == application.created_at
