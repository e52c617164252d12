"""What every page of a position shows above its tabs."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from backoffice_ats.accounts.services import organisation
from backoffice_ats.shared.templatetags.ats import deadline
from positions.enums import PositionStatus
from positions.models import Position
from positions.services import approvals


def head_of(position: Position, tab: str) -> dict[str, Any]:
    """Return the context of `components/position_head.html`, and the organisation."""
    now = organisation.current()
    facts = [
        position.code,
        ngettext("%(n)d opening", "%(n)d openings", position.openings)
        % {"n": position.openings},
        position.get_status_display(),
    ]
    if position.status == PositionStatus.OPEN and position.closes_at:
        closes = deadline(position.closes_at, now.time_zone)
        past = position.closes_at <= timezone.now()
        words = _("Closed %(when)s") if past else _("Closes %(when)s")
        facts.append(words % {"when": closes})
    if position.confidential:
        facts.append(_("Confidential"))
    return {"position": position, "facts": facts, "tab": tab, "organisation": now}


def approval_of(position: Position) -> dict[str, Any]:
    """Return what pages say about approval: asked for, running, sent back, due again."""
    asked = approvals.is_asked()
    due = asked and (position.is_running or position.is_draft)
    return {
        "asks_approval": asked,
        "to_approve": approvals.changes_to_approve(position) if due else [],
        "turn": approvals.turn_of(position),
        "sent_back": approvals.last_sent_back(position) if position.is_draft else None,
    }
