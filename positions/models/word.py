"""What administrators changed in the word lists of the clarity checks."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from positions.enums import WordAction
from positions.models.tracking import tracked


@tracked()
class WordChange(models.Model):
    """A word added to a list, or one of its words silenced, with the reason."""

    language = models.CharField(max_length=8, default="en")
    category = models.CharField(_("list"), max_length=30)
    word = models.CharField(_("word or phrase"), max_length=80)
    action = models.CharField(_("change"), max_length=10, choices=WordAction.choices)
    why = models.CharField(_("why it is a problem"), max_length=300, blank=True)
    suggestion = models.CharField(
        _("what to write instead"), max_length=300, blank=True
    )
    reason = models.CharField(_("reason for the change"), max_length=300)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("change of a word list")
        verbose_name_plural = _("changes of the word lists")
        constraints = [
            models.UniqueConstraint(
                fields=["language", "category", "word"],
                name="positions_wordchange_once",
            ),
            models.CheckConstraint(
                condition=~models.Q(reason=""), name="positions_wordchange_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.category}: {self.word}"
