"""What is still to be evaluated: a counter in the database, never a message.

Whoever changes something that applicants are judged by raises `wanted` in the same
transaction and rings afterwards. A lost bell, a killed worker or a wiped broker only
delays: what is not done stays due, and the sweeper finds it.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import Count, F, Q

from candidates.models import Application
from candidates.stages import Status
from positions.models import Position
from screening.models import Evidence, Work

# How long a bell may take before the sweeper rings again.
GRACE = dt.timedelta(seconds=10)
LONGEST_WAIT = dt.timedelta(minutes=10)
# So many starts without an end: something is wrong that waiting does not mend.
STUCK_AFTER = 5
STUCK_WAIT = dt.timedelta(hours=1)

_RAISE = """
    INSERT INTO screening_work
        (application_id, position_id, wanted, done, attempts, next_try_at, last_error)
    SELECT id, position_id, 1, 0, 0, %(due)s, ''
    FROM candidates_application
    WHERE {which} AND status <> %(draft)s
    ORDER BY id
    ON CONFLICT (application_id) DO UPDATE SET
        wanted = screening_work.wanted + 1,
        attempts = 0,
        next_try_at = EXCLUDED.next_try_at,
        last_error = ''
"""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the evaluations of a position are, counted in applications."""

    total: int
    done: int
    stuck: int

    @property
    def is_finished(self) -> bool:
        return self.done == self.total

    @property
    def is_running(self) -> bool:
        return self.done + self.stuck < self.total


def want(application: Application, *, at: dt.datetime) -> None:
    """Ask for an evaluation of one application. Call it inside the transaction."""
    _raise("id = %(key)s", application.pk, at=at)


@transaction.atomic
def want_afresh(application: Application, *, at: dt.datetime) -> None:
    """Ask for an evaluation that reads again what the applicant told."""
    want(application, at=at)
    Evidence.objects.filter(application=application).delete()


def want_position(position: Position, *, at: dt.datetime) -> None:
    """Ask for an evaluation of everybody who has applied for a position."""
    _raise("position_id = %(key)s", position.pk, at=at)


def _raise(which: str, key: int, *, at: dt.datetime) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            _RAISE.format(which=which),  # one of the two literals above
            {"key": key, "due": at + GRACE, "draft": Status.DRAFT.value},
        )


def claim(application_ids: Sequence[int], *, at: dt.datetime) -> dict[int, int]:
    """Count one start for each that is unfinished, and say which `wanted` it is for.

    The start is stored before any work is done, so a start that kills its process is
    counted too. Nobody gets the same work again before its time has come.
    """
    if not application_ids:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            """
            UPDATE screening_work SET
                attempts = LEAST(attempts + 1, 30000),
                next_try_at = %(at)s + interval '1 second' * CASE
                    WHEN attempts + 1 >= %(stuck)s THEN %(stuck_wait)s
                    ELSE LEAST(%(grace)s * power(2, LEAST(attempts, 10)), %(longest)s)
                END
            -- Not `done < wanted`: the index of what is due, full of what is done by
            -- now, would be walked through as a whole for the few asked for.
            WHERE application_id = ANY(%(ids)s)
                AND wanted - done > 0
                AND (attempts = 0 OR next_try_at <= %(at)s)
            RETURNING application_id, wanted
            """,
            {
                "at": at,
                "ids": list(application_ids),
                "stuck": STUCK_AFTER,
                "stuck_wait": STUCK_WAIT.total_seconds(),
                "grace": GRACE.total_seconds(),
                "longest": LONGEST_WAIT.total_seconds(),
            },
        )
        return dict(cursor.fetchall())


def keep_from_erasure(application_ids: Sequence[int]) -> None:
    """Hold applications until the transaction ends: nobody can erase them meanwhile.

    Before the work rows are locked, because erasing takes them in that order, too. Who
    only changes an application neither waits for this nor holds it up.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM candidates_application"
            " WHERE id = ANY(%s) ORDER BY id FOR KEY SHARE",
            [list(application_ids)],
        )


def finish(claims: Mapping[int, int]) -> dict[int, int]:
    """Note as done, up to the `wanted` they were claimed for, those not done so far yet.

    Returns the `wanted` of now for each of these; whoever is left out came late. Call it
    inside the transaction that writes the results.
    """
    with connection.cursor() as cursor:
        # Held in the order of their keys first, so that nobody waits in a circle.
        cursor.execute(
            "SELECT FROM screening_work WHERE application_id = ANY(%s)"
            " ORDER BY application_id FOR NO KEY UPDATE",
            [list(claims)],
        )
        cursor.execute(
            """
            UPDATE screening_work SET
                done = claim.wanted,
                attempts = CASE WHEN screening_work.wanted = claim.wanted
                    THEN 0 ELSE attempts END,
                last_error = CASE WHEN screening_work.wanted = claim.wanted
                    THEN '' ELSE last_error END
            FROM unnest(%s::bigint[], %s::bigint[]) AS claim (application_id, wanted)
            WHERE screening_work.application_id = claim.application_id
                AND done < claim.wanted
            RETURNING screening_work.application_id, screening_work.wanted
            """,
            [list(claims), list(claims.values())],
        )
        return dict(cursor.fetchall())


def note_failure(application_id: int, error: Exception) -> None:
    """Keep the kind of error for people to see; the next try is set already."""
    Work.objects.unfinished().filter(application=application_id).update(
        last_error=type(error).__name__[:200]
    )


def progress_of(position: Position) -> Progress:
    """Count what is done, in one query."""
    counts = (
        Work.objects.filter(position=position)
        .exclude(application__status=Status.WITHDRAWN)
        .aggregate(
            all_of_them=Count("pk"),
            finished=Count("pk", filter=Q(done__gte=F("wanted"))),
            stopped=Count(
                "pk", filter=Q(done__lt=F("wanted"), attempts__gte=STUCK_AFTER)
            ),
        )
    )
    return Progress(
        total=counts["all_of_them"], done=counts["finished"], stuck=counts["stopped"]
    )
