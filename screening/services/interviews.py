"""Structured interviews: one kit for everybody, each answer rated alone, then compared.

"Structured" is earned: same questions for all, each for a criterion and with anchors,
two raters, ratings locked before anybody sees another's.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from backoffice_ats.accounts.models import User
from backoffice_ats.audit.models import Act, AuditEvent
from candidates.models import Application
from candidates.stages import Status
from positions.criteria import CriterionKind, Dimension
from positions.models import Position
from positions.plan import Plan, PlanCriterion
from positions.services import plans
from screening.engine import interviews as engine
from screening.engine import reliability
from screening.engine.estimates import Estimate
from screening.engine.values import Measured
from screening.enums import Method
from screening.instruments.questions import (
    PROBES,
    QUESTIONS,
    Question,
    QuestionKind,
)
from screening.models import InterviewRating, KitQuestion, Measure, Scorecard
from screening.services import measures
from screening.services.form_scores import SPREAD

MOST_QUESTIONS = 16
FEWEST_QUESTIONS = 4  # of a structured interview
FAR_APART = 1.5  # standard deviations between two methods
FEWEST_FOR_RATERS = 3  # applicants, before anything is said about raters
RATEABLE = frozenset({Status.SHORTLISTED, Status.INTERVIEW, Status.OFFER})


class NoInterviewError(Exception):
    """The plan has no criterion that an interview answers."""


class InUseError(Exception):
    """Somebody has been rated by the kit: everybody gets the same questions."""


class TooManyQuestionsError(Exception):
    """There are MOST_QUESTIONS already."""


class LockedError(Exception):
    """The scorecard was handed in: what stands there is changed with a reason only."""


class NotRateableError(Exception):
    """The applicant is not (or no longer) where interviews are held."""


class OpenAnswersError(Exception):
    """Some answers are not rated yet."""


class ReasonNeededError(Exception):
    """A change after handing in needs its reason."""


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


@dataclass(frozen=True, slots=True)
class Compared:
    """One question with what every rater who handed in said: spread first."""

    question: KitQuestion
    ratings: tuple[InterviewRating, ...]
    agreement: Estimate  # r_wg
    low: int
    high: int

    @property
    def spread(self) -> int:
        return self.high - self.low

    @property
    def is_to_talk_about(self) -> bool:
        return self.spread >= engine.TALK_FROM


# ---- the kit ----


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
def draft_kit(position: Position) -> list[KitQuestion]:
    """Write a first kit out of the plan where there is none.

    Of a criterion about a dimension one past and one imagined situation; of one about
    everything a question for each dimension and for each essential duty. Raises
    NoInterviewError.
    """
    Position.objects.select_for_update(no_key=True).get(pk=position.pk)
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


# ---- rating ----


@transaction.atomic
def begin(application: Application, rater: User, *, at: dt.datetime) -> Scorecard:
    """Begin a scorecard, or return the one that was begun.

    Raises NotRateableError, and NoInterviewError where there is no question to rate.
    """
    found: Scorecard | None = Scorecard.objects.filter(
        application=application, rater=rater
    ).first()
    if found is not None:
        return found
    if application.status not in RATEABLE:
        raise NotRateableError
    if not application.position.kit.exists():
        raise NoInterviewError
    Scorecard.objects.bulk_create(
        [Scorecard(application=application, rater=rater, begun_at=at)],
        ignore_conflicts=True,
    )
    card: Scorecard = Scorecard.objects.get(application=application, rater=rater)
    return card


def card_of(application: Application, rater: User) -> Scorecard | None:
    found: Scorecard | None = Scorecard.objects.filter(
        application=application, rater=rater
    ).first()
    return found


@transaction.atomic
def rate(
    card: Scorecard, question: KitQuestion, *, rating: int | None, notes: str
) -> InterviewRating:
    """Save what was heard at once; a rating that is left open stays open.

    Raises LockedError once the card is handed in, ValueError for what is no rating.
    """
    locked = Scorecard.objects.select_for_update().get(pk=card.pk)
    if locked.submitted_at:
        raise LockedError
    if rating is not None and not engine.LOWEST <= rating <= engine.HIGHEST:
        raise ValueError(rating)
    row, _made = InterviewRating.objects.get_or_create(
        scorecard=locked, question=question
    )
    row.rating = rating if rating is not None else row.rating
    row.notes = notes
    row.save()
    found: InterviewRating = row
    return found


def open_questions(card: Scorecard) -> list[KitQuestion]:
    """Return what is not rated yet, in the kit's order."""
    rated = set(
        card.ratings.filter(rating__isnull=False).values_list("question", flat=True)
    )
    return [one for one in card.application.position.kit.all() if one.pk not in rated]


@transaction.atomic
def submit(card: Scorecard, *, at: dt.datetime) -> Scorecard:
    """Hand a scorecard in: from now on it stands, and others' can be seen.

    Raises OpenAnswersError.
    """
    locked: Scorecard = (
        Scorecard.objects.select_for_update(of=("self",))
        .select_related("application__position")
        .get(pk=card.pk)
    )
    if locked.submitted_at:
        return locked
    if open_questions(locked):
        raise OpenAnswersError
    locked.submitted_at = at
    locked.save(update_fields=["submitted_at", "updated_at"])
    _measure(locked.application, at=at)
    return locked


@transaction.atomic
def change_rating(
    card: Scorecard,
    question: KitQuestion,
    *,
    rating: int,
    reason: str,
    at: dt.datetime,
) -> InterviewRating:
    """Change a rating after handing in: the first one and the reason are kept.

    Raises ReasonNeededError, and ValueError for what is no rating.
    """
    if not reason.strip():
        raise ReasonNeededError
    if not engine.LOWEST <= rating <= engine.HIGHEST:
        raise ValueError(rating)
    Scorecard.objects.select_for_update().get(pk=card.pk)
    row: InterviewRating = InterviewRating.objects.select_for_update().get(
        scorecard=card, question=question
    )
    if row.first_rating is None:
        row.first_rating = row.rating
    row.rating, row.reason, row.changed_at = rating, reason.strip(), at
    row.save()
    _measure(card.application, at=at)
    return row


def may_see_others(application: Application, user: User) -> bool:
    """Say whether somebody has handed in their own: before that nobody sees another's."""
    card = card_of(application, user)
    return card is not None and card.submitted_at is not None


def reveal(
    application: Application, user: User, *, reason: str, at: dt.datetime
) -> None:
    """Leave a line that somebody looked at others' ratings without their own."""
    AuditEvent.objects.create(
        act=Act.REVEALED,
        actor=user,
        subject=Application._meta.label,
        subject_id=application.pk,
        position_id=application.position_id,
        details={"reason": reason, "what": "ratings"},
        at=at,
    )


# ---- comparing ----


def cards_of(application: Application) -> list[Scorecard]:
    """Return all scorecards of an applicant. One query."""
    return list(application.scorecards.select_related("rater").order_by("pk"))


def compare(application: Application) -> list[Compared]:
    """Return each question with the ratings that were handed in, most apart first."""
    rows = InterviewRating.objects.filter(
        scorecard__application=application, scorecard__submitted_at__isnull=False
    ).select_related("scorecard__rater", "question")
    found: dict[KitQuestion, list[InterviewRating]] = {}
    for row in rows.order_by("question__order", "question", "scorecard"):
        found.setdefault(row.question, []).append(row)
    compared = [
        Compared(
            question,
            tuple(said),
            reliability.r_wg([one.rating for one in said], options=engine.HIGHEST),
            low=min(one.rating or 0 for one in said),
            high=max(one.rating or 0 for one in said),
        )
        for question, said in found.items()
    ]
    return sorted(compared, key=lambda one: (-one.spread, one.question.order))


def scores_of(application: Application) -> dict[str, Measured]:
    """Return what the interviews say: by criterion and dimension, under "" by all."""
    kit = list(application.position.kit.all())
    cards = _cards(application)
    found = {measures.WHOLE: engine.score(cards, [one.pk for one in kit])}
    for criterion in dict.fromkeys(one.criterion for one in kit):
        about = [one.pk for one in kit if one.criterion == criterion]
        found[measures.of_criterion(criterion)] = engine.score(cards, about)
    for dimension in dict.fromkeys(one.dimension for one in kit if one.dimension):
        about = [one.pk for one in kit if one.dimension == dimension]
        found[dimension] = engine.score(cards, about)
    return found


def differs_from_scenarios(application: Application) -> bool:
    """Say whether interview and scenarios are more than 1.5 SD apart.

    Information for who decides, and no more: there are many reasons for it.
    """
    found = dict(
        Measure.objects.filter(
            application=application,
            subject=measures.WHOLE,
            method__in=[Method.SCENARIOS, Method.INTERVIEW],
            value__isnull=False,
        ).values_list("method", "value")
    )
    if len(found) < len((Method.SCENARIOS, Method.INTERVIEW)):
        return False
    apart = abs(found[Method.SCENARIOS] - found[Method.INTERVIEW]) / 100
    return bool(apart > FAR_APART * SPREAD)


def agreement_of(position: Position) -> tuple[int, reliability.Icc, Estimate]:
    """Return how far raters of a position agree: applicants, the ICCs, and alpha.

    Over applicants by raters, each by the mean of a card; alpha is Krippendorff's over
    single answers, by level.
    """
    rows = InterviewRating.objects.filter(
        scorecard__application__position=position,
        scorecard__submitted_at__isnull=False,
        rating__isnull=False,
    ).values_list("scorecard__application", "question", "scorecard__rater", "rating")
    raters = sorted({row[2] for row in rows})
    answers: dict[tuple[int, int], dict[int, int]] = {}
    for application, question, rater, rating in rows:
        answers.setdefault((application, question), {})[rater] = rating
    units = [[said.get(one) for one in raters] for said in answers.values()]
    applicants = sorted({row[0] for row in rows})
    table = [
        [
            _mean(
                [
                    said[one]
                    for (who, _q), said in answers.items()
                    if who == application and one in said
                ]
            )
            for one in raters
        ]
        for application in applicants
    ]
    return (
        len(applicants),
        reliability.icc(table),
        reliability.krippendorff_alpha(units, level="ordinal"),
    )


def severity_of(position: Position) -> list[tuple[str, int, float]]:
    """Return each rater with how many answers they rated and their mean: the chair's."""
    found: dict[str, list[int]] = {}
    for name, rating in InterviewRating.objects.filter(
        scorecard__application__position=position,
        scorecard__submitted_at__isnull=False,
        rating__isnull=False,
    ).values_list("scorecard__rater__name", "rating"):
        found.setdefault(name, []).append(rating)
    return [
        (name, len(said), sum(said) / len(said)) for name, said in sorted(found.items())
    ]


# ---- the parts ----


def _changeable(position: Position) -> None:
    Position.objects.select_for_update(no_key=True).get(pk=position.pk)
    if is_in_use(position):
        raise InUseError


def _cards(application: Application) -> list[Mapping[int, int]]:
    cards: dict[int, dict[int, int]] = {}
    for card, question, rating in InterviewRating.objects.filter(
        scorecard__application=application,
        scorecard__submitted_at__isnull=False,
        rating__isnull=False,
    ).values_list("scorecard", "question", "rating"):
        cards.setdefault(card, {})[question] = rating
    return list(cards.values())


def _measure(application: Application, *, at: dt.datetime) -> None:
    measures.keep(application, Method.INTERVIEW, scores_of(application), at=at)


def _mean(said: Sequence[int]) -> float | None:
    return sum(said) / len(said) if said else None
