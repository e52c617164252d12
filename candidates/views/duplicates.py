"""People who may be one: the list, both side by side, merging and undoing it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from backoffice_ats.shared.access import StaffRequest, requires
from candidates.forms.record import MergeForm
from candidates.models import Candidate, Merge
from candidates.services import board, duplicates, merging

APART_SHOWN = 50


@require_safe
@requires("candidates.decide_application")
def pairs(request: StaffRequest) -> HttpResponse:
    """List who may be one person, and who was said to be two."""
    found = duplicates.suggested_to(request.user)
    page = board.BoundedPaginator(found, board.PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "candidates/duplicates.html",
        {
            "page": page,
            "pairs": [(pair, duplicates.words_of(pair)) for pair in page],
            "apart": duplicates.apart_for(request.user)[:APART_SHOWN],
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("candidates.decide_application")
def merge(request: StaffRequest, pk: int, other: int) -> HttpResponse:
    """Hold two people against each other; make them one on request."""
    kept, gone = _both(request, pk, other)
    form = MergeForm(
        request.POST if request.method == "POST" else None, kept=kept, other=gone
    )
    if request.method == "POST" and form.is_valid():
        try:
            merging.merge(
                kept, gone, taken=form.taken(), by=request.user, at=timezone.now()
            )
        except merging.GoneError:
            messages.error(request, _("One of the two was merged or erased meanwhile."))
            return redirect("candidates:duplicates")
        messages.success(
            request,
            format_html(
                '{} <a href="#merged">{}</a>',
                _("%(name)s is merged into this person.") % {"name": gone.name},
                _("Undo it"),
            ),
        )
        return redirect(kept)
    sides = [duplicates.side_of(kept), duplicates.side_of(gone)]
    return render(
        request,
        "candidates/merge.html",
        {
            "kept": sides[0],
            "other": sides[1],
            "sides": sides,
            "form": form,
            "apart": duplicates.said_apart(kept, gone),
        },
    )


@require_POST
@requires("candidates.decide_application")
def apart(request: StaffRequest, pk: int, other: int) -> HttpResponse:
    """Note that these are two people."""
    one, two = _both(request, pk, other)
    duplicates.dismiss(one, two, by=request.user, at=timezone.now())
    messages.success(
        request,
        _("%(one)s and %(two)s are two people. They are not suggested any more.")
        % {"one": one.name, "two": two.name},
    )
    return redirect(one if "stay" in request.POST else "candidates:duplicates")


@require_POST
@requires("candidates.decide_application")
def apart_take_back(request: StaffRequest, pk: int, other: int) -> HttpResponse:
    """Let two people be suggested again."""
    one, two = _both(request, pk, other)
    duplicates.take_back(one, two)
    messages.success(request, _("Taken back. They are suggested again."))
    return redirect("candidates:duplicates")


@require_POST
@requires("candidates.decide_application")
def undo(request: StaffRequest, pk: int) -> HttpResponse:
    """Make a merged person two again."""
    made: Merge = get_object_or_404(
        Merge.objects.visible_to(request.user).select_related("kept", "other"), pk=pk
    )
    try:
        merging.undo(made, by=request.user, at=timezone.now())
    except merging.AlreadyUndoneError:
        messages.error(request, _("This merge was undone before."))
    except merging.LaterMergeError:
        messages.error(
            request, _("Somebody was merged after this. Undo the later merge first.")
        )
    except merging.ErasedError:
        messages.error(
            request,
            _("Something of it was erased meanwhile, so it cannot be undone."),
        )
        return redirect("candidates:people")
    else:
        messages.success(
            request,
            format_html(
                '{} <a href="{}">{}</a>',
                _("They are two people again, each as before."),
                made.other.get_absolute_url(),
                made.other.name,
            ),
        )
    return redirect(made.kept)


def _both(request: StaffRequest, pk: int, other: int) -> tuple[Candidate, Candidate]:
    """Load two people of whom the reader may read everything, or say 404."""
    people = Candidate.objects.whole_to(request.user).in_bulk([pk, other])
    if len(people) < 2:  # noqa: PLR2004 -- the two, not one twice
        raise Http404
    return people[pk], people[other]
