"""Work samples that come with this: to read, print and use."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from backoffice_ats.shared.access import StaffRequest, requires
from screening.instruments.samples import SAMPLES

PERMISSION = "screening.edit_form"


@require_safe
@requires(PERMISSION)
def samples(request: StaffRequest) -> HttpResponse:
    """List the tasks."""
    return render(request, "screening/samples/list.html", {"samples": SAMPLES})


@require_safe
@requires(PERMISSION)
def sample(request: StaffRequest, key: str) -> HttpResponse:
    """Show one task as applicants get it; `?rater` adds rubric and solution."""
    found = next((one for one in SAMPLES if one.key == key), None)
    if found is None:
        raise Http404
    return render(
        request,
        "screening/samples/sample.html",
        {"sample": found, "for_rater": "rater" in request.GET},
    )
