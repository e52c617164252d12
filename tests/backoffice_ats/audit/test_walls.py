"""The trail cannot be rewritten: not by the application, and frozen plans by nobody."""

import pghistory
import pytest
from django.apps import apps
from django.core.checks import run_checks
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from psycopg2 import errors, sql

from backoffice_ats.accounts.enums import Role
from backoffice_ats.accounts.models import User
from backoffice_ats.audit.checks import two_logins
from backoffice_ats.audit.grants import event_tables
from backoffice_ats.audit.models import Act, AuditEvent
from backoffice_ats.audit.services import acts
from tests import make

pytestmark = pytest.mark.django_db


def as_app(statement):
    """Run a statement as the login of web and workers; return the database's error."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE ats_app")
        try:
            with transaction.atomic():
                cursor.execute(statement)
        except DatabaseError as error:
            return error.__cause__
        finally:
            cursor.execute("RESET ROLE")
    return None


def filled(words, table, column=""):
    return sql.SQL(words).format(
        table=sql.Identifier(table), column=sql.Identifier(column or table)
    )


@pytest.fixture
def events():
    position = make.published()
    user = make.user()
    acts.record(Act.CV_READ, user, by=None, at=timezone.now())
    return position


@pytest.mark.usefixtures("events")
def test_all_event_tables_are_walled():
    tables = event_tables()
    assert "audit_auditevent" in tables
    assert "positions_planversionevent" in tables
    assert "accounts_userevent" in tables
    for table in tables:
        column = "act" if table == "audit_auditevent" else "pgh_label"
        for words in (
            "UPDATE {table} SET {column} = 'x'",
            "DELETE FROM {table}",
            "TRUNCATE {table}",
            "ALTER TABLE {table} DISABLE TRIGGER ALL",
            "DROP TABLE {table}",
        ):
            refused = as_app(filled(words, table, column))
            assert isinstance(refused, errors.InsufficientPrivilege), (words, table)


def test_a_frozen_plan_cannot_be_changed_even_by_the_owner(events):
    assert events.versions.exists()
    for statement in (
        "UPDATE positions_planversion SET reason = 'x'",
        "DELETE FROM positions_planversion",
    ):
        with (
            pytest.raises(DatabaseError, match=r"Cannot (update|delete)"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)
        assert as_app(statement) is not None


@pytest.mark.usefixtures("events")
def test_acts_cannot_be_changed_even_by_the_owner():
    for change in (
        lambda: AuditEvent.objects.update(act=Act.EXPORTED),
        AuditEvent.objects.all().delete,
    ):
        with (
            pytest.raises(DatabaseError, match=r"Cannot (update|delete)"),
            transaction.atomic(),
        ):
            change()


@pytest.mark.usefixtures("events")
def test_the_application_cannot_take_away_who_did_it():
    with pghistory.context(user=1):
        User.objects.update(role=Role.AUDITOR)
    assert isinstance(
        as_app("DELETE FROM pghistory_context"), errors.InsufficientPrivilege
    )


@pytest.mark.usefixtures("events")
def test_the_application_can_do_its_work_and_leaves_events():
    made = apps.get_model("accounts.UserEvent").objects
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE ats_app")
        before = made.count()
        with pghistory.context(user=7):
            User.objects.update(role=Role.AUDITOR)
        assert made.count() > before
        cursor.execute("RESET ROLE")


@pytest.mark.usefixtures("events")
def test_the_application_cannot_say_it_has_migrated():
    assert isinstance(
        as_app("DELETE FROM django_migrations"), errors.InsufficientPrivilege
    )


def test_one_login_for_everything_is_warned_about(settings):
    login = settings.DATABASES["default"]["USER"]
    settings.HAS_OWNER_ROLE = False
    settings.APP_ROLE = "somebody_else"
    assert [message.id for message in two_logins()] == ["audit.W001"]
    settings.APP_ROLE = login  # only the application's login is known here
    assert two_logins() == []
    settings.HAS_OWNER_ROLE, settings.APP_ROLE = True, "somebody_else"
    assert two_logins() == []


def test_the_check_is_asked_with_all_others(settings):
    settings.HAS_OWNER_ROLE = False
    settings.APP_ROLE = "somebody_else"
    assert "audit.W001" in [message.id for message in run_checks()]
