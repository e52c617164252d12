"""Reading a CV leaves a line in the trail."""

import datetime as dt

from backoffice_ats.accounts.models import User
from backoffice_ats.audit.models import Act, AuditEvent
from candidates.models import Document


def record(document: Document, *, by: User, at: dt.datetime, how: str) -> AuditEvent:
    """Note who opened a CV, as its "file" or its "text"."""
    event: AuditEvent = AuditEvent.objects.create(
        act=Act.CV_OPENED,
        actor=by,
        subject=Document._meta.label,
        subject_id=document.pk,
        position_id=document.application.position_id,
        details={"how": how},
        at=at,
    )
    return event
