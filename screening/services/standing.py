"""In which band a result stands, and what would move it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from positions.plan import Plan
from screening.engine.values import TOP, Verdict
from screening.models import Evaluation
from screening.services import board
from screening.services.sums import amount

if TYPE_CHECKING:
    from screening.querysets import EvaluationQuerySet


def standing_of(
    everyone: "EvaluationQuerySet", plan: Plan, row: Evaluation
) -> tuple[str, list[str]]:
    """Name the band, and say what would move the application out of it."""
    scale = board.scale_of(everyone, plan)
    letters = scale.letters_of(row)
    said = list(_unknown_words(plan, row))
    extent = scale.extents.get(letters)
    if letters and extent:
        said.insert(0, _band_words(letters, extent))
        above = [
            (key, one)
            for key, one in scale.extents.items()
            if key and one.low > extent.high
        ]
        if above:
            key, nearest = min(above, key=lambda item: item[1].low)
            said.append(_gap_words(plan, row, key, nearest.low))
    return letters, said


def _band_words(letters: str, extent: board.Extent) -> str:
    return ngettext(
        "Band %(letters)s is this application alone.",
        "Band %(letters)s reaches from %(low)s to %(high)s: its %(count)d applicants"
        " are equals by score.",
        extent.count,
    ) % {
        "letters": letters,
        "low": amount(extent.low),
        "high": amount(extent.high),
        "count": extent.count,
    }


def _unknown_words(plan: Plan, row: Evaluation) -> Iterator[str]:
    results = {raw["key"]: raw for raw in row.results}
    for criterion in plan.early:
        raw = results[str(criterion.id)]
        if raw["verdict"] != Verdict.UNKNOWN or not criterion.weight:
            continue
        yield _(
            "“%(title)s” is not yet known. With its lowest possible value the score"
            " would be %(low)s, with its highest %(high)s."
        ) % {
            "title": criterion.title,
            "low": amount(
                row.score - (raw["score"] - raw["low"]) * criterion.weight // 100
            ),
            "high": amount(
                row.score + (raw["high"] - raw["score"]) * criterion.weight // 100
            ),
        }


def _gap_words(plan: Plan, row: Evaluation, key: str, low: int) -> str:
    """Say what is missing to the next band: the heaviest criterion that has room."""
    gap = low - row.score
    results = {raw["key"]: raw for raw in row.results}
    for criterion in sorted(plan.early, key=lambda one: -one.weight):
        if not criterion.weight:
            break
        more = -(-gap * 100 // criterion.weight)
        if results[str(criterion.id)]["score"] + more <= TOP:
            return _(
                "%(gap)s points more reach band %(band)s: for example %(more)s more in"
                " “%(title)s”, which weighs %(weight)d of 100."
            ) % {
                "gap": amount(gap),
                "band": key,
                "more": amount(more),
                "title": criterion.title,
                "weight": criterion.weight,
            }
    return _(
        "%(gap)s points more reach band %(band)s; no single criterion can give that."
    ) % {"gap": amount(gap), "band": key}
