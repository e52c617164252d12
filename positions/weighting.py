"""How 100 points are shared out among criteria. Pure."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

WHOLE = 100


def in_proportion(parts: Sequence[int | Fraction], total: int) -> list[int]:
    """Share out `total` in whole numbers by largest remainder; the sum is exact.

    Ties go to the earlier part. An empty list stays empty.
    """
    whole = sum(parts)
    if not whole:
        return [0] * len(parts)
    shares = [int(part * total // whole) for part in parts]
    by_remainder = sorted(
        range(len(parts)), key=lambda index: (-(parts[index] * total % whole), index)
    )
    for index in by_remainder[: total - sum(shares)]:
        shares[index] += 1
    return shares


def equal(count: int, total: int = WHOLE) -> list[int]:
    """Share `total` out evenly; what rounding leaves goes to the earlier ones."""
    return in_proportion([1] * count, total)


def rank_order_centroid(count: int, total: int = WHOLE) -> list[int]:
    """Share `total` out by rank, the first weighing most.

    The centroid of all weights that respect the order: the one in place i of n gets
    the sum over k = i..n of 1/k, divided by n. For four: 52, 27, 15, 6 of 100.
    Source: Barron and Barrett 1996.
    """
    shares = [Fraction(1, count * place) for place in range(1, count + 1)]
    exact = [sum(shares[place:], Fraction(0)) for place in range(count)]
    return in_proportion(exact, total)


def within(weights: Sequence[int], most: Sequence[int]) -> list[int]:
    """Keep each weight at or under its limit; the others take up what is left over.

    They take it in proportion to what they have. The sum stays what it was as long as
    the limits leave room for it.
    """
    shares = list(weights)
    total = sum(shares)
    held: set[int] = set()
    while over := {
        at for at, limit in enumerate(most) if at not in held and shares[at] > limit
    }:
        held |= over
        free = [at for at in range(len(shares)) if at not in held]
        rest = total - sum(most[at] for at in held)
        parts = in_proportion([weights[at] for at in free], max(rest, 0))
        for at in held:
            shares[at] = most[at]
        for at, share in zip(free, parts, strict=True):
            shares[at] = share
    return shares
