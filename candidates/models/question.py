"""What somebody answered to the position's own questions."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from candidates.models.application import Application


class QuestionAnswer(models.Model):
    """One answer as it was sent; that of a file is the document of the question.

    `text` is what was written: a number with a point, a day as YYYY-MM-DD. `chosen`
    are the answers that were picked, in the words they were offered in.
    """

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="question_answers"
    )
    question = models.ForeignKey(
        "positions.Question", on_delete=models.PROTECT, related_name="answers"
    )
    text = models.TextField(_("answer"), max_length=4_000, blank=True)
    chosen = models.JSONField(_("chosen"), default=list, blank=True)

    class Meta:
        verbose_name = _("answer to a question")
        verbose_name_plural = _("answers to questions")
        constraints = [
            models.UniqueConstraint(
                fields=["application", "question"],
                name="candidates_questionanswer_once",
            )
        ]

    def __str__(self) -> str:
        return f"answer #{self.pk}"
