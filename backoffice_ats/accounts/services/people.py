"""Who may log in: invite, change, stop and start again."""

import datetime as dt
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from backoffice_ats.accounts.enums import Role
from backoffice_ats.accounts.models import User
from backoffice_ats.audit.models import Act
from backoffice_ats.audit.services import acts

if TYPE_CHECKING:
    from django.db.models import QuerySet


class AddressTakenError(Exception):
    """Somebody with this e-mail address is here already."""


class OwnAccountError(Exception):
    """Nobody stops, or takes rights from, himself."""


class LastAdministratorError(Exception):
    """Somebody must be able to let people in."""


def everybody() -> "QuerySet[User]":
    """List who is or was here: those who may log in first, then by name."""
    return User.objects.order_by("-is_active", "name", "pk")


def invited_and_never_here() -> "QuerySet[User]":
    """List those who were invited and have not logged in yet."""
    return User.objects.filter(is_active=True, last_login__isnull=True)


@transaction.atomic
def invite(*, email: str, name: str, role: str, by: User, at: dt.datetime) -> User:
    """Make somebody who can log in only by the link of an invitation.

    Raises `AddressTakenError`. The letter is `invitations.send`.
    """
    try:
        with transaction.atomic():
            user = User.objects.create_user(email, None, role=role, name=name)
    except IntegrityError as error:
        raise AddressTakenError from error
    acts.record(Act.INVITED, user, by=by, at=at, role=role)
    return user


@transaction.atomic
def change(user_id: int, *, name: str, role: str, by: User, at: dt.datetime) -> User:  # noqa: ARG001 -- every service says when
    """Change somebody's name or role; the new role holds from the next request.

    Raises `OwnAccountError` when you would take the administrator's rights from
    yourself, `LastAdministratorError` when nobody would be left to let people in.
    """
    administrators = _lock_administrators()
    user = User.objects.select_for_update(no_key=True).get(pk=user_id)
    if role != Role.ADMINISTRATOR:
        if user.pk == by.pk and user.role != role:
            raise OwnAccountError
        if administrators == {user.pk}:
            raise LastAdministratorError
        user.is_superuser = False
    user.name, user.role = name, role
    user.save(update_fields=["name", "role", "is_superuser", "updated_at"])
    return user


@transaction.atomic
def deactivate(user_id: int, *, by: User, at: dt.datetime) -> int:
    """Stop somebody from logging in and end their sessions; returns how many ended.

    Raises `OwnAccountError` and `LastAdministratorError`.
    """
    administrators = _lock_administrators()
    if user_id == by.pk:
        raise OwnAccountError
    if administrators == {user_id}:
        raise LastAdministratorError
    user = User.objects.select_for_update(no_key=True).get(pk=user_id)
    user.is_active = False
    user.save(update_fields=["is_active", "updated_at"])
    ended, _ = user.sessions.all().delete()
    acts.record(Act.DEACTIVATED, user, by=by, at=at, sessions=ended)
    return ended


@transaction.atomic
def reactivate(user_id: int, *, by: User, at: dt.datetime) -> User:  # noqa: ARG001 -- every service says who and when
    """Let somebody log in again, with the role and password they had."""
    user = User.objects.select_for_update(no_key=True).get(pk=user_id)
    user.is_active = True
    user.save(update_fields=["is_active", "updated_at"])
    return user


def _lock_administrators() -> set[int]:
    """Lock the administrators' rows, so that two of them cannot end each other."""
    return set(
        User.objects.select_for_update(no_key=True)
        .filter(role=Role.ADMINISTRATOR, is_active=True)
        .order_by("pk")
        .values_list("pk", flat=True)
    )
