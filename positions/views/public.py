"""The careers site: what strangers may read about open positions."""

from typing import Any

from csp.decorators import csp_replace
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from positions.forms.lists import CareersFilterForm
from positions.listing.jobposting import job_posting
from positions.listing.source import PARAMETER, clean_token, with_token
from positions.models import Position
from positions.services import advert, plans, vacancies
from positions.views import answers

PAGE_SIZE = 20
EMBEDDED = "embed"  # where readers of an embedded list came from
FIRST_SORT = "closes"
SORTS = {
    "closes": ("closes_at", "pk"),
    "newest": ("-published_at", "-pk"),
    "title": ("title", "closes_at", "pk"),
    "place": ("town", "title", "pk"),
}
# What no careers page carries: it has no form that changes anything, and the token
# would set a cookie and keep the page out of every cache.
NO_TOKEN = {"csrf_token": ""}


def source_of(request: HttpRequest) -> str:
    """Return the query string that carries on where the reader came from, or ""."""
    return with_token("", clean_token(request.GET.get(PARAMETER)))


@require_safe
@login_not_required
def careers(request: HttpRequest) -> HttpResponse:
    """List the open positions; also the home page of strangers."""
    now = timezone.now()
    state = Position.objects.board_state(now)
    return answers.public(
        request,
        lambda: _careers(request),
        marks=state,
        changed_at=state.changed_at,
    )


def _careers(request: HttpRequest) -> HttpResponse:
    accepting = Position.objects.accepting(timezone.now()).with_town()
    offered = accepting.departments_and_towns()
    form = CareersFilterForm(
        request.GET,
        departments=sorted({department for department, _town in offered}),
        towns=sorted({town for _department, town in offered if town}),
    )
    form.full_clean()
    wanted = form.cleaned_data
    found = accepting.matching(wanted.get("q", ""))
    filters = {
        "department": "department",
        "workplace": "workplace",
        "employment": "employment",
        "place": "town",
    }
    for name, column in filters.items():
        if wanted.get(name):
            found = found.filter(**{column: wanted[name]})
    order = SORTS[wanted.get("sort") or FIRST_SORT]
    page = Paginator(found.order_by(*order), PAGE_SIZE).get_page(
        request.GET.get("page")
    )
    department = wanted.get("department", "")
    context = {
        "form": form,
        "page": page,
        "is_filtered": any(wanted.get(name) for name in ("q", *filters)),
        "any_open": bool(offered),
        "organisation": answers.house_of(request),
        "source": clean_token(request.GET.get(PARAMETER)),
        "source_query": source_of(request),
        "canonical": vacancies.absolute(reverse("positions:careers")),
        "department": department,
        "department_feed": department
        and reverse("positions:department_feed", args=[slugify(department) or "-"]),
        **NO_TOKEN,
    }
    return render(request, "positions/careers.html", context)


@require_safe
@login_not_required
def job(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the advert of an open position; say of a closed one that it is gone."""
    position = Position.objects.reachable(timezone.now()).filter(slug=slug).first()
    if position is None:
        return _gone(request, slug)
    version = plans.current(position)
    frozen_at = version.frozen_at if version else position.updated_at

    def make() -> HttpResponse:
        context = {
            **job_context(request, advert_of(request, position)),
            "source_query": source_of(request),
        }
        response = render(request, "positions/job.html", context)
        if position.confidential:  # who has the link may read it; nobody else finds it
            response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return answers.public(
        request,
        make,
        marks=(
            position.updated_at,
            position.closes_at,
            frozen_at,
            *advert.kinds_asked(position),
        ),
        changed_at=max(position.updated_at, frozen_at),
    )


def advert_of(request: HttpRequest, position: Position) -> advert.Advert:
    house = answers.house_of(request)
    return advert.advert_of(position, reply_within_days=house.reply_within_days)


def job_context(request: HttpRequest, shown: advert.Advert) -> dict[str, Any]:
    """Return the context of the advert's page, which the preview shares."""
    house = answers.house_of(request)
    position = shown.position
    is_public = (
        position.published_at is not None
        and position.closes_at is not None
        and not position.confidential
    )
    address = reverse("positions:job", args=[position.slug])
    return {
        "advert": shown,
        "organisation": house,
        "reference": position.code,
        "canonical": vacancies.absolute(address),
        "markup": job_posting(vacancies.vacancy_of(shown, house)) if is_public else {},
        **NO_TOKEN,
    }


def _gone(request: HttpRequest, slug: str) -> HttpResponse:
    """Answer 410 for what was public once, 404 for what never was."""
    position = Position.objects.was_public().filter(slug=slug).first()
    if position is None:
        raise Http404

    def make() -> HttpResponse:
        context = {
            "position": position,
            "source_query": source_of(request),
            **NO_TOKEN,
        }
        response = render(request, "positions/job_closed.html", context, status=410)
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return answers.public(
        request,
        make,
        marks=(position.updated_at, position.closes_at),
        changed_at=None,
    )


@require_safe
@login_not_required
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
def embed(request: HttpRequest) -> HttpResponse:
    """List the open positions inside somebody else's page."""
    now = timezone.now()
    state = Position.objects.board_state(now)

    def make() -> HttpResponse:
        found = Position.objects.accepting(now).order_by("closes_at", "pk")
        if department := request.GET.get("department"):
            known = vacancies.departments()
            found = found.filter(department=known.get(department, ""))
        token = clean_token(request.GET.get(PARAMETER)) or EMBEDDED
        context = {
            "positions": found,
            "organisation": answers.house_of(request),
            "source_query": with_token("", token),
            **NO_TOKEN,
        }
        response = render(request, "positions/embed.html", context)
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response

    return answers.public(request, make, marks=state, changed_at=state.changed_at)
