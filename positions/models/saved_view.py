"""A look at a list that somebody comes back to."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from positions.enums import ListKind


class SavedView(models.Model):
    """Search, filters and order of a list, under a name; its owner's alone."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_views"
    )
    of = models.CharField(
        max_length=10, choices=ListKind.choices, default=ListKind.POSITIONS
    )
    name = models.CharField(_("name"), max_length=40)
    query = models.CharField(max_length=500)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "of", "name"], name="positions_savedview_name"
            )
        ]

    def __str__(self) -> str:
        return self.name
