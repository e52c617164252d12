"""While somebody types: what is never asked of anybody."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from backoffice_ats.shared.access import StaffRequest, requires
from positions.services.never_asked import never_asked_in


@require_safe
@requires("positions.change_position")
def wording(request: StaffRequest) -> HttpResponse:
    """Check the one text that is typed; a fragment, empty where nothing is found."""
    typed = " ".join(str(value) for value in request.GET.values())[:1_000]
    context = {"findings": never_asked_in(typed)}
    return render(request, "positions/_wording.html", context)
