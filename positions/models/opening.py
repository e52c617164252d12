"""The seats of a position."""

from typing import Any, ClassVar

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from positions.models.position import Position
from positions.querysets import OpeningQuerySet


class Opening(models.Model):
    """One seat. Who sits on it is known a floor above (`candidates.Seat`).

    The rows follow `Position.openings` as soon as a change of it is in force; a
    number is never given twice. Not tracked: the wish and the hire have their lines.
    """

    position = models.ForeignKey(
        Position, on_delete=models.CASCADE, related_name="seats"
    )
    number = models.PositiveSmallIntegerField()
    created_at = models.DateTimeField(db_default=Now())
    cancelled_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Any] = OpeningQuerySet.as_manager()

    class Meta:
        verbose_name = _("opening")
        verbose_name_plural = _("openings")
        constraints = [
            models.UniqueConstraint(
                fields=["position", "number"], name="positions_opening_number"
            )
        ]

    def __str__(self) -> str:
        return f"opening {self.number} of #{self.position_id}"
