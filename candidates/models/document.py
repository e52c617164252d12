"""Files that somebody sent."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from backoffice_ats.shared.models import TimeStampedModel
from candidates.enums import DocumentState
from candidates.models.application import Application
from candidates.querysets import DocumentQuerySet


class Document(TimeStampedModel):
    """A file somebody sent; the bytes are on disk before this row exists."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="documents"
    )
    # The question it answers; empty for a CV.
    question = models.ForeignKey(
        "positions.Question",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    name = models.CharField(_("file name"), max_length=255)
    file = models.FileField(upload_to="", max_length=120)
    kind = models.CharField(max_length=10)  # PDF, DOCX, TXT: what it is by content
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64, db_index=True)
    state = models.CharField(
        max_length=12, choices=DocumentState.choices, default=DocumentState.WAITING
    )
    reason = models.CharField(max_length=60, blank=True)
    text = models.TextField(blank=True)
    # The parsed CV (`candidates.cv.values.Resume` as JSON), null until it is read.
    reading = models.JSONField(null=True, blank=True)
    reader_version = models.CharField(max_length=20, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    # The work row: the sweeper rings again while the state is WAITING.
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()

    objects: ClassVar[Any] = DocumentQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["next_try_at"],
                condition=models.Q(state="WAITING"),
                name="candidates_document_waiting",
            )
        ]

    def __str__(self) -> str:
        return f"document #{self.pk}"
