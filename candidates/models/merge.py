"""Two people who may be one, and those whom somebody found to be one."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from candidates.enums import SIGNS
from candidates.models.candidate import Candidate
from candidates.querysets import MergeQuerySet, PairQuerySet


class Pair(models.Model):
    """Two people who may be one, and why. Derived, but for what a person said of it.

    A worker writes it whenever the words of an application are written anew.
    """

    # The one with the smaller key.
    first = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="+")
    signs = ArrayField(models.CharField(max_length=20, choices=SIGNS), default=list)
    found_at = models.DateTimeField(db_default=Now())
    # "They are two people", said by whom and when.
    apart_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    apart_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Any] = PairQuerySet.as_manager()

    class Meta:
        verbose_name = _("suggested pair")
        verbose_name_plural = _("suggested pairs")
        constraints = [
            models.UniqueConstraint(
                fields=["first", "second"], name="candidates_pair_once"
            ),
            models.CheckConstraint(
                condition=models.Q(first__lt=models.F("second")),
                name="candidates_pair_in_order",
            ),
        ]
        indexes = [
            models.Index(fields=["-found_at", "-id"], name="candidates_pair_newest")
        ]

    def __str__(self) -> str:
        return f"#{self.first_id} and #{self.second_id}"


class Merge(models.Model):
    """That two people are one: who said so, and what it takes to undo it.

    The other's row stays as it was. What stands here is what changed elsewhere.
    """

    kept = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="merges")
    other = models.ForeignKey(
        Candidate, on_delete=models.CASCADE, related_name="merges_away"
    )
    # How the kept person was written before; emptied when it is undone.
    name = models.CharField(max_length=200, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    city = models.CharField(max_length=120, blank=True)
    # Which of these were taken from the other.
    taken = ArrayField(models.CharField(max_length=10), default=list)
    # Keys of what moved, was added, or got its `duplicate_of`.
    applications = ArrayField(models.BigIntegerField(), default=list)
    # People who had been merged into the other before.
    followers = ArrayField(models.BigIntegerField(), default=list)
    tags = ArrayField(models.BigIntegerField(), default=list)
    holds = ArrayField(models.BigIntegerField(), default=list)
    marked = ArrayField(models.BigIntegerField(), default=list)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Any] = MergeQuerySet.as_manager()

    class Meta:
        verbose_name = _("merge of two people")
        verbose_name_plural = _("merges of two people")
        constraints = [
            models.UniqueConstraint(
                fields=["other"],
                condition=models.Q(undone_at__isnull=True),
                name="candidates_merge_once_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"#{self.other_id} into #{self.kept_id}"
