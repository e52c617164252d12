"""A crowd of applicants for one position, with a CV and evidence as intake stores it.

A few of the demo's applicants really apply, and what is extracted of them is the mould:
the figures of everybody else vary around theirs, the same on every run.
"""

import copy
import datetime as dt
import io
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

import pgtrigger
from django.db import connection, transaction

from backoffice_ats.demo import loading
from candidates.models import Application
from positions.models import PlanVersion, Position
from positions.services import plans
from screening.engine import ENGINE_VERSION
from screening.engine.values import TOP
from screening.services import evidence, work

AT_ONCE = 2_000  # made by one statement, which may take only so long
TRAIL = "candidates.Application:insert_insert"
JITTER = 2_500  # hundredths of a point, of a strength
PEOPLE = """
WITH made AS (
    INSERT INTO candidates_candidate
        (name, email, phone, city, created_at, updated_at)
    SELECT initcap(translate(substr(md5('first' || n), 1, 6), {digits}))
           || ' ' || initcap(translate(substr(md5('last' || n), 1, 8), {digits})),
           'bench' || n || '@mail.example', '', '', now(), now()
    FROM generate_series(%s, %s) AS n
    RETURNING id
), applied AS (
    INSERT INTO candidates_application
        (position_id, candidate_id, status, reference, code, source, source_token,
         answers, suspected_spam, submitted_at, reason_code, note, next_action,
         link_version, created_at, updated_at)
    SELECT %s, id, 'SUBMITTED', 'BENCH-' || id, '', 'BENCH', '', '{}', false,
           now(), '', '', '', 0, now(), now()
    FROM made RETURNING id
)
INSERT INTO candidates_document
    (application_id, name, file, kind, size, sha256, state, reason, text,
     reader_version, attempts, next_try_at, created_at, updated_at)
SELECT id, 'cv.pdf', 'bench/' || id, 'PDF', 200000, md5(id::text) || md5(id::text),
       'READ', '', '', '', 0, now(), now(), now()
FROM applied RETURNING application_id
""".replace("{digits}", "'0123456789', 'ioulnrstmk'")  # names as unlike as people's
EVIDENCE = """
COPY screening_evidence
    (application_id, plan_version_id, facts, basis, engine_version, extracted_at)
FROM STDIN
"""


@dataclass(frozen=True, slots=True)
class Crowd:
    """Where people apply, by which plan, and the moulds of what they show."""

    position: Position
    version: PlanVersion
    basis: str
    moulds: Sequence[dict[str, Any]]
    at: dt.datetime

    def apply(self, first: int, last: int) -> list[int]:
        """Store the applications number `first` to `last`; return their keys."""
        with connection.cursor() as cursor:
            cursor.execute(PEOPLE, [first, last, self.position.pk])
            keys = [key for (key,) in cursor.fetchall()]
            lines = io.StringIO("".join(map(self._line, keys)))
            cursor.copy_expert(EVIDENCE, lines)
        return keys

    def fill(self, size: int, say: Callable[[str], object]) -> None:
        """Let `size` people apply; an evaluation is wanted and no bell rings yet."""
        # The trail of rows that somebody made by hand would take most of the time.
        with pgtrigger.ignore(TRAIL):
            for first in range(1, size + 1, AT_ONCE):
                self.apply(first, min(first + AT_ONCE - 1, size))
                say(f"{min(first + AT_ONCE - 1, size):,} of {size:,} have applied")
        work.want_position(self.position, at=self.at)

    def _line(self, key: int) -> str:
        facts = json.dumps(varied(self.moulds, Random(key)))  # noqa: S311 -- no secret
        plan, at = self.version.pk, self.at.isoformat()
        escaped = facts.replace("\\", "\\\\")
        return f"{key}\t{plan}\t{escaped}\t{self.basis}\t{ENGINE_VERSION}\t{at}\n"


def gather(at: dt.datetime) -> Crowd:
    """Publish the demo's first position, and see what its applicants show."""
    users = loading.load_house(at=at)
    position = loading.load_positions(users, at=at)[0]
    version = plans.current(position)
    if version is None:
        raise RuntimeError("The demo's position has no plan.")
    basis = evidence.basis_of(position, version)
    with transaction.atomic():
        moulds = [evidence.facts_of(one, basis) for one in _applicants(position, at=at)]
        transaction.set_rollback(True)
    return Crowd(position, version, basis.digest(), moulds, at)


def _applicants(position: Position, *, at: dt.datetime) -> Iterator[Application]:
    for person in loading.APPLICANTS[position.slug]:
        yield loading.receive_by_form(person, position, at=at)


def varied(moulds: Sequence[dict[str, Any]], random: Random) -> dict[str, Any]:
    """Return the facts of somebody like one of the moulds: more or less of everything."""
    facts = copy.deepcopy(random.choice(moulds))
    for months in facts["months"].values():
        share = random.randint(40, 160)
        months["low"] = months["low"] * share // 100
        if months["high"] is not None:
            months["high"] = max(months["low"], months["high"] * share // 100)
    for duty in facts["duties"].values():
        if duty[0] is not None:
            duty[0] = min(TOP, max(0, duty[0] + random.randint(-JITTER, JITTER)))
    return facts
