"""What is asked beside the history: what the job needs, and examples of duties."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from candidates.forms import apply as shapes
from candidates.forms.needs import NeedsForm
from candidates.services import answers as told
from candidates.services import needs_in_cv, reading, requirements
from candidates.views.apply.pages import Page, keep, show
from positions.plan import PlanRequirement


def needs(request: HttpRequest, page: Page) -> HttpResponse:
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
        found=_found(page),
    )
    if request.method == "POST" and form.is_valid():
        kept = keep(request, page, form.answers())
        if _unmet(page):
            back = "&back=check" if request.POST.get("back") == told.CHECK else ""
            return redirect(f"{page.url(page.step)}?told=1{back}")
        return kept
    return show(request, page, page.step, form=form)


def _found(page: Page) -> dict[str, dict[str, Any]]:
    """Return what the CV offers to a page that was not kept yet."""
    resume = None if page.told else reading.resume_of(page.application)
    return needs_in_cv.rows_in(resume, page.asked_here) if resume else {}


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
    return show(
        request, page, "eligibility_no", unmet=unmet, after=after, change=change
    )


def duty(request: HttpRequest, page: Page) -> HttpResponse:
    form = shapes.AccomplishmentForm(
        request.POST if request.method == "POST" else None, initial=page.told
    )
    if request.method == "POST" and form.is_valid():
        return keep(request, page, form.answers())
    return show(request, page, "duty", form=form, duty=page.duty)
