"""What applicants are scored by or must have."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from positions.enums import CRITERION_KINDS, DIMENSIONS
from positions.models.duty import Duty
from positions.models.position import Position
from positions.models.requirement import ExperienceRequirement, Requirement
from positions.models.tracking import tracked


@tracked()
class Criterion(models.Model):
    """Something that is scored or required, traceable to duties."""

    position = models.ForeignKey(
        Position, on_delete=models.CASCADE, related_name="criteria"
    )
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(_("kind"), max_length=20, choices=CRITERION_KINDS)
    title = models.CharField(_("title"), max_length=160)
    essential = models.BooleanField(_("essential"), default=False)
    weight = models.PositiveSmallIntegerField(
        _("weight"), default=0, validators=[MaxValueValidator(100)]
    )
    duties = models.ManyToManyField(
        Duty, verbose_name=_("from duties"), related_name="criteria"
    )
    experience = models.OneToOneField(
        ExperienceRequirement,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="criterion",
    )
    requirement = models.OneToOneField(
        Requirement,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="criterion",
    )
    dimension = models.CharField(
        _("side of working with others"),
        max_length=14,
        choices=DIMENSIONS,
        blank=True,
    )
    final_weight = models.PositiveSmallIntegerField(
        _("weight after interviews"), default=0, validators=[MaxValueValidator(100)]
    )
    minimum = models.PositiveSmallIntegerField(
        _("least score"), default=0, validators=[MaxValueValidator(100)]
    )
    reason = models.CharField(_("why it weighs that much"), max_length=400, blank=True)
    anchor_none = models.CharField(_("0 means"), max_length=300, blank=True)
    anchor_meets = models.CharField(_("50 means"), max_length=300, blank=True)
    anchor_best = models.CharField(_("100 means"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")
        constraints = [
            models.UniqueConstraint(
                fields=["position", "order"],
                name="positions_criterion_order",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                condition=models.Q(
                    weight__lte=100, final_weight__lte=100, minimum__lte=100
                ),
                name="positions_criterion_weight",
            ),
        ]

    def __str__(self) -> str:
        return self.title
