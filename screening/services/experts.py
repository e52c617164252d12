"""People who know the work rate every reply: the panel that a key is made of.

Each rates alone, by a link of their own, and never sees what others said. Ratings are
sealed: the database does not tell the key before it exists either.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet

from backoffice_ats.accounts.models import User
from screening.engine import keys
from screening.enums import FormState
from screening.models import Expert, Form, Option
from screening.services import authoring, guests, sealing

LOWEST, HIGHEST = 1, 7
MOST_EXPERTS = 60


class ClosedError(Exception):
    """The form is not with the experts (any more)."""


class TooManyError(Exception):
    """There are MOST_EXPERTS already."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One reply as the panel sees it: `rated` is None where nobody has."""

    option: Option
    rated: keys.Rated | None
    counts: bool  # unless an author says otherwise

    @property
    def fault(self) -> str:
        return self.rated.fault.value if self.rated and self.rated.fault else ""


@dataclass(frozen=True, slots=True)
class Review:
    """What the experts made of a form so far."""

    panel: keys.Panel
    rows: tuple[Reviewed, ...]

    @property
    def means(self) -> dict[int, float]:
        return {one.option.pk: one.rated.mean for one in self.rows if one.rated}

    @property
    def counting(self) -> set[int]:
        return {one.option.pk for one in self.rows if one.counts}


@transaction.atomic
def invite(
    form: Form, people: Iterable[tuple[str, str]], *, by: User, at: dt.datetime
) -> list[Expert]:
    """Invite (name, e-mail) pairs; who is invited already is left alone.

    Returns those who are new. Raises ClosedError or TooManyError.
    """
    form = Form.objects.select_for_update().get(pk=form.pk)
    if form.state != FormState.RATING:
        raise ClosedError
    known = {email.casefold() for email in form.experts.values_list("email", flat=True)}
    new = []
    for name, email in people:
        if email.casefold() in known:
            continue
        known.add(email.casefold())
        new.append(
            Expert.objects.create(
                form=form,
                name=name,
                email=email,
                invited_at=at,
                invited_by=by,
                next_try_at=at,
            )
        )
    if len(known) > MOST_EXPERTS:
        raise TooManyError
    for expert in new:
        guests.give_link(expert)
    return new


@transaction.atomic
def remove(expert: Expert) -> None:
    """Take somebody off the panel with what they rated. Raises ClosedError."""
    _rating(expert.form)
    expert.delete()


def of_link(token: str) -> Expert | None:
    """Find whose link this is, while the form is with the experts."""
    found: Expert | None = (
        Expert.objects.filter(link_digest=guests.digest_of(token))
        .select_related("form")
        .first()
    )
    return found


def ratings_of(expert: Expert) -> dict[int, int]:
    """Return what somebody has rated, by reply. Raises BrokenSealError."""
    if not expert.sealed_ratings:
        return {}
    opened = sealing.unseal(expert.sealed_ratings)
    if not isinstance(opened, dict):
        raise sealing.BrokenSealError
    return {int(key): int(rating) for key, rating in opened.items()}


def readable_ratings_of(expert: Expert) -> dict[int, int]:
    """Return the same for the expert: what cannot be opened any more is asked again."""
    try:
        return ratings_of(expert)
    except sealing.BrokenSealError:
        return {}


@transaction.atomic
def rate(expert: Expert, ratings: Mapping[int, int], *, at: dt.datetime) -> Expert:
    """Save ratings by reply at once; `done_at` is set when none is missing.

    Raises ClosedError, and ValueError for a rating or a reply that is not there.
    """
    form = _rating(expert.form)
    locked: Expert = Expert.objects.select_for_update().get(pk=expert.pk)
    options = {option.pk for option in authoring.options_of(form)}
    for option, rating in ratings.items():
        if option not in options or not LOWEST <= rating <= HIGHEST:
            raise ValueError(option)
    said = {**readable_ratings_of(locked), **ratings}
    locked.sealed_ratings = sealing.seal({str(key): one for key, one in said.items()})
    locked.rated = len(said)
    locked.done_at = at if options <= set(said) else None
    locked.save(update_fields=["sealed_ratings", "rated", "done_at"])
    return locked


def review(form: Form) -> Review:
    """Return the panel's view: of those who have rated everything. Raises BrokenSealError."""
    options = authoring.options_of(form)
    said = [ratings_of(one) for one in form.experts.filter(done_at__isnull=False)]
    panel = keys.review(
        [[one.get(option.pk) for option in options] for one in said]
        or [[None] * len(options)]
    )
    return Review(
        panel,
        tuple(
            Reviewed(
                option,
                rated,
                counts=rated is not None
                and not (rated.fault and authoring.counts_against(form, rated.fault)),
            )
            for option, rated in zip(options, panel.replies, strict=False)
        ),
    )


def send(expert_id: int, *, at: dt.datetime) -> bool:
    """Send somebody their invitation if it is due."""
    expert = Expert.objects.select_related("form").filter(pk=expert_id).first()
    if expert is None or expert.form.state != FormState.RATING:
        return False
    return guests.send(
        Expert,
        expert_id,
        template="screening/letters/expert.txt",
        url_name="screening:expert_link",
        at=at,
        form=expert.form,
        count=expert.form.scenarios.count(),
    )


def due(at: dt.datetime) -> QuerySet[Expert]:
    """Return to whom an invitation waits to be sent, while the form is with them."""
    return guests.due(Expert, at).filter(form__state=FormState.RATING)


def _rating(form: Form) -> Form:
    locked: Form = Form.objects.select_for_update().get(pk=form.pk)
    if locked.state != FormState.RATING:
        raise ClosedError
    return locked
