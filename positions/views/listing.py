"""Find a position: search, filter, sort, take the list away."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, F, OrderBy
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from backoffice_ats.accounts.enums import Role
from backoffice_ats.accounts.services import organisation
from backoffice_ats.shared.access import StaffRequest, requires
from backoffice_ats.shared.htmx import render_page
from positions.enums import ListKind, PositionStatus
from positions.forms.lists import ListFilterForm
from positions.models import Position
from positions.querysets import PositionQuerySet
from positions.services import export, listing
from positions.views import kept

PAGE_SIZE = 25
SORTS = {
    "title": "title",
    "department": "department",
    "status": "status",
    "openings": "openings",
    "applications": "application_count",
    "days": "published_at",
    "closes": "closes_at",
}
FIRST_SORT = "-closes"


@require_safe
@requires("positions.view_position")
def position_list(request: StaffRequest) -> HttpResponse:
    form = _filters(request)
    wanted = form.cleaned_data
    found = _found(request, form)
    counts = dict(found.order_by().values_list("status").annotate(n=Count("pk")))
    sort = _sort(request)
    page = Paginator(_ordered(_with_status(found, form), sort), PAGE_SIZE).get_page(
        request.GET.get("page")
    )
    query = ListFilterForm.query_of(request.GET)
    context = {
        "page": page,
        "rows": listing.rows_of(page.object_list, at=timezone.now()),
        "stages": [label for key, label in listing.STAGES.items() if key != "HIRED"],
        "form": form,
        "sort": sort,
        "status": wanted.get("status", ""),
        "chips": _chips(request, counts, wanted.get("status", "")),
        "is_filtered": any(wanted.values()),
        "is_simple": request.user.role == Role.PANEL_MEMBER,
        **kept.context_of(request, ListKind.POSITIONS, query),
        "time_zone": organisation.current().time_zone,
    }
    return render_page(
        request, "positions/list.html", context, fragment="positions/_table.html"
    )


@require_safe
@requires("positions.change_position")
def position_export(request: StaffRequest) -> StreamingHttpResponse:
    """Give what the list shows with these filters, every page of it, as CSV."""
    form = _filters(request)
    found = _ordered(_with_status(_found(request, form), form), _sort(request))
    now = timezone.now()
    house = organisation.current()
    return StreamingHttpResponse(
        export.lines(found, at=now, zone=house.time_zone),
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="positions-{now:%Y-%m-%d}.csv"'
        },
    )


def _filters(request: StaffRequest) -> ListFilterForm:
    departments = (
        Position.objects.visible_to(request.user)
        .order_by("department")
        .values_list("department", flat=True)
        .distinct()
    )
    form = ListFilterForm(request.GET, departments=list(departments))
    form.full_clean()
    return form


def _found(request: StaffRequest, form: ListFilterForm) -> PositionQuerySet:
    """Return what fits every filter but the status, which the chips count by."""
    wanted: dict[str, Any] = form.cleaned_data
    found: PositionQuerySet = Position.objects.visible_to(request.user).matching(
        wanted.get("q", "")
    )
    if wanted.get("department"):
        found = found.filter(department=wanted["department"])
    if wanted.get("mine"):
        found = found.filter(owner=request.user)
    if wanted.get("soon"):
        now = timezone.now()
        found = found.filter(
            status=PositionStatus.OPEN,
            closes_at__gt=now,
            closes_at__lte=now + listing.SOON,
        )
    return found


def _with_status(found: PositionQuerySet, form: ListFilterForm) -> PositionQuerySet:
    """Keep the status asked for; what is archived only when it is."""
    status = form.cleaned_data.get("status")
    if status:
        return found.filter(status=status)
    return found.exclude(status=PositionStatus.ARCHIVED)


def _sort(request: HttpRequest) -> str:
    sort = request.GET.get("sort", FIRST_SORT)
    return sort if sort.removeprefix("-") in SORTS else FIRST_SORT


def _ordered(found: PositionQuerySet, sort: str) -> PositionQuerySet:
    key = sort.removeprefix("-")
    if key == "applications":
        found = found.with_application_count()
    # The longest open was published first.
    downwards = sort.startswith("-") != (key == "days")
    column = F(SORTS[key])
    order: OrderBy = (
        column.desc(nulls_last=True) if downwards else column.asc(nulls_last=True)
    )
    return found.order_by(order, "pk")


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
        "count": sum(n for key, n in counts.items() if key != PositionStatus.ARCHIVED),
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
