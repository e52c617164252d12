"""Measure the reader: `python -m tests.candidates.cv.measure [--matrix] [--wrong]`.

Prints precision, recall and F1 by field over the twelve CVs that lie in `own`, and with
`--matrix` over the same people on every page and in every arrangement.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from candidates.cv import reader
from tests.candidates.cv.own import scores
from tests.candidates.cv.own.entries import ARRANGEMENTS
from tests.candidates.cv.own.pages import PAGES, Style, made
from tests.candidates.cv.own.people import BY_KEY, PEOPLE, Who
from tests.candidates.cv.own.scores import Facts, Scores

FOLDER = Path(__file__).parent / "own"
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


def main() -> None:
    """Print the tables."""
    show = "--wrong" in sys.argv
    every = Scores()
    by: dict[str, Scores] = {}
    people = tuple(who.key for who in PEOPLE) if "--all" in sys.argv else CONTENTS
    only = next((a[7:] for a in sys.argv if a.startswith("--only=")), "")
    for who, style in matrix(people):
        name = f"{style.page} | {style.arrangement}{' CAPS' if style.caps else ''}"
        if only not in f"{who.key} {name}":
            continue
        found, true = read(who, style), scores.truth(who)
        every.add(found, true)
        for key in (name, f"content {who.key}"):
            by.setdefault(key, Scores()).add(found, true)
        if show and (said := wrong(found, true)):
            say(f"{who.key} {name}", *said)
    say(every.table())
    for name, one in sorted(by.items(), key=lambda pair: pair[1].mean()):
        pair = one.of["employer + title"].f1
        say(f"{one.mean():.3f}  employer + title {pair:.3f}  {name}")


if __name__ == "__main__":
    main()
