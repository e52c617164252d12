"""The stages of a position, by the names its people use."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from candidates.enums import STATUSES


class Stage(models.Model):
    """A column of a position's pipeline, and the status that it stands for.

    Several stages may stand for one status ("Telephone call", "Second interview"): the
    applicant is told of statuses, the team works by stages.
    """

    position = models.ForeignKey(
        "positions.Position", on_delete=models.CASCADE, related_name="stages"
    )
    name = models.CharField(_("name"), max_length=60)
    status = models.CharField(_("what it means"), max_length=20, choices=STATUSES)
    order = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("stage")
        verbose_name_plural = _("stages")
        constraints = [
            models.UniqueConstraint(
                fields=["position", "order"],
                name="candidates_stage_order",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(
                fields=["position", "name"], name="candidates_stage_name"
            ),
        ]

    def __str__(self) -> str:
        return f"stage #{self.pk} {self.name}"
