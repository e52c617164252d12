"""Judgements: evidence, its evaluation, corrections by people."""

from typing import Any, ClassVar

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from backoffice_ats.shared.models import TimeStampedModel
from screening.enums import Verdict
from screening.querysets import EvaluationQuerySet


class Evidence(models.Model):
    """What an application shows, extracted once and stored as small numbers.

    `facts` holds months per kind of work, credits and duty strengths as integers; an
    evaluation reads these and never a text. Names, addresses, institutions and dates of
    graduation never get in. `basis` says what it was matched against: a plan version
    that changes weights alone needs no new extraction. Deleted when what an applicant
    told changes, in the same transaction.
    """

    application = models.OneToOneField(
        "candidates.Application", on_delete=models.CASCADE, related_name="evidence"
    )
    plan_version = models.ForeignKey(
        "positions.PlanVersion", on_delete=models.CASCADE, related_name="+"
    )
    facts = models.JSONField()
    # SHA-256 of duties, requirements, day of reference and engine version.
    basis = models.CharField(max_length=64, default="")
    engine_version = models.CharField(max_length=20)
    extracted_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"evidence of application #{self.application_id}"


class Evaluation(models.Model):
    """The current result of one application under one plan version.

    An older version's row stays until the board has turned to the newer one. Scores are
    hundredths of a point (0 to 10,000). The order is derived from these
    rows when read and is stored nowhere.
    """

    application = models.ForeignKey(
        "candidates.Application", on_delete=models.CASCADE, related_name="evaluations"
    )
    position = models.ForeignKey(
        "positions.Position", on_delete=models.CASCADE, related_name="evaluations"
    )
    plan_version = models.ForeignKey(
        "positions.PlanVersion", on_delete=models.PROTECT, related_name="evaluations"
    )
    essential_not_met = models.BooleanField()
    complete = models.BooleanField()
    score = models.PositiveSmallIntegerField()
    low = models.PositiveSmallIntegerField()
    high = models.PositiveSmallIntegerField()
    # Per criterion: key, verdict, score, low, high, source, arithmetic.
    results = models.JSONField()
    # The criteria's scores in the plan's order, for figures over everybody.
    scores = ArrayField(models.PositiveSmallIntegerField(), default=list)
    # Keyed hash: the order inside a tie is never a name or an arrival.
    tie_key = models.CharField(max_length=16)
    engine_version = models.CharField(max_length=20)
    inputs_digest = models.CharField(max_length=64)
    evaluated_at = models.DateTimeField()

    objects: ClassVar[Any] = EvaluationQuerySet.as_manager()

    class Meta:
        verbose_name = _("evaluation")
        verbose_name_plural = _("evaluations")
        indexes = [
            models.Index(
                "position",
                "plan_version",
                "essential_not_met",
                models.F("score").desc(),
                "tie_key",
                name="screening_evaluation_order",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "plan_version"],
                name="screening_evaluation_once",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    low__lte=models.F("score"),
                    high__gte=models.F("score"),
                    high__lte=10_000,
                ),
                name="screening_evaluation_bounds",
            ),
        ]

    def __str__(self) -> str:
        return f"evaluation of application #{self.application_id}"


@pghistory.track(
    pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent()
)
class Override(TimeStampedModel):
    """A person's correction of one criterion; the computed value is kept beside it."""

    application = models.ForeignKey(
        "candidates.Application", on_delete=models.CASCADE, related_name="overrides"
    )
    # The criterion's id in the frozen plan.
    criterion = models.PositiveBigIntegerField()
    verdict = models.CharField(_("verdict"), max_length=10, choices=Verdict.choices)
    # Points of the anchored scale where a person rated the thing itself: a work sample.
    score = models.PositiveSmallIntegerField(
        _("score"), null=True, blank=True, validators=[MaxValueValidator(100)]
    )
    reason = models.CharField(_("reason"), max_length=500)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        permissions = [("correct_evaluation", "Can correct a criterion's verdict")]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "criterion"], name="screening_override_once"
            ),
            models.CheckConstraint(
                condition=models.Q(score__isnull=True) | models.Q(score__lte=100),
                name="screening_override_score",
            ),
        ]

    def __str__(self) -> str:
        return f"override of #{self.criterion} for application #{self.application_id}"
