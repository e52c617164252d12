"""What a role does."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from positions.models.position import Position
from positions.models.tracking import tracked


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
    # Why somebody keeps a statement that the clarity checks stop; gone when it changes.
    kept_reason = models.CharField(
        _("why the wording stays"), max_length=300, blank=True
    )
    # Whose words these are, where they are not ours: "ONET:43-3051.00".
    source = models.CharField(max_length=40, blank=True)

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
