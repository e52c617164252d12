"""People who were brought in by staff: by which files or table, and what became of each."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from backoffice_ats.shared.models import TimeStampedModel
from candidates.enums import ImportKind, TakenState
from candidates.models.application import Application
from candidates.querysets import ImportQuerySet


class Import(TimeStampedModel):
    """Several files, or a table, that became applications for one position.

    A table waits until somebody has said what its columns are and has looked at what
    would come in. It goes after a month; the applications stay.
    """

    position = models.ForeignKey(
        "positions.Position", on_delete=models.CASCADE, related_name="imports"
    )
    kind = models.CharField(max_length=10, choices=ImportKind.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    # Where these people come from: an agency, a fair.
    source = models.CharField(_("came from"), max_length=40, blank=True)
    header: "models.JSONField[Any, Any]" = models.JSONField(default=list, blank=True)
    # {field of a person: number of the column}
    columns: "models.JSONField[Any, Any]" = models.JSONField(default=dict, blank=True)
    made_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Any] = ImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        indexes = [
            models.Index(
                fields=["begun_at"],
                condition=models.Q(begun_at__isnull=False, ended_at__isnull=True),
                name="candidates_import_running",
            )
        ]

    def __str__(self) -> str:
        return f"import #{self.pk}"


class ImportItem(models.Model):
    """One file or one row. Its words go once it has become an application."""

    made = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="items")
    number = models.PositiveIntegerField()
    # A file's name; empty for a row.
    name = models.CharField(max_length=255, blank=True)
    cells: "models.JSONField[Any, Any]" = models.JSONField(default=list, blank=True)
    application = models.ForeignKey(
        Application,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="import_items",
    )
    state = models.CharField(
        max_length=10, choices=TakenState.choices, default=TakenState.WAITING
    )
    # In words for the report, when it was not added.
    problem = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = _("file or row of an import")
        indexes = [
            models.Index(fields=["made", "state"], name="candidates_importitem_state")
        ]

    def __str__(self) -> str:
        return f"item #{self.number} of import #{self.made_id}"
