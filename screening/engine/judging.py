"""From what is known to one result per criterion: verdict, range, source, arithmetic.

Anchors of every scale: 0 no evidence, 50 meets what is asked for, 100 as much as can be
used. What a text does not say is unknown; only what the applicant typed into the form
or what a person checked can show that a requirement is not met.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from positions.criteria import Answer
from positions.equivalence import Standing
from screening.engine.scoring import unknown
from screening.engine.values import (
    MEETS,
    TOP,
    CriterionResult,
    Source,
    Verdict,
)

if TYPE_CHECKING:
    from positions.equivalence import Terms
    from screening.engine.values import Measured, type_fact

# How far a score read out of a text may be off, in hundredths of a point, and what a
# ticked box alone is worth: between "some" and "strong".
TEXT_MARGIN = 1_500
CLAIM_LOW, CLAIM_HIGH = 2_500, 7_500
HEADROOM_MONTHS = 24
LEVELS_EACH_WAY = 2  # from "meets" to the ends of a scale of levels


def judge_duty(
    key: str, strength: int | None, *, claimed: bool | None = None
) -> CriterionResult:
    """Judge the evidence that somebody has done a duty.

    `strength`: from matching, 0..10,000, None where there was no text at all.
    `claimed`: whether the applicant said in the form that a job involved this duty;
    None where no job was entered there (an imported CV).
    """
    facts: dict[str, type_fact] = {
        "strength": strength,
        "claimed": None if claimed is None else int(claimed),
    }
    if strength is None and claimed is None:
        return CriterionResult(key, Verdict.UNKNOWN, 0, TOP, Source.NONE, facts)
    low, high = (0, TOP) if strength is None else _around(strength)
    clear = strength is not None and strength >= MEETS
    if claimed:
        low = max(low, CLAIM_LOW)
        high = max(high if strength is not None else 0, CLAIM_HIGH)
        return CriterionResult(key, Verdict.MET, low, high, Source.CLAIMED, facts)
    if claimed is None or clear:
        verdict = Verdict.MET if clear else Verdict.UNKNOWN
        return CriterionResult(key, verdict, low, high, Source.INFERRED, facts)
    # The form lists their jobs and none involved this duty, nor does a text show it.
    low = 0 if strength is None else low
    return CriterionResult(
        key, Verdict.NOT_MET, low, max(low, min(high, MEETS)), Source.CLAIMED, facts
    )


def _around(strength: int) -> tuple[int, int]:
    """Return the range around a strength that was read out of a text.

    Both ends grow with the strength, so more evidence never lowers a score.
    """
    low = max(0, strength - TEXT_MARGIN)
    return low, min(TOP, strength + TEXT_MARGIN)


def judge_qualification(
    key: str,
    terms: Terms,
    *,
    source: Source,
    headroom_months: int = HEADROOM_MONTHS,
    route: int | None = None,
) -> CriterionResult:
    """Judge education and experience together.

    50 is reached when the combined share reaches 100 %; credit stops at the headroom:
    so many months beyond those required (as a share) make 100. Without headroom the
    requirement is all that can be used: it makes 100. `source` INFERRED can never give
    NOT_MET: what a text does not say is open. `route` is the place of the course of
    study that counts, where several are accepted.
    """
    needed = max(terms.rule.months, default=0)
    beyond = Fraction(headroom_months, needed) if needed else Fraction(0)
    low = _anchored(terms.low, beyond)
    high = TOP if terms.high is None else _anchored(terms.high, beyond)
    verdict = {
        Standing.QUALIFIED: Verdict.MET,
        Standing.UNKNOWN: Verdict.UNKNOWN,
        Standing.BORDERLINE: Verdict.NOT_MET,
        Standing.NOT_QUALIFIED: Verdict.NOT_MET,
    }[terms.standing]
    if source is Source.INFERRED and verdict is Verdict.NOT_MET:
        verdict, high = Verdict.UNKNOWN, TOP
    facts = _facts(terms) | ({} if route is None else {"route": route})
    return CriterionResult(key, verdict, low, high, source, facts)


def _anchored(share: Fraction, beyond: Fraction) -> int:
    """Turn a combined share into hundredths of a point, rounded down."""
    top, bottom = share.numerator, share.denominator
    if not beyond:
        return TOP * min(top, bottom) // bottom
    if top < bottom:
        return MEETS * top // bottom
    whole = bottom * beyond.numerator
    return MEETS + MEETS * min((top - bottom) * beyond.denominator, whole) // whole


def _hundredths(share: Fraction | None) -> int:
    """Return a share in hundredths of a per cent, rounded down; no end is the whole."""
    if share is None:
        return TOP
    return TOP * min(share.numerator, share.denominator) // share.denominator


def _facts(terms: Terms) -> dict[str, type_fact]:
    """Return the numbers that an explanation prints: hundredths, and of a percent."""
    facts: dict[str, type_fact] = {
        "equivalence": terms.rule.equivalence.value,
        "standing": terms.standing.value,
        "percent_low": _hundredths(terms.low),
        "percent_high": _hundredths(terms.high),
    }
    if (months := terms.counted) is not None:
        facts |= {
            "months_low": months.amount.low,
            "months_high": months.amount.high,
            "months_needed": months.needed,
            "months_percent_low": _hundredths(months.low),
            "months_kind": terms.weakest,
        }
    if (education := terms.education) is not None:
        facts |= {
            "credits_low": education.amount.low,
            "credits_high": education.amount.high,
            "credits_needed": education.needed,
            "credits_percent_low": _hundredths(education.low),
        }
    return facts


def judge_measured(key: str, measured: Measured | None) -> CriterionResult:
    """Judge what an assessment found: a score, or unknown where there is none.

    Its standard error is printed beside it and widens no range: bands carry it.
    """
    if measured is None:
        return unknown(key)
    facts: dict[str, type_fact] = {
        "answered": measured.count,
        "error": measured.error,
        "reason": measured.reason or None,
    }
    if measured.value is None:
        return CriterionResult(key, Verdict.UNKNOWN, 0, TOP, Source.MEASURED, facts)
    verdict = Verdict.MET if measured.value >= MEETS else Verdict.NOT_MET
    value = measured.value
    return CriterionResult(key, verdict, value, value, Source.MEASURED, facts)


def judge_level(
    key: str,
    has: int | None,
    *,
    asked: int,
    top: int,
    named: bool = False,
) -> CriterionResult:
    """Judge a level against the one asked for, both on a scale from 1 to `top`.

    `has`: what the applicant typed, 0 for none, None where nothing was typed. `named`:
    a text names it; that shows the lowest level and disproves nothing.

    50 at the level asked for, 0 two levels below it or at none, 100 two levels above it
    or at the top of the scale where that comes first; linear between.
    """
    facts: dict[str, type_fact] = {"asked": asked, "level": has, "named": int(named)}
    if has is not None:
        score = _level_score(has, asked, top)
        verdict = Verdict.MET if has >= asked else Verdict.NOT_MET
        return CriterionResult(key, verdict, score, score, Source.CLAIMED, facts)
    if not named:
        return CriterionResult(key, Verdict.UNKNOWN, 0, TOP, Source.NONE, facts)
    verdict = Verdict.MET if asked == 1 else Verdict.UNKNOWN
    low = _level_score(1, asked, top)
    return CriterionResult(key, verdict, low, TOP, Source.INFERRED, facts)


def _level_score(has: int, asked: int, top: int) -> int:
    if has <= asked:
        floor = max(asked - LEVELS_EACH_WAY, 0)
        return MEETS * max(has - floor, 0) // (asked - floor)
    best = min(asked + LEVELS_EACH_WAY, top)
    return MEETS + MEETS * (min(has, best) - asked) // (best - asked)


def judge_answer(
    key: str,
    answer: Answer | None,
    *,
    ended_on: str = "",
    named: bool = False,
) -> CriterionResult:
    """Judge a licence or a condition by what the applicant said of it.

    Yes meets it (50), no does not (0); "cannot tell", and nothing, are open. `ended_on`:
    the day (ISO) on which a licence ended before the closing date, which is a no.
    `named`: a text names it, which may show it and disproves nothing.
    """
    facts: dict[str, type_fact] = {
        "answer": answer.value if answer else None,
        "ended_on": ended_on or None,
        "named": int(named),
    }
    if answer is Answer.YES and not ended_on:
        return CriterionResult(key, Verdict.MET, MEETS, MEETS, Source.CLAIMED, facts)
    if answer in {Answer.YES, Answer.NO}:
        return CriterionResult(key, Verdict.NOT_MET, 0, 0, Source.CLAIMED, facts)
    if answer is None and named:
        low = MEETS - TEXT_MARGIN
        return CriterionResult(key, Verdict.MET, low, MEETS, Source.INFERRED, facts)
    source = Source.CLAIMED if answer else Source.NONE
    return CriterionResult(key, Verdict.UNKNOWN, 0, TOP, source, facts)


def judge_by_person(
    key: str, before: CriterionResult, *, verdict: Verdict, score: int
) -> CriterionResult:
    """Replace a result by what a person found, in hundredths; both values are kept.

    VERIFIED where the person confirms the verdict and the score lies inside the range
    found before, else CORRECTED.
    """
    confirms = verdict is before.verdict and before.low <= score <= before.high
    facts: dict[str, type_fact] = {
        "before_verdict": before.verdict.value,
        "before_low": before.low,
        "before_high": before.high,
        "before_source": before.source.value,
    }
    return CriterionResult(
        key,
        verdict,
        score,
        score,
        Source.VERIFIED if confirms else Source.CORRECTED,
        {**before.facts, **facts},
    )
