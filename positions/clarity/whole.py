"""Is a position whole? Rules D8 to D13 over all its duties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from positions.clarity.lexicon import Lexicon
from positions.clarity.readability import readability
from positions.clarity.statement import check_duty, is_catch_all
from positions.clarity.values import PER_FAILED_RULE, Finding, PositionCheck, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from positions.clarity.values import DutyCheck, DutyInput

FEW, MANY = 4, 12  # duties: outside it is a warning …
USUAL: Final = range(5, 11)  # … and outside this a hint
SMALL: Final = 5  # percent of the time
HEART: Final = 20
TOTAL: Final = range(95, 106)
MARGINAL: Final = 30
GRADE: Final = 12

_Lack = tuple[str, Severity, float]  # key of the message, weight, the figure in it
_COUNTED = frozenset({"D8", "D9", "D10", "D11", "D12"})


def check_position(
    duties: Sequence[DutyInput], *, lexicon: Lexicon | None = None
) -> PositionCheck:
    """Return each duty's check and what the duties lack as a whole.

    The score is the mean of the duties' scores by their shares of time, less 5 for each
    of D8 to D12 that fails (hints do not fail); None without duties. An open share
    counts like the mean of the others, and the line for unnamed work not at all.
    """
    lexicon = lexicon or Lexicon.load()
    checks = tuple(check_duty(one.statement, lexicon=lexicon) for one in duties)
    open_ended = [is_catch_all(one.statement, lexicon=lexicon) for one in duties]
    reading = readability("\n".join(one.statement for one in duties))
    grade = reading.grade if reading else None
    findings = tuple(
        _told(key, severity, lexicon, count)
        for key, severity, count in _lacking(duties, open_ended, grade)
    )
    failed = {one.rule for one in findings if one.severity is not Severity.HINT}
    mean = _mean(duties, checks, open_ended)
    score = (
        None
        if mean is None
        else max(0, round(mean) - PER_FAILED_RULE * len(failed & _COUNTED))
    )
    return PositionCheck(score, checks, findings, grade)


def _told(key: str, severity: Severity, lexicon: Lexicon, count: float) -> Finding:
    message, suggestion = lexicon.says(key, count=f"{count:.0f}")
    rule, _, category = key.partition("_")
    return Finding(rule, severity, 0, 0, message, suggestion, "", category)


def _mean(
    duties: Sequence[DutyInput], checks: Sequence[DutyCheck], open_ended: Sequence[bool]
) -> float | None:
    """Return the mean of the scores by time; plain where no time is known."""
    if not duties:
        return None
    named = [
        (one.share, check.score)
        for one, check, is_open in zip(duties, checks, open_ended, strict=True)
        if not is_open
    ]
    known = [share for share, _ in named if share is not None]
    usual = sum(known) / len(known) if known else 1
    weighed = [(usual if share is None else share, score) for share, score in named]
    total = sum(share for share, _ in weighed)
    if total <= 0:
        return sum(score for _, score in named) / len(named) if named else 0.0
    return sum(share * score for share, score in weighed) / total


def _lacking(
    duties: Sequence[DutyInput], open_ended: Sequence[bool], grade: float | None
) -> Iterator[_Lack]:
    named = [
        one for one, is_open in zip(duties, open_ended, strict=True) if not is_open
    ]
    unnamed = [one for one, is_open in zip(duties, open_ended, strict=True) if is_open]
    yield from _count(len(named))
    yield from _time(duties, named)
    yield from _essential(duties)
    if any(one.essential and not one.linked for one in duties):
        yield "D11", Severity.ERROR, 0
    yield from _unnamed(unnamed)
    if grade is not None and grade > GRADE:
        yield "D13_grade", Severity.WARNING, grade


def _count(count: int) -> Iterator[_Lack]:
    if count not in USUAL:
        severe = Severity.HINT if FEW <= count <= MANY else Severity.WARNING
        yield "D8_few" if count < USUAL.start else "D8_many", severe, count


def _time(duties: Sequence[DutyInput], named: Sequence[DutyInput]) -> Iterator[_Lack]:
    shares = [one.share for one in duties if one.share is not None]
    if len(shares) < len(duties):
        yield "D9_missing", Severity.ERROR, 0
    elif duties and sum(shares) not in TOTAL:
        yield "D9_total", Severity.ERROR, sum(shares)
    small = [one.share for one in named if one.share is not None and one.share < SMALL]
    if small:
        yield "D9_small", Severity.WARNING, min(small)
    if shares and len(shares) == len(duties) and max(shares) < HEART:
        yield "D9_flat", Severity.WARNING, 0


def _essential(duties: Sequence[DutyInput]) -> Iterator[_Lack]:
    if any(one.essential is None for one in duties):
        yield "D10_unmarked", Severity.WARNING, 0
    if duties and not any(one.essential for one in duties):
        yield "D10_none", Severity.ERROR, 0
    marginal = sum(one.share or 0 for one in duties if one.essential is False)
    if marginal > MARGINAL:
        yield "D10_marginal", Severity.WARNING, marginal
    if any(one.essential and not one.essential_reason.strip() for one in duties):
        yield "D10_reason", Severity.WARNING, 0


def _unnamed(unnamed: Sequence[DutyInput]) -> Iterator[_Lack]:
    if len(unnamed) > 1:
        yield "D12_twice", Severity.WARNING, len(unnamed)
    share = max((one.share or 0 for one in unnamed), default=0)
    if share > SMALL:
        yield "D12_share", Severity.WARNING, share
    if any(one.essential for one in unnamed):
        yield "D12_essential", Severity.ERROR, 0
