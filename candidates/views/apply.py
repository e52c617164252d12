"""Applying: no account, one page at a time, every page kept as it is sent."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from backoffice_ats.shared.htmx import render_page
from candidates.enums import DocumentState
from candidates.forms import apply as shapes
from candidates.forms.needs import NeedsForm, asks_until
from candidates.models import Application
from candidates.services import answers as told
from candidates.services import (
    intake,
    limits,
    reading,
    requirements,
    standing,
)
from candidates.stages import Status
from candidates.views import drafts
from positions.listing.source import PARAMETER, clean_token, with_token
from positions.models import Duty, Position
from positions.plan import PlanRequirement
from positions.services import advert

UPLOADS_PER_HOUR = 40
STARTS_PER_HOUR = 60


@dataclass(frozen=True, slots=True)
class Page:
    """One step of one draft: where it is and what is around it."""

    application: Application
    position: Position
    duties: list[Duty]
    needs: tuple[PlanRequirement, ...]
    step: str

    @property
    def steps(self) -> list[str]:
        asks = set(requirements.pages_of(self.needs).values())
        return told.steps_of(self.duties, asks=asks)

    @property
    def asked_here(self) -> tuple[PlanRequirement, ...]:
        """Return the requirements that are asked for on this page."""
        return tuple(
            one for one in self.needs if requirements.page_of(one) == self.step
        )

    @property
    def number(self) -> int:
        return self.steps.index(self.step) + 1

    @property
    def told(self) -> dict[str, Any]:
        """Return what this page holds in the draft."""
        page: dict[str, Any] = self.application.answers.get(self.step, {})
        return page

    @property
    def duty(self) -> Duty | None:
        return next(
            (duty for duty in self.duties if self.step == f"{told.DUTY}{duty.pk}"), None
        )

    def url(self, step: str) -> str:
        return reverse("candidates:apply_step", args=[self.position.slug, step])

    def before(self) -> str:
        if self.number == 1:
            return reverse("candidates:apply", args=[self.position.slug])
        return self.url(self.steps[self.number - 2])

    def after(self) -> str:
        return self.url(self.steps[self.number])


# ---- start ----


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def apply(request: HttpRequest, slug: str) -> HttpResponse:
    """Say how long it takes and what is needed; a POST starts the draft."""
    position = get_object_or_404(Position, slug=slug)
    draft = drafts.draft_of(request, position)
    # Whoever has begun may go on for as long as their draft is taken.
    if not (draft and intake.takes(draft)):
        draft = None
        get_object_or_404(Position.objects.reachable(), pk=position.pk)
    if request.method == "POST":
        if draft is None:
            if not limits.allow(
                "start",
                drafts.sender_of(request),
                capacity=STARTS_PER_HOUR,
                per_seconds=3_600,
            ):
                return _too_many(request, position)
            try:
                draft, _token = intake.start(
                    position,
                    at=timezone.now(),
                    source_token=request.GET.get(PARAMETER, ""),
                )
            except intake.PositionClosedError:  # a moment ago
                return _closed(request, position)
            drafts.remember(request, draft)
        first = _first_open(_page(draft, position, step=""))
        return redirect(
            reverse("candidates:apply_step", args=[slug, first]) + "?begun=1"
        )
    sent = drafts.remembered(request, position)
    duties = told.scored_duties(position)
    needs = requirements.asked_of(position)
    return render(
        request,
        "candidates/apply/start.html",
        {
            "position": position,
            "draft": draft,
            "sent": sent if sent and sent.status != Status.DRAFT else None,
            "minutes": advert.minutes_to_apply(len(duties), requirements=len(needs)),
            "examples": len(duties),
            "licences": any(asks_until(one) for one in needs),
            "no_cookie": "cookie" in request.GET,
            "source_query": with_token("", clean_token(request.GET.get(PARAMETER))),
        },
    )


# ---- the steps ----


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def apply_step(request: HttpRequest, slug: str, step: str) -> HttpResponse:
    """Show or keep one page of the draft."""
    position = get_object_or_404(Position, slug=slug)
    application = drafts.remembered(request, position)
    if application is None:
        return _without_draft(request, position)
    if application.status != Status.DRAFT:
        return redirect("candidates:apply_done", slug)
    page = _page(application, position, step=step)
    if step not in page.steps:
        raise Http404
    takes = intake.takes(application)
    # What was typed before it closed is kept, though it cannot be sent any more.
    keeps = request.method == "POST" and step != told.CHECK
    if not takes and not keeps:
        return _closed(request, position)
    try:
        response = _VIEWS.get(step, _duty)(request, page)
    except intake.AlreadySentError:  # sent in another tab meanwhile
        return redirect("candidates:apply_done", slug)
    return response if takes else _closed(request, position)


def _first_open(page: Page) -> str:
    """Return the page where somebody left off: the first that was not kept yet."""
    given = page.application.answers
    return next((step for step in page.steps if step not in given), told.CHECK)


def _page(application: Application, position: Position, *, step: str) -> Page:
    return Page(
        application=application,
        position=position,
        duties=told.scored_duties(position),
        needs=requirements.asked_of(position),
        step=step,
    )


def _without_draft(request: HttpRequest, position: Position) -> HttpResponse:
    get_object_or_404(Position.objects.reachable(), pk=position.pk)
    start = reverse("candidates:apply", args=[position.slug])
    return redirect(f"{start}?cookie=1" if "begun" in request.GET else start)


def _contact(request: HttpRequest, page: Page) -> HttpResponse:
    resume = None if page.told else reading.resume_of(page.application)
    offered = told.contact_in(resume) if resume else {}
    form = shapes.ContactForm(
        request.POST if request.method == "POST" else None,
        initial=page.told or offered,
    )
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["website"]:
            intake.mark_suspicious(page.application)
        return _keep(request, page, form.answers())
    return _show(
        request,
        page,
        "contact",
        form=form,
        offered=len(offered),
        document=page.application.documents.order_by("-pk").first(),
    )


def _cv(request: HttpRequest, page: Page) -> HttpResponse:
    """Take a file or a pasted text; then show what could be read in it."""
    form = shapes.CvForm()
    if request.method == "POST":
        if request.POST.get("act") == "remove":
            intake.remove_documents(page.application)
            return redirect(_here(request, page))
        form = shapes.CvForm(request.POST, request.FILES)
        response = _uploaded(request, page, form)
        if response is not None:
            return response
    document = page.application.documents.order_by("-pk").first()
    resume = reading.resume_of(page.application)
    return _show(
        request,
        page,
        "cv",
        form=form,
        document=document,
        reason=told.sentence(document.reason) if document else "",
        found=told.found_in(resume) if resume else None,
        here=_here(request, page),
        fragment="candidates/apply/_cv_state.html",
    )


def _here(request: HttpRequest, page: Page) -> str:
    back = request.POST.get("back") or request.GET.get("back")
    return page.url(page.step) + ("?back=check" if back == told.CHECK else "")


def _uploaded(
    request: HttpRequest, page: Page, form: shapes.CvForm
) -> HttpResponse | None:
    """Take the CV, or put what is wrong with it at the field."""
    if not form.is_valid():
        return None
    given = form.given()
    if given is None:
        return _keep(request, page, {"seen": True})
    if not limits.allow(
        "upload",
        drafts.sender_of(request),
        capacity=UPLOADS_PER_HOUR,
        per_seconds=3_600,
    ):
        return _too_many(request, page.position)
    try:
        intake.attach_document(
            page.application, name=given.name, data=given.data, at=timezone.now()
        )
    except intake.FileRefusedError as error:
        form.add_error(given.field, _(error.sentence))
        return None
    except OSError:
        form.add_error(
            given.field,
            _("We could not store it just now. Try again, or go on without it."),
        )
        return None
    intake.save_answers(page.application, page.step, {"seen": True})
    return redirect(_here(request, page))


def _work(request: HttpRequest, page: Page) -> HttpResponse:
    return _rows(
        request,
        page,
        form=shapes.JobForm,
        prefix="jobs",
        template="work",
        form_kwargs={
            "duties": list(page.position.duties.filter(share__gt=0).order_by("order")),
            "today": timezone.localdate(),
        },
        none_label=_("I have no work history yet"),
        needed=_("Add a job, or tick “I have no work history yet”."),
    )


def _education(request: HttpRequest, page: Page) -> HttpResponse:
    return _rows(
        request,
        page,
        form=shapes.StudyForm,
        prefix="studies",
        template="education",
        form_kwargs={},
        none_label=_("I have no qualification to list"),
        needed=_("Add a qualification, or tick “I have no qualification to list”."),
    )


def _rows(
    request: HttpRequest,
    page: Page,
    *,
    form: type[forms.Form],
    prefix: str,
    template: str,
    form_kwargs: dict[str, Any],
    none_label: str,
    needed: str,
) -> HttpResponse:
    """Show or keep a page of rows; "add another" works without script."""
    document = page.application.documents.order_by("-pk").first()
    context: dict[str, Any] = {"document": document}
    if request.method != "POST":
        shown = _offered(page, form)
        formset = shapes.rows_of(form, prefix, initial=shown, form_kwargs=form_kwargs)
        none = shapes.NoneForm(initial=page.told, label=none_label)
        offered = sum(bool(row.get("from_cv")) for row in shown)
        context["offered"] = 0 if page.told else offered
        return _show(request, page, template, formset=formset, none=none, **context)
    formset = shapes.rows_of(form, prefix, data=request.POST, form_kwargs=form_kwargs)
    none = shapes.NoneForm(request.POST, label=none_label)
    if "add_row" in request.POST and formset.management_form.is_valid():
        formset = shapes.rows_of(
            form,
            prefix,
            initial=formset.typed(request.POST),
            extra=1,
            form_kwargs=form_kwargs,
        )
        return _show(request, page, template, formset=formset, none=none, **context)
    if formset.is_valid() and none.is_valid():
        rows, is_none = formset.rows(), none.cleaned_data["none"]
        if rows and is_none:
            none.add_error(
                "none", _("You told us something above and ticked this. Keep one.")
            )
        elif not rows and not is_none and not _cv_will_tell(document):
            none.add_error("none", needed)
        else:
            return _keep(request, page, {"rows": rows, "none": is_none})
    return _show(request, page, template, formset=formset, none=none, **context)


def _offered(page: Page, form: type[forms.Form]) -> list[dict[str, Any]]:
    """Return the rows to show: what was kept, else what the CV says."""
    if page.told:
        rows: list[dict[str, Any]] = page.told.get("rows", [])
        return rows
    resume = reading.resume_of(page.application)
    if resume is None:
        return []
    if form is shapes.JobForm:
        return told.rows_of_jobs(resume)
    return told.rows_of_studies(resume)


def _cv_will_tell(document: Any) -> bool:  # noqa: ANN401 -- a Document or None
    """Say whether an empty page may be left to the CV."""
    return document is not None and document.state in {
        DocumentState.WAITING,
        DocumentState.READ,
    }


def _needs(request: HttpRequest, page: Page) -> HttpResponse:
    """Ask for conditions, or for skills, licences and languages, on one page.

    Who answers an essential condition with no is told what that means, once, on a page
    of its own; the way on stays open.
    """
    if "told" in request.GET and request.method != "POST":
        return _needs_no(request, page)
    form = NeedsForm(
        request.POST if request.method == "POST" else None,
        initial=dict(page.told),
        asked=page.asked_here,
        today=timezone.localdate(),
    )
    if request.method == "POST" and form.is_valid():
        kept = _keep(request, page, form.answers())
        if _unmet(page):
            back = "&back=check" if request.POST.get("back") == told.CHECK else ""
            return redirect(f"{page.url(page.step)}?told=1{back}")
        return kept
    return _show(request, page, page.step, form=form)


def _unmet(page: Page) -> list[PlanRequirement]:
    said = requirements.told(page.application.answers, page.asked_here)
    return requirements.unmet_conditions(page.asked_here, said)


def _needs_no(request: HttpRequest, page: Page) -> HttpResponse:
    unmet = _unmet(page)
    to_check = request.GET.get("back") == told.CHECK
    after = page.url(told.CHECK) if to_check else page.after()
    if not unmet:
        return redirect(after)
    change = page.url(page.step) + ("?back=check" if to_check else "")
    return _show(
        request, page, "eligibility_no", unmet=unmet, after=after, change=change
    )


def _duty(request: HttpRequest, page: Page) -> HttpResponse:
    form = shapes.AccomplishmentForm(
        request.POST if request.method == "POST" else None, initial=page.told
    )
    if request.method == "POST" and form.is_valid():
        return _keep(request, page, form.answers())
    return _show(request, page, "duty", form=form, duty=page.duty)


def _check(request: HttpRequest, page: Page) -> HttpResponse:
    if request.method == "POST":
        try:
            sent = intake.submit(
                page.application,
                answers=page.application.answers,
                at=timezone.now(),
                sender=drafts.sender_of(request),
            )
        except intake.PositionClosedError:
            return _closed(request, page.position)
        except intake.TooManyError:
            return _too_many(request, page.position)
        except intake.AnswersMissingError:
            pass  # shown below, each with its link
        else:
            drafts.remember(request, sent)
            drafts.ask_equality(request, sent)
            return redirect("candidates:apply_equality", page.position.slug)
    return _show_check(request, page)


def _show_check(request: HttpRequest, page: Page) -> HttpResponse:
    given = page.application.answers
    document = page.application.documents.order_by("-pk").first()
    left = told.missing(
        given,
        page.duties,
        has_cv=document is not None,
        needs=requirements.pages_of(page.needs),
    )
    return _show(
        request,
        page,
        "check",
        person=told.person_of(given),
        jobs=told.jobs_of(given),
        studies=told.studies_of(given),
        work=given.get(told.WORK, {}),
        education=given.get(told.EDUCATION, {}),
        document=document,
        reason=told.sentence(document.reason) if document else "",
        needs=[
            (said, page.url(requirements.page_of(one)))
            for one, said in zip(
                page.needs,
                requirements.in_draft(page.needs, requirements.told(given, page.needs)),
                strict=True,
            )
        ],
        examples=[
            {
                "duty": duty,
                "told": given.get(f"{told.DUTY}{duty.pk}", {}),
                "step": f"{told.DUTY}{duty.pk}",
            }
            for duty in page.duties
        ],
        left=[
            {"text": _left_words(page, step), "url": page.url(step)} for step in left
        ],
        has_errors=bool(left) and request.method == "POST",
    )


def _left_words(page: Page, step: str) -> str:
    match step:
        case told.CONTACT:
            return _("Tell us your name and email address")
        case told.WORK:
            return _("Tell us about your work, or that there is none yet")
        case told.EDUCATION:
            return _("Tell us about your education, or that there is none to list")
        case told.ELIGIBILITY:
            return _("Answer what the job depends on")
        case told.NEEDS:
            return _("Answer what the job asks for")
        case _:
            number = page.steps.index(step) + 1
            return _("Answer question %(number)d, with an example or without") % {
                "number": number
            }


_VIEWS = {
    told.CONTACT: _contact,
    told.CV: _cv,
    told.WORK: _work,
    told.EDUCATION: _education,
    told.ELIGIBILITY: _needs,
    told.NEEDS: _needs,
    told.CHECK: _check,
}


# ---- done ----


@login_not_required
@require_safe
def apply_done(request: HttpRequest, slug: str) -> HttpResponse:
    """Say the reference number, and what happens when."""
    position = get_object_or_404(Position, slug=slug)
    application = drafts.remembered(request, position)
    if application is None:
        raise Http404
    if application.status == Status.DRAFT:
        return redirect("candidates:apply_step", slug, told.CHECK)
    return render(
        request,
        "candidates/apply/done.html",
        {
            "position": position,
            "application": application,
            "reference": application.reference,
            "hear_by": standing.hear_by_words(application),
        },
    )


# ---- answers that every step gives ----


def _keep(request: HttpRequest, page: Page, values: dict[str, Any]) -> HttpResponse:
    intake.save_answers(page.application, page.step, values)
    if request.POST.get("back") == told.CHECK:
        return redirect(page.url(told.CHECK))
    return redirect(page.after())


def _show(
    request: HttpRequest,
    page: Page,
    template: str,
    *,
    fragment: str = "",
    **context: Any,  # noqa: ANN401 -- a template's
) -> HttpResponse:
    back = request.POST.get("back") or request.GET.get("back")
    to_check = back == told.CHECK
    whole = f"candidates/apply/{template}.html"
    return render_page(
        request,
        whole,
        {
            "page": page,
            "position": page.position,
            "closing": standing.closing_near(page.position, at=timezone.now()),
            "number": page.number,
            "total": len(page.steps),
            "back": told.CHECK if to_check else "",
            "back_url": page.url(told.CHECK) if to_check else page.before(),
            **context,
        },
        fragment=fragment or whole,
    )


def _closed(request: HttpRequest, position: Position) -> HttpResponse:
    return render(
        request, "candidates/apply/closed.html", {"position": position}, status=409
    )


def _too_many(request: HttpRequest, position: Position) -> HttpResponse:
    return render(
        request, "candidates/apply/too_many.html", {"position": position}, status=429
    )
