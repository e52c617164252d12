"""Coming back: the link by e-mail, and the reminder before a position closes.

A draft is nobody's record yet, so everything here goes by the address that was typed
into it. Who asks for a link learns nothing from the page; the mailbox tells.
"""

import datetime as dt

from django.db import transaction
from django.db.models import Q, QuerySet

from candidates.enums import LetterKind
from candidates.models import Application, LinkRequest
from candidates.querysets import LinkRequestQuerySet
from candidates.services import answers as told
from candidates.services import letters, limits, links, standing, wording
from candidates.signals import link_requested
from candidates.stages import Status
from positions.models import Position

LINKS_PER_ADDRESS = 3
PER_SECONDS = 15 * 60
FIRST_WAIT = dt.timedelta(seconds=30)
REMIND_BEFORE = dt.timedelta(hours=48)
# Who has just begun needs no reminder.
BEGUN_BEFORE = dt.timedelta(hours=2)
AT_ONCE = 200


class NoDraftAddressError(Exception):
    """The draft names no address to write to."""


@transaction.atomic
def ask_for_link(position: Position, email: str, *, at: dt.datetime) -> None:
    """Take down that somebody wants their link; the same for every address.

    More than three times in a quarter of an hour nothing more is sent, and nothing
    tells so: it would tell that there was something to send.
    """
    key = f"{position.pk}|{email.lower()}"
    if not limits.allow(
        "resume", key, capacity=LINKS_PER_ADDRESS, per_seconds=PER_SECONDS
    ):
        return
    request = LinkRequest.objects.create(position=position, email=email, next_try_at=at)
    link_requested.send(sender=LinkRequest, link_request=request)


def due_requests(at: dt.datetime) -> LinkRequestQuerySet:
    due: LinkRequestQuerySet = LinkRequest.objects.due(at).order_by("next_try_at", "pk")
    return due


@transaction.atomic
def answer_request(request_id: int, *, at: dt.datetime) -> int:
    """Write the letters that a request asks for; return how many."""
    request = (
        LinkRequest.objects.due(at)
        .select_related("position")
        .select_for_update(of=("self",), skip_locked=True)
        .filter(pk=request_id)
        .first()
    )
    if request is None:
        return 0
    applications = [
        application
        for application in _of(request.position, request.email)
        if send_link(application, to=request.email, at=at)
    ]
    request.delete()
    return len(applications)


def send_link(application: Application, *, to: str, at: dt.datetime) -> bool:
    """Write the letter with the link; a draft's older links stop working."""
    draft = application.status == Status.DRAFT
    if draft:
        links.renew(application, at=at)
    letter = letters.write(
        application,
        LetterKind.RESUME_LINK,
        at=at,
        to=to,
        text="resume_link" if draft else "status_link",
        name=_name_in(application),
        closes=_closing_words(application.position),
    )
    return letter is not None


@transaction.atomic
def save_for_later(application: Application, email: str, *, at: dt.datetime) -> None:
    """Send a draft's link to its own writer, who may change the address first.

    Raises NoDraftAddressError without one. Limited like asking from elsewhere.
    """
    if not email:
        raise NoDraftAddressError
    application.answers = {**application.answers, told.LATER: {"email": email}}
    application.save(update_fields=["answers", "updated_at"])
    key = f"{application.position_id}|{email.lower()}"
    if limits.allow("resume", key, capacity=LINKS_PER_ADDRESS, per_seconds=PER_SECONDS):
        send_link(application, to=email, at=at)


def address_in(application: Application) -> str:
    """Return the address a draft's writer gave, empty if none."""
    given = application.answers
    contact: str = given.get(told.CONTACT, {}).get("email", "")
    later: str = given.get(told.LATER, {}).get("email", "")
    return contact or later


def due_reminders(at: dt.datetime) -> "QuerySet[Application]":
    """Return drafts whose position closes within two days and who were not reminded."""
    due: QuerySet[Application] = (
        Application.objects.filter(
            _with_address(),
            status=Status.DRAFT,
            reminded_at__isnull=True,
            begun_at__lte=at - BEGUN_BEFORE,
            position__in=Position.objects.reachable().filter(
                closes_at__gt=at, closes_at__lte=at + REMIND_BEFORE
            ),
        )
        .select_related("position")
        .order_by("pk")
    )
    return due


def remind(*, at: dt.datetime) -> int:
    """Remind those who began and did not send; once each. Returns how many."""
    count = 0
    for draft in due_reminders(at)[:AT_ONCE]:
        with transaction.atomic():
            count += _remind(draft, at=at)
    return count


def _remind(draft: Application, *, at: dt.datetime) -> bool:
    fresh = (
        Application.objects.select_for_update(
            of=("self",), skip_locked=True, no_key=True
        )
        .select_related("position")
        .filter(pk=draft.pk, status=Status.DRAFT, reminded_at__isnull=True)
        .first()
    )
    if fresh is None:
        return False
    fresh.reminded_at = at
    fresh.save(update_fields=["reminded_at", "updated_at"])
    letter = letters.write(
        fresh,
        LetterKind.REMINDER,
        at=letters.by_day(at),
        to=address_in(fresh),
        name=_name_in(fresh),
        closes=_closing_words(fresh.position),
    )
    return letter is not None


def _name_in(application: Application) -> str:
    if application.candidate:
        return application.candidate.name
    name: str = application.answers.get(told.CONTACT, {}).get("name", "")
    return name


def _closing_words(position: Position) -> str:
    with wording.speaking(position):
        return standing.moment_words(position.closes_at) if position.closes_at else ""


def _of(position: Position, email: str) -> list[Application]:
    """Return drafts and applications with this address, the newest of each only."""
    drafts = Application.objects.filter(
        Q(answers__contact__email__iexact=email)
        | Q(answers__later__email__iexact=email),
        position=position,
        status=Status.DRAFT,
    )
    sent = Application.objects.submitted().filter(
        position=position, candidate__email__iexact=email
    )
    found = []
    for some in (drafts, sent):
        newest = some.select_related("position", "candidate").order_by("-pk").first()
        found += [newest] if newest else []
    return found


def _with_address() -> Q:
    return Q(answers__contact__email__icontains="@") | Q(
        answers__later__email__icontains="@"
    )
