"""What letters say, where the organisation has its own words for it."""

from typing import Any, ClassVar

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from backoffice_ats.shared.models import TimeStampedModel


class LetterText(TimeStampedModel):
    """The text of a letter in a language.

    `name` says which of the system's letters it replaces; without one it is a text of
    the organisation's own, which colleagues choose by its title.
    """

    name = models.CharField(max_length=40, blank=True)
    title = models.CharField(_("title"), max_length=80, blank=True)
    language = models.CharField(_("language"), max_length=10)
    subject = models.CharField(_("subject"), max_length=200)
    body = models.TextField(_("text"), max_length=6_000)

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        verbose_name = _("letter text")
        verbose_name_plural = _("letter texts")
        permissions = [("edit_letters", "Can say letters in the organisation's words")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(name="") ^ models.Q(title=""),
                name="candidates_lettertext_has_name_or_title",
            ),
            models.UniqueConstraint(
                fields=["name", "language"],
                condition=~models.Q(name=""),
                name="candidates_lettertext_name",
            ),
            models.UniqueConstraint(
                Lower("title"),
                "language",
                condition=~models.Q(title=""),
                name="candidates_lettertext_title",
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.name
