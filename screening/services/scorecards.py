"""Scorecards: each rater alone, saved at once, locked on handing in, then compared.

Nobody sees another's before their own is handed in. Who looks without one leaves a line,
and if they rate afterwards their card says that they had looked.
"""

import datetime as dt
from collections.abc import Mapping

from django.db import transaction

from backoffice_ats.accounts.models import User
from backoffice_ats.audit.models import Act, AuditEvent
from candidates.models import Application
from candidates.stages import Status
from screening.engine import interviews as engine
from screening.engine.values import Measured
from screening.enums import Method
from screening.models import InterviewRating, KitQuestion, Scorecard
from screening.services import kits, measures
from screening.services.kits import NoInterviewError

RATEABLE = frozenset({Status.SHORTLISTED, Status.INTERVIEW, Status.OFFER})
RATINGS = "ratings"  # what a look was at, in the trail


class LockedError(Exception):
    """The scorecard was handed in: what stands there is changed with a reason only."""


class NotRateableError(Exception):
    """The applicant is not (or no longer) where interviews are held."""


class OpenAnswersError(Exception):
    """Some answers are not rated yet."""


class ReasonNeededError(Exception):
    """A change after handing in needs its reason."""


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
    kits.lock(application.position)
    if not application.position.kit.exists():
        raise NoInterviewError
    Scorecard.objects.bulk_create(
        [
            Scorecard(
                application=application,
                rater=rater,
                begun_at=at,
                revealed_at=_looked_at(application, rater),
            )
        ],
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
    """Leave a line that somebody looked at others' ratings without their own.

    A card that they have begun says so, too.
    """
    Scorecard.objects.filter(
        application=application, rater=user, submitted_at__isnull=True
    ).update(revealed_at=at)
    AuditEvent.objects.create(
        act=Act.REVEALED,
        actor=user,
        subject=Application._meta.label,
        subject_id=application.pk,
        position_id=application.position_id,
        details={"reason": reason, "what": RATINGS},
        at=at,
    )


def cards_of(application: Application) -> list[Scorecard]:
    """Return all scorecards of an applicant. One query."""
    return list(application.scorecards.select_related("rater").order_by("pk"))


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


# ---- the parts ----


def _looked_at(application: Application, user: User) -> dt.datetime | None:
    """Return when somebody looked at others' ratings before they began their own."""
    found: dt.datetime | None = (
        AuditEvent.objects.filter(
            act=Act.REVEALED,
            actor=user,
            subject=Application._meta.label,
            subject_id=application.pk,
            details__what=RATINGS,
        )
        .order_by("at")
        .values_list("at", flat=True)
        .first()
    )
    return found


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
