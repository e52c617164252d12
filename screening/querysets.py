"""Which evaluations, and in which order."""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Self

from django.db.models import BooleanField, F, QuerySet, Subquery
from django.db.models.expressions import RawSQL

from candidates.stages import Status
from positions.models import Position

if TYPE_CHECKING:
    from screening.models import Evaluation, Work  # noqa: F401


def among(column: str, keys: Iterable[int]) -> RawSQL:
    """Keep rows with one of these keys: as one array, where `__in` takes each by itself.

    `column` is a literal, with its table.
    """
    return RawSQL(f"{column} = ANY(%s)", [list(keys)], BooleanField())  # noqa: S611 -- a literal


class EvaluationQuerySet(QuerySet["Evaluation"]):
    def of_applications(self, applications: Iterable[int]) -> Self:
        return self.filter(among("screening_evaluation.application_id", applications))

    def for_position(self, position: Position) -> Self:
        """Keep those that rank: a withdrawn application leaves the order.

        All are results of the plan version that the position's board shows.
        """
        # Asked for once and not by a join, so that the index gives the order.
        shown = Position.objects.filter(pk=position.pk).values("board__plan_version")
        return self.filter(position=position, plan_version=Subquery(shown)).exclude(
            application__status=Status.WITHDRAWN
        )

    def in_order(self) -> Self:
        """Order as everyone sees it: the one rule for page, export and shortlist."""
        return self.order_by("essential_not_met", "-score", "tie_key", "pk")


class WorkQuerySet(QuerySet["Work"]):
    def unfinished(self) -> Self:
        return self.filter(done__lt=F("wanted"))

    def due(self, at: dt.datetime) -> Self:
        """Keep unfinished work whose turn it is."""
        return self.unfinished().filter(next_try_at__lte=at)
