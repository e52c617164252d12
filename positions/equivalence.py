"""How education and experience combine into one qualification.

After the US Office of Personnel Management: each is turned into a percentage of its
own requirement, the percentages are added, and 100 % qualifies. Year for year (after
Montgomery County, Maryland) measures both by the whole: a year of study makes up for a
year of work and the other way round. A cap says how much of the whole one side may
bring. Education counts only beyond a base. Nothing is rounded up: 11.99 of 12 months is shown to a person as
borderline and does not qualify. What is not known is a range, never a zero. Pure.

Units: months and credits are whole hundredths (1,200 = 12 months); shares are exact
fractions. 30 credits are one academic year.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Self

from positions.criteria import EducationLevel, Equivalence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

HUNDREDTHS = 100
CREDITS_PER_YEAR = 30  # semester credits in one academic year
MONTHS_PER_YEAR = 12
FULL = 100  # per cent

NOMINAL_CREDITS: Mapping[EducationLevel, int] = {
    # Whole credits that a completed level stands for, counted in academic years after
    # the upper secondary school: 1, 2, 4, 5 and 8 years. A transcript with other
    # figures wins; these are used where only the level is known.
    EducationLevel.PRIMARY: 0,
    EducationLevel.LOWER_SECONDARY: 0,
    EducationLevel.UPPER_SECONDARY: 0,
    EducationLevel.POST_SECONDARY: 30,
    EducationLevel.SHORT_CYCLE: 60,
    EducationLevel.BACHELOR: 120,
    EducationLevel.MASTER: 150,
    EducationLevel.DOCTORATE: 240,
}


class Standing(StrEnum):
    """Where somebody stands against a combined requirement."""

    QUALIFIED = "QUALIFIED"
    BORDERLINE = "BORDERLINE"  # not qualified, by less than one part in a hundred
    NOT_QUALIFIED = "NOT_QUALIFIED"
    UNKNOWN = "UNKNOWN"  # what is not known decides


BORDERLINE_FROM = Fraction(99, 100)


@dataclass(frozen=True, slots=True)
class Amount:
    """How much of something: hundredths, from `low` to `high`; None has no end."""

    low: int
    high: int | None

    def __post_init__(self) -> None:
        if self.low < 0 or (self.high is not None and self.high < self.low):
            raise ValueError(f"not a range of hundredths: {self.low}..{self.high}")

    @classmethod
    def exactly(cls, hundredths: int) -> Self:
        return cls(hundredths, hundredths)

    @classmethod
    def at_least(cls, hundredths: int) -> Self:
        """Take what a text shows: there may be more that it does not say."""
        return cls(hundredths, None)

    @classmethod
    def of_level(cls, level: EducationLevel) -> Self:
        """Return the nominal credits of a completed level."""
        return cls.exactly(NOMINAL_CREDITS[level] * HUNDREDTHS)

    @property
    def known(self) -> bool:
        return self.low == self.high


UNKNOWN = Amount(0, None)


@dataclass(frozen=True, slots=True)
class Rule:
    """What is asked for: whole months per kind of work, whole credits, and how.

    An empty `months` asks for no experience; `full_credits` 0 asks for no education.
    `base_credits` count for nothing; `full_credits` more meet the requirement alone.
    `cap_experience` and `cap_education` are the most that one side may bring to the
    sum, in per cent of the whole; they bind only where both sides are asked for and
    add up. `credits_per_year` make an academic year, which is worth twelve months.
    """

    equivalence: Equivalence
    months: tuple[int, ...] = ()
    base_credits: int = 0
    full_credits: int = 0
    cap_experience: int = 100
    cap_education: int = 100
    credits_per_year: int = CREDITS_PER_YEAR

    def __post_init__(self) -> None:
        if any(months <= 0 for months in self.months):
            raise ValueError("required months must be positive; leave the kind out")
        if self.base_credits < 0 or self.full_credits < 0:
            raise ValueError("credits cannot be negative")
        if not (0 < self.cap_experience <= FULL and 0 < self.cap_education <= FULL):
            raise ValueError("a cap lies between 1 and 100 per cent")
        if self.credits_per_year <= 0:
            raise ValueError("an academic year has credits")

    @property
    def adds_up(self) -> bool:
        """Whether both sides are asked for and part of one adds to part of the other."""
        return (
            self.equivalence in {Equivalence.COMBINATION, Equivalence.YEAR_FOR_YEAR}
            and bool(self.months)
            and bool(self.full_credits)
        )


@dataclass(frozen=True, slots=True)
class Part:
    """One share of a requirement: `amount` of `needed`, both in hundredths.

    `low` and `high` are exact shares, not capped (1 = the whole requirement); `high`
    None has no end. For education `amount` is what lies beyond the base. `cap` is the
    most of the whole that this side may bring, in per cent.
    """

    amount: Amount
    needed: int
    low: Fraction
    high: Fraction | None
    cap: int = FULL

    @property
    def is_capped(self) -> bool:
        """Whether part of it does not count because of the cap."""
        return self.cap < FULL and self.low > Fraction(self.cap, FULL)

    @property
    def counted_low(self) -> Fraction:
        """Return the share that enters the sum; only a real cap cuts it."""
        return self.low if self.cap == FULL else min(self.low, Fraction(self.cap, FULL))

    @property
    def counted_high(self) -> Fraction | None:
        if self.cap == FULL:
            return self.high
        cap = Fraction(self.cap, FULL)
        return cap if self.high is None else min(self.high, cap)

    @property
    def percent_low(self) -> Fraction:
        """Return the percentage to show: exact, capped at 100."""
        return min(self.low, Fraction(1)) * 100

    @property
    def percent_high(self) -> Fraction:
        return Fraction(100) if self.high is None else min(self.high, Fraction(1)) * 100


@dataclass(frozen=True, slots=True)
class Terms:
    """Every term of the arithmetic, so that page and explanation can print it.

    `experience` has one part per kind of work asked for, in the order of the rule;
    `weakest` is the index of the one that counts (None: no experience asked for).
    `low` and `high` are the exact combined shares, uncapped.
    """

    rule: Rule
    experience: tuple[Part, ...]
    weakest: int | None
    education: Part | None
    low: Fraction
    high: Fraction | None
    standing: Standing

    @property
    def percent_low(self) -> Fraction:
        """Return the combined percentage to show: exact, capped at 100."""
        return min(self.low, Fraction(1)) * 100

    @property
    def percent_high(self) -> Fraction:
        return Fraction(100) if self.high is None else min(self.high, Fraction(1)) * 100

    @property
    def counted(self) -> Part | None:
        """Return the part of experience that counts: the weakest kind of work."""
        return None if self.weakest is None else self.experience[self.weakest]


def combine(rule: Rule, months: Sequence[Amount], credit: Amount) -> Terms:
    """Work out where somebody stands.

    `months` holds one amount per kind of work of the rule, in its order (hundredths of
    a month that count); `credit` all credits, the base included (hundredths). Raises
    ValueError if the lengths differ.
    """
    if len(months) != len(rule.months):
        raise ValueError(f"{len(rule.months)} amounts of months needed")
    experience = tuple(
        _part(amount, _months_needed(rule, asked), _cap(rule, rule.cap_experience))
        for amount, asked in zip(months, rule.months, strict=True)
    )
    education = _education(rule, credit)
    weakest = _weakest(experience)
    sides = [] if education is None else [education]
    if weakest is not None:
        sides.append(experience[weakest])
    low = _joined(rule.equivalence, [side.counted_low for side in sides])
    high = _joined_high(rule.equivalence, experience, education)
    return Terms(
        rule=rule,
        experience=experience,
        weakest=weakest,
        education=education,
        low=low,
        high=high,
        standing=_standing(low, high),
    )


def _cap(rule: Rule, cap: int) -> int:
    return cap if rule.adds_up else FULL


@lru_cache
def _months_needed(rule: Rule, asked: int) -> Fraction:
    """Return the hundredths of months that make 100 per cent by work alone."""
    needed = Fraction(asked * HUNDREDTHS)
    if rule.equivalence is Equivalence.YEAR_FOR_YEAR:
        study = Fraction(rule.full_credits * MONTHS_PER_YEAR, rule.credits_per_year)
        needed += study * HUNDREDTHS
    return needed


@lru_cache
def _credits_needed(rule: Rule) -> Fraction:
    """Return the hundredths of credits that make 100 per cent by study alone."""
    needed = Fraction(rule.full_credits * HUNDREDTHS)
    if rule.equivalence is Equivalence.YEAR_FOR_YEAR and rule.months:
        work = Fraction(max(rule.months) * rule.credits_per_year, MONTHS_PER_YEAR)
        needed += work * HUNDREDTHS
    return needed


def _part(amount: Amount, needed: Fraction, cap: int) -> Part:
    high = None if amount.high is None else amount.high / needed
    return Part(amount, round(needed), amount.low / needed, high, cap)


def _education(rule: Rule, credit: Amount) -> Part | None:
    if not rule.full_credits:
        return None
    base = rule.base_credits * HUNDREDTHS
    beyond = Amount(
        max(0, credit.low - base),
        None if credit.high is None else max(0, credit.high - base),
    )
    return _part(beyond, _credits_needed(rule), _cap(rule, rule.cap_education))


def _weakest(parts: Sequence[Part]) -> int | None:
    if not parts:
        return None
    return min(range(len(parts)), key=lambda index: (parts[index].low, index))


def _joined(equivalence: Equivalence, shares: Sequence[Fraction]) -> Fraction:
    if not shares:
        return Fraction(1)  # nothing is asked for
    if equivalence in {Equivalence.COMBINATION, Equivalence.YEAR_FOR_YEAR}:
        return sum(shares, Fraction(0))
    return max(shares) if equivalence is Equivalence.EITHER else min(shares)


def _joined_high(
    equivalence: Equivalence, experience: Sequence[Part], education: Part | None
) -> Fraction | None:
    ends = [part.counted_high for part in experience]
    closed = [end for end in ends if end is not None]
    sides: list[Fraction | None] = []
    if ends:
        sides.append(min(closed) if closed else None)  # all kinds are needed
    if education is not None:
        sides.append(education.counted_high)
    known = [side for side in sides if side is not None]
    if equivalence is Equivalence.BOTH:
        return _joined(equivalence, known) if known or not sides else None
    return _joined(equivalence, known) if len(known) == len(sides) else None


def _standing(low: Fraction, high: Fraction | None) -> Standing:
    if low >= 1:
        return Standing.QUALIFIED
    if high is None or high >= 1:
        return Standing.UNKNOWN
    return Standing.BORDERLINE if high >= BORDERLINE_FROM else Standing.NOT_QUALIFIED
