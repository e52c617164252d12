"""What every page of a position shows above its tabs."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from backoffice_ats.accounts.services import organisation
from backoffice_ats.shared.templatetags.ats import deadline
from positions.enums import PositionStatus
from positions.models import Position


def head_of(position: Position, tab: str) -> dict[str, Any]:
    """Return the context of `components/position_head.html`, and the organisation."""
    now = organisation.current()
    facts = [
        position.code,
        ngettext("%(n)d opening", "%(n)d openings", position.openings)
        % {"n": position.openings},
        position.get_status_display(),
    ]
    if position.status == PositionStatus.OPEN:
        closes = deadline(position.closes_at, now.time_zone)
        facts.append(_("Closes %(when)s") % {"when": closes})
    return {"position": position, "facts": facts, "tab": tab, "organisation": now}
