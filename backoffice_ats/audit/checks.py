"""What `manage.py check` says about the walls around the trail."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Warning  # noqa: A004 -- Django's name


def two_logins(**_: Any) -> list[CheckMessage]:  # noqa: ANN401 -- a check's signature
    """Warn when the login that serves pages also owns the tables."""
    serves_as = settings.DATABASES["default"].get("USER")
    if settings.HAS_OWNER_ROLE or serves_as == settings.APP_ROLE:
        return []
    return [
        Warning(
            "Only one database login is given, so the audit trail is kept"
            " append-only by code alone.",
            hint=(
                "Let web and workers use DATABASE_URL with the role"
                f" {settings.APP_ROLE!r}, and migrations DATABASE_OWNER_URL."
            ),
            id="audit.W001",
        )
    ]
