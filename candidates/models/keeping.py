"""What is kept though it would go, and what stays of what went."""

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from backoffice_ats.shared.models import TimeStampedModel
from candidates.enums import STATUSES, ErasureReason, ReasonCode
from candidates.models.candidate import Candidate
from candidates.querysets import HoldQuerySet


class Hold(TimeStampedModel):
    """A legal hold: while it stands nothing of this person or position is erased."""

    candidate = models.ForeignKey(
        Candidate,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="holds",
    )
    position = models.ForeignKey(
        "positions.Position",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="holds",
    )
    reason = models.CharField(_("why it must be kept"), max_length=300)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Any] = HoldQuerySet.as_manager()

    class Meta:
        verbose_name = _("legal hold")
        verbose_name_plural = _("legal holds")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(candidate__isnull=True)
                ^ models.Q(position__isnull=True),
                name="candidates_hold_is_of_one_thing",
            )
        ]

    def __str__(self) -> str:
        return f"hold #{self.pk}"


class Tombstone(models.Model):
    """What stays of an erased application: that it was, and how it ended.

    The key is random and nothing else points to it, so it tells of nobody.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    position = models.ForeignKey(
        "positions.Position", on_delete=models.CASCADE, related_name="tombstones"
    )
    # The application's key: what a restored backup has to erase again.
    application_key = models.BigIntegerField()
    why = models.CharField(max_length=12, choices=ErasureReason.choices)
    erased_at = models.DateTimeField()
    submitted_month = models.DateField(null=True, blank=True)
    source_token = models.CharField(max_length=40, blank=True)
    status = models.CharField(max_length=20, choices=STATUSES)
    reason_code = models.CharField(
        max_length=30, choices=ReasonCode.choices, blank=True
    )
    # How many rows of what went.
    counts: "models.JSONField[Any, Any]" = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("erased application")
        verbose_name_plural = _("erased applications")

    def __str__(self) -> str:
        return f"erased {self.id}"
