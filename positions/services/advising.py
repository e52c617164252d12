"""Put the advice about a selection plan into words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from positions.advice import (
    CORRELATION,
    EVIDENCE,
    EXAMPLES,
    Advice,
    Rule,
    Severity,
    Stage,
    Strength,
    advice_of,
    composite,
)
from positions.criteria import CriterionKind
from positions.plan import Plan


@dataclass(frozen=True, slots=True)
class Research:
    """What is known of a kind of criterion: one word, one sentence, the source."""

    strength: Strength
    word: str
    sentence: str
    source: str


@dataclass(frozen=True, slots=True)
class Said:
    """One advice in words. `criterion` is the key of the one it is about, if any."""

    text: str
    severity: Severity
    rule: Rule
    criterion: int | None
    source: str

    @property
    def is_gate(self) -> bool:
        """Whether the plan cannot be frozen before this is settled."""
        return self.severity <= Severity.REASON


@dataclass(frozen=True, slots=True)
class Example:
    """Weights of interview, work sample, situations, years; how much of it is left."""

    weights: tuple[int, ...]
    strength: str


def said_of(plan: Plan) -> list[Said]:
    """Return all advice about a plan in words, the most pressing first."""
    titles = {one.id: one.title for one in plan.criteria}
    return [_said(one, titles) for one in advice_of(plan)]


def gates_of(plan: Plan) -> list[str]:
    """Return what keeps the plan from being frozen, in words."""
    return [said.text for said in said_of(plan) if said.is_gate]


def _said(one: Advice, titles: dict[int, str]) -> Said:
    values = {
        "title": titles.get(one.criterion or 0, ""),
        "weight": one.weight,
        "limit": one.limit,
        "over": one.weight - one.limit,
        "stage": _("after interviews")
        if one.stage is Stage.AFTER
        else _("before interviews"),
    }
    return Said(
        text=_sentence(one) % values,
        severity=one.severity,
        rule=one.rule,
        criterion=one.criterion,
        source=one.source,
    )


def _sentence(one: Advice) -> str:
    if one.severity is Severity.REASON and one.rule is Rule.YEARS:
        return _(
            "Education and experience weigh %(weight)d %(stage)s. Above %(limit)d, say"
            " at “%(title)s” why this job needs it, or take %(over)d off."
        )
    if one.severity is Severity.WARN and one.rule is Rule.NO_STRONG_METHOD:
        return _("No strong method is used. The reason is kept with the plan.")
    return {
        Rule.ONE_WEIGHS_MOST: _(
            "“%(title)s” weighs %(weight)d %(stage)s. One criterion may weigh"
            " %(limit)d at most: give %(over)d to others."
        ),
        Rule.YEARS: _(
            "Education and experience weigh %(weight)d %(stage)s. Above %(limit)d the"
            " order follows age more than skill."
        ),
        Rule.CONVERSATION: _(
            "An unstructured interview may weigh %(limit)d at most; it weighs"
            " %(weight)d %(stage)s. Give %(over)d to others, or structure it."
        ),
        Rule.DEMO_SCENARIOS: _(
            "The situations are public examples and may weigh %(limit)d at most; they"
            " weigh %(weight)d %(stage)s. Give %(over)d to others."
        ),
        Rule.VALUES: _(
            "Work values weigh %(weight)d %(stage)s. Keep them at %(limit)d: they say"
            " little about how well somebody works."
        ),
        Rule.REFERENCES: _(
            "References weigh %(weight)d %(stage)s. Keep them at %(limit)d: nearly"
            " everybody gets good ones."
        ),
        Rule.NO_STRONG_METHOD: _(
            "No method here is a strong one. Add a structured interview or a work"
            " sample, or say why there is none."
        ),
        Rule.EDUCATION_ALONE: _(
            "“%(title)s” asks for education that experience cannot make up for. Keep"
            " that only where a law or the work itself leaves no other way."
        ),
        Rule.NOT_ESSENTIAL: _(
            "“%(title)s” is a minimum by nature: mark it essential and let it weigh"
            " little."
        ),
        Rule.HEADROOM: _(
            "“%(title)s” counts %(weight)d months beyond the minimum. Beyond"
            " %(limit)d more time says nothing about the work."
        ),
    }[one.rule]


def research_of(kind: CriterionKind) -> Research:
    """Say how well a kind of criterion tells who will do the work well."""
    evidence = EVIDENCE[kind]
    words = {
        Strength.STRONG: _("Strong"),
        Strength.USEFUL: _("Useful"),
        Strength.WEAK: _("Weak"),
        Strength.CONDITION: _("Condition"),
    }
    return Research(
        evidence.strength,
        words[evidence.strength],
        _about_kind(kind),
        evidence.source,
    )


def _about_kind(kind: CriterionKind) -> str:
    return {
        CriterionKind.INTERVIEW: _(
            "The same questions and anchors for all, rated by two people apart: the"
            " best single method on average."
        ),
        CriterionKind.WORK_SAMPLE: _(
            "Doing a piece of the work shows who can do it, and people find it fair."
        ),
        CriterionKind.SCREENING: _(
            "Situations add something on working with others, as one part among"
            " several."
        ),
        CriterionKind.DUTY: _(
            "What people did before, told with its result and rated on a scale, is"
            " worth reading; a mere claim is not."
        ),
        CriterionKind.REFERENCE: _(
            "Useful where supervisors answer the same questions about what they saw."
        ),
        CriterionKind.SKILL: _(
            "People rate themselves differently; check the level in a work sample."
        ),
        CriterionKind.LANGUAGE: _(
            "A level that the duties need. More than that says little."
        ),
        CriterionKind.LICENCE: _("Held or not; it does not tell good from better."),
        CriterionKind.ELIGIBILITY: _("Met or not; it does not tell good from better."),
        CriterionKind.CONVERSATION: _(
            "Without common questions and anchors, impressions decide more than"
            " answers."
        ),
        CriterionKind.QUALIFICATION: _(
            "A minimum makes sense. Years and degrees beyond it say next to nothing"
            " about how well somebody works."
        ),
        CriterionKind.VALUE: _(
            "Says little about the work itself, and somewhat more about staying."
        ),
    }[kind]


def examples() -> list[Example]:
    """Return what weight on years costs, as parts of the best of these plans.

    It is an illustration computed from published means, and said to be one.
    """
    best = max(composite(weights) for weights in EXAMPLES)
    return [
        Example(weights, _in_words(composite(weights) / best)) for weights in EXAMPLES
    ]


def _in_words(part: float) -> str:
    """Say a part of the whole in everyday fractions."""
    fractions = [
        (0.97, _("all of it")),
        (0.85, _("most of it")),
        (0.70, _("three quarters")),
        (0.0, _("half")),
    ]
    return next(words for least, words in fractions if part >= least)


def assumption() -> str:
    """Say what the examples are computed from."""
    return _(
        "Computed from the published means of four methods, each going along with each"
        " other at %(correlation)s. An illustration, not a promise."
    ) % {"correlation": f"{CORRELATION:.2f}".removeprefix("0")}
