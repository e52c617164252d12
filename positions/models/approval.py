"""Who must agree before a position is published, and what they said."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from backoffice_ats.accounts.enums import Role
from positions.enums import ApprovalState
from positions.models.position import Position
from positions.models.tracking import tracked
from positions.querysets import ApprovalQuerySet


class Approver(models.Model):
    """Who may approve: one person, or anybody of a role."""

    approver = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    role = models.CharField(max_length=20, choices=Role.choices, blank=True)

    class Meta:
        abstract = True

    @property
    def who(self) -> str:
        """Name the person or the role, as in "Waiting for approval by …"."""
        return str(self.approver) if self.approver else str(self.get_role_display())


@tracked()
class ApprovalStep(Approver):
    """One step of the organisation's chain; `order` counts from 1."""

    order = models.PositiveSmallIntegerField()
    label = models.CharField(_("what is approved"), max_length=80)

    class Meta:
        verbose_name = _("step of approval")
        constraints = [
            models.UniqueConstraint(
                fields=["order"],
                name="positions_approvalstep_order",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                condition=models.Q(approver__isnull=False, role="")
                | (models.Q(approver__isnull=True) & ~models.Q(role="")),
                name="positions_approvalstep_person_or_role",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.order}. {self.label}"


class ApprovalRound(models.Model):
    """One request for approval, and what it was asked for. Its steps are tracked.

    `terms` are the pay, the openings and the requirements as they stood
    (`positions.services.terms`); those of the newest granted round are in force.
    """

    position = models.ForeignKey(
        Position, on_delete=models.CASCADE, related_name="rounds"
    )
    number = models.PositiveSmallIntegerField()
    terms = models.JSONField()
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=ApprovalState.choices,
        default=ApprovalState.WAITING,
    )
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    sent_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("request for approval")
        constraints = [
            models.UniqueConstraint(
                fields=["position", "number"], name="positions_approvalround_number"
            ),
            models.UniqueConstraint(
                fields=["position"],
                condition=models.Q(state=ApprovalState.WAITING),
                name="positions_approvalround_one_runs",
            ),
        ]

    def __str__(self) -> str:
        return f"approval {self.number} of #{self.position_id}"


@tracked()
class Approval(Approver):
    """One step of one request: who was asked, and what they answered."""

    round = models.ForeignKey(
        ApprovalRound, on_delete=models.CASCADE, related_name="approvals"
    )
    # The round's, kept here so that the trail knows whose line this is.
    position = models.ForeignKey(
        Position, on_delete=models.CASCADE, related_name="approvals"
    )
    order = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=80)
    state = models.CharField(
        _("answer"),
        max_length=10,
        choices=ApprovalState.choices,
        default=ApprovalState.WAITING,
    )
    comment = models.TextField(_("comment"), max_length=1_000, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Any] = ApprovalQuerySet.as_manager()

    class Meta:
        verbose_name = _("approval")
        constraints = [
            models.UniqueConstraint(
                fields=["round", "order"], name="positions_approval_order"
            ),
            models.CheckConstraint(
                condition=models.Q(approver__isnull=False, role="")
                | (models.Q(approver__isnull=True) & ~models.Q(role="")),
                name="positions_approval_person_or_role",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    state__in=[ApprovalState.WAITING, ApprovalState.WITHDRAWN]
                )
                | models.Q(decided_by__isnull=False, decided_at__isnull=False),
                name="positions_approval_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=ApprovalState.SENT_BACK)
                | ~models.Q(comment=""),
                name="positions_approval_sent_back_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label}: {self.state}"


class PositionComment(models.Model):
    """A remark of a colleague about a position; never shown outside."""

    position = models.ForeignKey(
        Position, on_delete=models.CASCADE, related_name="comments"
    )
    text = models.TextField(_("comment"), max_length=1_000)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"comment #{self.pk}"
