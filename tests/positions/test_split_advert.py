"""The command that splits an advert, run as people run it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.positions.pasted import adverts

ROOT = Path(__file__).resolve().parents[2]
NOWHERE = "postgresql://nobody@127.0.0.1:1/none"


def split_advert(file: str, given: bytes = b"") -> tuple[int, str, str]:
    """Run the command where no database can be reached."""
    done = subprocess.run(  # noqa: S603 -- our own command
        [sys.executable, "manage.py", "split_advert", file],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": NOWHERE, "DATABASE_OWNER_URL": NOWHERE},
        capture_output=True,
        check=False,
        input=given,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def texts(lines: list[dict[str, Any]]) -> tuple[str, ...]:
    return tuple(line["text"] for line in lines)


def test_split_advert_prints_one_object_and_needs_no_database(tmp_path):
    golden = adverts.BULLETS
    file = tmp_path / "advert.txt"
    file.write_text(golden.text, encoding="utf-8")

    code, out, complaints = split_advert(str(file))
    told = json.loads(out)

    assert (code, complaints) == (0, "")
    assert texts(told["duties"]) == golden.duties
    assert texts(told["requirements"]) == golden.requirements
    assert told["title"] == golden.title
    assert [(one["level"], one["level_name"]) for one in told["education"]] == [
        (3, "UPPER_SECONDARY")
    ]
    assert [one["months"] for one in told["experience"]] == [24]
    assert [one["name"] for one in told["skills"]] == ["Microsoft Excel"]
    assert split_advert("-", golden.text.encode())[1] == out


def test_split_advert_prints_empty_lists_for_nothing():
    code, out, _ = split_advert("-")
    told = json.loads(out)

    assert code == 0
    assert told["duties"] == told["requirements"] == told["education"] == []


def test_split_advert_says_what_is_wrong_with_a_file(tmp_path):
    code, out, complaints = split_advert("-", "Müdürlük".encode("utf-16"))

    assert (code, out) == (1, "")
    assert "UTF-8" in complaints
    code, out, complaints = split_advert(str(tmp_path / "missing.txt"))
    assert (code, out) == (1, "")
    assert "is not there" in complaints
