"""References: asked for with the applicant's consent, scored by who saw what.

The applicant names people and so consents; each gets a link of their own and answers
nine questions about what they saw. Names and addresses go some time after the outcome.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet

from backoffice_ats.accounts.models import User
from candidates.enums import LetterKind
from candidates.models import Application, StatusChange
from candidates.services import letters, scenarios
from candidates.stages import DECIDED, OPEN, Status
from screening.engine import references as engine
from screening.engine.references import Report
from screening.engine.values import Measured
from screening.enums import Method
from screening.instruments.references import ITEMS, VERSION, Relation, Side
from screening.models import Referee, ReferenceRequest
from screening.services import guests, measures

MOST_REFEREES = 5
KEPT_FOR = dt.timedelta(days=90)  # names and addresses, after the outcome
# Late: when a handful remain. Before that nobody's employer is troubled.
ASKABLE = frozenset({Status.SHORTLISTED, Status.INTERVIEW, Status.OFFER})
AGAIN = ("YES", "MAYBE", "NO")
# Anybody can have an address there, so it shows nothing about who writes.
_PRIVATE = frozenset(
    {
        *("gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com"),
        *("yahoo.com", "icloud.com", "me.com", "aol.com", "gmx.de", "gmx.net"),
        *("web.de", "proton.me", "protonmail.com", "mail.com", "t-online.de"),
    }
)


class TooEarlyError(Exception):
    """References are asked for when somebody is on the shortlist or beyond."""


class OwnAddressError(Exception):
    """The address is the applicant's own."""


class NamedAlreadyError(Exception):
    """Somebody with this address is named."""


class TooManyRefereesError(Exception):
    """MOST_REFEREES are named."""


class OverError(Exception):
    """It was answered, declined, taken back, or nobody asks any more."""


@dataclass(frozen=True, slots=True)
class Named:
    """A referee as the applicant names them."""

    name: str
    email: str
    employer: str
    relation: str
    months: int


@dataclass(frozen=True, slots=True)
class Said:
    """What a referee says on one page or at the end; None is left as it was."""

    relation: str = ""
    months: int | None = None
    ratings: Mapping[str, int | None] | None = None
    again: str = ""
    comment: str | None = None
    may_be_read: bool | None = None


@transaction.atomic
def ask(application: Application, *, by: User, at: dt.datetime) -> ReferenceRequest:
    """Ask an applicant to name referees, by letter and on their page.

    Raises TooEarlyError.
    """
    locked = _locked(application)
    if locked.status not in ASKABLE:
        raise TooEarlyError
    request, made = ReferenceRequest.objects.get_or_create(
        application=locked, defaults={"asked_by": by, "asked_at": at}
    )
    if made or request.closed_at:
        request.asked_by, request.asked_at, request.closed_at = by, at, None
        request.save()
        letters.write(locked, LetterKind.REFERENCES, at=at)
    scenarios.note_references_asked(locked, at=at)
    found: ReferenceRequest = request
    return found


@transaction.atomic
def close(application: Application, *, at: dt.datetime) -> None:
    """Ask nobody any more; who has a link and has not answered cannot any more."""
    ReferenceRequest.objects.filter(application=application).update(closed_at=at)
    scenarios.note_references_asked(application, at=None)


def is_asked(application: Application) -> bool:
    found: bool = ReferenceRequest.objects.filter(
        application=application, closed_at__isnull=True
    ).exists()
    return found


@transaction.atomic
def name(application: Application, named: Named, *, at: dt.datetime) -> Referee:
    """Name somebody, who is written to at once.

    Raises OverError, OwnAddressError, NamedAlreadyError or TooManyRefereesError.
    """
    locked = _locked(application)
    if locked.status not in OPEN or not is_asked(locked):
        raise OverError
    own = locked.candidate.email if locked.candidate else ""
    if own and own.casefold() == named.email.casefold():
        raise OwnAddressError
    there = list(locked.referees.values_list("email", flat=True))
    if named.email.casefold() in {one.casefold() for one in there}:
        raise NamedAlreadyError
    if len(there) >= MOST_REFEREES:
        raise TooManyRefereesError
    referee: Referee = Referee.objects.create(
        application=locked,
        name=named.name,
        email=named.email,
        employer=named.employer,
        relation=named.relation,
        months=named.months,
        invited_at=at,
        next_try_at=at,
    )
    guests.give_link(referee)
    return referee


@transaction.atomic
def take_back(referee: Referee, *, at: dt.datetime) -> None:
    """Take a name back with whatever was said: the consent is over."""
    application = _locked(referee.application)
    referee.delete()
    _measure(application, at=at)


def of_link(token: str) -> Referee | None:
    """Find whose link this is."""
    found: Referee | None = (
        Referee.objects.filter(link_digest=guests.digest_of(token))
        .select_related("application__position", "application__candidate")
        .first()
    )
    return found


def can_answer(referee: Referee) -> bool:
    """Say whether what they say can still be taken."""
    return (
        referee.is_open
        and referee.application.status in OPEN
        and is_asked(referee.application)
    )


@transaction.atomic
def say(referee: Referee, said: Said) -> Referee:
    """Save what a referee says so far. Raises OverError, and ValueError for nonsense."""
    locked = _answering(referee)
    if said.relation:
        locked.said_relation = Relation(said.relation).value
    if said.months is not None:
        locked.said_months = said.months
    if said.ratings is not None:
        locked.answers = {**locked.answers, **_checked(said.ratings)}
    if said.again:
        if said.again not in AGAIN:
            raise ValueError(said.again)
        locked.again = said.again
    if said.comment is not None:
        locked.comment = said.comment
    if said.may_be_read is not None:
        locked.may_be_read = said.may_be_read
    locked.save()
    return locked


@transaction.atomic
def finish(referee: Referee, *, at: dt.datetime) -> Referee:
    """Hand in what was said; it is scored with the others'. Raises OverError."""
    application = _locked(referee.application)
    locked = _answering(referee)
    locked.done_at, locked.form_version = at, VERSION
    locked.save()
    _measure(application, at=at)
    return locked


@transaction.atomic
def decline(referee: Referee, *, at: dt.datetime) -> None:
    """Note that somebody would rather not say anything: that counts for nothing."""
    locked = _answering(referee)
    locked.declined_at, locked.answers, locked.comment = at, {}, ""
    locked.save()


def missing(referee: Referee) -> list[int]:
    """Return the numbers of the pages (from 1) on which something is open."""
    pages = [
        not (referee.said_relation and referee.said_months is not None),
        *(
            any(one.key not in referee.answers for one in ITEMS if one.side is side)
            for side in Side
        ),
        not (referee.again and referee.may_be_read is not None),
    ]
    return [number for number, is_open in enumerate(pages, start=1) if is_open]


def scores_of(application: Application) -> dict[str, Measured]:
    """Return what the references say so far, per side, and under "" in all."""
    reports = [
        report_of(one) for one in application.referees.filter(done_at__isnull=False)
    ]
    return engine.score(reports, [side.value for side in Side])


def report_of(referee: Referee) -> Report:
    """Return what one referee said as the engine reads it: by their own account."""
    relation = referee.said_relation or referee.relation
    months = referee.said_months if referee.said_months is not None else 0
    return Report(
        is_supervisor=relation == Relation.SUPERVISOR,
        is_senior=relation == Relation.SENIOR,
        months=months,
        ratings={
            side.value: [
                rating
                for one in ITEMS
                if one.side is side
                and isinstance(rating := referee.answers.get(one.key), int)
            ]
            for side in Side
        },
    )


def doubts_of(referee: Referee) -> list[str]:
    """Return codes of what a person should look at before relying on somebody.

    PRIVATE: an address that anybody can have. RELATION, MONTHS: the referee says
    otherwise than the applicant did.
    """
    found = []
    if referee.email.rpartition("@")[2].casefold() in _PRIVATE:
        found.append("PRIVATE")
    if referee.said_relation and referee.said_relation != referee.relation:
        found.append("RELATION")
    said = referee.said_months
    if said is not None and abs(said - referee.months) > max(6, referee.months // 2):
        found.append("MONTHS")
    return found


def send(referee_id: int, *, at: dt.datetime) -> bool:
    """Send somebody the letter with their link if it is due."""
    referee = (
        Referee.objects.select_related(
            "application__position", "application__candidate"
        )
        .filter(pk=referee_id)
        .first()
    )
    if referee is None or not can_answer(referee):
        return False
    return guests.send(
        Referee,
        referee_id,
        template="screening/letters/referee.txt",
        url_name="screening:referee_link",
        at=at,
        application=referee.application,
        position=referee.application.position,
        candidate=referee.application.candidate,
    )


def due(at: dt.datetime) -> QuerySet[Referee]:
    """Return to whom a letter waits to be sent, while somebody asks."""
    return guests.due(Referee, at).filter(
        application__reference_request__closed_at__isnull=True,
        application__status__in=OPEN,
        declined_at__isnull=True,
        blanked_at__isnull=True,
    )


def blank_old(*, at: dt.datetime) -> int:
    """Blank names and addresses KEPT_FOR after an outcome; return how many."""
    over = StatusChange.objects.filter(
        new__in=[*DECIDED, Status.WITHDRAWN], at__lt=at - KEPT_FOR
    )
    old = Referee.objects.filter(
        blanked_at__isnull=True,
        application__status__in=[*DECIDED, Status.WITHDRAWN],
        application__in=over.values("application"),
    )
    return int(
        old.update(name="", email="", employer="", link_digest="", blanked_at=at)
    )


# ---- the parts ----


def _locked(application: Application) -> Application:
    found: Application = (
        Application.objects.select_for_update(of=("self",), no_key=True)
        .select_related("position", "candidate")
        .get(pk=application.pk)
    )
    return found


def _answering(referee: Referee) -> Referee:
    locked: Referee = (
        Referee.objects.select_for_update(of=("self",))
        .select_related("application")
        .get(pk=referee.pk)
    )
    if not can_answer(locked):
        raise OverError
    return locked


def _checked(ratings: Mapping[str, int | None]) -> dict[str, int | None]:
    known = {one.key for one in ITEMS}
    for key, rating in ratings.items():
        fits = rating is None or engine.LOWEST <= rating <= engine.HIGHEST
        if key not in known or not fits:
            raise ValueError(key)
    return dict(ratings)


def _measure(application: Application, *, at: dt.datetime) -> None:
    measures.keep(application, Method.REFERENCE, scores_of(application), at=at)
