"""How long the careers site and its feeds take, with few and with many open jobs."""

import datetime as dt
import time
from collections.abc import Callable
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection, transaction
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from backoffice_ats.accounts.models import User
from backoffice_ats.demo.positions import POSITIONS
from positions.enums import PositionStatus
from positions.models import PlanVersion, Position
from positions.services import definition, drafting, lifecycle, policies
from positions.services.definition import DutyRow, ExperienceRow

SIZES = (1, 200)
REPEATS = 5
PAGES: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("careers list", "positions:careers", {}),
    ("one position", "positions:job", {}),
    ("public JSON", "positions:api_jobs", {}),
    ("public JSON with content", "positions:api_jobs", {"content": "true"}),
    ("Atom feed", "positions:feed", {}),
    ("aggregators' XML", "positions:indeed", {}),
    ("sitemap", "positions:sitemap", {}),
    ("embedded list", "positions:embed", {}),
)


def careers(write: Callable[[str], object], *, sizes: tuple[int, ...] = SIZES) -> None:
    """Measure the public pages as a stranger asks for them; the best of five.

    `sizes` are numbers of open positions, rising from 1.

    Needs the database. Everything happens in one transaction that is rolled back, so
    nothing of it is left. Each line has the time in milliseconds and the number of
    queries; the floor is one empty query and one page that reads nothing.
    """
    write(f"Careers site, best of {REPEATS}, in milliseconds (queries):")
    write(f"  {'floor: one empty query':<40} {_best(_empty_query):9.3f}")
    write(f"  {'floor: a page that reads nothing':<40} {_best(_plain_page):9.3f}")
    with transaction.atomic():
        Position.objects.accepting(timezone.now()).update(status=PositionStatus.PAUSED)
        first = publish_one()
        made = 1
        for size in sizes:
            _copy(first, made, size)
            made = size
            write(f"  with {size} open:")
            for title, name, query in PAGES:
                _report(write, title, name, query, first)
        transaction.set_rollback(True)


def _report(
    write: Callable[[str], object],
    title: str,
    name: str,
    query: dict[str, str],
    position: Position,
) -> None:
    path = reverse(name, args=[position.slug] if name == "positions:job" else [])
    site = urlsplit(settings.SITE_URL)
    client = Client(headers={"host": site.netloc})

    def ask() -> None:
        response = client.get(path, query, secure=site.scheme == "https")
        if response.status_code != 200:  # noqa: PLR2004 -- OK
            raise RuntimeError(f"{path} answered {response.status_code}")

    queries = _queries(ask)
    write(f"    {title:<38} {_best(ask):9.3f} ({queries})")


def _best(work: Callable[[], object]) -> float:
    """Return the shortest of some runs, in milliseconds."""
    best = float("inf")
    for _ in range(REPEATS):
        began = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - began)
    return best * 1000


def _queries(work: Callable[[], object]) -> int:
    counted = 0

    def count(
        execute: Callable[..., Any],
        *query: Any,  # noqa: ANN401 -- what Django passes on
    ) -> Any:  # noqa: ANN401 -- what Django passes on
        nonlocal counted
        counted += 1
        return execute(*query)

    with connection.execute_wrapper(count):
        work()
    return counted


def _empty_query() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()


def _plain_page() -> str:
    return render_to_string("404.html")


def publish_one() -> Position:
    """Publish the first position of the demo, by somebody who is nobody."""
    now = timezone.now()
    somebody = User.objects.create_user(f"bench-{now:%f}@localhost", name="Bench")
    demo = POSITIONS[0]
    position = definition.create_position(
        by=somebody,
        at=now,
        title=demo.title,
        department=demo.department,
        summary=demo.summary,
        place=demo.place,
        pay_low=Decimal(demo.pay_from),
        pay_high=Decimal(demo.pay_to),
        pay_currency=demo.currency,
        closes_at=now + dt.timedelta(days=14),
    )
    duties = definition.set_duties(
        position,
        [
            DutyRow(
                duty.statement,
                duty.share,
                essential=bool(duty.essential),
                essential_reason=duty.essential,
            )
            for duty in demo.duties
        ],
        by=somebody,
    )
    definition.set_requirements(
        position,
        education=None,
        experience=[
            ExperienceRow(
                kind.kind,
                kind.months,
                tuple(duties[place].pk for place in kind.duties),
                headroom=kind.headroom,
            )
            for kind in demo.experience
        ],
        policy=policies.standard(demo.equivalence),
        by=somebody,
    )
    drafting.draft_criteria(position, by=somebody)
    position.refresh_from_db()
    return lifecycle.publish(position, by=somebody, at=now)


def _copy(first: Position, made: int, wanted: int) -> None:
    """Make open positions with the same plan until there are `wanted`."""
    columns = [
        field.attname
        for field in Position._meta.concrete_fields
        if not field.primary_key
    ]
    same = {name: getattr(first, name) for name in columns}
    copies = Position.objects.bulk_create(
        Position(**same | {"slug": f"bench-{number}", "code": f"BENCH-{number}"})
        for number in range(made, wanted)
    )
    version = first.versions.latest("number")
    PlanVersion.objects.bulk_create(
        PlanVersion(
            position=copy,
            number=1,
            content=version.content,
            digest=version.digest,
            reason=version.reason,
            frozen_by=first.owner,
            frozen_at=version.frozen_at,
        )
        for copy in copies
    )
