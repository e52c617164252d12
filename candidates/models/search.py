"""What the record is searched by."""

from typing import Any, ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from candidates.models.application import Application
from candidates.querysets import SearchEntryQuerySet


class SearchEntry(models.Model):
    """The words of one application, and where they stand, for the search.

    Derived: a worker writes it whenever what it is made of has changed (`stale`).
    """

    application = models.OneToOneField(
        Application, on_delete=models.CASCADE, related_name="search_entry"
    )
    text = models.TextField(blank=True)
    words = SearchVectorField(null=True)
    stale = models.BooleanField(default=True)

    objects: ClassVar[Any] = SearchEntryQuerySet.as_manager()

    class Meta:
        indexes = [
            GinIndex(fields=["words"], name="candidates_search_words"),
            models.Index(
                fields=["application"],
                condition=models.Q(stale=True),
                name="candidates_search_stale",
            ),
        ]

    def __str__(self) -> str:
        return f"words of application #{self.application_id}"
