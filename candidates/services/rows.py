"""Rows of work and education, from whatever told us of them."""

from collections.abc import Sequence

from candidates.models import Application, EducationEntry, WorkDuty, WorkEntry
from candidates.services.answers import Job, Study


def write_work(
    application: Application, jobs: Sequence[Job], *, source: str, first: int = 1
) -> None:
    """Write rows of work with the position's duties they involved.

    `first` is the place of the first of them among the application's.
    """
    entries = WorkEntry.objects.bulk_create(
        WorkEntry(
            application=application,
            order=order,
            title=job.title,
            employer=job.employer,
            starts_on=job.starts_on,
            ends_on=job.ends_on,
            current=job.current,
            hours_per_week=job.hours_per_week,
            text=job.text,
            precision=job.precision,
            source=source,
        )
        for order, job in enumerate(jobs, start=first)
    )
    known = set(application.position.duties.values_list("pk", flat=True))
    WorkDuty.objects.bulk_create(
        WorkDuty(entry=entry, duty_id=duty, share=share)
        for entry, job in zip(entries, jobs, strict=True)
        for duty, share in job.duties.items()
        if duty in known and share
    )


def write_education(
    application: Application, studies: Sequence[Study], *, source: str, first: int = 1
) -> None:
    EducationEntry.objects.bulk_create(
        EducationEntry(
            application=application,
            order=order,
            name=study.name,
            institution=study.institution,
            field=study.field,
            level=study.level,
            finished=study.finished,
            credits=study.credits,
            source=source,
        )
        for order, study in enumerate(studies, start=first)
    )
