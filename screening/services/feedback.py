"""What applicants hear of their scenarios: in words per dimension, without the key."""

from dataclasses import dataclass

from candidates.models import Application
from positions.criteria import Dimension
from positions.enums import DIMENSIONS
from screening.enums import Method
from screening.models import Measure
from screening.services import screenings

CLOSELY, PARTLY = 7_000, 5_000  # hundredths, from which on the words are used


@dataclass(frozen=True, slots=True)
class Said:
    """One dimension and how far the applicant sees it as experienced staff do."""

    dimension: str
    how_far: str  # "closely", "partly" or "little": the page has the sentences


def of(application: Application) -> list[Said]:
    """Return the feedback once HR has released it; empty before, or without scores."""
    if not screenings.tells_feedback(application.position):
        return []
    found = dict(
        Measure.objects.filter(
            application=application, method=Method.SCENARIOS, value__isnull=False
        ).values_list("subject", "value")
    )
    labels = dict(DIMENSIONS)
    return [
        Said(str(labels[dimension.value]), _how_far(found[dimension.value]))
        for dimension in Dimension
        if dimension.value in found
    ]


def _how_far(value: int) -> str:
    if value >= CLOSELY:
        return "closely"
    return "partly" if value >= PARTLY else "little"
