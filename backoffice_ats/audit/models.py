"""Acts that change no row of their own: reading a CV, an evaluation run, a reveal."""

from typing import Any

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Act(models.TextChoices):
    CV_OPENED = "CV_OPENED", _("CV opened")
    CV_READ = "CV_READ", _("CV read by the system")
    EVALUATED = "EVALUATED", _("Evaluation run")
    REVEALED = "REVEALED", _("Name revealed")
    CORRECTED = "CORRECTED", _("Facts corrected")
    ERASED = "ERASED", _("Erased")
    HELD = "HELD", _("Kept by a legal hold")
    RELEASED = "RELEASED", _("Legal hold ended")
    MERGED = "MERGED", _("Found to be one person")
    UNMERGED = "UNMERGED", _("Merge undone")
    EXPORTED = "EXPORTED", _("Exported")
    INVITED = "INVITED", _("User invited")
    DEACTIVATED = "DEACTIVATED", _("User deactivated")


class AuditEvent(models.Model):
    """Who did what to which object, and when. Append-only, by the database."""

    act = models.CharField(max_length=20, choices=Act.choices)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    # The object by its model label and key, so that no foreign key points up.
    subject = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    position_id = models.BigIntegerField(null=True, blank=True)
    details: "models.JSONField[Any, Any]" = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["position_id", "-at"], name="audit_event_position"),
            models.Index(fields=["subject", "subject_id"], name="audit_event_subject"),
        ]
        permissions = [("view_trail", "Can read the audit trail")]
        triggers = [
            pgtrigger.Protect(
                name="append_only", operation=pgtrigger.Update | pgtrigger.Delete
            )
        ]

    def __str__(self) -> str:
        return f"{self.act} {self.subject} #{self.subject_id}"
