"""Checking everything, and sending it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from candidates.services import answers as told
from candidates.services import intake, requirements
from candidates.services import questions as own
from candidates.views import drafts
from candidates.views.apply.pages import Page, closed, show, too_many


def check(request: HttpRequest, page: Page) -> HttpResponse:
    if request.method == "POST":
        try:
            sent = intake.submit(
                page.application,
                answers=page.application.answers,
                at=timezone.now(),
                sender=drafts.sender_of(request),
            )
        except intake.PositionClosedError:
            return closed(request, page.position)
        except intake.TooManyError:
            return too_many(request, page.position)
        except intake.AnswersMissingError:
            pass  # shown below, each with its link
        else:
            drafts.remember(request, sent)
            drafts.ask_equality(request, sent)
            return redirect("candidates:apply_equality", page.position.slug)
    return _show_check(request, page)


def _show_check(request: HttpRequest, page: Page) -> HttpResponse:
    given = page.application.answers
    document = page.application.documents.cvs().order_by("-pk").first()
    left = told.missing(
        given,
        page.duties,
        has_cv=document is not None,
        needs=requirements.pages_of(page.needs),
        questions=own.unanswered(page.application, page.questions, given),
    )
    return show(
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
        own=[
            (said, page.url(step))
            for said, step in own.in_draft(page.application, page.questions, given)
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
    words = {
        told.CONTACT: _("Tell us your name and email address"),
        told.WORK: _("Tell us about your work, or that there is none yet"),
        told.EDUCATION: _(
            "Tell us about your education, or that there is none to list"
        ),
        told.ELIGIBILITY: _("Answer what the job depends on"),
        told.NEEDS: _("Answer what the job asks for"),
        told.QUESTIONS: _("Answer the questions of this job"),
    }
    for one in page.questions:
        words.setdefault(
            own.page_of(one), _("Answer “%(question)s”") % {"question": one.text}
        )
    if step in words:
        return words[step]
    number = page.steps.index(step) + 1
    return _("Answer question %(number)d, with an example or without") % {
        "number": number
    }
