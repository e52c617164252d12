"""Words by which people are sorted and found again."""

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from candidates.models.candidate import Candidate


class Tag(models.Model):
    """A word of the organisation's own: "speaks Polish", "asked for part time"."""

    name = models.CharField(_("name"), max_length=40)
    candidates = models.ManyToManyField(Candidate, related_name="tags", blank=True)

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        constraints = [
            models.UniqueConstraint(Lower("name"), name="candidates_tag_name")
        ]

    def __str__(self) -> str:
        return self.name
