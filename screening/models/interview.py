"""Structured interviews: the kit of a position, and what each rater heard."""

from typing import Any, ClassVar

import pghistory
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from backoffice_ats.shared.models import TimeStampedModel
from positions.enums import DIMENSIONS
from screening.enums import QUESTION_KINDS

RATING = [MinValueValidator(1), MaxValueValidator(5)]


class KitQuestion(TimeStampedModel):
    """A question that everybody is asked, with anchors, for one criterion."""

    position = models.ForeignKey(
        "positions.Position", on_delete=models.CASCADE, related_name="kit"
    )
    order = models.PositiveSmallIntegerField(default=0)
    # The criterion's id in the plan: what the answer is evidence of.
    criterion = models.PositiveBigIntegerField()
    dimension = models.CharField(
        _("side of working with others"),
        max_length=15,
        choices=DIMENSIONS,
        blank=True,
    )
    kind = models.CharField(_("kind"), max_length=10, choices=QUESTION_KINDS)
    text = models.TextField(_("question"), max_length=400)
    low = models.CharField(_("1 means"), max_length=300)
    mid = models.CharField(_("3 means"), max_length=300)
    high = models.CharField(_("5 means"), max_length=300)
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), default=6, validators=[MaxValueValidator(60)]
    )

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        ordering = ["order", "pk"]
        permissions = [("rate_interview", "Can rate an interview")]

    def __str__(self) -> str:
        return f"question #{self.pk}"


class Scorecard(TimeStampedModel):
    """What one rater heard from one applicant; locked once it is handed in."""

    application = models.ForeignKey(
        "candidates.Application", on_delete=models.CASCADE, related_name="scorecards"
    )
    rater = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="scorecards"
    )
    begun_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)
    # From then on they may have seen what others said.
    revealed_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["application", "rater"], name="screening_scorecard_once"
            )
        ]

    def __str__(self) -> str:
        return f"scorecard #{self.pk}"


@pghistory.track(pghistory.UpdateEvent(), exclude=["notes", "reason"])
class InterviewRating(models.Model):
    """The rating of one answer. A change after handing in keeps both and the reason."""

    scorecard = models.ForeignKey(
        Scorecard, on_delete=models.CASCADE, related_name="ratings"
    )
    question = models.ForeignKey(
        KitQuestion, on_delete=models.PROTECT, related_name="ratings"
    )
    rating = models.PositiveSmallIntegerField(null=True, blank=True, validators=RATING)
    notes = models.TextField(_("notes"), max_length=4_000, blank=True)
    first_rating = models.PositiveSmallIntegerField(null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["scorecard", "question"], name="screening_rating_once"
            ),
            models.CheckConstraint(
                condition=models.Q(rating__isnull=True)
                | models.Q(rating__gte=1, rating__lte=5),
                name="screening_rating_scale",
            ),
        ]

    def __str__(self) -> str:
        return f"rating #{self.pk}"
