"""The applicant's secret link. The database never holds the secret."""

import base64
import hashlib

from django.utils.crypto import salted_hmac

from candidates.models import Application


def token_for(application: Application) -> str:
    """Return the 256-bit secret of this application's link, 43 letters and digits.

    It is derived from the secret key, so a letter can name it at any time; the row
    keeps only its SHA-256, so a copy of the database opens nothing.
    """
    mac = salted_hmac("candidates.link", str(application.pk), algorithm="sha256")
    token = base64.urlsafe_b64encode(mac.digest()).decode().rstrip("=")
    digest = _digest(token)
    if application.link_digest != digest:  # new, or the secret key was replaced
        application.link_digest = digest
        application.save(update_fields=["link_digest"])
    return token


def application_of(token: str) -> Application | None:
    """Find the application this secret belongs to."""
    return (
        Application.objects.filter(link_digest=_digest(token))
        .select_related("position", "candidate")
        .first()
    )


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
