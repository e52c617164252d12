"""Write down acts that change no row of their own."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.db import models

from backoffice_ats.audit.models import Act, AuditEvent

if TYPE_CHECKING:
    from backoffice_ats.accounts.models import User


def record(
    act: Act,
    subject: models.Model,
    *,
    by: "User | None",
    at: dt.datetime,
    position_id: int | None = None,
    **details: Any,  # noqa: ANN401 -- numbers and codes; never names
) -> AuditEvent:
    """Leave an event about `subject`; `by` is None when the system acted by itself."""
    return AuditEvent.objects.create(
        act=act,
        actor=by,
        subject=subject._meta.label,
        subject_id=subject.pk,
        position_id=position_id,
        details=details,
        at=at,
    )
