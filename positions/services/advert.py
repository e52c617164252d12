"""The public text of a position, assembled from the plan that applicants are judged by."""

import datetime as dt
import math
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from positions.criteria import CriterionKind, Equivalence, RequirementKind
from positions.enums import (
    EDUCATION_LEVELS,
    LANGUAGE_LEVELS,
    SKILL_LEVELS,
    QuestionKind,
)
from positions.models import PlanVersion, Position
from positions.plan import (
    Plan,
    PlanCriterion,
    PlanExperience,
    PlanField,
    PlanRequirement,
    PlanRoute,
)
from positions.services import plans, policies

# What the pages of the form take when the dates are at hand: contact 1, CV 1, work 3,
# education 1, reading it over 1. An example is a few sentences and may be "not done".
MINUTES_OF_PAGES = 7.0
MINUTES_OF_AN_EXAMPLE = 1.5
MINUTES_OF_A_REQUIREMENT = 0.25  # a question that is read and answered with a click
MINUTES_OF_A_QUESTION = {
    QuestionKind.SHORT: 0.5,
    QuestionKind.LONG: 2.0,
    QuestionKind.CHOICE: 0.25,
    QuestionKind.MANY: 0.5,
    QuestionKind.NUMBER: 0.5,
    QuestionKind.DATE: 0.5,
    QuestionKind.FILE: 1.0,
}
# What somebody with one job and one qualification is asked at least: contact 4, CV 1,
# work 7, education 5. A date is one field.
FIELDS_OF_PAGES = 17
MOST_FIELDS = 25  # beyond these, half of those who begin do not finish
ROUNDED_TO = 5  # nobody plans in single minutes, and nobody minds to be done early


@dataclass(frozen=True, slots=True)
class Need:
    """One thing somebody needs: what, and how it may be made up."""

    what: str
    how: str


@dataclass(frozen=True, slots=True)
class Judged:
    """One criterion as an applicant reads it; weights of 100, before interviews and after."""

    title: str
    how: str
    essential: bool
    weight: int
    final_weight: int = 0
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Advert:
    """Everything an applicant reads about a position."""

    position: Position
    version: PlanVersion | None
    plan: Plan
    needs: tuple[Need, ...]
    criteria: tuple[Judged, ...]
    answer_by: dt.datetime | None

    @property
    def minutes(self) -> int:
        """Say how long applying takes. One query: lists and feeds do not ask."""
        return minutes_to_apply(
            len(self.plan.scored_duties),
            requirements=len(self.plan.requirements),
            questions=kinds_asked(self.position),
        )

    @property
    def asks_scenarios(self) -> bool:
        return any(
            criterion.kind is CriterionKind.SCREENING
            for criterion in self.plan.criteria
        )


def advert_of(
    position: Position, *, reply_within_days: int, version: PlanVersion | None = None
) -> Advert:
    """Assemble the advert: of the frozen plan, or of the draft where none is frozen.

    `version` is the newest one, for a caller who has read it already.
    """
    version = version or plans.current(position)
    plan = Plan.from_json(version.content) if version else plans.plan_of(position)
    return Advert(
        position=position,
        version=version,
        plan=plan,
        needs=tuple(needs_of(plan)),
        criteria=judged_of(plan),
        answer_by=position.closes_at
        and position.closes_at + dt.timedelta(days=reply_within_days),
    )


@dataclass(frozen=True, slots=True)
class FormSize:
    """How much the form asks: minutes, and the fields that a typical applicant sees.

    `counted` are the minutes before they are rounded up: staff see each question in it.
    """

    minutes: int
    counted: float
    fields: int
    most: int = MOST_FIELDS

    @property
    def is_long(self) -> bool:
        return self.fields > self.most


def form_size(
    position: Position, *, also: Iterable[str] = (), instead: Iterable[str] = ()
) -> FormSize:
    """Measure the form of a position, with questions of the kinds `also` added.

    They may take the place of others that are asked now, of the kinds `instead`.
    """
    version = plans.current(position)
    plan = Plan.from_json(version.content) if version else plans.plan_of(position)
    questions = [*kinds_asked(position), *also]
    for kind in instead:
        questions.remove(kind)
    examples, requirements = len(plan.scored_duties), len(plan.requirements)
    return FormSize(
        minutes=minutes_to_apply(
            examples, requirements=requirements, questions=questions
        ),
        counted=_minutes(examples, requirements, questions),
        fields=FIELDS_OF_PAGES + examples + requirements + len(questions),
    )


def kinds_asked(position: Position) -> list[str]:
    """Return the kind of each question the position asks in its own words. One query."""
    return list(position.questions.asked().values_list("kind", flat=True))


def minutes_to_apply(
    examples: int, *, requirements: int = 0, questions: Iterable[str] = ()
) -> int:
    """Estimate how long applying takes, in minutes, rounded up to the next five.

    `examples` is the number of duties that are scored: each asks for one;
    `requirements` that of skills, licences, languages and conditions; `questions` are
    the kinds of the position's own questions.
    """
    minutes = _minutes(examples, requirements, questions)
    return math.ceil(minutes / ROUNDED_TO) * ROUNDED_TO


def _minutes(examples: int, requirements: int, questions: Iterable[str]) -> float:
    return (
        MINUTES_OF_PAGES
        + MINUTES_OF_AN_EXAMPLE * examples
        + MINUTES_OF_A_REQUIREMENT * requirements
        + sum(MINUTES_OF_A_QUESTION[QuestionKind(kind)] for kind in questions)
    )


def needs_of(plan: Plan) -> list[Need]:
    """Say in words what is needed, and what may stand in for what."""
    needs = [_experience_need(plan, kind) for kind in plan.experience]
    if plan.education and plans.judges_education_alone(plan):
        needs.append(
            Need(
                _("%(credits)s.") % {"credits": study_in_words(plan)},
                plan.education.reason,
            )
        )
    return [*needs, *(_requirement_need(one) for one in plan.requirements)]


def _requirement_need(one: PlanRequirement) -> Need:
    """Say "DATEV: does everyday tasks alone. Essential: …"."""
    scales = {
        RequirementKind.SKILL: SKILL_LEVELS,
        RequirementKind.LANGUAGE: LANGUAGE_LEVELS,
    }
    what = one.name
    if one.level is not None:
        level = str(dict(scales[one.kind])[one.level])
        level = in_sentence(level)
        if one.kind is RequirementKind.LANGUAGE:  # "German, B2: fluent in most work"
            what = _("%(name)s, %(level)s") % {"name": what, "level": level}
        else:
            what = _("%(name)s: %(level)s") % {"name": what, "level": level}
    elif one.expires:
        what = _("%(name)s, valid on the closing date") % {"name": what}
    if not one.essential:
        return Need(_ended(what), _("Useful, not essential."))
    if not one.reason:
        return Need(_ended(what), _("Essential."))
    return Need(
        _ended(what), _("Essential: %(why)s") % {"why": in_sentence(one.reason)}
    )


def _ended(text: str) -> str:
    return text if text.endswith(("?", ".", "!")) else f"{text}."


def _experience_need(plan: Plan, kind: PlanExperience) -> Need:
    months = months_in_words(kind.months)
    work = in_sentence(kind.kind_of_work)
    if (
        plan.education is None
        or plan.equivalence == Equivalence.BOTH
        or not kind.education_counts
    ):
        return Need(
            _("%(months)s of %(work)s.") % {"months": months, "work": work},
            _(
                "Paid or unpaid, full time or in part; jobs at the same time count once."
            ),
        )
    if plan.equivalence == Equivalence.YEAR_FOR_YEAR:
        return _year_for_year_need(plan, kind)
    what = _("%(months)s of %(work)s, or study that stands in for it.") % {
        "months": months,
        "work": work,
    }
    study = study_in_words(plan)
    if plan.equivalence == Equivalence.EITHER:
        how = _("%(study)s count as much as the %(months)s. One of the two is enough.")
        return Need(what, how % {"study": study, "months": in_sentence(months)})
    how = _(
        "%(study)s count as much as the %(months)s, and part of one adds to part of the"
        " other: half of each is enough."
    )
    how = how % {"study": study, "months": in_sentence(months)}
    return Need(what, " ".join([how, *policies.cap_sentences(plan.policy)]))


def _year_for_year_need(plan: Plan, kind: PlanExperience) -> Need:
    what = _("%(months)s of %(work)s, and %(study)s.") % {
        "months": months_in_words(kind.months),
        "work": in_sentence(kind.kind_of_work),
        "study": study_in_words(plan),
    }
    how = _(
        "A year of one makes up for a year of the other; %(credits)d credits are a year."
    ) % {"credits": plan.policy.credits_per_year}
    return Need(what, " ".join([how, *policies.cap_sentences(plan.policy)]))


def study_in_words(plan: Plan) -> str:
    """Say "60 credits of accounting or payroll study (bachelor's degree)".

    Several routes are joined by "or".
    """
    if plan.education is None:
        return ""
    return _(", or ").join(_route_in_words(route) for route in plan.education.routes)


def _route_in_words(route: PlanRoute) -> str:
    fields = _(" or ").join(_field_in_words(field) for field in route.fields)
    beyond = (
        _(" beyond the first %(credits)d") % {"credits": route.credits_base}
        if route.credits_base
        else ""
    )
    return _("%(credits)d credits%(beyond)s of %(fields)sstudy (%(level)s)") % {
        "credits": route.credits_full,
        "beyond": beyond,
        "fields": f"{fields} " if fields else "",
        "level": in_sentence(str(dict(EDUCATION_LEVELS)[route.level.value])),
    }


def _field_in_words(field: PlanField) -> str:
    if field.relevance == 100:  # noqa: PLR2004 -- per cent
        return field.name
    return _("%(name)s (%(share)d %% of its credits)") % {
        "name": field.name,
        "share": field.relevance,
    }


def months_in_words(months: int) -> str:
    """Say "12 months", "18 months", "2 years"."""
    years, rest = divmod(months, 12)
    if rest or years <= 1:
        return ngettext("%(n)d month", "%(n)d months", months) % {"n": months}
    return _("%(n)d years") % {"n": years}


def in_sentence(text: str) -> str:
    """Begin with a small letter, unless it is a name or an abbreviation (SAP)."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def judged_of(plan: Plan) -> tuple[Judged, ...]:
    """Return the criteria as an applicant reads them, in the plan's order."""
    return tuple(_judged(criterion) for criterion in plan.criteria)


def _judged(criterion: PlanCriterion) -> Judged:
    return Judged(
        title=criterion.title,
        how=_how(criterion.kind),
        essential=criterion.essential,
        weight=criterion.weight,
        final_weight=criterion.final_weight,
        is_late=criterion.is_late,
    )


def _how(kind: CriterionKind) -> str:
    """Say what is looked at, to somebody who thinks of applying."""
    return {
        CriterionKind.QUALIFICATION: _(
            "Your work and study, counted in months and credits"
        ),
        CriterionKind.DUTY: _(
            "What you write about this duty, your work history and your CV"
        ),
        CriterionKind.SKILL: _("The level you name, and where you have used it"),
        CriterionKind.LICENCE: _("Whether you hold it, and until when"),
        CriterionKind.LANGUAGE: _("The level you name"),
        CriterionKind.ELIGIBILITY: _("One question: yes, no or cannot tell"),
        CriterionKind.WORK_SAMPLE: _(
            "A small task of this job, the same for everybody"
        ),
        CriterionKind.SCREENING: _(
            "Everyday situations, about twenty minutes, without a time limit"
        ),
        CriterionKind.INTERVIEW: _(
            "The same questions for everybody, rated by two people on the same scale"
        ),
        CriterionKind.CONVERSATION: _("A conversation with the people you would join"),
        CriterionKind.REFERENCE: _(
            "The same questions to people who have seen you work; you are asked first"
        ),
        CriterionKind.VALUE: _("What you did when it mattered, told in the interview"),
    }[kind]
