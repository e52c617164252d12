"""Print what is read from CV files, one JSON object per line and file."""

import json
import os
from argparse import ArgumentParser
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from candidates.cv import gate, jsonresume, reader
from candidates.cv.values import Reading, Reason


class Command(BaseCommand):
    """Needs no database: it opens files and nothing else."""

    help = __doc__
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", metavar="FILE", nargs="+")

    def handle(self, *_args: object, **options: Any) -> None:  # noqa: ANN401 -- as BaseCommand has it
        """Read the files side by side, in as many processes as there are processors."""
        with ThreadPoolExecutor(max_workers=_processors()) as pool:
            for line in pool.map(_line, options["files"]):
                self.stdout.write(line)


def _processors() -> int:
    return len(os.sched_getaffinity(0))


def _line(name: str) -> str:
    reading = _read(Path(name))
    told = {
        "file": name,
        "status": reading.status,
        "reason": reading.reason,
        "text": reading.text,
        "resume": jsonresume.of(reading.resume) if reading.resume else None,
        "pages": reading.pages,
        "seconds": reading.seconds,
    }
    return json.dumps(told, ensure_ascii=True)  # any terminal can print it


def _read(path: Path) -> Reading:
    try:
        with path.open("rb") as file:
            data = file.read(gate.MAX_BYTES + 1)
    except (OSError, ValueError):
        return reader.unread(Reason.MISSING)
    return reader.read_file(path.name, data)
