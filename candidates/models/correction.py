"""What was put right after sending."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from candidates.models.application import Application


class Correction(models.Model):
    """One fact as it was and as it is now.

    It holds what people wrote, so it lies here and not in the trail: it goes when the
    application goes.
    """

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="corrections"
    )
    # Who somebody is: never shown to those from whom names are hidden.
    identifying = models.BooleanField(default=False)
    fact = models.CharField(_("what"), max_length=200)
    old = models.TextField(_("before"), blank=True)
    new = models.TextField(_("after"), blank=True)
    # Who of ours put it right; nobody where the applicant did.
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("correction")
        indexes = [
            models.Index(fields=["application", "at"], name="candidates_correction_at")
        ]

    def __str__(self) -> str:
        return f"correction #{self.pk}"
