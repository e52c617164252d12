"""The trail cannot be rewritten: not by the application, and frozen plans by nobody."""

import pghistory
import pytest
from django.apps import apps
from django.core.checks import run_checks
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from psycopg2 import errors

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


@pytest.fixture
def events():
    position = make.published()
    user = make.user()
    acts.record(Act.CV_READ, user, by=None, at=timezone.now())
    return position


def test_all_event_tables_are_walled(events):
    tables = event_tables()
    assert "audit_auditevent" in tables
    assert "positions_planversionevent" in tables
    assert "accounts_userevent" in tables
    for table in tables:
        for statement in (
            f"UPDATE {table} SET {'act' if 'audit' in table else 'pgh_label'} = 'x'",
            f"DELETE FROM {table}",
            f"TRUNCATE {table}",
            f"ALTER TABLE {table} DISABLE TRIGGER ALL",
            f"DROP TABLE {table}",
        ):
            refused = as_app(statement)
            assert isinstance(refused, errors.InsufficientPrivilege), statement


def test_a_frozen_plan_cannot_be_changed_even_by_the_owner(events):
    version = events.versions.get()
    for statement in (
        f"UPDATE positions_planversion SET reason = 'x' WHERE id = {version.pk}",
        f"DELETE FROM positions_planversion WHERE id = {version.pk}",
    ):
        with pytest.raises(DatabaseError, match="Cannot (update|delete)"):
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement)
        assert as_app(statement) is not None


def test_acts_cannot_be_changed_even_by_the_owner(events):
    for change in (
        lambda: AuditEvent.objects.update(act=Act.EXPORTED),
        AuditEvent.objects.all().delete,
    ):
        with pytest.raises(DatabaseError, match="Cannot (update|delete)"):
            with transaction.atomic():
                change()


def test_the_application_cannot_take_away_who_did_it(events):
    with pghistory.context(user=1):
        User.objects.update(role=Role.AUDITOR)
    assert isinstance(
        as_app("DELETE FROM pghistory_context"), errors.InsufficientPrivilege
    )


def test_the_application_can_do_its_work_and_leaves_events(events):
    table = apps.get_model("accounts.UserEvent")._meta.db_table
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE ats_app")
        cursor.execute(f"SELECT count(*) FROM {table}")
        before = cursor.fetchone()[0]
        with pghistory.context(user=7):
            User.objects.update(role=Role.AUDITOR)
        cursor.execute(f"SELECT count(*) FROM {table}")
        assert cursor.fetchone()[0] > before
        cursor.execute("RESET ROLE")


def test_the_application_cannot_say_it_has_migrated(events):
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
