"""Putting right what was sent: the new value counts, the old one stays on file."""

import datetime as dt
from collections.abc import Iterable
from typing import TypeVar

from django.db import transaction
from django.db.models import Manager, Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backoffice_ats.accounts.models import User
from backoffice_ats.audit.models import Act, AuditEvent
from candidates.enums import EntrySource, LetterKind
from candidates.models import (
    Application,
    Candidate,
    Correction,
    EducationEntry,
    RequirementAnswer,
    WorkDuty,
    WorkEntry,
)
from candidates.services import intake, letters, persons, requirements, rows, search
from candidates.services.answers import MAX_ROWS, Job, Person, Study
from candidates.services.requirements import Answered
from candidates.signals import evidence_changed
from candidates.stages import MAY_WITHDRAW, Status
from positions.criteria import RequirementKind

Row = TypeVar("Row", WorkEntry, EducationEntry)

MAX_CVS = 10  # of one application: each is kept until it goes

_WHO = {
    "name": gettext_lazy("Full name"),
    "email": gettext_lazy("Email address"),
    "phone": gettext_lazy("Phone"),
    "city": gettext_lazy("Town or city"),
}


class TooLateError(Exception):
    """There is an outcome: what it was decided by is not changed any more."""


class RowGoneError(Exception):
    """The row was taken out meanwhile, in another tab."""


class TooManyRowsError(Exception):
    """There are MAX_ROWS of them already."""


class TooManyCvsError(Exception):
    """There are MAX_CVS of them already."""


class NothingSentError(Exception):
    """Nobody has applied under this name, so there is nothing to put right."""


def may_correct(application: Application) -> bool:
    """Say whether facts can still be put right: while the applicant waits for us."""
    return Status(application.status) in MAY_WITHDRAW


@transaction.atomic
def correct_person(application: Application, person: Person, *, at: dt.datetime) -> int:
    """Change how to reach them. Returns how many facts changed; raises TooLateError."""
    candidate, application = _locked_with_person(application)
    return _call(candidate, application, person, at=at)


@transaction.atomic
def correct_for(
    candidate: Candidate, person: Person, *, by: User, at: dt.datetime
) -> int:
    """Change how somebody is called and reached, for them. Returns how many facts.

    Kept with their newest application, whatever became of it: a name that was read
    wrongly is wrong on file too. Raises NothingSentError if they have sent none.
    """
    candidate = Candidate.objects.select_for_update(no_key=True).get(pk=candidate.pk)
    application = (
        Application.objects.select_for_update(of=("self",), no_key=True)
        .select_related("position", "candidate")
        .filter(candidate=candidate, submitted_at__isnull=False)
        .order_by("-submitted_at", "-pk")
        .first()
    )
    if application is None:
        raise NothingSentError
    return _call(candidate, application, person, at=at, by=by)


@transaction.atomic
def correct_job(entry: WorkEntry, job: Job, *, at: dt.datetime) -> int:
    """Change a row of work. Returns how many facts changed.

    Raises TooLateError or RowGoneError.
    """
    application = _locked(entry.application)
    entry = _still_there(application.work.filter(pk=entry.pk).first())
    before = _job_words(entry)
    entry.title, entry.employer = job.title, job.employer
    entry.starts_on, entry.ends_on = job.starts_on, job.ends_on
    entry.current, entry.hours_per_week = job.current, job.hours_per_week
    entry.text, entry.precision = job.text, job.precision
    entry.save()
    shares_before = _shares(entry)
    entry.duties.all().delete()
    known = set(application.position.duties.values_list("pk", flat=True))
    WorkDuty.objects.bulk_create(
        WorkDuty(entry=entry, duty_id=duty, share=share)
        for duty, share in job.duties.items()
        if duty in known and share
    )
    after = _job_words(entry)
    changed = [
        _noted(application, f"{before['title']}: {label}", before[key], after[key], at)
        for key, label in {
            "title": _("job title"),
            "employer": _("employer"),
            "dates": _("dates"),
            "hours": _("hours a week"),
            "text": _("what you did"),
        }.items()
        if before[key] != after[key]
    ]
    if (shares := _shares(entry)) != shares_before:
        label = f"{before['title']}: {_('share of our duties')}"
        changed.append(_noted(application, label, shares_before, shares, at))
    return _done(application, changed, at=at)


@transaction.atomic
def add_job(application: Application, job: Job, *, at: dt.datetime) -> int:
    """Add a row of work. Raises TooLateError or TooManyRowsError."""
    application = _locked(application)
    first = _place_after(application.work)
    rows.write_work(application, [job], source=EntrySource.FORM, first=first)
    added = _noted(
        application, _("A job added"), "", _named(job.title, job.employer), at
    )
    return _done(application, [added], at=at)


@transaction.atomic
def remove_job(entry: WorkEntry, *, at: dt.datetime) -> int:
    """Take a row of work out; what stood there stays on file.

    Raises TooLateError or RowGoneError.
    """
    application = _locked(entry.application)
    entry = _still_there(application.work.filter(pk=entry.pk).first())
    said = _job_words(entry)
    words = ", ".join(said[key] for key in ("title", "employer", "dates") if said[key])
    entry.delete()
    removed = _noted(application, _("A job taken out"), words, "", at)
    return _done(application, [removed], at=at)


@transaction.atomic
def correct_study(entry: EducationEntry, study: Study, *, at: dt.datetime) -> int:
    """Change a row of education. Returns how many facts changed.

    Raises TooLateError or RowGoneError.
    """
    application = _locked(entry.application)
    entry = _still_there(application.studies.filter(pk=entry.pk).first())
    before = _study_words(entry)
    entry.name, entry.institution = study.name, study.institution
    entry.field, entry.level = study.field, study.level
    entry.finished, entry.credits = study.finished, study.credits
    entry.save()
    after = _study_words(entry)
    changed = [
        _noted(application, f"{before['name']}: {label}", before[key], after[key], at)
        for key, label in {
            "name": _("qualification"),
            "institution": _("school or university"),
            "field": _("main subject"),
            "level": _("level"),
            "finished": _("finished"),
            "credits": _("credits"),
        }.items()
        if before[key] != after[key]
    ]
    return _done(application, changed, at=at)


@transaction.atomic
def add_study(application: Application, study: Study, *, at: dt.datetime) -> int:
    """Add a row of education. Raises TooLateError or TooManyRowsError."""
    application = _locked(application)
    first = _place_after(application.studies)
    rows.write_education(application, [study], source=EntrySource.FORM, first=first)
    name = _named(study.name, study.institution)
    added = _noted(application, _("A qualification added"), "", name, at)
    return _done(application, [added], at=at)


@transaction.atomic
def remove_study(entry: EducationEntry, *, at: dt.datetime) -> int:
    """Take a row of education out; what stood there stays on file.

    Raises TooLateError or RowGoneError.
    """
    application = _locked(entry.application)
    entry = _still_there(application.studies.filter(pk=entry.pk).first())
    words = _named(entry.name, entry.institution)
    entry.delete()
    removed = _noted(application, _("A qualification taken out"), words, "", at)
    return _done(application, [removed], at=at)


@transaction.atomic
def send_cv(
    application: Application, name: str, data: bytes, *, at: dt.datetime
) -> int:
    """Take another CV; it is read where nothing was told yet. The old one stays on file.

    Raises TooLateError, TooManyCvsError, and what `intake.attach_document` raises.
    """
    application = _locked(application)
    before = application.documents.cvs().order_by("-pk").first()
    if application.documents.cvs().count() >= MAX_CVS:
        raise TooManyCvsError
    document = intake.attach_document(application, name=name, data=data, at=at)
    sent = _noted(
        application, _("CV"), before.name if before else "", document.name, at
    )
    return _done(application, [sent], identifying=True, at=at)


@transaction.atomic
def correct_needs(
    application: Application, said: dict[int, Answered], *, at: dt.datetime
) -> int:
    """Change answers to what the job asks for. Raises TooLateError."""
    application = _locked(application)
    known = {
        row.requirement_id: row
        for row in application.requirement_answers.select_related("requirement")
    }
    changed = []
    for key, answered in said.items():
        if (row := known.get(key)) is None:
            continue
        old = _answer_words(row)
        row.answer = answered.answer.value if answered.answer else ""
        row.level, row.valid_until = answered.level, answered.valid_until
        if (new := _answer_words(row)) != old:
            row.save(update_fields=["answer", "level", "valid_until"])
            changed.append(_noted(application, row.requirement.name, old, new, at))
    return _done(application, changed, at=at)


# ---- the parts ----


def _call(
    candidate: Candidate,
    application: Application,
    person: Person,
    *,
    at: dt.datetime,
    by: User | None = None,
) -> int:
    """Write who somebody is from now on, and keep what stood there before."""
    changed = [
        _noted(
            application, str(label), getattr(candidate, name), getattr(person, name), at
        )
        for name, label in _WHO.items()
        if getattr(candidate, name) != getattr(person, name)
    ]
    left = candidate.email
    persons.change(candidate, person)
    application.candidate = candidate
    if left != person.email:
        _confirm_address(application, left, at=at)
    return _done(application, changed, identifying=True, at=at, by=by)


def _locked(application: Application) -> Application:
    locked: Application = (
        Application.objects.select_for_update(of=("self",), no_key=True)
        .select_related("position", "candidate")
        .get(pk=application.pk)
    )
    if not may_correct(locked):
        raise TooLateError
    return locked


def _locked_with_person(application: Application) -> tuple[Candidate, Application]:
    """Lock the person before the application, as merging and erasing do.

    Somebody merged meanwhile is another person now; then that one is locked.
    """
    while application.candidate_id is not None:
        key = application.candidate_id
        candidate = Candidate.objects.select_for_update(no_key=True).get(pk=key)
        application = _locked(application)
        if application.candidate_id == key:
            return candidate, application
    raise TooLateError


def _confirm_address(application: Application, left: str, *, at: dt.datetime) -> None:
    """Tell both addresses: the new one gets the link, the old one could object."""
    letters.write(application, LetterKind.ADDRESS, at=at, text="address_new")
    if left:
        letters.write(
            application, LetterKind.ADDRESS, at=at, text="address_left", to=left
        )


def _still_there(entry: Row | None) -> Row:
    """Return a row as it is now that its application is locked."""
    if entry is None:
        raise RowGoneError
    return entry


def _place_after(entries: Manager[WorkEntry] | Manager[EducationEntry]) -> int:
    if entries.count() >= MAX_ROWS:
        raise TooManyRowsError
    return (entries.aggregate(last=Max("order"))["last"] or 0) + 1


def _named(name: str, place: str) -> str:
    return f"{name}, {place}" if place else name


def _noted(
    application: Application, fact: str, old: str, new: str, at: dt.datetime
) -> Correction:
    return Correction(application=application, fact=fact[:200], old=old, new=new, at=at)


def _done(
    application: Application,
    changed: Iterable[Correction],
    *,
    at: dt.datetime,
    identifying: bool = False,
    by: User | None = None,
) -> int:
    """Keep what changed, leave a line without words in the trail, judge anew."""
    changed = list(changed)
    if not changed:
        return 0
    for one in changed:
        one.identifying, one.by = identifying, by
    Correction.objects.bulk_create(changed)
    AuditEvent.objects.create(
        act=Act.CORRECTED,
        actor=by,
        subject=Application._meta.label,
        subject_id=application.pk,
        position_id=application.position_id,
        details={"facts": len(changed)},
        at=at,
    )
    search.mark_stale(application)
    if not identifying:  # who somebody is reaches no score
        evidence_changed.send(sender=Application, application=application)
    return len(changed)


def _job_words(entry: WorkEntry) -> dict[str, str]:
    ends = _("today") if entry.current else _day(entry.ends_on)
    return {
        "title": entry.title,
        "employer": entry.employer,
        "dates": f"{_day(entry.starts_on)} – {ends}",
        "hours": f"{entry.hours_per_week.normalize():f}"
        if entry.hours_per_week
        else "",
        "text": entry.text,
    }


def _day(day: dt.date | None) -> str:
    return f"{day:%m/%Y}" if day else "?"


def _shares(entry: WorkEntry) -> str:
    rows = entry.duties.select_related("duty").order_by("duty__order", "pk")
    return "; ".join(f"{row.duty.statement} {row.share} %" for row in rows)


def _study_words(entry: EducationEntry) -> dict[str, str]:
    return {
        "name": entry.name,
        "institution": entry.institution,
        "field": entry.field,
        "level": str(entry.get_level_display() or ""),
        "finished": _("yes") if entry.finished else _("no"),
        "credits": "" if entry.credits is None else str(entry.credits),
    }


def _answer_words(row: RequirementAnswer) -> str:
    said = requirements.answer_of(row)
    return requirements.in_words(RequirementKind(row.requirement.kind), said)
