"""How education and experience may stand in for each other, by name."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from positions.criteria import Equivalence
from positions.enums import EQUIVALENCES
from positions.models.tracking import tracked


@tracked()
class EquivalencePolicy(models.Model):
    """A rule that HR managers can choose for a position; see `positions.equivalence`.

    A position's frozen plan keeps a copy, so changing a policy changes no judgement.
    """

    name = models.CharField(_("name"), max_length=80, unique=True)
    rule = models.CharField(
        _("rule"),
        max_length=20,
        choices=EQUIVALENCES,
        default=Equivalence.COMBINATION.value,
    )
    cap_experience = models.PositiveSmallIntegerField(
        _("most that experience may bring"),
        default=100,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
    )
    cap_education = models.PositiveSmallIntegerField(
        _("most that education may bring"),
        default=100,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
    )
    credits_per_year = models.PositiveSmallIntegerField(
        _("credits in an academic year"),
        default=30,
        validators=[MinValueValidator(1), MaxValueValidator(1_000)],
    )
    retired = models.BooleanField(_("no longer offered"), default=False)

    class Meta:
        verbose_name = _("equivalence policy")
        verbose_name_plural = _("equivalence policies")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(cap_experience__gte=1, cap_experience__lte=100)
                & models.Q(cap_education__gte=1, cap_education__lte=100)
                & models.Q(credits_per_year__gte=1),
                name="positions_policy_figures",
            ),
        ]

    def __str__(self) -> str:
        return self.name
