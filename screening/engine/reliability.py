"""How far ratings can be trusted: consistency of items, agreement of raters. Pure.

Every function takes tables (rows of numbers, None or NaN where one is missing) and
returns an estimate that is a number or a reason; see `estimates`. Tested against the
golden values of the specification and against two independent packages.

Sources: Cronbach 1951 (alpha), Feldt 1965 (its interval), Shrout & Fleiss 1979 (the six
ICCs), Krippendorff 2011 (alpha for any number of raters), James, Demaree & Wolf 1984
(r_wg), Cohen 1968 (weighted kappa), Cronbach, Schönemann & McKie 1965 (stratified
alpha).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from screening.engine.estimates import Estimate, Interval, WhyNot, estimate, table_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from screening.engine.estimates import Matrix, Table

Level = Literal["nominal", "ordinal", "interval", "ratio"]
TWO = 2  # people, items, raters: fewer cannot be compared
CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Icc:
    """The six intraclass correlations of Shrout & Fleiss, all None with a `reason`.

    1: each subject has raters of its own; 2: the same raters, drawn from many; 3: these
    raters and no others. With k: the mean of all raters; without: a single one.
    """

    icc1: float | None = None
    icc2: float | None = None
    icc3: float | None = None
    icc1k: float | None = None
    icc2k: float | None = None
    icc3k: float | None = None
    reason: WhyNot | None = None


def cronbach_alpha(items: Table) -> Interval:
    """Return alpha of persons by items with Feldt's 95 per cent interval.

    Who left anything open is left out. At most 1, and below 0 where items contradict
    each other. Without spread, or with fewer than two people or items, there is none.
    """
    table = table_of(items)
    if table is None:
        return Interval(None, WhyNot.MALFORMED)
    table = table[~np.isnan(table).any(axis=1)]
    people, count = table.shape
    if people < TWO or count < TWO:
        return Interval(None, WhyNot.TOO_FEW)
    of_items = float(np.var(table, axis=0, ddof=1).sum())
    of_total = float(np.var(table.sum(axis=1), ddof=1))
    if _is_nothing(of_total, float((table**2).mean())):
        return Interval(None, WhyNot.NO_VARIATION)
    alpha = count / (count - 1) * (1 - of_items / of_total)
    low, high = feldt_interval(alpha, people, count)
    return Interval(alpha, None, low, high)


def feldt_interval(alpha: float, people: int, items: int) -> tuple[float, float]:
    """Return the ends of alpha's 95 per cent interval."""
    # Loading it takes a third of a second; whoever wants no interval does not wait.
    from scipy.special import fdtri  # noqa: PLC0415 -- see above

    df1 = people - 1
    df2 = df1 * (items - 1)
    tail = (1 - CONFIDENCE) / 2
    low = 1 - (1 - alpha) * float(fdtri(df1, df2, 1 - tail))
    high = 1 - (1 - alpha) * float(fdtri(df1, df2, tail))
    return low, high


def stratified_alpha(strata: Sequence[Table]) -> Estimate:
    """Return the reliability of a sum over strata, each persons by items.

    The same people in the same order in all of them; who left anything open is left
    out. A stratum of one item counts as if it measured nothing: the cautious way.
    """
    tables = [table_of(one) for one in strata]
    known = [one for one in tables if one is not None and one.shape[1]]
    if not known or len(known) < len(tables) or len({len(one) for one in known}) != 1:
        return Estimate(None, WhyNot.MALFORMED)
    complete = ~np.isnan(np.hstack(known)).any(axis=1)
    known = [one[complete] for one in known]
    whole = np.hstack(known)
    if len(whole) < TWO or whole.shape[1] < TWO:
        return Estimate(None, WhyNot.TOO_FEW)
    total = float(np.var(whole.sum(axis=1), ddof=1))
    if _is_nothing(total, float((whole**2).mean())):
        return Estimate(None, WhyNot.NO_VARIATION)
    error = 0.0
    for table in known:
        spread = float(np.var(table.sum(axis=1), ddof=1))
        alpha = cronbach_alpha(table).value if table.shape[1] >= TWO else 0.0
        error += spread * (1 - (alpha or 0.0))
    return estimate(1 - error / total)


def spearman_brown(reliability: float, times: float) -> Estimate:
    """Return the reliability of a test `times` as long: m r / (1 + (m - 1) r)."""
    if not (math.isfinite(reliability) and math.isfinite(times)) or times <= 0:
        return Estimate(None, WhyNot.OUT_OF_RANGE)
    below = 1 + (times - 1) * reliability
    if below <= 0:
        return Estimate(None, WhyNot.OUT_OF_RANGE)
    return Estimate(times * reliability / below)


def split_half(
    first: Sequence[float | None], second: Sequence[float | None]
) -> Estimate:
    """Return the reliability of a whole test from the scores of its two halves.

    Their correlation, stepped up to the full length (Spearman and Brown).
    """
    table = table_of([list(first), list(second)])
    if table is None:
        return Estimate(None, WhyNot.MALFORMED)
    table = table[:, ~np.isnan(table).any(axis=0)]
    if table.shape[1] < TWO + 1:
        return Estimate(None, WhyNot.TOO_FEW)
    r = correlation(table[0], table[1])
    return spearman_brown(r.value, 2) if r.value is not None else r


def correlation(one: Matrix, other: Matrix) -> Estimate:
    """Return Pearson's r of two rows without gaps."""
    a, b = one - one.mean(), other - other.mean()
    below = math.sqrt(float(a @ a) * float(b @ b))
    if _is_nothing(below, float(one @ one) + float(other @ other)):
        return Estimate(None, WhyNot.NO_VARIATION)
    return Estimate(max(-1.0, min(1.0, float(a @ b) / below)))


def icc(ratings: Table) -> Icc:
    """Return the six intraclass correlations of subjects by raters.

    Subjects whom not everybody rated are left out.
    """
    table = table_of(ratings)
    if table is None:
        return Icc(reason=WhyNot.MALFORMED)
    table = table[~np.isnan(table).any(axis=1)]
    n, k = table.shape
    if n < TWO or k < TWO:
        return Icc(reason=WhyNot.TOO_FEW)
    mean = table.mean()
    rows, columns = table.mean(axis=1), table.mean(axis=0)
    within = table - rows[:, None]
    error = within - columns[None, :] + mean
    msr = k * float(((rows - mean) ** 2).sum()) / (n - 1)
    msc = n * float(((columns - mean) ** 2).sum()) / (k - 1)
    mse = float((error**2).sum()) / ((n - 1) * (k - 1))
    msw = float((within**2).sum()) / (n * (k - 1))
    if _is_nothing(msr, float((table**2).mean())):
        return Icc(reason=WhyNot.NO_VARIATION)
    found = (
        (msr - msw) / (msr + (k - 1) * msw),
        _over(msr - mse, msr + (k - 1) * mse + k * (msc - mse) / n),
        (msr - mse) / (msr + (k - 1) * mse),
        (msr - msw) / msr,
        _over(msr - mse, msr + (msc - mse) / n),
        (msr - mse) / msr,
    )
    return Icc(*found)


def krippendorff_alpha(ratings: Table, *, level: Level = "interval") -> Estimate:
    """Return Krippendorff's alpha of units by raters; any may be missing.

    Units with fewer than two ratings say nothing about agreement and are left out. When
    all ratings are equal there is nothing to agree about, so there is no figure.
    """
    table = table_of(ratings)
    if table is None or level not in {"nominal", "ordinal", "interval", "ratio"}:
        return Estimate(None, WhyNot.MALFORMED)
    table = table[(~np.isnan(table)).sum(axis=1) >= TWO]
    values = np.unique(table[~np.isnan(table)])
    if not len(table):
        return Estimate(None, WhyNot.TOO_FEW)
    if len(values) < TWO:
        return Estimate(None, WhyNot.NO_VARIATION)
    counts = (table[:, :, None] == values).sum(axis=1).astype(np.float64)
    coincidences = _coincidences(counts)
    marginals = coincidences.sum(axis=1)
    distance = _distances(values, marginals, level)
    expected = float((np.outer(marginals, marginals) * distance).sum())
    observed = float((coincidences * distance).sum())
    if expected <= 0:
        return Estimate(None, WhyNot.NO_VARIATION)
    return estimate(1 - (float(marginals.sum()) - 1) * observed / expected)


def r_wg(ratings: Sequence[float | None], *, options: int) -> Estimate:
    """Return the agreement of raters about one thing on a scale of so many options.

    1 - s² / ((A² - 1) / 12): 1 where all say the same, 0 where they rate as by chance,
    below 0 where they are of two minds.
    """
    table = table_of([list(ratings)])
    if table is None or options < TWO:
        return Estimate(None, WhyNot.MALFORMED)
    said = table[0][~np.isnan(table[0])]
    if len(said) < TWO:
        return Estimate(None, WhyNot.TOO_FEW)
    return Estimate(1 - float(np.var(said, ddof=1)) / ((options**2 - 1) / 12))


def weighted_kappa(
    one: Sequence[float | None], other: Sequence[float | None]
) -> Estimate:
    """Return the kappa of two raters with quadratic weights: near misses count less."""
    if len(one) != len(other):
        return Estimate(None, WhyNot.MALFORMED)
    table = table_of([list(one), list(other)])
    if table is None:
        return Estimate(None, WhyNot.MALFORMED)
    a, b = table[:, ~np.isnan(table).any(axis=0)]
    if len(a) < TWO:
        return Estimate(None, WhyNot.TOO_FEW)
    expected = float(((a[:, None] - b[None, :]) ** 2).mean())
    if expected <= 0:
        return Estimate(None, WhyNot.NO_VARIATION)
    return Estimate(1 - float(((a - b) ** 2).mean()) / expected)


def error_of_measurement(spread: float, reliability: float) -> float:
    """Return how far a score may be off, in its own unit: SD * sqrt(1 - r)."""
    return spread * math.sqrt(max(0.0, 1 - reliability))


# ---- the parts ----


def _coincidences(counts: Matrix) -> Matrix:
    """Return how often two values meet in a unit, each unit weighing its ratings."""
    pairable = counts.sum(axis=1)
    weighed = counts / (pairable - 1)[:, None]
    return np.asarray(weighed.T @ counts - np.diag(weighed.sum(axis=0)))


def _distances(values: Matrix, marginals: Matrix, level: Level) -> Matrix:
    """Return the squared difference of every two values at a level of measurement."""
    a, b = values[:, None], values[None, :]
    if level == "nominal":
        return np.asarray(a != b, dtype=np.float64)
    if level == "interval":
        return np.asarray((a - b) ** 2)
    if level == "ratio":
        below = np.where(a + b == 0, 1.0, a + b)
        return np.asarray(((a - b) / below) ** 2)
    up_to = np.cumsum(marginals)
    between = np.abs(up_to[:, None] - up_to[None, :])
    # Ranks from c to k, both ends counted half.
    upper = np.maximum.outer(np.arange(len(values)), np.arange(len(values)))
    lower = np.minimum.outer(np.arange(len(values)), np.arange(len(values)))
    ranks = between + marginals[lower] - (marginals[lower] + marginals[upper]) / 2
    return np.asarray(np.where(upper == lower, 0.0, ranks) ** 2)


def _over(above: float, below: float) -> float | None:
    return above / below if below else None


def _is_nothing(value: float, beside: float) -> bool:
    """Say whether a sum of squares is zero but for rounding."""
    return abs(value) <= 1e-12 * max(abs(beside), 1e-300)
