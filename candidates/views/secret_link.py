"""Exchanging a secret link into the session, by a press and not by a visit.

Mail scanners visit every link; so a GET shows a button and changes nothing. The page
must send no referrer, or its secret travels on; then a browser sends no origin either,
and Django's own check refuses the form. So the view is exempt from that check, and the
page proves itself by a cookie of its own that only its form repeats.
"""

import secrets
from collections.abc import Mapping

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import render
from django.utils.crypto import constant_time_compare

from candidates.services import limits
from candidates.views import drafts

PROOF = "link-proof"
TRIES = 30
TRIES_SECONDS = 900


def offer(
    request: HttpRequest, template: str, context: Mapping[str, object]
) -> HttpResponse:
    """Show the button; the template's form repeats `proof`."""
    proof = secrets.token_urlsafe(24)
    response = render(request, template, {**context, "proof": proof})
    response.headers["Referrer-Policy"] = "no-referrer"
    response.set_cookie(
        PROOF,
        proof,
        max_age=3_600,
        path=request.path,
        secure=settings.SITE_IS_HTTPS,
        httponly=True,
        samesite="Strict",
    )
    return response


def refusal(request: HttpRequest, context: Mapping[str, object]) -> HttpResponse | None:
    """Return the answer to a press that does not come from our page, or too often."""
    proof = request.COOKIES.get(PROOF, "")
    if not proof or not constant_time_compare(proof, request.POST.get("proof", "")):
        return HttpResponseForbidden(
            render(request, "403_csrf.html").content, "text/html; charset=utf-8"
        )
    sender = drafts.sender_of(request)
    if not limits.allow("link", sender, capacity=TRIES, per_seconds=TRIES_SECONDS):
        return render(
            request, "candidates/apply/too_many.html", dict(context), status=429
        )
    request.session.cycle_key()
    return None


def exchanged(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Finish the exchange: nothing of the secret travels on."""
    response.headers["Referrer-Policy"] = "no-referrer"
    response.delete_cookie(PROOF, path=request.path)
    return response


def remember(request: HttpRequest, kind: str, key: int) -> None:
    """Let this browser open what the link is for from now on."""
    held = request.session.get(kind, [])
    request.session[kind] = [*(one for one in held if one != key), key]


def holds(request: HttpRequest, kind: str, key: int) -> bool:
    """Say whether this browser has exchanged a link of this kind for it."""
    return key in request.session.get(kind, [])
