"""Reading a CV leaves a line in the trail."""

import datetime as dt

from backoffice_ats.accounts.models import User
from backoffice_ats.audit.models import Act, AuditEvent
from candidates.models import Document

ONE_LOOK = dt.timedelta(hours=1)  # pictures asked for after that are another opening


def record(document: Document, *, by: User, at: dt.datetime, how: str) -> AuditEvent:
    """Note who opened a CV: as its "file", "copy", "pages" or "text"."""
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


def record_once(document: Document, *, by: User, at: dt.datetime, how: str) -> None:
    """Note it unless the same person's opening in the same way is just noted.

    A page of pictures is opened once and asks for each picture.
    """
    known = AuditEvent.objects.filter(
        act=Act.CV_OPENED,
        actor=by,
        subject=Document._meta.label,
        subject_id=document.pk,
        details={"how": how},
        at__gte=at - ONE_LOOK,
    )
    if not known.exists():
        record(document, by=by, at=at, how=how)
