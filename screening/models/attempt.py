"""The scenarios as applicants take them, and what assessments found."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from backoffice_ats.shared.models import TimeStampedModel
from screening.enums import Method


class Screening(TimeStampedModel):
    """Which form a position's applicants take, and what they are told afterwards."""

    position = models.OneToOneField(
        "positions.Position", on_delete=models.CASCADE, related_name="screening"
    )
    # The name of a form that comes with this, or "own:KEY" of the organisation's.
    form = models.CharField(_("form"), max_length=60)
    # From then on applicants who finished read how they did, per dimension.
    feedback_from = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"screening of position #{self.position_id}"


class Attempt(TimeStampedModel):
    """One applicant's way through the scenarios: every answer saved at once."""

    application = models.OneToOneField(
        "candidates.Application", on_delete=models.CASCADE, related_name="attempt"
    )
    instrument = models.CharField(max_length=60)  # the form, as `Screening.form`
    seed = models.PositiveBigIntegerField()  # of the order of scenarios and options
    # {scenario key: {option key: 1..7}}, or of picks {scenario key: {"best": option key}}
    answers = models.JSONField(default=dict)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    # 0 to 10,000 once finished and scorable; the reason when it is not.
    score = models.PositiveSmallIntegerField(null=True, blank=True)
    not_scorable = models.CharField(max_length=60, blank=True)
    diagnostics = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"attempt of application #{self.application_id}"


class Measure(models.Model):
    """What an assessment found about one applicant, ready to be judged by.

    `subject` says about what: nothing for the whole, else a dimension or a duty. Each
    method writes its own rows when it has something new, in the transaction that raises
    the work counter; an evaluation reads these and never an answer.
    """

    application = models.ForeignKey(
        "candidates.Application", on_delete=models.CASCADE, related_name="measures"
    )
    method = models.CharField(max_length=12, choices=Method.choices)
    subject = models.CharField(max_length=40, blank=True)
    # Hundredths of a point; nothing where it cannot be said, with the reason.
    value = models.PositiveSmallIntegerField(null=True, blank=True)
    error = models.PositiveSmallIntegerField(default=0)  # standard error, hundredths
    count = models.PositiveSmallIntegerField(default=0)  # answers it rests on
    reason = models.CharField(max_length=40, blank=True)
    public = models.BooleanField(default=False)  # anybody can read the key
    at = models.DateTimeField()

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["application", "method", "subject"],
                name="screening_measure_once",
            ),
            models.CheckConstraint(
                condition=models.Q(value__isnull=True) | models.Q(value__lte=10_000),
                name="screening_measure_value",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.method} of application #{self.application_id}"
