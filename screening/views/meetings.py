"""Interviews in the calendar: staff offer times, the applicant chooses one."""

import datetime as dt
from collections.abc import Iterable
from itertools import groupby

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from backoffice_ats.accounts.services import organisation
from backoffice_ats.shared.access import StaffRequest, requires
from backoffice_ats.shared.doorbell import ring
from candidates.models import Application
from candidates.views import drafts
from positions.models import Position
from positions.views.head import head_of
from screening import tasks
from screening.forms.meetings import OfferForm
from screening.models import Meeting, Slot
from screening.services import meetings
from screening.services.scorecards import RATEABLE, NotRateableError
from screening.views.interviews import ARRANGE

# ---- staff: times of a position ----


@require_http_methods(["GET", "HEAD", "POST"])
@requires(ARRANGE)
def times(request: StaffRequest, slug: str) -> HttpResponse:
    """Show the times of a position, and offer more."""
    position = get_object_or_404(Position.objects.read_by(request.user), slug=slug)
    form = OfferForm(
        request.POST if request.method == "POST" else None,
        colleagues=meetings.colleagues_for(position),
        initial={"interviewers": [request.user.pk]},
    )
    if form.is_bound and form.is_valid() and _offer(request, position, form):
        return redirect("screening:times", slug)
    now = timezone.now()
    slots = (
        Slot.objects.filter(
            position=position,
            begins_at__gt=now - dt.timedelta(days=1),
            taken_back_at__isnull=True,
        )
        .prefetch_related("interviewers", "meetings__application")
        .order_by("begins_at", "pk")
    )
    context = head_of(position, "screening") | {
        "form": form,
        "days": _by_day(slots),
        "zone": meetings.zone_words(),
        "now": now,
    }
    return render(request, "screening/interviews/times.html", context)


def _offer(request: StaffRequest, position: Position, form: OfferForm) -> bool:
    """Offer what was typed, or say at its field why not."""
    try:
        made = meetings.offer(
            position, form.offer(), by=request.user, at=timezone.now()
        )
    except meetings.PastError:
        form.add_error("day", _("That is over. Choose a time that is still to come."))
    except meetings.ClashError as clash:
        form.add_error(
            "begins",
            _("%(who)s interviews already: %(when)s.")
            % {"who": clash.who, "when": meetings.when_words(clash.begins_at)},
        )
    else:
        messages.success(
            request,
            _("%(n)d times are offered. Ask applicants on their interview page.")
            % {"n": len(made)}
            if len(made) > 1
            else _("The time is offered. Ask applicants on their interview page."),
        )
        return True
    return False


@require_POST
@requires(ARRANGE)
def time_take_back(request: StaffRequest, slug: str, slot: int) -> HttpResponse:
    """Offer a time no longer."""
    position = get_object_or_404(Position.objects.read_by(request.user), slug=slug)
    try:
        meetings.take_back(
            get_object_or_404(position.slots, pk=slot), at=timezone.now()
        )
    except meetings.TakenError:
        messages.error(
            request, _("Somebody has chosen this time. Call the interview off first.")
        )
    else:
        messages.success(request, _("The time is not offered any more."))
    return redirect("screening:times", slug)


# ---- staff: one applicant ----


@require_POST
@requires(ARRANGE)
def ask(request: StaffRequest, pk: int) -> HttpResponse:
    """Ask an applicant to choose a time."""
    application = _application(request, pk)
    try:
        meetings.ask(application, at=timezone.now())
    except NotRateableError:
        messages.error(
            request, _("Interviews are for people on the shortlist or beyond.")
        )
    except meetings.NoTimesError:
        messages.error(request, _("No time is free. Offer some first."))
        return redirect("screening:times", application.position.slug)
    else:
        messages.success(
            request, _("The applicant is asked, by letter and on their page.")
        )
    return redirect("screening:interview", pk)


@require_POST
@requires(ARRANGE)
def call_off(request: StaffRequest, pk: int) -> HttpResponse:
    """Call an interview off."""
    application = _application(request, pk)
    meetings.call_off(
        _agreed(application),
        by=request.user,
        reason=request.POST.get("reason", "").strip(),
        at=timezone.now(),
    )
    _ring_interviewers(application)
    messages.success(request, _("Called off. Everybody gets a letter that says so."))
    return redirect("screening:interview", pk)


@require_POST
@requires(ARRANGE)
def missed(request: StaffRequest, pk: int) -> HttpResponse:
    """Note that the applicant did not come."""
    application = _application(request, pk)
    try:
        meetings.note_missed(_agreed(application), by=request.user, at=timezone.now())
    except meetings.NotOverError:
        messages.error(request, _("The interview has not begun yet."))
    else:
        messages.success(
            request, _("Noted. There may be a good reason: you can ask for a new time.")
        )
    return redirect("screening:interview", pk)


@require_safe
@requires("screening.view_evaluation")
def calendar(request: StaffRequest, pk: int) -> HttpResponse:
    """Give the entry for the reader's own calendar."""
    application = _application(request, pk)
    return _entry(_agreed(application), request.user.name, request.user.email)


# ---- the applicant ----


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose a time, or see what is agreed and change it."""
    application = _asked(request, pk)
    if request.method == "POST":
        return _choose(request, application)
    at = timezone.now()
    agreed = meetings.agreed_with(application)
    offered = (
        meetings.free(application.position, at=at)
        if application.status in RATEABLE
        else Slot.objects.none()
    )
    context = {
        "application": application,
        "position": application.position,
        "agreed": agreed,
        "is_over": agreed is not None and agreed.slot.begins_at <= at,
        "when": meetings.when_words(agreed.slot.begins_at) if agreed else "",
        "last": meetings.meeting_of(application),
        "days": _by_day(offered),
        "zone": meetings.zone_words(),
        "contact": organisation.current().sender,
    }
    return render(request, "screening/interviews/mine.html", context)


def _choose(request: HttpRequest, application: Application) -> HttpResponse:
    slot = request.POST.get("slot", "")
    if not slot.isdecimal():
        messages.error(request, _("Choose one of the times first."))
        return redirect("screening:my_meeting", application.pk)
    try:
        meetings.choose(application, int(slot), at=timezone.now())
    except meetings.TakenError:
        messages.error(
            request, _("Somebody was faster: this time is taken. Choose another one.")
        )
    except meetings.NotAskedError:
        messages.error(request, _("A time cannot be chosen any more."))
        return redirect("candidates:status", application.pk)
    else:
        _ring_interviewers(application)
        messages.success(
            request, _("Agreed. We have sent you a letter with the calendar entry.")
        )
    return redirect("screening:my_meeting", application.pk)


@login_not_required
@require_POST
def mine_off(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that one cannot come."""
    application = _asked(request, pk)
    agreed = meetings.agreed_with(application)
    if agreed is None or agreed.slot.begins_at <= timezone.now():
        messages.info(request, _("Nothing is agreed that could be called off."))
        return redirect("screening:my_meeting", pk)
    meetings.call_off(agreed, by_applicant=True, at=timezone.now())
    _ring_interviewers(application)
    messages.success(
        request, _("Called off; thank you for telling us. You can choose another time.")
    )
    return redirect("screening:my_meeting", pk)


@login_not_required
@require_safe
def mine_calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the entry for the applicant's calendar."""
    application = _asked(request, pk)
    candidate = application.candidate
    if candidate is None:
        raise Http404
    return _entry(_agreed(application), candidate.name, candidate.email)


# ---- the parts ----


def _asked(request: HttpRequest, pk: int) -> Application:
    application: Application = drafts.application_of(request, pk)
    if application.times_asked_at is None:
        raise Http404
    return application


def _agreed(application: Application) -> Meeting:
    found = meetings.agreed_with(application)
    if found is None:
        raise Http404
    return found


def _entry(meeting: Meeting, name: str, email: str) -> HttpResponse:
    said = meetings.entry_for(meeting, name=name, email=email, at=timezone.now())
    return HttpResponse(
        said,
        content_type="text/calendar; charset=utf-8; method=REQUEST",
        headers={"Content-Disposition": 'attachment; filename="interview.ics"'},
    )


def _by_day(slots: Iterable[Slot]) -> list[tuple[dt.date, list[Slot]]]:
    """Group times by their day in the reader's zone."""
    return [
        (day, list(group))
        for day, group in groupby(
            slots, key=lambda slot: timezone.localtime(slot.begins_at).date()
        )
    ]


def _ring_interviewers(application: Application) -> None:
    meeting = meetings.meeting_of(application)
    if meeting is not None:
        for key in meeting.interviewers.values_list("pk", flat=True):
            ring(tasks.send_interviewer_letter, interviewer_id=key)


def _application(request: StaffRequest, pk: int) -> Application:
    found: Application = get_object_or_404(
        Application.objects.visible_to(request.user).select_related(
            "position", "candidate"
        ),
        pk=pk,
    )
    return found
