"""Build the table of rarities and related terms from public texts. Run by hand.

Only figures leave the texts: for each stem or phrase how rare it is, and which others
are used in the same occupations. Needs the folder ATS_TEST_DATA with the O*NET 27.0
text database (U.S. Department of Labor, CC BY 4.0), adverts and CVs.
"""

from __future__ import annotations

import csv
import io
import json
import math
import os
import zipfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pypdf
from django.core.management.base import BaseCommand, CommandError

from screening.engine import tables, words

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Iterator

    from numpy.typing import NDArray

WORDS_FROM = 2  # documents a word must occur in to be listed
PHRASES_FROM = 6  # and a phrase
RELATED_FROM = 5  # occupations a term must occur in to be related to others
NEAREST = 10  # related terms kept for each
SIMILAR = 0.35  # cosine from which terms are related
COMMON = 150  # rarity below which a term is too common to be related to another


class Command(BaseCommand):
    help = "Builds the table of term rarities from public texts (for developers)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--data", default=os.environ.get("ATS_TEST_DATA", ""))
        parser.add_argument("--out", type=Path, default=tables.FILE)

    def handle(self, *_args: object, **options: Any) -> None:  # noqa: ANN401 -- Django's signature
        data = Path(options["data"])
        if not options["data"] or not data.is_dir():
            raise CommandError("Set ATS_TEST_DATA or --data to the folder of texts.")
        groups = [
            [_terms(text) for text in source(data)]
            for source in (_occupations, _adverts, _cvs)
        ]
        lines = _table(groups)
        options["out"].write_text("\n".join(lines) + "\n", encoding="utf-8")
        self.stdout.write(f"{len(lines)} lines written to {options['out']}")


def _terms(texts: list[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for text in texts:
        for start, end in words.sentences(text):
            stems = [word.stem for word in words.words(text, start, end)]
            found.update(
                term
                for term, first, last in words.terms(stems)
                if last - first < tables.LONGEST
            )
    return found


def _occupations(data: Path) -> Iterator[list[str]]:
    """Yield the sentences of each group of like occupations (their code's first six)."""
    columns = (
        ("Occupation Data", ("Title", "Description")),
        ("Task Statements", ("Task",)),
        ("Alternate Titles", ("Alternate Title",)),
        ("Technology Skills", ("Example",)),
    )
    texts: dict[str, list[str]] = defaultdict(list)
    with zipfile.ZipFile(data / "onet" / "db_27_0_text.zip") as archive:
        for name, wanted in columns:
            raw = archive.read(f"db_27_0_text/{name}.txt").decode()
            rows = csv.DictReader(
                io.StringIO(raw), delimiter="\t", quoting=csv.QUOTE_NONE
            )
            for row in rows:
                group = row["O*NET-SOC Code"][: tables.GROUP]
                texts[group] += [row[column] for column in wanted]
    yield from texts.values()


def _adverts(data: Path) -> Iterator[list[str]]:
    for file in sorted((data / "adverts").glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").strip().split("\n"):
            yield [str(value) for value in json.loads(line).values()]


def _cvs(data: Path) -> Iterator[list[str]]:
    for file in sorted((data / "cvs").glob("*.pdf")):
        yield ["\n".join(page.extract_text() for page in pypdf.PdfReader(file).pages)]


def _table(groups: list[list[Counter[str]]]) -> list[str]:
    found = [_documents(group) for group in groups]
    everything = set().union(*found)
    listed = sorted(
        term
        for term in everything
        if sum(count[term] for count in found)
        >= (PHRASES_FROM if " " in term else WORDS_FROM)
    )
    number = {term: index for index, term in enumerate(listed)}
    rarity = {term: _rarity(term, groups, found) for term in listed}
    telling = {term: at for term, at in number.items() if rarity[term] >= COMMON}
    related = _related(groups[0], found, telling)
    return [
        "\t".join([term, str(rarity[term]), related.get(term, "")]) for term in listed
    ]


def _documents(group: list[Counter[str]]) -> Counter[str]:
    found: Counter[str] = Counter()
    for document in group:
        found.update(document.keys())
    return found


def _rarity(
    term: str, groups: list[list[Counter[str]]], found: list[Counter[str]]
) -> int:
    """Return minus the log of the mean share of documents with it, in hundredths."""
    shares = [
        (count[term] + 0.5) / (len(group) + 1)
        for group, count in zip(groups, found, strict=True)
    ]
    return max(0, round(-100 * math.log(sum(shares) / len(shares))))


def _related(
    occupations: list[Counter[str]], found: list[Counter[str]], number: dict[str, int]
) -> dict[str, str]:
    """Return for each term the numbers of those used in the same occupations."""
    vocabulary = [
        term
        for term in number
        if found[0][term] >= RELATED_FROM and found[1][term] + found[2][term] > 1
    ]
    vectors = _vectors(occupations, found[0], vocabulary)
    lines = {}
    for index, term in enumerate(vocabulary):
        near = vectors @ vectors[index]
        near[index] = 0
        best = np.argsort(-near, kind="stable")[:NEAREST]
        lines[term] = " ".join(
            f"{number[vocabulary[other]]}:{round(100 * float(near[other]))}"
            for other in best
            if near[other] >= SIMILAR
        )
    return lines


def _vectors(
    occupations: list[Counter[str]], count: Counter[str], vocabulary: list[str]
) -> NDArray[np.float64]:
    """Return unit vectors of terms over occupations, (terms, occupations)."""
    column = {term: index for index, term in enumerate(vocabulary)}
    table = np.zeros((len(occupations), len(vocabulary)))
    for row, document in enumerate(occupations):
        for term, times in document.items():
            if term in column:
                weight = math.log(len(occupations) / count[term])
                table[row, column[term]] = (1 + math.log(times)) * weight
    table /= np.linalg.norm(table, axis=1, keepdims=True) + 1e-12
    turned = table.T.copy()
    turned /= np.linalg.norm(turned, axis=1, keepdims=True) + 1e-12
    return turned
