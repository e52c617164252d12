"""The voluntary equality answers: put away where nobody can join them to anybody.

They lie in a schema of their own. The role that web and workers run as may add rows
and may call one function, which counts; it can neither read nor change them. A row
holds a position and a month, no application, no person and no moment. Nothing that
judges may import this module (`.importlinter`).
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import connection, connections
from django.utils.translation import gettext_lazy as _
from psycopg2 import sql

from positions.models import Position

SMALLEST = 5  # groups below this are never counted out; the database refuses

PREFER_NOT = ("PREFER_NOT", _("Prefer not to say"))

# Question: its words, then the answers. Harmonised categories, none of them required.
QUESTIONS: dict[str, tuple[Any, tuple[tuple[str, Any], ...]]] = {
    "gender": (
        _("Which of these describes you?"),
        (
            ("WOMAN", _("Woman")),
            ("MAN", _("Man")),
            ("OTHER", _("Another way")),
            PREFER_NOT,
        ),
    ),
    "age": (
        _("How old are you?"),
        (
            ("UNDER_25", _("Under 25")),
            ("25_39", _("25 to 39")),
            ("40_54", _("40 to 54")),
            ("55_OVER", _("55 or over")),
            PREFER_NOT,
        ),
    ),
    "ethnicity": (
        _("What is your ethnic group?"),
        (
            ("ASIAN", _("Asian")),
            ("BLACK", _("Black, African or Caribbean")),
            ("MIXED", _("Mixed or several ethnic groups")),
            ("WHITE", _("White")),
            ("OTHER", _("Another ethnic group")),
            PREFER_NOT,
        ),
    ),
    "disability": (
        _("Do you have a health condition or disability that lasts?"),
        (("YES", _("Yes")), ("NO", _("No")), PREFER_NOT),
    ),
}


@dataclass(frozen=True, slots=True)
class Count:
    """How many gave one answer; None where there are fewer than `SMALLEST`."""

    words: str
    n: int | None


@dataclass(frozen=True, slots=True)
class Counted:
    """One question with its answers, in the order they are asked."""

    words: str
    counts: tuple[Count, ...]


def put_away(position: Position, answers: Mapping[str, str], *, on: dt.date) -> int:
    """Store what was answered; return how many answers that were.

    What is no question or no answer to it is left out. Only the month is kept.
    """
    kept = {
        question: answer
        for question, answer in answers.items()
        if question in QUESTIONS and answer in dict(QUESTIONS[question][1])
    }
    # Plain SQL: the ORM would want to read the row's key back, and may not.
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO vault.equality_answer (position_id, month, question, answer)"
            " SELECT %s, %s, * FROM unnest(%s::text[], %s::text[])",
            [position.pk, on.replace(day=1), [*kept], [*kept.values()]],
        )
    return len(kept)


def counts_of(position: Position) -> list[Counted]:
    """Count the answers of a closed position; empty while it is not closed.

    A count that two moments could be subtracted from would reveal a person: so there
    is none before nobody can be added any more.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT question, answer, n FROM vault.counts(%s)", [position.pk]
        )
        found = {(question, answer): n for question, answer, n in cursor.fetchall()}
    if not found:
        return []
    return [
        Counted(
            words=str(words),
            counts=tuple(
                Count(str(said), found.get((question, answer)))
                for answer, said in answers
            ),
        )
        for question, (words, answers) in QUESTIONS.items()
    ]


def grant(*, using: str) -> None:
    """Let the application's role add and count, and nothing else; after a migration."""
    with connections[using].cursor() as cursor:
        cursor.execute(
            "SELECT 1 FROM pg_roles WHERE rolname = %s AND rolname <> current_user",
            [settings.APP_ROLE],
        )
        if cursor.fetchone() is None:
            return
        role = sql.Identifier(settings.APP_ROLE)
        for statement in (
            "GRANT USAGE ON SCHEMA vault TO {role}",
            "REVOKE ALL ON vault.equality_answer FROM {role}",
            "GRANT INSERT ON vault.equality_answer TO {role}",
            "GRANT EXECUTE ON FUNCTION vault.counts(bigint) TO {role}",
        ):
            cursor.execute(sql.SQL(statement).format(role=role))
