"""Would other weights have changed who is first? Said in words, from stored scores."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candidates.services import identity
from positions.models import Position
from positions.plan import Plan
from screening.engine import scoring, sensitivity
from screening.engine.values import WHOLE
from screening.models import Evaluation
from screening.services import judgement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from backoffice_ats.accounts.models import User

# Who is further down is hardly ever first: up to 1 in 100 weightings among a thousand
# applicants. Four times as many would take the page four times as long.
LEADING = 50
FEWEST = 2
NAMED_FROM = 0.01  # the share of weightings from which somebody is named


@dataclass(frozen=True, slots=True)
class Stability:
    """How firm the first place is: one sentence, and what stands behind it."""

    sentence: str
    others: "Sequence[str]"  # who else could be first
    without: "Sequence[str]"  # whom leaving a criterion out would put first
    crossings: "Sequence[str]"  # at which weights the second passes the first
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class _Leading:
    """The first of an order: what they are called, and their scores, (n, k)."""

    names: "Sequence[str]"
    totals: "Sequence[int]"
    scores: "NDArray[np.float64]"
    weights: "Sequence[float]"
    titles: "Sequence[str]"


def of(position: Position, plan: Plan, user: "User") -> Stability | None:
    """Say how firm the order is; None where there is nobody to compare. One query."""
    leading = _leading(position, plan, user)
    if leading is None:
        return None
    shares = sensitivity.first_shares(leading.weights, leading.scores)
    return Stability(
        sentence=_sentence(leading, shares),
        others=[
            _("%(who)s would be first in %(share)s of them.")
            % {"who": leading.names[row], "share": _per_cent(shares[row])}
            for row in np.argsort(-shares, kind="stable").tolist()
            if row and shares[row] >= NAMED_FROM
        ],
        without=_without(leading, min(position.openings, len(leading.names))),
        crossings=_crossings(leading),
        first=leading.names[0],
        second=leading.names[1],
    )


def apart(needed: float, now: float) -> dict[str, str]:
    """Write two weights in per cent, as closely as it takes to tell them apart."""
    gap = abs(needed - now)
    places = 0 if gap >= 0.01 else 1 if gap >= 0.001 else 2  # noqa: PLR2004 -- a whole, a tenth
    return {
        "needed": f"{needed * 100:.{places}f}",
        "now": f"{now * 100:.{places}f}",
    }


def _leading(position: Position, plan: Plan, user: "User") -> _Leading | None:
    rows = [
        row
        for row in Evaluation.objects.for_position(position)
        .filter(essential_not_met=False)
        .in_order()
        .select_related("application__candidate")
        .only("scores", "score", "application")[:LEADING]
        if len(row.scores) == len(plan.early)
    ]
    weights = scoring.weights_of(judgement.criteria_of(plan))
    if len(rows) < FEWEST or not weights.sum():
        return None
    for row in rows:
        row.application.position = position
    return _Leading(
        names=[identity.shown_to(row.application, user).label for row in rows],
        totals=[row.score for row in rows],
        scores=np.array([row.scores for row in rows]) / 100,
        weights=[float(weight) / WHOLE for weight in weights],
        titles=[criterion.title for criterion in plan.early],
    )


def _sentence(leading: _Leading, shares: "NDArray[np.float64]") -> str:
    tied = leading.totals.count(leading.totals[0])
    if tied > 1:
        return ngettext(
            "%(n)d applicants share the first place: look at them as equals.",
            "%(n)d applicants share the first place: look at them as equals.",
            tied,
        ) % {"n": tied}
    return _("%(who)s stays first in %(share)s of plausible weightings.") % {
        "who": leading.names[0],
        "share": _per_cent(shares[0]),
    }


def _per_cent(share: float) -> str:
    """Write a share in per cent; only all is 100."""
    return _("%(n)d %%") % {"n": int(share * 100 + 1e-9)}


def _without(leading: _Leading, openings: int) -> list[str]:
    """Say for each criterion whom leaving it out puts first, and who stays in front."""
    found = []
    order = range(len(leading.names))
    for number, title in enumerate(leading.titles):
        totals = sensitivity.totals_without(leading.weights, leading.scores, number)
        if totals is None or not leading.weights[number]:
            continue
        if totals[0] < totals.max():
            found.append(
                _("Without “%(title)s”, %(who)s would be first.")
                % {
                    "title": title,
                    "who": ", ".join(
                        leading.names[row]
                        for row in np.flatnonzero(totals == totals.max()).tolist()
                    ),
                }
            )
        then = np.argsort(-totals, kind="stable").tolist()
        stay = sensitivity.overlap(order, then, openings)
        if openings > 1 and stay is not None and stay < 1:
            found.append(
                _("Without “%(title)s”, %(n)d of the first %(all)d would stay there.")
                % {"title": title, "n": round(stay * openings), "all": openings}
            )
    return found


def _crossings(leading: _Leading) -> list[str]:
    found = []
    for number, title in enumerate(leading.titles):
        weight = sensitivity.crossover(
            leading.weights, leading.scores[0], leading.scores[1], number
        )
        if leading.weights[number] and weight is not None:
            found.append(
                _("“%(title)s” would have to weigh %(needed)s instead of %(now)s.")
                % {"title": title, **apart(weight, leading.weights[number])}
            )
    if leading.totals[0] == leading.totals[1]:
        return []
    return found
