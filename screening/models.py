"""Judgements: evidence, its evaluation, corrections by people, scenarios taken."""

from typing import Any, ClassVar

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from backoffice_ats.shared.models import TimeStampedModel
from screening.enums import Verdict
from screening.querysets import EvaluationQuerySet, WorkQuerySet


class Work(models.Model):
    """What is still to be evaluated: a counter that the database keeps.

    Whoever changes something an application is judged by raises `wanted` in the same
    transaction. An evaluation sets `done` to the `wanted` it began with, so a change
    that comes meanwhile is seen, and a late writer changes nothing.
    """

    application = models.OneToOneField(
        "candidates.Application", on_delete=models.CASCADE, related_name="work_row"
    )
    position = models.ForeignKey(
        "positions.Position", on_delete=models.CASCADE, related_name="+"
    )
    wanted = models.PositiveBigIntegerField(default=1)
    done = models.PositiveBigIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    last_error = models.CharField(max_length=200, blank=True)

    objects: ClassVar[Any] = WorkQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["next_try_at"],
                condition=models.Q(done__lt=models.F("wanted")),
                name="screening_work_due",
            ),
            models.Index(
                fields=["position"],
                condition=models.Q(done__lt=models.F("wanted")),
                name="screening_work_position",
            ),
        ]

    def __str__(self) -> str:
        return f"work of application #{self.application_id}"


class Board(models.Model):
    """Which plan version a position's ranking shows.

    While a new version is being evaluated the old order stays whole; the board turns
    to the new one when everybody has been judged by it.
    """

    position = models.OneToOneField(
        "positions.Position", on_delete=models.CASCADE, related_name="board"
    )
    plan_version = models.ForeignKey(
        "positions.PlanVersion", on_delete=models.PROTECT, related_name="+"
    )
    shown_since = models.DateTimeField()

    def __str__(self) -> str:
        return f"board of #{self.position_id}"


class Heartbeat(models.Model):
    """When the sweeper was last alive (one row)."""

    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(pk=1), name="screening_heartbeat_only_one"
            )
        ]

    def __str__(self) -> str:
        return "heartbeat"


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


class Attempt(TimeStampedModel):
    """One applicant's way through the scenarios: every answer saved at once."""

    application = models.OneToOneField(
        "candidates.Application", on_delete=models.CASCADE, related_name="attempt"
    )
    instrument = models.CharField(max_length=40)  # name and version of the form
    seed = models.PositiveBigIntegerField()  # of the order of scenarios and options
    # {scenario key: {option key: 1..7}}
    answers = models.JSONField(default=dict)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    # 0 to 10,000 once finished and scorable; the reason when it is not.
    score = models.PositiveSmallIntegerField(null=True, blank=True)
    not_scorable = models.CharField(max_length=60, blank=True)
    diagnostics = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"attempt of application #{self.application_id}"
