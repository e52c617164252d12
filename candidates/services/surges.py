"""Many applications at once: said to staff, and nothing more. Nobody is held back."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import Count, Q

from candidates.models import Application
from positions.models import Position

WITHIN = dt.timedelta(hours=1)
USUAL_OVER = dt.timedelta(days=7)
FEWEST = 30  # in an hour: fewer are read in a morning, however unusual
TIMES_USUAL = 5


def surges_among(positions: Iterable[Position], *, at: dt.datetime) -> dict[int, int]:
    """Return {position: applications in the last hour} where these are many.

    Many are at least thirty, and five times what came in an hour in the week before.
    Counted is what came through the form. One query.
    """
    counted = (
        Application.objects.submitted()
        .filter(
            position__in=positions,
            source="FORM",
            submitted_at__gt=at - USUAL_OVER,
            submitted_at__lte=at,
        )
        .values("position")
        .annotate(
            now=Count("pk", filter=Q(submitted_at__gt=at - WITHIN)),
            before=Count("pk", filter=Q(submitted_at__lte=at - WITHIN)),
        )
        .order_by()
    )
    hours = USUAL_OVER / WITHIN - 1
    return {
        row["position"]: row["now"]
        for row in counted
        if row["now"] >= max(FEWEST, TIMES_USUAL * row["before"] / hours)
    }
