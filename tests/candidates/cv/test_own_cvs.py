"""How well CVs are read: twelve of our own, and the same people in every layout.

Run with -s to see the tables.
"""

import pytest

from tests.candidates.cv import measure
from tests.candidates.cv.own import scores
from tests.candidates.cv.own.scores import Scores

FLOORS = {
    "name": 0.98,
    "email": 0.98,
    "phone": 0.95,
    "title": 0.95,
    "employer": 0.95,
    "employer + title": 0.95,
    "start": 0.98,
    "end": 0.98,
    "institution": 0.93,
    "level": 0.93,
    "level + institution": 0.93,
    "field": 0.85,
    "study dates": 0.95,
    "skill": 0.95,
    "language": 0.95,
    "licence": 0.95,
}
WORST = 0.9  # mean F1 of the layout that is read worst


def show(title: str, table: str) -> None:
    print(f"\n{title}\n{table}")  # noqa: T201 -- the figures of this test, shown by -s


def test_the_twelve_cvs_are_read_as_they_are_meant():
    every = Scores()
    for _, found, true in measure.shipped():
        every.add(found, true)
    show("The twelve CVs", every.table())

    assert every.of["name"].true == 12
    below = {n: every.of[n].f1 for n, floor in FLOORS.items() if every.of[n].f1 < floor}
    assert below == {}


@pytest.mark.parametrize("content", ["marcus", "wioletta"])
def test_the_same_cv_is_read_well_in_every_layout(content):
    every = Scores()
    by: dict[str, Scores] = {}
    for who, style in measure.matrix((content,)):
        found, true = measure.read(who, style), scores.truth(who)
        every.add(found, true)
        by.setdefault(f"{style.page} | {style.arrangement}", Scores()).add(found, true)
    means = {name: one.mean() for name, one in by.items()}
    swing = f"swing {min(means.values()):.3f} to {max(means.values()):.3f}"
    show(f"{content} in {len(means)} layouts: {swing}", every.table())

    assert {name: mean for name, mean in means.items() if mean < WORST} == {}
    assert every.of["employer + title"].f1 >= 0.95


def test_reading_takes_little_longer_than_plain_extraction():
    files = sorted(measure.FOLDER.glob("*.pdf"))

    ours, plain = measure.speed(files)
    show("Speed", f"{ours:.2f} CVs a second; plain extraction of the same {plain:.2f}")

    assert ours * 3 > plain


def test_a_wrong_reading_would_be_seen():
    (file, found, true), *_ = measure.shipped()
    wrong = {**found, "employer": ["nobody"] * len(found["employer"])}
    every = Scores()
    every.add(wrong, true)

    assert every.of["employer"].f1 == 0
    assert measure.wrong(wrong, true), file
