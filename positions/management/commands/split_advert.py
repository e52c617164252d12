"""Print what is read from a job advert, as one JSON object."""

import json
import sys
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from positions.pasted import splitting
from positions.pasted.values import Education, Pasted


class Command(BaseCommand):
    """Needs no database: it opens one file and nothing else."""

    help = __doc__
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "file", metavar="FILE", help="text, or - for standard input"
        )

    def handle(self, *_args: object, **options: Any) -> None:  # noqa: ANN401 -- as BaseCommand has it
        """Read the text and print the object; any terminal can print it."""
        advert = splitting.read(_text(options["file"]))
        self.stdout.write(json.dumps(_told(advert), ensure_ascii=True))


def _text(name: str) -> str:
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except (OSError, ValueError) as error:
        raise CommandError(f"{name} is not there or may not be opened.") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CommandError(
            f"{name} is not plain text in UTF-8. Please save it as plain text"
            " (UTF-8), or copy its text into a new file."
        ) from error


def _told(advert: Pasted) -> dict[str, Any]:
    told = asdict(advert)
    told["education"] = [_education(one) for one in advert.education]
    return told


def _education(one: Education) -> dict[str, Any]:
    level = one.level
    return {
        **asdict(one),
        "level": None if level is None else int(level),
        "level_name": "" if level is None else level.name,
    }
