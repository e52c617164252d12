"""Occupations of the O*NET database, as imported: reference for new positions.

Nobody changes these rows by hand; `services.occupations` writes what a release says.
"""

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from positions.onet import norms
from positions.onet.norms import EducationNorm, ExperienceNorm
from positions.onet.release import (
    LONGEST_TASK,
    LONGEST_TEXT,
    LONGEST_TITLE,
)
from positions.querysets import OccupationTitleQuerySet


class Occupation(models.Model):
    """An occupation; its key is its O*NET-SOC code, "43-3031.00".

    `education` and `experience` are the answers of those who do the work, in
    hundredths of a per cent per category of `positions.onet.norms`.
    """

    code = models.CharField(_("code"), max_length=10, primary_key=True)
    title = models.CharField(_("title"), max_length=LONGEST_TITLE)
    description = models.TextField(_("description"), max_length=LONGEST_TEXT)
    job_zone = models.PositiveSmallIntegerField(_("job zone"), null=True, blank=True)
    education = ArrayField(models.PositiveSmallIntegerField(), default=list)
    experience = ArrayField(models.PositiveSmallIntegerField(), default=list)
    release = models.CharField(_("release"), max_length=10, blank=True)

    class Meta:
        verbose_name = _("occupation")
        verbose_name_plural = _("occupations")

    def __str__(self) -> str:
        return f"{self.title} ({self.code})"

    def get_absolute_url(self) -> str:
        return reverse("positions:occupation", args=[self.code])

    @property
    def education_norm(self) -> EducationNorm | None:
        return norms.education_norm(self.education)

    @property
    def experience_norm(self) -> ExperienceNorm | None:
        return norms.experience_norm(self.experience)

    @property
    def preparation(self) -> tuple[int, int | None] | None:
        """Months of all preparation, over and up to, that its Job Zone means."""
        return norms.preparation(self.job_zone) if self.job_zone else None


class OccupationTitle(models.Model):
    """What people call an occupation. `folded` is the title as it is searched."""

    occupation = models.ForeignKey(
        Occupation, on_delete=models.CASCADE, related_name="titles"
    )
    title = models.CharField(max_length=LONGEST_TITLE)
    folded = models.CharField(max_length=LONGEST_TITLE * 3)  # ß folds to two letters
    kind = models.CharField(max_length=10)  # a TitleKind

    objects: ClassVar[Any] = OccupationTitleQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["occupation", "title"], name="positions_occupationtitle_once"
            ),
        ]
        indexes = [
            GinIndex(
                OpClass("folded", name="gin_trgm_ops"),
                name="positions_title_trigrams",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.occupation_id})"


class OccupationTask(models.Model):
    """One task of an occupation; its key is its number in O*NET."""

    id = models.PositiveIntegerField(primary_key=True)
    occupation = models.ForeignKey(
        Occupation, on_delete=models.CASCADE, related_name="tasks"
    )
    statement = models.CharField(max_length=LONGEST_TASK)
    kind = models.CharField(max_length=12)  # a TaskKind
    importance = models.PositiveSmallIntegerField(null=True, blank=True)  # 100 to 500
    order = models.PositiveSmallIntegerField()

    def __str__(self) -> str:
        return f"{self.pk} {self.statement[:60]}"


class OccupationTechnology(models.Model):
    """A product that people in an occupation use; `hot` when many adverts ask for it."""

    occupation = models.ForeignKey(
        Occupation, on_delete=models.CASCADE, related_name="technologies"
    )
    name = models.CharField(max_length=LONGEST_TITLE)
    hot = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["occupation", "name"],
                name="positions_occupationtechnology_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.occupation_id})"
