"""What the duties of a role need."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from positions.enums import EDUCATION_LEVELS, REQUIREMENT_KINDS
from positions.models.duty import Duty
from positions.models.position import Position
from positions.models.tracking import tracked


@tracked()
class EducationRequirement(models.Model):
    """The study a position asks for: any one of its routes, and why."""

    position = models.OneToOneField(
        Position, on_delete=models.CASCADE, related_name="education"
    )
    reason = models.CharField(_("why the duties need it"), max_length=400)

    def __str__(self) -> str:
        return f"education of #{self.position_id}"


@tracked()
class EducationRoute(models.Model):
    """One acceptable course of study, in credits beyond what is taken for granted.

    `fields` is a list of {"name": …, "relevance": per cent of its credits that count};
    an empty list accepts any field.
    """

    education = models.ForeignKey(
        EducationRequirement, on_delete=models.CASCADE, related_name="routes"
    )
    order = models.PositiveSmallIntegerField()
    level = models.PositiveSmallIntegerField(_("level"), choices=EDUCATION_LEVELS)
    fields = models.JSONField(_("fields of study"), default=list, blank=True)
    credits_base = models.PositiveSmallIntegerField(
        _("credits that do not count yet"), default=0
    )
    credits_full = models.PositiveSmallIntegerField(
        _("credits that make 100 %"), validators=[MinValueValidator(1)]
    )

    class Meta:
        verbose_name = _("course of study")
        verbose_name_plural = _("courses of study")
        constraints = [
            models.UniqueConstraint(
                fields=["education", "order"],
                name="positions_route_order",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                condition=models.Q(credits_full__gte=1),
                name="positions_route_credits_full",
            ),
            models.CheckConstraint(
                condition=models.Q(level__gte=1, level__lte=8),
                name="positions_route_level",
            ),
        ]

    def __str__(self) -> str:
        return f"route {self.order} of education #{self.education_id}"


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


@tracked()
class Requirement(models.Model):
    """A skill, licence, language or condition that duties need.

    `level` is a `SkillLevel` or a `LanguageLevel`, by its kind. One that a frozen plan
    names is kept with `in_use` off when it is taken out: applicants have answered it.
    """

    position = models.ForeignKey(
        Position, on_delete=models.CASCADE, related_name="requirements"
    )
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(_("kind"), max_length=12, choices=REQUIREMENT_KINDS)
    name = models.CharField(_("what is needed"), max_length=200)
    level = models.PositiveSmallIntegerField(_("level"), null=True, blank=True)
    expires = models.BooleanField(_("must still be valid"), default=False)
    essential = models.BooleanField(_("essential"), default=False)
    reason = models.CharField(_("why the duties need it"), max_length=400, blank=True)
    in_use = models.BooleanField(default=True)
    duties = models.ManyToManyField(
        Duty, verbose_name=_("duties it is needed for"), related_name="+"
    )

    class Meta:
        verbose_name = _("requirement")
        verbose_name_plural = _("requirements")
        constraints = [
            models.UniqueConstraint(
                fields=["position", "order"],
                name="positions_requirement_order",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                condition=models.Q(kind="SKILL", level__gte=1, level__lte=4)
                | models.Q(kind="LANGUAGE", level__gte=1, level__lte=6)
                | models.Q(kind__in=["LICENCE", "ELIGIBILITY"], level__isnull=True),
                name="positions_requirement_level",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} (#{self.position_id})"
