"""Who asked for their link."""

from typing import Any, ClassVar

from django.db import models

from backoffice_ats.shared.models import TimeStampedModel
from candidates.querysets import LinkRequestQuerySet


class LinkRequest(TimeStampedModel):
    """Somebody wants the link to what they began or sent; a worker answers by e-mail.

    A row for known and unknown addresses alike: the page that was asked can know no
    difference, so it shows none, not even in time.
    """

    position = models.ForeignKey(
        "positions.Position", on_delete=models.CASCADE, related_name="+"
    )
    email = models.EmailField()
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(db_index=True)

    objects: ClassVar[Any] = LinkRequestQuerySet.as_manager()

    def __str__(self) -> str:
        return f"link request #{self.pk}"
