"""A referee answers by secret link, without an account, page by page."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from candidates.views import secret_link
from screening.enums import SIDES
from screening.forms.references import KnowingForm, LastForm
from screening.instruments.references import ITEMS, Side
from screening.models import Referee
from screening.services import references
from screening.services.references import Said

MINE = "referees"
FIRST, LAST = 1, 2 + len(Side)
GRADES = {str(number): number for number in range(1, 6)}
NOT_OBSERVED = "x"


@csrf_exempt  # see `secret_link`
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """Exchange the secret link into the session."""
    referee = references.of_link(token)
    if referee is None:
        raise Http404
    context = {"position": referee.application.position}
    if request.method != "POST":
        return secret_link.offer(request, "screening/referees/link.html", context)
    if (refused := secret_link.refusal(request, context)) is not None:
        return refused
    secret_link.remember(request, MINE, referee.pk)
    return secret_link.exchanged(
        request, redirect("screening:reference_start", referee.pk)
    )


@login_not_required
@require_safe
def start(request: HttpRequest, pk: int) -> HttpResponse:
    """Say who asks what and why; thank them at the end."""
    referee = _mine(request, pk)
    return render(
        request,
        "screening/referees/start.html",
        _context(referee)
        | {
            "can_answer": references.can_answer(referee),
            "is_begun": bool(referee.said_relation),
            "next": min(references.missing(referee), default=LAST),
        },
    )


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, pk: int, n: int) -> HttpResponse:
    """Show one page of the reference; a POST saves it and leads on."""
    referee = _mine(request, pk)
    if not FIRST <= n <= LAST:
        raise Http404
    if not references.can_answer(referee):
        return redirect("screening:reference_start", pk)
    if FIRST < n < LAST:
        return _items(request, referee, n)
    return _form(request, referee, n)


def _form(request: HttpRequest, referee: Referee, n: int) -> HttpResponse:
    shape = KnowingForm if n == FIRST else LastForm
    form: KnowingForm | LastForm = shape(
        request.POST if request.method == "POST" else None, initial=_initial(referee, n)
    )
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        said = (
            Said(relation=given["relation"], months=given["months"])
            if n == FIRST
            else Said(
                again=given["again"],
                comment=given["comment"],
                may_be_read=given["may_be_read"] == "yes",
            )
        )
        return _saved(referee, said, n)
    return render(
        request,
        "screening/referees/form.html",
        _context(referee, n) | {"form": form, "is_last": n == LAST},
    )


def _initial(referee: Referee, n: int) -> dict[str, Any]:
    if n == FIRST:
        return {"relation": referee.said_relation, "months": referee.said_months}
    read = {True: "yes", False: "no", None: ""}[referee.may_be_read]
    return {"again": referee.again, "comment": referee.comment, "may_be_read": read}


def _items(request: HttpRequest, referee: Referee, n: int) -> HttpResponse:
    side = list(Side)[n - 2]
    asked = [one for one in ITEMS if one.side is side]
    typed = {one.key: request.POST.get(one.key, "") for one in asked}
    open_ones = {
        key for key, value in typed.items() if value not in GRADES | {NOT_OBSERVED: 0}
    }
    if request.method == "POST":
        ratings = {
            key: GRADES.get(value)
            for key, value in typed.items()
            if key not in open_ones
        }
        if not open_ones:
            return _saved(referee, Said(ratings=ratings), n)
        try:
            references.say(referee, Said(ratings=ratings))
        except references.OverError:
            return redirect("screening:reference_start", referee.pk)
        referee.refresh_from_db()
    response = render(
        request,
        "screening/referees/items.html",
        _context(referee, n)
        | {
            "side": dict(SIDES)[side.value],
            "rows": [
                {
                    "item": one,
                    "chosen": _chosen(referee, one.key),
                    "anchors": [
                        {"n": 5, "title": _("5"), "text": one.high},
                        {"n": 4, "title": "", "text": ""},
                        {"n": 3, "title": _("3"), "text": one.mid},
                        {"n": 2, "title": "", "text": ""},
                        {"n": 1, "title": _("1"), "text": one.low},
                    ],
                    "is_open": request.method == "POST" and one.key in open_ones,
                }
                for one in asked
            ],
            "has_open": request.method == "POST" and bool(open_ones),
        },
    )
    if request.method == "POST":
        response.status_code = 422
    return response


def _chosen(referee: Referee, key: str) -> str:
    if key not in referee.answers:
        return ""
    said = referee.answers[key]
    return NOT_OBSERVED if said is None else str(said)


def _saved(referee: Referee, said: Said, n: int) -> HttpResponse:
    try:
        saved = references.say(referee, said)
        left = references.missing(saved)
        if n == LAST and not left:
            references.finish(saved, at=timezone.now())
    except references.OverError:
        return redirect("screening:reference_start", referee.pk)
    if n == LAST:
        return (
            redirect("screening:reference_page", referee.pk, left[0])
            if left
            else redirect("screening:reference_start", referee.pk)
        )
    return redirect("screening:reference_page", referee.pk, n + 1)


@login_not_required
@require_POST
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    """Rather say nothing."""
    referee = _mine(request, pk)
    if references.can_answer(referee):
        references.decline(referee, at=timezone.now())
    return redirect("screening:reference_start", pk)


def _context(referee: Referee, n: int = 0) -> dict[str, Any]:
    application = referee.application
    return {
        "referee": referee,
        "application": application,
        "candidate": application.candidate,
        "position": application.position,
        "number": n,
        "total": LAST,
        "done": max(0, n - 1),
        "back": n - 1,
    }


def _mine(request: HttpRequest, pk: int) -> Referee:
    if not secret_link.holds(request, MINE, pk):
        raise Http404
    found: Referee = get_object_or_404(
        Referee.objects.select_related(
            "application__position", "application__candidate"
        ),
        pk=pk,
    )
    return found
