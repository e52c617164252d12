"""Fit the figures by which the lines of pasted adverts are told apart. Run by hand.

Only figures leave the texts: for each feature of the wording how much it speaks for a
duty, a requirement or something else. Fitted on the development half of the adverts
only; the other half is held out for measuring. Needs the folder ATS_TEST_DATA.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from django.core.management.base import BaseCommand, CommandError

from positions.pasted import labelling, pieces, wording
from positions.pasted.headings import Kind
from positions.pasted.labelling import Label

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Iterator

    from numpy.typing import NDArray

    Example = tuple[frozenset[str], Label, float]

VERSION = 1
# As adverts are, and as they would be with all bullets gone: one line each, or one
# sentence after the other.
LINES, PROSE = "lines", "prose"
STEPS = 1500
PACE = 0.3
MOMENTUM = 0.9
SHRINKAGE = 5e-5  # how strongly figures are drawn to zero
EVERY = 12  # of the statements of tasks, this one is taken
FROM_TASKS = 0.35  # what such a statement counts for: they are all of one style
_LABELS = {
    Kind.DUTY: Label.DUTY,
    Kind.REQUIREMENT: Label.REQUIREMENT,
    Kind.OTHER: Label.OTHER,
    Kind.MIXED: Label.OTHER,
}


class Command(BaseCommand):
    help = "Fits the figures that tell lines of adverts apart (for developers)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--data", default=os.environ.get("ATS_TEST_DATA", ""))
        parser.add_argument("--out", type=Path, default=labelling.FILE)

    def handle(self, *_args: object, **options: Any) -> None:  # noqa: ANN401 -- Django's signature
        data = Path(options["data"])
        if not options["data"] or not data.is_dir():
            raise CommandError("Set ATS_TEST_DATA or --data to the folder of texts.")
        examples = [*_split(data), *_stated(data), *_tasks(data)]
        weights = _fit(examples)
        told = {"version": VERSION, "labels": [one.name for one in Label]}
        lines = [
            f"    {json.dumps(name)}: {json.dumps(weights[name])}"
            for name in sorted(weights)
        ]
        head = json.dumps(told, indent=2)[:-2]
        options["out"].write_text(
            head + ',\n  "weights": {\n' + ",\n".join(lines) + "\n  }\n}\n",
            encoding="utf-8",
        )
        self.stdout.write(f"{len(examples)} lines, {len(weights)} features")


def is_development(name: str) -> bool:
    """Say whether an advert is in the half that figures may be fitted on."""
    return hashlib.sha256(name.encode()).digest()[0] % 2 == 0


def _read(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if is_development(row["id"]):
                yield row


def _split(data: Path) -> Iterator[Example]:
    """Take whole adverts by their own headings, in three layouts."""
    for row in _read(data / "adverts" / "split_adverts.jsonl"):
        text = row["full_text"]
        yield from _by_heading(text, None, 0.4)
        yield from _by_heading(text, None, 0.3, layout=LINES)
        yield from _by_heading(text, None, 0.3, layout=PROSE)


def _stated(data: Path) -> Iterator[Example]:
    """Take the fields of adverts; a heading inside a field says more than the field."""
    for row in _read(data / "adverts" / "stated_requirements.jsonl"):
        yield from _by_heading(row["requirements"], Label.REQUIREMENT, 0.5)
        yield from _by_heading(row["benefits"], Label.OTHER, 0.5)
        yield from _by_heading(row["description"], None, 0.5)


def _by_heading(
    text: str, field: Label | None, weight: float, *, layout: str = ""
) -> Iterator[Example]:
    cut = pieces.cut(text)
    if layout:
        cut = [
            replace(piece, bulleted=False, gap=False, inner=layout == PROSE)
            for piece in cut
        ]
    in_list = any(piece.bulleted for piece in cut)
    for section in labelling.sections_of(cut):
        label = _LABELS.get(section.kind, field) if section.kind else field
        if label is None:
            continue
        for piece in section.pieces:
            spoken = wording.features_of(piece, in_list=in_list)
            # Fields for requirements often end with how to apply.
            stray = field is not None and spoken & {"send", "equal"}
            yield spoken, Label.OTHER if stray else label, weight


def _tasks(data: Path) -> Iterator[Example]:
    """Take statements of tasks: duties, in many trades (O*NET 27.0, CC BY 4.0)."""
    with (
        zipfile.ZipFile(data / "onet" / "db_27_0_text.zip") as archive,
        archive.open("db_27_0_text/Task Statements.txt") as file,
    ):
        rows = csv.DictReader(io.TextIOWrapper(file, "utf-8"), delimiter="\t")
        for nth, row in enumerate(rows):
            if nth % EVERY == 0:
                words = row["Task"].rstrip(".") if nth % 2 else row["Task"]
                listed = nth % 3 > 0
                piece = pieces.Piece(words, 0, len(words), bulleted=listed)
                spoken = wording.features_of(piece, in_list=listed)
                yield spoken, Label.DUTY, FROM_TASKS


def _fit(examples: list[Example]) -> dict[str, list[float]]:
    """Fit a logistic regression over the three labels by descending its gradient."""
    names = ["", *sorted({name for spoken, _, _ in examples for name in spoken})]
    column = {name: nth for nth, name in enumerate(names)}
    matrix = np.zeros((len(examples), len(names)))
    truth = np.zeros((len(examples), len(Label)))
    share = np.array([weight for _, _, weight in examples])
    for row, (spoken, label, _) in enumerate(examples):
        matrix[row, [0, *(column[name] for name in spoken)]] = 1
        truth[row, label] = 1
    share *= _balance(truth, share)
    figures = _descend(matrix, truth, share / share.sum())
    return {
        name: [round(float(one), 3) for one in figures[column[name]]] for name in names
    }


def _balance(truth: NDArray[np.float64], share: NDArray[np.float64]) -> Any:  # noqa: ANN401 -- an array
    """Let each label count for the same, however many lines it has."""
    return truth @ (1 / (share @ truth))


def _descend(
    matrix: NDArray[np.float64],
    truth: NDArray[np.float64],
    share: NDArray[np.float64],
) -> NDArray[np.float64]:
    figures = np.zeros((matrix.shape[1], truth.shape[1]))
    way = np.zeros_like(figures)
    for _ in range(STEPS):
        scores = matrix @ figures
        chance = np.exp(scores - scores.max(axis=1, keepdims=True))
        chance /= chance.sum(axis=1, keepdims=True)
        slope = matrix.T @ ((chance - truth) * share[:, None])
        way = MOMENTUM * way - PACE * (slope + SHRINKAGE * figures)
        figures += way
    return figures
