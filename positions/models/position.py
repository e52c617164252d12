"""A role being hired for."""

from decimal import Decimal
from typing import Any, ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from backoffice_ats.shared.models import TimeStampedModel
from positions.enums import (
    CloseReason,
    Employment,
    PayPeriod,
    PositionOrigin,
    PositionStatus,
    Workplace,
)
from positions.models.policy import EquivalencePolicy
from positions.models.tracking import tracked
from positions.moves import RUNNING, UNPUBLISHED, Status
from positions.querysets import PositionQuerySet

# Plain words, so that migrations need no code of today.
_VALUES_BEFORE = sorted(status.value for status in {*UNPUBLISHED, Status.ARCHIVED})
_VALUES_RUNNING = sorted(status.value for status in RUNNING)


@tracked()
class Position(TimeStampedModel):
    """A role being hired for, with its seats."""

    slug = models.SlugField(_("address"), max_length=80, unique=True)
    code = models.CharField(_("reference"), max_length=20, unique=True)
    title = models.CharField(_("title"), max_length=120)
    department = models.CharField(_("department"), max_length=120)
    summary = models.TextField(_("summary"), max_length=2_000, blank=True)
    place = models.CharField(_("place"), max_length=120, blank=True)
    # The same place in parts, for job boards; what is empty is read out of the place
    # or is the organisation's (`positions.services.vacancies`).
    locality = models.CharField(_("town or city"), max_length=80, blank=True)
    region = models.CharField(_("region or county"), max_length=80, blank=True)
    postal_code = models.CharField(_("postcode"), max_length=16, blank=True)
    country = models.CharField(_("country"), max_length=2, blank=True)
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
    # What somebody has asked for while the number above stays in force.
    openings_wanted = models.PositiveSmallIntegerField(
        _("openings asked for"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(500)],
    )
    closes_at = models.DateTimeField(_("closing moment"), null=True, blank=True)
    policy = models.ForeignKey(
        EquivalencePolicy,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("how education and experience combine"),
    )
    plan_reason = models.CharField(
        _("why no strong method is used"), max_length=400, blank=True
    )
    # What the definition began with: a template's key, a code, an occupation.
    origin = models.CharField(
        max_length=12, choices=PositionOrigin.choices, default=PositionOrigin.BLANK
    )
    origin_key = models.CharField(max_length=80, blank=True)
    blind_review = models.BooleanField(
        _("panel sees a code instead of the name"), default=True
    )
    status = models.CharField(
        _("status"),
        max_length=20,
        choices=PositionStatus.choices,
        default=PositionStatus.DRAFT,
    )
    close_reason = models.CharField(
        _("why it is closed"), max_length=10, choices=CloseReason.choices, blank=True
    )
    confidential = models.BooleanField(_("confidential"), default=False)
    # Who has begun before the closing moment gets so much longer to send.
    grace_minutes = models.PositiveSmallIntegerField(
        _("minutes more for who has begun"),
        default=60,
        validators=[MaxValueValidator(1_440)],
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
                condition=models.Q(status__in=_VALUES_BEFORE)
                | models.Q(published_at__isnull=False, closes_at__isnull=False),
                name="positions_position_published_is_complete",
            ),
            models.CheckConstraint(
                condition=~models.Q(status=PositionStatus.CLOSED)
                | (models.Q(closed_at__isnull=False) & ~models.Q(close_reason="")),
                name="positions_position_closed_says_why",
            ),
            models.CheckConstraint(
                condition=~models.Q(status__in=_VALUES_RUNNING)
                | models.Q(closed_at__isnull=True, close_reason=""),
                name="positions_position_running_is_not_closed",
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

    @property
    def is_unpublished(self) -> bool:
        """Whether nobody outside has seen it, or is being asked to approve it."""
        return self.status in UNPUBLISHED

    @property
    def is_running(self) -> bool:
        """Whether it is published and not closed: open, or paused."""
        return self.status in RUNNING
