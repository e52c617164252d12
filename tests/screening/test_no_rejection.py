"""No code path rejects by score: what judges cannot write what people decide."""

import ast
from pathlib import Path

import pytest

from candidates.models import Application
from candidates.stages import Status
from tests import make

ROOT = Path(__file__).parents[2]
DECIDING = {"move", "withdraw", "record_leaving", "announce"}
SOURCES = sorted((ROOT / "screening").rglob("*.py"))


def deciding_names(source):
    """Return what a module names that could change an application's status."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module == "candidates.services":
            found |= {one.name for one in node.names if one.name == "pipeline"}
        if isinstance(node, ast.Attribute) and node.attr == "NOT_SELECTED":
            found.add(node.attr)
        if isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Attribute)
            and target.attr in {"status", "decided_at", "decided_by", "reason_code"}
            for target in node.targets
        ):
            found.add("assignment")
        if isinstance(node, ast.keyword) and node.arg in {"status", "decided_by"}:
            found.add(f"keyword {node.arg}")
    return found


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_judges_names_nothing_that_decides(path):
    assert deciding_names(path.read_text(encoding="utf-8")) == set()


@pytest.mark.parametrize(
    "source",
    [
        "from candidates.services import pipeline",
        "application.status = 'X'",
        "Application.objects.update(status='NOT_SELECTED')",
        "x = Status.NOT_SELECTED",
    ],
)
def test_the_rule_notices_what_decides(source):
    assert deciding_names(source)


@pytest.mark.django_db
def test_the_lowest_score_changes_no_status(position, evaluate):
    application = make.application(
        position, work=[make.job(title="Shop assistant", text="Sold shoes.")]
    )
    before = Application.objects.values().get(pk=application.pk)

    evaluate()

    assert Application.objects.values().get(pk=application.pk) == before
    assert before["status"] == Status.SUBMITTED
