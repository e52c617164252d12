"""Making a scoring key out of what people who know the work say. Pure.

At least ten raters, each on their own, rate every reply from 1 to 7; the key is their
mean. A reply is kept when they agree about it and it is clearly good or clearly bad:
replies in the middle hardly tell applicants apart, whoever is asked (the validity of a
reply is U-shaped in its mean). The panel as a whole must be reliable. Source: the
specification's 2.3 (a).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from screening.engine import reliability
from screening.engine.estimates import Estimate, WhyNot, table_of

if TYPE_CHECKING:
    from screening.engine.estimates import Table

RATERS = 10  # fewer make no key
MOST_SPREAD = 1.5  # SD (ddof 0) on the scale from 1 to 7
MIDDLE = (3.5, 4.5)  # means between these say little
RELIABLE = 0.80  # ICC(2,k) of the panel
FEWEST_KEPT = 20  # replies, for a profile that can be scored


class Fault(StrEnum):
    """Why a reply should not be scored."""

    SPREAD = "SPREAD"  # the raters do not agree about it
    MIDDLE = "MIDDLE"  # it is neither good nor bad


@dataclass(frozen=True, slots=True)
class Rated:
    """One reply: its mean and SD (ddof 0), and what speaks against scoring it."""

    mean: float
    sd: float
    fault: Fault | None


@dataclass(frozen=True, slots=True)
class Panel:
    """What raters made of all replies, in their order.

    `agreement` is ICC(2,k), over the replies that everybody rated.
    """

    raters: int
    replies: tuple[Rated | None, ...]
    agreement: Estimate

    @property
    def is_large_enough(self) -> bool:
        return self.raters >= RATERS

    @property
    def is_reliable(self) -> bool:
        return self.agreement.value is not None and self.agreement.value >= RELIABLE


def review(ratings: Table) -> Panel:
    """Review the ratings of raters by replies (1..7, None where one is missing).

    A reply that nobody rated is None. Raters who rated nothing do not count.
    """
    table = table_of(ratings)
    if table is None:
        return Panel(0, (), Estimate(None, WhyNot.MALFORMED))
    table = table[~np.isnan(table).all(axis=1)]
    found = reliability.icc(table.T)
    return Panel(
        raters=len(table),
        replies=tuple(_rated(column[~np.isnan(column)]) for column in table.T),
        agreement=Estimate(found.icc2k, found.reason),
    )


def _rated(said: np.ndarray[tuple[int], np.dtype[np.float64]]) -> Rated | None:
    if not len(said):
        return None
    mean, sd = float(said.mean()), float(said.std())
    fault = None
    if sd > MOST_SPREAD:
        fault = Fault.SPREAD
    elif MIDDLE[0] <= mean <= MIDDLE[1]:
        fault = Fault.MIDDLE
    return Rated(mean, sd, fault)
