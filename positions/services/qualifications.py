"""How education and experience are added up, on paper: one wording for everybody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from positions.criteria import EducationLevel, Equivalence
from positions.enums import EDUCATION_LEVELS
from positions.equivalence import (
    UNKNOWN,
    Amount,
    Part,
    Rule,
    Standing,
    Terms,
    combine,
)
from positions.plan import (
    Plan,
    PlanEducation,
    PlanExperience,
    PlanPolicy,
    PlanRoute,
)
from positions.services import plans

# The people that a policy is shown on, and what the made-up job asks them for.
SAMPLE_MONTHS, SAMPLE_CREDITS = 24, 60
SAMPLE_PEOPLE = ((24, 0), (0, 60), (12, 30), (24, 60), (18, 10))


@dataclass(frozen=True, slots=True)
class Line:
    """One term of a sum, as printed."""

    label: str
    note: str
    terms: str
    result: str


@dataclass(frozen=True, slots=True)
class Example:
    """The arithmetic of one requirement for an example person, as printed."""

    title: str
    rows: tuple[Line, ...]
    total: Line
    state: str  # "met" or "not", as `verdict` shows it
    sentence: str
    conclusion: str


@dataclass(frozen=True, slots=True)
class Printed:
    """The arithmetic of one combination, as printed; `sentence` says it in one line."""

    rows: tuple[Line, ...]
    total: Line
    sentence: str
    conclusion: str


@dataclass(frozen=True, slots=True)
class PolicyRow:
    """What a policy makes of a person with these whole months and credits."""

    months: int
    credits: int
    examples: tuple[Example, ...]

    @property
    def state(self) -> str:
        """Return "met" where everything that is judged on its own is met."""
        states = {example.state for example in self.examples}
        return "met" if states == {"met"} else "not"


def judged(plan: Plan) -> list[PlanExperience | None]:
    """Return what is judged on its own: kinds of work, None for education alone."""
    alone: list[PlanExperience | None] = (
        [None] if plans.judges_education_alone(plan) else []
    )
    return [*plan.experience, *alone]


def rules_for(plan: Plan, kind: PlanExperience | None) -> list[Rule]:
    """Return the rules one qualification is judged by: one per route of study.

    Any one of them met is enough. Education enters where it may stand in for this kind
    of work, or where it is judged alone (`kind` None).
    """
    counts = kind is None or (
        plan.equivalence != Equivalence.BOTH and kind.education_counts
    )
    routes: tuple[PlanRoute | None, ...] = (None,)
    if counts and plan.education and plan.education.routes:
        routes = plan.education.routes
    return [_rule(plan.policy, kind, route) for route in routes]


def _rule(
    policy: PlanPolicy, kind: PlanExperience | None, route: PlanRoute | None
) -> Rule:
    return Rule(
        equivalence=policy.rule,
        months=() if kind is None else (kind.months,),
        base_credits=route.credits_base if route else 0,
        full_credits=route.credits_full if route else 0,
        cap_experience=policy.cap_experience,
        cap_education=policy.cap_education,
        credits_per_year=policy.credits_per_year,
    )


def best(found: Sequence[Terms]) -> int:
    """Return the place of the route that shows most; the earlier one if equal.

    What is certain comes first, then what is possible (no end is the most).
    """
    return max(
        range(len(found)),
        key=lambda at: (
            found[at].low,
            found[at].high is None,
            found[at].high or Fraction(0),
            -at,
        ),
    )


def try_out(
    plan: Plan, months: Mapping[int, Decimal], credit: Decimal
) -> list[Example]:
    """Work out each requirement for a person with these months and credits.

    `months` by the key of the kind of work; what is left out is none.
    """
    return [
        _example(plan, kind, months.get(kind.id, Decimal(0)) if kind else None, credit)
        for kind in judged(plan)
    ]


def halves(plan: Plan) -> tuple[dict[int, Decimal], Decimal]:
    """Return a first person to try: half of everything, so that adding up is seen."""
    months = {kind.id: Decimal(kind.months) / 2 for kind in plan.experience}
    route = plan.education.routes[0] if plan.education else None
    credit = route.credits_base + Decimal(route.credits_full) / 2 if route else 0
    return months, Decimal(credit)


def table_for(policy: PlanPolicy) -> list[PolicyRow]:
    """Work out a policy for five people, where 24 months or 60 credits are asked for."""
    plan = Plan(
        policy=policy,
        duties=(),
        education=PlanEducation(
            (PlanRoute(EducationLevel.SHORT_CYCLE, (), 0, SAMPLE_CREDITS),), ""
        ),
        experience=(
            PlanExperience(
                1, "", SAMPLE_MONTHS, headroom=0, education_counts=True, duties=()
            ),
        ),
        criteria=(),
    )
    return [
        PolicyRow(
            months=months,
            credits=credit,
            examples=tuple(try_out(plan, {1: Decimal(months)}, Decimal(credit))),
        )
        for months, credit in SAMPLE_PEOPLE
    ]


def _example(
    plan: Plan, kind: PlanExperience | None, months: Decimal | None, credit: Decimal
) -> Example:
    amounts = [] if months is None else [_exactly(months)]
    found = [
        combine(rule, amounts, _exactly(credit) if rule.full_credits else UNKNOWN)
        for rule in rules_for(plan, kind)
    ]
    terms = found[best(found)]
    routes = plan.education.routes if plan.education else ()
    route = routes[best(found)] if len(found) > 1 else None
    sum_ = printed(terms, route=route)
    return Example(
        title=kind.kind_of_work if kind else _("Education"),
        rows=sum_.rows,
        total=sum_.total,
        state="met" if terms.standing is Standing.QUALIFIED else "not",
        sentence=sum_.sentence,
        conclusion=sum_.conclusion,
    )


# ---- in print: the same words for HR, applicants and panels ----


def printed(terms: Terms, *, route: PlanRoute | None = None) -> Printed:
    """Print the arithmetic of a combination: every term, exactly as it was applied.

    `route` is named where several were acceptable.
    """
    rule = terms.rule
    rows = [_line(_("Experience"), part, _("months")) for part in terms.experience]
    if terms.education is not None:
        beyond = (
            _("beyond the first %(credits)d credits") % {"credits": rule.base_credits}
            if rule.base_credits
            else ""
        )
        study = (
            _("Study: %(level)s") % {"level": _level(route)} if route else _("Study")
        )
        rows.append(_line(study, terms.education, _("credits"), beyond))
    return Printed(
        rows=tuple(rows),
        total=Line(_total_label(terms), "", _("100 % qualifies"), _percent(terms.low)),
        sentence=_sentence(terms),
        conclusion=_conclusion(terms),
    )


def _level(route: PlanRoute) -> str:
    return str(dict(EDUCATION_LEVELS)[route.level.value])


def _exactly(number: Decimal) -> Amount:
    return Amount.exactly(int(number * 100))


def _line(label: str, part: Part, unit: str, note: str = "") -> Line:
    if part.is_capped:
        cap = _("%(cap)d %% counts at most") % {"cap": part.cap}
        note = f"{note}; {cap}" if note else cap
    return Line(label, note, _of(part, unit), _percent(part.counted_low))


def _of(part: Part, unit: str) -> str:
    return _("%(amount)s of %(needed)s %(unit)s") % {
        "amount": _plain(Decimal(part.amount.low) / 100),
        "needed": _plain(Decimal(part.needed) / 100),
        "unit": unit,
    }


def _total_label(terms: Terms) -> str:
    rule, known = terms.rule, terms.low == terms.high
    if not (rule.months and rule.full_credits):
        return _("In all") if known else _("In all, at least")
    if rule.equivalence is Equivalence.EITHER:
        return (
            _("The better of the two")
            if known
            else _("The better of the two, at least")
        )
    return _("Together") if known else _("Together, at least")


def _sentence(terms: Terms) -> str:
    parts = [
        f"{_of(part, unit)} ({_percent(part.counted_low)})"
        for part, unit in (
            *((part, _("months")) for part in terms.experience),
            *([(terms.education, _("credits"))] if terms.education else []),
        )
    ]
    joint = _(" or ") if terms.rule.equivalence is Equivalence.EITHER else " + "
    return f"{joint.join(parts)} = {_percent(terms.low)}"


def _conclusion(terms: Terms) -> str:
    if terms.standing is Standing.BORDERLINE:
        return _("Nearly all of it: a person decides. Nothing is rounded up.")
    if terms.standing is Standing.UNKNOWN:
        return _("What is not known yet decides.")
    if terms.standing is Standing.NOT_QUALIFIED:
        return _("100 % is needed.")
    single = [*terms.experience, *([terms.education] if terms.education else [])]
    if len(single) > 1 and all(part.low < 1 for part in single):
        return _("Either alone would not have been enough.")
    if terms.low > 1:
        return _("What is above 100 % does not make up for anything else.")
    return ""


def _percent(share: Fraction) -> str:
    """Print an exact share, never rounded up: 0.99917 is "99.9 %"."""
    tenths = int(share * 1000)
    return f"{_plain(Decimal(tenths) / 10)} %"


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}" if number else "0"
