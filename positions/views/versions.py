"""The frozen versions of a plan: what people were and are judged by, and what changed."""

from typing import NamedTuple

from django.db.models import Count
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from backoffice_ats.shared.access import StaffRequest, requires
from positions.models import PlanVersion, Position
from positions.plan import Plan
from positions.services import advert as adverts
from positions.services import comparing, plans
from positions.views.head import head_of

DRAFT = "draft"


class Side(NamedTuple):
    """One of the two plans that are compared: its address word, its name."""

    value: str
    label: str


@require_safe
@requires("positions.view_position")
def versions(request: StaffRequest, slug: str) -> HttpResponse:
    """List what was frozen, the newest first."""
    position = _position(request, slug)
    # How many are judged by each: counted by the name of the relation, because the
    # judging itself is on a floor above.
    found = list(
        position.versions.select_related("frozen_by")
        .annotate(judged=Count("evaluations"))
        .order_by("-number")
    )
    context = head_of(position, "overview") | {
        "versions": found,
        "is_changed": _may_see_draft(request) and plans.is_changed(position),
    }
    return render(request, "positions/versions.html", context)


@require_safe
@requires("positions.view_position")
def version(request: StaffRequest, slug: str, number: int) -> HttpResponse:
    """Show one frozen version; nothing on it can change."""
    position = _position(request, slug)
    found = get_object_or_404(
        PlanVersion.objects.select_related("frozen_by").annotate(
            judged=Count("evaluations")
        ),
        position=position,
        number=number,
    )
    plan = Plan.from_json(found.content)
    context = head_of(position, "overview") | {
        "version": found,
        "plan": plan,
        "needs": adverts.needs_of(plan),
        "criteria": [
            (criterion, judged, _numbers(plan, criterion.duties))
            for criterion, judged in zip(
                plan.criteria, adverts.judged_of(plan), strict=True
            )
        ],
    }
    return render(request, "positions/version.html", context)


def _numbers(plan: Plan, duties: tuple[int, ...]) -> str:
    return ", ".join(str(duty.order) for duty in plan.duties if duty.id in duties)


@require_safe
@requires("positions.view_position")
def compare(request: StaffRequest, slug: str) -> HttpResponse:
    """Show two versions side by side: by default the newest and the one before."""
    position = _position(request, slug)
    known = {one.number: one for one in position.versions.order_by("number")}
    sides = [
        Side(str(number), _("Version %(number)d") % {"number": number})
        for number in known
    ]
    if _may_see_draft(request) and known:
        sides.append(Side(DRAFT, _("As it stands now")))
    context = head_of(position, "overview") | {"sides": sides}
    if len(sides) > 1:
        default = _default(known)
        chosen = [
            _chosen(request.GET.get(name, word), sides)
            for name, word in zip(("from", "to"), default, strict=True)
        ]
        old, new = (
            plans.plan_of(position)
            if side.value == DRAFT
            else Plan.from_json(known[int(side.value)].content)
            for side in chosen
        )
        context |= {
            "old": chosen[0],
            "new": chosen[1],
            "changes": comparing.changes_between(old, new),
        }
    return render(request, "positions/compare.html", context)


def _default(known: dict[int, PlanVersion]) -> tuple[str, str]:
    *before, newest = known
    return (str(before[-1]), str(newest)) if before else (str(newest), DRAFT)


def _chosen(value: str, sides: list[Side]) -> Side:
    for side in sides:
        if side.value == value:
            return side
    raise Http404


def _may_see_draft(request: StaffRequest) -> bool:
    """Panel members and auditors read what is frozen, not what is being written."""
    return request.user.has_perm("positions.change_position")


def _position(request: StaffRequest, slug: str) -> Position:
    position: Position = get_object_or_404(
        Position.objects.visible_to(request.user), slug=slug
    )
    return position
