"""Definitions: what a role does, what that needs, and how applicants are judged."""

from decimal import Decimal
from typing import Any, ClassVar

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from backoffice_ats.shared.models import TimeStampedModel
from positions.criteria import Equivalence
from positions.enums import (
    CRITERION_KINDS,
    EDUCATION_LEVELS,
    EQUIVALENCES,
    Employment,
    PayPeriod,
    PositionStatus,
    TeamRole,
    Workplace,
)
from positions.querysets import PositionQuerySet


def tracked() -> Any:  # noqa: ANN401 -- pghistory's decorator is untyped
    """Leave an event in the trail for each insert, update and delete."""
    return pghistory.track(
        pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent()
    )


@tracked()
class Position(TimeStampedModel):
    """A role being hired for, with its seats."""

    slug = models.SlugField(_("address"), max_length=80, unique=True)
    code = models.CharField(_("reference"), max_length=20, unique=True)
    title = models.CharField(_("title"), max_length=120)
    department = models.CharField(_("department"), max_length=120)
    summary = models.TextField(_("summary"), max_length=2_000, blank=True)
    place = models.CharField(_("place"), max_length=120, blank=True)
    workplace = models.CharField(
        _("way of work"),
        max_length=10,
        choices=Workplace.choices,
        default=Workplace.ON_SITE,
    )
    employment = models.CharField(
        _("kind of employment"),
        max_length=20,
        choices=Employment.choices,
        default=Employment.PERMANENT,
    )
    hours_per_week = models.DecimalField(
        _("hours a week"),
        max_digits=4,
        decimal_places=1,
        default=Decimal("37.5"),
        validators=[MinValueValidator(1), MaxValueValidator(60)],
    )
    pay_low = models.DecimalField(
        _("pay from"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    pay_high = models.DecimalField(
        _("pay to"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    pay_currency = models.CharField(_("currency"), max_length=3, default="GBP")
    pay_period = models.CharField(
        _("pay period"),
        max_length=10,
        choices=PayPeriod.choices,
        default=PayPeriod.YEAR,
    )
    openings = models.PositiveSmallIntegerField(
        _("openings"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(500)],
    )
    closes_at = models.DateTimeField(_("closing moment"), null=True, blank=True)
    equivalence = models.CharField(
        _("how education and experience combine"),
        max_length=20,
        choices=EQUIVALENCES,
        default=Equivalence.COMBINATION.value,
    )
    blind_review = models.BooleanField(
        _("panel sees a code instead of the name"), default=True
    )
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=PositionStatus.choices,
        default=PositionStatus.DRAFT,
    )
    published_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="positions"
    )

    objects: ClassVar[Any] = PositionQuerySet.as_manager()

    class Meta:
        verbose_name = _("position")
        verbose_name_plural = _("positions")
        permissions = [
            ("publish_position", "Can publish and close a position"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status=PositionStatus.DRAFT)
                | models.Q(published_at__isnull=False, closes_at__isnull=False),
                name="positions_position_published_is_complete",
            ),
            models.CheckConstraint(
                condition=models.Q(pay_low__isnull=True)
                | models.Q(pay_high__isnull=True)
                | models.Q(pay_high__gte=models.F("pay_low")),
                name="positions_position_pay_range_in_order",
            ),
            models.CheckConstraint(
                condition=models.Q(openings__gte=1),
                name="positions_position_has_an_opening",
            ),
        ]
        indexes = [
            models.Index(
                fields=["status", "closes_at"], name="positions_status_closes_at"
            )
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.code})"

    def get_absolute_url(self) -> str:
        return reverse("positions:overview", args=[self.slug])

    @property
    def is_draft(self) -> bool:
        return self.status == PositionStatus.DRAFT


@tracked()
class Duty(models.Model):
    """One task statement of a position."""

    position = models.ForeignKey(
        Position, on_delete=models.CASCADE, related_name="duties"
    )
    order = models.PositiveSmallIntegerField()
    statement = models.TextField(_("what is done"), max_length=600)
    share = models.PositiveSmallIntegerField(
        _("share of time"), validators=[MaxValueValidator(100)]
    )
    essential = models.BooleanField(_("essential"), default=True)
    essential_reason = models.CharField(
        _("why it is essential"), max_length=300, blank=True
    )

    class Meta:
        verbose_name = _("duty")
        verbose_name_plural = _("duties")
        constraints = [
            models.UniqueConstraint(
                fields=["position", "order"],
                name="positions_duty_order",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                condition=models.Q(share__lte=100), name="positions_duty_share"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.order}. {self.statement[:60]}"


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
                condition=models.Q(weight__lte=100), name="positions_criterion_weight"
            ),
        ]

    def __str__(self) -> str:
        return self.title


@tracked()
class PlanVersion(models.Model):
    """The definition and the selection plan, frozen: what applicants are judged by.

    `content` is the canonical JSON of duties, requirements and criteria; `digest` is
    the SHA-256 of its bytes. The database refuses any change.
    """

    position = models.ForeignKey(
        Position, on_delete=models.PROTECT, related_name="versions"
    )
    number = models.PositiveIntegerField()
    content = models.JSONField()
    digest = models.CharField(max_length=64)
    reason = models.CharField(max_length=400)
    frozen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    frozen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["position", "number"], name="positions_planversion_number"
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="frozen", operation=pgtrigger.Update | pgtrigger.Delete
            )
        ]

    def __str__(self) -> str:
        return f"plan version {self.number} of #{self.position_id}"


@tracked()
class TeamMember(models.Model):
    """Somebody on the hiring team of one position."""

    position = models.ForeignKey(
        Position, on_delete=models.CASCADE, related_name="team"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="teams"
    )
    role = models.CharField(
        _("part"), max_length=10, choices=TeamRole.choices, default=TeamRole.MEMBER
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["position", "user"], name="positions_teammember_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} on #{self.position_id}"
