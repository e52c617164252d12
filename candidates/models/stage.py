"""The steps a position's applicants pass, and how its letters are written."""

from typing import Any, ClassVar

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from backoffice_ats.shared.models import TimeStampedModel
from candidates.enums import STATUSES
from candidates.stages import DIVISIBLE


class Pipeline(TimeStampedModel):
    """How a position hires, where that differs from everybody's way."""

    position = models.OneToOneField(
        "positions.Position", on_delete=models.CASCADE, related_name="pipeline"
    )
    # Which language its letters are in; empty is the organisation's.
    language = models.CharField(_("language of the letters"), max_length=10, blank=True)

    class Meta:
        verbose_name = _("pipeline")
        verbose_name_plural = _("pipelines")

    def __str__(self) -> str:
        return f"pipeline of #{self.position_id}"


class Stage(TimeStampedModel):
    """A step of a position's pipeline, inside the status it belongs to.

    The status is what the applicant knows and reports count; the stage is the panel's
    word. A position without stages of its own has one for each status.
    """

    position = models.ForeignKey(
        "positions.Position", on_delete=models.CASCADE, related_name="stages"
    )
    status = models.CharField(
        _("counts as"),
        max_length=20,
        choices=[choice for choice in STATUSES if choice[0] in DIVISIBLE],
    )
    name = models.CharField(_("name"), max_length=40)
    number = models.PositiveSmallIntegerField()

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        verbose_name = _("stage")
        verbose_name_plural = _("stages")
        ordering = ["position", "number"]
        constraints = [
            models.UniqueConstraint(
                "position", Lower("name"), name="candidates_stage_name"
            ),
            models.UniqueConstraint(
                fields=["position", "number"],
                name="candidates_stage_number",
                deferrable=models.Deferrable.DEFERRED,
            ),
        ]

    def __str__(self) -> str:
        return self.name
