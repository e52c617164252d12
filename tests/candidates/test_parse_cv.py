"""The command that prints what is read, run as people run it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.candidates.cv import samples

ROOT = Path(__file__).resolve().parents[2]
NOWHERE = "postgresql://nobody@127.0.0.1:1/none"


def parse_cv(*files: str) -> tuple[int, list[dict[str, Any]]]:
    """Run the command where no database can be reached."""
    done = subprocess.run(  # noqa: S603 -- our own command
        [sys.executable, "manage.py", "parse_cv", *files],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": NOWHERE, "DATABASE_OWNER_URL": NOWHERE},
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.stderr == ""
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def test_parse_cv_prints_one_object_per_file_in_order_and_needs_no_database(tmp_path):
    good, locked, fake = tmp_path / "a.txt", tmp_path / "b.pdf", tmp_path / "c.pdf"
    good.write_bytes(samples.txt(samples.Person()))
    locked.write_bytes(samples.locked_pdf("secret"))
    fake.write_bytes(b"GIF87a<?php")
    missing = tmp_path / "d.docx"

    code, told = parse_cv(*map(str, (good, locked, fake, missing, tmp_path)))

    assert code == 0
    assert [(one["file"], one["status"], one["reason"]) for one in told] == [
        (str(good), "ok", None),
        (str(locked), "unreadable", "encrypted"),
        (str(fake), "refused", "not_pdf"),
        (str(missing), "unreadable", "missing"),
        (str(tmp_path), "unreadable", "missing"),
    ]
    assert samples.DUTIES[0] in told[0]["text"]
    assert [job["startDate"] for job in told[0]["resume"]["work"]] == [
        "2019-01",
        "2014-03",
    ]
    assert told[0]["resume"]["education"][0]["x-level"] == "BACHELOR"
    assert told[1]["resume"] is None
