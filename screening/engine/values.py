"""The values that are judged and that come out. Frozen, and without any behaviour."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from positions.criteria import CriterionKind

TOP = 10_000  # the highest score, in hundredths of a point
WHOLE = 10_000  # all weights of a plan together
MEETS = 5_000  # the anchor "meets what is asked for"

type_fact = int | str | None


class Verdict(StrEnum):
    """What is known about a requirement."""

    MET = "MET"
    NOT_MET = "NOT_MET"
    UNKNOWN = "UNKNOWN"


class VerdictCode(IntEnum):
    """Verdicts as arrays hold them (int8); a higher one is better."""

    NOT_MET = -1
    UNKNOWN = 0
    MET = 1


CODES: Mapping[Verdict, VerdictCode] = {
    Verdict.NOT_MET: VerdictCode.NOT_MET,
    Verdict.UNKNOWN: VerdictCode.UNKNOWN,
    Verdict.MET: VerdictCode.MET,
}
VERDICTS: Mapping[int, Verdict] = {int(code): name for name, code in CODES.items()}


class Source(StrEnum):
    """Where a result comes from."""

    NONE = "NONE"  # nothing was collected
    INFERRED = "INFERRED"  # read out of a text; can show, can never disprove
    CLAIMED = "CLAIMED"  # the applicant said so in the form
    MEASURED = "MEASURED"  # a screening that the applicant took
    VERIFIED = "VERIFIED"  # a person checked it
    CORRECTED = "CORRECTED"  # a person changed it


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion of a frozen plan.

    `weight` in ten-thousandths (all of a plan add up to 10,000); `minimum` in
    hundredths, 0 for none; `reliability` and `spread` (points) are used for bands only.
    """

    key: str
    kind: CriterionKind
    weight: int
    essential: bool = False
    minimum: int = 0
    reliability: float = 0.60
    spread: float = 15.0


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """What is known about one criterion of one application.

    `low` and `high` in hundredths, 0..10,000; `facts` is flat and fits into JSON: every
    number that the explanation prints.
    """

    key: str
    verdict: Verdict
    low: int
    high: int
    source: Source
    facts: Mapping[str, type_fact] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high <= TOP:
            raise ValueError(f"{self.key}: not a range of scores")

    @property
    def score(self) -> int:
        """Return the middle of low and high in hundredths, a half rounded up."""
        return (self.low + self.high + 1) // 2

    @property
    def known(self) -> bool:
        """Whether the score is a point and the verdict is not open."""
        return self.low == self.high and self.verdict is not Verdict.UNKNOWN


@dataclass(frozen=True, slots=True)
class Measured:
    """What an assessment found about one thing, or the reason why it found nothing.

    `value` in hundredths, None with a `reason`; `error` is its standard error, `count`
    how many answers, ratings or reports it rests on. `public` says that anybody could
    know the right answers, so that it must not weigh much.
    """

    value: int | None
    error: int = 0
    count: int = 0
    reason: str = ""
    public: bool = False


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All results of one application under one plan: what is stored and ordered by.

    `low`, `high` and `score` in hundredths; `essentials` is the worst verdict over the
    essential criteria and minimum levels (MET where there are none); `complete` says
    that no criterion is unknown.
    """

    low: int
    high: int
    score: int
    essentials: Verdict
    complete: bool
