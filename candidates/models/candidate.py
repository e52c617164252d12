"""Who applies."""

from typing import Any, ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from backoffice_ats.shared.models import TimeStampedModel
from candidates.querysets import CandidateQuerySet


class Candidate(TimeStampedModel):
    """A person. What can be known of them only through an application stays there."""

    name = models.CharField(_("full name"), max_length=200)
    email = models.EmailField(_("email address"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    city = models.CharField(_("town or city"), max_length=120, blank=True)
    # By what duplicates are found; written with the above by `services.persons`.
    email_key = models.CharField(max_length=320, blank=True, db_default="")
    phone_key = models.CharField(max_length=20, blank=True, db_default="")
    # Somebody found to be another person we have, whose applications went there. The
    # row waits to be needed again; see `services.merging`.
    merged_into = models.ForeignKey(
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="merged_from",
    )

    objects: ClassVar[Any] = CandidateQuerySet.as_manager()

    class Meta:
        verbose_name = _("candidate")
        verbose_name_plural = _("candidates")
        permissions = [("erase_person", "Can erase people and hold what must be kept")]
        indexes = [
            models.Index(Lower("email"), name="candidates_candidate_email"),
            models.Index(
                fields=["email_key"],
                condition=~models.Q(email_key=""),
                name="candidates_candidate_email_key",
            ),
            models.Index(
                fields=["phone_key"],
                condition=~models.Q(phone_key=""),
                name="candidates_candidate_phone_key",
            ),
            GinIndex(
                fields=["name"],
                opclasses=["gin_trgm_ops"],
                name="candidates_candidate_name",
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.pk} {self.name}"

    def get_absolute_url(self) -> str:
        return reverse("candidates:person", args=[self.pk])
