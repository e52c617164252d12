"""Interviews in the calendar: the panel offers times, the applicant chooses one.

Everything is said by letter with an entry for the calendar, to the applicant and to who
interviews. A new time is an update of the same entry. Moments are kept in UTC and said
in the organisation's zone, which is named.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from backoffice_ats.accounts.enums import Role
from backoffice_ats.accounts.models import User
from backoffice_ats.accounts.services import organisation
from candidates.enums import LetterKind
from candidates.models import Application
from candidates.services import letters, scenarios, wording
from positions.models import Position
from screening.enums import MeetingState
from screening.models import Interviewer, Meeting, Slot
from screening.models.meeting import MOST_MINUTES
from screening.services import guests, invites
from screening.services.scorecards import RATEABLE, NotRateableError

NOTICE = dt.timedelta(hours=2)  # nobody is expected sooner after choosing
REMIND_BEFORE = dt.timedelta(hours=24)
MOST_AT_ONCE = 20
HIRING = (Role.ADMINISTRATOR, Role.HR_MANAGER)


class PastError(Exception):
    """The time is over, or too near for anybody to come."""


class ClashError(Exception):
    """Somebody interviews at that time already; `who` and `begins_at` say it."""

    def __init__(self, who: str, begins_at: dt.datetime) -> None:
        super().__init__(who)
        self.who, self.begins_at = who, begins_at


class TakenError(Exception):
    """Somebody has chosen the time, or it is not offered any more."""


class NoTimesError(Exception):
    """No time is free that an applicant could choose."""


class NotAskedError(Exception):
    """The applicant is not asked for a time (any more)."""


class NotOverError(Exception):
    """The interview has not begun: nobody can have missed it."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Times to offer: when each begins, how long it takes, where, and who asks."""

    begin: Sequence[dt.datetime]
    minutes: int
    place: str
    interviewers: Sequence[User]


def colleagues_for(position: Position) -> QuerySet[User]:
    """Return who can interview for a position: its team, and those who run hiring."""
    found: QuerySet[User] = (
        User.objects.filter(is_active=True)
        .filter(Q(role__in=HIRING) | Q(teams__position=position))
        .exclude(role=Role.AUDITOR)
        .distinct()
        .order_by("name", "pk")
    )
    return found


@transaction.atomic
def offer(
    position: Position, offered: Offer, *, by: User, at: dt.datetime
) -> list[Slot]:
    """Offer times. Raises PastError or ClashError; then none is offered."""
    if any(begins_at <= at for begins_at in offered.begin):
        raise PastError
    # Two who offer at once look at each other's times one after the other.
    users = User.objects.filter(pk__in=[one.pk for one in offered.interviewers])
    list(users.order_by("pk").select_for_update().values_list("pk"))
    for begins_at in offered.begin:
        _refuse_clash(begins_at, offered)
    made = Slot.objects.bulk_create(
        Slot(
            position=position,
            begins_at=begins_at,
            minutes=offered.minutes,
            place=offered.place,
            offered_by=by,
        )
        for begins_at in offered.begin
    )
    through = Slot.interviewers.through
    through.objects.bulk_create(
        through(slot_id=slot.pk, user_id=user.pk)
        for slot in made
        for user in offered.interviewers
    )
    found: list[Slot] = made
    return found


@transaction.atomic
def take_back(slot: Slot, *, at: dt.datetime) -> None:
    """Offer a time no longer. Raises TakenError while somebody has chosen it."""
    locked = Slot.objects.select_for_update().get(pk=slot.pk)
    if locked.meetings.filter(state=MeetingState.AGREED).exists():
        raise TakenError
    if locked.meetings.exists():
        locked.taken_back_at = at
        locked.save(update_fields=["taken_back_at", "updated_at"])
    else:
        locked.delete()


def free(position: Position, *, at: dt.datetime) -> QuerySet[Slot]:
    """Return the times that an applicant can choose, the first first."""
    chosen = Meeting.objects.filter(slot=OuterRef("pk"), state=MeetingState.AGREED)
    found: QuerySet[Slot] = Slot.objects.filter(
        ~Exists(chosen),
        position=position,
        begins_at__gt=at + NOTICE,
        taken_back_at__isnull=True,
    )
    return found


def meeting_of(application: Application) -> Meeting | None:
    """Return what is agreed with an applicant, or was last."""
    found: Meeting | None = (
        application.meetings.select_related("slot", "ended_by").order_by("-pk").first()
    )
    return found


def agreed_with(application: Application) -> Meeting | None:
    """Return the interview that is agreed with an applicant."""
    found = meeting_of(application)
    return found if found and found.state == MeetingState.AGREED else None


@transaction.atomic
def ask(application: Application, *, at: dt.datetime) -> None:
    """Ask an applicant for a time, by letter and on their page.

    Raises NotRateableError or NoTimesError.
    """
    locked = _locked(application)
    if locked.status not in RATEABLE:
        raise NotRateableError
    if not free(locked.position, at=at).exists():
        raise NoTimesError
    scenarios.note_times_asked(locked, at=at)
    letters.write(locked, LetterKind.TIMES, at=at)


@transaction.atomic
def choose(application: Application, slot_id: int, *, at: dt.datetime) -> Meeting:
    """Agree on a time, or on another one. The same time again changes nothing.

    Raises NotAskedError, and TakenError where somebody was faster.
    """
    locked = _locked(application)
    if locked.times_asked_at is None or locked.status not in RATEABLE:
        raise NotAskedError
    agreed = agreed_with(locked)
    if agreed and agreed.slot_id == slot_id:
        return agreed
    slot = (
        Slot.objects.select_for_update()
        .filter(pk__in=free(locked.position, at=at).filter(pk=slot_id).values("pk"))
        .first()
    )
    # Asked again under the lock: who waited for it comes second.
    if slot is None or not free(locked.position, at=at).filter(pk=slot_id).exists():
        raise TakenError
    meeting = agreed or Meeting(application=locked)
    if agreed:
        meeting.sequence += 1
    meeting.slot, meeting.agreed_at, meeting.reminded_at = slot, at, None
    try:
        with transaction.atomic():
            meeting.save()
    except IntegrityError as error:
        raise TakenError from error
    _invite(meeting, at=at)
    _write(meeting, LetterKind.MEETING, at=at)
    return meeting


@transaction.atomic
def call_off(
    meeting: Meeting,
    *,
    by: User | None = None,
    by_applicant: bool = False,
    reason: str = "",
    at: dt.datetime,
) -> None:
    """Call an interview off, and take it out of everybody's calendar.

    `by` is nobody where the applicant does it, or a decision made it needless.
    """
    application = _locked(meeting.application)
    locked = agreed_with(application)
    if locked is None or locked.pk != meeting.pk:
        return
    locked.state, locked.ended_at = MeetingState.OFF, at
    locked.ended_by, locked.ended_by_applicant = by, by_applicant
    locked.reason = reason[:300]
    locked.sequence += 1
    locked.save()
    # Who had left before knows it already.
    _say_again(locked.interviewers.filter(is_off=False), at=at)
    _write(locked, LetterKind.MEETING_OFF, at=at)


def call_off_if_over(application: Application, *, at: dt.datetime) -> None:
    """Call off what is still to come of somebody who is not interviewed any more."""
    if application.status in RATEABLE:
        return
    meeting = agreed_with(application)
    if meeting and meeting.slot.begins_at > at:
        call_off(meeting, at=at)


@transaction.atomic
def note_missed(meeting: Meeting, *, by: User, at: dt.datetime) -> None:
    """Note that somebody did not come. It says nothing about why. Raises NotOverError."""
    application = _locked(meeting.application)
    locked = agreed_with(application)
    if locked is None or locked.pk != meeting.pk:
        return
    if locked.slot.begins_at > at:
        raise NotOverError
    locked.state, locked.ended_at, locked.ended_by = MeetingState.MISSED, at, by
    locked.save(update_fields=["state", "ended_at", "ended_by", "updated_at"])


def remind(*, at: dt.datetime) -> int:
    """Remind who has an interview within a day; return how many."""
    soon = Meeting.objects.filter(
        state=MeetingState.AGREED,
        reminded_at__isnull=True,
        slot__begins_at__gt=at,
        slot__begins_at__lte=at + REMIND_BEFORE,
    )
    return sum(_remind(key, at=at) for key in soon.values_list("pk", flat=True))


def due(at: dt.datetime) -> QuerySet[Interviewer]:
    """Return to which interviewers a letter waits to be sent."""
    return guests.due(Interviewer, at)


def send(interviewer_id: int, *, at: dt.datetime) -> bool:
    """Send an interviewer how things stand now, if it is due."""
    one = (
        Interviewer.objects.select_related(
            "meeting__slot",
            "meeting__application__position",
            "meeting__application__candidate",
        )
        .filter(pk=interviewer_id)
        .first()
    )
    if one is None:
        return False
    application = one.meeting.application
    off = one.meeting.state == MeetingState.OFF
    candidate = application.candidate
    page = reverse("screening:interview", args=[application.pk])
    return guests.send(
        Interviewer,
        interviewer_id,
        template="screening/letters/interviewer.txt",
        link=page,
        calendar=entry_for(
            one.meeting, name=one.name, email=one.email, at=at, is_off=one.is_off
        ),
        at=at,
        left=one.is_off,
        off=off,
        changed=one.meeting.sequence > 0,
        who=candidate.name if candidate else application.reference,
        position=application.position,
        when=when_words(one.meeting.slot.begins_at),
        minutes=one.meeting.slot.minutes,
        place=one.meeting.slot.place,
    )


def entry_for(
    meeting: Meeting, *, name: str, email: str, at: dt.datetime, is_off: bool = False
) -> str:
    """Return the entry for somebody's calendar as things stand; see `invites.entry`."""
    office = organisation.current()
    position = meeting.application.position
    with wording.speaking(position):
        title = _("Interview: %(position)s") % {"position": position.title}
        text = _("%(organisation)s. Questions: %(sender)s") % {
            "organisation": office.name,
            "sender": office.sender,
        }
    return invites.entry(
        meeting,
        name=name,
        email=email,
        title=title,
        text=text,
        organiser=(office.name, office.sender),
        at=at,
        is_off=is_off,
    )


def when_words(begins_at: dt.datetime) -> str:
    """Say a moment in the organisation's zone, which is named."""
    zone = organisation.current().time_zone
    local = timezone.localtime(begins_at, ZoneInfo(zone))
    return _("%(day)s at %(time)s (%(zone)s)") % {
        "day": date_format(local, "l j F Y"),
        "time": date_format(local, "H:i"),
        "zone": zone_words(),
    }


def zone_words() -> str:
    """Name the organisation's zone as people read it: America/New York."""
    return organisation.current().time_zone.replace("_", " ")


# ---- the parts ----


def _locked(application: Application) -> Application:
    found: Application = (
        Application.objects.select_for_update(of=("self",), no_key=True)
        .select_related("position", "candidate")
        .get(pk=application.pk)
    )
    return found


def _refuse_clash(begins_at: dt.datetime, offered: Offer) -> None:
    ends_at = begins_at + dt.timedelta(minutes=offered.minutes)
    near = Slot.objects.filter(
        interviewers__in=[one.pk for one in offered.interviewers],
        begins_at__lt=ends_at,
        begins_at__gt=begins_at - dt.timedelta(minutes=MOST_MINUTES),
        taken_back_at__isnull=True,
    ).prefetch_related("interviewers")
    asked = {one.pk for one in offered.interviewers}
    for slot in near:
        if slot.ends_at > begins_at:
            who = next(one for one in slot.interviewers.all() if one.pk in asked)
            raise ClashError(who.name, slot.begins_at)


def _invite(meeting: Meeting, *, at: dt.datetime) -> None:
    """Write to who interviews at this time, and to who would have at the one before."""
    users = {one.pk: one for one in meeting.slot.interviewers.all()}
    before = meeting.interviewers.filter(is_off=False)
    leaving = list(before.exclude(user__in=users).values_list("pk", flat=True))
    meeting.interviewers.filter(pk__in=leaving).update(is_off=True)
    meeting.interviewers.filter(user__in=users).update(is_off=False)
    known = set(meeting.interviewers.values_list("user_id", flat=True))
    Interviewer.objects.bulk_create(
        Interviewer(
            meeting=meeting,
            user=user,
            name=user.name,
            email=user.email,
            invited_at=at,
            next_try_at=at,
        )
        for key, user in users.items()
        if key not in known
    )
    _say_again(meeting.interviewers.filter(Q(is_off=False) | Q(pk__in=leaving)), at=at)


def _say_again(interviewers: QuerySet[Interviewer], *, at: dt.datetime) -> None:
    interviewers.update(sent_at=None, attempts=0, next_try_at=at)


def _write(meeting: Meeting, kind: LetterKind, *, at: dt.datetime) -> None:
    application = meeting.application
    candidate = application.candidate
    if candidate is None:
        return
    with translation.override(wording.language_of(application.position)):
        when = when_words(meeting.slot.begins_at)
    calendar = ""
    if kind != LetterKind.MEETING_SOON:
        calendar = entry_for(meeting, name=candidate.name, email=candidate.email, at=at)
    letters.write(
        application,
        kind,
        at=at,
        calendar=calendar,
        when=when,
        place=meeting.slot.place,
    )


@transaction.atomic
def _remind(key: int, *, at: dt.datetime) -> bool:
    meeting = (
        Meeting.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("slot", "application__position", "application__candidate")
        .filter(pk=key, state=MeetingState.AGREED, reminded_at__isnull=True)
        .first()
    )
    if meeting is None:
        return False
    meeting.reminded_at = at
    meeting.save(update_fields=["reminded_at", "updated_at"])
    if meeting.agreed_at > meeting.slot.begins_at - REMIND_BEFORE:
        return False  # they have just chosen it
    _write(meeting, LetterKind.MEETING_SOON, at=at)
    return True
