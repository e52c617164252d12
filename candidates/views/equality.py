"""The voluntary equality questions, asked apart, and their counts."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from backoffice_ats.shared.access import StaffRequest, requires
from candidates.forms.equality import EqualityForm
from candidates.services import equality
from candidates.views import drafts
from positions.models import Position


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def apply_equality(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask once, right after sending; who leaves it out loses nothing."""
    position = get_object_or_404(Position, slug=slug)
    if not drafts.is_asked_equality(request, position):
        return redirect("candidates:apply_done", slug)
    form = EqualityForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        drafts.close_equality(request, position)
        equality.put_away(position, form.answers(), on=timezone.localdate())
        return redirect("candidates:apply_done", slug)
    return render(
        request, "candidates/apply/equality.html", {"position": position, "form": form}
    )


@require_safe
@requires("candidates.view_equality")
def equality_counts(request: StaffRequest, slug: str) -> HttpResponse:
    """Show the counts of a closed position, small groups left out."""
    position = get_object_or_404(Position.objects.read_by(request.user), slug=slug)
    return render(
        request,
        "candidates/equality.html",
        {
            "position": position,
            "tab": "pipeline",
            "counted": equality.counts_of(position),
            "smallest": equality.SMALLEST,
            "is_over": position.status in {"CLOSED", "ARCHIVED"},
        },
    )
