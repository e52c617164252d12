"""Letters that must be sent."""

import datetime as dt
from typing import Any, ClassVar

from django.conf import settings
from django.db import models

from backoffice_ats.shared.models import TimeStampedModel
from candidates.enums import LetterKind
from candidates.models.application import Application
from candidates.querysets import LetterQuerySet


class Letter(TimeStampedModel):
    """An e-mail that must be sent: a worker sends it, the sweeper sees to it."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="letters"
    )
    kind = models.CharField(max_length=20, choices=LetterKind.choices)
    to = models.EmailField()
    subject = models.CharField(max_length=200)
    body = models.TextField()
    # An iCalendar object that goes with it; empty with most.
    calendar = models.TextField(blank=True)
    # Where an answer goes; empty is the organisation's address.
    reply_to = models.EmailField(blank=True)
    # Who wrote it; nobody when the system did.
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    sent_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    last_error = models.CharField(max_length=200, blank=True)

    objects: ClassVar[Any] = LetterQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["application", "kind"],
                condition=models.Q(kind="RECEIPT"),
                name="candidates_letter_one_receipt",
            ),
        ]
        indexes = [
            models.Index(
                fields=["next_try_at"],
                condition=models.Q(sent_at__isnull=True),
                name="candidates_letter_unsent",
            ),
            models.Index(fields=["-sent_at"], name="candidates_letter_sent"),
        ]

    def __str__(self) -> str:
        return f"letter #{self.pk}"

    def is_out(self, at: dt.datetime) -> bool:
        """Say whether its time has come, though the mail server may delay it."""
        return self.sent_at is not None or self.attempts > 0 or self.next_try_at <= at
