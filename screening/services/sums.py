"""The arithmetic of a qualification, line by line, as an accountant writes it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from candidates.models import EducationEntry, WorkEntry
from positions.criteria import CriterionKind
from positions.equivalence import Amount, Rule, combine
from positions.plan import Plan, PlanCriterion, PlanExperience, PlanRoute
from positions.services import qualifications
from screening.engine.experience import Flag
from screening.engine.values import TOP, CriterionResult


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


def sums_of(
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
    route = _int(result.facts, "route")
    rule = qualifications.rules_for(plan, kind)[route]
    if rule.full_credits:
        yield _credits_sum(plan, route, facts["credits"], studies)
        if kind:
            several = plan.education and len(plan.education.routes) > 1
            asked = plan.education.routes[route] if plan.education else None
            yield _together(rule, result.facts, asked if several else None)


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
        lines.append(Line(_("No job is known"), "", amount(0)))
    if rest := counted["months"] - alone:
        # What overlaps is taken off; jobs are rounded down one by one.
        is_overlap = rest < -len(lines)
        lines.append(
            Line(
                _("Months in which jobs overlap count once")
                if is_overlap
                else _("Parts of a hundredth"),
                "",
                f"\N{MINUS SIGN} {amount(-rest)}" if rest < 0 else amount(rest),
            )
        )
    return Sum(
        caption=_("Months: %(kind)s") % {"kind": kind.kind_of_work},
        rows=tuple(lines),
        total=Line(
            _("Months that count"),
            _("of %(needed)d") % {"needed": kind.months},
            amount(counted["months"]),
        ),
        conclusion=_range_words(counted),
    )


def _job_line(job: WorkEntry, one: Mapping[str, Any]) -> Line:
    worth = one["share"] * one["relevance"]
    whole = one["alone"] * TOP * TOP // worth if worth else 0
    factors = [_("%(months)s months") % {"months": amount(whole)}] if worth else []
    if one["share"] != TOP:
        factors.append(_("%(share).2f of a week") % {"share": one["share"] / TOP})
    factors.append(f"{one['relevance'] / TOP:.2f}")
    return Line(
        label=", ".join(filter(None, [job.title, _period(job)])),
        terms=" × ".join(factors),
        result=amount(one["alone"]),
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


def amount(hundredths: int) -> str:
    return f"{hundredths / 100:.2f}"


def _range_words(counted: Mapping[str, Any]) -> str:
    low, high = counted["low"], counted["high"]
    if high is None:
        return _("At least %(low)s months; how many more is not known.") % {
            "low": amount(low)
        }
    if low != high:
        return _("Between %(low)s and %(high)s months, as far as the dates tell.") % {
            "low": amount(low),
            "high": amount(high),
        }
    return ""


def _credits_sum(
    plan: Plan,
    route: int,
    credits_: Mapping[str, Any],
    studies: Sequence[EducationEntry],
) -> Sum:
    """Count the credits for the route of study that shows most."""
    asked = plan.education.routes[route] if plan.education else None
    credit = credits_["routes"][route]
    base = asked.credits_base if asked else 0
    needed = asked.credits_full if asked else 0
    by_id = {study.pk: study for study in studies}
    lines = [
        Line(
            label=", ".join(filter(None, [study.name, study.field])),
            terms=str(study.get_level_display() or _("level not known")),
            result=_credit_range(one["low"], one["high"]),
            note=_relevance_words(one["relevance"]),
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


def _relevance_words(relevance: int | None) -> str:
    if relevance is None:
        return _("Another subject: a person decides.")
    if relevance < 100:  # noqa: PLR2004 -- per cent
        return _("%(share)d %% of its credits count for this subject.") % {
            "share": relevance
        }
    return ""


def _credit_range(low: int, high: int | None) -> str:
    if low == high:
        return amount(low)
    if high is None:
        return _("%(low)s or more") % {"low": amount(low)}
    return _("%(low)s to %(high)s") % {"low": amount(low), "high": amount(high)}


def _together(rule: Rule, facts: Mapping[str, Any], asked: PlanRoute | None) -> Sum:
    """Add the shares up, by the rule of the plan and in the words of its try-out."""
    months = Amount(_int(facts, "months_low"), facts.get("months_high"))
    beyond = Amount(_int(facts, "credits_low"), facts.get("credits_high"))
    base = rule.base_credits * 100
    credit = Amount(
        beyond.low + base, None if beyond.high is None else beyond.high + base
    )
    terms = combine(rule, [months], credit)
    printed = qualifications.printed(terms, route=asked)
    return Sum(
        caption=_("Experience and study together"),
        rows=tuple(_as_line(line) for line in printed.rows),
        total=_as_line(printed.total),
        conclusion=f"{printed.sentence}. {printed.conclusion}".strip(),
    )


def _as_line(line: qualifications.Line) -> Line:
    return Line(line.label, line.terms, line.result, line.note)


def _int(facts: Mapping[str, Any], key: str) -> int:
    return int(facts.get(key) or 0)
