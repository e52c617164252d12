"""What the duties of a role need."""

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from positions.enums import EDUCATION_LEVELS
from positions.models.duty import Duty
from positions.models.position import Position
from positions.models.tracking import tracked


@tracked()
class EducationRequirement(models.Model):
    """The study a position asks for, in credits beyond what is taken for granted."""

    position = models.OneToOneField(
        Position, on_delete=models.CASCADE, related_name="education"
    )
    level = models.PositiveSmallIntegerField(_("level"), choices=EDUCATION_LEVELS)
    fields = ArrayField(
        models.CharField(max_length=80), verbose_name=_("fields of study"), default=list
    )
    credits_base = models.PositiveSmallIntegerField(
        _("credits that do not count yet"), default=0
    )
    credits_full = models.PositiveSmallIntegerField(
        _("credits that make 100 %"), validators=[MinValueValidator(1)]
    )
    reason = models.CharField(_("why the duties need it"), max_length=400)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(credits_full__gte=1),
                name="positions_education_credits_full",
            ),
            models.CheckConstraint(
                condition=models.Q(level__gte=1, level__lte=8),
                name="positions_education_level",
            ),
        ]

    def __str__(self) -> str:
        return f"education of #{self.position_id}"


@tracked()
class ExperienceRequirement(models.Model):
    """A kind of work, and how many months of it are asked for."""

    position = models.ForeignKey(
        Position, on_delete=models.CASCADE, related_name="experience"
    )
    order = models.PositiveSmallIntegerField()
    kind_of_work = models.CharField(_("kind of work"), max_length=160)
    months = models.PositiveSmallIntegerField(
        _("months needed"), validators=[MinValueValidator(1), MaxValueValidator(240)]
    )
    headroom = models.PositiveSmallIntegerField(
        _("months beyond that still count"),
        default=24,
        validators=[MaxValueValidator(120)],
    )
    education_counts = models.BooleanField(
        _("education may make up for it"), default=True
    )
    duties = models.ManyToManyField(
        Duty, verbose_name=_("duties it is needed for"), related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["position", "order"],
                name="positions_experience_order",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                condition=models.Q(months__gte=1), name="positions_experience_months"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.months} months of {self.kind_of_work}"
