"""What needs somebody today, gathered from all floors in a fixed number of queries."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.humanize.templatetags.humanize import apnumber
from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from backoffice_ats.accounts.models import User
from backoffice_ats.accounts.services import organisation, people
from candidates.enums import DocumentState
from candidates.models import Application, Document, Letter
from candidates.services import notes, pipeline, requests, surges
from candidates.stages import DECIDED, OPEN, Status
from positions.enums import PositionStatus
from positions.models import Approval, Position
from positions.services import approvals
from screening.models import Evaluation, Work
from screening.services.work import STUCK_AFTER

SOON = dt.timedelta(days=7)
WAITED_LONG = dt.timedelta(days=5)
UNREACHABLE_AFTER = 5  # letters: tries before a person should look
POSITIONS_SHOWN = 8
REQUESTS_LOOKED_AT = 100
MENTIONS_SHOWN = 5
STEPS_SHOWN = 8


@dataclass(frozen=True)
class Need:
    """One thing this reader can settle: a fact, its place, and where to do it."""

    title: str
    text: str
    url: str
    act: str


@dataclass
class Group:
    """Needs of one urgency, under one heading; `waits` says that they wait for you."""

    heading: str
    waits: bool = True
    needs: list[Need] = field(default_factory=list)


@dataclass
class Line:
    """A position in the table of the start page, with its people counted."""

    position: Position
    applied: int = 0
    unread: int = 0
    unread_since: dt.datetime | None = None
    review: int = 0
    shortlisted: int = 0
    interview: int = 0
    offer: int = 0
    hired: int = 0
    waiting: int = 0  # without an outcome
    untold: int = 0  # decided, and not told
    marks: list[str] = field(default_factory=list)

    @property
    def seats_filled(self) -> bool:
        return self.hired >= self.position.openings

    @property
    def to_review(self) -> int:
        return self.unread + self.review


@dataclass(frozen=True)
class Today:
    """Everything the start page of those who run hiring shows."""

    groups: list[Group]
    lines: list[Line]
    done: list[str]
    positions: int

    @property
    def count(self) -> int:
        return sum(len(group.needs) for group in self.groups if group.waits)

    @property
    def title(self) -> str:
        """Say it as a heading: "Six things need you"."""
        if not self.count:
            return _("Nothing needs you now")
        words = ngettext("%(n)s thing needs you", "%(n)s things need you", self.count)
        return capfirst(words % {"n": apnumber(self.count)})


def lines_of(user: User) -> list[Line]:
    """Count the applications of every position this person sees. Two queries."""
    positions = (
        Position.objects.read_by(user)
        .exclude(status=PositionStatus.ARCHIVED)
        .order_by("closes_at", "pk")
    )
    lines = {position.pk: Line(position) for position in positions}
    counted = (
        Application.objects.submitted()
        .filter(position__in=lines)
        .values("position", "status")
        .annotate(
            n=Count("pk"),
            since=Min("submitted_at"),
            untold=Count("pk", filter=Q(outcome_sent_at=None)),
        )
        .order_by()
    )
    for row in counted:
        _count(lines[row["position"]], row)
    return list(lines.values())


_COLUMNS = {
    Status.SUBMITTED: "unread",
    Status.UNDER_REVIEW: "review",
    Status.SHORTLISTED: "shortlisted",
    Status.INTERVIEW: "interview",
    Status.OFFER: "offer",
    Status.HIRED: "hired",
}


def _count(line: Line, row: Mapping[str, Any]) -> None:
    status, n = Status(row["status"]), row["n"]
    line.applied += n
    if status in _COLUMNS:
        setattr(line, _COLUMNS[status], n)
    if status in OPEN:
        line.waiting += n
    if status in DECIDED:
        line.untold += row["untold"]
    if status is Status.SUBMITTED:
        line.unread_since = row["since"]


def today(user: User, *, at: dt.datetime) -> Today:
    """Gather what those who run hiring must do, most urgent first."""
    lines = lines_of(user)
    house = organisation.current()
    late, only, soon = (
        Group(_("Promised and late")),
        Group(_("Only you can do")),
        Group(_("Coming up"), waits=False),
    )
    if user.has_perm("accounts.change_organisation"):
        only.needs.extend(_first_steps())
    only.needs.extend(approvals_for(user))
    broken = _Broken.read(lines)
    back = approvals.sent_back_among([line.position for line in lines])
    many = surges.surges_among([line.position for line in lines], at=at)
    for line in lines:
        promised = house.reply_within_days
        late.needs.extend(_late(line, promised, at=at))
        only.needs.extend(_filled(line))
        only.needs.extend(_unread(line, at=at))
        only.needs.extend(broken.needs(line))
        only.needs.extend(_untold(line))
        only.needs.extend(_draft(line, back.get(line.position.pk)))
        only.needs.extend(_approved(line))
        soon.needs.extend(_closing(line, at=at))
        soon.needs.extend(_surge(line, many.get(line.position.pk, 0)))
    overdue_steps, steps = _steps(user, at=at)
    late.needs.extend(overdue_steps)
    only.needs.extend(steps)
    only.needs.extend(mentions_of(user))
    overdue, open_requests = _requests(user, at=at)
    late.needs.extend(overdue)
    only.needs.extend(open_requests)
    if user.has_perm("accounts.change_user"):
        soon.needs.extend(_never_here())
    return Today(
        groups=[group for group in (late, only, soon) if group.needs],
        lines=_worth_showing(lines),
        done=_done_today(user, at=at),
        positions=len(lines),
    )


def _worth_showing(lines: list[Line]) -> list[Line]:
    """Put positions that need somebody first, then by closing moment."""
    return sorted(lines, key=lambda line: not line.marks)[:POSITIONS_SHOWN]


# ---- one kind of need each ----


def _first_steps() -> Iterator[Need]:
    if not organisation.is_set_up():
        yield Need(
            _("Say who hires here"),
            _("Adverts and letters need the name, the sender and the privacy notice."),
            reverse("accounts:organisation"),
            _("Set it up"),
        )


def _never_here() -> Iterator[Need]:
    invited = list(people.invited_and_never_here().order_by("created_at")[:4])
    if invited:
        names = ", ".join(str(user) for user in invited[:3])
        more = _(" and others") if len(invited) > 3 else ""  # noqa: PLR2004 -- the three named
        yield Need(
            ngettext(
                "An invitation has not been taken up",
                "Invitations have not been taken up",
                len(invited),
            ),
            f"{names}{more}",
            reverse("accounts:users"),
            _("Send again"),
        )


def _steps(user: User, *, at: dt.datetime) -> tuple[list[Need], list[Need]]:
    """Tell of next steps that are this person's: overdue, and to come. One query."""
    today = timezone.localtime(at).date()
    late: list[Need] = []
    coming: list[Need] = []
    for application in pipeline.next_for(user)[:STEPS_SHOWN]:
        person = application.candidate
        day = application.next_action_on
        need = Need(
            application.next_action,
            ", ".join(
                filter(
                    None,
                    [
                        person.name if person else "",
                        application.position.title,
                        _("by %(day)s") % {"day": _day(day)} if day else "",
                    ],
                )
            ),
            reverse("candidates:move", args=[application.pk]),
            _("Open"),
        )
        (late if day and day < today else coming).append(need)
    return late, coming


def mentions_of(user: User) -> Iterator[Need]:
    """Tell who named this person in a note they have not looked at. One query."""
    for mention in notes.unseen_by(user)[:MENTIONS_SHOWN]:
        person = mention.note.application.candidate
        if person is not None:
            yield Need(
                _("%(who)s mentioned you in a note on %(name)s")
                % {"who": mention.note.author, "name": person.name},
                Truncator(mention.note.text).chars(90),
                person.get_absolute_url(),
                _("Read it"),
            )


def _requests(user: User, *, at: dt.datetime) -> tuple[list[Need], list[Need]]:
    """Tell of what applicants asked: what is overdue, and what only waits. One query."""
    today = timezone.localtime(at).date()
    waiting = list(requests.waiting_for(user)[:REQUESTS_LOOKED_AT])
    overdue = [one for one in waiting if one.due_on < today]
    needs: tuple[list[Need], list[Need]] = ([], [])
    for found, group, words in (
        (
            overdue,
            needs[0],
            ngettext(
                "%(n)d applicant was promised an answer to a request",
                "%(n)d applicants were promised an answer to a request",
                len(overdue),
            ),
        ),
        (
            [one for one in waiting if one.due_on >= today],
            needs[1],
            ngettext(
                "%(n)d applicant asked for something",
                "%(n)d applicants asked for something",
                len(waiting) - len(overdue),
            ),
        ),
    ):
        if found:
            group.append(
                Need(
                    words % {"n": len(found)},
                    _("%(kind)s, answer by %(day)s")
                    % {
                        "kind": found[0].get_kind_display(),
                        "day": _day(found[0].due_on),
                    },
                    reverse("candidates:requests"),
                    _("Answer"),
                )
            )
    return needs


def _late(line: Line, promised: int, *, at: dt.datetime) -> Iterator[Need]:
    closes_at = line.position.closes_at
    people_waiting = line.waiting + line.untold
    if not closes_at or not people_waiting:
        return
    due = timezone.localtime(closes_at).date() + dt.timedelta(days=promised)
    if due >= timezone.localtime(at).date():
        return
    line.marks.append(_("%(n)d late") % {"n": people_waiting})
    yield Need(
        ngettext(
            "%(n)d person was promised an answer by %(day)s",
            "%(n)d people were promised an answer by %(day)s",
            people_waiting,
        )
        % {"n": people_waiting, "day": _day(due)},
        line.position.title,
        reverse("candidates:pipeline", args=[line.position.slug]),
        _("Decide and write"),
    )


def _filled(line: Line) -> Iterator[Need]:
    position = line.position
    if line.seats_filled and position.is_running and not line.waiting:
        line.marks.append(_("All hired"))
        yield Need(
            _("Every opening of %(title)s is filled") % {"title": position.title},
            _("Nobody waits for an outcome. The advert is still up.")
            if position.status == PositionStatus.OPEN
            else _("Nobody waits for an outcome."),
            reverse("positions:close", args=[position.slug]),
            _("Close as filled"),
        )
    if line.seats_filled and line.waiting:
        line.marks.append(_("%(n)d without outcome") % {"n": line.waiting})
        yield Need(
            ngettext(
                "All openings are filled; %(n)d person has no outcome",
                "All openings are filled; %(n)d people have no outcome",
                line.waiting,
            )
            % {"n": line.waiting},
            line.position.title,
            reverse("candidates:pipeline", args=[line.position.slug]),
            _("Give an outcome"),
        )


def _surge(line: Line, count: int) -> Iterator[Need]:
    if count:
        yield Need(
            _("%(n)d applications within an hour: many more than usual") % {"n": count},
            _("%(title)s. All are kept; see whether people sent them.")
            % {"title": line.position.title},
            reverse("candidates:pipeline", args=[line.position.slug]),
            _("Look at them"),
        )


def _unread(line: Line, *, at: dt.datetime) -> Iterator[Need]:
    if not line.unread or line.seats_filled:
        return
    line.marks.append(_("%(n)d to read") % {"n": line.unread})
    since = line.unread_since
    long = since is not None and at - since >= WAITED_LONG
    oldest = (
        _("the first has waited since %(day)s")
        if long
        else _("the first came on %(day)s")
    ) % {"day": _day(timezone.localtime(since).date()) if since else ""}
    yield Need(
        ngettext(
            "%(n)d application has not been read",
            "%(n)d applications have not been read",
            line.unread,
        )
        % {"n": line.unread},
        f"{line.position.title}; {oldest}.",
        reverse("screening:ranking", args=[line.position.slug]),
        _("Read"),
    )


def _untold(line: Line) -> Iterator[Need]:
    if line.untold:
        yield Need(
            ngettext(
                "%(n)d decision has not been told",
                "%(n)d decisions have not been told",
                line.untold,
            )
            % {"n": line.untold},
            line.position.title,
            reverse("candidates:pipeline", args=[line.position.slug]),
            _("Write"),
        )


def approvals_for(user: User) -> Iterator[Need]:
    """Say what this reader is asked to approve, whatever their role."""
    for approval in approvals.waiting_for(user):
        sent = approval.round
        yield Need(
            _("Approve %(title)s") % {"title": approval.position.title},
            _("%(step)s; sent by %(name)s on %(day)s.")
            % {
                "step": approval.label,
                "name": sent.sent_by,
                "day": _day(timezone.localtime(sent.sent_at).date()),
            },
            reverse("positions:approval", args=[approval.position.slug]),
            _("Read and decide"),
        )


def _approved(line: Line) -> Iterator[Need]:
    if line.position.status == PositionStatus.APPROVED:
        line.marks.append(_("Approved"))
        yield Need(
            _("Publish %(title)s") % {"title": line.position.title},
            _("Everybody has approved it; nobody can apply yet."),
            reverse("positions:publish", args=[line.position.slug]),
            _("Publish"),
        )


def _draft(line: Line, back: Approval | None) -> Iterator[Need]:
    if line.position.is_draft and back:
        line.marks.append(_("Sent back"))
        yield Need(
            _("%(title)s was sent back") % {"title": line.position.title},
            _("%(name)s: “%(comment)s”")
            % {"name": back.decided_by, "comment": Truncator(back.comment).chars(200)},
            reverse("positions:definition", args=[line.position.slug]),
            _("Go on"),
        )
    elif line.position.is_draft:
        line.marks.append(_("Draft"))
        yield Need(
            _("Finish %(title)s") % {"title": line.position.title},
            _("A draft since %(day)s; nobody can apply yet.")
            % {"day": _day(timezone.localtime(line.position.created_at).date())},
            reverse("positions:definition", args=[line.position.slug]),
            _("Go on"),
        )


def _closing(line: Line, *, at: dt.datetime) -> Iterator[Need]:
    closes_at = line.position.closes_at
    is_open = line.position.status == PositionStatus.OPEN
    if is_open and closes_at and at < closes_at <= at + SOON:
        yield Need(
            _("%(title)s closes on %(day)s")
            % {
                "title": line.position.title,
                "day": date_format(timezone.localtime(closes_at), "l j F, H:i"),
            },
            ngettext(
                "%(n)d application so far.", "%(n)d applications so far.", line.applied
            )
            % {"n": line.applied},
            line.position.get_absolute_url(),
            _("Look"),
        )


@dataclass(frozen=True)
class _Broken:
    """What the machine could not do by itself, counted by position."""

    unreadable: Counter[int]
    stuck: Counter[int]
    unsent: Counter[int]

    @classmethod
    def read(cls, lines: list[Line]) -> "_Broken":
        keys = [line.position.pk for line in lines]
        undecided = {"application__status__in": [Status.SUBMITTED, Status.UNDER_REVIEW]}
        return cls(
            unreadable=_by_position(
                Document.objects.filter(
                    application__position__in=keys,
                    state__in=[DocumentState.UNREADABLE, DocumentState.REFUSED],
                    **undecided,
                ).values_list("application__position")
            ),
            stuck=_by_position(
                Work.objects.unfinished()
                .filter(position__in=keys, attempts__gte=STUCK_AFTER)
                .values_list("position")
            ),
            unsent=_by_position(
                Letter.objects.filter(
                    application__position__in=keys,
                    sent_at=None,
                    attempts__gte=UNREACHABLE_AFTER,
                ).values_list("application__position")
            ),
        )

    def needs(self, line: Line) -> Iterator[Need]:
        position = line.position
        pipeline = reverse("candidates:pipeline", args=[position.slug])
        if n := self.unreadable[position.pk]:
            line.marks.append(_("%(n)d unreadable") % {"n": n})
            yield Need(
                ngettext(
                    "%(n)d CV could not be read by the system",
                    "%(n)d CVs could not be read by the system",
                    n,
                )
                % {"n": n},
                _("%(title)s; open the file yourself, the applicant is still judged.")
                % {"title": position.title},
                pipeline,
                _("Open"),
            )
        if n := self.stuck[position.pk]:
            line.marks.append(_("%(n)d stuck") % {"n": n})
            yield Need(
                ngettext(
                    "%(n)d evaluation does not come to an end",
                    "%(n)d evaluations do not come to an end",
                    n,
                )
                % {"n": n},
                _("%(title)s; it is tried again every hour.")
                % {"title": position.title},
                reverse("screening:ranking", args=[position.slug]),
                _("Look"),
            )
        if n := self.unsent[position.pk]:
            yield Need(
                ngettext(
                    "%(n)d letter could not be sent",
                    "%(n)d letters could not be sent",
                    n,
                )
                % {"n": n},
                position.title,
                pipeline,
                _("Look"),
            )


def _by_position(rows: Any) -> Counter[int]:  # noqa: ANN401 -- a queryset of one column
    found: dict[int, int] = defaultdict(int)
    for key, n in rows.annotate(n=Count("pk")).order_by():
        found[key] += n
    return Counter(found)


def _done_today(user: User, *, at: dt.datetime) -> list[str]:
    """Say what was done today without anybody; three queries."""
    midnight = timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
    mine = {"position__in": Position.objects.read_by(user)}
    theirs = {"application__position__in": Position.objects.read_by(user)}
    letters = Letter.objects.filter(sent_at__gte=midnight, **theirs).count()
    read = Document.objects.filter(
        read_at__gte=midnight, state=DocumentState.READ, **theirs
    ).count()
    judged = (
        Evaluation.objects.filter(evaluated_at__gte=midnight, **mine)
        .values("application")
        .distinct()
        .count()
    )
    words = [
        (letters, ngettext("%(n)d letter sent", "%(n)d letters sent", letters)),
        (read, ngettext("%(n)d CV read", "%(n)d CVs read", read)),
        (
            judged,
            ngettext(
                "%(n)d application evaluated", "%(n)d applications evaluated", judged
            ),
        ),
    ]
    return [text % {"n": n} for n, text in words if n]


def _day(day: dt.date) -> str:
    return date_format(day, "j F")
