"""Notes between colleagues, and who is named in them."""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q, QuerySet

from backoffice_ats.accounts.enums import Role
from backoffice_ats.accounts.models import User
from candidates.enums import Visibility
from candidates.models import Application, Mention, Note


class NotYoursError(Exception):
    """Only who wrote a note changes it or takes it back."""


@transaction.atomic
def write(
    application: Application,
    *,
    text: str,
    visibility: Visibility,
    mentioned: Iterable[User] = (),
    by: User,
    at: dt.datetime,
) -> Note:
    """Write a note; who is mentioned finds it on their start page."""
    note: Note = Note.objects.create(
        application=application,
        author=by,
        text=text,
        visibility=visibility,
        written_at=at,
    )
    _mention(note, mentioned)
    return note


@transaction.atomic
def change(
    note: Note,
    *,
    text: str,
    visibility: Visibility,
    mentioned: Iterable[User] = (),
    by: User,
    at: dt.datetime,
) -> Note:
    """Change one's own note. Raises NotYoursError."""
    if note.author_id != by.pk:
        raise NotYoursError
    note.text, note.visibility, note.changed_at = text, visibility, at
    note.save(update_fields=["text", "visibility", "changed_at", "updated_at"])
    mentioned = list(mentioned)
    note.mentions.exclude(user__in=mentioned).delete()
    _mention(note, mentioned)
    return note


@transaction.atomic
def remove(note: Note, *, by: User) -> None:
    """Take back one's own note. Raises NotYoursError."""
    if note.author_id != by.pk:
        raise NotYoursError
    note.delete()


def _mention(note: Note, mentioned: Iterable[User]) -> None:
    """Name those who may read the note; a private one names nobody."""
    may = set(readers_of(note.application).values_list("pk", flat=True))
    if note.visibility == Visibility.PRIVATE:
        may = set()
    if note.visibility == Visibility.HR:
        may &= set(_hr().values_list("pk", flat=True))
    Mention.objects.bulk_create(
        [
            Mention(note=note, user=user)
            for user in mentioned
            if user.pk in may and user.pk != note.author_id
        ],
        ignore_conflicts=True,
    )


def readers_of(application: Application) -> "QuerySet[User]":
    """Return the colleagues who may know whose application this is, by name."""
    team = Q(teams__position=application.position_id)
    if application.position.blind_review:
        team &= ~Q(role=Role.PANEL_MEMBER)
    hr = Q(role__in=[Role.HR_MANAGER, Role.ADMINISTRATOR])
    found: QuerySet[User] = (
        User.objects.filter(is_active=True)
        .filter(team | hr)
        .distinct()
        .order_by("name", "pk")
    )
    return found


def _hr() -> "QuerySet[User]":
    return User.objects.filter(role__in=[Role.HR_MANAGER, Role.ADMINISTRATOR])


def unseen_by(user: User) -> "QuerySet[Mention]":
    """Return where this person was mentioned and has not looked."""
    found: QuerySet[Mention] = (
        Mention.objects.filter(
            user=user,
            seen_at__isnull=True,
            note__in=Note.objects.visible_to(user),
        )
        .select_related("note__author", "note__application__candidate")
        .order_by("-note__written_at", "-pk")
    )
    return found


def see(user: User, notes: Iterable[Note], *, at: dt.datetime) -> None:
    """Note that somebody has looked at these notes."""
    Mention.objects.filter(
        user=user, seen_at__isnull=True, note__in=[note.pk for note in notes]
    ).update(seen_at=at)
