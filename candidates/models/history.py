"""What somebody told of their work and study, and of the duties."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from candidates.enums import EntrySource
from candidates.models.application import Application
from positions.enums import ANSWERS, EDUCATION_LEVELS


class WorkEntry(models.Model):
    """A job in somebody's history."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="work"
    )
    order = models.PositiveSmallIntegerField()
    title = models.CharField(_("job title"), max_length=160)
    employer = models.CharField(_("employer"), max_length=160, blank=True)
    starts_on = models.DateField(_("from"), null=True, blank=True)
    # The last day; empty with `current` while the job goes on.
    ends_on = models.DateField(_("to"), null=True, blank=True)
    current = models.BooleanField(_("I still work here"), default=False)
    hours_per_week = models.DecimalField(
        _("hours a week"),
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(80)],
    )
    text = models.TextField(_("what you did"), max_length=4_000, blank=True)
    precision = models.CharField(max_length=10, default="MONTH")  # DAY, MONTH, YEAR
    source = models.CharField(
        max_length=10, choices=EntrySource.choices, default=EntrySource.FORM
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["application", "source", "order"],
                name="candidates_workentry_order",
            )
        ]

    def __str__(self) -> str:
        return f"work #{self.pk}"


class WorkDuty(models.Model):
    """A duty of the position that a job involved, and how much of the time."""

    entry = models.ForeignKey(
        WorkEntry, on_delete=models.CASCADE, related_name="duties"
    )
    duty = models.ForeignKey(
        "positions.Duty", on_delete=models.CASCADE, related_name="+"
    )
    share = models.PositiveSmallIntegerField(
        _("per cent of the time"), default=100, validators=[MaxValueValidator(100)]
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "duty"], name="candidates_workduty_once"
            )
        ]

    def __str__(self) -> str:
        return f"duty {self.duty_id} in work #{self.entry_id}"


class EducationEntry(models.Model):
    """A course of study in somebody's history; their own words are kept."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="studies"
    )
    order = models.PositiveSmallIntegerField()
    name = models.CharField(_("qualification"), max_length=200)
    institution = models.CharField(
        _("school or university"), max_length=200, blank=True
    )
    field = models.CharField(_("main subject"), max_length=120, blank=True)
    level = models.PositiveSmallIntegerField(
        _("level"), choices=EDUCATION_LEVELS, null=True, blank=True
    )
    finished = models.BooleanField(_("finished"), default=True)
    # Credits earned when not finished, or known; 30 credits make an academic year.
    credits = models.PositiveSmallIntegerField(
        _("credits"), null=True, blank=True, validators=[MaxValueValidator(600)]
    )
    source = models.CharField(
        max_length=10, choices=EntrySource.choices, default=EntrySource.FORM
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["application", "source", "order"],
                name="candidates_educationentry_order",
            )
        ]

    def __str__(self) -> str:
        return f"study #{self.pk}"


class Accomplishment(models.Model):
    """One real achievement for one scored duty, in the applicant's words."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="accomplishments"
    )
    duty = models.ForeignKey(
        "positions.Duty", on_delete=models.CASCADE, related_name="+"
    )
    text = models.TextField(max_length=2_000)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["application", "duty"], name="candidates_accomplishment_once"
            )
        ]

    def __str__(self) -> str:
        return f"accomplishment #{self.pk}"


class RequirementAnswer(models.Model):
    """What somebody said of a skill, licence, language or condition of the job.

    `level` is on the scale of the requirement's kind, 0 for none; `valid_until` is the
    last day of a licence.
    """

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="requirement_answers"
    )
    requirement = models.ForeignKey(
        "positions.Requirement", on_delete=models.PROTECT, related_name="+"
    )
    answer = models.CharField(_("answer"), max_length=12, choices=ANSWERS, blank=True)
    level = models.PositiveSmallIntegerField(_("level"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)

    class Meta:
        verbose_name = _("answer to a requirement")
        verbose_name_plural = _("answers to requirements")
        constraints = [
            models.UniqueConstraint(
                fields=["application", "requirement"],
                name="candidates_requirementanswer_once",
            ),
            models.CheckConstraint(
                condition=models.Q(level__isnull=True) | models.Q(level__lte=6),
                name="candidates_requirementanswer_level",
            ),
        ]

    def __str__(self) -> str:
        return f"answer #{self.pk}"
