"""People, their applications, and what they told us."""

from typing import Any, ClassVar

import pghistory
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models.functions import Lower, Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from backoffice_ats.shared.models import TimeStampedModel
from candidates.enums import (
    STATUSES,
    DocumentState,
    EntrySource,
    LetterKind,
    ReasonCode,
)
from candidates.querysets import (
    ApplicationQuerySet,
    DocumentQuerySet,
    LetterQuerySet,
)
from candidates.stages import Status
from positions.enums import ANSWERS, EDUCATION_LEVELS


class Candidate(TimeStampedModel):
    """A person. What can be known of them only through an application stays there."""

    name = models.CharField(_("full name"), max_length=200)
    email = models.EmailField(_("email address"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    city = models.CharField(_("town or city"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("candidate")
        verbose_name_plural = _("candidates")
        indexes = [models.Index(Lower("email"), name="candidates_candidate_email")]

    def __str__(self) -> str:
        return f"#{self.pk} {self.name}"


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
        # Nothing that anybody decides by.
        "scenarios_begun_at",
        "scenarios_done_at",
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

    # What the applicant's own page says of the scenarios; the answers are elsewhere.
    scenarios_begun_at = models.DateTimeField(null=True, blank=True)
    scenarios_done_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Any] = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        permissions = [
            ("decide_application", "Can move and decide applications"),
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


class Document(TimeStampedModel):
    """A file somebody sent; the bytes are on disk before this row exists."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="documents"
    )
    name = models.CharField(_("file name"), max_length=255)
    file = models.FileField(upload_to="", max_length=120)
    kind = models.CharField(max_length=10)  # PDF, DOCX, TXT: what it is by content
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    state = models.CharField(
        max_length=12, choices=DocumentState.choices, default=DocumentState.WAITING
    )
    reason = models.CharField(max_length=60, blank=True)
    text = models.TextField(blank=True)
    # The parsed CV (`candidates.cv.values.Resume` as JSON), null until it is read.
    reading = models.JSONField(null=True, blank=True)
    reader_version = models.CharField(max_length=20, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    # The work row: the sweeper rings again while the state is WAITING.
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()

    objects: ClassVar[Any] = DocumentQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["next_try_at"],
                condition=models.Q(state="WAITING"),
                name="candidates_document_waiting",
            )
        ]

    def __str__(self) -> str:
        return f"document #{self.pk}"


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


class Letter(TimeStampedModel):
    """An e-mail that must be sent: a worker sends it, the sweeper sees to it."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="letters"
    )
    kind = models.CharField(max_length=20, choices=LetterKind.choices)
    to = models.EmailField()
    subject = models.CharField(max_length=200)
    body = models.TextField()
    sent_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    last_error = models.CharField(max_length=200, blank=True)

    objects: ClassVar[Any] = LetterQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["application", "kind"],
                condition=models.Q(kind="RECEIPT"),
                name="candidates_letter_one_receipt",
            )
        ]
        indexes = [
            models.Index(
                fields=["next_try_at"],
                condition=models.Q(sent_at__isnull=True),
                name="candidates_letter_unsent",
            )
        ]

    def __str__(self) -> str:
        return f"letter #{self.pk}"


class RateBucket(models.Model):
    """A token bucket in PostgreSQL: limits hold while Redis is away."""

    key = models.CharField(max_length=64, primary_key=True)
    tokens = models.FloatField()
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("rate limit")

    def __str__(self) -> str:
        return self.key[:8]
