"""What has happened to an application, from every record of it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from backoffice_ats.audit.models import Act, AuditEvent
from candidates.models import Application, StatusChange
from screening.models import Override


@dataclass(frozen=True, slots=True)
class Happening:
    """A line of the timeline."""

    text: str
    at: dt.datetime
    by: str = ""


def timeline_of(application: Application) -> list[Happening]:
    """Return what has happened, the newest first."""
    found = [
        *_moves(application),
        *_acts(application),
        *_readings(application),
        *_screening(application),
        *_corrections(application),
    ]
    return sorted(found, key=lambda one: one.at, reverse=True)


def _moves(application: Application) -> Iterator[Happening]:
    changes = StatusChange.objects.filter(application=application).select_related("by")
    for change in changes:
        text = str(change.get_new_display())
        if change.reason_code:
            text = f"{text}: {change.get_reason_code_display()}"
        yield Happening(text, change.at, str(change.by) if change.by else "")


def _acts(application: Application) -> Iterator[Happening]:
    events = (
        AuditEvent.objects.filter(
            subject__in=["candidates.application", "candidates.Application"],
            subject_id=application.pk,
        )
        .select_related("actor")
        .order_by("-at")[:20]
    )
    for event in events:
        text = str(event.get_act_display())
        if event.act == Act.EVALUATED:
            text = _("Evaluated under plan version %(number)s") % {
                "number": event.details.get("plan_version", "")
            }
        elif event.act == Act.REVEALED:
            text = _("Name revealed: %(reason)s") % {
                "reason": event.details.get("reason", "")
            }
        yield Happening(text, event.at, str(event.actor) if event.actor else "")


def _readings(application: Application) -> Iterator[Happening]:
    for document in application.documents.all():
        if document.read_at:
            yield Happening(
                _("CV: %(state)s") % {"state": document.get_state_display()},
                document.read_at,
            )


def _screening(application: Application) -> Iterator[Happening]:
    attempt = getattr(application, "attempt", None)
    if attempt is None:
        return
    yield Happening(_("Scenarios begun"), attempt.started_at)
    if attempt.finished_at:
        yield Happening(_("Scenarios finished"), attempt.finished_at)


def _corrections(application: Application) -> Iterator[Happening]:
    for override in Override.objects.filter(application=application).select_related(
        "by"
    ):
        yield Happening(
            _("A verdict corrected: %(verdict)s")
            % {"verdict": override.get_verdict_display()},
            override.at,
            str(override.by),
        )
