"""The ranking over real CVs: those of the occupation stand above the others."""

import csv
import json
import math
import re
from collections import Counter
from io import StringIO

import pytest
from django.core.management import call_command

from backoffice_ats.demo.positions import POSITIONS
from candidates.models import Document
from screening.models import Evaluation
from tests import make
from tests.testdata import needed

pytestmark = pytest.mark.django_db(transaction=True)

# category of the CVs: at least so often one of them stands above one of the others
FLOORS = {"accountant": ("ACCOUNTANT", 0.92), "hr-specialist": ("HR", 0.94)}


def test_cvs_of_the_occupation_rank_above_the_others(capsys):
    """In one test for both positions: the same files are read once for the second."""
    for slug in FLOORS:
        ours, plain = figures_of(slug)
        with capsys.disabled():
            print(f"\n{slug}: AUC {ours:.3f}, plain TF-IDF cosine {plain:.3f}")  # noqa: T201 -- the figures are the result
        assert ours >= FLOORS[slug][1], slug
    assert Document.objects.filter(state="READ").count() >= 2 * 110


def figures_of(slug):
    """Import the CVs into a position; return the AUC of its ranking and of a cosine."""
    folder = needed("cvs")
    category = FLOORS[slug][0]
    demo = next(one for one in POSITIONS if one.slug == slug)
    position = make.demo_position(demo)
    progress = StringIO()

    call_command("import_cvs", slug, str(folder), stdout=StringIO(), stderr=progress)

    printed = StringIO()
    call_command("show_ranking", slug, "--json", stdout=printed)
    rows = json.loads(printed.getvalue())
    categories = {
        row["file"]: row["category"].upper()
        for row in csv.DictReader(
            (folder / "index.csv").read_text(encoding="utf-8").splitlines()
        )
    }
    assert len(rows) == len(categories)
    assert "112 of 112 evaluated" in progress.getvalue()
    assert [row["score"] for row in rows] == sorted(
        (row["score"] for row in rows), reverse=True
    )
    own = {file for file, named in categories.items() if named == category}
    ours = auc([(row["score"], row["file"] in own) for row in rows])
    texts = {
        document.name: document.text
        for row in Evaluation.objects.filter(position=position)
        for document in row.application.documents.all()
    }
    plain = auc(
        [
            (score, file in own)
            for file, score in cosines(
                " ".join(duty.statement for duty in demo.duties), texts
            ).items()
        ]
    )
    return ours, plain


def auc(scored):
    """Return how often a wanted one stands above another; a tie counts half."""
    wanted = [score for score, is_wanted in scored if is_wanted]
    others = [score for score, is_wanted in scored if not is_wanted]
    wins = sum((a > b) + (a == b) / 2 for a in wanted for b in others)
    return wins / (len(wanted) * len(others))


def cosines(duties, texts):
    """Compare the duties with each text by TF-IDF cosine, the yardstick."""
    counts = {name: Counter(words(text)) for name, text in texts.items()}
    seen = Counter(word for count in counts.values() for word in count)
    rarity = {
        word: math.log((1 + len(counts)) / (1 + n)) + 1 for word, n in seen.items()
    }
    query = vector(Counter(words(duties)), rarity)
    return {
        name: sum(
            query.get(word, 0) * value for word, value in vector(c, rarity).items()
        )
        for name, c in counts.items()
    }


def vector(count, rarity):
    raw = {word: n * rarity.get(word, 0) for word, n in count.items()}
    length = math.sqrt(sum(value * value for value in raw.values())) or 1
    return {word: value / length for word, value in raw.items()}


def words(text):
    return re.findall(r"[a-z]{2,}", text.lower())
