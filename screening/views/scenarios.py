"""The applicant's scenarios: without an account, bound to the session of the link."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from backoffice_ats.shared.doorbell import ring
from candidates.models import Application
from candidates.views import drafts
from screening import tasks
from screening.instruments import AnswerFormat
from screening.models import Attempt
from screening.services import attempts, feedback
from screening.services.attempts import BEST, WORST, Given, Reply, Sheet

MINUTES_EACH = 0.75  # of a situation with four replies, untimed


def practice_sheet(answer_format: AnswerFormat) -> Sheet:
    """Return the practice item: it shows how answering works and counts for nothing."""
    texts = (
        _("Say that you are busy, and go on with your own work."),
        _("Show them where the paper is, and how to load it."),
        _("Load the paper yourself without a word."),
        _("Tell them to ask somebody else."),
    )
    return Sheet(
        number=0,
        total=0,
        mark="practice",
        stem=_(
            "A new colleague stands at the printer. It has run out of paper, and they do"
            " not know where to find more. You have a minute."
        ),
        answer_format=answer_format,
        replies=tuple(Reply(place, text) for place, text in enumerate(texts, start=1)),
    )


@login_not_required
@require_safe
def show_start(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what this is, how long it takes and what it counts for."""
    application = _mine(request, pk)
    attempt = attempts.attempt_of(application)
    if attempt and attempt.finished_at:
        return redirect("screening:scenarios_done", pk)
    sheets = attempts.sheets_of(attempt or attempts.blank(application))
    left = [sheet for sheet in sheets if sheet.open_count]
    context = _context(application, sheets) | {
        "attempt": attempt,
        "done": len(sheets) - len(left),
        "next": left[0].number if left else len(sheets),
    }
    return render(request, "screening/scenarios/start.html", context)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def practise(request: HttpRequest, pk: int) -> HttpResponse:
    """Try one; nothing of it is kept."""
    application = _mine(request, pk)
    attempt = attempts.attempt_of(application) or attempts.blank(application)
    sheets = attempts.sheets_of(attempt)
    sheet = practice_sheet(attempts.format_of(attempt))
    tried = _given(request, sheet) if request.method == "POST" else Given({})
    context = _context(application, sheets) | {
        "sheet": sheet,
        "replies": [_tried(reply, tried) for reply in sheet.replies],
        "is_rated": bool(tried.ratings or tried.best or tried.worst),
    }
    return render(request, "screening/scenarios/practice.html", context)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, pk: int, n: int) -> HttpResponse:
    """Show one scenario; a POST saves it at once and leads on."""
    application = _mine(request, pk)
    attempt = attempts.begin(application, at=timezone.now())
    if attempt.finished_at:
        return redirect("screening:scenarios_done", pk)
    sheets = attempts.sheets_of(attempt)
    if not 1 <= n <= len(sheets):
        raise Http404
    sheet = sheets[n - 1]
    if request.method == "POST":
        return _save(request, application, attempt, sheet)
    return _show(request, application, sheets, n)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def show_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Thank, or show what is still open; a POST finishes without it."""
    application = _mine(request, pk, is_over=True)
    attempt = attempts.attempt_of(application)
    if attempt is None:
        return redirect("screening:scenarios", pk)
    if request.method == "POST" and not attempt.finished_at:
        _finish(attempt)
        return redirect("screening:scenarios_done", pk)
    sheets = [] if attempt.finished_at else attempts.sheets_of(attempt)
    context = _context(application, sheets) | {
        "attempt": attempt,
        "left": [sheet for sheet in sheets if sheet.open_count],
        "feedback": feedback.of(application) if attempt.finished_at else [],
    }
    return render(request, "screening/scenarios/done.html", context)


def _show(
    request: HttpRequest,
    application: Application,
    sheets: list[Sheet],
    n: int,
    *,
    problem: str = "",
    replies: list[Reply] | None = None,
) -> HttpResponse:
    sheet = sheets[n - 1]
    context = _context(application, sheets) | {
        "sheet": sheet,
        "replies": replies or sheet.replies,
        "done": sum(not one.open_count for one in sheets),
        "is_saved": sheet.is_begun and not problem,
        "back": n - 1,
        "left_words": _left_words(sheet),
        "problem": problem,
    }
    response = render(request, "screening/scenarios/scenario.html", context)
    if problem:
        response.status_code = 422
    return response


def _save(
    request: HttpRequest, application: Application, attempt: Attempt, sheet: Sheet
) -> HttpResponse:
    given = _given(request, sheet)
    pk = application.pk
    try:
        saved = attempts.save(attempt, request.POST.get("mark", sheet.mark), given)
    except attempts.FinishedError:
        messages.info(
            request, _("You had finished before: what you answered then stands.")
        )
        return redirect("screening:scenarios_done", pk)
    except attempts.RetiredError:
        messages.info(
            request,
            _(
                "That situation was taken out meanwhile, so it does not count for"
                " anybody. Everything else you answered is saved."
            ),
        )
        return redirect("screening:scenarios_done", pk)
    except attempts.SameReplyError:
        return _show(
            request,
            application,
            attempts.sheets_of(attempt),
            sheet.number,
            problem=_(
                "You chose one reply as the best and as the worst. Choose two different"
                " ones."
            ),
            replies=[_tried(reply, given) for reply in sheet.replies],
        )
    sheets = attempts.sheets_of(saved)
    if not any(one.open_count for one in sheets):
        _finish(saved)
        return redirect("screening:scenarios_done", pk)
    if sheet.number < len(sheets):
        return redirect("screening:scenario", pk, sheet.number + 1)
    return redirect("screening:scenarios_done", pk)


def _finish(attempt: Attempt) -> None:
    attempts.finish(attempt, at=timezone.now())
    ring(tasks.evaluate_application, application_id=attempt.application_id)


def _given(request: HttpRequest, sheet: Sheet) -> Given:
    """Read answers by place; what is none is as if it was left open."""
    ratings = {}
    for reply in sheet.replies:
        typed = request.POST.get(f"r{reply.place}", "")
        if typed in {"1", "2", "3", "4", "5", "6", "7"}:
            ratings[reply.place] = int(typed)
    places = {str(reply.place): reply.place for reply in sheet.replies}
    return Given(
        ratings,
        best=places.get(request.POST.get(BEST, "")),
        worst=places.get(request.POST.get(WORST, "")),
    )


def _tried(reply: Reply, given: Given) -> Reply:
    """Return a reply with what was just chosen, which is not kept."""
    pick = ""
    if reply.place == given.best:
        pick = BEST
    elif reply.place == given.worst:
        pick = WORST
    return Reply(reply.place, reply.text, given.ratings.get(reply.place), pick)


def _left_words(sheet: Sheet) -> str:
    count = sheet.open_count
    if not count:
        return _("All answered. You can still change it until you finish.")
    if sheet.answer_format is not AnswerFormat.RATE:
        return _("You can also leave it open and come back.")
    return ngettext(
        "%(count)d reply to rate. You can also leave one open and come back.",
        "%(count)d replies to rate. You can also leave one open and come back.",
        count,
    ) % {"count": count}


def _context(application: Application, sheets: list[Sheet]) -> dict[str, object]:
    return {
        "application": application,
        "position": application.position,
        "reference": application.reference,
        "sheets": sheets,
        "total": len(sheets),
        "format": sheets[0].answer_format if sheets else AnswerFormat.RATE,
        "minutes": max(3, round(len(sheets) * MINUTES_EACH)),
    }


def _mine(request: HttpRequest, pk: int, *, is_over: bool = False) -> Application:
    """Load the application this browser may open; 404 for everybody else."""
    if not drafts.may_open(request, pk):
        raise Http404
    application: Application = get_object_or_404(
        Application.objects.submitted().select_related("position", "candidate"), pk=pk
    )
    if not attempts.is_offered(application) and not (
        is_over and attempts.attempt_of(application)
    ):
        raise Http404
    return application
