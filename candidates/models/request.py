"""What applicants ask of us."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from backoffice_ats.shared.models import TimeStampedModel
from candidates.enums import RequestKind
from candidates.models.application import Application
from candidates.querysets import RequestQuerySet


class ApplicantRequest(TimeStampedModel):
    """Something an applicant asked for, and what was answered.

    Nobody on a panel ever sees one: what somebody needs in order to take part says
    nothing about how well they would do the work.
    """

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="requests"
    )
    kind = models.CharField(_("kind"), max_length=20, choices=RequestKind.choices)
    text = models.TextField(_("what they wrote"), max_length=4_000, blank=True)
    asked_at = models.DateTimeField()
    due_on = models.DateField(_("answer by"))
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    answer = models.TextField(_("answer"), max_length=4_000, blank=True)

    objects: ClassVar[Any] = RequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request of an applicant")
        verbose_name_plural = _("requests of applicants")
        permissions = [("answer_request", "Can read and answer requests of applicants")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answered_at__isnull=True)
                | models.Q(answered_by__isnull=False),
                name="candidates_applicantrequest_answer_has_a_person",
            )
        ]
        indexes = [
            models.Index(
                fields=["due_on"],
                condition=models.Q(answered_at__isnull=True),
                name="candidates_request_open",
            )
        ]

    def __str__(self) -> str:
        return f"request #{self.pk}"
