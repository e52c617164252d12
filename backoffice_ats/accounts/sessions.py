"""Sessions that can be ended by their user (Django's documented extension)."""

from typing import Any, cast

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from backoffice_ats.accounts.models import Session


class SessionStore(DatabaseStore):
    """Keeps each session's user beside it; strangers and applicants have none."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        row = cast("Session", super().create_model_instance(data))
        user = data.get(SESSION_KEY)
        row.user_id = int(user) if user else None
        return row
