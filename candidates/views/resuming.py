"""Coming back to an application: save for later, and the lost link."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from candidates.forms.resuming import AddressForm
from candidates.services import limits, resuming
from candidates.views import drafts
from positions.models import Position

ASKS = 20
ASKS_SECONDS = 900


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def apply_later(request: HttpRequest, slug: str) -> HttpResponse:
    """Send the link of this browser's draft to its writer."""
    position = get_object_or_404(Position, slug=slug)
    draft = drafts.draft_of(request, position)
    if draft is None:
        return redirect("candidates:apply", slug)
    form = AddressForm(
        request.POST if request.method == "POST" else None,
        initial={"email": resuming.address_in(draft)},
    )
    if request.method == "POST" and form.is_valid():
        if not _may_ask(request):
            return _too_many(request, position)
        resuming.save_for_later(draft, form.cleaned_data["email"], at=timezone.now())
        return redirect(reverse("candidates:apply_later", args=[slug]) + "?sent=1")
    return render(
        request,
        "candidates/apply/later.html",
        {
            "position": position,
            "form": form,
            "sent_to": resuming.address_in(draft) if "sent" in request.GET else "",
            "back_url": reverse("candidates:apply", args=[slug]),
        },
    )


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def link_lost(request: HttpRequest, slug: str) -> HttpResponse:
    """Take down who wants their link; one answer for every address."""
    position = get_object_or_404(Position, slug=slug, published_at__isnull=False)
    form = AddressForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if not _may_ask(request):
            return _too_many(request, position)
        resuming.ask_for_link(position, form.cleaned_data["email"], at=timezone.now())
        return redirect(reverse("candidates:link_lost", args=[slug]) + "?sent=1")
    return render(
        request,
        "candidates/apply/link_lost.html",
        {"position": position, "form": form, "sent": "sent" in request.GET},
    )


def _may_ask(request: HttpRequest) -> bool:
    return limits.allow(
        "links", drafts.sender_of(request), capacity=ASKS, per_seconds=ASKS_SECONDS
    )


def _too_many(request: HttpRequest, position: Position) -> HttpResponse:
    return render(
        request, "candidates/apply/too_many.html", {"position": position}, status=429
    )
