"""Finding people: names by likeness, everything else by its words.

The words of an application lie beside it, indexed (`SearchEntry`); a worker writes
them anew when a CV is read, a fact corrected, an application received. A search looks
into a few indexes (words, notes, names, marks), takes the newest of each, and keeps
what the searcher may see. So it asks the same few questions of a thousand people as of
a hundred thousand.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.search import (
    SearchHeadline,
    SearchQuery,
    SearchVector,
)
from django.db import transaction
from django.db.models import QuerySet, Value
from django.db.models.functions import Lower
from django.utils import timezone

from backoffice_ats.accounts.models import User
from candidates.enums import DocumentState
from candidates.models import Application, Candidate, Note, SearchEntry, Tag
from candidates.querysets import SearchEntryQuerySet
from candidates.services import duplicates
from candidates.stages import Status
from positions.models import Position

# Words are cut as English cuts them, accents and stop words aside: CVs mix languages,
# both sides are cut alike, and "IT" stays a word. Made by the migration.
CONFIG = "ats"
MOST = 1_000  # found by each index; who finds so many looks for something narrower
BEGIN, END = "\x02", "\x03"  # round a matching word; no stored text contains them
LONGEST = 600_000  # characters of one application; PostgreSQL's own limit is 1 MB


@dataclass(frozen=True, slots=True)
class Filters:
    """What a search is narrowed by; empty values narrow nothing."""

    position: int | None = None
    status: str = ""
    tag: int | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    with_cv: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a found text; `hit` says that it is what was looked for."""

    text: str
    hit: bool


def find(user: User, words: str, filters: Filters) -> "QuerySet[Application]":
    """Find applications, the newest first.

    `words` as people type them into a search engine: quotes for a phrase, OR, minus.
    Where names are hidden from this person, only code and reference find anything.
    """
    found = _narrowed(Application.objects.visible_to(user), filters)
    if words:
        found = found.filter(pk__in=_matching(user, words))
    ordered: QuerySet[Application] = found.order_by("-submitted_at", "-pk")
    return ordered


def _matching(user: User, words: str) -> list[int]:
    """Return the keys that any of the indexes knows, the newest of each.

    Each arm is one index, and asked by itself: joined by OR they would all be left for
    a walk through the whole table.
    """
    query = SearchQuery(words, config=CONFIG, search_type="websearch")
    visible = Application.objects.visible_to(user)
    named = Application.objects.named_to(user)
    addressed = Candidate.objects.annotate(address=Lower("email")).filter(
        address=words.lower()
    )
    noted = (
        Note.objects.visible_to(user)
        .annotate(words=SearchVector("text", config=CONFIG))
        .filter(words=query)
    )
    arms = [
        named.filter(search_entry__words=query),
        named.filter(candidate__name__trigram_word_similar=words),
        named.filter(candidate__name__trigram_similar=words),
        named.filter(candidate__in=addressed.values("pk")),
        named.filter(pk__in=noted.values("application")),
        visible.filter(reference=words.upper()),
        visible.filter(code=words.upper()),
    ]
    first, *others = (arm.order_by("-pk").values_list("pk")[:MOST] for arm in arms)
    return [key for (key,) in first.union(*others)]


def _narrowed(
    found: "QuerySet[Application]", filters: Filters
) -> "QuerySet[Application]":
    if filters.position:
        found = found.filter(position=filters.position)
    if filters.status:
        found = found.filter(status=filters.status)
    if filters.tag:
        found = found.filter(candidate__tags=filters.tag)
    if filters.since:
        found = found.filter(submitted_at__gte=_midnight(filters.since))
    if filters.until:
        after = filters.until + dt.timedelta(days=1)
        found = found.filter(submitted_at__lt=_midnight(after))
    if filters.with_cv:
        found = found.filter(
            documents__state=DocumentState.READ, documents__question__isnull=True
        ).distinct()
    return found


def _midnight(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))


def snippets(
    applications: Iterable[int], words: str, user: User
) -> dict[int, list[Piece]]:
    """Return the words around each match, for the applications of one page.

    One query. Those whose names are hidden from this person have none.
    """
    query = SearchQuery(words, config=CONFIG, search_type="websearch")
    rows = (
        SearchEntry.objects.filter(
            application__in=Application.objects.named_to(user).filter(
                pk__in=list(applications)
            ),
            words=query,
        )
        .annotate(
            headline=SearchHeadline(
                "text",
                query,
                config=CONFIG,
                start_sel=BEGIN,
                stop_sel=END,
                max_words=18,
                min_words=8,
                max_fragments=2,
                fragment_delimiter=" … ",
            )
        )
        .values_list("application", "headline")
    )
    return {key: pieces(headline) for key, headline in rows if BEGIN in headline}


def pieces(headline: str) -> list[Piece]:
    """Cut a headline at its marks; what stands between them is what was looked for."""
    found = []
    for number, part in enumerate(headline.split(BEGIN)):
        hit, mark, rest = part.partition(END)
        if number and mark:
            found += [Piece(hit, hit=True), Piece(rest.replace(END, ""), hit=False)]
        else:
            found.append(Piece(part.replace(END, ""), hit=False))
    return [piece for piece in found if piece.text]


def choices_for(user: User) -> tuple["QuerySet[Position]", "QuerySet[Tag]"]:
    """Return the positions and tags that a search can be narrowed to."""
    positions: QuerySet[Position] = Position.objects.read_by(user).order_by(
        "title", "pk"
    )
    tags: QuerySet[Tag] = Tag.objects.order_by("name", "pk")
    return positions, tags


# ---- writing the words ----


def mark_stale(application: Application) -> SearchEntry:
    """Note, in the transaction that changes something, that the words have changed."""
    entry: SearchEntry
    entry, created = SearchEntry.objects.get_or_create(application=application)
    if not created and not entry.stale:
        entry.stale = True
        entry.save(update_fields=["stale"])
    return entry


def mark_all_stale(applications: "QuerySet[Application]") -> None:
    """Note the same of several at once; each has its words since it was received."""
    SearchEntry.objects.filter(application__in=applications).update(stale=True)


def stale_entries() -> SearchEntryQuerySet:
    stale: SearchEntryQuerySet = SearchEntry.objects.stale().order_by("pk")
    return stale


@transaction.atomic
def index(application_id: int) -> bool:
    """Write an application's words anew; False if there is nothing to write.

    What the words are made of tells two people from one: they are compared here too.
    """
    entry = (
        SearchEntry.objects.select_for_update(of=("self",))
        .select_related("application__candidate")
        .filter(application=application_id, stale=True)
        .exclude(application__status=Status.DRAFT)
        .first()
    )
    if entry is None:
        return False
    head, body = _texts_of(entry.application)
    entry.text = f"{head}\n{body}"[:LONGEST]
    entry.words = SearchVector(Value(head), config=CONFIG, weight="A") + SearchVector(
        Value(body[:LONGEST]), config=CONFIG, weight="C"
    )
    entry.stale = False
    entry.save(update_fields=["text", "words", "stale"])
    if entry.application.candidate is not None:
        duplicates.compare(entry.application.candidate)
    return True


def _texts_of(application: Application) -> tuple[str, str]:
    """Return who it is and what they did, and all other words, plain."""
    candidate = application.candidate
    head: list[Any] = [candidate.name, candidate.email] if candidate else []
    work = list(application.work.order_by("source", "order"))
    studies = list(application.studies.order_by("source", "order"))
    head += [row.title for row in work] + [study.name for study in studies]
    body = [row.employer for row in work] + [row.text for row in work]
    body += [f"{study.field} {study.institution}" for study in studies]
    body += application.accomplishments.order_by("pk").values_list("text", flat=True)
    body += application.question_answers.order_by("pk").values_list("text", flat=True)
    body += application.documents.order_by("pk").values_list("text", flat=True)
    return _plain(head), _plain(body)


def _plain(parts: Iterable[str]) -> str:
    kept = "\n".join(part for part in parts if part)
    return kept.replace(BEGIN, " ").replace(END, " ").replace("\0", " ")
