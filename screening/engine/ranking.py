"""The only ordering rule.

Those with an essential requirement that is not met come last; then the higher score
(the middle of low and high); equal after rounding to 0.01 is a tie, and inside a tie
the order is a keyed hash of the application: never a name, an id or a time of arrival.
"""

from __future__ import annotations

import hashlib
import hmac
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from screening.engine.values import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Contender:
    """One application as the ordering sees it; `score` in hundredths."""

    application: str
    score: int
    essentials: Verdict


@dataclass(frozen=True, slots=True)
class Placing:
    """A place in the order. Tied applications share a rank: 1, 2, 2, 4."""

    rank: int
    application: str
    score: int
    essentials: Verdict
    tied: bool


def tie_break(seed: bytes, application: str) -> str:
    """Return 64 hex digits that order a tie: HMAC-SHA256 of the application's id."""
    return hmac.new(seed, application.encode(), hashlib.sha256).hexdigest()


def order_key(essentials: Verdict, score: int, tie: str) -> tuple[int, int, str]:
    """Return the key to sort by, ascending. A database sorts by the same three."""
    return (int(essentials is Verdict.NOT_MET), -score, tie)


def rank(contenders: Iterable[Contender], seed: bytes) -> list[Placing]:
    """Place everyone once. The order of arrival does not matter."""
    ordered = sorted(
        contenders,
        key=lambda one: order_key(
            one.essentials, one.score, tie_break(seed, one.application)
        ),
    )
    standings = [(one.essentials is Verdict.NOT_MET, one.score) for one in ordered]
    first: dict[tuple[bool, int], int] = {}
    for place, standing in enumerate(standings, start=1):
        first.setdefault(standing, place)
    shared = Counter(standings)
    return [
        Placing(
            rank=first[standing],
            application=one.application,
            score=one.score,
            essentials=one.essentials,
            tied=shared[standing] > 1,
        )
        for one, standing in zip(ordered, standings, strict=True)
    ]
