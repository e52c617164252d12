"""What applicants can do on their own page: keep a copy, put right, ask."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    JsonResponse,
)
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from candidates.enums import RequestKind
from candidates.forms.apply import CvForm, JobForm, StudyForm
from candidates.forms.mine import AskForm, PersonForm
from candidates.forms.needs import NeedsForm
from candidates.models import Application
from candidates.services import answers as told
from candidates.services import (
    copies,
    corrections,
    exporting,
    intake,
    limits,
    pool,
    requests,
    requirements,
    standing,
)
from candidates.views import drafts, files
from candidates.views.apply.cv import UPLOADS_PER_HOUR

ASKS_PER_HOUR = 20


# ---- asking ----


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Take down what the applicant asks for, after saying what happens then."""
    application = drafts.application_of(request, pk)
    wanted = _kind(kind)
    form = AskForm(request.POST if request.method == "POST" else None, kind=wanted)
    if request.method == "POST" and form.is_valid():
        if not limits.allow("ask", str(pk), capacity=ASKS_PER_HOUR, per_seconds=3_600):
            return _too_many(request, application)
        try:
            asked = requests.ask(
                application,
                wanted,
                text=form.cleaned_data["text"],
                at=timezone.now(),
            )
        except requests.TooManyRequestsError:
            form.add_error(
                None,
                _("Several of your requests are still open. Wait for our answer."),
            )
        else:
            messages.success(request, _asked_words(asked.due_on))
            return redirect("candidates:status", pk)
    return _page(
        request,
        application,
        f"ask_{wanted.lower()}",
        form=form,
        days=requests.DAYS[wanted],
    )


def _kind(name: str) -> RequestKind:
    try:
        return RequestKind(name.upper().replace("-", "_"))
    except ValueError as error:
        raise Http404 from error


def _asked_words(due_on: Any) -> str:  # noqa: ANN401 -- a date
    return _("We have your request. You hear from us by %(day)s.") % {
        "day": standing.day_words(due_on)
    }


# ---- the pool ----


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def keep_in_mind(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what consenting means; give it, renew it, or end it."""
    application = drafts.application_of(request, pk)
    now = timezone.now()
    if request.method == "POST":
        if "leave" in request.POST:
            pool.leave(application)
            messages.success(request, _("You are no longer on our list."))
        else:
            kept = pool.join(application, at=now)
            messages.success(
                request,
                _("We keep you in mind until %(day)s.")
                % {"day": standing.day_words(kept.until)},
            )
        return redirect("candidates:status", pk)
    return _page(
        request,
        application,
        "keep_in_mind",
        consent=pool.consent_of(application, at=now),
        until=standing.day_words(pool.last_day(now)),
    )


# ---- putting right ----


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def correct_person(request: HttpRequest, pk: int) -> HttpResponse:
    """Change how to reach the applicant."""
    application = _correctable(request, pk)
    person = application.candidate
    names = ("name", "email", "phone", "city")
    form = PersonForm(
        request.POST if request.method == "POST" else None,
        initial={name: getattr(person, name, "") for name in names},
    )
    return _corrected(
        request,
        application,
        form,
        "correct_person",
        lambda: corrections.correct_person(
            application, told.Person(**form.answers()), at=timezone.now()
        ),
    )


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def correct_job(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """Change one row of work, or take it out."""
    application = _correctable(request, pk)
    entry = get_object_or_404(application.work, pk=row)
    if _takes_out(request):
        return _kept(
            request,
            application,
            lambda: corrections.remove_job(entry, at=timezone.now()),
        )
    form = _job_form(request, application, initial=told.row_of_job(entry))
    return _corrected(
        request,
        application,
        form,
        "correct_job",
        lambda: corrections.correct_job(
            entry, told.job_of(form.row()), at=timezone.now()
        ),
    )


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def add_job(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a row of work that was forgotten."""
    application = _correctable(request, pk)
    form = _job_form(request, application)
    return _corrected(
        request,
        application,
        form,
        "add_job",
        lambda: corrections.add_job(
            application, told.job_of(form.row()), at=timezone.now()
        ),
    )


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def correct_study(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """Change one row of education, or take it out."""
    application = _correctable(request, pk)
    entry = get_object_or_404(application.studies, pk=row)
    if _takes_out(request):
        return _kept(
            request,
            application,
            lambda: corrections.remove_study(entry, at=timezone.now()),
        )
    form = StudyForm(_sent(request), initial=told.row_of_study(entry))
    return _corrected(
        request,
        application,
        form,
        "correct_study",
        lambda: corrections.correct_study(
            entry, told.study_of(form.row()), at=timezone.now()
        ),
    )


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def add_study(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a row of education that was forgotten."""
    application = _correctable(request, pk)
    form = StudyForm(_sent(request))
    return _corrected(
        request,
        application,
        form,
        "add_study",
        lambda: corrections.add_study(
            application, told.study_of(form.row()), at=timezone.now()
        ),
    )


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def send_cv(request: HttpRequest, pk: int) -> HttpResponse:
    """Take another CV, because the first one could not be read or is out of date."""
    application = _correctable(request, pk)
    form = CvForm(_sent(request), request.FILES or None)
    given = form.given() if request.method == "POST" and form.is_valid() else None
    if given is not None:
        if not limits.allow(
            "upload",
            drafts.sender_of(request),
            capacity=UPLOADS_PER_HOUR,
            per_seconds=3_600,
        ):
            return _too_many(request, application)
        try:
            return _kept(
                request,
                application,
                lambda: corrections.send_cv(
                    application, given.name, given.data, at=timezone.now()
                ),
                done=_("We have your new CV. The old one stays on file."),
            )
        except intake.FileRefusedError as error:
            form.add_error(given.field, _(error.sentence))
        except corrections.TooManyCvsError:
            form.add_error(
                given.field,
                _(
                    "You have sent ten CVs, and we keep them all. Send a question"
                    " from your page if we need another one."
                ),
            )
        except OSError:
            form.add_error(
                given.field, _("We could not store it just now. Try again in a while.")
            )
    elif form.is_bound and form.is_valid():
        form.add_error("cv", _("Choose a file, or paste the text of your CV."))
    return _page(
        request,
        application,
        "send_cv",
        form=form,
        document=application.documents.cvs().order_by("-pk").first(),
    )


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def correct_needs(request: HttpRequest, pk: int) -> HttpResponse:
    """Change answers to what the job asks for."""
    application = _correctable(request, pk)
    said = requirements.answered_by(application)
    asked = [
        one for one in requirements.asked_of(application.position) if one.id in said
    ]
    if not asked:
        raise Http404
    form = NeedsForm(
        request.POST if request.method == "POST" else None,
        initial={"rows": requirements.rows_of(said)},
        asked=asked,
        today=timezone.localdate(),
    )
    return _corrected(
        request,
        application,
        form,
        "correct_needs",
        lambda: corrections.correct_needs(
            application,
            requirements.told({told.NEEDS: form.answers()}, asked),
            at=timezone.now(),
        ),
    )


def _correctable(request: HttpRequest, pk: int) -> Application:
    application = drafts.application_of(request, pk)
    if not corrections.may_correct(application):
        raise Http404
    return application


def _sent(request: HttpRequest) -> Any:  # noqa: ANN401 -- what was posted, or nothing
    return request.POST if request.method == "POST" else None


def _takes_out(request: HttpRequest) -> bool:
    return request.method == "POST" and request.POST.get("act") == "take-out"


def _job_form(
    request: HttpRequest,
    application: Application,
    initial: dict[str, Any] | None = None,
) -> JobForm:
    return JobForm(
        _sent(request),
        initial=initial,
        duties=application.position.duties.filter(share__gt=0).order_by("order"),
        today=timezone.localdate(),
    )


def _corrected(
    request: HttpRequest,
    application: Application,
    form: forms.Form,
    template: str,
    correct: Callable[[], int],
) -> HttpResponse:
    """Show the form, or keep what was put right and say so."""
    if request.method == "POST" and form.is_valid():
        return _kept(request, application, correct)
    return _page(request, application, template, form=form)


def _kept(
    request: HttpRequest,
    application: Application,
    correct: Callable[[], int],
    *,
    done: str = "",
) -> HttpResponse:
    """Put it right, say so, and go back to the applicant's page."""
    try:
        changed = correct()
    except corrections.TooLateError:  # decided a moment ago
        messages.error(
            request, _("There is a decision now, so nothing can be changed.")
        )
    except corrections.RowGoneError:
        messages.error(request, _("You took this out already."))
    except corrections.TooManyRowsError:
        messages.error(
            request,
            _("There are %(n)d already. Correct one that matters less.")
            % {"n": told.MAX_ROWS},
        )
    else:
        said = done or _("We have corrected it. What counted before stays on file.")
        messages.success(
            request,
            said if changed else _("Nothing was different, so nothing has changed."),
        )
    return redirect("candidates:status", application.pk)


# ---- keeping a copy ----


@login_not_required
@require_safe
def copy_data(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand out what was sent, for machines."""
    application = drafts.application_of(request, pk)
    response = JsonResponse(
        copies.as_data(application),
        json_dumps_params={"ensure_ascii": False, "indent": 2},
    )
    return _attached(response, f"{application.reference}.json")


@login_not_required
@require_safe
def copy_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand out what was sent, for people."""
    application = drafts.application_of(request, pk)
    response = HttpResponse(copies.as_pdf(application), "application/pdf")
    return _attached(response, f"{application.reference}.pdf")


@login_not_required
@require_safe
def copy_all(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand out everything that is held about the application, with its files."""
    application = drafts.application_of(request, pk)
    response = HttpResponse(exporting.archive_of(application), "application/zip")
    return _attached(response, f"{application.reference}.zip")


@login_not_required
@require_safe
def own_file(request: HttpRequest, pk: int, file: int) -> FileResponse:
    """Hand out a file the applicant sent."""
    application = drafts.application_of(request, pk)
    return files.handed_out(get_object_or_404(application.documents, pk=file))


def _attached(response: HttpResponse, name: str) -> HttpResponse:
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


# ---- pages ----


def _page(
    request: HttpRequest,
    application: Application,
    template: str,
    **context: Any,  # noqa: ANN401 -- a template's
) -> HttpResponse:
    return render(
        request,
        f"candidates/mine/{template}.html",
        {
            "application": application,
            "position": application.position,
            "reference": application.reference,
            **context,
        },
    )


def _too_many(request: HttpRequest, application: Application) -> HttpResponse:
    return render(
        request,
        "candidates/apply/too_many.html",
        {"position": application.position},
        status=429,
    )
