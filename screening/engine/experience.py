"""Months of experience, counted so that nothing is counted twice.

Each day of each calendar month is worth 1 / (days of the month); on a day the shares
of all jobs (full-time share times share of the duties that count) add up to at most
one. So overlapping jobs count once, two half-time jobs make a whole one, and no month
is worth more than a month. Ends are clipped to the day of reference (the closing date,
not today, so that a second run gives the same). Gaps cost nothing.
"""

from __future__ import annotations

import calendar
import itertools
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from positions.equivalence import Amount

if TYPE_CHECKING:
    from collections.abc import Sequence

FULL = 10_000  # a full-time week, or a job all of whose duties count
DAY = timedelta(days=1)


class Precision(StrEnum):
    """How much of a date was written."""

    DAY = "DAY"
    MONTH = "MONTH"
    YEAR = "YEAR"


class Flag(StrEnum):
    """What a person should know about how a job was counted."""

    REVERSED = "REVERSED"  # ends before it starts: not counted
    UNDATED = "UNDATED"  # a date is missing: counts at least nothing
    CLIPPED = "CLIPPED"  # goes on after the day of reference
    MONTHS = "MONTHS"  # only months were given: first to last day
    YEARS = "YEARS"  # only years were given: from mid-year to mid-year, ask
    REPEATED = "REPEATED"  # the same row again: not counted


@dataclass(frozen=True, slots=True)
class Job:
    """One job as it was stated.

    `start` and `end` are any day inside what was written (the first of the month for
    "May 2024" with MONTH precision). `current` goes on to the day of reference. `share`
    of a full-time week (hours / 40) and `relevance` (share of its duties that count) in
    ten-thousandths. Two rows with the same non-empty `key` (a digest of employer and
    title, say) and the same figures are one job entered twice.
    """

    start: date | None
    end: date | None
    current: bool = False
    precision: Precision = Precision.DAY
    share: int = FULL
    relevance: int = FULL
    key: str = ""

    def __post_init__(self) -> None:
        if not (0 <= self.share <= FULL and 0 <= self.relevance <= FULL):
            raise ValueError("shares lie between 0 and 10,000")


@dataclass(frozen=True, slots=True)
class JobCredit:
    """How one job was counted: alone, before overlaps; `flags` say what was unusual."""

    alone: Fraction
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class Credit:
    """Exact months, all jobs together; `low` and `high` where dates are uncertain.

    `high` None: a job without a date may be of any length. `jobs` in the order given.
    """

    months: Fraction
    low: Fraction
    high: Fraction | None
    jobs: tuple[JobCredit, ...]

    @property
    def hundredths(self) -> int:
        """Return the months in hundredths, never rounded up."""
        return int(self.months * 100)

    @property
    def amount(self) -> Amount:
        """Return the range in hundredths, never rounded up, for the combination."""
        high = None if self.high is None else int(self.high * 100)
        return Amount(int(self.low * 100), high)


type_span = tuple[date, date]


def credit(jobs: Sequence[Job], as_of: date) -> Credit:
    """Count the months of all jobs up to and including the day `as_of`."""
    flags = [_flags(job, as_of, jobs[:index]) for index, job in enumerate(jobs)]
    counted = [
        job
        for job, found in zip(jobs, flags, strict=True)
        if Flag.REVERSED not in found and Flag.REPEATED not in found
    ]
    dated = [job for job in counted if not _undated(job)]
    points = [(_span(job, as_of), job) for job in dated]
    lows = [(_narrow(job, as_of), job) for job in dated]
    highs = [(_wide(job, as_of), job) for job in dated]
    return Credit(
        months=_months(points, as_of),
        low=_months(lows, as_of),
        high=_months(highs, as_of) if len(dated) == len(counted) else None,
        jobs=tuple(
            JobCredit(
                alone=_months([(_span(job, as_of), job)], as_of)
                if job in dated
                else Fraction(0),
                flags=tuple(found),
            )
            for job, found in zip(jobs, flags, strict=True)
        ),
    )


def _undated(job: Job) -> bool:
    return job.start is None or (job.end is None and not job.current)


def _flags(job: Job, as_of: date, before: Sequence[Job]) -> list[Flag]:
    flags = []
    if job.key and job in before:
        flags.append(Flag.REPEATED)
    if _undated(job):
        return [*flags, Flag.UNDATED]
    start, end = _wide(job, as_of)
    if start > end and (job.end is not None and not job.current):
        return [*flags, Flag.REVERSED]
    if job.end is not None and not job.current and end > as_of:
        flags.append(Flag.CLIPPED)
    if job.precision is Precision.MONTH:
        flags.append(Flag.MONTHS)
    if job.precision is Precision.YEAR:
        flags.append(Flag.YEARS)
    return flags


def _ends(job: Job, as_of: date) -> tuple[date, date]:
    start = job.start or as_of
    return start, as_of if job.current or job.end is None else job.end


def _span(job: Job, as_of: date) -> type_span:
    """Return the most sensible first and last day."""
    start, end = _ends(job, as_of)
    ongoing = job.current or job.end is None
    if job.precision is Precision.YEAR:
        if start.year == end.year and not ongoing:
            # Something within one year: half of it, until the applicant says more.
            return date(start.year, 4, 1), date(end.year, 9, 30)
        middle = date(start.year, 7, 1)
        if ongoing:
            return min(middle, max(start, end)), end
        return middle, date(end.year, 6, 30)
    return _wide(job, as_of)


def _wide(job: Job, as_of: date) -> type_span:
    """Return the earliest first day and the latest last day that fit what was given."""
    start, end = _ends(job, as_of)
    ongoing = job.current or job.end is None
    if job.precision is Precision.MONTH:
        start = start.replace(day=1)
        end = end if ongoing else _last_of_month(end)
    elif job.precision is Precision.YEAR:
        start = date(start.year, 1, 1)
        end = end if ongoing else date(end.year, 12, 31)
    return start, end


def _narrow(job: Job, as_of: date) -> type_span:
    """Return the latest first day and the earliest last day that fit what was given."""
    if job.precision is not Precision.YEAR:
        return _wide(job, as_of)
    start, end = _ends(job, as_of)
    ongoing = job.current or job.end is None
    return date(start.year, 12, 31), end if ongoing else date(end.year, 1, 1)


def _last_of_month(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _months(spans: Sequence[tuple[type_span, Job]], as_of: date) -> Fraction:
    """Sum over the days: the joint share, at most one, by the length of the month."""
    steps: dict[date, int] = {}
    for (start, end), job in spans:
        last = min(end, as_of)
        if start > last:
            continue
        worth = job.share * job.relevance
        steps[start] = steps.get(start, 0) + worth
        steps[last + DAY] = steps.get(last + DAY, 0) - worth
    total = Fraction(0)
    level = 0
    marks = sorted(steps)
    for mark, following in itertools.pairwise(marks):
        level += steps[mark]
        if level:
            part = Fraction(min(level, FULL * FULL), FULL * FULL)
            total += part * _length(mark, following - DAY)
    return total


def _length(first: date, last: date) -> Fraction:
    """Return the months between two days, both included."""
    if (first.year, first.month) == (last.year, last.month):
        days = calendar.monthrange(first.year, first.month)[1]
        return Fraction((last - first).days + 1, days)
    head = calendar.monthrange(first.year, first.month)[1]
    tail = calendar.monthrange(last.year, last.month)[1]
    between = (last.year - first.year) * 12 + last.month - first.month - 1
    return between + Fraction(head - first.day + 1, head) + Fraction(last.day, tail)
