"""Why one application stands where it stands: every number, its source, its words."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from backoffice_ats.audit.models import Act, AuditEvent
from candidates.models import Application, EducationEntry, StatusChange, WorkEntry
from candidates.services import history, identity
from candidates.services.identity import Identity
from positions.criteria import CriterionKind, Equivalence
from positions.models import PlanVersion
from positions.plan import Plan, PlanCriterion, PlanExperience
from positions.services import plans
from screening.engine import explain, matching
from screening.engine.experience import Flag
from screening.engine.values import TOP, CriterionResult, Source, Verdict
from screening.enums import Verdict as VerdictWord
from screening.models import Evaluation, Evidence, Override, Work
from screening.services import board, evaluation
from screening.services.board import Show
from screening.services.work import STUCK_AFTER

if TYPE_CHECKING:
    from backoffice_ats.accounts.models import User
    from screening.querysets import EvaluationQuerySet

MARKS = 2  # underlined stretches in a quote, at most
NEAR = 6  # characters between words that are underlined together: "to the"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a sum, printed as it is."""

    label: str
    terms: str
    result: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sum:
    """Lines and their total, as an accountant writes them."""

    caption: str
    rows: tuple[Line, ...]
    total: Line
    conclusion: str = ""


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
        return _("%(low)d to %(high)d") % {
            "low": self.low // 100,
            "high": -(-self.high // 100),
        }


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words for a duty, with the words that matched."""

    duty: str
    strength: int | None
    text: str
    spans: tuple[tuple[int, int], ...]
    source: str
    note: str
    trust: Trust


@dataclass(frozen=True, slots=True)
class Happening:
    """A line of the timeline."""

    text: str
    at: dt.datetime
    by: str = ""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Where the application stands in the list it was opened from."""

    place: int
    total: int
    previous: int | None
    next: int | None


@dataclass(frozen=True)
class Explanation:
    """Everything the application page says about a judgement."""

    application: Application
    identity: Identity
    version: PlanVersion | None
    newest: PlanVersion | None
    evaluation: Evaluation | None
    parts: Sequence[Part]
    band: str
    changes: Sequence[str]
    quotes: Sequence[Quote]
    silent: Sequence[str]  # duties that nothing speaks for
    neighbours: Neighbours | None
    timeline: Sequence[Happening]
    work: Sequence[WorkEntry]
    studies: Sequence[EducationEntry]
    error: str

    @property
    def essentials(self) -> list[Part]:
        return [part for part in self.parts if part.criterion.essential]

    @property
    def others(self) -> list[Part]:
        """Return scored criteria with arithmetic of their own that are no essentials."""
        return [
            part
            for part in self.parts
            if not part.criterion.essential and (part.sums or part.words)
        ]

    @property
    def is_older(self) -> bool:
        return bool(
            self.version and self.newest and self.version.number < self.newest.number
        )


def explanation_of(
    application: Application, user: "User", *, show: Show = Show.EVERYONE
) -> Explanation:
    """Assemble the explanation of one application for one reader."""
    row = (
        Evaluation.objects.filter(application=application)
        .select_related("plan_version")
        .order_by("-plan_version__number")
        .first()
    )
    version = row.plan_version if row else None
    plan = Plan.from_json(version.content) if version else None
    work = list(application.work.prefetch_related("duties").order_by("source", "order"))
    studies = list(application.studies.order_by("source", "order"))
    who = identity.shown_to(application, user)
    if who.hidden:
        history.hide_rows(application, work, studies)
    quotes, silent = (
        _quotes(application, plan, work, hidden=who.hidden) if plan else ([], [])
    )
    everyone = Evaluation.objects.for_position(application.position)
    band, changes = _standing(everyone, plan, row) if plan and row else ("", [])
    return Explanation(
        application=application,
        identity=who,
        version=version,
        newest=plans.current(application.position),
        evaluation=row,
        parts=_parts(application, plan, row, work, studies) if plan and row else [],
        band=band,
        changes=changes,
        quotes=quotes,
        silent=silent,
        neighbours=_neighbours(board.filtered(everyone, show), row) if row else None,
        timeline=timeline_of(application),
        work=work,
        studies=studies,
        error=_error(application),
    )


def _error(application: Application) -> str:
    row = (
        Work.objects.unfinished()
        .filter(application=application, attempts__gte=STUCK_AFTER)
        .first()
    )
    return row.last_error or _("it ended without a word") if row else ""


# ---- the sum, criterion by criterion ----


def _parts(
    application: Application,
    plan: Plan,
    row: Evaluation,
    work: Sequence[WorkEntry],
    studies: Sequence[EducationEntry],
) -> list[Part]:
    results = [evaluation.result_from_json(raw) for raw in row.results]
    sums = explain.contributions(evaluation.criteria_of(plan), results)
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
            sums=tuple(_sums(plan, criterion, one.result, facts, work, studies)),
            words=_words(criterion, one.result),
        )
        for criterion, one in zip(plan.criteria, sums, strict=True)
    ]


def trust_of(criterion: PlanCriterion, result: CriterionResult) -> Trust:
    """Say where a result comes from, in the reader's words."""
    if result.source is Source.NONE and criterion.kind is CriterionKind.SCREENING:
        return Trust("claimed", _("Scenarios not taken yet"))
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
    )


def _words(criterion: PlanCriterion, result: CriterionResult) -> str:
    """Say in a sentence what a result without a sum rests on."""
    if criterion.kind is CriterionKind.DUTY:
        return _duty_words(result)
    if criterion.kind is CriterionKind.SCREENING:
        return _screening_words(result)
    return ""


def _duty_words(result: CriterionResult) -> str:
    strength, claimed = result.facts.get("strength"), result.facts.get("claimed")
    said = []
    if isinstance(strength, int):
        said.append(
            _("Their words show this duty with a strength of %(strength).2f of 100.")
            % {"strength": strength / 100}
        )
    else:
        said.append(_("There is no text to read."))
    if claimed:
        said.append(_("They say that a job of theirs involved it."))
    elif claimed == 0:
        said.append(_("They say that none of their jobs involved it."))
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
    return _(
        "How far the answers agree in shape with those of experienced colleagues, over"
        " %(count)d replies."
    ) % {"count": result.facts.get("answered") or 0}


def _unscorable(reason: str) -> str:
    return {
        "STRAIGHT_LINE": _("every reply got the same rating"),
        "TOO_FEW": _("too few replies were rated"),
    }.get(reason, _("the key does not tell the replies apart"))


# ---- the arithmetic of a qualification ----


def _sums(
    plan: Plan,
    criterion: PlanCriterion,
    result: CriterionResult,
    facts: Mapping[str, Any],
    work: Sequence[WorkEntry],
    studies: Sequence[EducationEntry],
) -> Iterator[Sum]:
    if criterion.kind is not CriterionKind.QUALIFICATION or not facts:
        return
    kind = next(
        (one for one in plan.experience if one.id == criterion.experience), None
    )
    months = facts["months"].get(str(kind.id)) if kind else None
    if kind and months:
        yield _months_sum(kind, months, work)
    if plan.education and (kind is None or kind.education_counts):
        yield _credits_sum(plan, facts["credits"], studies)
        if kind:
            yield _together(plan, result)


def _months_sum(
    kind: PlanExperience, counted: Mapping[str, Any], work: Sequence[WorkEntry]
) -> Sum:
    jobs = {job.pk: job for job in work}
    lines = []
    alone = 0
    for one in counted["jobs"]:
        job = jobs.get(one["id"])
        if job is None:
            continue
        alone += one["alone"]
        lines.append(_job_line(job, one))
    if not lines:
        lines.append(Line(_("No job is known"), "", _amount(0)))
    if rest := counted["months"] - alone:
        # What overlaps is taken off; jobs are rounded down one by one.
        is_overlap = rest < -len(lines)
        lines.append(
            Line(
                _("Months in which jobs overlap count once")
                if is_overlap
                else _("Parts of a hundredth"),
                "",
                f"\N{MINUS SIGN} {_amount(-rest)}" if rest < 0 else _amount(rest),
            )
        )
    return Sum(
        caption=_("Months: %(kind)s") % {"kind": kind.kind_of_work},
        rows=tuple(lines),
        total=Line(
            _("Months that count"),
            _("of %(needed)d") % {"needed": kind.months},
            _amount(counted["months"]),
        ),
        conclusion=_range_words(counted),
    )


def _job_line(job: WorkEntry, one: Mapping[str, Any]) -> Line:
    worth = one["share"] * one["relevance"]
    whole = one["alone"] * TOP * TOP // worth if worth else 0
    factors = [_("%(months)s months") % {"months": _amount(whole)}] if worth else []
    if one["share"] != TOP:
        factors.append(_("%(share).2f of a week") % {"share": one["share"] / TOP})
    factors.append(f"{one['relevance'] / TOP:.2f}")
    return Line(
        label=", ".join(filter(None, [job.title, _period(job)])),
        terms=" × ".join(factors),
        result=_amount(one["alone"]),
        note=_flag_words(one["flags"], relevance=one["relevance"]),
    )


def _flag_words(flags: Sequence[str], *, relevance: int) -> str:
    words = {
        Flag.REVERSED: _("It ends before it starts, so it is not counted."),
        Flag.UNDATED: _("A date is missing, so its length is not known."),
        Flag.CLIPPED: _("Counted up to the closing date."),
        Flag.YEARS: _("Only years are given: counted from mid-year to mid-year."),
        Flag.REPEATED: _("The same job again: counted once."),
    }
    said = [words[Flag(flag)] for flag in flags if Flag(flag) in words]
    if not relevance:
        said.append(_("Nothing in it bears on this kind of work."))
    return " ".join(said)


def _period(job: WorkEntry) -> str:
    pattern = "Y" if job.precision == "YEAR" else "F Y"
    start = date_format(job.starts_on, pattern) if job.starts_on else _("no date")
    if job.current:
        return _("%(start)s to now") % {"start": start}
    end = date_format(job.ends_on, pattern) if job.ends_on else _("no date")
    return _("%(start)s to %(end)s") % {"start": start, "end": end}


def _amount(hundredths: int) -> str:
    return f"{hundredths / 100:.2f}"


def _range_words(counted: Mapping[str, Any]) -> str:
    low, high = counted["low"], counted["high"]
    if high is None:
        return _("At least %(low)s months; how many more is not known.") % {
            "low": _amount(low)
        }
    if low != high:
        return _("Between %(low)s and %(high)s months, as far as the dates tell.") % {
            "low": _amount(low),
            "high": _amount(high),
        }
    return ""


def _credits_sum(
    plan: Plan, credit: Mapping[str, Any], studies: Sequence[EducationEntry]
) -> Sum:
    asked = plan.education
    base = asked.credits_base if asked else 0
    needed = asked.credits_full if asked else 0
    by_id = {study.pk: study for study in studies}
    lines = [
        Line(
            label=", ".join(filter(None, [study.name, study.field])),
            terms=str(study.get_level_display() or _("level not known")),
            result=_credit_range(one["low"], one["high"]),
            note="" if one["field"] else _("Another subject: a person decides."),
        )
        for one in credit["studies"]
        if (study := by_id.get(one["id"]))
    ]
    if not lines:
        lines.append(
            Line(
                _("No course of study is known"),
                "",
                _credit_range(credit["low"], credit["high"]),
            )
        )
    if base:
        lines.append(
            Line(
                _("Credits that do not count yet"),
                "",
                f"\N{MINUS SIGN} {base:.2f}",
            )
        )
    low = max(0, credit["low"] - base * 100)
    high = (
        credit["high"]
        if credit["high"] is None
        else max(0, credit["high"] - base * 100)
    )
    return Sum(
        caption=_("Credits of study"),
        rows=tuple(lines),
        total=Line(
            _("Credits that count"),
            _("of %(needed)d") % {"needed": needed},
            _credit_range(low, high),
        ),
        conclusion=_("The highest course counts; 30 credits are one academic year."),
    )


def _credit_range(low: int, high: int | None) -> str:
    if low == high:
        return _amount(low)
    if high is None:
        return _("%(low)s or more") % {"low": _amount(low)}
    return _("%(low)s to %(high)s") % {"low": _amount(low), "high": _amount(high)}


def _together(plan: Plan, result: CriterionResult) -> Sum:
    """Add the shares up, by the rule of the plan."""
    facts = result.facts
    rows = [
        Line(
            _("Experience"),
            f"{_amount(_int(facts, 'months_low'))} / {_amount(_int(facts, 'months_needed'))}",
            _percent(_int(facts, "months_low"), _int(facts, "months_needed")),
        ),
        Line(
            _("Study"),
            f"{_amount(_int(facts, 'credits_low'))} / {_amount(_int(facts, 'credits_needed'))}",
            _percent(_int(facts, "credits_low"), _int(facts, "credits_needed")),
        ),
    ]
    shares = [
        (_int(facts, "months_low"), _int(facts, "months_needed")),
        (_int(facts, "credits_low"), _int(facts, "credits_needed")),
    ]
    parts = [low * TOP // needed if needed else 0 for low, needed in shares]
    rule = {
        Equivalence.COMBINATION: (_("Together, at least"), sum(parts)),
        Equivalence.EITHER: (_("The better of the two, at least"), max(parts)),
        Equivalence.BOTH: (_("The lesser of the two, at least"), min(parts)),
    }
    label, share = rule[plan.equivalence]
    return Sum(
        caption=_("Experience and study together"),
        rows=tuple(rows),
        total=Line(label, _("100 % qualifies"), f"{share / 100:.2f} %"),
        conclusion=_standing_words(str(facts.get("standing", ""))),
    )


def _percent(low: int, needed: int) -> str:
    return f"{(low * TOP // needed if needed else 0) / 100:.2f} %"


def _int(facts: Mapping[str, Any], key: str) -> int:
    return int(facts.get(key) or 0)


def _standing_words(standing: str) -> str:
    return {
        "QUALIFIED": _("What is above 100 % does not make up for anything else."),
        "BORDERLINE": _(
            "Less than one part in a hundred is missing: look at it yourself."
        ),
        "UNKNOWN": _("What is not known yet decides."),
        "NOT_QUALIFIED": _("By what is told, this is not enough."),
    }.get(standing, "")


# ---- what would change it ----


def _standing(
    everyone: "EvaluationQuerySet", plan: Plan, row: Evaluation
) -> tuple[str, list[str]]:
    """Name the band, and say what would move the application out of it."""
    scale = board.scale_of(everyone, plan)
    letters = scale.letters_of(row)
    said = list(_unknown_words(plan, row))
    extent = scale.extents.get(letters)
    if letters and extent:
        said.insert(0, _band_words(letters, extent))
        above = [
            (key, one)
            for key, one in scale.extents.items()
            if key and one.low > extent.high
        ]
        if above:
            key, nearest = min(above, key=lambda item: item[1].low)
            said.append(_gap_words(plan, row, key, nearest.low))
    return letters, said


def _band_words(letters: str, extent: board.Extent) -> str:
    return ngettext(
        "Band %(letters)s is this application alone.",
        "Band %(letters)s reaches from %(low)s to %(high)s: its %(count)d applicants"
        " are equals by score.",
        extent.count,
    ) % {
        "letters": letters,
        "low": _amount(extent.low),
        "high": _amount(extent.high),
        "count": extent.count,
    }


def _unknown_words(plan: Plan, row: Evaluation) -> Iterator[str]:
    results = {raw["key"]: raw for raw in row.results}
    for criterion in plan.criteria:
        raw = results[str(criterion.id)]
        if raw["verdict"] != Verdict.UNKNOWN or not criterion.weight:
            continue
        yield _(
            "“%(title)s” is not yet known. With its lowest possible value the score"
            " would be %(low)s, with its highest %(high)s."
        ) % {
            "title": criterion.title,
            "low": _amount(
                row.score - (raw["score"] - raw["low"]) * criterion.weight // 100
            ),
            "high": _amount(
                row.score + (raw["high"] - raw["score"]) * criterion.weight // 100
            ),
        }


def _gap_words(plan: Plan, row: Evaluation, key: str, low: int) -> str:
    """Say what is missing to the next band: the heaviest criterion that has room."""
    gap = low - row.score
    results = {raw["key"]: raw for raw in row.results}
    for criterion in sorted(plan.criteria, key=lambda one: -one.weight):
        if not criterion.weight:
            break
        more = -(-gap * 100 // criterion.weight)
        if results[str(criterion.id)]["score"] + more <= TOP:
            return _(
                "%(gap)s points more reach band %(band)s: for example %(more)s more in"
                " “%(title)s”, which weighs %(weight)d of 100."
            ) % {
                "gap": _amount(gap),
                "band": key,
                "more": _amount(more),
                "title": criterion.title,
                "weight": criterion.weight,
            }
    return _(
        "%(gap)s points more reach band %(band)s; no single criterion can give that."
    ) % {"gap": _amount(gap), "band": key}


# ---- their own words ----


def _quotes(
    application: Application,
    plan: Plan,
    work: Sequence[WorkEntry],
    *,
    hidden: bool,
) -> tuple[list[Quote], list[str]]:
    """Look up the best sentence for every scored duty; and name the silent ones."""
    scored = {
        duty
        for criterion in plan.criteria
        if criterion.kind is CriterionKind.DUTY
        for duty in criterion.duties
    }
    said = history.passages_of(application)
    passages = [matching.Passage(one.text, one.work) for one in said]
    jobs = {job.pk: job for job in work}
    found, silent = [], []
    for duty in plan.duties:
        if duty.id not in scored:
            continue
        best = matching.quote(passages, duty.statement)
        if best is None:
            silent.append(duty.statement)
            continue
        passage = said[best.passage]
        job = jobs.get(best.entry) if best.entry is not None else None
        text, spans = history.read_out(
            passage, best.start, best.end, _spans(best), hidden=hidden
        )
        found.append(
            Quote(
                duty=duty.statement,
                strength=best.strength,
                text=text,
                spans=spans,
                source=_origin(passage),
                note=job.title if job else "",
                trust=Trust("claimed", _("Claimed"))
                if passage.origin != history.Origin.CV
                else Trust("evidenced", _("Read from text")),
            )
        )
    return found, silent


def _spans(best: matching.Quote) -> tuple[tuple[int, int], ...]:
    """Join neighbouring words that matched; return the two longest stretches."""
    joined: list[tuple[int, int]] = []
    for one in sorted(best.matches, key=lambda one: one.start):
        start, end = one.start - best.start, one.end - best.start
        if joined and start - joined[-1][1] <= NEAR:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(sorted(joined, key=lambda span: span[0] - span[1])[:MARKS])


def _origin(passage: history.Passage) -> str:
    return {
        history.Origin.ACCOMPLISHMENT: _("Application form, what they achieved"),
        history.Origin.WORK: _("Application form, work history"),
        history.Origin.CV: _("CV"),
    }[passage.origin]


# ---- the list it was opened from ----


def _neighbours(rows: "EvaluationQuerySet", row: Evaluation) -> Neighbours | None:
    """Find the place in the list; four queries, however long it is."""
    before = Q(essential_not_met__lt=row.essential_not_met) | Q(
        essential_not_met=row.essential_not_met
    ) & (
        Q(score__gt=row.score)
        | Q(score=row.score, tie_key__lt=row.tie_key)
        | Q(score=row.score, tie_key=row.tie_key, pk__lt=row.pk)
    )
    total = rows.count()
    if not rows.filter(pk=row.pk).exists():
        return None
    ahead = rows.filter(before)
    behind = rows.exclude(before).exclude(pk=row.pk)
    return Neighbours(
        place=ahead.count() + 1,
        total=total,
        previous=ahead.in_order()
        .reverse()
        .values_list("application_id", flat=True)
        .first(),
        next=behind.in_order().values_list("application_id", flat=True).first(),
    )


# ---- what has happened ----


def timeline_of(application: Application) -> list[Happening]:
    """Return what has happened, the newest first."""
    found = [
        *_moves(application),
        *_acts(application),
        *_readings(application),
        *_screening(application),
        *_corrections(application),
    ]
    return sorted(found, key=lambda one: one.at, reverse=True)


def _moves(application: Application) -> Iterator[Happening]:
    changes = StatusChange.objects.filter(application=application).select_related("by")
    for change in changes:
        text = str(change.get_new_display())
        if change.reason_code:
            text = f"{text}: {change.get_reason_code_display()}"
        yield Happening(text, change.at, str(change.by) if change.by else "")


def _acts(application: Application) -> Iterator[Happening]:
    events = (
        AuditEvent.objects.filter(
            subject__in=["candidates.application", "candidates.Application"],
            subject_id=application.pk,
        )
        .select_related("actor")
        .order_by("-at")[:20]
    )
    for event in events:
        text = str(event.get_act_display())
        if event.act == Act.EVALUATED:
            text = _("Evaluated under plan version %(number)s") % {
                "number": event.details.get("plan_version", "")
            }
        elif event.act == Act.REVEALED:
            text = _("Name revealed: %(reason)s") % {
                "reason": event.details.get("reason", "")
            }
        yield Happening(text, event.at, str(event.actor) if event.actor else "")


def _readings(application: Application) -> Iterator[Happening]:
    for document in application.documents.all():
        if document.read_at:
            yield Happening(
                _("CV: %(state)s") % {"state": document.get_state_display()},
                document.read_at,
            )


def _screening(application: Application) -> Iterator[Happening]:
    attempt = getattr(application, "attempt", None)
    if attempt is None:
        return
    yield Happening(_("Scenarios begun"), attempt.started_at)
    if attempt.finished_at:
        yield Happening(_("Scenarios finished"), attempt.finished_at)


def _corrections(application: Application) -> Iterator[Happening]:
    for override in Override.objects.filter(application=application).select_related(
        "by"
    ):
        yield Happening(
            _("A verdict corrected: %(verdict)s")
            % {"verdict": override.get_verdict_display()},
            override.at,
            str(override.by),
        )
