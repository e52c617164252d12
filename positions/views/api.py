"""The public board as JSON, read only and without a key."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from positions.listing import board
from positions.models import Position
from positions.services import advert, vacancies
from positions.views import answers

# Nothing here belongs to anybody: pages of every site may read it.
OPEN_TO_ALL = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
}


@require_safe
@login_not_required
def api_jobs(request: HttpRequest) -> HttpResponse:
    """List every open position; `?content=true` adds the adverts as HTML."""
    house = answers.house_of(request)
    return _answer(
        request,
        lambda: board.jobs(
            vacancies.open_now(house, at=timezone.now()), content=_content(request)
        ),
    )


@require_safe
@login_not_required
def api_job(request: HttpRequest, slug: str) -> HttpResponse:
    """Give one open position; 410 once it is closed, 404 where it never was open."""
    now = timezone.now()
    position = Position.objects.accepting(now).filter(slug=slug).first()
    if position is None:
        gone = Position.objects.was_public().filter(slug=slug).exists()
        words = {"error": "closed" if gone else "not found"}
        return _json(words, status=410 if gone else 404)
    house = answers.house_of(request)

    def make() -> dict[str, Any]:
        shown = advert.advert_of(position, reply_within_days=house.reply_within_days)
        found = vacancies.vacancy_of(shown, house)
        return board.job(found, content=_content(request))

    return _answer(request, make)


def _content(request: HttpRequest) -> bool:
    return request.GET.get("content") == "true"


def _answer(request: HttpRequest, make: Callable[[], dict[str, Any]]) -> HttpResponse:
    state = Position.objects.board_state(timezone.now())
    response = answers.public(
        request, lambda: _json(make()), marks=state, changed_at=state.changed_at
    )
    for name, value in OPEN_TO_ALL.items():
        response.headers[name] = value
    return response


def _json(value: dict[str, Any], status: int = 200) -> HttpResponse:
    return JsonResponse(
        value,
        status=status,
        json_dumps_params={"ensure_ascii": False},
        headers=OPEN_TO_ALL,
    )
