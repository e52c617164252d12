"""The command that says how clear a duty is, run as people run it."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
NOWHERE = "postgresql://nobody@127.0.0.1:1/none"


def check_duty(statement, text=""):
    """Run the command where no database can be reached."""
    done = subprocess.run(  # noqa: S603 -- our own command
        [sys.executable, "manage.py", "check_duty", statement],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": NOWHERE, "DATABASE_OWNER_URL": NOWHERE},
        input=text,
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stderr == ""
    (line,) = done.stdout.splitlines()
    return json.loads(line)


def test_a_duty_is_told_with_score_findings_and_their_places():
    statement = "Assists with supplier invoices as needed."

    told = check_duty(statement)

    assert set(told) == {"score", "findings"}
    assert told["score"] < 50
    assert all(
        set(one) == {"rule", "severity", "span", "message", "suggestion"}
        for one in told["findings"]
    )
    vague = [
        (statement[slice(*one["span"])], one["severity"])
        for one in told["findings"]
        if one["rule"] == "D5"
    ]
    assert vague == [("Assists with", "ERROR"), ("as needed", "ERROR")]


def test_a_dash_reads_standard_input():
    clear = "Answers 40 customer e-mails a day in the ticket system, so that each"

    told = check_duty("-", f"{clear} has a reply within a day.\n")

    assert told == {"score": 100, "findings": []}


def test_a_statement_that_begins_with_a_dash_is_read_from_standard_input():
    told = check_duty("-", "- Files letters")

    assert {one["rule"] for one in told["findings"]} == {"D2", "D3", "D4", "D7"}
