"""What colleagues write to each other about an application."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.utils.translation import gettext_lazy as _

from backoffice_ats.shared.models import TimeStampedModel
from candidates.enums import Visibility
from candidates.models.application import Application
from candidates.querysets import NoteQuerySet


class Note(TimeStampedModel):
    """A remark for those who may see it; never a criterion, never scored."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="notes"
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="notes"
    )
    text = models.TextField(_("note"), max_length=4_000)
    visibility = models.CharField(
        _("who sees it"),
        max_length=10,
        choices=Visibility.choices,
        default=Visibility.TEAM,
    )
    written_at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Any] = NoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        indexes = [
            GinIndex(SearchVector("text", config="ats"), name="candidates_note_words"),
            models.Index(
                fields=["application", "-written_at"], name="candidates_note_written"
            ),
        ]

    def __str__(self) -> str:
        return f"note #{self.pk}"


class Mention(models.Model):
    """A colleague named in a note; it waits on their start page until they look."""

    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="mentions")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mentions"
    )
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("mention")
        constraints = [
            models.UniqueConstraint(
                fields=["note", "user"], name="candidates_mention_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["user"],
                condition=models.Q(seen_at__isnull=True),
                name="candidates_mention_unseen",
            )
        ]

    def __str__(self) -> str:
        return f"mention #{self.pk}"
