"""Find a position, start one, and see where it stands."""

from csp.constants import SELF
from csp.decorators import csp_replace
from django.core.paginator import Paginator
from django.db.models import Count, F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from backoffice_ats.accounts.services import organisation
from backoffice_ats.shared.access import StaffRequest, requires
from backoffice_ats.shared.htmx import render_page
from positions.enums import PositionStatus
from positions.forms.lists import ListFilterForm
from positions.models import Position
from positions.services import advert as adverts
from positions.services import lifecycle, plans
from positions.views.head import head_of
from positions.views.public import advert_of, job_context

PAGE_SIZE = 25
DEVICES = {"phone", "desktop"}
SORTS = {
    "title": "title",
    "department": "department",
    "status": "status",
    "openings": "openings",
    "applications": "application_count",
    "closes": "closes_at",
}
FIRST_SORT = "-closes"


@require_safe
@requires("positions.view_position")
def position_list(request: StaffRequest) -> HttpResponse:
    visible = Position.objects.visible_to(request.user)
    form = ListFilterForm(request.GET)
    form.full_clean()
    found = visible.matching(form.cleaned_data.get("q", ""))
    counts = dict(found.order_by().values_list("status").annotate(n=Count("pk")))
    status = form.cleaned_data.get("status", "")
    if status:
        found = found.filter(status=status)
    sort = request.GET.get("sort", FIRST_SORT)
    sort = sort if sort.removeprefix("-") in SORTS else FIRST_SORT
    column = F(SORTS[sort.removeprefix("-")])
    ordered = found.with_counts().order_by(
        column.desc(nulls_last=True) if sort.startswith("-") else column.asc(), "pk"
    )
    context = {
        "page": Paginator(ordered, PAGE_SIZE).get_page(request.GET.get("page")),
        "form": form,
        "sort": sort,
        "status": status,
        "chips": _chips(request, counts, status),
        "is_filtered": bool(status or form.cleaned_data.get("q")),
        "time_zone": organisation.current().time_zone,
    }
    return render_page(
        request, "positions/list.html", context, fragment="positions/_table.html"
    )


def _chips(
    request: HttpRequest, counts: dict[str, int], current: str
) -> list[dict[str, object]]:
    def address(status: str) -> str:
        query = request.GET.copy()
        for name in ("status", "page"):
            query.pop(name, None)
        if status:
            query["status"] = status
        return f"?{query.urlencode()}"

    everything = {
        "text": _("All"),
        "url": address(""),
        "count": sum(counts.values()),
        "current": not current,
    }
    return [
        everything,
        *(
            {
                "text": label,
                "url": address(value),
                "count": counts.get(value, 0),
                "current": value == current,
            }
            for value, label in PositionStatus.choices
            if value in counts or value == current
        ),
    ]


@require_safe
@requires("positions.view_position")
def overview(request: StaffRequest, slug: str) -> HttpResponse:
    """Show where a position stands and the next step of its journey."""
    position = get_object_or_404(
        Position.objects.visible_to(request.user).with_counts(), slug=slug
    )
    context = head_of(position, "overview")
    now = timezone.now()
    found = lifecycle.missing(position, at=now) if position.is_draft else []
    context |= {
        "advert": adverts.advert_of(
            position, reply_within_days=context["organisation"].reply_within_days
        ),
        "missing": found,
        "is_changed": plans.is_changed(position),
        "is_past": bool(position.closes_at and position.closes_at <= now),
        "members": position.team.select_related("user").order_by("role", "user__name"),
        "actions": "positions/_overview_actions.html",
    }
    return render(request, "positions/overview.html", context)


@require_safe
@requires("positions.view_position")
def advert(request: StaffRequest, slug: str) -> HttpResponse:
    """Show the advert as it is published, as wide as a phone or a desktop."""
    position = get_object_or_404(Position.objects.visible_to(request.user), slug=slug)
    device = request.GET.get("as")
    context = head_of(position, "advert") | {
        "device": device if device in DEVICES else "desktop",
        "is_public": Position.objects.accepting(timezone.now())
        .filter(pk=position.pk)
        .exists(),
    }
    return render(request, "positions/advert.html", context)


@require_safe
@requires("positions.view_position")
@xframe_options_sameorigin
@csp_replace({"frame-ancestors": [SELF]})  # type: ignore[arg-type]  # it types views without arguments only
def advert_preview(request: StaffRequest, slug: str) -> HttpResponse:
    """Give the public page itself, published or not, to stand inside `advert`."""
    position = get_object_or_404(Position.objects.visible_to(request.user), slug=slug)
    shown = advert_of(request, position)
    context = job_context(request, shown) | {"is_preview": True}
    return render(request, "positions/job.html", context)
