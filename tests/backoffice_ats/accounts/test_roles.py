"""The role answers, and answers no by default."""

import pytest
from django.core.management import call_command

from backoffice_ats.accounts.enums import Role
from backoffice_ats.accounts.models import User
from backoffice_ats.accounts.roles import PERMISSIONS
from tests import make

WRITES = [
    "positions.add_position",
    "positions.change_position",
    "positions.publish_position",
    "candidates.decide_application",
    "candidates.reveal_application",
    "screening.correct_evaluation",
    "accounts.change_user",
    "accounts.change_organisation",
]


@pytest.mark.parametrize("permission", WRITES)
@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.AUDITOR])
def test_who_only_reads_holds_no_verb_that_writes(role, permission):
    assert permission not in PERMISSIONS[role]


def test_every_role_has_a_line():
    assert set(PERMISSIONS) == set(Role.values)


def test_an_unknown_permission_is_refused():
    user = User(role=Role.ADMINISTRATOR)
    assert not user.has_perm("positions.delete_everything")


def test_whoever_may_not_log_in_may_do_nothing():
    user = User(role=Role.ADMINISTRATOR, is_superuser=True, is_active=False)
    assert not user.has_perm("positions.view_position")
    assert not user.has_module_perms("positions")


def test_module_permissions_follow_the_role():
    member = User(role=Role.PANEL_MEMBER)
    assert member.has_module_perms("positions")
    assert not member.has_module_perms("accounts")


@pytest.mark.django_db
def test_createsuperuser_makes_the_first_administrator(monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", make.PASSWORD)
    call_command("createsuperuser", email="ruth@example.org", interactive=False)
    user = User.objects.get()
    assert user.role == Role.ADMINISTRATOR
    assert user.has_perm("accounts.change_user")
    assert user.check_password(make.PASSWORD)
