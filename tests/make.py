"""Builders of real rows for tests. Each makes one thing; `fields` override it."""

import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from typing import Any

from django.utils import timezone
from reportlab.pdfgen import canvas

from backoffice_ats.accounts.enums import Role
from backoffice_ats.accounts.models import Organisation, User
from backoffice_ats.demo.positions import DemoPosition
from candidates.models import Application, Document, Seat
from candidates.services import asking as questions
from candidates.services import intake
from candidates.services.answers import Job, Person
from candidates.services.asking import QuestionRow
from candidates.stages import DECIDED, Status
from positions.criteria import (
    Dimension,
    EducationLevel,
    Equivalence,
    RequirementKind,
)
from positions.enums import QuestionKind, TeamRole
from positions.models import (
    Duty,
    Occupation,
    OccupationTask,
    OccupationTechnology,
    OccupationTitle,
    PlanVersion,
    Position,
    Question,
    TeamMember,
)
from positions.onet import words
from positions.onet.release import TaskKind, TitleKind
from positions.services import definition, drafting, lifecycle, policies, team
from positions.services.definition import (
    DutyRow,
    EducationRow,
    ExperienceRow,
    RequirementRow,
    RouteRow,
)
from screening.enums import FormState
from screening.instruments import AnswerFormat, Scoring
from screening.instruments.references import ITEMS, Relation
from screening.models import (
    Expert,
    Form,
    Meeting,
    Referee,
    ReferenceRequest,
    Scorecard,
    Slot,
)
from screening.services import authoring, experts, kits, references, scorecards

PASSWORD = "a long sentence for tests"

DUTIES = (
    DutyRow(
        "Runs the monthly payroll for 640 employees in the payroll system, so that"
        " everyone is paid correctly on the 25th.",
        40,
        essential_reason="Nobody is paid without it.",
    ),
    DutyRow(
        "Reconciles payroll control accounts to the general ledger each month, so that"
        " every difference is explained before closing.",
        35,
        essential_reason="The accounts cannot be closed without it.",
    ),
    DutyRow(
        "Answers employees' questions about pay and tax codes by phone and email, so"
        " that each is settled within two working days.",
        20,
        essential_reason="People must be able to ask about their pay.",
    ),
    DutyRow("Files payroll papers in the records system.", 5, essential=False),
)

_numbers = count(1)


def user(role: str = Role.HR_MANAGER, **fields: Any) -> User:
    """Make somebody who may log in, by default an HR manager."""
    number = next(_numbers)
    fields = {
        "email": f"person{number}@example.org",
        "name": f"Person {number}",
        "password": PASSWORD,
    } | fields
    return User.objects.create_user(role=role, **fields)


def organisation(**fields: Any) -> Organisation:
    """Make the one organisation."""
    fields = {
        "name": "Larkfield Mutual",
        "sender": "people@larkfield.example",
        "privacy_notice": "We use what you send us to decide about this job.",
        # Letters leave at whatever hour the tests run.
        "letters_from_hour": 0,
        "letters_until_hour": 24,
        "letters_on_weekends": True,
    } | fields
    return Organisation.objects.update_or_create(pk=1, defaults=fields)[0]


def draft(
    *, by: User | None = None, at: dt.datetime | None = None, **fields: Any
) -> Position:
    """Make an empty draft: a title, and nothing that could be published."""
    fields = {"title": "Payroll accountant", "department": "Finance"} | fields
    return definition.create_position(
        by=by or user(), at=at or timezone.now(), **fields
    )


def duties(position: Position, rows: Any = DUTIES) -> list[Duty]:
    return definition.set_duties(position, rows, by=position.owner)


def position(
    *,
    by: User | None = None,
    at: dt.datetime | None = None,
    equivalence: Equivalence = Equivalence.COMBINATION,
    **fields: Any,
) -> Position:
    """Make a draft that lacks nothing: duties, requirements, criteria, pay, place.

    It asks for 12 months of running payroll, or 60 credits of study, or a mixture.
    """
    at = at or timezone.now()
    made = draft(
        by=by,
        at=at,
        **{
            "summary": "640 people are paid on the 25th because somebody checks.",
            "place": "Sheffield",
            "pay_low": 33_200,
            "pay_high": 37_900,
            "openings": 2,
            "closes_at": at + dt.timedelta(days=16),
        }
        | fields,
    )
    rows = duties(made)
    definition.set_requirements(
        made,
        education=EducationRow(
            routes=(
                RouteRow(
                    level=EducationLevel.SHORT_CYCLE,
                    fields=("accounting", "payroll"),
                    credits_full=60,
                ),
            ),
            reason="The ledgers follow rules that are learnt by study or by doing.",
        ),
        experience=[ExperienceRow("Running payroll", 12, (rows[0].pk, rows[1].pk))],
        policy=policies.standard(equivalence),
        by=made.owner,
    )
    drafting.draft_criteria(made, by=made.owner)
    made.refresh_from_db()
    return made


def published(*, at: dt.datetime | None = None, **fields: Any) -> Position:
    """Make a position that is open since `at` (now), with its plan frozen."""
    at = at or timezone.now()
    made = position(at=at, **fields)
    return lifecycle.publish(made, by=made.owner, at=at)


def asking(*rows: RequirementRow, **fields: Any) -> Position:
    """Make a published position that asks for these too, each for its first duty."""
    at = timezone.now()
    made = position(at=at, **fields)
    first = made.duties.earliest("order").pk
    definition.set_conditions(
        made, [replace(row, duties=(first,)) for row in rows], by=made.owner
    )
    drafting.draft_criteria(made, by=made.owner)
    made.refresh_from_db()
    return lifecycle.publish(made, by=made.owner, at=at)


def asked(
    kind: RequirementKind, name: str, level: int | None = None, **fields: Any
) -> RequirementRow:
    """Describe a skill, licence, language or condition for `asking`."""
    if fields.get("essential"):
        fields.setdefault("reason", "Nobody can do it without.")
    return RequirementRow(kind=kind, name=name, duties=(), level=level, **fields)


def version(position: Position) -> PlanVersion:
    """Return the plan a published position judges by."""
    return position.versions.latest("number")


def member(
    position: Position, user_: User | None = None, *, role: TeamRole = TeamRole.MEMBER
) -> TeamMember:
    """Put somebody, by default a new panel member, on the team."""
    return team.add_member(
        position, user_ or user(Role.PANEL_MEMBER), role=role, by=position.owner
    )


def application(
    position: Position,
    *,
    name: str = "Aoife Marsh",
    email: str = "a.marsh@mail.example",
    at: dt.datetime | None = None,
    source: str = "TEST",
    status: Status = Status.SUBMITTED,
    **fields: Any,
) -> Application:
    """Make a submitted application; `fields` are those of `intake.receive`.

    A later `status` is set as by a person, with its history left out.
    """
    at = at or timezone.now()
    made = intake.receive(
        position, person=Person(name, email), at=at, source=source, **fields
    )
    if status is not Status.SUBMITTED:
        made.status = status
        if status in DECIDED:
            made.decided_at, made.decided_by = at, position.owner
            made.reason_code = "" if status is Status.HIRED else "LESS_EVIDENCE"
        made.save()
    if status is Status.HIRED:
        free = position.seats.free().earliest("number")
        Seat.objects.create(opening=free, application=made, filled_at=at)
    return made


def question(
    position: Position,
    text: str = "When could you begin?",
    kind: QuestionKind = QuestionKind.SHORT,
    **fields: Any,
) -> Question:
    """Let a position ask something in its own words."""
    row = QuestionRow(kind=kind, text=text, **fields)
    return questions.add_question(position, row, by=position.owner)


def document(
    application: Application,
    data: bytes = b"Payroll officer. Ran the monthly payroll for 310 drivers.",
    *,
    name: str = "cv.txt",
    at: dt.datetime | None = None,
) -> Document:
    """Store a CV that waits to be read."""
    return intake.attach_document(
        application, name=name, data=data, at=at or timezone.now()
    )


def pdf(*lines: str, pages: int = 1) -> bytes:
    """Print a PDF with these lines on every page."""
    out = io.BytesIO()
    paper = canvas.Canvas(out)
    for _ in range(pages):
        for n, line in enumerate(lines or ("Payroll officer. Ran the payroll.",)):
            paper.drawString(60, 760 - 20 * n, line)
        paper.showPage()
    paper.save()
    return out.getvalue()


def job(
    *duties: Duty, since: dt.date = dt.date(2022, 1, 1), text: str = "", **fields: Any
) -> Job:
    """Describe a job that goes on since `since`, all of it in these duties."""
    share = 100 // len(duties) if duties else 0
    given: dict[str, Any] = {
        "title": "Payroll officer",
        "employer": "Pell & Rowan",
        "starts_on": since,
        "current": True,
        "text": text,
        "duties": {duty.pk: share for duty in duties},
    }
    return Job(**(given | fields))


def occupation(
    title: str = "Pay Counters",
    *also: str,
    tasks: int = 3,
    software: int = 1,
    **fields: Any,
) -> Occupation:
    """Make an occupation as an import leaves it; `also` are its alternate titles.

    55 % say a bachelor's degree, 45 % less; the middle answer is 1 to 2 years.
    """
    number = next(_numbers)
    fields = {
        "code": f"99-{number:04}.00",
        "description": "Count what is paid, and to whom.",
        "job_zone": 3,
        "education": [0, 2_000, 2_500, 0, 0, 5_500, 0, 0, 0, 0, 0, 0],
        "experience": [0, 0, 0, 0, 3_000, 4_000, 3_000, 0, 0, 0, 0],
        "release": "27.0",
    } | fields
    made = Occupation.objects.create(title=title, **fields)
    for name in (title, *also):
        kind = TitleKind.OWN if name == title else TitleKind.ALTERNATE
        OccupationTitle.objects.create(
            occupation=made, title=name, folded=words.folded(name), kind=kind
        )
    for order in range(1, tasks + 1):
        OccupationTask.objects.create(
            id=number * 100 + order,
            occupation=made,
            statement=f"Count the pay of department {order}.",
            kind=TaskKind.CORE,
            order=order,
        )
    for place in range(software):
        OccupationTechnology.objects.create(
            occupation=made, name=f"Ledgerware {place}", hot=place == 0
        )
    return made


def demo_position(demo: DemoPosition, *, at: dt.datetime | None = None) -> Position:
    """Publish one of the demo's positions, with the criteria that the product drafts."""
    at = at or timezone.now()
    made = definition.create_position(
        by=user(),
        at=at,
        title=demo.title,
        department=demo.department,
        summary=demo.summary,
        place=demo.place,
        pay_low=demo.pay_from,
        pay_high=demo.pay_to,
        pay_currency=demo.currency,
        openings=demo.openings,
        closes_at=at + dt.timedelta(days=14),
    )
    rows = definition.set_duties(
        made,
        [
            DutyRow(
                duty.statement,
                duty.share,
                essential=bool(duty.essential),
                essential_reason=duty.essential,
            )
            for duty in demo.duties
        ],
        by=made.owner,
    )
    definition.set_requirements(
        made,
        education=EducationRow(
            routes=(
                RouteRow(
                    level=demo.education.level,
                    fields=demo.education.fields,
                    credits_base=demo.education.base_credits,
                    credits_full=demo.education.full_credits,
                ),
            ),
            reason=demo.education.reason,
        )
        if demo.education.full_credits
        else None,
        experience=[
            ExperienceRow(
                kind.kind,
                kind.months,
                tuple(rows[place].pk for place in kind.duties),
                headroom=kind.headroom,
            )
            for kind in demo.experience
        ],
        policy=policies.standard(demo.equivalence),
        by=made.owner,
    )
    drafting.draft_criteria(made, by=made.owner)
    made.refresh_from_db()
    return lifecycle.publish(made, by=made.owner, at=at)


# ---- scenarios of an organisation's own ----

# Of each situation: clearly good, clearly bad, and two between that can be told apart.
MEANS = (6.5, 1.5, 5.2, 2.6)


def scenarios(
    *,
    state: str = FormState.FROZEN,
    situations: int = 8,
    raters: int = 10,
    answer_format: str = AnswerFormat.RATE,
    scoring: str = Scoring.PROFILE,
) -> Form:
    """Make an own form; one that is frozen has a key made by its experts."""
    at = timezone.now()
    by = user(Role.HR_MANAGER)
    form = authoring.create("At the counter", answer_format, scoring)
    for number in range(1, situations + 1):
        dimension = list(Dimension)[number % 5].value
        replies = tuple(f"Reply {number}.{place}" for place in range(1, 5))
        authoring.add_scenario(
            form, authoring.Written(dimension, f"Somebody waits, {number}.", replies)
        )
    if state == FormState.DRAFT:
        return form
    form = authoring.give_to_experts(form)
    if state == FormState.RATING:
        return form
    for number in range(raters):
        rate_as_expert(expert(form, f"e{number}@example.org"), off=number % 2)
    seen = experts.review(form)
    return authoring.freeze(
        form, seen.counting, by=by, at=at, means=seen.means, panel=seen.panel
    )


def expert(form: Form, email: str = "ruth@example.org") -> Expert:
    at = timezone.now()
    by = user(Role.HR_MANAGER)
    [made] = experts.invite(form, [("Ruth Adeyemi", email)], by=by, at=at)
    return made


def rate_as_expert(one: Expert, *, off: int = 0) -> Expert:
    """Rate every reply near MEANS, the first `off` steps lower."""
    ratings = {
        option.pk: max(1, round(MEANS[place % 4]) - (0 if place % 4 else off))
        for place, option in enumerate(authoring.options_of(one.form))
    }
    return experts.rate(one, ratings, at=timezone.now())


# ---- references ----


def referee(
    application: Application,
    name: str = "Ines Duarte",
    *,
    relation: str = Relation.SUPERVISOR,
    months: int = 24,
    rating: int | None = None,
) -> Referee:
    """Name a referee of somebody who was asked; `rating` has them answer with it."""
    at = timezone.now()
    ReferenceRequest.objects.get_or_create(
        application=application,
        defaults={"asked_by": user(Role.HR_MANAGER), "asked_at": at},
    )
    email = f"{name.split(maxsplit=1)[0].lower()}@tannoch.example"
    named = references.Named(name, email, "Tannoch", relation, months)
    made = references.name(application, named, at=at)
    if rating is not None:
        references.say(
            made,
            references.Said(
                relation=relation,
                months=months,
                ratings={one.key: rating for one in ITEMS},
                again="YES",
                may_be_read=True,
            ),
        )
        made = references.finish(made, at=at)
    return made


# ---- interviews ----


def slot(
    position: Position,
    begins_at: dt.datetime | None = None,
    *,
    interviewers: Sequence[User] = (),
    **fields: Any,
) -> Slot:
    """Offer a time, by default in three days, 45 minutes long."""
    begins_at = begins_at or timezone.now() + dt.timedelta(days=3)
    begins_at = begins_at.replace(second=0, microsecond=0)
    fields = {
        "minutes": 45,
        "place": "Room 4, Harbour Street 1",
        "offered_by": position.owner,
    } | fields
    made: Slot = Slot.objects.create(position=position, begins_at=begins_at, **fields)
    made.interviewers.set(interviewers or [position.owner])
    return made


def meeting(application: Application, slot_: Slot | None = None) -> Meeting:
    """Agree with an applicant on a time, by default a new one."""
    at = timezone.now()
    Application.objects.filter(pk=application.pk).update(times_asked_at=at)
    made: Meeting = Meeting.objects.create(
        application=application,
        slot=slot_ or slot(application.position),
        agreed_at=at,
    )
    return made


def scorecard(
    application: Application,
    rater: User,
    ratings: Sequence[int] = (4,),
    *,
    submit: bool = False,
) -> Scorecard:
    """Rate an interview with these ratings, over and over; hand it in or not."""
    at = timezone.now()
    kit = kits.draft(application.position)
    card, _made = Scorecard.objects.get_or_create(
        application=application, rater=rater, defaults={"begun_at": at}
    )
    for number, question in enumerate(kit):
        rating = ratings[number % len(ratings)]
        scorecards.rate(card, question, rating=rating, notes="They told of a case.")
    return scorecards.submit(card, at=at) if submit else card
