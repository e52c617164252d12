"""What the clarity check is asked and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

CLEAR: Final = 90  # a score from here on is called clear
POINTS: Final = {"D1": 25, "D2": 20, "D3": 20, "D4": 10, "D5": 15, "D6": 5, "D7": 5}
PER_FAILED_RULE: Final = 5  # taken from a position for each of D8 to D12 that fails
_STOPPING = frozenset({"D1", "D5", "D12"})


class Severity(StrEnum):
    """How much a finding weighs; only an error can stop publication."""

    ERROR = "ERROR"
    WARNING = "WARNING"
    HINT = "HINT"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to improve, at [start, end) of the text as given; 0, 0 for the whole.

    `words` is that slice of the text, `category` the kind of word where a list found it.
    """

    rule: str
    severity: Severity
    start: int
    end: int
    message: str
    suggestion: str
    words: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True)
class DutyCheck:
    """Score (0 to 100), findings in reading order, and which of D1 to D7 passed."""

    score: int
    findings: tuple[Finding, ...]
    passed: Mapping[str, bool]

    @property
    def blocks(self) -> bool:
        """Whether publication stops here if the duty is essential.

        A line for unnamed work (D12) stops too: it can never be essential.
        """
        return any(
            one.rule in _STOPPING and one.severity is Severity.ERROR
            for one in self.findings
        )

    @property
    def is_clear(self) -> bool:
        return self.score >= CLEAR and not self.blocks


@dataclass(frozen=True, slots=True)
class DutyInput:
    """A duty of a position; `share` in percent, None where it is still open.

    `linked`: a criterion of the selection looks at it.
    """

    statement: str
    share: int | None
    essential: bool | None
    essential_reason: str = ""
    linked: bool = True


@dataclass(frozen=True, slots=True)
class PositionCheck:
    """`score` (0 to 100) is None without duties; `grade` is the school year it reads like.

    `duties` are in the order given; `findings` are those of D8 to D13 on the whole.
    """

    score: int | None
    duties: tuple[DutyCheck, ...]
    findings: tuple[Finding, ...]
    grade: float | None
