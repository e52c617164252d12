"""How far an applicant is with scenarios, references and interviews, for their own page.

All are a floor above; it says here what became of them.
"""

import datetime as dt

from candidates.models import Application


def note_begun(application: Application, *, at: dt.datetime) -> None:
    """Note that something was rated; the first time counts."""
    Application.objects.filter(
        pk=application.pk, scenarios_begun_at__isnull=True
    ).update(scenarios_begun_at=at)


def note_done(application: Application, *, at: dt.datetime) -> None:
    """Note that the answers were handed in."""
    Application.objects.filter(pk=application.pk).update(scenarios_done_at=at)


def note_references_asked(application: Application, *, at: dt.datetime | None) -> None:
    """Note that referees are to be named; None when that is over."""
    Application.objects.filter(pk=application.pk).update(references_asked_at=at)


def note_times_asked(application: Application, *, at: dt.datetime) -> None:
    """Note that a time for the interview is to be chosen."""
    Application.objects.filter(pk=application.pk).update(times_asked_at=at)
