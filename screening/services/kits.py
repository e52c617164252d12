"""The interview kit of a position: the same questions for everybody, with anchors.

"Structured" is earned: same questions for all, each for a criterion and with anchors,
two raters, ratings locked before anybody sees another's.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from positions.criteria import CriterionKind, Dimension
from positions.models import Position
from positions.plan import Plan, PlanCriterion
from positions.services import plans
from screening.engine import interviews as engine
from screening.instruments.questions import (
    PROBES,
    QUESTIONS,
    Question,
    QuestionKind,
)
from screening.models import KitQuestion, Scorecard

MOST_QUESTIONS = 16
FEWEST_QUESTIONS = 4  # of a structured interview


class NoInterviewError(Exception):
    """The plan has no criterion that an interview answers."""


class InUseError(Exception):
    """Somebody has been rated by the kit: everybody gets the same questions."""


class TooManyQuestionsError(Exception):
    """There are MOST_QUESTIONS already."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as written, for one criterion of the plan."""

    criterion: int
    dimension: str
    kind: str
    text: str
    low: str
    mid: str
    high: str
    minutes: int = 6


def criteria_of(position: Position) -> tuple[PlanCriterion, ...]:
    """Return the published plan's criteria that an interview answers."""
    version = plans.current(position)
    if version is None:
        return ()
    return tuple(
        one
        for one in Plan.from_json(version.content).criteria
        if one.kind is CriterionKind.INTERVIEW
    )


@transaction.atomic
def draft(position: Position) -> list[KitQuestion]:
    """Write a first kit out of the plan where there is none.

    Of a criterion about a dimension one past and one imagined situation; of one about
    everything a question for each dimension and for each essential duty. Raises
    NoInterviewError.
    """
    lock(position)
    if position.kit.exists():
        return list(position.kit.all())
    version = plans.current(position)
    asked = criteria_of(position)
    if version is None or not asked:
        raise NoInterviewError
    duties = [
        duty.statement
        for duty in Plan.from_json(version.content).duties
        if duty.essential
    ]
    rows = [one for criterion in asked for one in _drafted(criterion, duties)]
    return [
        KitQuestion.objects.create(position=position, order=order, **_fields(one))
        for order, one in enumerate(rows[:MOST_QUESTIONS], start=1)
    ]


def lock(position: Position) -> None:
    """Hold the kit: nobody changes it while somebody begins to rate by it."""
    Position.objects.select_for_update(no_key=True).get(pk=position.pk)


def is_in_use(position: Position) -> bool:
    """Say whether somebody was rated by the kit, so that it stands."""
    used: bool = Scorecard.objects.filter(application__position=position).exists()
    return used


@transaction.atomic
def add(position: Position, asked: Asked) -> KitQuestion:
    """Add a question. Raises InUseError or TooManyQuestionsError."""
    _changeable(position)
    if position.kit.count() >= MOST_QUESTIONS:
        raise TooManyQuestionsError
    last = position.kit.aggregate(last=Max("order"))["last"] or 0
    made: KitQuestion = KitQuestion.objects.create(
        position=position, order=last + 1, **_fields(asked)
    )
    return made


@transaction.atomic
def change(question: KitQuestion, asked: Asked) -> None:
    """Write a question anew. Raises InUseError."""
    _changeable(question.position)
    for name, value in _fields(asked).items():
        setattr(question, name, value)
    question.save()


@transaction.atomic
def remove(question: KitQuestion) -> None:
    """Take a question out. Raises InUseError."""
    _changeable(question.position)
    question.delete()


def probes_of(question: KitQuestion) -> tuple[str, ...]:
    """Return what may be asked to lead on: the same for everybody."""
    return PROBES[QuestionKind(question.kind)]


def lacks(position: Position) -> list[str]:
    """Say in words what an interview lacks to be called structured; empty if nothing."""
    kit = list(position.kit.all())
    why = []
    if len(kit) < FEWEST_QUESTIONS:
        why.append(
            _("At least %(n)d questions, the same for everybody.")
            % {"n": FEWEST_QUESTIONS}
        )
    planned = criteria_of(position)
    answered = {one.criterion for one in kit}
    silent = [one.title for one in planned if one.id not in answered]
    if silent:
        why.append(
            _("A question for each criterion: none yet for %(titles)s.")
            % {"titles": "; ".join(silent)}
        )
    if not answered <= {one.id for one in planned}:
        why.append(_("Questions for criteria of the plan: one asks about none."))
    raters = {membership.user_id for membership in position.team.all()}
    if len(raters) < engine.RATERS:
        why.append(_("Two people on the hiring team who rate."))
    return why


# ---- the parts ----


def _drafted(criterion: PlanCriterion, duties: Sequence[str]) -> list[Asked]:
    if criterion.dimension:
        dimension = Dimension(criterion.dimension)
        return [
            _asked(criterion, _pick(dimension, QuestionKind.PAST)),
            _asked(criterion, _pick(dimension, QuestionKind.SITUATION)),
        ]
    about = [_asked(criterion, _pick(one, QuestionKind.PAST)) for one in Dimension]
    return about + [_about_duty(criterion, duty) for duty in duties]


def _pick(dimension: Dimension, kind: QuestionKind) -> Question:
    return next(
        one for one in QUESTIONS if one.dimension is dimension and one.kind is kind
    )


def _asked(criterion: PlanCriterion, question: Question) -> Asked:
    return Asked(
        criterion.id,
        question.dimension.value,
        question.kind.value,
        question.text,
        question.low,
        question.mid,
        question.high,
    )


def _about_duty(criterion: PlanCriterion, duty: str) -> Asked:
    return Asked(
        criterion.id,
        "",
        QuestionKind.PAST.value,
        _("Tell us about the last time you did this, or the nearest to it: “%(duty)s”")
        % {"duty": duty.rstrip(".")},
        _("Names no case of their own, or others did the work"),
        _("Did it alone in an ordinary case, with a correct result"),
        _(
            "Did it in a difficult case, checked the result and made the next one easier"
        ),
    )


def _fields(asked: Asked) -> dict[str, object]:
    return {name: getattr(asked, name) for name in Asked.__slots__}


def _changeable(position: Position) -> None:
    lock(position)
    if is_in_use(position):
        raise InUseError
