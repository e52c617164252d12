"""Load the demo through the same services that people use. Safe to run again."""

import datetime as dt
import hashlib
import zoneinfo
from collections.abc import Iterator
from decimal import Decimal

from django.utils import timezone

from backoffice_ats.accounts.models import Organisation, User
from backoffice_ats.accounts.services.organisation import PRIVACY_NOTICE
from backoffice_ats.demo import accountants, cvs, hr_people, support_people
from backoffice_ats.demo.people import (
    COLLEAGUES,
    LOGINS,
    ORGANISATION,
    Applicant,
    Job,
    Scenarios,
    Study,
)
from backoffice_ats.demo.positions import POSITIONS, DemoPosition
from candidates.models import Application
from candidates.services import answers, intake, pipeline, reading
from candidates.services.intake import FileRefusedError
from candidates.stages import Status
from positions.enums import Employment, PayPeriod, TeamRole, Workplace
from positions.models import Position
from positions.services import definition, drafting, lifecycle, policies, team
from screening.instruments.public_demo import DEMO
from screening.services import attempts

TIME_ZONE = "America/New_York"
APPLICANTS: dict[str, tuple[Applicant, ...]] = {
    "accountant": accountants.APPLICANTS,
    "hr-specialist": hr_people.APPLICANTS,
    "customer-support-clerk": support_people.APPLICANTS,
}
# Days until each closes: one soon, so that somebody is needed.
CLOSES_IN = {"accountant": 4, "hr-specialist": 11, "customer-support-clerk": 18}
OPENED_DAYS_AGO = 24
MEANS = {option.text: option.mean or 0.0 for _scenario, option in DEMO.scored}


def load_house(*, at: dt.datetime) -> dict[str, User]:
    """Make the organisation and one login per role; return users by e-mail."""
    Organisation.objects.get_or_create(
        pk=1,
        defaults={
            "name": ORGANISATION,
            "time_zone": TIME_ZONE,
            "sender": "recruiting@example.org",
            "privacy_notice": PRIVACY_NOTICE,
            "locality": "Riverton",
            "country": "US",
        },
    )
    users = {}
    for role, name, email, password in (*LOGINS, *COLLEAGUES):
        user = User.objects.filter(email=email).first()
        users[email] = user or User.objects.create_user(
            email, password, role=role, name=name, last_login=at
        )
    return users


def load_positions(users: dict[str, User], *, at: dt.datetime) -> list[Position]:
    """Define and publish the demo positions that are not there yet."""
    return [_position(demo, users, at=at) for demo in POSITIONS]


def _position(
    demo: DemoPosition, users: dict[str, User], *, at: dt.datetime
) -> Position:
    existing: Position | None = Position.objects.filter(slug=demo.slug).first()
    if existing is not None:
        return existing
    by = users["hr@example.org"]
    opened_at = at - dt.timedelta(days=OPENED_DAYS_AGO)
    position = definition.create_position(
        by=by,
        at=opened_at,
        title=demo.title,
        department=demo.department,
        summary=demo.summary,
        place=demo.place,
        workplace=Workplace(demo.workplace),
        employment=Employment(demo.employment),
        hours_per_week=Decimal(demo.hours_per_week),
        pay_low=Decimal(demo.pay_from),
        pay_high=Decimal(demo.pay_to),
        pay_currency=demo.currency,
        pay_period=PayPeriod(demo.pay_period),
        openings=demo.openings,
        closes_at=_closing(at, CLOSES_IN[demo.slug]),
    )
    duties = definition.set_duties(
        position,
        [
            definition.DutyRow(
                statement=duty.statement,
                share=duty.share,
                essential=bool(duty.essential),
                essential_reason=duty.essential,
            )
            for duty in demo.duties
        ],
        by=by,
    )
    ids = [duty.pk for duty in duties]
    education = demo.education
    definition.set_requirements(
        position,
        education=definition.EducationRow(
            routes=(
                definition.RouteRow(
                    level=education.level,
                    fields=education.fields,
                    credits_full=education.full_credits,
                    credits_base=education.base_credits,
                ),
            ),
            reason=education.reason,
        )
        if education.full_credits
        else None,
        experience=[
            definition.ExperienceRow(
                kind_of_work=kind.kind,
                months=kind.months,
                headroom=kind.headroom,
                duties=tuple(ids[place] for place in kind.duties),
                education_counts=bool(education.full_credits),
            )
            for kind in demo.experience
        ],
        policy=policies.standard(demo.equivalence),
        by=by,
    )
    drafting.draft_criteria(position, by=by)
    position = lifecycle.publish(position, by=by, at=opened_at)
    team.add_member(position, users["panel@example.org"], role=TeamRole.CHAIR, by=by)
    for _role, _name, email, _password in COLLEAGUES:
        team.add_member(position, users[email], by=by)
    return position


def _closing(at: dt.datetime, days: int) -> dt.datetime:
    zone = zoneinfo.ZoneInfo(TIME_ZONE)
    day = at.astimezone(zone).date() + dt.timedelta(days=days)
    return dt.datetime.combine(day, dt.time(17), tzinfo=zone)


def load_applicants(
    position: Position,
    *,
    by: User,
    at: dt.datetime,
) -> Iterator[Application]:
    """Let the made-up applicants apply, have their CVs read and move on.

    Yields each application when it is there; one that exists already is left alone.
    """
    duties = list(position.duties.order_by("order"))
    by_number = {number: duty.pk for number, duty in enumerate(duties, start=1)}
    scored = {duty.pk for duty in answers.scored_duties(position)}
    for person in APPLICANTS[position.slug]:
        key = hashlib.sha256(f"demo {position.pk} {person.name}".encode()).hexdigest()
        known = Application.objects.filter(import_key=key).first()
        if known is not None:
            yield known
            continue
        applied_at = at - dt.timedelta(days=person.days_ago, hours=person.days_ago % 7)
        cv = cvs.render(person)
        try:
            application = _apply(
                person, position, by_number, scored, cv, key, applied_at
            )
        except FileRefusedError:
            # A CV with a password is refused at the door; most people then go on.
            application = _apply(
                person, position, by_number, scored, None, key, applied_at
            )
        for document in application.documents.all():
            reading.read_document(document.pk, at=timezone.now())
        _take_scenarios(application, person, at=applied_at + dt.timedelta(hours=2))
        for step, status in enumerate(person.moves, start=1):
            pipeline.move(
                application,
                Status(status),
                by=by,
                at=applied_at + dt.timedelta(hours=20 * step),
                reason_code=person.reason if status == Status.NOT_SELECTED else "",
            )
        yield application


def receive_by_form(
    person: Applicant, position: Position, *, at: dt.datetime
) -> Application:
    """Let one of the made-up applicants apply once more, by the form and without a CV."""
    duties = list(position.duties.order_by("order"))
    by_number = {number: duty.pk for number, duty in enumerate(duties, start=1)}
    scored = {duty.pk for duty in answers.scored_duties(position)}
    return _apply(person, position, by_number, scored, None, None, at)


def _apply(
    person: Applicant,
    position: Position,
    by_number: dict[int, int],
    scored: set[int],
    cv: tuple[str, bytes] | None,
    key: str | None,
    at: dt.datetime,
) -> Application:
    return intake.receive(
        position,
        person=answers.Person(name=person.name, email=person.email, city=person.city),
        work=[_job(job, by_number) for job in person.jobs],
        education=[_study(study) for study in person.studies],
        accomplishments={
            by_number[number]: text
            for number, text in person.accomplishments.items()
            if by_number[number] in scored
        },
        files=[cv] if cv else [],
        at=at,
        source="DEMO",
        import_key=key,
    )


def _take_scenarios(
    application: Application, person: Applicant, *, at: dt.datetime
) -> None:
    """Rate every reply the way this person sees it, and finish."""
    if person.scenarios is Scenarios.NOT_TAKEN:
        return
    attempt = attempts.begin(application, at=at)
    for sheet in attempts.sheets_of(attempt):
        ratings = {reply.place: _rating(person, reply.text) for reply in sheet.replies}
        attempts.save(attempt, sheet.mark, attempts.Given(ratings))
    attempts.finish(attempt, at=at + dt.timedelta(minutes=11))


def _rating(person: Applicant, reply: str) -> int:
    """Rate 1 to 7: near the experts' view, half of the time, or the other way round.

    Who sees it how is drawn from the words themselves, the same on every load.
    """
    experts = round(MEANS[reply])
    drawn = hashlib.sha256(f"{person.name} {reply}".encode()).digest()[0]
    rating = {
        Scenarios.CLOSE: experts + (drawn % 3 - 1),
        Scenarios.PARTLY: experts + (drawn % 7 - 3),
        Scenarios.FAR: 8 - experts + (drawn % 3 - 1),
        Scenarios.SAME_NUMBER: 4,
    }[person.scenarios]
    return min(7, max(1, rating))


def _job(job: Job, by_number: dict[int, int]) -> answers.Job:
    return answers.Job(
        title=job.title,
        employer=job.employer,
        starts_on=answers.first_day(*_year_and_month(job.since)),
        ends_on=answers.last_day(*_year_and_month(job.until)) if job.until else None,
        current=not job.until,
        hours_per_week=Decimal(str(job.hours)),
        text="\n".join(job.text),
        duties={by_number[number]: share for number, share in job.duties.items()},
    )


def _year_and_month(month: str) -> tuple[int, int]:
    year, number = month.split("-")
    return int(year), int(number)


def _study(study: Study) -> answers.Study:
    return answers.Study(
        name=study.name,
        level=study.level,
        field=study.field,
        institution=study.institution,
        finished=study.finished,
        credits=study.credits,
    )
