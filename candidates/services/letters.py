"""Letters to applicants: written with the fact, sent later, never lost.

A letter is a row of the same transaction as what it tells. A worker sends it; while
the mail server is away it waits, and staff can see that it does.
"""

import datetime as dt
import logging
import smtplib
from collections.abc import Collection
from dataclasses import dataclass
from email.utils import formataddr
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from backoffice_ats.accounts.models import User
from backoffice_ats.accounts.services import organisation
from candidates.enums import LetterKind
from candidates.models import Application, Letter
from candidates.querysets import ApplicationQuerySet
from candidates.services import links, standing, wording
from candidates.signals import letter_written

logger = logging.getLogger(__name__)

# Written while nothing was sent yet.
_OF_DRAFTS = (LetterKind.RESUME_LINK, LetterKind.REMINDER)
FIRST_WAIT = dt.timedelta(seconds=30)
LONGEST_WAIT = dt.timedelta(hours=1)
SATURDAY = 5  # of a week that begins with Monday as 0


def write(
    application: Application,
    kind: str,
    *,
    at: dt.datetime,
    text: str = "",
    to: str = "",
    by: User | None = None,
    calendar: str = "",
    **words: str,
) -> Letter | None:
    """Write a letter that leaves at `at`; None when the applicant gave no address.

    `text` names the letter's text where the kind has several; `calendar` is an iCalendar
    object that goes with it. `to` is for drafts, which
    have no candidate yet. What a person wrote themselves (`by`) is answered to them,
    everything else to the organisation.
    """
    if not (to := to or _address_for(application)):
        return None
    language = wording.language_of(application.position)
    source = wording.text_of(text or kind.lower(), language)
    filled = wording.fill(source, words_for(application, **words))
    return _keep(application, kind, filled, to=to, at=at, by=by, calendar=calendar)


def write_message(
    application: Application, source: wording.Text, *, at: dt.datetime, by: User
) -> Letter | None:
    """Write what a colleague wrote, for this applicant; None without an address.

    Raises UnknownWordError and DollarError of `wording`.
    """
    wording.check(source, allowed=wording.IN_MESSAGES)
    if not (to := _address_for(application)):
        return None
    filled = message_for(application, source)
    return _keep(application, LetterKind.MESSAGE, filled, to=to, at=at, by=by)


def message_for(application: Application, source: wording.Text) -> wording.Text:
    """Fill a colleague's words in for one applicant, as the letter will say them."""
    with wording.speaking(application.position):
        day = standing.hear_by_words(application)
    return wording.fill(source, words_for(application, hear_by=day))


def words_for(application: Application, **words: str) -> dict[str, str]:
    """Return what a letter about this application can name."""
    office = organisation.current()
    return {
        "name": application.candidate.name if application.candidate else "",
        "position": application.position.title,
        "organisation": office.name,
        "contact": office.sender,
        "reference": application.reference or "",
        **words,
    }


@transaction.atomic
def take_back(
    application: Application, kinds: Collection[str], *, at: dt.datetime
) -> int:
    """Take letters back that would leave later; return how many."""
    found = application.letters.leaving_later(at).filter(kind__in=kinds)
    keys = list(found.select_for_update(skip_locked=True).values_list("pk", flat=True))
    Letter.objects.filter(pk__in=keys).delete()
    return len(keys)


def by_day(at: dt.datetime) -> dt.datetime:
    """Return `at`, or the next hour at which the organisation's letters leave."""
    office = organisation.current()
    local = timezone.localtime(at, ZoneInfo(office.time_zone))
    if office.letters_from_hour <= local.hour < office.letters_until_hour:
        return at
    morning = local.replace(
        hour=office.letters_from_hour, minute=0, second=0, microsecond=0
    )
    if local.hour >= office.letters_until_hour:
        morning += dt.timedelta(days=1)
    return morning


def in_office_hours(at: dt.datetime) -> dt.datetime:
    """Return `at`, or the next such hour of a working day: for news of a decision."""
    leaves = by_day(at)
    office = organisation.current()
    if office.letters_on_weekends:
        return leaves
    local = timezone.localtime(leaves, ZoneInfo(office.time_zone))
    if local.weekday() < SATURDAY:
        return leaves
    monday = local + dt.timedelta(days=7 - local.weekday())
    return by_day(monday.replace(hour=0, minute=0, second=0, microsecond=0))


def send(letter_id: int, *, at: dt.datetime) -> bool:
    """Send a letter that is due; say whether it left now. Never raises for mail."""
    letter = _claim(letter_id, at=at)
    if letter is None:
        return False
    office = organisation.current()
    message = EmailMultiAlternatives(
        subject=letter.subject,
        body=letter.body.replace(wording.LINK_MARK, address_of(letter.application)),
        from_email=formataddr((wording.one_line(office.name), office.sender)),
        to=[letter.to],
        reply_to=[letter.reply_to] if letter.reply_to else None,
        headers={"Auto-Submitted": "auto-generated"},
    )
    if letter.calendar:
        attach_calendar(message, letter.calendar)
    try:
        message.send()
    except (smtplib.SMTPException, OSError) as error:
        logger.warning("letter %s not sent: %s", letter.pk, type(error).__name__)
        letter.last_error = type(error).__name__
        letter.save(update_fields=["last_error", "updated_at"])
        return False
    letter.sent_at = at
    letter.last_error = ""
    letter.save(update_fields=["sent_at", "last_error", "updated_at"])
    return True


def attach_calendar(message: EmailMultiAlternatives, calendar: str) -> None:
    """Send an iCalendar object along: as what mail programs act on, and as a file."""
    method = "CANCEL" if "METHOD:CANCEL" in calendar.splitlines() else "REQUEST"
    message.attach_alternative(calendar, f"text/calendar; method={method}")
    message.attach("interview.ics", calendar.encode(), "application/ics")


class LeftError(Exception):
    """The letter has left already."""


@dataclass(frozen=True, slots=True)
class Read:
    """A letter as its reader finds it on their page: without the secret link."""

    subject: str
    text: str
    at: dt.datetime
    sent: bool


def read_by(application: Application, *, at: dt.datetime) -> list[Read]:
    """Return the letters an applicant was written by now, the newest first.

    One that leaves later says nothing yet.
    """
    return [
        Read(
            subject=letter.subject,
            text=letter.body.replace(wording.LINK_MARK, _("(the link to this page)")),
            at=letter.sent_at or letter.created_at,
            sent=letter.sent_at is not None,
        )
        for letter in sorted(
            application.letters.all(), key=lambda one: one.pk, reverse=True
        )
        if letter.kind not in _OF_DRAFTS and letter.is_out(at)
    ]


def readable(text: wording.Text) -> wording.Text:
    """Return a letter as staff read it, who never learn the secret link."""
    mark = _("(the link to their page)")
    return wording.Text(text.subject, text.body.replace(wording.LINK_MARK, mark))


@transaction.atomic
def cancel(letter: Letter, *, at: dt.datetime) -> None:
    """Take a letter back that would leave later.

    A decision it tells of stays decided and is told no longer. Raises LeftError.
    """
    application = _lock_application(letter)
    later = Letter.objects.leaving_later(at).filter(pk=letter.pk)
    if (found := later.select_for_update().first()) is None:
        raise LeftError
    found.delete()
    if letter.kind == LetterKind.OUTCOME:
        application.update(outcome_sent_at=None)


@transaction.atomic
def hasten(letter: Letter, *, at: dt.datetime) -> None:
    """Send a letter now that would leave later or waits for its next try.

    Raises LeftError if it has left, or was taken back meanwhile.
    """
    application = _lock_application(letter)
    found = Letter.objects.waiting().select_for_update().filter(pk=letter.pk).first()
    if found is None:
        raise LeftError
    found.next_try_at = at
    found.save(update_fields=["next_try_at", "updated_at"])
    if found.kind == LetterKind.OUTCOME:
        application.update(outcome_sent_at=at)
    letter_written.send(sender=Letter, letter=found)


def _lock_application(letter: Letter) -> ApplicationQuerySet:
    """Hold the application first, as moving does: what a letter says stays true."""
    found: ApplicationQuerySet = Application.objects.filter(pk=letter.application_id)
    list(found.select_for_update().values_list("pk"))
    return found


def address_of(application: Application) -> str:
    """Return the whole secret address of the applicant's status page."""
    token = links.token_for(application)
    return settings.SITE_URL + reverse("candidates:status_link", args=[token])


@transaction.atomic
def _claim(letter_id: int, *, at: dt.datetime) -> Letter | None:
    """Count the try and set the next one before it: two workers send one letter."""
    letter: Letter | None = (
        Letter.objects.due(at)
        .select_related("application")
        .select_for_update(of=("self",), skip_locked=True)
        .filter(pk=letter_id)
        .first()
    )
    if letter is None:
        return None
    wait = min(FIRST_WAIT * 2 ** min(letter.attempts, 10), LONGEST_WAIT)
    letter.attempts = min(letter.attempts + 1, 30_000)
    letter.next_try_at = at + wait
    letter.save(update_fields=["attempts", "next_try_at", "updated_at"])
    return letter


def _address_for(application: Application) -> str:
    return application.candidate.email if application.candidate else ""


def _keep(
    application: Application,
    kind: str,
    filled: wording.Text,
    *,
    to: str,
    at: dt.datetime,
    by: User | None,
    calendar: str = "",
) -> Letter:
    letter: Letter = Letter.objects.create(
        application=application,
        kind=kind,
        to=to,
        subject=filled.subject,
        body=filled.body,
        calendar=calendar,
        by=by,
        reply_to=by.email if by else "",
        next_try_at=at,
    )
    letter_written.send(sender=Letter, letter=letter)
    return letter
