"""The applicant's scenarios: without an account, bound to the session of the link."""

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
from screening.models import Attempt
from screening.services import attempts
from screening.services.attempts import Reply, Sheet


def practice_sheet() -> Sheet:
    """Return the practice item: it shows how rating works and counts for nothing."""
    texts = (
        _("Say that you are busy, and go on with your own work."),
        _("Show them where the paper is, and how to load it."),
        _("Load the paper yourself without a word."),
        _("Tell them to ask somebody else."),
    )
    return Sheet(
        number=0,
        total=0,
        stem=_(
            "A new colleague stands at the printer. It has run out of paper, and they do"
            " not know where to find more. You have a minute."
        ),
        replies=tuple(
            Reply(place, text, None) for place, text in enumerate(texts, start=1)
        ),
    )


@login_not_required
@require_safe
def show_start(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what this is, how long it takes and what it counts for."""
    application = _mine(request, pk)
    attempt = attempts.attempt_of(application)
    if attempt and attempt.finished_at:
        return redirect("screening:scenarios_done", pk)
    sheets = attempts.sheets_of(attempt) if attempt else []
    left = [sheet for sheet in sheets if sheet.open_count]
    context = _context(application) | {
        "attempt": attempt,
        "sheets": sheets,
        "done": len(sheets) - len(left),
        "next": left[0].number if left else len(sheets),
    }
    return render(request, "screening/scenarios/start.html", context)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def practise(request: HttpRequest, pk: int) -> HttpResponse:
    """Try one rating; nothing of it is kept."""
    application = _mine(request, pk)
    rated = _ratings(request, practice_sheet()) if request.method == "POST" else {}
    sheet = practice_sheet()
    context = _context(application) | {
        "sheet": sheet,
        "replies": [
            Reply(reply.place, reply.text, rated.get(reply.place))
            for reply in sheet.replies
        ],
        "is_rated": bool(rated),
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
        return _save(request, attempt, sheet)
    context = _context(application) | {
        "sheet": sheet,
        "done": sum(not one.open_count for one in sheets),
        "is_saved": any(reply.rating for reply in sheet.replies),
        "back": n - 1,
        "left_words": _left_words(sheet.open_count),
    }
    return render(request, "screening/scenarios/scenario.html", context)


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
    sheets = attempts.sheets_of(attempt)
    context = _context(application) | {
        "attempt": attempt,
        "left": [sheet for sheet in sheets if sheet.open_count],
    }
    return render(request, "screening/scenarios/done.html", context)


def _save(request: HttpRequest, attempt: Attempt, sheet: Sheet) -> HttpResponse:
    pk = attempt.application_id
    try:
        saved = attempts.save(attempt, sheet.number, _ratings(request, sheet))
    except attempts.FinishedError:
        return redirect("screening:scenarios_done", pk)
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


def _ratings(request: HttpRequest, sheet: Sheet) -> dict[int, int]:
    """Read the ratings by place; what is no rating is as if it was left open."""
    found = {}
    for reply in sheet.replies:
        typed = request.POST.get(f"r{reply.place}", "")
        if typed in {"1", "2", "3", "4", "5", "6", "7"}:
            found[reply.place] = int(typed)
    return found


def _left_words(count: int) -> str:
    if not count:
        return _("All rated. You can still change them until you finish.")
    return ngettext(
        "%(count)d reply to rate. You can also leave one open and come back.",
        "%(count)d replies to rate. You can also leave one open and come back.",
        count,
    ) % {"count": count}


def _context(application: Application) -> dict[str, object]:
    return {
        "application": application,
        "position": application.position,
        "reference": application.reference,
        "total": attempts.SCENARIOS,
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
