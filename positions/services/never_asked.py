"""What is never asked of anybody: age, origin, family and the like."""

from positions.clarity.values import Finding
from positions.clarity.wording import check_wording

NEVER_ASKED = "P1"


def never_asked_in(text: str) -> list[Finding]:
    """Return where a text asks for it, each with the reason and what to ask instead."""
    return [one for one in check_wording(text) if one.rule == NEVER_ASKED]
