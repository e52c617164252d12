"""The applicant's secret link. The database never holds the secret."""

import base64
import datetime as dt
import hashlib

from django.utils.crypto import salted_hmac

from candidates.models import Application
from candidates.stages import Status

LASTS = dt.timedelta(days=14)  # a draft's link, from each time it is sent


def token_for(application: Application) -> str:
    """Return the 256-bit secret of this application's link, 43 letters and digits.

    It is derived from the secret key, so a letter can name it at any time; the row
    keeps only its SHA-256, so a copy of the database opens nothing.
    """
    version = application.link_version
    name = f"{application.pk}.{version}" if version else str(application.pk)
    mac = salted_hmac("candidates.link", name, algorithm="sha256")
    token = base64.urlsafe_b64encode(mac.digest()).decode().rstrip("=")
    digest = _digest(token)
    if application.link_digest != digest:  # new, or the secret key was replaced
        application.link_digest = digest
        application.save(update_fields=["link_digest"])
    return token


def renew(application: Application, *, at: dt.datetime) -> None:
    """Make all older links worthless; a draft's new one works for fourteen days."""
    application.link_version += 1
    draft = application.status == Status.DRAFT
    application.link_expires_at = at + LASTS if draft else None
    application.save(update_fields=["link_version", "link_expires_at"])
    token_for(application)


def application_of(token: str, *, at: dt.datetime) -> Application | None:
    """Find the application this secret belongs to, unless its time is over."""
    return (
        Application.objects.filter(link_digest=_digest(token))
        .exclude(link_expires_at__lt=at)
        .select_related("position", "candidate")
        .first()
    )


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
