"""Mail that a local run wrote to files instead of sending it."""

import datetime as dt
import email
import email.policy
import email.utils
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from django.conf import settings
from django.utils import timezone

FILE_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
# What Django's file backend writes after each message.
_RULE = b"-" * 79 + b"\n"
SHOWN = 200


@dataclass(frozen=True)
class Mail:
    """One message, as somebody would read it."""

    key: str
    at: dt.datetime
    sender: str
    to: str
    subject: str
    body: str


def is_kept() -> bool:
    """Say whether mail ends in files here and nowhere else."""
    return bool(settings.EMAIL_BACKEND == FILE_BACKEND)


def newest() -> list[Mail]:
    """Read the newest messages, newest first."""
    folder = Path(settings.EMAIL_FILE_PATH)
    if not folder.is_dir():
        return []
    files = sorted(
        folder.glob("*.log"), key=lambda file: file.stat().st_mtime_ns, reverse=True
    )
    mails: list[Mail] = []
    for file in files:
        mails.extend(reversed(_messages(file)))
        if len(mails) >= SHOWN:
            break
    return sorted(mails[:SHOWN], key=lambda mail: mail.at, reverse=True)


def one(key: str) -> Mail | None:
    """Find a message by its key; None when it is not among the newest."""
    return next((mail for mail in newest() if mail.key == key), None)


def _messages(file: Path) -> list[Mail]:
    parts = (part for part in file.read_bytes().split(_RULE) if part.strip())
    return [
        _mail(f"{file.stem}-{number}", part) for number, part in enumerate(parts, 1)
    ]


def _mail(key: str, raw: bytes) -> Mail:
    message = email.message_from_bytes(raw.lstrip(), policy=email.policy.default)
    assert isinstance(message, EmailMessage)  # noqa: S101 -- what this policy makes
    body = message.get_body(("plain",))
    date = message["Date"]
    return Mail(
        key=key,
        at=email.utils.parsedate_to_datetime(str(date)) if date else timezone.now(),
        sender=str(message["From"] or ""),
        to=str(message["To"] or ""),
        subject=str(message["Subject"] or ""),
        body=str(body.get_content()) if body else "",
    )
