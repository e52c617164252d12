"""A file as people may look at it: pictures of its pages and a copy that does nothing."""

from typing import Any, ClassVar

from django.db import models

from backoffice_ats.shared.models import TimeStampedModel
from candidates.enums import RenditionState
from candidates.models.document import Document
from candidates.querysets import RenditionQuerySet


class Rendition(TimeStampedModel):
    """What is drawn of a PDF, once somebody has opened it; kept as long as the file."""

    document = models.OneToOneField(
        Document, on_delete=models.CASCADE, related_name="rendition"
    )
    state = models.CharField(
        max_length=10, choices=RenditionState.choices, default=RenditionState.WAITING
    )
    # Without scripts, links and attachments; empty where none could be made.
    copy = models.FileField(upload_to="", max_length=120, blank=True)
    copy_size = models.PositiveIntegerField(default=0)  # bytes
    total = models.PositiveSmallIntegerField(default=0)  # pages in the file
    # The work row: the sweeper rings again while the state is WAITING.
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()

    objects: ClassVar[Any] = RenditionQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["next_try_at"],
                condition=models.Q(state="WAITING"),
                name="candidates_rendition_waiting",
            )
        ]

    def __str__(self) -> str:
        return f"rendition of document #{self.document_id}"


class PagePicture(models.Model):
    """One page as a PNG."""

    rendition = models.ForeignKey(
        Rendition, on_delete=models.CASCADE, related_name="pages"
    )
    number = models.PositiveSmallIntegerField()  # 1 is the first
    file = models.FileField(upload_to="", max_length=120)
    width = models.PositiveSmallIntegerField()  # pixels
    height = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["rendition", "number"], name="candidates_page_picture_once"
            )
        ]

    def __str__(self) -> str:
        return f"page {self.number} of rendition #{self.rendition_id}"
