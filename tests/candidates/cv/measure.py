"""Measure the reader: `python -m tests.candidates.cv.measure [--matrix | --all] [--wrong]`.

Prints precision, recall and F1 by field over the twelve CVs that lie in `own`, and with
`--matrix` over four people on every page and in every arrangement (`--all`: all twelve).
`--wrong` says what was missed. `--speed FILE.pdf…` times the reader on one processor
beside plain text extraction of the same files.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from candidates.cv import reader
from tests.candidates.cv.own import scores
from tests.candidates.cv.own.entries import ARRANGEMENTS
from tests.candidates.cv.own.pages import PAGES, Style, made
from tests.candidates.cv.own.people import BY_KEY, PEOPLE, Who
from tests.candidates.cv.own.scores import Facts, Scores

FOLDER = Path(__file__).parent / "own" / "files"
CONTENTS = ("adaeze", "marcus", "henrike", "priya")


def matrix(
    contents: tuple[str, ...] = CONTENTS,
) -> Iterator[tuple[Who, Style]]:
    """Yield each content on each page, and in each arrangement on some page."""
    pages = list(PAGES)
    for key in contents:
        for number, arrangement in enumerate(ARRANGEMENTS):
            page = "table" if arrangement == "labelled" else pages[number % len(pages)]
            yield BY_KEY[key], Style(page, arrangement)
        for page in pages:
            yield BY_KEY[key], Style(page, "title, dates / employer", caps=True)


def shipped() -> Iterator[tuple[str, Facts, Facts]]:
    """Yield name, what is read and what is true of each of the twelve CVs."""
    for path in sorted(FOLDER.glob("*.json")):
        true = json.loads(path.read_text(encoding="utf-8"))
        file = next(one for one in FOLDER.glob(f"{path.stem}.*") if one != path)
        found = scores.facts(reader.read_file(file.name, file.read_bytes()).resume)
        yield file.name, found, true


def read(who: Who, style: Style) -> Facts:
    return scores.facts(reader.read_file(*made(who, style)).resume)


def wrong(read_facts: Facts, true: Facts) -> list[str]:
    """Say what was read but is not true, and the other way round."""
    said = []
    for name in scores.FIELDS:
        told, meant = read_facts.get(name, []), list(true.get(name, []))
        extra = [one for one in told if one not in meant]
        missed = [one for one in meant if one not in told]
        if extra or missed:
            said.append(f"  {name}: read {extra}, missed {missed}")
    return said


def say(*lines: str) -> None:
    sys.stdout.write("\n".join([*lines, ""]))


PLAIN = (
    "import sys; from pypdf import PdfReader;"
    " [page.extract_text() for page in PdfReader(sys.argv[1]).pages]"
)


def speed(paths: list[Path]) -> tuple[float, float]:
    """Return CVs a second by the reader, and by plain extraction of the same files.

    One after the other, so on one processor; each in a process of its own.
    """
    began = time.monotonic()
    for path in paths:
        reader.read_file(path.name, path.read_bytes())
    between = time.monotonic()
    for path in paths:
        command = [sys.executable, "-I", "-c", PLAIN, str(path)]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 -- our own code
    ended = time.monotonic()
    return len(paths) / (between - began), len(paths) / (ended - between)


def main() -> None:
    """Print the tables."""
    if "--speed" in sys.argv:
        ours, plain = speed([Path(one) for one in sys.argv if one.endswith(".pdf")])
        say(f"{ours:.2f} CVs a second; plain extraction of the same {plain:.2f}")
        return
    show, only = "--wrong" in sys.argv, _value("--only=")
    every = Scores()
    by: dict[str, Scores] = {}
    for name, keys, found, true in _chosen():
        if only not in name:
            continue
        every.add(found, true)
        for key in keys:
            by.setdefault(key, Scores()).add(found, true)
        if show and (said := wrong(found, true)):
            say(name, *said)
    say(every.table())
    for name, one in sorted(by.items(), key=lambda pair: pair[1].mean()):
        pair = one.of["employer + title"].f1
        say(f"{one.mean():.3f}  employer + title {pair:.3f}  {name}")


def _chosen() -> Iterator[tuple[str, tuple[str, ...], Facts, Facts]]:
    if "--matrix" not in sys.argv and "--all" not in sys.argv:
        for file, found, true in shipped():
            yield file, (file,), found, true
        return
    people = tuple(who.key for who in PEOPLE) if "--all" in sys.argv else CONTENTS
    for who, style in matrix(people):
        name = f"{style.page} | {style.arrangement}{' CAPS' if style.caps else ''}"
        keys = (name, f"content {who.key}")
        yield f"{who.key} {name}", keys, read(who, style), scores.truth(who)


def _value(option: str) -> str:
    return next((a.removeprefix(option) for a in sys.argv if a.startswith(option)), "")


if __name__ == "__main__":
    main()
