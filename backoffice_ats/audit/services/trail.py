"""The trail as one list: events of every tracked table and acts, newest first."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import pghistory.models
from django.apps import apps
from django.conf import settings
from django.db import connection, models
from django.utils.dateparse import parse_datetime
from psycopg2 import sql

from backoffice_ats.audit import sentences
from backoffice_ats.audit.enums import KIND_ACTS, KIND_MODELS, Kind
from backoffice_ats.audit.models import AuditEvent

PAGE = 50


@dataclass(frozen=True)
class Filters:
    """What somebody asks the trail: nothing set is everything."""

    kind: str = ""
    person: int | None = None
    position: int | None = None
    since: dt.datetime | None = None
    until: dt.datetime | None = None
    # Positions this reader must not learn of.
    hidden: tuple[int, ...] = ()


@dataclass(frozen=True)
class Cursor:
    """The last row somebody has read; the next page begins below it."""

    at: dt.datetime
    source: str
    pk: int

    def __str__(self) -> str:
        return f"{self.at.isoformat()}~{self.source}~{self.pk}"

    @classmethod
    def parse(cls, text: str) -> "Cursor | None":
        """Read what `str` wrote; None for anything else."""
        at, _, rest = text.partition("~")
        source, _, pk = rest.partition("~")
        try:
            moment = parse_datetime(at)
        except ValueError:
            return None
        # A key fits the column, or it is not one of ours.
        if not moment or not moment.tzinfo or not pk.isdecimal() or len(pk) > 18:  # noqa: PLR2004 -- digits of a bigint
            return None
        return cls(moment, source, int(pk))


@dataclass(frozen=True)
class Row:
    """One event as the database keeps it."""

    source: str
    pk: int
    at: dt.datetime
    label: str
    object_id: int
    position_id: int | None
    application_id: int | None
    data: dict[str, Any]
    before: dict[str, Any]
    context: dict[str, Any]

    @property
    def actor_id(self) -> int | None:
        """Who did it; the request's user, or whom the row itself names."""
        for value in (
            self.data.get("actor_id"),
            self.data.get("by_id"),
            self.context.get("user"),
        ):
            if value:
                return int(value)
        return None


@dataclass(frozen=True)
class Entry:
    """One line of the trail, in words."""

    at: dt.datetime
    who: str
    text: str
    kind: str
    position_title: str = ""
    position_slug: str = ""


@dataclass(frozen=True)
class Page:
    """A stretch of the trail; `next` is where the one below it begins."""

    entries: list[Entry] = field(default_factory=list)
    next: str = ""


def read(filters: Filters, *, after: Cursor | None = None, size: int = PAGE) -> Page:
    """Read `size` lines below `after`, newest first, in a constant number of queries."""
    rows = _fetch(filters, after, size + 1)
    more, rows = rows[size:], rows[:size]
    names = _names(rows)
    last = rows[-1] if rows else None
    return Page(
        entries=[_entry(row, names) for row in rows],
        next=str(Cursor(last.at, last.source, last.pk)) if more and last else "",
    )


# ---- words ----


def _entry(row: Row, names: sentences.Names) -> Entry:
    position = names.positions.get(row.position_id or 0)
    return Entry(
        at=row.at,
        who=sentences.who(row, names),
        text=sentences.what(row, names),
        kind=_kind(row),
        position_title=position[0] if position else "",
        position_slug=position[1] if position else "",
    )


def _kind(row: Row) -> str:
    for kind in Kind:
        if row.source in KIND_MODELS.get(kind, ()) or row.data.get(
            "act"
        ) in KIND_ACTS.get(kind, ()):
            return str(kind.label)
    return ""


def _names(rows: list[Row]) -> sentences.Names:
    """Look up, once per kind of thing, what the rows of a page are called."""
    users = {
        *(row.actor_id for row in rows),
        *(row.object_id for row in rows if row.source == settings.AUTH_USER_MODEL),
        *(row.data.get(key) for row in rows for key in sentences.USER_KEYS),
        *(row.before.get(key) for row in rows for key in sentences.USER_KEYS),
        *(
            row.object_id
            for row in rows
            if row.data.get("subject") == settings.AUTH_USER_MODEL
        ),
    }
    criteria = {row.data.get("criterion") for row in rows}
    return sentences.Names(
        users=dict(_values(settings.AUTH_USER_MODEL, users, "name")),
        positions={
            pk: (title, slug)
            for pk, title, slug in _values(
                "positions.Position", {row.position_id for row in rows}, "title", "slug"
            )
        },
        applications={
            pk: code or reference or ""
            for pk, code, reference in _values(
                "candidates.Application",
                {row.application_id for row in rows},
                "code",
                "reference",
            )
        },
        criteria=dict(_values("positions.Criterion", criteria, "title")),
    )


def _values(label: str, keys: set[Any], *fields: str) -> Iterator[Any]:
    wanted = {key for key in keys if isinstance(key, int)}
    manager = apps.get_model(label)._default_manager  # noqa: SLF001 -- Django's documented name
    return iter(manager.filter(pk__in=wanted).values_list("pk", *fields))


# ---- rows ----


def _fetch(filters: Filters, after: Cursor | None, size: int) -> list[Row]:
    branches = [
        _branch(source, filters, after, size) for source in _sources(filters.kind)
    ]
    query = sql.SQL(
        "SELECT * FROM ({branches}) AS trail ORDER BY at DESC, source DESC, pk DESC"
        " LIMIT {size}"
    ).format(branches=sql.SQL(" UNION ALL ").join(branches), size=sql.Literal(size))
    with connection.cursor() as cursor:
        # As text: what keeps the request's context on each statement reads it.
        cursor.execute(query.as_string(cursor.cursor))
        return [_row(*values) for values in cursor.fetchall()]


def _row(*values: Any) -> Row:  # noqa: ANN401 -- columns of the query above
    *plain, data, before, context = values
    loaded = (
        json.loads(v) if isinstance(v, str) else v for v in (data, before, context)
    )
    return Row(*plain, *(value or {} for value in loaded))


def _sources(kind: str) -> list[type[models.Model]]:
    """Event models of the tables of one kind, or of all; acts are a source too."""
    wanted = KIND_MODELS.get(Kind(kind), ()) if kind in Kind.values else None
    found: list[type[models.Model]] = [
        model for model in event_models() if wanted is None or _tracked(model) in wanted
    ]
    if wanted is None or KIND_ACTS.get(Kind(kind)):
        found.append(AuditEvent)
    return found


def event_models() -> list[type[models.Model]]:
    """List the models that pghistory made for the tracked tables."""
    return [
        model
        for model in apps.get_models()
        if issubclass(model, pghistory.models.Event) and model._meta.managed
    ]


def _tracked(model: type[models.Model]) -> str:
    tracked = model.pgh_tracked_model  # type: ignore[attr-defined]  # set by pghistory
    return str(tracked._meta.label)


def _branch(
    model: type[models.Model], filters: Filters, after: Cursor | None, size: int
) -> sql.Composable:
    if model is AuditEvent:
        return _acts(filters, after, size)
    return _events(model, filters, after, size)


_EVENTS: Final = sql.SQL(
    """(SELECT {source}::text AS source, e.pgh_id::bigint AS pk, e.pgh_created_at AS at,
      e.pgh_label AS label, e.pgh_obj_id::bigint AS object_id,
      ({position})::bigint AS position_id, ({application})::bigint AS application_id,
      to_jsonb(e) - 'content' AS data, before.data AS before, c.metadata AS context
    FROM {table} e
    LEFT JOIN pghistory_context c ON c.id = e.pgh_context_id
    LEFT JOIN LATERAL (
      SELECT to_jsonb(p) - 'content' AS data FROM {table} p
      WHERE p.pgh_obj_id = e.pgh_obj_id AND p.pgh_id < e.pgh_id
      ORDER BY p.pgh_id DESC LIMIT 1
    ) before ON true
    WHERE {where}
    ORDER BY e.pgh_created_at DESC, e.pgh_id DESC LIMIT {size})"""
)

_ACTS: Final = sql.SQL(
    """(SELECT {source}::text AS source, e.id AS pk, e.at AS at, e.act AS label,
      e.subject_id AS object_id, e.position_id AS position_id,
      CASE lower(e.subject)
        WHEN 'candidates.application' THEN e.subject_id
        WHEN 'candidates.document' THEN
          (SELECT d.application_id FROM {documents} d WHERE d.id = e.subject_id)
      END AS application_id,
      to_jsonb(e) AS data, NULL::jsonb AS before, NULL::jsonb AS context
    FROM {table} e WHERE {where} ORDER BY e.at DESC, e.id DESC LIMIT {size})"""
)


def _events(
    model: type[models.Model], filters: Filters, after: Cursor | None, size: int
) -> sql.Composable:
    source = _tracked(model)
    position, application = _belongs(model, source)
    where = [
        *_window(
            source, sql.SQL("e.pgh_created_at"), sql.SQL("e.pgh_id"), filters, after
        ),
        # A save that changed nothing people can read is no line of the trail.
        sql.SQL(
            "(e.pgh_label <> 'update' OR to_jsonb(e) - {hidden}::text[]"
            " IS DISTINCT FROM before.data - {hidden}::text[])"
        ).format(hidden=sql.Literal(sentences.hidden(source))),
        *(
            [sql.SQL("e.pgh_label <> 'insert'")]
            if source in sentences.SILENT_INSERTS
            else []
        ),
    ]
    if filters.person:
        where.append(
            sql.SQL("c.metadata->>'user' = {}").format(sql.Literal(str(filters.person)))
        )
    if filters.hidden:
        where.append(_not_hidden(sql.SQL("({})").format(position), filters))
    if filters.position:
        where.append(
            sql.SQL("({}) = {}").format(position, sql.Literal(filters.position))
        )
    return _EVENTS.format(
        source=sql.Literal(source),
        table=sql.Identifier(model._meta.db_table),
        position=position,
        application=application,
        where=sql.SQL(" AND ").join(where),
        size=sql.Literal(size),
    )


def _belongs(
    model: type[models.Model], source: str
) -> tuple[sql.Composable, sql.Composable]:
    """Say in SQL which position and which application an event is about."""
    columns = {f.column for f in model._meta.concrete_fields}
    nothing = sql.SQL("NULL")
    if source == "candidates.Application":
        return sql.SQL("e.position_id"), sql.SQL("e.pgh_obj_id")
    if source == "positions.Position":
        return sql.SQL("e.pgh_obj_id"), nothing
    if "position_id" in columns:
        return sql.SQL("e.position_id"), nothing
    if "education_id" in columns:
        # By its events: the requirement itself may be gone.
        model = apps.get_model("positions.EducationRequirementEvent")
        table = sql.Identifier(model._meta.db_table)
        return (
            sql.SQL(
                "SELECT max(r.position_id) FROM {} r"
                " WHERE r.pgh_obj_id = e.education_id"
            ).format(table),
            nothing,
        )
    if "application_id" in columns:
        table = sql.Identifier(apps.get_model("candidates.Application")._meta.db_table)
        return (
            sql.SQL(
                "SELECT a.position_id FROM {} a WHERE a.id = e.application_id"
            ).format(table),
            sql.SQL("e.application_id"),
        )
    return nothing, nothing


def _acts(filters: Filters, after: Cursor | None, size: int) -> sql.Composable:
    source = AuditEvent._meta.label
    where = _window(source, sql.SQL("e.at"), sql.SQL("e.id"), filters, after)
    if filters.kind in Kind.values:
        acts = [str(act) for act in KIND_ACTS.get(Kind(filters.kind), ())]
        where.append(sql.SQL("e.act = ANY({})").format(sql.Literal(acts)))
    if filters.person:
        where.append(sql.SQL("e.actor_id = {}").format(sql.Literal(filters.person)))
    if filters.hidden:
        where.append(_not_hidden(sql.SQL("e.position_id"), filters))
    if filters.position:
        where.append(
            sql.SQL("e.position_id = {}").format(sql.Literal(filters.position))
        )
    return _ACTS.format(
        source=sql.Literal(source),
        table=sql.Identifier(AuditEvent._meta.db_table),
        documents=sql.Identifier(apps.get_model("candidates.Document")._meta.db_table),
        where=sql.SQL(" AND ").join(where),
        size=sql.Literal(size),
    )


def _not_hidden(position: sql.Composable, filters: Filters) -> sql.Composable:
    """Leave out what is about a hidden position; what is about none stays."""
    return sql.SQL("coalesce(({})::bigint <> ALL({}::bigint[]), true)").format(
        position, sql.Literal(list(filters.hidden))
    )


def _window(
    source: str,
    at: sql.Composable,
    pk: sql.Composable,
    filters: Filters,
    after: Cursor | None,
) -> list[sql.Composable]:
    where: list[sql.Composable] = [sql.SQL("true")]
    if filters.since:
        where.append(sql.SQL("{} >= {}").format(at, sql.Literal(filters.since)))
    if filters.until:
        where.append(sql.SQL("{} < {}").format(at, sql.Literal(filters.until)))
    if after:
        moment = sql.Literal(after.at)
        if source == after.source:
            where.append(
                sql.SQL("({}, {}) < ({}, {})").format(
                    at, pk, moment, sql.Literal(after.pk)
                )
            )
        else:
            sign = sql.SQL("<=" if source < after.source else "<")
            where.append(sql.SQL("{} {} {}").format(at, sign, moment))
    return where
