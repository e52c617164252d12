"""What a position asks in its own words, beside what the form always asks."""

from typing import Any, ClassVar

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from positions.enums import QuestionKind
from positions.models.criterion import Criterion
from positions.models.position import Position
from positions.models.tracking import tracked
from positions.querysets import QuestionQuerySet


@tracked()
class Question(models.Model):
    """One question of the form. People read the answer; no score comes of it.

    Once somebody has begun to apply, what is asked stays as it was asked: a change
    makes a new question, and the old one is kept as `retired`.
    """

    position = models.ForeignKey(
        Position, on_delete=models.CASCADE, related_name="questions"
    )
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(
        _("kind of answer"), max_length=8, choices=QuestionKind.choices
    )
    text = models.CharField(_("question"), max_length=300)
    guidance = models.CharField(_("hint"), max_length=400, blank=True)
    required = models.BooleanField(_("has to be answered"), default=False)
    options = models.JSONField(_("answers to choose from"), default=list, blank=True)
    # Of a long answer; its limit stands beside the field.
    most_words = models.PositiveSmallIntegerField(
        _("most words"), null=True, blank=True, validators=[MaxValueValidator(500)]
    )
    # Beside which criterion people read the answer; empty is "not scored".
    criterion = models.ForeignKey(
        Criterion,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="questions",
    )
    retired = models.BooleanField(_("asked no more"), default=False)

    objects: ClassVar[Any] = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(kind__in=["CHOICE", "MANY"])
                | ~models.Q(options=[]),
                name="positions_question_options",
            )
        ]
        indexes = [
            models.Index(fields=["position", "order"], name="positions_question_order")
        ]

    def __str__(self) -> str:
        return self.text
