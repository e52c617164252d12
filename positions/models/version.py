"""The definition, frozen."""

import pgtrigger
from django.conf import settings
from django.db import models

from positions.models.position import Position
from positions.models.tracking import tracked


@tracked()
class PlanVersion(models.Model):
    """The definition and the selection plan, frozen: what applicants are judged by.

    `content` is the canonical JSON of duties, requirements and criteria; `digest` is
    the SHA-256 of its bytes. The database refuses any change.
    """

    position = models.ForeignKey(
        Position, on_delete=models.PROTECT, related_name="versions"
    )
    number = models.PositiveIntegerField()
    content = models.JSONField()
    digest = models.CharField(max_length=64)
    reason = models.CharField(max_length=400)
    frozen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    frozen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["position", "number"], name="positions_planversion_number"
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="frozen", operation=pgtrigger.Update | pgtrigger.Delete
            )
        ]

    def __str__(self) -> str:
        return f"plan version {self.number} of #{self.position_id}"
