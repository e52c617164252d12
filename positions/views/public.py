"""The careers site: what strangers may read about open positions."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from backoffice_ats.accounts.services import organisation
from positions.forms.lists import CareersFilterForm
from positions.models import Position
from positions.services import advert

PAGE_SIZE = 20


@require_safe
@login_not_required
def careers(request: HttpRequest) -> HttpResponse:
    """List the open positions; also the home page of strangers."""
    now = timezone.now()
    accepting = Position.objects.accepting(now)
    departments = list(
        accepting.order_by("department").values_list("department", flat=True).distinct()
    )
    form = CareersFilterForm(request.GET, departments=departments)
    form.full_clean()
    wanted = form.cleaned_data
    found = accepting.matching(wanted.get("q", ""))
    for name in ("department", "workplace"):
        if wanted.get(name):
            found = found.filter(**{name: wanted[name]})
    page = Paginator(found.order_by("closes_at", "pk"), PAGE_SIZE).get_page(
        request.GET.get("page")
    )
    context = {
        "form": form,
        "page": page,
        "is_filtered": any(wanted.values()),
        "any_open": bool(departments),
        "organisation": organisation.current(),
    }
    return render(request, "positions/careers.html", context)


@require_safe
@login_not_required
def job(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the advert of an open position, and nothing else to strangers."""
    reachable = Position.objects.reachable(timezone.now())
    position = get_object_or_404(reachable, slug=slug)
    now = organisation.current()
    context = {
        "advert": advert.advert_of(position, reply_within_days=now.reply_within_days),
        "organisation": now,
        "reference": position.code,
    }
    response = render(request, "positions/job.html", context)
    if position.confidential:  # who has the link may read it; nobody else finds it
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
