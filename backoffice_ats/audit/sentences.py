"""Events in words: who changed what, from what to what."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from backoffice_ats.audit.models import Act, AuditEvent

LONGEST = 60

USER_KEYS: Final = (
    "user_id",
    "owner_id",
    "by_id",
    "frozen_by_id",
    "decided_by_id",
    "approver_id",
)

# What a line of each table is called: a field of the event.
_CALLED: Final = {
    "positions.Position": "title",
    "positions.Duty": "statement",
    "positions.ExperienceRequirement": "kind_of_work",
    "positions.Requirement": "name",
    "positions.EquivalencePolicy": "name",
    "positions.WordChange": "word",
    "positions.Criterion": "title",
    "positions.Question": "text",
    "positions.ApprovalStep": "label",
    "accounts.Organisation": "name",
}

# Moves of an application have rows of their own (`StatusChange`), which are the line.
SILENT_INSERTS: Final = frozenset({"candidates.Application"})

_NEVER_SHOWN: Final = (
    "created_at",
    "updated_at",
    "order",
    "content",
    "digest",
    "published_at",
    "closed_at",
    "decided_at",
    "at",
)
_HIDDEN: Final = {
    "candidates.Application": (
        "status",
        "decided_at",
        "decided_by_id",
        "reason_code",
        "submitted_at",
        "reference",
        "code",
        "candidate_id",
        "source",
        "import_key",
        "outcome_sent_at",
    ),
}


class Event(Protocol):
    """What a sentence needs of a row of the trail."""

    @property
    def source(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def object_id(self) -> int: ...
    @property
    def application_id(self) -> int | None: ...
    @property
    def data(self) -> dict[str, Any]: ...
    @property
    def before(self) -> dict[str, Any]: ...
    @property
    def context(self) -> dict[str, Any]: ...
    @property
    def actor_id(self) -> int | None: ...


@dataclass(frozen=True)
class Names:
    """What the things on one page are called, by key."""

    users: Mapping[int, str] = field(default_factory=dict)
    positions: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    applications: Mapping[int, str] = field(default_factory=dict)
    criteria: Mapping[int, str] = field(default_factory=dict)


def hidden(source: str) -> list[str]:
    """Name the columns whose change alone is no line of the trail."""
    return [
        "pgh_id",
        "pgh_created_at",
        "pgh_label",
        "pgh_context_id",
        *_NEVER_SHOWN,
        *_HIDDEN.get(source, ()),
    ]


def who(event: Event, names: Names) -> str:
    """Name the person; else the applicant, or the system itself."""
    if event.actor_id:
        return names.users.get(event.actor_id) or _("Somebody")
    if event.source == "candidates.StatusChange":
        return _("The applicant")
    route = str(event.context.get("route", ""))
    if route.startswith(("candidates:", "screening:scenario")):
        return _("The applicant")
    return _("The system")


def what(event: Event, names: Names) -> str:
    """Say the rest of the sentence that begins with `who`."""
    if event.source == AuditEvent._meta.label:
        return _act(event, names)
    special = _SPECIAL.get(event.source)
    sentence = special(event, names) if special else ""
    return sentence or _plain(event, names)


# ---- sentences of their own ----


def _position(event: Event, names: Names) -> str:  # noqa: ARG001 -- one signature for all
    title = _quoted(event.data.get("title"))
    if event.label == "insert":
        return _("created the position %(title)s") % {"title": title}
    old, new = event.before.get("status"), event.data.get("status")
    if old == new or event.label != "update":
        return ""
    words = {
        "DRAFT": _("made %(title)s a draft again"),
        "IN_APPROVAL": _("sent %(title)s for approval"),
        "APPROVED": _("gave %(title)s the last approval"),
        "OPEN": _("published %(title)s")
        if old in {"DRAFT", "APPROVED"}
        else _("reopened %(title)s"),
        "PAUSED": _("paused %(title)s"),
        "CLOSED": _("closed %(title)s")
        if old != "ARCHIVED"
        else _("took %(title)s out of the archive"),
        "ARCHIVED": _("put %(title)s into the archive"),
    }
    return words.get(str(new), "") % {"title": title}


def _plan(event: Event, names: Names) -> str:  # noqa: ARG001 -- one signature for all
    reason = str(event.data.get("reason") or "")
    words = _("froze plan version %(number)s") % {"number": event.data.get("number")}
    return f"{words}: {_quoted(reason)}" if reason else words


def _approval(event: Event, names: Names) -> str:
    step = _quoted(event.data.get("label"))
    if event.label == "insert":
        person = names.users.get(event.data.get("approver_id") or 0)
        who = person or _shown(event, "role", event.data.get("role"), names)
        return _("asked %(who)s to approve %(step)s") % {"who": who, "step": step}
    words = {
        "APPROVED": _("approved %(step)s"),
        "SENT_BACK": _("sent back %(step)s"),
        "WITHDRAWN": _("withdrew the request to approve %(step)s"),
    }
    sentence = words.get(str(event.data.get("state")), "") % {"step": step}
    comment = str(event.data.get("comment") or "")
    return f"{sentence}: {_quoted(comment)}" if sentence and comment else sentence


def _team(event: Event, names: Names) -> str:
    name = names.users.get(event.data.get("user_id") or 0, _("somebody"))
    if event.label == "insert":
        return _("put %(name)s on the hiring team") % {"name": name}
    if event.label == "delete":
        return _("took %(name)s off the hiring team") % {"name": name}
    return ""


def _move(event: Event, names: Names) -> str:
    words = {
        "application": _application(event, names),
        "old": _shown(event, "old", event.data.get("old"), names),
        "new": _shown(event, "new", event.data.get("new"), names),
    }
    match event.data.get("new"):
        case "SUBMITTED":
            return _("sent %(application)s") % words
        case "WITHDRAWN":
            return _("withdrew %(application)s") % words
    sentence = _("moved %(application)s from %(old)s to %(new)s") % words
    code = event.data.get("reason_code")
    if code:
        reason = _shown(event, "reason_code", code, names)
        return _("%(sentence)s: %(reason)s") % {"sentence": sentence, "reason": reason}
    return sentence


def _override(event: Event, names: Names) -> str:
    words = {
        "criterion": _quoted(
            names.criteria.get(event.data.get("criterion") or 0, _("a criterion"))
        ),
        "application": _application(event, names),
        "verdict": _shown(event, "verdict", event.data.get("verdict"), names),
        "reason": _quoted(event.data.get("reason")),
    }
    if event.label == "delete":
        return (
            _("took back the correction of %(criterion)s for %(application)s") % words
        )
    return (
        _(
            "corrected %(criterion)s for %(application)s to %(verdict)s,"
            " because %(reason)s"
        )
        % words
    )


def _user(event: Event, names: Names) -> str:
    name = names.users.get(event.object_id, _("somebody"))
    if event.label == "insert":
        role = _shown(event, "role", event.data.get("role"), names)
        return _("made an account for %(name)s as %(role)s") % {
            "name": name,
            "role": role,
        }
    if event.before.get("is_active") != event.data.get("is_active"):
        if event.data.get("is_active"):
            return _("let %(name)s log in again") % {"name": name}
        return _("stopped %(name)s from logging in") % {"name": name}
    changes = _changes(event, names)
    return _("changed %(changes)s of %(name)s") % {"changes": changes, "name": name}


def _application_row(event: Event, names: Names) -> str:
    application = _application(event, names)
    if event.label == "delete":
        return _("erased %(application)s") % {"application": application}
    return _("changed %(changes)s of %(application)s") % {
        "changes": _changes(event, names),
        "application": application,
    }


_SPECIAL: Final[dict[str, Callable[[Event, Names], str]]] = {
    "positions.Position": _position,
    "positions.PlanVersion": _plan,
    "positions.Approval": _approval,
    "positions.TeamMember": _team,
    "candidates.StatusChange": _move,
    "candidates.Application": _application_row,
    "screening.Override": _override,
    "accounts.User": _user,
}


def _act(event: Event, names: Names) -> str:  # noqa: PLR0911 -- one way out per act
    details = event.data.get("details") or {}
    application = _application(event, names)
    person = names.users.get(event.object_id, _("somebody"))
    sessions = int(details.get("sessions") or 0)
    number = int(details.get("applications") or details.get("count") or 1)
    match event.data.get("act"):
        case Act.CV_OPENED:
            return _("opened the CV of %(a)s") % {"a": application}
        case Act.CV_READ:
            return _("read the CV of %(a)s") % {"a": application}
        case Act.REVEALED:
            return _("revealed the name behind %(a)s") % {"a": application}
        case Act.EVALUATED if not event.application_id:
            return ngettext(
                "evaluated %(n)d application", "evaluated %(n)d applications", number
            ) % {"n": number}
        case Act.EVALUATED:
            return _("evaluated %(a)s") % {"a": application}
        case Act.MERGED:
            return _merged(_("merged the person #%(other)d into #%(kept)d"), event)
        case Act.UNMERGED:
            return _merged(
                _("undid the merge of the person #%(other)d into #%(kept)d"), event
            )
        case Act.INVITED:
            return _("invited %(name)s") % {"name": person}
        case Act.DEACTIVATED:
            return ngettext(
                "ended %(n)d session of %(name)s",
                "ended %(n)d sessions of %(name)s",
                sessions,
            ) % {"n": sessions, "name": person}
        case act:
            return dict(Act.choices).get(str(act), str(act)).lower()


def _merged(sentence: str, event: Event) -> str:
    """Say it by keys: a name in the trail would outlive the person's erasure."""
    details = event.data.get("details") or {}
    number = int(details.get("applications") or 0)
    moved = ngettext("%(n)d application", "%(n)d applications", number)
    people = {"other": int(details.get("other") or 0), "kept": event.object_id}
    return f"{sentence % people} ({moved % {'n': number}})"


# ---- all other tables ----


def _plain(event: Event, names: Names) -> str:
    thing = str(_model(event)._meta.verbose_name)
    called = event.data.get(_CALLED.get(event.source, ""))
    subject = f"{thing} {_quoted(called)}" if called else thing
    if event.label == "insert":
        return _("added the %(thing)s") % {"thing": subject}
    if event.label == "delete":
        return _("took out the %(thing)s") % {"thing": subject}
    return _("changed %(changes)s of the %(thing)s") % {
        "changes": _changes(event, names),
        "thing": subject,
    }


def _changes(event: Event, names: Names) -> str:
    parts = [
        _("%(field)s from %(old)s to %(new)s")
        % {
            "field": _field_name(event, key),
            "old": _shown(event, key, event.before.get(key), names),
            "new": _shown(event, key, event.data.get(key), names),
        }
        for key in _changed(event)
    ]
    return "; ".join(parts)


def _changed(event: Event) -> Iterator[str]:
    skipped = set(hidden(event.source))
    for key, value in event.data.items():
        if key not in skipped and value != event.before.get(key):
            yield key


def _model(event: Event) -> type[models.Model]:
    return apps.get_model(event.source)


def _field(event: Event, key: str) -> Any:  # noqa: ANN401 -- any kind of field
    for name in (key, key.removesuffix("_id")):
        try:
            return _model(event)._meta.get_field(name)
        except FieldDoesNotExist:
            continue
    return None


def _field_name(event: Event, key: str) -> str:
    found = _field(event, key)
    name = getattr(found, "verbose_name", None) or key.removesuffix("_id")
    return f"{name}"


def _shown(event: Event, key: str, value: object, names: Names) -> str:  # noqa: PLR0911 -- one way out per kind of value
    """Print a value as the pages do: the word of a choice, a local time, a quote."""
    found = _field(event, key)
    choices = dict(getattr(found, "flatchoices", None) or ())
    if value in choices:
        return _quoted(choices[value])
    match value:
        case None | "" | []:
            return _("nothing")
        case bool():
            return _("yes") if value else _("no")
        case int() if getattr(found, "remote_field", None):
            return (
                names.users.get(value, _("somebody"))
                if key in USER_KEYS
                else f"#{value}"
            )
        case int() | float():
            return f"{value:,}" if isinstance(value, int) else f"{value:g}"
        case list():
            return ", ".join(_quoted(item) for item in value)
        case str() if isinstance(found, models.DateTimeField):
            return _moment(value)
        case _:
            return _quoted(value)


def _moment(value: str) -> str:
    moment = parse_datetime(value)
    return date_format(timezone.localtime(moment), "j F Y, H:i") if moment else value


def _application(event: Event, names: Names) -> str:
    code = names.applications.get(event.application_id or 0)
    return _("application %(code)s") % {"code": code} if code else _("an application")


def _quoted(value: object) -> str:
    return f"“{Truncator(str(value)).chars(LONGEST)}”"
