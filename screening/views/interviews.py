"""Interviews: HR keeps the kit, each rater fills in a scorecard, then they compare."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from backoffice_ats.accounts.enums import Role
from backoffice_ats.shared.access import StaffRequest, requires
from backoffice_ats.shared.doorbell import ring
from candidates.models import Application
from candidates.services import identity
from positions.enums import DIMENSIONS
from positions.models import Position
from positions.views.head import head_of
from screening import tasks
from screening.enums import MeetingState
from screening.forms.interviews import ChangeForm, HeardForm, QuestionForm
from screening.models import KitQuestion
from screening.services import agreement, kits, meetings, scorecards

RATE = "screening.rate_interview"
STANDS = "positions.change_position"
ARRANGE = "screening.arrange_interview"


# ---- the kit ----


@require_safe
@requires("screening.view_evaluation")
def kit(request: StaffRequest, slug: str) -> HttpResponse:
    """Show the questions of a position, and what the kit lacks to be structured."""
    position = _position(request, slug)
    titles = {one.id: one.title for one in kits.criteria_of(position)}
    rows = [
        {
            "question": one,
            "criterion": titles.get(one.criterion, ""),
            "probes": kits.probes_of(one),
        }
        for one in position.kit.all()
    ]
    count, icc, alpha = agreement.agreement_of(position)
    context = head_of(position, "screening") | {
        "rows": rows,
        "minutes": sum(one.minutes for one in position.kit.all()),
        "lacks": kits.lacks(position),
        "is_planned": bool(titles),
        "is_in_use": kits.is_in_use(position),
        "may_edit": request.user.has_perm(STANDS),
        "applicants": count,
        "icc": icc,
        "alpha": alpha,
        "severity": agreement.severity_of(position)
        if request.user.has_perm(STANDS) and count >= agreement.FEWEST_FOR_RATERS
        else [],
    }
    return render(request, "screening/interviews/kit.html", context)


@require_POST
@requires(STANDS)
def draft(request: StaffRequest, slug: str) -> HttpResponse:
    """Write a first kit out of the plan."""
    position = _position(request, slug)
    try:
        kits.draft(position)
    except kits.NoInterviewError:
        messages.error(
            request,
            _(
                "The published plan has no structured interview. Add one under"
                " Definition, and freeze the plan."
            ),
        )
    else:
        messages.success(
            request, _("A first kit is written. Make it yours, before the first use.")
        )
    return redirect("screening:kit", slug)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(STANDS)
def question_add(request: StaffRequest, slug: str) -> HttpResponse:
    return _edit(request, _position(request, slug), None)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(STANDS)
def question_edit(request: StaffRequest, slug: str, question: int) -> HttpResponse:
    position = _position(request, slug)
    return _edit(request, position, get_object_or_404(position.kit, pk=question))


def _edit(
    request: StaffRequest, position: Position, question: KitQuestion | None
) -> HttpResponse:
    form = QuestionForm(
        request.POST if request.method == "POST" else None,
        criteria=kits.criteria_of(position),
        initial=QuestionForm.initial_of(question) if question else None,
    )
    if form.is_bound and form.is_valid():
        try:
            if question is None:
                kits.add(position, form.asked())
            else:
                kits.change(question, form.asked())
        except kits.InUseError:
            messages.error(request, _in_use())
        except kits.TooManyQuestionsError:
            messages.error(
                request,
                _("%(n)d questions are enough. Take one out to add another.")
                % {"n": kits.MOST_QUESTIONS},
            )
        else:
            messages.success(request, _("The question is kept."))
        return redirect("screening:kit", position.slug)
    return render(
        request,
        "screening/interviews/question.html",
        head_of(position, "screening") | {"form": form, "question": question},
    )


@require_POST
@requires(STANDS)
def question_remove(request: StaffRequest, slug: str, question: int) -> HttpResponse:
    position = _position(request, slug)
    try:
        kits.remove(get_object_or_404(position.kit, pk=question))
    except kits.InUseError:
        messages.error(request, _in_use())
    else:
        messages.success(request, _("The question is taken out."))
    return redirect("screening:kit", slug)


def _in_use() -> str:
    return _(
        "Somebody was rated by this kit already. Everybody gets the same questions, so"
        " it stands."
    )


# ---- scorecards ----


@require_safe
@requires("screening.view_evaluation")
def interview(request: StaffRequest, pk: int) -> HttpResponse:
    """Show whose scorecards there are; the ratings only to who handed in their own."""
    application = _application(request, pk)
    card = scorecards.card_of(application, request.user)
    sees = scorecards.may_see_others(application, request.user)
    scores = scorecards.scores_of(application) if sees else {}
    labels = dict(DIMENSIONS)
    context = head_of(application.position, "ranking") | {
        "application": application,
        "who": identity.shown_to(application, request.user),
        "card": card,
        "open": len(scorecards.open_questions(card)) if card else 0,
        "cards": scorecards.cards_of(application),
        "may_rate": request.user.has_perm(RATE)
        and application.status in scorecards.RATEABLE
        and application.position.kit.exists(),
        "sees": sees,
        "compared": agreement.compare(application) if sees else [],
        "differs": sees and agreement.differs_from_scenarios(application),
        "whole": scores.get(""),
        "sides": [(labels[key], one) for key, one in scores.items() if key in labels],
        **_when(request, application),
        "may_reveal": not sees
        and request.user.role in {Role.ADMINISTRATOR, Role.HR_MANAGER},
    }
    return render(request, "screening/interviews/interview.html", context)


def _when(request: StaffRequest, application: Application) -> dict[str, object]:
    """Return what the page says of the time, and what can be done about it."""
    now = timezone.now()
    meeting = meetings.meeting_of(application)
    return {
        "meeting": meeting,
        "when": meetings.when_words(meeting.slot.begins_at) if meeting else "",
        "has_begun": meeting is not None and meeting.slot.begins_at <= now,
        "is_agreed": meeting is not None and meeting.state == MeetingState.AGREED,
        "may_arrange": request.user.has_perm(ARRANGE)
        and application.status in scorecards.RATEABLE,
    }


@require_http_methods(["GET", "HEAD", "POST"])
@requires(RATE)
def rate(request: StaffRequest, pk: int, n: int) -> HttpResponse:
    """Show one question with its anchors; a POST saves what was heard and leads on."""
    application = _application(request, pk)
    questions = list(application.position.kit.all())
    if not 1 <= n <= len(questions):
        raise Http404
    if request.method == "POST":
        return _heard(request, application, questions, n)
    card = scorecards.card_of(application, request.user)
    if card is not None and card.submitted_at:
        return redirect("screening:interview", pk)
    row = card.ratings.filter(question=questions[n - 1]).first() if card else None
    form = HeardForm(initial={"notes": row.notes if row else ""})
    return _show(request, application, questions, n, form, row.rating if row else None)


def _heard(
    request: StaffRequest,
    application: Application,
    questions: list[KitQuestion],
    n: int,
) -> HttpResponse:
    form = HeardForm(request.POST)
    if not form.is_valid():
        return _show(
            request, application, questions, n, form, request.POST.get("rating")
        )
    try:
        card = scorecards.begin(application, request.user, at=timezone.now())
        scorecards.rate(card, questions[n - 1], **form.cleaned_data)
    except scorecards.LockedError:
        messages.info(request, _("You have handed this in: it stands."))
        return redirect("screening:interview", application.pk)
    except (scorecards.NotRateableError, kits.NoInterviewError):
        messages.error(
            request,
            _("Interviews are rated for people on the shortlist or beyond."),
        )
        return redirect("screening:interview", application.pk)
    if n < len(questions):
        return redirect("screening:rate_interview", application.pk, n + 1)
    return redirect("screening:interview", application.pk)


def _show(
    request: StaffRequest,
    application: Application,
    questions: list[KitQuestion],
    n: int,
    form: HeardForm,
    value: object,
) -> HttpResponse:
    question = questions[n - 1]
    return render(
        request,
        "screening/interviews/rate.html",
        {
            "application": application,
            "position": application.position,
            "who": identity.shown_to(application, request.user),
            "question": question,
            "probes": kits.probes_of(question),
            "number": n,
            "total": len(questions),
            "done": n - 1,
            "back": n - 1,
            "form": form,
            "value": value,
            "anchors": [
                {"n": 5, "title": _("Excellent"), "text": question.high},
                {"n": 4, "title": "", "text": ""},
                {"n": 3, "title": _("Good"), "text": question.mid},
                {"n": 2, "title": "", "text": ""},
                {"n": 1, "title": _("Weak"), "text": question.low},
            ],
        },
    )


@require_POST
@requires(RATE)
def submit(request: StaffRequest, pk: int) -> HttpResponse:
    """Hand in one's own scorecard."""
    application = _application(request, pk)
    card = scorecards.card_of(application, request.user)
    if card is None:
        raise Http404
    try:
        scorecards.submit(card, at=timezone.now())
    except scorecards.OpenAnswersError:
        left = scorecards.open_questions(card)
        order = list(application.position.kit.all())
        messages.error(
            request,
            _("%(n)d answers are not rated yet. Rate them, then hand in.")
            % {"n": len(left)},
        )
        return redirect("screening:rate_interview", pk, order.index(left[0]) + 1)
    ring(tasks.evaluate_application, application_id=pk)
    messages.success(
        request, _("Handed in. It stands now, and you see what others said.")
    )
    return redirect("screening:interview", pk)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(RATE)
def change(request: StaffRequest, pk: int, question: int) -> HttpResponse:
    """Change a rating after handing in, with a reason; both are kept."""
    application = _application(request, pk)
    card = scorecards.card_of(application, request.user)
    if card is None or card.submitted_at is None:
        raise Http404
    row = get_object_or_404(card.ratings.select_related("question"), question=question)
    form = ChangeForm(
        request.POST if request.method == "POST" else None,
        initial={"rating": row.rating},
    )
    if form.is_bound and form.is_valid():
        scorecards.change_rating(
            card, row.question, at=timezone.now(), **form.cleaned_data
        )
        ring(tasks.evaluate_application, application_id=pk)
        messages.success(request, _("Changed. The first rating and why are kept."))
        return redirect("screening:interview", pk)
    return render(
        request,
        "screening/interviews/change.html",
        {
            "application": application,
            "position": application.position,
            "form": form,
            "row": row,
        },
    )


@require_POST
@requires("positions.change_position")
def reveal(request: StaffRequest, pk: int) -> HttpResponse:
    """Look at the ratings without having rated; it leaves a line in the trail."""
    application = _application(request, pk)
    reason = request.POST.get("reason", "").strip()[:300]
    if not reason:
        messages.error(request, _("Say why you look: it is kept in the trail."))
        return redirect("screening:interview", pk)
    scorecards.reveal(application, request.user, reason=reason, at=timezone.now())
    scores = scorecards.scores_of(application)
    labels = dict(DIMENSIONS)
    context = head_of(application.position, "ranking") | {
        "application": application,
        "who": identity.shown_to(application, request.user),
        "card": None,
        "cards": scorecards.cards_of(application),
        "sees": True,
        **_when(request, application),
        "compared": agreement.compare(application),
        "whole": scores.get(""),
        "sides": [(labels[key], one) for key, one in scores.items() if key in labels],
    }
    return render(request, "screening/interviews/interview.html", context)


def _position(request: StaffRequest, slug: str) -> Position:
    found: Position = get_object_or_404(
        Position.objects.read_by(request.user), slug=slug
    )
    return found


def _application(request: StaffRequest, pk: int) -> Application:
    found: Application = get_object_or_404(
        Application.objects.visible_to(request.user).select_related(
            "position", "candidate"
        ),
        pk=pk,
    )
    return found
