"""Links and letters for experts, referees and interviewers.

A letter is a row that is not sent yet; while the mail server is away it waits.
"""

import base64
import datetime as dt
import hashlib
import logging
import smtplib
from email.utils import formataddr
from typing import TypeVar

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import models, transaction
from django.db.models import F
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.crypto import salted_hmac

from backoffice_ats.accounts.services import organisation
from candidates.services import letters, wording
from screening.models.guest import FIRST_WAIT, Guest

logger = logging.getLogger(__name__)

LONGEST_WAIT = dt.timedelta(hours=1)
AGAIN_AFTER = dt.timedelta(days=2)  # between two letters to the same person

Someone = TypeVar("Someone", bound=Guest)


def token_for(guest: Guest) -> str:
    """Return the 256-bit secret of somebody's link, derived and never stored."""
    kind = guest._meta.label_lower
    mac = salted_hmac(f"screening.guest.{kind}", str(guest.pk), algorithm="sha256")
    return base64.urlsafe_b64encode(mac.digest()).decode().rstrip("=")


def digest_of(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def give_link(guest: Guest) -> None:
    """Make the link of somebody who was just added work."""
    guest.link_digest = digest_of(token_for(guest))
    guest.save(update_fields=["link_digest"])


def ask_again(guest: Guest, *, at: dt.datetime) -> bool:
    """Send the letter once more; False where the last one is too fresh."""
    last = guest.reminded_at or guest.sent_at
    if guest.done_at or last is None or at - last < AGAIN_AFTER:
        return False
    guest.reminded_at, guest.sent_at = at, None
    guest.attempts, guest.next_try_at = 0, at
    guest.save(update_fields=["reminded_at", "sent_at", "attempts", "next_try_at"])
    return True


def send(
    kind: type[Someone],
    key: int,
    *,
    template: str,
    url_name: str = "",
    link: str = "",
    calendar: str = "",
    at: dt.datetime,
    **context: object,
) -> bool:
    """Send a letter that is due; say whether it left now. Never raises for mail.

    The first line of the template is the subject. The link is the guest's secret one at
    `url_name`, or `link`. `calendar` is an iCalendar object that goes with the letter,
    `context` goes to the template.
    """
    guest = _claim(kind, key, at=at)
    if guest is None:
        return False
    office = organisation.current()
    path = link or reverse(url_name, args=[token_for(guest)])
    address = settings.SITE_URL + path
    said = render_to_string(
        template,
        {"guest": guest, "organisation": office, "link": address, **context},
    )
    subject, _rest, body = said.partition("\n")
    message = EmailMultiAlternatives(
        subject=wording.one_line(subject)[:200],
        body=body.strip() + "\n",
        from_email=formataddr((wording.one_line(office.name), office.sender)),
        to=[guest.email],
        headers={"Auto-Submitted": "auto-generated"},
    )
    if calendar:
        letters.attach_calendar(message, calendar)
    try:
        message.send()
    except (smtplib.SMTPException, OSError) as error:
        logger.warning(
            "%s %s not sent: %s", kind._meta.label, guest.pk, type(error).__name__
        )
        return False
    guest.sent_at = at
    guest.save(update_fields=["sent_at"])
    return True


def due(kind: type[Someone], at: dt.datetime) -> "models.QuerySet[Someone]":
    """Return whose letter waits to be sent."""
    rows: models.QuerySet[Someone] = kind.objects.filter(
        sent_at__isnull=True, next_try_at__lte=at
    ).order_by("next_try_at", "pk")
    return rows


@transaction.atomic
def _claim(kind: type[Someone], key: int, *, at: dt.datetime) -> Someone | None:
    """Take a letter that is due, and put its next try off: nobody sends it twice."""
    guest = due(kind, at).select_for_update(skip_locked=True).filter(pk=key).first()
    if guest is None:
        return None
    wait = min(FIRST_WAIT * 2**guest.attempts, LONGEST_WAIT)
    kind.objects.filter(pk=guest.pk).update(
        attempts=F("attempts") + 1, next_try_at=at + wait
    )
    return guest
