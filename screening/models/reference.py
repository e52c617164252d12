"""References: asked for late, with the applicant's consent, and answered by link."""

from typing import Any, ClassVar

import pghistory
from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from screening.enums import RELATIONS
from screening.models.guest import Guest


class ReferenceRequest(models.Model):
    """HR has asked an applicant to name people who know their work."""

    application = models.OneToOneField(
        "candidates.Application",
        on_delete=models.CASCADE,
        related_name="reference_request",
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        permissions = [("ask_reference", "Can ask for references")]

    def __str__(self) -> str:
        return f"references of application #{self.application_id}"


@pghistory.track(
    pghistory.InsertEvent(),
    pghistory.DeleteEvent(),
    exclude=["name", "email", "employer", "comment", "answers", "link_digest"],
)
class Referee(Guest):
    """Somebody whom an applicant named, and what they said.

    Named by the applicant, who consents by naming them. Name and address are blanked
    when they are not needed any more; what was said stays with the application.
    """

    application = models.ForeignKey(
        "candidates.Application", on_delete=models.CASCADE, related_name="referees"
    )
    employer = models.CharField(_("where they work"), max_length=120, blank=True)
    relation = models.CharField(_("relation"), max_length=12, choices=RELATIONS)
    months = models.PositiveSmallIntegerField(
        _("months of working together"), validators=[MaxValueValidator(720)]
    )
    # What the referee says of the same; nothing until then.
    said_relation = models.CharField(max_length=12, choices=RELATIONS, blank=True)
    said_months = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MaxValueValidator(720)]
    )
    # {item key: 1..5, or null for "not observed"}
    answers = models.JSONField(default=dict, blank=True)
    form_version = models.CharField(max_length=8, blank=True)
    # Kept, never scored.
    again = models.CharField(max_length=8, blank=True)
    comment = models.TextField(_("anything else"), max_length=2_000, blank=True)
    may_be_read = models.BooleanField(null=True, blank=True)  # by the applicant
    declined_at = models.DateTimeField(null=True, blank=True)
    blanked_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        verbose_name = _("referee")
        constraints = [
            models.UniqueConstraint(
                fields=["application", "email"],
                condition=~models.Q(email=""),
                name="screening_referee_once",
            )
        ]
        indexes = [
            models.Index(
                fields=["next_try_at"],
                condition=models.Q(sent_at__isnull=True),
                name="screening_referee_waiting",
            )
        ]

    def __str__(self) -> str:
        return f"referee #{self.pk}"

    @property
    def is_open(self) -> bool:
        """Whether they can still answer."""
        return not (self.done_at or self.declined_at or self.blanked_at)
