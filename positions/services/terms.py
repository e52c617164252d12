"""What an approval is given for: pay, openings and requirements, as plain values."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from backoffice_ats.shared.templatetags.ats import pay as pay_in_words
from positions.enums import ApprovalState, PayPeriod
from positions.models import Position
from positions.services import plans

Terms = dict[str, Any]

# Duties and weights say how the job is done and judged; they cost nothing more. Every
# other part of the plan is something asked of people, whatever kinds there will be.
NO_TERMS = frozenset({"duties", "criteria", "reason"})

IN_FORCE = (ApprovalState.APPROVED, ApprovalState.NOT_ASKED)


def terms_of(position: Position) -> Terms:
    """Read what somebody approves as it stands in the rows."""
    plan = plans.plan_of(position).to_json()
    return {
        "pay": {
            "low": _amount(position.pay_low),
            "high": _amount(position.pay_high),
            "currency": position.pay_currency,
            "period": str(position.pay_period),
        },
        "openings": position.openings_wanted or position.openings,
        "requirements": {
            key: value for key, value in plan.items() if key not in NO_TERMS
        },
    }


def _amount(amount: Decimal | float | None) -> str | None:
    """Write 33200, 33200.0 and 33200.00 alike."""
    return None if amount is None else f"{Decimal(amount):.2f}"


def approved(position: Position) -> Terms | None:
    """Return the terms in force: of the newest request that was granted."""
    terms: Terms | None = (
        position.rounds.filter(state__in=IN_FORCE)
        .order_by("-number")
        .values_list("terms", flat=True)
        .first()
    )
    return terms


def differences(before: Terms, now: Terms) -> list[str]:
    """Say in words what differs between two sets of terms; empty when nothing does."""
    return list(_differences(before, now))


def _differences(before: Terms, now: Terms) -> Iterator[str]:
    if before["pay"] != now["pay"]:
        yield _("pay changed from %(before)s to %(now)s") % {
            "before": _pay(before["pay"]),
            "now": _pay(now["pay"]),
        }
    if before["openings"] != now["openings"]:
        yield _("openings changed from %(before)d to %(now)d") % {
            "before": before["openings"],
            "now": now["openings"],
        }
    old, new = before["requirements"], now["requirements"]
    changed = [
        key
        for key in sorted(old.keys() | new.keys())
        # A kind of requirement that did not exist yet is none, not a change.
        if (old.get(key) or None) != (new.get(key) or None)
    ]
    words = list(dict.fromkeys(_requirement(key) for key in changed))
    if words:
        yield _("requirements changed: %(which)s") % {"which": ", ".join(words)}


def _pay(pay: dict[str, Any]) -> str:
    low, high = (
        Decimal(pay[end]) if pay[end] is not None else None for end in ("low", "high")
    )
    period = str(PayPeriod(pay["period"]).label)
    return pay_in_words(low, high, pay["currency"], period) or _("nothing")


def _requirement(key: str) -> str:
    known = {
        "education": _("education"),
        "experience": _("experience"),
        "policy": _("how education and experience combine"),
        "requirements": _("skills and conditions"),
    }
    return known.get(key, key.replace("_", " "))
