"""An applicant's own words for each scored duty, with what matched."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from candidates.models import Application, WorkEntry
from candidates.services import history
from positions.criteria import CriterionKind
from positions.plan import Plan
from screening.engine import matching
from screening.services.parts import Trust

MARKS = 2  # underlined stretches in a quote, at most
NEAR = 6  # characters between words that are underlined together: "to the"


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words for a duty, with the words that matched."""

    duty: str
    text: str
    spans: tuple[tuple[int, int], ...]
    source: str
    note: str
    trust: Trust


def quotes_of(
    application: Application,
    plan: Plan,
    work: Sequence[WorkEntry],
    *,
    hidden: bool,
) -> tuple[list[Quote], list[str]]:
    """Look up the best sentence for every scored duty; and name the silent ones."""
    scored = {
        duty
        for criterion in plan.early
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
