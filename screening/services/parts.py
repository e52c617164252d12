"""What each criterion adds to a score, and what that rests on."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from candidates.models import Application, EducationEntry, WorkEntry
from positions.criteria import CriterionKind
from positions.plan import Plan, PlanCriterion
from screening.engine import explain
from screening.engine.values import TOP, CriterionResult, Source, Verdict
from screening.enums import Verdict as VerdictWord
from screening.models import Evaluation, Evidence, Override
from screening.services import judgement
from screening.services.need_words import need_words
from screening.services.sums import Sum, sums_of


@dataclass(frozen=True, slots=True)
class Trust:
    """How far something is checked: a mark and its words."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's verdict, beside what was computed."""

    verdict: str
    before: str
    by: str
    at: dt.datetime
    reason: str
    score: int | None = None  # points that the person gave, of 100


@dataclass(frozen=True, slots=True)
class Part:
    """One criterion: what it adds to the score and what that rests on.

    `score`, `low`, `high`, `points` in hundredths of a point, `weight` in
    ten-thousandths, `above` the points above "meets the job" in hundredths.
    """

    criterion: PlanCriterion
    verdict: str
    score: int
    low: int
    high: int
    weight: int
    points: int
    above: int
    trust: Trust
    is_open: bool
    correction: Correction | None
    sums: tuple[Sum, ...]
    words: str

    @property
    def above_words(self) -> str:
        sign = "+" if self.above >= 0 else "\N{MINUS SIGN}"
        return f"{sign} {abs(self.above) / 100:.2f}"

    @property
    def share(self) -> int:
        """Return the points as hundredths of what this criterion can give."""
        return self.points * TOP // self.weight if self.weight else 0

    @property
    def range_words(self) -> str:
        """Say the likely range in whole points; empty where the score is a point."""
        if self.low == self.high:
            return ""
        return _("%(low)d and %(high)d") % {
            "low": self.low // 100,
            "high": -(-self.high // 100),
        }


def parts_of(
    application: Application,
    plan: Plan,
    row: Evaluation,
    work: Sequence[WorkEntry],
    studies: Sequence[EducationEntry],
) -> list[Part]:
    results = [judgement.result_from_json(raw) for raw in row.results]
    sums = explain.contributions(judgement.criteria_of(plan), results)
    stored = Evidence.objects.filter(application=application).first()
    facts = stored.facts if stored else {}
    overrides = {
        override.criterion: override
        for override in Override.objects.filter(application=application).select_related(
            "by"
        )
    }
    return [
        Part(
            criterion=criterion,
            verdict=one.result.verdict.value,
            score=one.result.score,
            low=one.result.low,
            high=one.result.high,
            weight=one.weight,
            points=one.points,
            above=one.against_meets // (2 * TOP),
            trust=trust_of(criterion, one.result),
            is_open=one.result.verdict is Verdict.UNKNOWN,
            correction=_correction(one.result, overrides.get(criterion.id)),
            sums=tuple(sums_of(plan, criterion, one.result, facts, work, studies)),
            words=_words(plan, criterion, one.result),
        )
        for criterion, one in zip(plan.early, sums, strict=True)
    ]


def trust_of(criterion: PlanCriterion, result: CriterionResult) -> Trust:
    """Say where a result comes from, in the reader's words."""
    if result.source is Source.NONE and criterion.kind is CriterionKind.SCREENING:
        return Trust("claimed", _("Scenarios not taken yet"))
    if criterion.kind is CriterionKind.WORK_SAMPLE:
        if result.source is Source.NONE:
            return Trust("claimed", _("Work sample not rated yet"))
        return Trust("verified", _("Rated by a person"))
    return {
        Source.CORRECTED: Trust("verified", _("Corrected by a person")),
        Source.VERIFIED: Trust("verified", _("Verified by a person")),
        Source.MEASURED: Trust("evidenced", _("Measured by scenarios")),
        Source.CLAIMED: Trust("claimed", _("Claimed in the form")),
        Source.INFERRED: Trust("evidenced", _("Read from text")),
        Source.NONE: Trust("claimed", _("Nothing collected yet")),
    }[result.source]


def _correction(
    result: CriterionResult, override: Override | None
) -> Correction | None:
    if override is None:
        return None
    before = result.facts.get("before_verdict")
    return Correction(
        verdict=str(override.get_verdict_display()),
        before=str(VerdictWord(str(before)).label) if before else "",
        by=str(override.by),
        at=override.at,
        reason=override.reason,
        score=override.score,
    )


def _words(plan: Plan, criterion: PlanCriterion, result: CriterionResult) -> str:
    """Say in a sentence what a result without a sum rests on."""
    if criterion.requirement is not None:
        asked = {one.id: one for one in plan.requirements}.get(criterion.requirement)
        return need_words(asked, result) if asked else ""
    if criterion.kind is CriterionKind.WORK_SAMPLE:
        return _work_sample_words(criterion, result)
    if criterion.kind is CriterionKind.DUTY:
        return _duty_words(result)
    if criterion.kind is CriterionKind.SCREENING:
        return _screening_words(result)
    return ""


def _work_sample_words(criterion: PlanCriterion, result: CriterionResult) -> str:
    if result.source is Source.NONE:
        return _("Nobody has rated the work sample yet. Nothing is assumed.")
    anchors = (criterion.anchor_none, criterion.anchor_meets, criterion.anchor_best)
    return _(
        "Rated %(score)d on the scale: 0 “%(none)s”, 50 “%(meets)s”, 100 “%(best)s”"
    ) % {
        "score": result.score // 100,
        **dict(zip(("none", "meets", "best"), anchors, strict=True)),
    }


def _duty_words(result: CriterionResult) -> str:
    strength, claimed = result.facts.get("strength"), result.facts.get("claimed")
    said = []
    if isinstance(strength, int):
        said.append(
            _("Their words show it with a strength of %(strength).2f of 100.")
            % {"strength": strength / 100}
        )
    else:
        said.append(_("There is no text to read."))
    if claimed:
        said.append(_("A job of theirs involved it, they say."))
    elif claimed == 0:
        said.append(_("None of their jobs involved it, they say."))
    return " ".join(said)


def _screening_words(result: CriterionResult) -> str:
    reason = result.facts.get("reason")
    if reason:
        return _(
            "The answers cannot be scored (%(reason)s). Nothing is assumed: a person"
            " follows it up."
        ) % {"reason": _unscorable(str(reason))}
    if result.source is Source.NONE:
        return _("The short scenarios have not been taken yet. Nothing is assumed.")
    error = result.facts.get("error")
    return _(
        "How far the answers agree in shape with those of experienced colleagues, over"
        " %(count)d answers; it may be off by %(error).1f points."
    ) % {
        "count": result.facts.get("answered") or 0,
        "error": (error if isinstance(error, int) else 0) / 100,
    }


def _unscorable(reason: str) -> str:
    return {
        "STRAIGHT_LINE": _("every reply got the same rating"),
        "TOO_FEW": _("too few situations were answered"),
        "KEY_LOST": _("the scoring key cannot be opened"),
        "TOO_PUBLIC": _(
            "anybody can read the key of this demonstration, so it counts with at most"
            " 10 % of the plan"
        ),
    }.get(reason, _("the key does not tell the replies apart"))
