"""How single items behave: whether each measures what the others measure. Pure.

Shown from a least number of answers on, as information for authors; nothing is dropped
by a figure.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from screening.engine import reliability
from screening.engine.estimates import Estimate, WhyNot, table_of

if TYPE_CHECKING:
    from screening.engine.estimates import Matrix, Table

MINIMUM_PEOPLE = 50  # fewer answers say too little about an item
WEAK = 0.15  # below this, an item says little of what the others say


@dataclass(frozen=True, slots=True)
class Item:
    """One item: its mean (difficulty), SD (ddof 1), and its place among the others."""

    mean: Estimate
    sd: Estimate
    item_total: Estimate
    alpha_without: Estimate


def corrected_item_total(items: Table) -> tuple[Estimate, ...]:
    """Return r of each item with the sum of the others, of persons by items.

    Who left anything open is left out.
    """
    table = _complete(items)
    if table is None:
        return ()
    if len(table) < reliability.TWO + 1 or table.shape[1] < reliability.TWO:
        return tuple(Estimate(None, WhyNot.TOO_FEW) for _ in range(table.shape[1]))
    total = table.sum(axis=1)
    return tuple(reliability.correlation(column, total - column) for column in table.T)


def analyse(items: Table) -> tuple[Item, ...]:
    """Return what is known of each item of persons by items."""
    table = _complete(items)
    if table is None:
        return ()
    rest = corrected_item_total(table)
    return tuple(
        Item(
            mean=_mean(column),
            sd=_sd(column),
            item_total=rest[number],
            alpha_without=_without(table, number),
        )
        for number, column in enumerate(table.T)
    )


def _complete(items: Table) -> Matrix | None:
    table = table_of(items)
    return None if table is None else table[~np.isnan(table).any(axis=1)]


def _mean(column: Matrix) -> Estimate:
    return Estimate(float(column.mean())) if len(column) else _too_few()


def _sd(column: Matrix) -> Estimate:
    enough = len(column) >= reliability.TWO
    return Estimate(float(column.std(ddof=1))) if enough else _too_few()


def _without(table: Matrix, number: int) -> Estimate:
    found = reliability.cronbach_alpha(np.delete(table, number, axis=1))
    return Estimate(found.value, found.reason)


def _too_few() -> Estimate:
    return Estimate(None, WhyNot.TOO_FEW)
