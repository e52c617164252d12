"""Print how clear a duty is: one JSON object with its score and findings."""

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from positions.clarity.statement import check_duty
from positions.clarity.values import Finding


class Command(BaseCommand):
    """Needs no database: it reads one sentence and nothing else."""

    help = __doc__
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "statement", metavar="STATEMENT", help="the duty; - reads standard input"
        )

    def handle(self, *_args: object, **options: Any) -> None:  # noqa: ANN401 -- as BaseCommand has it
        statement = options["statement"]
        if statement == "-":
            statement = sys.stdin.buffer.read().decode(errors="replace")
        check = check_duty(statement)
        told = {"score": check.score, "findings": [*map(_told, check.findings)]}
        self.stdout.write(json.dumps(told, ensure_ascii=True))  # for any terminal


def _told(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "span": [finding.start, finding.end],
        "message": finding.message,
        "suggestion": finding.suggestion,
    }
