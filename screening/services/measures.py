"""What assessments found, as rows that an evaluation reads: the one way in."""

import datetime as dt
from collections.abc import Iterable, Mapping

from candidates.models import Application
from screening.engine.values import Measured
from screening.enums import Method
from screening.models import Measure
from screening.querysets import among
from screening.services import work

WHOLE = ""  # the subject of a figure about everything that a method looked at

type_measures = Mapping[tuple[str, str], Measured]


def of_criterion(criterion: int) -> str:
    """Return the subject of a figure about one criterion of a plan."""
    return f"c{criterion}"


def keep(
    application: Application,
    method: Method,
    found: Mapping[str, Measured],
    *,
    at: dt.datetime,
) -> None:
    """Replace what a method found about somebody, by subject, and ask for an evaluation.

    Call it inside the transaction that writes what it rests on.
    """
    Measure.objects.filter(application=application, method=method).delete()
    Measure.objects.bulk_create(
        Measure(
            application=application,
            method=method,
            subject=subject,
            value=one.value,
            error=one.error,
            count=one.count,
            reason=one.reason,
            public=one.public,
            at=at,
        )
        for subject, one in found.items()
    )
    work.want(application, at=at)


def of(applications: Iterable[int]) -> dict[int, dict[tuple[str, str], Measured]]:
    """Return what was found about each application, by (method, subject). One query."""
    found: dict[int, dict[tuple[str, str], Measured]] = {}
    theirs = among("screening_measure.application_id", applications)
    for row in Measure.objects.filter(theirs).order_by("pk"):
        found.setdefault(row.application_id, {})[row.method, row.subject] = Measured(
            value=row.value,
            error=row.error,
            count=row.count,
            reason=row.reason,
            public=row.public,
        )
    return found
