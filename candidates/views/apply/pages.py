"""One page of the form: where it stands, and what every page does."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from backoffice_ats.shared.htmx import render_page
from candidates.models import Application
from candidates.services import answers as told
from candidates.services import intake, requirements, standing
from candidates.services import questions as own
from positions.models import Duty, Position, Question
from positions.plan import PlanRequirement


@dataclass(frozen=True, slots=True)
class Page:
    """One step of one draft: where it is and what is around it."""

    application: Application
    position: Position
    duties: list[Duty]
    needs: tuple[PlanRequirement, ...]
    questions: tuple[Question, ...]
    step: str

    @property
    def steps(self) -> list[str]:
        asks = set(requirements.pages_of(self.needs).values())
        return told.steps_of(
            self.duties, asks=asks, questions=own.pages_of(self.questions)
        )

    @property
    def asked_here(self) -> tuple[PlanRequirement, ...]:
        """Return the requirements that are asked for on this page."""
        return tuple(
            one for one in self.needs if requirements.page_of(one) == self.step
        )

    @property
    def questions_here(self) -> list[Question]:
        """Return the position's own questions that stand on this page."""
        return [one for one in self.questions if own.page_of(one) == self.step]

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


def page_at(application: Application, position: Position, *, step: str) -> Page:
    plan = told.frozen_plan(position)
    return Page(
        application=application,
        position=position,
        duties=told.duties_in(plan, position),
        needs=plan.requirements if plan else (),
        questions=own.asked_of(position),
        step=step,
    )


def first_open(page: Page) -> str:
    """Return the page where somebody left off: the first that was not kept yet."""
    given = page.application.answers
    return next((step for step in page.steps if step not in given), told.CHECK)


def keep(request: HttpRequest, page: Page, values: dict[str, Any]) -> HttpResponse:
    intake.save_answers(page.application, page.step, values)
    if request.POST.get("back") == told.CHECK:
        return redirect(page.url(told.CHECK))
    return redirect(page.after())


def show(
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


def closed(request: HttpRequest, position: Position) -> HttpResponse:
    return render(
        request, "candidates/apply/closed.html", {"position": position}, status=409
    )


def too_many(request: HttpRequest, position: Position) -> HttpResponse:
    return render(
        request, "candidates/apply/too_many.html", {"position": position}, status=429
    )
