"""The organisation's own scenarios: written, rated by experts, frozen with a key.

Keys, and the ratings they are made of, stand here sealed (see `services.sealing`): a
copy of the database does not tell the right answers.
"""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from backoffice_ats.shared.models import TimeStampedModel
from positions.enums import DIMENSIONS
from screening.enums import ANSWER_FORMATS, SCORINGS, FormState
from screening.instruments import AnswerFormat, Scoring
from screening.models.guest import Guest


class Form(TimeStampedModel):
    """A version of a questionnaire. Once frozen it is never changed: it gets a version."""

    title = models.CharField(_("title"), max_length=120)
    key = models.CharField(max_length=40)  # made once, the same for all versions
    version = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(
        max_length=8, choices=FormState.choices, default=FormState.DRAFT
    )
    answer_format = models.CharField(
        _("how people answer"),
        max_length=12,
        choices=ANSWER_FORMATS,
        default=AnswerFormat.RATE,
    )
    scoring = models.CharField(
        _("how it is scored"),
        max_length=12,
        choices=SCORINGS,
        default=Scoring.PROFILE,
    )
    sealed_key = models.TextField(blank=True)
    # What the panel of experts came to, without the key: count, ICC(2,k), kept, dropped.
    panel = models.JSONField(default=dict, blank=True)
    digest = models.CharField(max_length=64, blank=True)  # SHA-256 of texts and key
    frozen_at = models.DateTimeField(null=True, blank=True)
    frozen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    retired_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        verbose_name = _("form of scenarios")
        permissions = [("edit_form", "Can write scenarios and freeze their key")]
        constraints = [
            models.UniqueConstraint(
                fields=["key", "version"], name="screening_form_version"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=[FormState.DRAFT, FormState.RATING])
                | (
                    models.Q(frozen_at__isnull=False)
                    & ~models.Q(sealed_key="")
                    & ~models.Q(digest="")
                ),
                name="screening_form_frozen_with_key",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.version}"

    @property
    def name(self) -> str:
        """Return what positions and attempts call it."""
        return f"own:{self.key}-{self.version}"

    @property
    def is_open(self) -> bool:
        """Whether its words may still be changed."""
        return self.state == FormState.DRAFT


class Scenario(models.Model):
    """A situation at work."""

    form = models.ForeignKey(Form, on_delete=models.CASCADE, related_name="scenarios")
    order = models.PositiveSmallIntegerField(default=0)
    dimension = models.CharField(
        _("what it is about"), max_length=15, choices=DIMENSIONS
    )
    stem = models.TextField(_("the situation"), max_length=700)
    # Taken out after the freeze: nobody gets it any more, what was answered counts.
    retired_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return f"scenario #{self.pk}"


class Option(models.Model):
    """A reply to a situation."""

    scenario = models.ForeignKey(
        Scenario, on_delete=models.CASCADE, related_name="options"
    )
    order = models.PositiveSmallIntegerField(default=0)
    text = models.CharField(_("reply"), max_length=300)
    # Shown to applicants, but not scored: why experts could not agree on it.
    dropped = models.CharField(max_length=12, blank=True)

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return f"option #{self.pk}"


class Expert(Guest):
    """Somebody who knows the work and says by link how effective each reply is."""

    form = models.ForeignKey(Form, on_delete=models.CASCADE, related_name="experts")
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    sealed_ratings = models.TextField(blank=True)
    rated = models.PositiveSmallIntegerField(default=0)  # replies

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["form", "email"], name="screening_expert_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["next_try_at"],
                condition=models.Q(sent_at__isnull=True),
                name="screening_expert_waiting",
            )
        ]

    def __str__(self) -> str:
        return f"expert #{self.pk}"
