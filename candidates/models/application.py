"""One person's candidacy for one position, and how it moved."""

from typing import Any, ClassVar

import pghistory
from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from backoffice_ats.shared.models import TimeStampedModel
from candidates.enums import STATUSES, ReasonCode
from candidates.models.candidate import Candidate
from candidates.models.stage import Stage
from candidates.querysets import ApplicationQuerySet
from candidates.stages import Status


@pghistory.track(
    pghistory.InsertEvent(),
    pghistory.UpdateEvent(),
    pghistory.DeleteEvent(),
    # No personal data in the trail: it outlives the record.
    exclude=[
        "answers",
        "link_digest",
        "note",
        "begun_at",
        "next_action",
        "link_version",
        "link_expires_at",
        "reminded_at",
        # Nothing that anybody decides by.
        "scenarios_begun_at",
        "scenarios_done_at",
        "references_asked_at",
        "times_asked_at",
    ],
)
class Application(TimeStampedModel):
    """One person's candidacy for one position.

    While it is a draft there is no candidate and `answers` holds what was typed so
    far, page by page. Submitting turns the answers into rows, in one transaction.
    """

    position = models.ForeignKey(
        "positions.Position", on_delete=models.PROTECT, related_name="applications"
    )
    candidate = models.ForeignKey(
        Candidate,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="applications",
    )
    status = models.CharField(
        _("status"), max_length=20, choices=STATUSES, default=Status.DRAFT.value
    )
    # The panel's word for where it stands; none where the position has no own ones.
    stage = models.ForeignKey(
        Stage,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="applications",
    )
    reference = models.CharField(
        _("reference number"), max_length=20, unique=True, null=True, blank=True
    )
    # What a blind panel reads instead of a name; drawn at random, carries no order.
    code = models.CharField(_("code"), max_length=8, blank=True)
    # By which way it came in: FORM, DEMO, or what an import calls itself.
    source = models.CharField(max_length=60, blank=True)
    # Where the applicant found the job (`?src=` of the link they followed first).
    source_token = models.CharField(_("came from"), max_length=40, blank=True)
    answers = models.JSONField(default=dict, blank=True)
    # SHA-256 of the secret in the applicant's link; the secret is nowhere stored.
    link_digest = models.CharField(max_length=64, unique=True, null=True, blank=True)
    # One import of one file makes one application, however often it is run.
    import_key = models.CharField(max_length=64, unique=True, null=True, blank=True)
    suspected_spam = models.BooleanField(default=False)
    # The first application with the same address for the same position. Only staff
    # ever learn of it: a stranger must not find out who has applied.
    duplicate_of = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="duplicates",
    )

    # By the database's clock, which also says when a position closes.
    begun_at = models.DateTimeField(db_default=Now())
    submitted_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    reason_code = models.CharField(
        _("reason"), max_length=30, choices=ReasonCode.choices, blank=True
    )
    note = models.TextField(_("note for the file"), max_length=2_000, blank=True)
    outcome_sent_at = models.DateTimeField(null=True, blank=True)

    # Who is to do what next, and by when.
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="owned_applications",
    )
    next_action = models.CharField(_("next action"), max_length=200, blank=True)
    next_action_on = models.DateField(_("by"), null=True, blank=True)

    # A newer number makes older links worthless; see `candidates.services.links`.
    link_version = models.PositiveSmallIntegerField(default=0)
    link_expires_at = models.DateTimeField(null=True, blank=True)
    # When a draft was reminded that the position closes soon.
    reminded_at = models.DateTimeField(null=True, blank=True)

    # What the applicant's own page says of the scenarios; the answers are elsewhere.
    scenarios_begun_at = models.DateTimeField(null=True, blank=True)
    scenarios_done_at = models.DateTimeField(null=True, blank=True)
    # The same of references: since when somebody is to name referees.
    references_asked_at = models.DateTimeField(null=True, blank=True)
    # And of interviews: since when somebody is to choose a time.
    times_asked_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Any] = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        permissions = [
            ("decide_application", "Can move and decide applications"),
            ("export_application", "Can take applications out as a file"),
            ("view_equality", "Can see the counts of the voluntary answers"),
            ("reveal_application", "Can see who a blind application is from"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status=Status.DRAFT.value)
                | models.Q(
                    candidate__isnull=False,
                    submitted_at__isnull=False,
                    reference__isnull=False,
                ),
                name="candidates_application_submitted_is_whole",
            ),
            # A negative decision needs a person and a reason.
            models.CheckConstraint(
                condition=~models.Q(status=Status.NOT_SELECTED.value)
                | (
                    models.Q(decided_by__isnull=False, decided_at__isnull=False)
                    & ~models.Q(reason_code="")
                ),
                name="candidates_application_no_without_person_and_reason",
            ),
            models.UniqueConstraint(
                fields=["position", "code"],
                condition=~models.Q(code=""),
                name="candidates_application_code",
            ),
        ]
        indexes = [
            models.Index(fields=["position", "status"], name="candidates_app_status"),
            models.Index(fields=["-submitted_at", "-id"], name="candidates_app_newest"),
            models.Index(fields=["code"], name="candidates_app_code"),
            models.Index(
                fields=["position", "-submitted_at"], name="candidates_app_submitted"
            ),
        ]

    def __str__(self) -> str:
        return self.reference or f"draft #{self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("screening:application", args=[self.pk])


class Seat(models.Model):
    """Who fills an opening, since when; freed by deleting it."""

    opening = models.OneToOneField(
        "positions.Opening", on_delete=models.PROTECT, related_name="seat"
    )
    application = models.OneToOneField(
        Application, on_delete=models.CASCADE, related_name="seat"
    )
    filled_at = models.DateTimeField()
    starts_on = models.DateField(_("first day at work"), null=True, blank=True)

    class Meta:
        verbose_name = _("filled opening")

    def __str__(self) -> str:
        return f"seat of #{self.application_id}"


@pghistory.track(pghistory.InsertEvent())
class StatusChange(models.Model):
    """A move of an application: from, to, by whom, why, when. Never changed."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="changes"
    )
    old = models.CharField(max_length=20, choices=STATUSES)
    new = models.CharField(max_length=20, choices=STATUSES)
    # The name of the position's own stage, as it was called then.
    stage = models.CharField(max_length=40, blank=True)
    # Nobody when the applicant moved it: submitted, withdrew, declined.
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    reason_code = models.CharField(
        max_length=30, choices=ReasonCode.choices, blank=True
    )
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(new=Status.NOT_SELECTED.value)
                | (models.Q(by__isnull=False) & ~models.Q(reason_code="")),
                name="candidates_statuschange_no_needs_person_and_reason",
            )
        ]
        indexes = [
            models.Index(fields=["application", "at"], name="candidates_change_at")
        ]

    def __str__(self) -> str:
        return f"{self.old} → {self.new} of #{self.application_id}"
