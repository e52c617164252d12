"""The list of positions as CSV, a few hundred rows at a time."""

import csv
import datetime as dt
import zoneinfo
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from positions.services import listing

if TYPE_CHECKING:
    from positions.models import Position
    from positions.querysets import PositionQuerySet

CHUNK = 500
# A spreadsheet takes a cell that begins like this for a formula and runs it.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class _Echo:
    """What the CSV writer writes to: gives each line back instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def harmless(cell: object) -> str:
    """Print a cell so that no spreadsheet runs it: an apostrophe makes it text."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(FORMULA) else text


def lines(found: "PositionQuerySet", *, at: dt.datetime, zone: str) -> Iterator[str]:
    """Yield the CSV of these positions in their order, line by line.

    Moments are in `zone` (ISO 8601). Reads the keys at once, and what belongs to them
    in chunks; three queries per chunk.
    """
    writer = csv.writer(_Echo())
    yield "\ufeff"  # else a spreadsheet takes UTF-8 for something older
    yield writer.writerow(harmless(cell) for cell in _heads())
    keys = list(found.values_list("pk", flat=True))
    for start in range(0, len(keys), CHUNK):
        for row in listing.rows_of(_chunk(found, keys[start : start + CHUNK]), at=at):
            cells = _cells(row, zoneinfo.ZoneInfo(zone))
            yield writer.writerow(harmless(cell) for cell in cells)


def _chunk(found: "PositionQuerySet", keys: Sequence[int]) -> "list[Position]":
    by_key = found.model.objects.select_related("owner").in_bulk(keys)
    return [by_key[key] for key in keys if key in by_key]


def _heads() -> list[str]:
    return [
        _("Reference"),
        _("Title"),
        _("Department"),
        _("Status"),
        _("Why it is closed"),
        _("Owner"),
        _("Openings"),
        _("Applications"),
        *(str(label) for label in listing.STAGES.values()),
        _("Days open"),
        _("Published"),
        _("Closes"),
        _("Waits for"),
    ]


def _cells(row: listing.Row, zone: zoneinfo.ZoneInfo) -> list[object]:
    position = row.position
    return [
        position.code,
        position.title,
        position.department,
        position.get_status_display(),
        position.get_close_reason_display(),
        position.owner,
        position.openings,
        row.applications,
        *(row.counts.get(stage, 0) for stage in listing.STAGES),
        row.days,
        _moment(position.published_at, zone),
        _moment(position.closes_at, zone),
        row.waits,
    ]


def _moment(when: dt.datetime | None, zone: zoneinfo.ZoneInfo) -> str:
    return when.astimezone(zone).isoformat(timespec="minutes") if when else ""
