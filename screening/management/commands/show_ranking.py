"""Print a position's ranking, in the one order."""

import json
from itertools import groupby
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db.models import Prefetch

from candidates.models import Document
from positions.models import Position
from positions.plan import Plan
from screening.management.commands.import_cvs import find_position
from screening.models import Evaluation
from screening.services import board, work


class Command(BaseCommand):
    help = "Print the ranking of a position, as a table or as one JSON array."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("position", help="the position's address, e.g. accountant")
        parser.add_argument("--json", action="store_true", dest="as_json")

    def handle(self, *, position: str, as_json: bool, **_options: object) -> None:
        shown = find_position(position)
        rows = ranked(shown)
        progress = work.progress_of(shown)
        if not progress.is_finished:
            self.stderr.write(
                f"{progress.total - progress.done} of {progress.total} are not evaluated"
                " yet."
            )
        if as_json:
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1))
            return
        if not rows:
            self.stdout.write("Nobody is ranked yet.")
        for row in rows:
            score = (
                f"{row['score']:6.2f}"
                if row["complete"]
                else f"{row['score']:6.2f} ({row['low']:.0f} to {row['high']:.0f})"
            )
            self.stdout.write(
                f"{row['rank']:>5}  {row['band'] or '-':<3} {score:<22} {row['file']}"
            )


def ranked(position: Position) -> list[dict[str, Any]]:
    """Return one plain dictionary per application, in order. Scores in points."""
    rows = list(
        Evaluation.objects.for_position(position)
        .in_order()
        .select_related("plan_version")
        .prefetch_related(Prefetch("application__documents", Document.objects.cvs()))
    )
    if not rows:
        return []
    plan = Plan.from_json(rows[0].plan_version.content)
    scale = board.scale_of(Evaluation.objects.for_position(position), plan)
    found: list[dict[str, Any]] = []
    for _standing, tied in groupby(
        rows, lambda row: (row.essential_not_met, row.score)
    ):
        rank = len(found) + 1
        found += [
            {
                "rank": rank,
                "band": scale.letters_of(row),
                "score": row.score / 100,
                "low": row.low / 100,
                "high": row.high / 100,
                "complete": row.complete,
                "file": _file(row),
                "criteria": _criteria(plan, row),
            }
            for row in tied
        ]
    return found


def _file(row: Evaluation) -> str:
    documents = sorted(row.application.documents.all(), key=lambda one: one.pk)
    return documents[-1].name if documents else ""


def _criteria(plan: Plan, row: Evaluation) -> list[dict[str, Any]]:
    results = {raw["key"]: raw for raw in row.results}
    found = []
    for criterion in plan.early:
        raw = results[str(criterion.id)]
        found.append(
            {
                "title": criterion.title,
                "kind": criterion.kind.value,
                "verdict": raw["verdict"],
                "score": raw["score"] / 100,
                "low": raw["low"] / 100,
                "high": raw["high"] / 100,
                "weight": criterion.weight,
                "essential": criterion.essential,
            }
        )
    return found
