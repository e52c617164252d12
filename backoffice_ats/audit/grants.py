"""What every database gets after a migration: the trail's walls and its indexes."""

import pghistory.models
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from psycopg2 import sql

from backoffice_ats.audit.models import AuditEvent


def grant_app_role(*, using: str) -> None:
    """Give the application's role its rights in this database; after every migrate.

    Without a separate owner login, or where the role does not exist, nothing is
    granted and the walls are kept by code alone (`check` warns about that).
    """
    call_command("createcachetable", database=using, verbosity=0)
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT current_user = %s", [settings.APP_ROLE])
        if cursor.fetchone()[0]:
            return
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [settings.APP_ROLE])
        if cursor.fetchone() is None:
            return
        role = sql.Identifier(settings.APP_ROLE)
        for statement in (
            "GRANT USAGE ON SCHEMA public TO {role}",
            "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}",
            "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {role}",
            "REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {role}",
            "REVOKE DELETE ON pghistory_context FROM {role}",
        ):
            cursor.execute(sql.SQL(statement).format(role=role))
        for table in event_tables():
            cursor.execute(
                sql.SQL("REVOKE UPDATE, DELETE ON {table} FROM {role}").format(
                    table=sql.Identifier(table), role=role
                )
            )


def event_tables() -> list[str]:
    """Name the tables of the trail, which nobody but the owner can change."""
    return [
        model._meta.db_table
        for model in apps.get_models()
        if issubclass(model, (pghistory.models.Event, AuditEvent))
        and model._meta.managed
    ]


def index_trail(*, using: str) -> None:
    """Give every table of events the order in which the trail is read."""
    with connections[using].cursor() as cursor:
        for model in apps.get_models():
            if issubclass(model, pghistory.models.Event) and model._meta.managed:
                table = model._meta.db_table
                cursor.execute(
                    sql.SQL(
                        "CREATE INDEX IF NOT EXISTS {name} ON {table}"
                        " (pgh_created_at DESC, pgh_id DESC)"
                    ).format(
                        name=sql.Identifier(f"{table}_in_time"[:63]),
                        table=sql.Identifier(table),
                    )
                )
        cursor.execute(
            "CREATE INDEX IF NOT EXISTS audit_event_in_time"
            " ON audit_auditevent (at DESC, id DESC)"
        )
