"""How long the list of positions takes here, at one position and at 2,000.

Needs the database. Everything is made inside one transaction and taken back.
"""

import datetime as dt
import time
from collections.abc import Callable

from django.conf import settings
from django.db import connection, transaction
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from backoffice_ats.accounts.enums import Role
from backoffice_ats.accounts.models import User
from candidates.models import Application, Candidate
from candidates.stages import Status
from positions.forms.lists import ListFilterForm, ViewNameForm
from positions.models import Position
from positions.moves import Status as Standing
from positions.services import policies

MANY = 2_000
APPLICATIONS = 3  # per position
PAGE = 25
REPEATS = 5
LIST = "/positions/"


def measure(write: Callable[[str], object]) -> None:
    """Print times (the best of five) and numbers of queries, beside the floor.

    The floor is what no list can do without: one query for a page of keys, and the
    page's template without a row.
    """
    with transaction.atomic():
        user = User.objects.create_user(
            "bench@positions.invalid", role=Role.HR_MANAGER, name="Bench"
        )
        write(f"The list of positions, a page of {PAGE}, best of {REPEATS}:")
        for number in (1, MANY):
            _fill(user, number)
            _report(write, f"bare SELECT of a page of keys, {number:,} there", _select)
            _report(write, "the table rendered without a row", _empty)
            for query in ("", "?q=clerk&sort=-applications"):
                _report_page(write, user, query, number)
        transaction.set_rollback(True)


def _fill(user: User, number: int) -> None:
    """Make positions until there are `number` of this person, each with applicants."""
    now = timezone.now()
    policy = policies.standard(policies.DEFAULT)
    have = Position.objects.filter(owner=user).count()
    made = Position.objects.bulk_create(
        Position(
            title=f"Bench clerk {n}",
            department=f"Department {n % 12}",
            slug=f"bench-clerk-{n}",
            code=f"BENCH-{n}",
            owner=user,
            policy=policy,
            status=Standing.OPEN.value,
            published_at=now,
            closes_at=now + dt.timedelta(days=1 + n % 40),
        )
        for n in range(have, number)
    )
    person = Candidate.objects.create(name="Bench applicant")
    stages = [Status.SUBMITTED, Status.UNDER_REVIEW, Status.INTERVIEW]
    Application.objects.bulk_create(
        Application(
            position=position,
            candidate=person,
            status=stages[n % len(stages)].value,
            reference=f"BENCH-{position.pk}-{n}",
            submitted_at=now,
        )
        for position in made
        for n in range(APPLICATIONS)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE positions_position, candidates_application")


def _select() -> object:
    return list(Position.objects.order_by("-closes_at", "pk").values_list("pk")[:PAGE])


def _empty() -> object:
    context = {
        "form": ListFilterForm({}, departments=[]),
        "view_form": ViewNameForm(prefix="view"),
        "chips": [],
    }
    return render_to_string("positions/_table.html", context)


def _report(
    write: Callable[[str], object], what: str, work: Callable[[], object]
) -> None:
    write(f"  {what:<58} {_best(work) * 1000:9.2f} ms")


def _report_page(
    write: Callable[[str], object], user: User, query: str, number: int
) -> None:
    client = Client(SERVER_NAME=_host())
    client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])

    def page() -> object:
        response = client.get(f"{LIST}{query}", secure=True)
        assert response.status_code == 200, response.status_code  # noqa: S101, PLR2004 -- a page that fails measures nothing
        return response

    page()  # the templates are compiled once
    with CaptureQueriesContext(connection) as seen:
        page()
    what = f"{LIST}{query}, {number:,} there, {len(seen)} queries"
    write(f"  {what:<58} {_best(page) * 1000:9.2f} ms")


def _host() -> str:
    hosts = [host for host in settings.ALLOWED_HOSTS if "*" not in host]
    return hosts[0].lstrip(".") if hosts else "localhost"


def _best(work: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(REPEATS):
        began = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - began)
    return best
