"""The front door: who comes in, where things stand, and whether the house stands."""

from typing import cast

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import resolve, reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from backoffice_ats.accounts.enums import Role
from backoffice_ats.accounts.models import User
from backoffice_ats.audit.services import trail
from backoffice_ats.home import finder, health, mailbox, needs
from backoffice_ats.home.forms import SearchForm
from candidates.services import identity

FOUND_PER_PAGE = 25
AUDITOR_LINES = 15

# What search engines may read, and what is somebody's: staff pages and secret links.
CRAWLED = ("/jobs/", "/api/public/", "/sitemap.xml")
PRIVATE = (
    "/jobs/*/apply",
    "/jobs/embed/",
    "/account/",
    "/applications/",
    "/documents/",
    "/my-application/",
    "/notes/",
    "/outbox/",
    "/people/",
    "/positions/",
    "/requests/",
    "/search/",
    "/status/",
    "/trail/",
)


@require_safe
@login_not_required
def home(request: HttpRequest) -> HttpResponseBase:
    """Show strangers the jobs, and everybody who works here what needs them."""
    user = request.user
    if not isinstance(user, User):
        # The same page as /jobs/, whichever function answers there.
        careers = resolve(reverse("positions:careers")).func
        response = cast("HttpResponseBase", careers(request))
        # The same address shows staff their own page: no copy of it is kept.
        response.headers["Cache-Control"] = "private, no-store"
        return response
    if user.role == Role.AUDITOR:
        return _auditor(request)
    if user.role == Role.PANEL_MEMBER:
        return _panel(request, user)
    today = needs.today(user, at=timezone.now())
    return render(
        request, "home/today.html", {"today": today, "needs_count": today.count}
    )


def _panel(request: HttpRequest, user: User) -> HttpResponse:
    lines = needs.lines_of(user)
    return render(
        request,
        "home/panel.html",
        {
            "lines": lines,
            "to_review": sum(line.to_review for line in lines),
            "asked": list(needs.approvals_for(user)),
            "mentions": list(needs.mentions_of(user)),
        },
    )


def _auditor(request: HttpRequest) -> HttpResponse:
    page = trail.read(trail.Filters(), size=AUDITOR_LINES)
    return render(request, "home/auditor.html", {"page": page})


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Find positions and people this reader may see."""
    user = request.user
    assert isinstance(user, User)  # noqa: S101 -- strangers were sent to the login
    form = SearchForm(request.GET or None)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    context = {"form": form, "words": words}
    if words:
        found = finder.applications(words, user)
        page = Paginator(found, FOUND_PER_PAGE).get_page(request.GET.get("page"))
        context |= {
            "positions": finder.positions(words, user)[:FOUND_PER_PAGE],
            "page": page,
            "people": [(one, identity.shown_to(one, user)) for one in page],
        }
    return render(request, "home/search.html", context)


# ---- for machines ----


@require_safe
@login_not_required
def healthz(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 -- a view's signature
    """Say that this process answers; nothing else is asked."""
    return JsonResponse({"status": "ok"})


@require_safe
@login_not_required
def readyz(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 -- a view's signature
    """Say whether requests should come here, and which part is not well."""
    seen = health.look(at=timezone.now())
    return JsonResponse(
        {"status": seen.status, "checks": seen.checks},
        status=200 if seen.ready else 503,
    )


@require_safe
@login_not_required
def robots(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 -- a view's signature
    """Let search engines read the jobs, and nothing that belongs to somebody."""
    sitemap = f"{settings.SITE_URL}{reverse('positions:sitemap')}"
    lines = [
        "User-agent: *",
        *(f"Allow: {path}" for path in CRAWLED),
        *(f"Disallow: {path}" for path in PRIVATE),
        "",
        f"Sitemap: {sitemap}",
    ]
    return HttpResponse(
        "\n".join(lines) + "\n", content_type="text/plain; charset=utf-8"
    )


# ---- mail of a local run ----


@require_safe
@login_not_required
def outbox(request: HttpRequest) -> HttpResponse:
    """List the mail that this run wrote to files."""
    _refuse_unless_local(request)
    mails = mailbox.newest()
    page = Paginator(mails, FOUND_PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "home/outbox.html", {"page": page})


@require_safe
@login_not_required
def outbox_mail(request: HttpRequest, key: str) -> HttpResponse:
    """Show one message, with links that can be followed."""
    _refuse_unless_local(request)
    mail = mailbox.one(key)
    if mail is None:
        raise Http404
    return render(request, "home/outbox_mail.html", {"mail": mail})


def _refuse_unless_local(request: HttpRequest) -> None:
    """Mail in files belongs to a run on one machine; elsewhere to administrators."""
    user = request.user
    trusted = settings.LOCAL or (
        isinstance(user, User) and user.has_perm("accounts.change_user")
    )
    if not (mailbox.is_kept() and trusted):
        raise Http404
