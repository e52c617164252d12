"""How long finding somebody takes, among a thousand people and a hundred thousand."""

import time
from collections.abc import Callable

import pgtrigger
from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from django.test.utils import CaptureQueriesContext

from backoffice_ats.accounts.enums import Role
from backoffice_ats.accounts.models import User
from candidates.models import Candidate
from candidates.services import board, duplicates, search
from candidates.services.search import Filters
from positions.models import Position

SIZES = (1_000, 100_000)
REPEATS = 5
TRAIL = "candidates.Application:insert_insert"
AT_ONCE = 2_000  # made by one statement, which may take only so long
SEARCHES = {
    "a name": ("Zelda Quistgaard", Filters()),
    "a name with a slip": ("Zelda Qistgaard", Filters()),
    "a rare word": ("intrastat", Filters()),
    "a phrase": ('"month end accounts"', Filters()),
    "a word of half of them": ("payroll", Filters()),
    "two words, one left out": ("payroll -pension", Filters()),
    "a word within one stage": ("payroll", Filters(status="SHORTLISTED")),
    "nothing but a stage": ("", Filters(status="SHORTLISTED")),
}
# People as a large office has them: few names, many of each, words in every other CV.
MAKE = """
WITH made AS (
    INSERT INTO candidates_candidate
        (name, email, phone, city, created_at, updated_at)
    SELECT (ARRAY['Anna','Ben','Cy','Dora','Emil','Fay','Gus','Hana'])[1 + n %% 8]
           || ' ' || chr(65 + n %% 26) || substr(md5(n::text), 1, 6),
           'bench' || n || '@mail.example', '', '', now(), now()
    FROM generate_series(%s, %s) AS n
    RETURNING id
), applied AS (
    INSERT INTO candidates_application
        (position_id, candidate_id, status, reference, code, source, source_token,
         answers, suspected_spam, submitted_at, reason_code, note, next_action,
         link_version, created_at, updated_at)
    SELECT %s, id,
           CASE WHEN id %% 20 = 0 THEN 'SHORTLISTED' ELSE 'SUBMITTED' END,
           'BENCH-' || id, '', 'BENCH', '', '{}', false,
           now() - (id %% 400) * interval '1 day', '', '', '', 0, now(), now()
    FROM made RETURNING id
), told AS (
    SELECT id,
           'Officer. Closed the month and filed returns. '
           || CASE WHEN id %% 2 = 0 THEN 'Ran payroll for drivers. ' ELSE '' END
           || CASE WHEN id %% 4 = 0 THEN 'Uploaded pension lists. ' ELSE '' END
           || CASE WHEN id %% 500 = 0 THEN 'Prepared month end accounts. ' ELSE '' END
           || CASE WHEN id %% 900 = 0 THEN 'Sent Intrastat reports. ' ELSE '' END
           || repeat(md5(id::text) || ' ledger invoices suppliers ', 20) AS text
    FROM applied
)
INSERT INTO candidates_searchentry (application_id, text, words, stale)
SELECT id, text, to_tsvector('ats', text), false FROM told
"""
SOUGHT = """
UPDATE candidates_candidate SET name = 'Zelda Quistgaard'
WHERE id = (SELECT max(id) FROM candidates_candidate)
"""


def people(write: Callable[[str], object], *, sizes: tuple[int, ...] = SIZES) -> None:
    """Measure searches as an HR manager makes them, up to the rows of a page.

    Needs the database, as its owner. Everything happens in one
    transaction that is rolled back. Each line has the time in milliseconds for each
    size, how many times longer the last takes than the first, and the queries; the
    floor is one empty query and the newest page without any search.
    """
    write(f"Finding people, best of {REPEATS}, in milliseconds (queries):")
    found: dict[str, list[float]] = {}
    asked: dict[str, int] = {}
    with transaction.atomic():
        user = User.objects.create_user("bench@mail.example", role=Role.HR_MANAGER)
        made = 0
        for size in sizes:
            _make(made, size)
            made = size
            for title, (words, filters) in {
                "floor: the newest page, no search": ("", Filters()),
                **SEARCHES,
            }.items():
                ask = _asker(user, words, filters)
                found.setdefault(title, []).append(_best(ask))
                asked[title] = _queries(ask)
            title = "who may be the same person as one"
            found.setdefault(title, []).append(_best(_compare))
            asked[title] = _queries(_compare)
        transaction.set_rollback(True)
    write(f"  {'floor: one empty query':<40} {_best(_empty_query):9.3f}")
    heads = "".join(f"{size:>11,}" for size in sizes)
    write(f"  {'':<40}{heads}")
    for title, times in found.items():
        figures = "".join(f"{one:11.2f}" for one in times)
        ratio = times[-1] / times[0]
        write(f"  {title:<40}{figures}  x {ratio:.1f} ({asked[title]})")


def _asker(user: User, words: str, filters: Filters) -> Callable[[], object]:
    def ask() -> None:
        found = board.listed(search.find(user, words, filters))
        page = board.BoundedPaginator(found, board.PAGE).get_page(1)
        rows = [board.row_of(one, user) for one in page]
        if words:
            search.snippets([row.application.pk for row in rows], words, user)

    return ask


def _compare() -> None:
    """Look for duplicates of the newest, as the worker does for each who comes."""
    duplicates.compare(Candidate.objects.latest("pk"))


def _make(made: int, size: int) -> None:
    position = Position.objects.order_by("pk").values_list("pk", flat=True).first()
    # The trail of rows that are rolled back would take most of the time.
    with pgtrigger.ignore(TRAIL), connection.cursor() as cursor:
        for first in range(made + 1, size + 1, AT_ONCE):
            last = min(first + AT_ONCE - 1, size)
            cursor.execute(MAKE, [first, last, position])
        cursor.execute(SOUGHT)
        analyze(cursor)


def analyze(cursor: CursorWrapper) -> None:
    """Let PostgreSQL count what was made, as it does by itself in daily work.

    Raises RuntimeError where the login may not: it would plan for an empty table.
    """
    for table in ("candidate", "application", "searchentry"):
        cursor.execute(f"ANALYZE candidates_{table}")
    cursor.execute(
        "SELECT reltuples FROM pg_class WHERE oid = 'candidates_candidate'::regclass"
    )
    (counted,) = cursor.fetchone()
    cursor.execute("SELECT count(*) FROM candidates_candidate")
    (there,) = cursor.fetchone()
    if not there * 0.8 <= counted <= there * 1.2:
        raise RuntimeError("Measure as the owner of the database (`make bench` does).")


def _best(work: Callable[[], object]) -> float:
    """Return the shortest of some runs, in milliseconds."""
    best = float("inf")
    for _ in range(REPEATS):
        began = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - began)
    return best * 1000


def _queries(work: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as queries:
        work()
    return len(queries)


def _empty_query() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
