"""Everything about one person that a reader may see, on one page."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from backoffice_ats.accounts.models import User
from backoffice_ats.audit.models import Act, AuditEvent
from candidates.models import (
    Application,
    Candidate,
    Correction,
    Document,
    Letter,
    Mention,
    Merge,
    Note,
    StatusChange,
    Tag,
)
from candidates.services import duplicates, merging
from candidates.services.duplicates import Suggestion


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, with who did it (empty for nobody of ours)."""

    text: str
    at: dt.datetime
    by: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """A person as one reader may see them."""

    candidate: Candidate
    applications: list[Application]
    documents: list[Document]
    notes: list[Note]
    letters: list[Letter]
    events: list[Event]
    tags: list[Tag]
    suggestions: list[Suggestion]
    merges: list[Merge]


def record_of(candidate: Candidate, user: User) -> Record:
    """Gather a person's record in a constant number of queries.

    Only applications that the reader may see under the name, and what hangs on them.
    """
    applications = list(
        Application.objects.named_to(user)
        .filter(candidate=candidate)
        .select_related("position", "decided_by")
        .defer("answers", "note")
        .order_by("-submitted_at", "-pk")
    )
    keys = [one.pk for one in applications]
    by_key = {one.pk: one for one in applications}
    documents = list(
        Document.objects.filter(application__in=keys)
        .defer("text", "reading")
        .order_by("-pk")
    )
    notes = list(
        Note.objects.visible_to(user)
        .filter(application__in=keys)
        .select_related("author")
        .prefetch_related(Prefetch("mentions", Mention.objects.select_related("user")))
        .order_by("-written_at", "-pk")
    )
    letters = list(
        Letter.objects.filter(application__in=keys).select_related("by").order_by("-pk")
    )
    for note in notes:
        note.application = by_key[note.application_id]
    return Record(
        candidate=candidate,
        applications=applications,
        documents=documents,
        notes=notes,
        letters=letters,
        events=_events(by_key, documents, letters, user),
        tags=list(candidate.tags.order_by("name", "pk")),
        suggestions=duplicates.suggestions_for(candidate, user),
        merges=list(merging.merges_of(candidate, user)),
    )


def _events(
    applications: dict[int, Application],
    documents: list[Document],
    letters: list[Letter],
    user: User,
) -> list[Event]:
    changes = StatusChange.objects.filter(application__in=applications).select_related(
        "by"
    )
    found = [
        Event(
            text=str(change.get_new_display()),
            at=change.at,
            by=str(change.by or ""),
            about=applications[change.application_id].position.title,
        )
        for change in changes
    ]
    found += [
        Event(
            text=_("Letter sent: %(subject)s") % {"subject": letter.subject},
            at=letter.sent_at,
            by=str(letter.by or ""),
        )
        for letter in letters
        if letter.sent_at
    ]
    found += _corrections(applications)
    if user.has_perm("audit.view_trail"):
        found += _openings(documents)
    return sorted(found, key=lambda event: event.at, reverse=True)


def _corrections(applications: dict[int, Application]) -> list[Event]:
    return [
        Event(
            text=_("Corrected: %(fact)s") % {"fact": one.fact},
            at=one.at,
            by=str(one.by or ""),
            about=applications[one.application_id].position.title,
        )
        for one in Correction.objects.filter(
            application__in=applications
        ).select_related("by")
    ]


def _openings(documents: list[Document]) -> list[Event]:
    names = {document.pk: document.name for document in documents}
    opened = AuditEvent.objects.filter(
        act=Act.CV_OPENED, subject=Document._meta.label, subject_id__in=names
    ).select_related("actor")
    return [
        Event(
            text=_("%(name)s opened") % {"name": names[event.subject_id]},
            at=event.at,
            by=str(event.actor or ""),
        )
        for event in opened
    ]
