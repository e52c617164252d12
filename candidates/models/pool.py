"""Who agreed to be kept in mind for other jobs, and until when."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from backoffice_ats.shared.models import TimeStampedModel
from candidates.models.application import Application
from candidates.querysets import PoolConsentQuerySet


class PoolConsent(TimeStampedModel):
    """A consent with an end, given on the page of one application.

    It keeps that person's data from being erased until it ends, and nothing else.
    """

    application = models.OneToOneField(
        Application, on_delete=models.CASCADE, related_name="pool_consent"
    )
    given_at = models.DateTimeField()
    # The last day.
    until = models.DateField(_("until"))
    # When they were asked whether to go on.
    asked_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Any] = PoolConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent to be kept in mind")
        verbose_name_plural = _("consents to be kept in mind")
        indexes = [models.Index(fields=["until"], name="candidates_pool_until")]

    def __str__(self) -> str:
        return f"consent of #{self.application_id} until {self.until}"
