"""Who hires for a position."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from backoffice_ats.accounts.enums import Role
from backoffice_ats.accounts.models import User
from backoffice_ats.shared.access import StaffRequest, requires
from positions.enums import TeamRole
from positions.forms.team import MemberForm
from positions.models import Position
from positions.services import team as teams
from positions.views.head import head_of


@require_http_methods(["GET", "HEAD", "POST"])
@requires("positions.change_position")
def team(request: StaffRequest, slug: str) -> HttpResponse:
    """Show who is on the team, and put somebody on it."""
    position = get_object_or_404(Position.objects.visible_to(request.user), slug=slug)
    colleagues = (
        User.objects.filter(is_active=True)
        .exclude(role=Role.AUDITOR)
        .exclude(teams__position=position)
        .order_by("name", "pk")
    )
    form = MemberForm(request.POST or None, colleagues=colleagues)
    if request.method == "POST" and form.is_valid():
        user = form.cleaned_data["user"]
        teams.add_member(
            position, user, role=TeamRole(form.cleaned_data["role"]), by=request.user
        )
        messages.success(request, _("%(name)s is on the team.") % {"name": user})
        return redirect("positions:team", position.slug)
    context = head_of(position, "team") | {
        "form": form,
        "members": position.team.select_related("user").order_by(
            "role", "user__name", "pk"
        ),
        "any_colleague": colleagues.exists(),
    }
    status = 422 if form.is_bound else 200
    return render(request, "positions/team.html", context, status=status)


@require_POST
@requires("positions.change_position")
def team_remove(request: StaffRequest, slug: str, pk: int) -> HttpResponse:
    position = get_object_or_404(Position.objects.visible_to(request.user), slug=slug)
    member = get_object_or_404(position.team.select_related("user"), pk=pk)
    teams.remove_member(position, member.user, by=request.user)
    messages.success(request, _("%(name)s is off the team.") % {"name": member.user})
    return redirect("positions:team", position.slug)
