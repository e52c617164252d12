"""Letters to applicants: written with the fact, sent later, never lost.

A letter is a row of the same transaction as what it tells. A worker sends it; while
the mail server is away it waits, and staff can see that it does.
"""

import datetime as dt
import logging
import smtplib
import string
import unicodedata
from dataclasses import dataclass
from email.utils import formataddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import get_template
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from backoffice_ats.accounts.models import User
from backoffice_ats.accounts.services import organisation
from candidates.enums import LetterKind
from candidates.models import Application, Letter
from candidates.services import links
from candidates.signals import letter_written

logger = logging.getLogger(__name__)

# What a text may name. Nothing else is looked up, and no value is expanded again.
WORDS = frozenset(
    {
        "closes",
        "contact",
        "hear_by",
        "link",
        "message",
        "name",
        "organisation",
        "position",
        "reason",
        "reference",
    }
)
# Words that are whole texts; a subject must not name one.
TEXTS = frozenset({"message"})
# Stands for the secret link until the letter leaves: rows hold no secrets. A value
# cannot contain it, because control characters are taken out of values.
LINK_MARK = "\x02"
# Written while nothing was sent yet.
_OF_DRAFTS = (LetterKind.RESUME_LINK, LetterKind.REMINDER)
FIRST_WAIT = dt.timedelta(seconds=30)
LONGEST_WAIT = dt.timedelta(hours=1)


class UnknownWordError(ValueError):
    """A letter's text or its caller names a word that letters do not have."""


def write(
    application: Application,
    kind: str,
    *,
    at: dt.datetime,
    text: str = "",
    to: str = "",
    by: User | None = None,
    **words: str,
) -> Letter | None:
    """Write a letter that leaves at `at`; None when the applicant gave no address.

    `text` names the file in `candidates/letters/` where the kind has several. `to` is
    for drafts, which have no candidate yet. What a person wrote themselves (`by`) is
    answered to them, everything else to the organisation.
    """
    candidate = application.candidate
    to = to or (candidate.email if candidate else "")
    if not to:
        return None
    source = _text_of(text or kind.lower())
    subject, body = render(source, _words(application, words))
    letter: Letter = Letter.objects.create(
        application=application,
        kind=kind,
        to=to,
        subject=subject,
        body=body,
        by=by,
        reply_to=by.email if by else "",
        next_try_at=at,
    )
    letter_written.send(sender=Letter, letter=letter)
    return letter


def render(source: str, words: dict[str, str]) -> tuple[str, str]:
    """Fill a text once and return its subject (one line) and its body.

    The first line is the subject. Raises UnknownWordError.
    """
    template = string.Template(source)
    if unknown := {*template.get_identifiers(), *words} - WORDS:
        raise UnknownWordError(", ".join(sorted(unknown)))
    subject, _, body = template.substitute(
        {
            word: several_lines(value) if word in TEXTS else one_line(value)
            for word, value in words.items()
        }
        | {"link": LINK_MARK}
    ).partition("\n")
    return subject.strip()[:200], body.strip() + "\n"


def by_day(at: dt.datetime) -> dt.datetime:
    """Return `at`, or the next hour at which the organisation's letters leave."""
    office = organisation.current()
    local = timezone.localtime(at)
    if office.letters_from_hour <= local.hour < office.letters_until_hour:
        return at
    morning = local.replace(
        hour=office.letters_from_hour, minute=0, second=0, microsecond=0
    )
    if local.hour >= office.letters_until_hour:
        morning += dt.timedelta(days=1)
    return morning


def several_lines(value: str) -> str:
    """Take out control characters, line by line."""
    return "\n".join(map(one_line, value.splitlines())).strip()


def one_line(value: str) -> str:
    """Take out control characters: no value opens a new header or a new line."""
    kept = (
        " " if unicodedata.category(character) in {"Cc", "Zl", "Zp"} else character
        for character in value
    )
    return " ".join("".join(kept).split())


def send(letter_id: int, *, at: dt.datetime) -> bool:
    """Send a letter that is due; say whether it left now. Never raises for mail."""
    letter = _claim(letter_id, at=at)
    if letter is None:
        return False
    office = organisation.current()
    message = EmailMessage(
        subject=letter.subject,
        body=letter.body.replace(LINK_MARK, address_of(letter.application)),
        from_email=formataddr((one_line(office.name), office.sender)),
        to=[letter.to],
        reply_to=[letter.reply_to] if letter.reply_to else None,
        headers={"Auto-Submitted": "auto-generated"},
    )
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


@dataclass(frozen=True, slots=True)
class Read:
    """A letter as its reader finds it on their page: without the secret link."""

    subject: str
    text: str
    at: dt.datetime
    sent: bool


def read_by(application: Application) -> list[Read]:
    """Return the letters an applicant was written, the newest first."""
    return [
        Read(
            subject=letter.subject,
            text=letter.body.replace(LINK_MARK, _("(the link to this page)")),
            at=letter.sent_at or letter.created_at,
            sent=letter.sent_at is not None,
        )
        for letter in sorted(
            application.letters.all(), key=lambda one: one.pk, reverse=True
        )
        if letter.kind not in _OF_DRAFTS
    ]


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


def _text_of(name: str) -> str:
    """Read a letter's text in the present language; its words stay to be filled in.

    The template gets no context: what applicants write is never part of a template.
    """
    return get_template(f"candidates/letters/{name}.txt").render()


def _words(application: Application, words: dict[str, str]) -> dict[str, str]:
    office = organisation.current()
    return {
        "name": application.candidate.name if application.candidate else "",
        "position": application.position.title,
        "organisation": office.name,
        "contact": office.sender,
        "reference": application.reference or "",
        **words,
    }
