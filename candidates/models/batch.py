"""What a person does for several applications at once."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from backoffice_ats.shared.models import TimeStampedModel
from candidates.enums import STATUSES, BatchKind, ItemState, ReasonCode
from candidates.models.application import Application
from candidates.models.stage import Stage
from candidates.querysets import BatchQuerySet


class Batch(TimeStampedModel):
    """A move or a message for many: planned, looked at, then begun by its author.

    Once begun a worker takes it one application after the other, each in a transaction
    of its own, so a worker that dies loses nothing and repeats nothing.
    """

    position = models.ForeignKey(
        "positions.Position", on_delete=models.CASCADE, related_name="batches"
    )
    kind = models.CharField(max_length=10, choices=BatchKind.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    # A move: where to, and whether the applicants hear of it.
    to = models.CharField(max_length=20, choices=STATUSES, blank=True)
    stage = models.ForeignKey(
        Stage, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    note = models.TextField(max_length=2_000, blank=True)
    tell = models.BooleanField(default=False)
    # A message: its words before they are filled in.
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField(max_length=6_000, blank=True)
    # When its letters leave; empty is the next office hour.
    leave_at = models.DateTimeField(null=True, blank=True)

    planned_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Any] = BatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("batch")
        verbose_name_plural = _("batches")
        indexes = [
            models.Index(
                fields=["begun_at"],
                condition=models.Q(begun_at__isnull=False, ended_at__isnull=True),
                name="candidates_batch_running",
            )
        ]

    def __str__(self) -> str:
        return f"batch #{self.pk}"


class BatchItem(models.Model):
    """One application of a batch, with the reason that a person gave for it."""

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="items")
    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="batch_items"
    )
    reason_code = models.CharField(
        max_length=30, choices=ReasonCode.choices, blank=True
    )
    state = models.CharField(
        max_length=10, choices=ItemState.choices, default=ItemState.WAITING
    )
    # Why it was left as it was: a word of `candidates.services.batches.PROBLEMS`.
    problem = models.CharField(max_length=20, blank=True)

    class Meta:
        verbose_name = _("application of a batch")
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "application"], name="candidates_batchitem_once"
            )
        ]
        indexes = [
            models.Index(fields=["batch", "state"], name="candidates_batchitem_state")
        ]

    def __str__(self) -> str:
        return f"item #{self.pk} of batch #{self.batch_id}"
